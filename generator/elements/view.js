// @ts-check
// What a question shows of what was done at it: verdict, hints, answer, and the buttons for what can be done now.

import { Verdict, words } from "./verdict.js"

/** @typedef {import("./attempt.js").Answer} Answer */
/** @typedef {import("./attempt.js").Saved} Saved */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement} Control */

const CONTROLS =
  ".show-question__ask :is(input, select, textarea, button), .show-question__own textarea, .show-question__points input"

export class View {
  /** @param {import("./question.js").ShowQuestion} question */
  constructor(question) {
    this.question = question
    this.verdict = new Verdict(question)
  }

  /**
   * Shows a state as it is.
   * @param {Saved} state
   */
  draw({ answer, draft, tries, hints, done, score = 0 }) {
    const { own } = this.question.kind ?? {}
    this.#close(false)
    this.verdict.clear()
    const more = this.showHints(hints)
    if (done) return this.#drawEnd(answer, score)
    if (own && tries) {
      this.reveal(draft ?? answer)
      for (const control of this.question.answers.querySelectorAll("input")) control.disabled = false
      return this.#showTools(own === "turn" ? ["known", "unknown"] : ["done"])
    }
    if (tries && answer && !draft) this.#drawTry(answer, tries)
    this.#showTools([own ?? "check", ...(more ? ["hint"] : [])])
  }

  /**
   * Shows `answer` with all that there is to say of it.
   * @param {Answer | undefined} answer
   * @returns {number} what it is worth
   */
  reveal(answer) {
    const { question } = this
    const mark = answer && !question.isKeyless ? question.kind?.mark(question, answer) : undefined
    if (answer) question.kind?.write(question, answer)
    this.verdict.clear()
    if (mark) this.verdict.mark(mark)
    this.#close(true)
    return mark?.fraction ?? 0
  }

  /**
   * Shows the first hints.
   * @param {number} count
   * @returns {boolean} whether there are more
   */
  showHints(count) {
    const place = this.question.querySelector(".show-question__hints")
    if (!(place instanceof HTMLDetailsElement)) return false
    const hints = place.querySelectorAll("li")
    place.hidden = count === 0
    place.open = true
    hints.forEach((hint, number) => (hint.hidden = number >= count))
    return hints.length > count
  }

  /**
   * @param {Answer} answer that was not right
   * @param {number} tries
   */
  #drawTry(answer, tries) {
    const { question, verdict } = this
    const mark = /** @type {import("./question.js").Mark} */ (question.kind?.mark(question, answer))
    verdict.mark(mark)
    verdict.judge(mark.fraction, "left", Number(question.dataset.attempts) - tries)
  }

  /**
   * @param {Answer | undefined} answer
   * @param {number} score
   */
  #drawEnd(answer, score) {
    const fraction = this.reveal(answer)
    const own = this.question.kind?.own
    if (this.question.isKeyless) this.verdict.say(words().no_key)
    else if (own === "turn") this.verdict.judge(score, "", 0, score ? "known" : "unknown")
    else if (own) this.verdict.judge(score)
    else this.verdict.judge(fraction, fraction === 1 ? "" : "out")
    this.#showTools(["again"])
  }

  /** @param {string[]} names of what can be done now; a button that stays keeps the focus */
  #showTools(names) {
    const tools = /** @type {HTMLElement} */ (this.question.querySelector(".show-question__tools"))
    const say = words()
    const had = [...tools.querySelectorAll("button")]
    names.forEach((name, place) => {
      const button = had[place] ?? tools.appendChild(document.createElement("button"))
      button.type = "button"
      button.className = `md-button show-button${place ? "" : " md-button--primary"}`
      button.dataset.do = name === "compare" || name === "turn" ? "check" : name
      button.textContent = say[name]
    })
    for (const button of had.slice(names.length)) {
      // The last hint is given: the focus is not lost with its button.
      if (button === document.activeElement) had[0].focus()
      button.remove()
    }
  }

  /**
   * Ends the answering, and shows the answer; or begins it again.
   * @param {boolean} closed
   */
  #close(closed) {
    const { question } = this
    question.answers.hidden = !closed
    question.answers.open = closed
    for (const control of /** @type {NodeListOf<Control>} */ (question.querySelectorAll(CONTROLS))) {
      control.toggleAttribute("disabled", closed)
    }
  }
}
