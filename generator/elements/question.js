// @ts-check
// A question that is alive. The page comes with its controls and, in a list that opens, its answer; each type of question
// says in its own module how an answer is read from the controls and what it is worth (see `Kind`).

import { Attempt } from "./attempt.js"
import { afterTries } from "./scoring.js"
import { words } from "./verdict.js"
import { View } from "./view.js"

/** @typedef {import("./attempt.js").Answer} Answer */
/** @typedef {import("./attempt.js").Saved} Saved */

/**
 * What an answer is worth from 0 to 1, which parts of it are right and wrong, and whose feedback to show, by
 * `data-part` or `data-choice`.
 * @typedef {{fraction: number, right: string[], wrong: string[], feedback: string[]}} Mark
 */

/**
 * What a type does with its controls. `read` returns undefined while nothing is chosen, `write` of an empty answer
 * brings them back to how they came; `lack` says what keeps them from being checked, where that is not simply that
 * nothing is chosen; a type that is `own` is marked by the learner after comparing.
 * @typedef {object} Kind
 * @property {(question: ShowQuestion) => void} [prepare]
 * @property {(question: ShowQuestion) => Answer | undefined} read
 * @property {(question: ShowQuestion, answer: Answer) => void} write
 * @property {(question: ShowQuestion, answer: Answer) => Mark} mark
 * @property {(question: ShowQuestion, words: Record<string, string>) => string} [lack]
 * @property {"compare" | "turn"} [own]
 */

/** @type {Map<string, Kind>} */
const kinds = new Map()

/**
 * Makes every question of the type `name` alive.
 * @param {string} name
 * @param {Kind} kind
 */
export function define(name, kind) {
  kinds.set(name, kind)
  for (const question of document.querySelectorAll(`show-question[data-type="${name}"]`)) {
    if (question instanceof ShowQuestion) question.start()
  }
}

export class ShowQuestion extends HTMLElement {
  /** In an exam nothing is said and nothing saved before the paper is handed in. */
  silent = false
  #attempt = new Attempt(this)
  #view = new View(this)
  #started = false
  #stop = () => {}

  connectedCallback() {
    this.start()
  }

  disconnectedCallback() {
    this.#stop()
  }

  /** @returns {Kind | undefined} */
  get kind() {
    return kinds.get(this.dataset.type ?? "")
  }

  /** @returns {string} */
  get key() {
    return this.dataset.id ?? ""
  }

  /** The list that holds what is right. @returns {HTMLDetailsElement} */
  get answers() {
    return /** @type {HTMLDetailsElement} */ (this.querySelector(".show-question__answer"))
  }

  /** The current answer; undefined while there is none. */
  get answer() {
    return this.kind?.read(this)
  }

  /** Whether nobody knows what is right. */
  get isKeyless() {
    return "noKey" in this.dataset
  }

  /** Brings it to life, once its type is known. */
  start() {
    if (!this.kind || !this.isConnected) return
    if (!this.#started) this.#prepare(this.kind)
    if (this.silent) return
    this.#restore()
    this.#stop()
    this.#stop = this.#attempt.subscribe(() => this.#restore())
  }

  /** @param {Kind} kind */
  #prepare(kind) {
    this.#started = true
    this.silent ||= this.closest("[data-exam]") !== null
    this.answers.hidden = true
    this.#view.showHints(0)
    kind.prepare?.(this)
    this.addEventListener("click", this)
    this.addEventListener("input", this)
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { target } = event
    if (!(target instanceof Element)) return
    const button = event.type === "click" ? target.closest("button[data-do]") : null
    if (button) this.#do(button.getAttribute("data-do") ?? "")
    else if (event.type === "input" && !this.#attempt.state.done) this.changed()
  }

  /** The learner has changed the answer: what was said of the last one no longer holds. */
  changed() {
    this.#view.verdict.clear()
    this.dispatchEvent(new CustomEvent("show-answer", { bubbles: true }))
    if (!this.silent) this.#save({ ...this.#attempt.state, draft: this.answer })
  }

  /**
   * Says something that is no verdict.
   * @param {string} words
   */
  say(words) {
    this.#view.verdict.say(words)
  }

  /**
   * Shows `answer` with all that there is to say of it.
   * @param {Answer | undefined} answer
   * @returns {number} what it is worth
   */
  reveal(answer) {
    return this.#view.reveal(answer)
  }

  /** @param {string} what */
  #do(what) {
    if (what === "check") this.#check()
    else if (what === "hint") this.#show({ ...this.#attempt.state, hints: this.#attempt.state.hints + 1 })
    else if (what === "again") this.#again()
    else if (what === "known" || what === "unknown") this.#end(what === "known" ? 1 : 0)
    else if (what === "done") this.#end(this.kind?.mark(this, this.answer ?? {}).fraction ?? 0)
  }

  #check() {
    const { answer, kind } = this
    const lack = kind?.lack?.(this, words()) || (answer || kind?.own === "turn" ? "" : words().nothing)
    if (lack) return this.say(lack)
    if (kind?.own || this.isKeyless) return this.#compare(answer)
    const { fraction } = /** @type {Mark} */ (kind?.mark(this, /** @type {Answer} */ (answer)))
    const tries = this.#attempt.state.tries + 1
    const ends = fraction === 1 || tries >= Number(this.dataset.attempts)
    this.#attempt.state = { ...this.#attempt.state, answer, draft: undefined, tries }
    if (ends) this.#end(afterTries(fraction, tries - 1, Number(this.dataset.penalty)))
    else this.#show(this.#attempt.state)
  }

  /** @param {Answer | undefined} answer */
  #compare(answer) {
    this.#attempt.state = { ...this.#attempt.state, answer, draft: undefined, tries: 1 }
    if (this.kind?.own) this.#show(this.#attempt.state)
    else this.#end(0)
  }

  #again() {
    this.kind?.write(this, {})
    this.#show(this.#attempt.anew())
  }

  /** @param {number} score of this attempt, from 0 to 1 */
  #end(score) {
    this.#show(this.#attempt.ended(this.answer, score, !this.isKeyless))
    this.dispatchEvent(new CustomEvent("show-done", { bubbles: true, detail: { score } }))
  }

  /** @param {Saved} state */
  async #save(state) {
    this.#view.verdict.note(await this.#attempt.save(state))
  }

  /**
   * Saves a state and shows it.
   * @param {Saved} state
   */
  #show(state) {
    this.#save(state)
    this.#view.draw(state)
  }

  /** Takes up what is saved and shows it. */
  #restore() {
    const { isSaved, isChanged } = this.#attempt.restore()
    const { answer, draft } = this.#attempt.state
    if (isChanged) this.#view.verdict.note("changed")
    if (isSaved) this.kind?.write(this, draft ?? answer ?? {})
    this.#view.draw(this.#attempt.state)
  }
}

customElements.define("show-question", ShowQuestion)
