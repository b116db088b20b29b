// @ts-check
// A checklist that is alive: runs are started under a code, one is worked through, and finishing freezes it. The page
// comes with the list as it is printed, which stays there for those without a script.

import { store } from "../elements/store.js"
import { Sharing, standAlone, takeOver } from "./car.js"
import { readDefinition } from "./definition.js"
import { say, slot } from "./parts.js"
import { RunView } from "./run-view.js"
import { KIND, asRun, newId, progress, startRun } from "./run.js"
import "./runs.js"

/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./run.js").Definition} Definition */

class ShowChecklist extends HTMLElement {
  /** The run on the page, by its id. @type {string} */
  #id = ""
  /** @type {RunView | undefined} */
  #view
  #sharing = new Sharing("")
  /** @type {Definition | undefined} */
  #definition
  #follow = () => this.#open()
  #forget = () => {}

  connectedCallback() {
    this.words = JSON.parse(this.dataset.words ?? "{}")
    this.#definition ??= readDefinition(slot(this, "sheet"), this.dataset.list ?? "", this.dataset.title ?? "")
    slot(this, "start").hidden = false
    this.addEventListener("click", this)
    this.addEventListener("submit", this)
    addEventListener("hashchange", this.#follow)
    this.#forget = store.subscribe(({ kind, id }) => {
      if (kind === KIND && id === this.#id) this.#show()
    })
    this.#open()
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.#follow)
    this.#forget()
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault()
      void this.#start()
    }
    const button = event.type === "click" && event.target instanceof Element ? event.target.closest("[data-do]") : null
    const what = button?.getAttribute("data-do")
    if (what === "finish") this.#askToFinish()
    if (what === "finish-anyway") this.#finish()
    if (what === "go-on") this.#goOn()
    if (what === "another-car") void this.#anotherCar()
    if (what === "print") print()
    if (what === "back") location.hash = ""
  }

  async #start() {
    const input = this.querySelector("input[name=code]")
    const code = input instanceof HTMLInputElement ? input.value.trim() : ""
    slot(slot(this, "start"), "said").textContent = code ? "" : this.words.no_code
    if (!code || !(input instanceof HTMLInputElement) || !this.#definition) {
      if (input instanceof HTMLElement) input.focus()
      return
    }
    const id = newId()
    const run = startRun(this.#definition, code)
    takeOver(run)
    await store.update(KIND, id, () => run, this.dataset.version)
    input.value = ""
    location.hash = `run-${id}`
  }

  /** Shows the run that the address names, or the list where it names none. */
  #open() {
    const id = /^#run-([a-z0-9-]+)$/.exec(location.hash)?.[1] ?? ""
    const run = asRun(store.read(KIND, id)?.data)
    const left = this.#id
    this.#id = run && run.list === this.dataset.list ? id : ""
    const root = slot(this, "run")
    root.hidden = !this.#id
    for (const name of ["sheet", "start"]) slot(this, name).hidden = Boolean(this.#id)
    this.parentElement?.classList.toggle("show-checklist--run", Boolean(this.#id))
    if (this.#id && run) {
      this.#sharing = new Sharing(id)
      this.#view = new RunView(root, this, this.words, run, change => void this.#save(change))
      this.#show()
      slot(root, "sure").hidden = true
      slot(root, "code").focus({ preventScroll: true })
      root.scrollIntoView()
    } else if (left) {
      const input = this.querySelector("input[name=code]")
      if (input instanceof HTMLElement) input.focus()
    }
  }

  /** @param {(run: Run) => void} change */
  #save(change) {
    const now = asRun(store.read(KIND, this.#id)?.data)
    if (now?.finished === null) this.#sharing.pass(now, change)
    return store.update(KIND, this.#id, data => {
      const run = asRun(data)
      if (!run || run.finished !== null) return undefined
      change(run)
      return run
    })
  }

  #show() {
    const saved = store.read(KIND, this.#id)
    const run = asRun(saved?.data)
    if (!run) return
    this.#view?.show(run, saved?.hash !== this.dataset.version)
    const root = slot(this, "run")
    slot(root, "state").textContent = store.state === "saved" ? "" : this.words[store.state]
  }

  #askToFinish() {
    const run = asRun(store.read(KIND, this.#id)?.data)
    if (!run) return
    const { open, critical } = progress(run)
    if (!open.length && !critical.length) {
      this.#finish()
      return
    }
    const sure = slot(this, "sure")
    const numbers = (/** @type {import("./run.js").Item[]} */ items) => items.map(item => item.number).join(" ")
    const openLine = `${say(this.words.sure_open, { count: open.length })} ${numbers(open)}`
    slot(sure, "sure-open").textContent = open.length ? openLine : ""
    const criticalLine = `${say(this.words.critical, { count: critical.length })} ${numbers(critical)}`
    slot(sure, "sure-critical").textContent = critical.length ? criticalLine : ""
    sure.hidden = false
    sure.focus()
  }

  #finish() {
    void this.#save(run => (run.finished = Date.now()))
    slot(this, "sure").hidden = true
    slot(slot(this, "run"), "code").focus()
  }

  async #anotherCar() {
    await this.#save(standAlone)
    slot(this, "head").querySelector("input")?.focus()
  }

  #goOn() {
    slot(this, "sure").hidden = true
    const button = this.querySelector("[data-do=finish]")
    if (button instanceof HTMLElement) button.focus()
  }
}

customElements.define("show-checklist", ShowChecklist)
