// @ts-check
// The list that a page shows, read from the page itself: what is printed and what is ticked cannot differ.

/** @typedef {import("./run.js").Definition} Definition */
/** @typedef {import("./run.js").Group} Group */
/** @typedef {import("./run.js").Item} Item */

/**
 * Reads the list in `sheet`.
 * @param {HTMLElement} sheet
 * @param {string} list
 * @param {string} title
 * @returns {Definition}
 */
export function readDefinition(sheet, list, title) {
  const fields = [...sheet.querySelectorAll(".show-sheet__field:not([data-on-paper])")]
  return {
    list,
    title,
    language: document.documentElement.lang,
    fields: fields.map(field => ({ id: field.id, title: text(field, "title") })),
    groups: [...sheet.querySelectorAll(".show-group")].map(readGroup),
  }
}

/**
 * @param {Element} group
 * @returns {Group}
 */
function readGroup(group) {
  return {
    id: group.id,
    number: group.getAttribute("data-number") ?? "",
    title: text(group, "title"),
    pause: text(group, "pause"),
    initials: group.hasAttribute("data-initials"),
    items: [...group.querySelectorAll(".show-check")].map(readItem),
  }
}

/**
 * @param {Element} item
 * @returns {Item}
 */
function readItem(item) {
  const result = item.getAttribute("data-result")
  return {
    id: item.id,
    number: item.getAttribute("data-number") ?? "",
    text: text(item, "text"),
    wanted: text(item, "wanted"),
    how: text(item, "how"),
    owner: text(item, "owner"),
    time: text(item, "time"),
    result: result === "defect" || result === "number" ? result : "tick",
    unit: text(item, "unit"),
    min: limit(item, "data-min"),
    max: limit(item, "data-max"),
    critical: item.hasAttribute("data-critical"),
    photo: item.hasAttribute("data-photo"),
  }
}

/**
 * @param {Element} element
 * @param {string} field
 * @returns {string}
 */
function text(element, field) {
  return element.querySelector(`[data-field="${field}"]`)?.textContent?.trim() ?? ""
}

/**
 * @param {Element} element
 * @param {string} attribute
 * @returns {number | null}
 */
function limit(element, attribute) {
  const value = element.getAttribute(attribute)
  return value === null ? null : Number(value)
}
