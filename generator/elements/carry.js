// @ts-check
// Carries what is saved on this device to another one, as a file or as a code to copy, takes in what came from there,
// and clears it. The page brings along every control, hidden.

import { copyText } from "./clipboard.js"
import { fromText, toCode } from "./code.js"
import { saveFile } from "./download.js"
import { store } from "./store.js"
import { exported, imported } from "./transfer.js"

const FILE = "showroom.json"
const NO_FILES = /MicroMessenger/ // WeChat's browser saves no file that a page has made

class ShowCarry extends HTMLElement {
  #end = () => {}
  /** @type {Record<string, string>} */
  #words = {}

  connectedCallback() {
    this.#words = JSON.parse(this.dataset.words ?? "{}")
    for (const part of this.querySelectorAll("[data-alive]")) part.removeAttribute("hidden")
    this.#find("[data-do=file]").hidden = NO_FILES.test(navigator.userAgent)
    this.addEventListener("click", this)
    this.addEventListener("change", this)
    this.#end()
    this.#end = store.subscribe(() => this.#state())
    this.#state()
  }

  disconnectedCallback() {
    this.#end()
  }

  /** @param {Event} event */
  handleEvent({ type, target }) {
    if (type === "change" && target instanceof HTMLInputElement && target.files?.length) void this.#takeFile(target)
    const button = type === "click" && target instanceof Element ? target.closest("button[data-do]") : null
    const control = target instanceof Element ? target.closest("button[data-do], input[type=file]") : null
    if (control) this.#hush(control)
    if (button instanceof HTMLButtonElement) void this.#do(button.dataset.do ?? "")
  }

  /** @param {string} what */
  async #do(what) {
    if (what === "code") await this.#showCode()
    else if (what === "copy") await this.#copy()
    else if (what === "file") this.#save()
    else if (what === "take") await this.#take(this.#text("incoming").value)
    else if (what === "clear" || what === "keep") this.#ask(what === "clear")
    else if (what === "really") await this.#clear()
  }

  /** @param {Element} control at which the next thing is done, and beside which it is said */
  #hush(control) {
    const place = this.#find("[role=status]")
    place.textContent = ""
    control.closest("section")?.append(place)
  }

  async #showCode() {
    const field = this.#text("outgoing")
    field.value = await toCode(exported())
    this.#find(".show-carry__code").hidden = false
    field.focus()
    field.select()
  }

  async #copy() {
    const field = this.#text("outgoing")
    const copied = await copyText(field.value)
    if (!copied) field.select()
    this.#say(copied ? "copied" : "by_hand")
  }

  #save() {
    saveFile(FILE, JSON.stringify(exported()), "application/json")
    this.#say("filed")
  }

  /** @param {HTMLInputElement} input */
  async #takeFile(input) {
    const [file] = input.files ?? []
    await this.#take(await file.text())
    input.value = "" // so that the same file can be chosen again
  }

  /** @param {string} text a code, or what a file holds */
  async #take(text) {
    if (!text.trim()) return this.#say("empty")
    try {
      const data = await fromText(text)
      this.#say("busy")
      const counts = await imported(data)
      this.#say(counts.refused ? "taken_refused" : "taken", counts)
    } catch (error) {
      this.#say(error instanceof RangeError ? "too_old" : "broken")
    }
  }

  /** @param {boolean} asked */
  #ask(asked) {
    const items = Object.keys(exported().items).length
    if (asked && !items) return this.#say("nothing")
    this.#find(".show-carry__question").textContent = this.#words.question.replace("{items}", String(items))
    this.#find(".show-carry__sure").hidden = !asked
    this.#find("[data-do=clear]").hidden = asked
    this.#find(asked ? "[data-do=keep]" : "[data-do=clear]").focus()
  }

  async #clear() {
    const names = Object.keys(exported().items)
    this.#say("busy")
    for (const name of names) await store.remove(name.slice(0, name.indexOf(":")), name.slice(name.indexOf(":") + 1))
    this.#ask(false)
    this.#find(".show-carry__code").hidden = true
    const left = Object.keys(exported().items).length
    this.#say(left ? "left" : "cleared", { items: names.length - left, left })
  }

  /** Says whether what is done is saved at all. */
  #state() {
    const place = this.#find(".show-carry__state")
    place.hidden = store.state === "saved"
    place.textContent = store.state === "saved" ? "" : this.#words[store.state]
  }

  /**
   * @param {string} name
   * @param {Record<string, number>} [counts]
   */
  #say(name, counts = {}) {
    const words = Object.entries(counts).reduce((text, [key, count]) => text.replace(`{${key}}`, String(count)), this.#words[name])
    this.#find("[role=status]").textContent = words
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement}
   */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }

  /**
   * @param {string} name
   * @returns {HTMLTextAreaElement}
   */
  #text(name) {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector(`textarea[name=${name}]`))
  }
}

customElements.define("show-carry", ShowCarry)
