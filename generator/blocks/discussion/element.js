// @ts-check
// A question for a group: what a reader writes stays on the device, and only who has written can compare it. Below the
// last question of a page all that was written there can be copied and printed.
//
// What is saved of it, as kind "discussion" and under its id: the `text`.

import { copyText } from "../../elements/clipboard.js"
import { store } from "../../elements/store.js"
import { asText, notesOnPage, printAlone } from "./notes.js"

const KIND = "discussion"
const NO_PRINTING = /MicroMessenger/ // WeChat's browser does not print

class ShowDiscussion extends HTMLElement {
  /** @type {Record<string, string>} */
  #words = {}
  /** How many changes are not saved yet. */
  #saving = 0
  #end = () => {}

  connectedCallback() {
    const templates = this.querySelectorAll("template")
    if (templates.length) this.#prepare(templates)
    this.#end()
    this.#end = store.subscribe(({ kind, id }) => {
      if (kind === KIND && id === this.#key && !this.#saving) this.#restore()
    })
    this.#restore()
  }

  disconnectedCallback() {
    this.#end()
  }

  /** @param {NodeListOf<HTMLTemplateElement>} templates */
  #prepare(templates) {
    this.#words = JSON.parse(this.dataset.words ?? "{}")
    for (const template of templates) template.replaceWith(template.content.cloneNode(true))
    const all = document.querySelectorAll("show-discussion")
    const isLast = all[all.length - 1] === this
    this.#part("notes").hidden = !isLast
    this.#button("print").hidden = NO_PRINTING.test(navigator.userAgent)
    for (const name of ["input", "click"]) this.addEventListener(name, this)
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { type, target } = event
    if (!(target instanceof Element)) return
    if (type === "input") return void this.#write()
    if (target.closest("summary") && !this.#field.value.trim()) return this.#refuse(event)
    const button = target.closest("button[data-do]")
    if (button) void this.#carry(button.getAttribute("data-do") ?? "")
  }

  /**
   * Leaves what to look for closed: nothing is written yet that could be compared.
   * @param {Event} click
   */
  #refuse(click) {
    if (this.querySelector("details")?.open) return
    click.preventDefault()
    this.#say("state", this.#words.first)
    this.#field.focus()
  }

  /** @param {string} how */
  async #carry(how) {
    const notes = notesOnPage()
    if (!notes.length) return this.#say("done", this.#words.none)
    if (how === "print") return printAlone(notes)
    const copied = await copyText(asText(notes))
    this.#say("done", copied ? this.#words.copied.replace("{}", String(notes.length)) : this.#words.by_hand)
  }

  async #write() {
    this.#saving += 1
    this.#draw()
    await store.update(KIND, this.#key, () => ({ text: this.#field.value }), this.dataset.hash)
    this.#saving -= 1
    this.#say("state", this.#words[this.#fate()])
  }

  /** What has become of the last change. */
  #fate() {
    const isHere = store.unsaved.some(({ kind, id }) => kind === KIND && id === this.#key)
    if (!isHere) return "saved"
    return store.state === "full" ? "full" : "memory"
  }

  /** Takes up what is saved, by this page or another. */
  #restore() {
    const saved = store.read(KIND, this.#key)
    const text = Object(saved?.data).text
    this.#field.value = typeof text === "string" ? text : ""
    const changed = this.#field.value && saved?.hash !== this.dataset.hash
    this.#say("state", changed ? this.#words.changed : "")
    this.#draw()
  }

  /** Puts what is written where paper has it. */
  #draw() {
    this.#part("written").textContent = this.#field.value.trim()
  }

  /**
   * @param {"state" | "done"} place
   * @param {string} words
   */
  #say(place, words) {
    this.#part(place).textContent = words
  }

  /** @returns {string} */
  get #key() {
    return this.dataset.id ?? ""
  }

  /** @returns {HTMLTextAreaElement} */
  get #field() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"))
  }

  /**
   * @param {string} what
   * @returns {HTMLElement}
   */
  #button(what) {
    return /** @type {HTMLElement} */ (this.querySelector(`button[data-do=${what}]`))
  }

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.show-discussion__${name}`))
  }
}

customElements.define("show-discussion", ShowDiscussion)
