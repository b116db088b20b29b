// @ts-check
// The page's own templates, filled in: a `<template data-part="…">` is a part, `[data-slot="…"]` a place in it.

/**
 * Returns a new copy of a part.
 * @param {ParentNode} page
 * @param {string} name
 * @returns {HTMLElement}
 */
export function part(page, name) {
  const template = page.querySelector(`template[data-part="${name}"]`)
  const made = template instanceof HTMLTemplateElement ? template.content.firstElementChild?.cloneNode(true) : null
  if (!(made instanceof HTMLElement)) throw new Error(`the page has no part ${name}`)
  return made
}

/**
 * Returns a place of a part.
 * @param {ParentNode} element
 * @param {string} name
 * @returns {HTMLElement}
 */
export function slot(element, name) {
  const found = element.querySelector(`[data-slot="${name}"], [data-part="${name}"]:not(template)`)
  if (!(found instanceof HTMLElement)) throw new Error(`there is no place for ${name}`)
  return found
}

/**
 * Writes a text into a place; an empty one hides it, or what `line` names around it.
 * @param {ParentNode} element
 * @param {string} name
 * @param {string} text
 * @param {string} [line]
 */
export function write(element, name, text, line = name) {
  slot(element, name).textContent = text
  slot(element, line).hidden = text === ""
}

/**
 * Fills in the words of a sentence: `{name}` by `values.name`.
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function say(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (blank, name) => String(values[name] ?? blank))
}

/**
 * Returns a time as people in the language of the page write it.
 * @param {number} time milliseconds since 1970
 * @returns {string}
 */
export function when(time) {
  return new Date(time).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" })
}
