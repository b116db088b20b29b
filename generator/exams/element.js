// @ts-check
// An exam: a word draws a paper, which is answered in any order, handed in once and gone through afterwards. The page
// brings the rules and, in a template, all that is shown; what stands `data-in` a step is shown at that step.
//
// What is saved of an exam, as kind "exam" and under its id: `Paper` in paper.js.

import { anyWord, draw, plain } from "../elements/draw.js"
import { store } from "../elements/store.js"
import { fetchQuestions, isPaper, questionOn } from "./paper.js"
import { withResult } from "./past.js"
import { addToHistory, resultOf } from "./result.js"
import { drawMark, drawResult, layOut } from "./show.js"

/** @typedef {import("../elements/question.js").Answer} Answer */
/** @typedef {import("./paper.js").Paper} Paper */
/** @typedef {import("./past.js").Result} Result */
/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {{title: string, count: number, marks: number, pool: string[]}} Section */
/** @typedef {{pass: number, sections: Section[], pages: Record<string, string>}} Rules */
/** @typedef {"start" | "loading" | "failed" | "paper" | "result"} Step */

export class ShowExam extends HTMLElement {
  /** @type {Map<string, Element>} */
  #cards = new Map()
  /** @type {Paper | undefined} */
  #paper
  /** @type {Sheet | undefined} */
  #sheet
  /** Ends when all that was changed so far is saved. @type {Promise<void>} */
  #saving = Promise.resolve()

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
    const paper = store.read("exam", this.dataset.id ?? "")?.data
    if (isPaper(paper, this.rules.sections.length)) return this.#open(paper)
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
      word: word.trim(), drawn, at: Date.now(), answers: {}, flags: [], past: Array.isArray(before?.past) ? before.past : [],
    }))
    await this.#open(/** @type {Paper} */ (saved?.data))
    this.querySelector("h3")?.focus()
  }

  /** @param {Paper} paper */
  async #open(paper) {
    this.#paper = paper
    this.#say("loading")
    this.#step("loading")
    try {
      this.#cards = await fetchQuestions(this.rules.pages, paper.drawn.flat())
    } catch {
      this.#say("failed")
      return this.#step("failed")
    }
    this.#say(store.state === "saved" ? "" : store.state)
    this.#sheet = layOut(this, paper, this.#cards)
    if (paper.done) this.#review(paper)
    else this.#step("paper")
    for (const [name, answer] of Object.entries(paper.answers)) {
      const question = questionOn(this.#cards.get(name))
      if (!paper.done) question?.kind?.write(question, answer)
    }
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
   * Saves what has changed, one change after the other.
   * @param {(paper: Paper) => Paper} change
   */
  #change(change) {
    // The paper that was seen when it was changed: until its turn comes, another one may have taken its place.
    const { at } = /** @type {Paper} */ (this.#paper)
    this.#saving = this.#saving.then(() => this.#save(at, change))
    return this.#saving
  }

  /**
   * Saves a change of the paper begun `at`, unless another tab has begun another one or handed it in: then that is
   * shown.
   * @param {number} at
   * @param {(paper: Paper) => Paper} change
   */
  async #save(at, change) {
    const id = this.dataset.id ?? ""
    let isOurs = false
    const saved = await store.update("exam", id, paper => {
      isOurs = paper?.at === at && !paper.done
      return isOurs ? change(paper) : undefined
    })
    if (!isOurs) return this.#paper?.at === at ? this.#resume() : undefined
    const now = /** @type {Paper} */ (saved?.data)
    this.#paper = now
    this.#askNothing()
    this.#sheet?.draw(now)
    if (store.state !== "saved") this.#say(store.state)
  }

  async #submit() {
    await this.#change(paper => paper) // what another tab has answered meanwhile counts too
    if (this.#paper?.done) return
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
    /** @type {Map<string, number>} */
    const worth = new Map()
    await this.#change(paper => {
      for (const name of paper.drawn.flat()) worth.set(name, this.#worth(name, paper.answers[name]))
      const result = resultOf(paper, this.rules, worth)
      return { ...paper, done: result.at, past: withResult(paper.past, result) }
    })
    const paper = /** @type {Paper} */ (this.#paper)
    if (!worth.size) return // it was handed in before: by another tab, or by the first of two taps
    for (const [name, score] of worth) {
      const hash = questionOn(this.#cards.get(name))?.dataset.hash
      if (hash) await addToHistory(name, hash, score, Number(paper.done))
    }
    this.#review(paper)
    this.querySelector("h2")?.focus() // that of the result
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
    drawResult(this, /** @type {Result} */ (paper.past[paper.past.length - 1]))
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
