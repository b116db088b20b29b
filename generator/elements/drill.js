// @ts-check
// Cards to sort, one at a time: by tap, or by the number on the button. The page comes with all cards in a list, their
// answers folded. What is saved of a card, as kind "drill" and under its id: `history`, as [time, 1 or 0].

import { store } from "./store.js"

const ROUND = 20
const LONGEST_HISTORY = 20

class ShowDrill extends HTMLElement {
  /** @type {HTMLElement[]} */
  #cards = []
  /** @type {HTMLElement[]} */
  #missed = []
  #place = 0
  #answered = false

  connectedCallback() {
    if (this.#cards.length) return
    const list = this.#part("cards")
    list.hidden = true
    this.#part("stage").hidden = false
    this.addEventListener("click", this)
    this.addEventListener("keydown", this) // and not the page, where a number means other things to many
    this.#deal()
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent) return this.#key(event)
    const button = event.target instanceof Element ? event.target.closest("button") : null
    if (!button || !this.contains(button)) return
    if (button.dataset.category) this.#answer(button.dataset.category)
    else if (button.dataset.do === "next") this.#next()
    else if (button.dataset.do === "round") this.#again()
  }

  #again() {
    this.#deal()
    this.#choices[0].focus() // the button that was pressed is gone
  }

  /** @param {KeyboardEvent} event */
  #key({ key, ctrlKey, metaKey, altKey }) {
    if (ctrlKey || metaKey || altKey || !/^[1-9]$/.test(key)) return
    const button = this.querySelectorAll("button[data-category]")[Number(key) - 1]
    if (button instanceof HTMLButtonElement) this.#answer(button.dataset.category ?? "")
  }

  /** A new round, mixed: of what was missed last first of all, then of what was never seen, then of the rest. */
  #deal() {
    const all = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-card]")])
    const saved = store.all("drill")
    const need = new Map(all.map(card => [card, this.#need(saved.get(card.dataset.card ?? "")?.data) + Math.random()]))
    const order = all.sort((one, other) => Number(need.get(other)) - Number(need.get(one))).slice(0, ROUND)
    this.#cards = order.sort(() => Math.random() - 0.5)
    this.#missed = []
    this.#place = 0
    this.#show()
  }

  /** @param {any} data */
  #need(data) {
    const [last] = Array.isArray(data?.history) ? data.history.slice(-1) : []
    return last ? (last[1] ? 0 : 2) : 1
  }

  #show() {
    const card = this.#cards[this.#place]
    this.#answered = false
    const say = this.#words
    this.#part("count").textContent = say.left.replace("{}", String(this.#place + 1)).replace("{}", String(this.#cards.length))
    this.#part("text").replaceChildren(...copies(card.querySelector(".show-drill__words")))
    this.#result.replaceChildren()
    delete this.#result.dataset.verdict
    this.#part("next").replaceChildren()
    for (const button of this.#choices) button.disabled = false
    this.#part("choices").hidden = false
  }

  /** @param {string} category */
  #answer(category) {
    if (this.#answered || this.#place >= this.#cards.length) return
    this.#answered = true
    const card = this.#cards[this.#place]
    const right = card.dataset.category === category
    if (!right) this.#missed.push(card)
    void store.update("drill", card.dataset.card ?? "", data => ({
      history: [...(Array.isArray(data?.history) ? data.history : []), [Date.now(), Number(right)]].slice(-LONGEST_HISTORY),
    }))
    const verdict = document.createElement("strong")
    verdict.textContent = right ? this.#words.right : this.#words.wrong
    this.#result.dataset.verdict = right ? "right" : "wrong"
    const details = [...(card.querySelector("details")?.children ?? [])].filter(part => part.tagName !== "SUMMARY")
    const [name, ...why] = details.map(part => part.cloneNode(true))
    this.#result.replaceChildren(verdict, ...(right ? [] : [name]), ...why)
    for (const button of this.#choices) button.disabled = true
    this.#button("next")
  }

  #next() {
    this.#place += 1
    if (this.#place < this.#cards.length) {
      this.#show()
      return this.#choices[0].focus()
    }
    const say = this.#words
    const right = this.#cards.length - this.#missed.length
    this.#part("count").textContent = ""
    this.#part("choices").hidden = true
    this.#part("text").textContent = say.done.replace("{}", String(this.#cards.length)).replace("{}", String(right))
    delete this.#result.dataset.verdict
    this.#result.replaceChildren(...(this.#missed.length ? [say.missed, this.#list()] : []))
    this.#button("round")
  }

  #list() {
    const list = document.createElement("ul")
    for (const card of this.#missed) {
      list.appendChild(document.createElement("li")).append(...copies(card.querySelector(".show-drill__words")))
    }
    return list
  }

  /** @param {"next" | "round"} what */
  #button(what) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "md-button md-button--primary show-button"
    button.dataset.do = what
    button.textContent = this.#words[what]
    this.#part("next").replaceChildren(button)
    button.focus()
  }

  /** @returns {Record<string, string>} */
  get #words() {
    return JSON.parse(this.dataset.words ?? "{}")
  }

  /** @returns {HTMLButtonElement[]} */
  get #choices() {
    return /** @type {HTMLButtonElement[]} */ ([...this.querySelectorAll("button[data-category]")])
  }

  /** @returns {HTMLElement} */
  get #result() {
    return /** @type {HTMLElement} */ (this.querySelector(".show-question__result"))
  }

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.show-drill__${name}`))
  }
}

/**
 * @param {Element | null} element
 * @returns {Node[]}
 */
function copies(element) {
  return [...(element?.childNodes ?? [])].map(node => node.cloneNode(true))
}

customElements.define("show-drill", ShowDrill)
