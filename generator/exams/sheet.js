// @ts-check
// The answer sheet: the number of every question, whether it is answered or flagged, and the way there.

import { joined } from "../elements/verdict.js"

/** @typedef {import("./paper.js").Paper} Paper */

const WIDE = "(min-width: 60em)"

export class Sheet {
  /** @type {Map<string, HTMLAnchorElement>} */
  #numbers = new Map()

  /**
   * @param {import("./element.js").ShowExam} exam
   * @param {Paper} paper
   */
  constructor(exam, paper) {
    this.exam = exam
    this.paper = paper
    this.words = exam.words
    this.box = /** @type {HTMLDetailsElement} */ (exam.querySelector(".show-exam__sheet"))
    this.box.open = matchMedia(WIDE).matches
    this.list = /** @type {HTMLElement} */ (exam.querySelector(".show-exam__numbers"))
    this.list.replaceChildren()
    this.box.onclick = event => this.#jump(event)
  }

  /** How many questions there are. */
  get size() {
    return this.#numbers.size
  }

  /**
   * Adds a question.
   * @param {string} name
   * @returns {number} its number
   */
  add(name) {
    const template = /** @type {HTMLTemplateElement} */ (this.exam.querySelector('template[data-make="number"]'))
    this.list.append(document.importNode(template.content, true))
    const link = /** @type {HTMLAnchorElement} */ (this.list.lastElementChild?.querySelector("a"))
    const number = this.#numbers.set(name, link).size
    link.href = `#exam-${number}`
    link.textContent = String(number)
    return number
  }

  /**
   * Shows how the paper stands.
   * @param {Paper} [paper]
   */
  draw(paper = this.paper) {
    this.paper = paper
    for (const [name, link] of this.#numbers) {
      const answered = name in paper.answers
      const flagged = paper.flags.includes(name)
      link.toggleAttribute("data-answered", answered)
      link.toggleAttribute("data-flagged", flagged)
      const said = [answered ? this.words.answered : this.words.open, ...(flagged ? [this.words.flagged] : [])]
      this.#name(link, said.join(this.words.comma))
      const flag = this.exam.querySelector(`[data-name="${name}"] .show-exam__flag`)
      flag?.setAttribute("aria-pressed", String(flagged))
    }
    const counts = /** @type {HTMLElement} */ (this.box.querySelector("[data-part]"))
    const numbers = [Object.keys(paper.answers).length, this.#numbers.size, paper.flags.length]
    counts.textContent = numbers.reduce((text, number) => text.replace("{}", String(number)), this.words.counts)
  }

  /**
   * Shows what became of a question.
   * @param {string} name
   * @param {string} verdict in words
   * @param {number} worth
   */
  judge(name, verdict, worth) {
    const link = this.#numbers.get(name)
    if (!link) return
    link.removeAttribute("data-flagged")
    link.dataset.verdict = worth === 1 ? "right" : worth > 0 ? "partly" : "wrong"
    this.#name(link, verdict)
  }

  /**
   * Says what speaks against handing in.
   * @returns {string} nothing when every question is answered and none is flagged
   */
  doubts() {
    const names = [...this.#numbers.keys()]
    const { answers, flags } = this.paper
    /** @param {string[]} some */
    const numbers = some => some.map(name => names.indexOf(name) + 1).sort((one, other) => one - other)
    const said = [
      [this.words.ask_open, numbers(names.filter(name => !(name in answers)))],
      [this.words.ask_flagged, numbers(flags)],
    ].flatMap(([line, some]) => (some.length ? [String(line).replace("{}", /** @type {number[]} */ (some).join(this.words.comma))] : []))
    return said.length ? joined([...said, this.words.ask]) : ""
  }

  /** Leads back to the first question that is not answered or is flagged. */
  lookAgain() {
    this.box.open = true
    for (const link of this.#numbers.values()) {
      if (!link.matches("[data-answered]:not([data-flagged])")) return link.focus()
    }
  }

  /**
   * Follows a link of the sheet; on a phone the sheet gives way.
   * @param {Event} event
   */
  #jump(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null
    if (!link) return
    event.preventDefault()
    if (!matchMedia(WIDE).matches) this.box.open = false
    const place = document.getElementById(link.hash.slice(1))
    place?.scrollIntoView()
    place?.focus({ preventScroll: true })
  }

  /**
   * @param {HTMLAnchorElement} link
   * @param {string} state
   */
  #name(link, state) {
    link.setAttribute("aria-label", `${this.words.question.replace("{}", link.textContent ?? "")}${this.words.comma}${state}`)
  }
}
