// @ts-check
// What came of each exam, for the list of them on the progress page: a row is `data-paper`, its parts are `data-part`.

import { drawing } from "../elements/signs.js"
import { store } from "../elements/store.js"
import { bestOf, isPassed, pastOf, sum } from "./past.js"

class ShowResults extends HTMLElement {
  #end = () => {}

  connectedCallback() {
    for (const part of this.querySelectorAll("[data-alive]")) part.removeAttribute("hidden")
    this.#end()
    this.#end = store.subscribe(({ kind }) => kind === "exam" && this.#draw())
    this.#draw()
  }

  disconnectedCallback() {
    this.#end()
  }

  #draw() {
    for (const row of this.querySelectorAll("[data-paper]")) {
      const past = pastOf(store.read("exam", row.getAttribute("data-paper") ?? "")?.data)
      const passed = past.some(isPassed)
      row.querySelector(".show-mark")?.replaceChildren(...(passed ? [drawing("passed")] : []))
      const said = { passed: this.#verdict(past, passed), ...this.#best(past) }
      for (const [name, words] of Object.entries(said)) row.querySelector(`[data-part=${name}]`)?.replaceChildren(words)
    }
  }

  /**
   * @param {import("./past.js").Result[]} past
   * @param {boolean} passed
   */
  #verdict(past, passed) {
    const { words } = this
    return passed ? words.yes : past.length ? words.no : words.never
  }

  /** @param {import("./past.js").Result[]} past */
  #best(past) {
    const best = bestOf(past)
    if (!best) return { best: "–", date: "–" }
    const marks = this.words.marks.replace("{got}", String(sum(best.got))).replace("{full}", String(sum(best.full)))
    return { best: marks, date: new Date(best.at).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" }) }
  }

  /** @returns {Record<string, string>} */
  get words() {
    return JSON.parse(this.dataset.words ?? "{}")
  }
}

customElements.define("show-results", ShowResults)
