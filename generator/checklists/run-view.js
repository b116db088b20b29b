// @ts-check
// A run on the page: its groups and items made of the page's parts, filled with what is noted, and read back.

import { fault, isDefect, progress } from "./run.js"
import { part, say, slot, when, write } from "./parts.js"

/** @typedef {import("./run.js").Group} Group */
/** @typedef {import("./run.js").Item} Item */
/** @typedef {import("./run.js").Run} Run */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */
/** @typedef {(change: (run: Run) => void) => void} Save */

export class RunView {
  /** Puts what is noted into the controls, by the control. @type {Map<Control, (run: Run) => string | undefined>} */
  #noted = new Map()
  /** @type {Map<string, HTMLElement>} */
  #items = new Map()
  /** @type {Map<string, HTMLElement>} */
  #groups = new Map()

  /**
   * @param {HTMLElement} root the page's `[data-part=run]`
   * @param {ParentNode} page where the parts are
   * @param {Record<string, string>} words
   * @param {Run} run
   * @param {Save} save
   */
  constructor(root, page, words, run, save) {
    this.root = root
    this.page = page
    this.words = words
    this.save = save
    const foreign = run.language !== document.documentElement.lang
    for (const name of ["head", "groups"]) {
      slot(root, name).replaceChildren()
      slot(root, name).lang = foreign ? run.language : document.documentElement.lang
    }
    for (const { id, title } of run.fields) slot(root, "head").append(this.#field(id, title))
    for (const field of page.querySelectorAll(".show-sheet__field[data-on-paper]")) {
      const blank = part(page, "blank")
      write(blank, "title", field.querySelector("[data-field=title]")?.textContent ?? "")
      slot(root, "head").append(blank)
    }
    for (const group of run.groups) slot(root, "groups").append(this.#group(group))
  }

  /**
   * Shows what is noted; the control that somebody is typing in is left to them.
   * @param {Run} run
   * @param {boolean} changed whether the list has been changed since
   */
  show(run, changed) {
    for (const [control, noted] of this.#noted) {
      const value = noted(run) ?? ""
      if (control.type === "radio" || control.type === "checkbox") {
        if (control instanceof HTMLInputElement) control.checked = control.value === value
      } else if (control !== document.activeElement) control.value = value
      if (control instanceof HTMLTextAreaElement) control.rows = Math.max(2, Math.ceil(control.value.length / 30))
    }
    for (const group of run.groups) this.#showGroup(group, run)
    this.#showProgress(run)
    const all = slot(this.root, "all")
    if (all instanceof HTMLFieldSetElement) all.disabled = run.finished !== null
    slot(this.root, "changed").hidden = !changed
    this.#showTaken(run)
    for (const button of this.root.querySelectorAll("[data-do=finish]")) {
      if (button instanceof HTMLElement) button.hidden = run.finished !== null
    }
  }

  /**
   * @param {Run} run
   */
  #showProgress(run) {
    const { done, total, critical, defects } = progress(run)
    const finished = run.finished === null ? "" : say(this.words.frozen, { time: when(run.finished) })
    slot(this.root, "code").textContent = run.code
    slot(this.root, "legend").textContent = `${run.title} ${run.code}`
    const found = defects ? ` · ${say(this.words.defects, { count: defects })}` : ""
    slot(this.root, "progress").textContent = say(this.words.progress, { done, total }) + found
    const numbers = critical.map(item => item.number).join(" ")
    const open = `${say(this.words.critical, { count: critical.length })} ${numbers}`
    slot(this.root, "critical").textContent = critical.length ? open : this.words.no_critical
    slot(this.root, "critical").classList.toggle("show-run__critical--open", critical.length > 0)
    slot(this.root, "facts").textContent = `${say(this.words.started, { time: when(run.started) })} ${finished}`
  }

  /**
   * Says what was taken over from another run, as long as it is there and can still be changed.
   * @param {Run} run
   */
  #showTaken(run) {
    const fields = run.fields.filter(({ id }) => run.taken?.fields.includes(id) && run.head[id])
    const values = { list: run.taken?.list ?? "", time: when(run.taken?.started ?? 0) }
    const named = fields.map(({ title }) => title).join(" · ")
    const said = fields.length && run.finished === null ? say(this.words.taken_over, { ...values, fields: named }) : ""
    write(this.root, "taken", said, "taken-line")
  }

  /**
   * @param {Group} group
   * @param {Run} run
   */
  #showGroup(group, run) {
    for (const item of group.items) this.#showItem(item, run)
    const { done, total } = progress({ ...run, groups: [group] })
    const complete = done < total ? say(this.words.progress, { done, total }) : `✓ ${this.words.group_done}`
    slot(this.#groups.get(group.id) ?? this.root, "complete").textContent = complete
  }

  /**
   * @param {Item} item
   * @param {Run} run
   */
  #showItem(item, run) {
    const element = this.#items.get(item.id)
    if (!element) return
    const noted = run.noted[item.id]
    const defect = isDefect(item, noted)
    element.classList.toggle("show-check--wrong", defect)
    element.classList.toggle("show-check--done", Boolean(noted?.value) && !defect)
    slot(element, "remark-line").hidden = !defect && noted?.value !== "na" && !noted?.remark
    if (item.result !== "number") return
    const wrong = fault(item, noted)
    const limit = `${(wrong === "below" ? item.min : item.max) ?? ""} ${item.unit}`.trim()
    const sentence = wrong === "not_a_number" ? this.words.not_a_number : say(this.words[wrong] ?? "", { limit })
    const said = wrong ? (defect ? `⚠ ${this.words.out}: ${sentence}` : sentence) : ""
    const place = slot(element, "wrong")
    if (place.textContent !== said) place.textContent = said
    element.querySelector("[data-note=value]")?.setAttribute("aria-invalid", String(wrong !== ""))
  }

  /**
   * @param {string} id
   * @param {string} title
   * @returns {HTMLElement}
   */
  #field(id, title) {
    const made = part(this.page, "field")
    write(made, "title", title)
    this.#bind(made.querySelector("input"), run => run.head[id], (run, value) => (run.head[id] = value))
    return made
  }

  /**
   * @param {Group} group
   * @returns {HTMLElement}
   */
  #group(group) {
    const made = part(this.page, "group")
    write(made, "title", `${group.number}\u2002${group.title}`)
    write(made, "pause", group.pause, "pause-line")
    for (const item of group.items) slot(made, "items").append(this.#item(item))
    slot(made, "initials-line").hidden = !group.initials
    const initials = made.querySelector("[data-slot=initials]")
    this.#bind(initials, run => run.initials[group.id], (run, value) => (run.initials[group.id] = value))
    this.#groups.set(group.id, made)
    return made
  }

  /**
   * @param {Item} item
   * @returns {HTMLElement}
   */
  #item(item) {
    const made = part(this.page, item.result)
    write(made, "number", item.number)
    write(made, "text", item.text)
    write(made, "wanted", item.wanted, "wanted-line")
    write(made, "how", item.how ?? "", "how-line")
    write(made, "owner", item.owner ?? "", "owner-line")
    write(made, "time", item.time ?? "", "time-line")
    slot(made, "critical").hidden = !item.critical
    slot(made, "photo-line").hidden = !item.photo
    if (item.result === "number") slot(made, "unit").textContent = item.unit
    for (const control of made.querySelectorAll("[data-note]")) {
      const name = control.getAttribute("data-note")
      if (name !== "value" && name !== "remark" && name !== "photo") continue
      if (control instanceof HTMLInputElement && control.type === "radio") control.name = `result-${item.id}`
      if (name !== "value") {
        const label = control.closest("label")?.querySelector(".show-label")?.textContent ?? ""
        control.setAttribute("aria-label", `${item.number} ${label}`)
      }
      this.#bind(control, run => run.noted[item.id]?.[name], (run, value) => {
        run.noted[item.id] = { ...run.noted[item.id], [name]: value }
      })
    }
    this.#items.set(item.id, made)
    return made
  }

  /**
   * Ties a control to its place in the run: what is typed or ticked is saved at once.
   * @param {Element | null} control
   * @param {(run: Run) => string | undefined} read
   * @param {(run: Run, value: string) => void} note
   */
  #bind(control, read, note) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return
    this.#noted.set(control, read)
    control.addEventListener("input", () => {
      const unticked = control.type === "checkbox" && control instanceof HTMLInputElement && !control.checked
      const value = unticked ? "" : control.value
      this.save(run => note(run, value))
    })
  }
}
