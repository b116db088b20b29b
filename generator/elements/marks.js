// @ts-check
// How far the reader has come, wherever a page has room for it. An element with `data-progress` names a deck (none: all
// of them together). It gets a sign, with words for who cannot see it; with `data-part` the words of that part alone.
// `<show-marks>` brings along where the questions are listed, which exams ask one deck, and the words, and shows what the
// signs mean.

import { isPassed, pastOf } from "../exams/past.js"
import { catalogue, missing, standings } from "./learning.js"
import { drawing, dueSign, markStop, signs } from "./signs.js"
import { store } from "./store.js"

/** @typedef {import("./learning.js").Standing} Standing */
/** @typedef {import("./signs.js").Sign} Sign */

const KINDS = ["question", "reading", "exam"]

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
    for (const deck of this.#passedByExam()) Object.assign(found.get(deck) ?? {}, { passed: true })
    for (const place of document.querySelectorAll("[data-progress]")) {
      const deck = place.getAttribute("data-progress") ?? ""
      this.#mark(place, deck ? found.get(deck) : together([...found.values()]))
    }
    this.#drawLegend()
  }

  /** The decks whose own exam was passed. @returns {string[]} */
  #passedByExam() {
    /** @type {Record<string, string>} */
    const decks = JSON.parse(this.dataset.exams ?? "{}")
    return Object.keys(decks).flatMap(exam => (pastOf(store.read("exam", exam)?.data).some(isPassed) ? [decks[exam]] : []))
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

customElements.define("show-marks", ShowMarks)
