// @ts-check
// An exam: a word draws a paper, which is answered in any order, handed in once and gone through afterwards. The page
// brings the rules and, in a template, all that is shown; what stands `data-in` a step is shown at that step.
//
// What is saved of an exam, as kind "exam" and under its id: {@link Paper}.

import { anyWord, draw, plain } from "../elements/draw.js"
import { store } from "../elements/store.js"
import { fetchQuestions, questionOn } from "./paper.js"
import { addToHistory, marksOf } from "./result.js"
import { Sheet } from "./sheet.js"
import { drawMark, drawResult, filled } from "./show.js"

/** @typedef {import("../elements/question.js").Answer} Answer */
/** @typedef {import("./result.js").Result} Result */
/** @typedef {{title: string, count: number, marks: number, pool: string[]}} Section */
/** @typedef {{pass: number, sections: Section[], pages: Record<string, string>}} Rules */
/** @typedef {"start" | "failed" | "paper" | "result"} Step */

/**
 * The questions `drawn`, as "stage/question" and section by section, begun `at`; `done` when it was handed in; `past`
 * are the results of this and earlier papers, the last one at the end.
 * @typedef {{word: string, drawn: string[][], at: number, answers: Record<string, Answer>, flags: string[],
 *   done?: number, past: Result[]}} Paper
 */

const LONGEST_PAST = 20

class ShowExam extends HTMLElement {
  /** @type {Map<string, HTMLElement>} */
  #cards = new Map()
  /** @type {Paper | undefined} */
  #paper
  /** @type {Sheet | undefined} */
  #sheet

  connectedCallback() {
    const template = this.querySelector("template")
    if (!template) return
    template.replaceWith(template.content.cloneNode(true))
    for (const name of ["submit", "click", "show-answer"]) this.addEventListener(name, this)
    void this.#resume()
  }

  /** @returns {Rules} */
  get rules() {
    return JSON.parse(this.dataset.rules ?? "{}")
  }

  /** @returns {Record<string, string>} */
  get words() {
    return JSON.parse(this.dataset.words ?? "{}")
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { target } = event
    if (!(target instanceof Element)) return
    if (event.type === "submit") {
      event.preventDefault()
      void this.#begin(this.#field.value)
    } else if (event.type === "show-answer") {
      this.#answered(target)
    } else {
      const button = target.closest("button[data-do]")
      if (button) void this.#do(button.getAttribute("data-do") ?? "", button)
    }
  }

  /**
   * @param {string} what
   * @param {Element} button
   */
  async #do(what, button) {
    if (what === "flag") this.#flag(button)
    else if (what === "submit") await this.#submit()
    else if (what === "submit-anyway") await this.#handIn()
    else if (what === "back") this.#lookAgain()
    else if (what === "retry") await this.#resume()
    else if (what === "print") print()
    else if (what === "another") this.#restart(anyWord())
    else if (what === "same") this.#restart(this.#paper?.word ?? anyWord())
  }

  /** Goes on where this device is: at the start, in the middle of a paper or after it. */
  async #resume() {
    const saved = store.read("exam", this.dataset.id ?? "")
    const paper = /** @type {Paper | undefined} */ (saved?.data)
    if (paper?.drawn?.length === this.rules.sections.length) return this.#open(paper)
    this.#restart(anyWord())
  }

  /** @param {string} word offered for the next paper */
  #restart(word) {
    this.#field.value = word
    this.#step("start")
    if (this.#paper) this.#field.focus()
  }

  /** @param {string} word */
  async #begin(word) {
    if (!plain(word)) {
      this.#say("no_word")
      return this.#field.focus()
    }
    const { sections } = this.rules
    const drawn = draw(sections.map(({ pool }) => pool), sections.map(({ count }) => count), word)
    const saved = await store.update("exam", this.dataset.id ?? "", before => ({
      word: word.trim(), drawn, at: Date.now(), answers: {}, flags: [], past: before?.past ?? [],
    }))
    await this.#open(/** @type {Paper} */ (saved?.data))
    this.querySelector("h4")?.focus()
  }

  /** @param {Paper} paper */
  async #open(paper) {
    this.#paper = paper
    this.#say("loading")
    try {
      this.#cards = await fetchQuestions(this.rules.pages, paper.drawn.flat())
    } catch {
      this.#say("failed")
      return this.#step("failed")
    }
    this.#say(store.state === "saved" ? "" : store.state)
    this.#layOut(paper)
    if (paper.done) this.#review(paper)
    else this.#step("paper")
    for (const [name, answer] of Object.entries(paper.answers)) {
      const question = questionOn(this.#cards.get(name))
      if (!paper.done) question?.kind?.write(question, answer)
    }
  }

  /** @param {Paper} paper */
  #layOut(paper) {
    const list = /** @type {HTMLElement} */ (this.querySelector("[data-exam]"))
    list.replaceChildren()
    this.#sheet = new Sheet(this, paper)
    paper.drawn.forEach((names, place) => {
      const { title, marks } = this.rules.sections[place]
      const section = this.#make("section", list)
      filled(section, "h3", this.words.section, title, marks)
      for (const name of names) this.#layOutQuestion(section, name, marks / names.length)
    })
    this.#sheet.draw()
  }

  /**
   * @param {HTMLElement} section
   * @param {string} name
   * @param {number} marks
   */
  #layOutQuestion(section, name, marks) {
    const number = /** @type {Sheet} */ (this.#sheet).add(name)
    const box = this.#make("question", section)
    const heading = filled(box, "h4", this.words.question, number)
    heading.id = `exam-${number}`
    box.dataset.name = name
    box.dataset.marks = String(marks)
    box.setAttribute("aria-labelledby", heading.id)
    box.querySelector("button")?.setAttribute("aria-describedby", heading.id)
    const gone = document.createElement("p")
    gone.textContent = this.words.gone
    box.append(this.#cards.get(name) ?? gone)
  }

  /**
   * Adds a copy of what the page has in a template of that name.
   * @param {string} name
   * @param {Element} place
   * @returns {HTMLElement}
   */
  #make(name, place) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector(`template[data-make="${name}"]`))
    const made = /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild)
    return place.appendChild(made)
  }

  /** @param {Element} changed a question on the paper */
  #answered(changed) {
    const name = changed.getAttribute("data-id") ?? ""
    const question = questionOn(this.#cards.get(name))
    if (!question || this.#paper?.done) return
    const { answer } = question
    void this.#change(({ answers: { [name]: _, ...others }, ...paper }) => ({
      ...paper,
      answers: answer === undefined ? others : { ...others, [name]: answer },
    }))
  }

  /** @param {Element} button */
  #flag(button) {
    const name = button.closest("[data-name]")?.getAttribute("data-name") ?? ""
    void this.#change(paper => ({
      ...paper,
      flags: paper.flags.includes(name) ? paper.flags.filter(other => other !== name) : [...paper.flags, name],
    }))
  }

  /**
   * Saves what has changed, unless another tab has begun another paper: then that one is shown.
   * @param {(paper: Paper) => Paper} change
   */
  async #change(change) {
    const id = this.dataset.id ?? ""
    const ours = /** @type {Paper} */ (this.#paper)
    const saved = await store.update("exam", id, paper => (paper?.at === ours.at && !paper.done ? change(paper) : undefined))
    const now = /** @type {Paper | undefined} */ (saved?.data)
    if (now?.at !== ours.at) return this.#resume()
    this.#paper = now
    this.#askNothing()
    this.#sheet?.draw(now)
    if (store.state !== "saved") this.#say(store.state)
  }

  async #submit() {
    const doubts = this.#sheet?.doubts() ?? ""
    if (!doubts) return this.#handIn()
    const asked = /** @type {HTMLElement} */ (this.querySelector(".show-exam__ask"))
    asked.hidden = false
    const line = /** @type {HTMLElement} */ (asked.querySelector("p"))
    line.textContent = doubts
    line.focus()
    asked.scrollIntoView({ block: "nearest" })
  }

  #lookAgain() {
    this.#askNothing()
    this.#sheet?.lookAgain()
  }

  #askNothing() {
    const asked = /** @type {HTMLElement} */ (this.querySelector(".show-exam__ask"))
    asked.hidden = true
  }

  async #handIn() {
    const { drawn, answers, word, at } = /** @type {Paper} */ (this.#paper)
    const full = this.rules.sections.map(({ marks }) => marks)
    const worth = new Map(drawn.flat().map(name => [name, this.#worth(name, answers[name])]))
    const result = { at: Date.now(), word, got: marksOf(drawn, full, worth), full, pass: this.rules.pass }
    await this.#change(paper => ({ ...paper, done: result.at, past: [...paper.past, result].slice(-LONGEST_PAST) }))
    if (this.#paper?.at !== at || this.#paper.done !== result.at) return this.#resume() // another tab was faster
    for (const [name, score] of worth) {
      const hash = questionOn(this.#cards.get(name))?.dataset.hash
      if (hash) await addToHistory(name, hash, score, result.at)
    }
    this.#review(this.#paper)
    this.querySelector("h2")?.focus()
  }

  /**
   * @param {string} name
   * @param {Answer | undefined} answer
   */
  #worth(name, answer) {
    const question = questionOn(this.#cards.get(name))
    return (question && answer && question.kind?.mark(question, answer).fraction) ?? 0
  }

  /** @param {Paper} paper */
  #review(paper) {
    this.#askNothing()
    this.#step("result")
    drawResult(this, /** @type {Result} */ (paper.past.at(-1)), (name, place) => this.#make(name, place))
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-name]"))) {
      const name = box.dataset.name ?? ""
      const answer = paper.answers[name]
      const worth = questionOn(this.#cards.get(name))?.reveal(answer) ?? 0
      drawMark(box, answer === undefined ? undefined : worth, this.words)
      this.#sheet?.judge(name, box.querySelector("strong")?.textContent ?? "", worth)
    }
  }

  /** @param {Step} step */
  #step(step) {
    this.dataset.step = step
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.parentElement?.querySelectorAll("[data-in]"))) {
      part.hidden = !part.dataset.in?.split(" ").includes(step)
    }
  }

  /** @param {string} name of what to say; nothing for "" */
  #say(name) {
    const status = /** @type {HTMLElement} */ (this.querySelector(".show-exam__status"))
    status.textContent = this.words[name] ?? ""
  }

  /** @returns {HTMLInputElement} */
  get #field() {
    return /** @type {HTMLInputElement} */ (this.querySelector(".show-exam__word"))
  }
}

customElements.define("show-exam", ShowExam)
