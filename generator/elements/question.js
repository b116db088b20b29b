// @ts-check
// A question that is alive. The page comes with its controls and, in a list that opens, its answer; each type of question
// says in its own module how an answer is read from the controls and what it is worth (see `Kind`).
//
// What is saved of a question, as kind "question" and under its id: {@link Saved}.

import { afterTries } from "./scoring.js"
import { store } from "./store.js"

/**
 * An answer that can be saved: the chosen options, the order, the answer of each part.
 * @typedef {string[] | Record<string, string>} Answer
 */

/**
 * What an answer is worth from 0 to 1, which parts of it are right and wrong, and whose feedback to show, by
 * `data-part` or `data-choice`.
 * @typedef {{fraction: number, right: string[], wrong: string[], feedback: string[]}} Mark
 */

/**
 * What a type does with its controls. `read` returns undefined while nothing is chosen, `write` of an empty answer
 * brings them back to how they came; a type that is `own` is marked by the learner after comparing.
 * @typedef {object} Kind
 * @property {(question: ShowQuestion) => void} [prepare]
 * @property {(question: ShowQuestion) => Answer | undefined} read
 * @property {(question: ShowQuestion, answer: Answer) => void} write
 * @property {(question: ShowQuestion, answer: Answer) => Mark} mark
 * @property {"compare" | "turn"} [own]
 */

/**
 * The last `answer` that was checked, a `draft` that was not, `tries` so far at this attempt, `done` when it has ended,
 * `history` of ended attempts as [time, score, hints].
 * @typedef {{answer?: Answer, draft?: Answer, tries: number, hints: number, done: boolean, score?: number,
 *   history: [number, number, number][]}} Saved
 */

export const LONGEST_HISTORY = 50

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

/**
 * The interface's words, which the page brings along.
 * @returns {Record<string, string>}
 */
export function words() {
  return JSON.parse(document.querySelector("[data-say]")?.getAttribute("data-say") ?? "{}")
}

/**
 * Returns what is saved, without what no version of this site has saved.
 * @param {unknown} data
 * @returns {Saved}
 */
function sound(data) {
  const { answer, draft, tries, hints, done, score, history } = /** @type {Record<string, any>} */ (Object(data))
  return {
    answer: isAnswer(answer) ? answer : undefined,
    draft: isAnswer(draft) ? draft : undefined,
    tries: Number(tries) || 0,
    hints: Number(hints) || 0,
    done: done === true,
    score: Number(score) || 0,
    history: /** @type {Saved["history"]} */ (Array.isArray(history) ? history.filter(Array.isArray) : []),
  }
}

/** @param {unknown} value */
function isAnswer(value) {
  return typeof value === "object" && value !== null && Object.values(value).every(part => typeof part === "string")
}

/**
 * Returns the ended attempts of both, the latest ones: another tab may have ended one meanwhile.
 * @param {Saved["history"]} one
 * @param {Saved["history"]} other
 */
function united(one, other) {
  const all = new Map([...one, ...other].map(attempt => [attempt[0], attempt]))
  return [...all.values()].sort(([at], [later]) => at - later).slice(-LONGEST_HISTORY)
}

export class ShowQuestion extends HTMLElement {
  /** @type {Saved} */
  state = { tries: 0, hints: 0, done: false, history: [] }
  /** In an exam nothing is said and nothing saved before the paper is handed in. */
  silent = false
  #started = false
  /** How many changes are not saved yet. */
  #saving = 0
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

  /** Brings it to life, once its type is known. */
  start() {
    if (!this.kind || !this.isConnected) return
    if (!this.#started) this.#prepare(this.kind)
    if (this.silent) return
    this.#restore()
    this.#stop()
    this.#stop = store.subscribe(({ kind, id }) => {
      if (kind === "question" && id === this.key && !this.#saving) this.#restore()
    })
  }

  /** @param {Kind} kind */
  #prepare(kind) {
    this.#started = true
    this.silent ||= this.closest("[data-exam]") !== null
    this.answers.hidden = true
    if (this.#hints) this.#hints.hidden = true
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
    else if (event.type === "input" && !this.state.done) this.changed()
  }

  /** The learner has changed the answer: what was said of the last one no longer holds. */
  changed() {
    this.#clear()
    this.dispatchEvent(new CustomEvent("show-answer", { bubbles: true }))
    if (!this.silent) this.#save({ ...this.state, draft: this.answer })
  }

  /**
   * Shows `answer` with all that there is to say of it.
   * @param {Answer | undefined} answer
   * @returns {number} what it is worth
   */
  reveal(answer) {
    const mark = answer && !this.#keyless ? this.kind?.mark(this, answer) : undefined
    if (answer) this.kind?.write(this, answer)
    this.#clear()
    if (mark) this.#show(mark)
    this.#close(true)
    return mark?.fraction ?? 0
  }

  /** @param {string} what */
  #do(what) {
    if (what === "check") this.#check()
    else if (what === "hint") this.#hint()
    else if (what === "again") this.#again()
    else if (what === "known" || what === "unknown") this.#end(what === "known" ? 1 : 0)
    else if (what === "done") this.#end(this.kind?.mark(this, this.answer ?? {}).fraction ?? 0)
  }

  #check() {
    const answer = this.answer
    if (!answer && this.kind?.own !== "turn") return this.say(words().nothing)
    if (this.kind?.own || this.#keyless) return this.#compare(answer)
    const { fraction } = /** @type {Mark} */ (this.kind?.mark(this, /** @type {Answer} */ (answer)))
    const tries = this.state.tries + 1
    const ends = fraction === 1 || tries >= Number(this.dataset.attempts)
    this.state = { ...this.state, answer, draft: undefined, tries }
    if (ends) return this.#end(afterTries(fraction, tries - 1, Number(this.dataset.penalty)))
    this.#save(this.state)
    this.#draw()
  }

  /** @param {Answer | undefined} answer */
  #compare(answer) {
    this.state = { ...this.state, answer, draft: undefined, tries: 1 }
    if (!this.kind?.own) return this.#end(0)
    this.#save(this.state)
    this.#draw()
  }

  #hint() {
    this.#save({ ...this.state, hints: this.state.hints + 1 })
    this.#draw()
  }

  #again() {
    const { history } = this.state
    this.#save({ tries: 0, hints: 0, done: false, history })
    this.kind?.write(this, {})
    this.#draw()
  }

  /** @param {number} score of this attempt, from 0 to 1 */
  #end(score) {
    const { history, hints } = this.state
    /** @type {[number, number, number]} */
    const attempt = [Date.now(), score, hints]
    const keyless = this.#keyless
    this.#save({
      ...this.state,
      answer: this.answer ?? this.state.answer,
      draft: undefined,
      done: true,
      score,
      history: keyless ? history : [...history, attempt].slice(-LONGEST_HISTORY),
    })
    this.#draw()
    this.dispatchEvent(new CustomEvent("show-done", { bubbles: true, detail: { score } }))
  }

  /** @param {Saved} state */
  async #save(state) {
    this.state = state
    this.#saving += 1
    /** @param {unknown} before */
    const change = before => {
      this.state.history = united(sound(before).history, this.state.history)
      return this.state
    }
    await store.update("question", this.key, change, this.dataset.hash)
    this.#saving -= 1
    const here = store.unsaved.some(({ kind, id }) => kind === "question" && id === this.key)
    this.#note(here ? (store.state === "full" ? "full" : "memory") : "")
  }

  /** Takes up what is saved, by this page or another, and shows it. */
  #restore() {
    const saved = store.read("question", this.key)
    const state = sound(saved?.data)
    const edited = saved !== undefined && saved.hash !== this.dataset.hash
    this.state = edited ? { tries: 0, hints: 0, done: false, history: state.history } : state
    if (edited && (state.tries || state.history.length)) this.#note("changed")
    if (saved) this.kind?.write(this, this.state.draft ?? this.state.answer ?? {})
    this.#draw()
  }

  /** Shows the state as it is. */
  #draw() {
    const { answer, draft, tries, done, score = 0 } = this.state
    const own = this.kind?.own
    this.#close(false)
    this.#clear()
    this.#drawHints()
    if (done) {
      const fraction = this.reveal(answer)
      if (this.#keyless) this.say(words().no_key)
      else if (own) this.#verdict(score)
      else this.#verdict(fraction, fraction === 1 ? "" : "out")
      return this.#tools("again")
    }
    if (own && tries) {
      this.reveal(draft ?? answer)
      for (const control of this.answers.querySelectorAll("input")) control.disabled = false
      return own === "turn" ? this.#tools("known", "unknown") : this.#tools("done")
    }
    if (tries && answer && !draft) {
      const mark = /** @type {Mark} */ (this.kind?.mark(this, answer))
      this.#show(mark)
      this.#verdict(mark.fraction, "left", Number(this.dataset.attempts) - tries)
    }
    const more = (this.#hints?.querySelectorAll("li").length ?? 0) > this.state.hints
    this.#tools(own ?? "check", ...(more ? ["hint"] : []))
  }

  /** @param {...string} names of what can be done now; a button that stays keeps the focus */
  #tools(...names) {
    const tools = /** @type {HTMLElement} */ (this.querySelector(".show-question__tools"))
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
      if (button === document.activeElement) had[0].focus() // the last hint is given: the focus is not lost with its button
      button.remove()
    }
  }

  /**
   * Ends the answering, and shows the answer; or begins it again.
   * @param {boolean} closed
   */
  #close(closed) {
    this.answers.hidden = !closed
    this.answers.open = closed
    for (const control of this.#controls) control.toggleAttribute("disabled", closed)
  }

  #drawHints() {
    const hints = this.#hints
    if (!hints) return
    hints.hidden = this.state.hints === 0
    hints.open = true
    hints.querySelectorAll("li").forEach((hint, place) => {
      hint.hidden = place >= this.state.hints
    })
  }

  /**
   * Says how good the answer is.
   * @param {number} fraction
   * @param {string} [more] name of a sentence to add
   * @param {number} [count] for that
   */
  #verdict(fraction, more = "", count = 0) {
    const name = fraction === 1 ? "right" : fraction > 0 ? "partly" : "wrong"
    this.#result.dataset.verdict = name
    this.#result.prepend(this.#line(name), ...(more ? [" ", this.#line(more, count)] : []))
  }

  /**
   * Says something that is no verdict.
   * @param {string} words
   */
  say(words) {
    this.#clear()
    this.#result.append(words)
  }

  /** @param {string} name of what there is to say beside the result, "" for nothing */
  #note(name) {
    const known = this.querySelector(".show-question__note")
    const note = known ?? document.createElement("p")
    note.className = "show-question__note"
    note.textContent = words()[name] ?? ""
    if (!name) note.remove()
    else if (!known) this.#result.after(note)
  }

  /**
   * @param {string} name
   * @param {number} [count]
   */
  #line(name, count = 0) {
    const line = document.createElement("strong")
    line.textContent = words()[name].replace("{}", String(count))
    return line
  }

  /**
   * Marks what is right and wrong, and gives the feedback that goes with it.
   * @param {Mark} mark
   */
  #show({ right, wrong, feedback }) {
    for (const [names, verdict] of /** @type {const} */ ([[right, "right"], [wrong, "wrong"]])) {
      for (const name of names) {
        const sign = document.createElement("span") // has a name: who cannot see it has to know which part it is
        sign.className = "show-verdict"
        sign.dataset.verdict = verdict
        sign.setAttribute("role", "img")
        sign.setAttribute("aria-label", words()[verdict])
        this.#of(this, "value", name)?.append(sign)
      }
    }
    const list = document.createElement("ul")
    for (const name of feedback) {
      const part = this.#of(this.answers, "part", name) ?? this.#of(this.answers, "choice", name)
      const said = part?.querySelector(".show-question__feedback")
      if (said) list.appendChild(document.createElement("li")).append(...[...said.childNodes].map(node => node.cloneNode(true)))
    }
    if (list.childElementCount) this.#result.append(list)
  }

  /**
   * The element inside whose `data-<attribute>` is `name`, which may be anything.
   * @param {Element} inside
   * @param {string} attribute
   * @param {string} name
   */
  #of(inside, attribute, name) {
    return inside.querySelector(`[data-${attribute}="${CSS.escape(name)}"]`)
  }

  #clear() {
    this.#result.replaceChildren()
    delete this.#result.dataset.verdict
    for (const sign of this.querySelectorAll(".show-verdict")) sign.remove()
  }

  /** @returns {HTMLElement} */
  get #result() {
    return /** @type {HTMLElement} */ (this.querySelector(".show-question__result"))
  }

  /** @returns {HTMLDetailsElement | null} */
  get #hints() {
    return this.querySelector(".show-question__hints")
  }

  get #keyless() {
    return "noKey" in this.dataset
  }

  /** @returns {NodeListOf<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement>} */
  get #controls() {
    return this.querySelectorAll(
      ".show-question__ask :is(input, select, textarea, button), .show-question__own textarea, .show-question__points input",
    )
  }
}

customElements.define("show-question", ShowQuestion)
