// @ts-check
// The runs that this device keeps: those still open for the next shift, today's finished ones, and the way to carry
// them elsewhere. Of one list, or where none is named of all.

import { copyText } from "../elements/clipboard.js"
import { fromText, toCode } from "../elements/code.js"
import { saveFile } from "../elements/download.js"
import { store } from "../elements/store.js"
import { exported, imported } from "../elements/transfer.js"
import { toCsv, today } from "./carry.js"
import { part, say, slot, when } from "./parts.js"
import { KIND, asRun, isSameDay, progress } from "./run.js"

/** @typedef {import("./run.js").Run} Run */

class ShowRuns extends HTMLElement {
  #forget = () => {}

  connectedCallback() {
    this.words = JSON.parse(this.dataset.words ?? "{}")
    this.results = JSON.parse(this.dataset.results ?? "{}")
    this.pages = JSON.parse(this.dataset.pages ?? "{}")
    this.hidden = false
    this.addEventListener("click", this)
    this.#forget = store.subscribe(({ kind }) => {
      if (kind === KIND) this.show()
    })
    this.show()
  }

  disconnectedCallback() {
    this.#forget()
  }

  /** @param {Event} event */
  handleEvent(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-do]") : null
    if (!(button instanceof HTMLElement)) return
    const what = button.dataset.do
    if (what === "remove") this.#remove(button)
    const name = `${this.words.file_name} ${today()}`
    if (what === "csv") saveFile(`${name}.csv`, this.#csv(), "text/csv")
    if (what === "file") saveFile(`${name}.json`, JSON.stringify(exported(KIND)), "application/json")
    if (what === "table-text") this.#showText(this.words.table, this.#csv())
    if (what === "text") void toCode(exported(KIND)).then(code => this.#showText(this.words.carried, code))
    if (what === "copy") void this.#copy()
    if (what === "take") void this.#take()
  }

  show() {
    const runs = this.#runs()
    const open = runs.filter(([, run]) => run.finished === null)
    const finished = runs.filter(([, run]) => run.finished !== null)
    const done = finished.filter(([, run]) => isSameDay(run.finished ?? 0, Date.now()))
    const older = finished.filter(entry => !done.includes(entry))
    this.#fill("open", open)
    this.#fill("finished", done)
    if (!this.dataset.list) slot(this, "table").hidden = done.length === 0
    slot(this, "older-list").replaceChildren(...older.map(([id, run]) => this.#line(id, run)))
    slot(this, "older").hidden = older.length === 0
    const newer = store.unsaved.some(({ why }) => why === "newer")
    slot(this, "state").textContent = newer ? this.words.newer : store.state === "saved" ? "" : this.words[store.state]
  }

  /**
   * The runs by their ids, the latest first.
   * @returns {[string, Run][]}
   */
  #runs() {
    const list = this.dataset.list
    return [...store.all(KIND)]
      .flatMap(([id, { data }]) => {
        const run = asRun(data)
        return run && (!list || run.list === list) ? [/** @type {[string, Run]} */ ([id, run])] : []
      })
      .sort(([, one], [, other]) => other.started - one.started)
  }

  /**
   * Shows some of the runs under their heading. On a list's own page a heading over nothing would be in the way.
   * @param {string} name
   * @param {[string, Run][]} runs
   */
  #fill(name, runs) {
    slot(this, name).replaceChildren(...runs.map(([id, run]) => this.#line(id, run)))
    slot(this, name).hidden = runs.length === 0
    slot(this, `no-${name}`).hidden = runs.length > 0 || Boolean(this.dataset.list)
    slot(this, `${name}-title`).hidden = runs.length === 0 && Boolean(this.dataset.list)
  }

  /**
   * @param {string} id
   * @param {Run} run
   * @returns {HTMLElement}
   */
  #line(id, run) {
    const made = part(this, "run")
    const { done, total, critical, defects } = progress(run)
    const page = this.pages[run.list]
    if (page !== undefined) slot(made, "link").setAttribute("href", `${this.dataset.list ? "" : page}#run-${id}`)
    slot(made, "code").textContent = run.code
    slot(made, "list").textContent = this.dataset.list ? "" : run.title
    slot(made, "facts").textContent = [
      say(this.words.progress, { done, total }),
      critical.length ? say(this.words.critical_short, { count: critical.length }) : "",
      defects ? say(this.words.defects, { count: defects }) : "",
      run.finished === null
        ? say(this.words.started, { time: when(run.started) })
        : say(this.words.finished_short, { time: when(run.finished) }),
    ]
      .filter(Boolean)
      .join(" · ")
    const button = made.querySelector("[data-do=remove]")
    button?.setAttribute("data-id", id)
    button?.setAttribute("aria-label", `${this.words.remove} ${run.code}`)
    return made
  }

  /**
   * Asks once before a run is gone.
   * @param {HTMLElement} button
   */
  #remove(button) {
    const id = button.dataset.id ?? ""
    const code = asRun(store.read(KIND, id)?.data)?.code ?? ""
    if (button.dataset.asked === undefined) {
      button.dataset.asked = ""
      button.textContent = this.words.remove_sure
      button.setAttribute("aria-label", `${this.words.remove_sure} ${code}`)
      return
    }
    void store.remove(KIND, id).then(() => {
      this.#say(say(this.words.removed, { code }))
      slot(this, "said").focus() // the button is gone with its line
    })
  }

  #csv() {
    const runs = this.#runs().map(([, run]) => run)
    const done = runs.filter(({ finished }) => finished !== null && isSameDay(finished, Date.now()))
    return toCsv(done, this.words, this.results)
  }

  /**
   * Shows a text to be copied, for browsers that save no files.
   * @param {string} label
   * @param {string} text
   */
  #showText(label, text) {
    const place = slot(this, "text")
    const box = place.querySelector("textarea")
    if (!box) return
    slot(place, "text-label").textContent = label
    box.value = text
    place.hidden = false
    box.focus()
    box.select()
  }

  async #copy() {
    const box = slot(this, "text").querySelector("textarea")
    const copied = await copyText(box?.value ?? "")
    box?.select()
    this.#say(copied ? this.words.copied : this.words.copy_by_hand)
  }

  async #take() {
    const pasted = slot(this, "pasted")
    const chosen = slot(this, "chosen")
    const file = chosen instanceof HTMLInputElement ? chosen.files?.[0] : undefined
    const text = pasted instanceof HTMLTextAreaElement ? pasted.value : ""
    const isFile = file && !text.trim()
    try {
      const counts = await imported(await fromText(isFile ? await file.text() : text))
      this.#say(say(this.words.taken, { ...counts }))
    } catch (error) {
      this.#say(error instanceof RangeError ? this.words.too_old : isFile ? this.words.damaged_file : this.words.damaged)
    }
  }

  /** @param {string} sentence */
  #say(sentence) {
    slot(this, "said").textContent = sentence
  }
}

customElements.define("show-runs", ShowRuns)
