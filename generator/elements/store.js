// @ts-check
// What learners and showrooms have done, saved on this device: one record per item, by kind and id.
//
//     const saved = store.read("run", id)                       what is saved of an item
//     await store.update("run", id, data => ({...data, done}))  change it, whatever other tabs do meanwhile
//     store.subscribe(({kind, id}) => …)                        hear of changes, other tabs' too
//     store.state                                               whether changes are saved at all
//
// Nothing that was saved is lost: what cannot be read is set aside before its place is taken, and what a newer version
// of the site has written stays as it is. What cannot be written lives until the page is left, and `unsaved` names it.

import { alone } from "./lock.js"
import { FIRST_FORMAT, readAsItIs } from "./record.js"
import { Records } from "./records.js"
import * as shelf from "./shelf.js"

/** @typedef {import("./record.js").Saved} Saved */
/** @typedef {import("./record.js").Format} Format */
/** @typedef {{kind: string, id: string, state: import("./records.js").State}} Change */

class Store {
  #records = new Records()
  /** @type {Map<string, Format>} */
  #formats = new Map()
  /** @type {Set<(change: Change) => void>} */
  #listeners = new Set()
  /** What waits for its turn, in order. @type {Set<() => unknown>} */
  #waiting = new Set()

  constructor() {
    /** @type {string[]} */
    let left = []
    addEventListener("storage", ({ key }) => key && this.#tell(key))
    addEventListener("pagehide", () => {
      // Who leaves the page in the moment of a change does not lose it: it is written without waiting for its turn.
      for (const work of this.#waiting) work()
      left = shelf.keys()
    })
    addEventListener("pageshow", ({ persisted }) => {
      // The page was kept for the way back, asleep: nobody has told it what others saved meanwhile.
      if (persisted) for (const key of new Set([...left, ...shelf.keys()])) this.#tell(key)
    })
  }

  /** Whether what is changed is saved; see `Records`. */
  get state() {
    return this.#records.state
  }

  /** The items whose last change is not saved. */
  get unsaved() {
    return this.#records.unsaved
  }

  /**
   * Says which version a kind's data has by now; without this it has its first.
   * @param {string} kind lower-case letters, digits and hyphens
   * @param {Format} format
   */
  describe(kind, format) {
    this.#formats.set(kind, format)
  }

  /**
   * Returns what is saved of an item.
   * @param {string} kind
   * @param {string} id
   * @returns {Saved | undefined}
   */
  read(kind, id) {
    return this.#records.read(shelf.keyOf(kind, id), this.#format(kind))
  }

  /**
   * Returns what is saved of every item of a kind, by id.
   * @param {string} kind
   * @returns {Map<string, Saved>}
   */
  all(kind) {
    const { length } = shelf.keyOf(kind, "")
    const format = this.#format(kind)
    /** @type {Map<string, Saved>} */
    const found = new Map()
    for (const key of this.#records.keys(kind)) {
      const saved = this.#records.read(key, format)
      if (saved) found.set(key.slice(length), saved)
    }
    return found
  }

  /**
   * Returns every record as it is, of a newer version too, by key.
   * @returns {Map<string, Saved | undefined>} undefined for what is no record
   */
  asItIs() {
    return new Map([...this.#records.keys()].map(key => [key, this.#records.readAsItIs(key)]))
  }

  /**
   * Changes what is saved of an item: `change` gets its data (undefined for none) and its record, and returns the new
   * data.
   * @param {string} kind
   * @param {string} id
   * @param {(data: any, before: Saved | undefined) => unknown} change returns undefined to leave everything as it is
   * @param {string} [hash] of the item's text; without it the last one stays
   * @returns {Promise<Saved | undefined>} what is saved now
   */
  update(kind, id, change, hash) {
    return this.replace(kind, id, (before, { version }) => {
      const data = change(before && JSON.parse(JSON.stringify(before.data)), before)
      // Later than what it replaces, whatever the clock says.
      const at = Math.max(Date.now(), (before?.at ?? 0) + 1)
      return data === undefined ? undefined : { version, at, hash: hash ?? before?.hash ?? "", data }
    })
  }

  /**
   * Puts another record in the place of an item's.
   * @param {string} kind
   * @param {string} id
   * @param {(before: Saved | undefined, format: Format) => Saved | undefined} change returns undefined to leave it
   * @returns {Promise<Saved | undefined>} what is saved now
   */
  async replace(kind, id, change) {
    const key = shelf.keyOf(kind, id)
    const format = this.#format(kind)
    const saved = await this.#alone(key, () => {
      const before = this.#records.read(key, format)
      const after = change(before, format)
      return after ? this.#records.write(key, after, format) : before
    })
    this.#tell(key)
    return saved
  }

  /**
   * Forgets an item.
   * @param {string} kind
   * @param {string} id
   */
  async remove(kind, id) {
    const key = shelf.keyOf(kind, id)
    await this.#alone(key, () => this.#records.remove(key, this.#format(kind)))
    this.#tell(key)
  }

  /**
   * Calls `listener` after every change, on this page or another, and when a change could not be saved.
   * @param {(change: Change) => void} listener
   * @returns {() => void} ends it
   */
  subscribe(listener) {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * @template Result
   * @param {string} key
   * @param {() => Result} work
   * @returns {Promise<Result>}
   */
  async #alone(key, work) {
    if (shelf.isDenied()) return work()
    /** @type {{result: Result} | undefined} */
    let done
    const once = () => {
      done ??= { result: work() }
      this.#waiting.delete(once)
      return done.result
    }
    this.#waiting.add(once)
    return alone(key, () => readAsItIs(shelf.get(key))?.at ?? 0, once)
  }

  /**
   * @param {string} kind
   * @returns {Format}
   */
  #format(kind) {
    return this.#formats.get(kind) ?? FIRST_FORMAT
  }

  /** @param {string} key */
  #tell(key) {
    const parts = shelf.partsOf(key)
    if (parts) for (const listener of this.#listeners) listener({ ...parts, state: this.state })
  }
}

export const store = new Store()
