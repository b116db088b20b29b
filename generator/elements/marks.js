// @ts-check
// How far the reader has come, wherever a page has room for it. An element with `data-progress` names a deck (none: all
// of them together). It gets a sign, with words for who cannot see it; with `data-part` the words of that part alone.
// `<show-marks>` brings along where the questions are listed and the words, and shows what the signs mean.

import { catalogue, missing, standings } from "./learning.js"
import { store } from "./store.js"

/** @typedef {import("./learning.js").Standing} Standing */
/** @typedef {"read" | "practised" | "passed"} Sign */

const SVG = "http://www.w3.org/2000/svg"
const KINDS = ["question", "reading"]

class ShowMarks extends HTMLElement {
  #end = () => {}
  /** @type {Record<string, string>} */
  #words = {}
  #waiting = false

  connectedCallback() {
    this.#words = JSON.parse(this.dataset.words ?? "{}")
    for (const part of document.querySelectorAll(".show-progress [data-alive]")) part.removeAttribute("hidden")
    for (const part of document.querySelectorAll(".show-progress [data-plain]")) part.setAttribute("hidden", "")
    this.#end()
    this.#end = store.subscribe(({ kind }) => KINDS.includes(kind) && this.#soon())
    void this.#draw()
  }

  disconnectedCallback() {
    this.#end()
  }

  /** Draws once for many changes. */
  #soon() {
    if (this.#waiting) return
    this.#waiting = true
    setTimeout(() => {
      this.#waiting = false
      void this.#draw()
    }, 50)
  }

  async #draw() {
    const drawn = document.querySelector("[data-marked]")
    const anything = drawn || this.hasAttribute("data-always") || KINDS.some(kind => store.all(kind).size)
    if (!anything) return // most readers' first visit: nothing to fetch
    const questions = await catalogue(this.dataset.catalogue ?? "").catch(() => undefined)
    if (!questions) return // no connection: no marks
    const found = standings(questions)
    for (const place of document.querySelectorAll("[data-progress]")) {
      const deck = place.getAttribute("data-progress") ?? ""
      this.#mark(place, deck ? found.get(deck) : together([...found.values()]))
    }
    this.#drawLegend()
  }

  #drawLegend() {
    const legend = this.querySelector(".show-marks__legend")
    if (!(legend instanceof HTMLElement)) return
    legend.hidden = !document.querySelector("[data-marked=sign]")
    for (const place of legend.querySelectorAll("[data-sign]")) {
      const sign = place.getAttribute("data-sign") ?? ""
      place.replaceChildren(sign === "due" ? dueSign("3") : drawing(/** @type {Sign} */ (sign)))
    }
  }

  /**
   * @param {Element} place
   * @param {Standing | undefined} standing
   */
  #mark(place, standing) {
    const part = place.getAttribute("data-part")
    const said = standing ? describe(standing, this.#words) : {}
    place.setAttribute("data-marked", part ?? (Object.keys(said).length ? "sign" : "none"))
    if (part) place.textContent = standing ? say(part, standing, this.#words) : ""
    else if (place instanceof SVGAElement) markStop(place, standing, Object.values(said))
    else place.replaceChildren(...(standing ? signs(standing) : []), ...spoken(Object.values(said), place))
  }
}

/**
 * @param {Standing[]} all
 * @returns {Standing}
 */
function together(all) {
  const sum = { total: 0, practised: 0, right: 0, due: 0, changed: 0, read: false, passed: false }
  for (const { total, practised, right, due, changed } of all) {
    sum.total += total
    sum.practised += practised
    sum.right += right
    sum.due += due
    sum.changed += changed
  }
  return sum
}

/**
 * Says one part, also where nothing has been done yet.
 * @param {string} part
 * @param {Standing} standing
 * @param {Record<string, string>} words
 * @returns {string}
 */
function say(part, { read, practised, right, total, passed, due, changed }, words) {
  if (part === "due") return String(due)
  if (part === "read") return read ? words.yes : words.no
  if (part === "passed") return passed ? words.yes : words.short.replace("{}", String(missing(right, total)))
  const edited = changed ? ` · ${words.changed.replace("{}", String(changed))}` : ""
  return words.count.replace("{done}", String(practised)).replace("{total}", String(total)) + edited
}

/**
 * Says what there is to say, by part.
 * @param {Standing} standing
 * @param {Record<string, string>} words
 * @returns {Record<string, string>}
 */
function describe({ read, practised, total, passed, due, changed }, words) {
  const count = words.count.replace("{done}", String(practised)).replace("{total}", String(total))
  return {
    ...(read && { read: words.read }),
    ...(practised && { practised: `${words.practised} ${count}` }),
    ...(passed && { passed: words.passed }),
    ...(due && { due: words.due.replace("{}", String(due)) }),
    ...(changed && { changed: words.changed.replace("{}", String(changed)) }),
  }
}

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
function signs(standing) {
  const sign = signOf(standing)
  return [...(sign ? [drawing(sign)] : []), ...(standing.due ? [dueSign(String(standing.due))] : [])]
}

/**
 * @param {Sign} sign
 * @returns {SVGElement}
 */
function drawing(sign) {
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
function dueSign(count) {
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
export function draw(sign) {
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
 * @param {string[]} said
 * @param {Element} place
 * @returns {Element[]}
 */
function spoken(said, place) {
  if (!said.length) return []
  const words = document.createElement("span")
  if (!place.hasAttribute("data-seen")) words.className = "show-unseen"
  words.textContent = said.join(" · ")
  return [words]
}

/**
 * Marks a stage's box of the map, in its corner; its name says what the mark means.
 * @param {SVGAElement} stop
 * @param {Standing | undefined} standing
 * @param {string[]} said
 */
function markStop(stop, standing, said) {
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

customElements.define("show-marks", ShowMarks)
