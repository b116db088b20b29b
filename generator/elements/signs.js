// @ts-check
// The signs of how far somebody has come: a ring, half full for what was practised, with a tick for what was passed, and
// how many questions are due.

/** @typedef {import("./learning.js").Standing} Standing */
/** @typedef {"read" | "practised" | "passed"} Sign */

const SVG = "http://www.w3.org/2000/svg"

/**
 * @param {Standing} standing
 * @returns {Sign | undefined}
 */
function signOf({ read, practised, passed }) {
  return passed ? "passed" : practised ? "practised" : read ? "read" : undefined
}

/**
 * @param {Standing} standing
 * @returns {Element[]}
 */
export function signs(standing) {
  const sign = signOf(standing)
  return [...(sign ? [drawing(sign)] : []), ...(standing.due ? [dueSign(String(standing.due))] : [])]
}

/**
 * @param {Sign} sign
 * @returns {SVGElement}
 */
export function drawing(sign) {
  const made = document.createElementNS(SVG, "svg")
  made.setAttribute("viewBox", "-9 -9 18 18")
  made.setAttribute("aria-hidden", "true")
  made.append(draw(sign))
  return made
}

/**
 * @param {string} count
 * @returns {HTMLElement}
 */
export function dueSign(count) {
  const made = document.createElement("span")
  made.className = "show-mark__due"
  made.setAttribute("aria-hidden", "true")
  made.textContent = count
  return made
}

/**
 * A ring; half full for what was practised, with a tick for what was passed.
 * @param {Sign} sign
 * @returns {SVGElement}
 */
function draw(sign) {
  const group = document.createElementNS(SVG, "g")
  group.setAttribute("class", `show-mark__sign show-mark__sign--${sign}`)
  const ring = document.createElementNS(SVG, "circle")
  ring.setAttribute("r", "7")
  group.append(ring)
  const path = { read: "", practised: "M0-7A7 7 0 0 0 0 7z", passed: "M-3.5 0-1 2.8 3.6-2.8" }[sign]
  if (path) {
    const inside = document.createElementNS(SVG, "path")
    inside.setAttribute("d", path)
    group.append(inside)
  }
  return group
}

/**
 * Marks a stage's box of the map, in its corner; its name says what the mark means.
 * @param {SVGAElement} stop
 * @param {Standing | undefined} standing
 * @param {string[]} said
 */
export function markStop(stop, standing, said) {
  stop.parentNode?.querySelector(".show-map__mark")?.remove()
  stop.dataset.name ??= stop.getAttribute("aria-label") ?? ""
  stop.setAttribute("aria-label", [stop.dataset.name, ...said].join(" · "))
  const box = stop.querySelector("rect")
  const sign = standing && signOf(standing)
  if (!standing || !box || !sign) return
  const mark = document.createElementNS(SVG, "g")
  mark.setAttribute("class", "show-map__mark")
  mark.setAttribute("aria-hidden", "true")
  const right = box.x.baseVal.value + box.width.baseVal.value
  mark.setAttribute("transform", `translate(${right - 12} ${box.y.baseVal.value + 12})`)
  mark.append(draw(sign), ...dueCount(standing.due))
  stop.after(mark) // beside the link, whose name says it already
}

/**
 * @param {number} due
 * @returns {SVGElement[]}
 */
function dueCount(due) {
  if (!due) return []
  const disc = document.createElementNS(SVG, "circle")
  const count = document.createElementNS(SVG, "text")
  const group = document.createElementNS(SVG, "g")
  group.setAttribute("class", "show-map__due")
  group.setAttribute("transform", "translate(0 19)")
  disc.setAttribute("r", "8")
  count.setAttribute("text-anchor", "middle")
  count.setAttribute("dy", "0.35em")
  count.textContent = String(due)
  group.append(disc, count)
  return [group]
}
