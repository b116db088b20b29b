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
import { FIRST_FORMAT, asSaved, readAsItIs, readRecord } from "./record.js"
import * as shelf from "./shelf.js"

/** @typedef {import("./record.js").Saved} Saved */
/** @typedef {import("./record.js").Format} Format */
/** @typedef {"saved" | "memory" | "full"} State */
/** @typedef {"denied" | "full" | "newer"} Reason */
/** @typedef {{kind: string, id: string, state: State}} Change */
/** @typedef {{showroom: 1, items: Record<string, Saved>}} Exported */
/** @typedef {{taken: number, older: number, refused: number}} Imported */

class Store {
  /** @type {Map<string, Format>} */
  #formats = new Map()
  /** What could not be written, by key, and why. @type {Map<string, {saved: Saved, why: Reason}>} */
  #unwritten = new Map()
  /** @type {Set<(change: Change) => void>} */
  #listeners = new Set()
  /** What waits for its turn, in order. @type {Set<() => unknown>} */
  #waiting = new Set()

  constructor() {
    addEventListener("storage", ({ key }) => {
      const parts = key ? shelf.partsOf(key) : undefined
      if (parts) this.#tell(parts.kind, parts.id)
    })
    // Who leaves the page in the moment of a change does not lose it: it is written without waiting for its turn.
    addEventListener("pagehide", () => {
      for (const work of this.#waiting) work()
    })
  }

  /**
   * Whether what is changed is saved: "memory" where the browser saves nothing or a newer version's record is in the
   * way, "full" where there is no room. Then the change lives until the page is left.
   * @returns {State}
   */
  get state() {
    const reasons = new Set([...this.#unwritten.values()].map(({ why }) => why))
    if (reasons.has("full")) return "full"
    return reasons.size || shelf.isDenied() ? "memory" : "saved"
  }

  /**
   * The items whose last change is not saved.
   * @returns {{kind: string, id: string, why: Reason}[]}
   */
  get unsaved() {
    return [...this.#unwritten].flatMap(([key, { why }]) => {
      const parts = shelf.partsOf(key)
      return parts ? [{ ...parts, why }] : []
    })
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
    return this.#readKey(shelf.keyOf(kind, id), this.#format(kind))
  }

  /**
   * Returns what is saved of every item of a kind, by id.
   * @param {string} kind
   * @returns {Map<string, Saved>}
   */
  all(kind) {
    const start = shelf.keyOf(kind, "")
    const format = this.#format(kind)
    const unwritten = [...this.#unwritten.keys()].filter(key => key.startsWith(start))
    /** @type {Map<string, Saved>} */
    const found = new Map()
    for (const key of new Set([...shelf.keys(kind), ...unwritten])) {
      const saved = this.#readKey(key, format)
      if (saved) found.set(key.slice(start.length), saved)
    }
    return found
  }

  /**
   * Changes what is saved of an item: `change` gets its data (undefined for none) and returns the new data.
   * @param {string} kind
   * @param {string} id
   * @param {(data: any) => unknown} change returns undefined to leave everything as it is
   * @param {string} [hash] of the item's text; without it the last one stays
   * @returns {Promise<Saved | undefined>} what is saved now
   */
  async update(kind, id, change, hash) {
    const key = shelf.keyOf(kind, id)
    const format = this.#format(kind)
    const saved = await this.#alone(key, () => {
      const before = this.#readKey(key, format)
      const data = change(before && JSON.parse(JSON.stringify(before.data)))
      if (data === undefined) return before
      // Later than what it replaces, whatever the clock says.
      const at = Math.max(Date.now(), (before?.at ?? 0) + 1)
      return this.#write(key, { version: format.version, at, hash: hash ?? before?.hash ?? "", data }, format)
    })
    this.#tell(kind, id)
    return saved
  }

  /**
   * Forgets an item.
   * @param {string} kind
   * @param {string} id
   */
  async remove(kind, id) {
    const key = shelf.keyOf(kind, id)
    await this.#alone(key, () => {
      this.#unwritten.delete(key)
      if (readRecord(shelf.get(key), this.#format(kind)).is === "good") shelf.drop(key)
    })
    this.#tell(kind, id)
  }

  /**
   * Calls `listener` after every change, in this tab or another, and when a change could not be saved.
   * @param {(change: Change) => void} listener
   * @returns {() => void} ends it
   */
  subscribe(listener) {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Returns all there is, to be carried to another device: as a file, or by `toCode` as text.
   * @param {string[]} [kinds] these kinds only
   * @returns {Exported}
   */
  exported(kinds) {
    /** @type {[string, Saved][]} */
    const items = []
    for (const key of new Set([...shelf.keys(), ...this.#unwritten.keys()])) {
      const parts = shelf.partsOf(key)
      if (!parts || (kinds && !kinds.includes(parts.kind))) continue
      // Those of a newer version too.
      const saved = this.#unwritten.get(key)?.saved ?? readAsItIs(shelf.get(key))
      if (saved) items.push([`${parts.kind}:${parts.id}`, saved])
    }
    return { showroom: 1, items: Object.fromEntries(items.sort(([one], [other]) => (one < other ? -1 : 1))) }
  }

  /**
   * Takes in what `exported` gave on another device; of two records of an item the newer one stays.
   * @param {unknown} exported
   * @returns {Promise<Imported>} how many were taken, were older than what is here, or are no records
   * @throws {TypeError} when it is nothing that `exported` gave
   */
  async imported(exported) {
    const items = /** @type {Partial<Exported> | null} */ (exported)?.items
    if (typeof items !== "object" || items === null) throw new TypeError("nothing that was exported")
    const counts = { taken: 0, older: 0, refused: 0 }
    for (const [name, value] of Object.entries(items)) {
      counts[await this.#takeIn(`showroom:${name}`, asSaved(value))] += 1
    }
    return counts
  }

  /**
   * @param {string} key
   * @param {Saved | undefined} saved
   * @returns {Promise<keyof Imported>}
   */
  async #takeIn(key, saved) {
    const parts = shelf.partsOf(key)
    if (!parts || !saved || saved.version > this.#format(parts.kind).version) return "refused"
    const format = this.#format(parts.kind)
    const reading = readRecord(JSON.stringify(saved), format)
    if (reading.is !== "good") return "refused"
    const taken = await this.#alone(key, () => {
      const before = this.#readKey(key, format)
      if (before && before.at >= saved.at) return false
      this.#write(key, reading.saved, format)
      return true
    })
    if (taken) this.#tell(parts.kind, parts.id)
    return taken ? "taken" : "older"
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

  /**
   * @param {string} key
   * @param {Format} format
   * @returns {Saved | undefined}
   */
  #readKey(key, format) {
    const unwritten = this.#unwritten.get(key)
    const reading = readRecord(shelf.get(key), format)
    const written = reading.is === "good" ? reading.saved : undefined
    return unwritten && unwritten.saved.at > (written?.at ?? 0) ? unwritten.saved : written
  }

  /**
   * Writes a record, or keeps it in memory and remembers why.
   * @param {string} key
   * @param {Saved} saved
   * @param {Format} format
   * @returns {Saved}
   */
  #write(key, saved, format) {
    const standing = shelf.get(key)
    const { is } = readRecord(standing, format)
    const free = is !== "corrupt" || (standing !== null && shelf.setAside(key, standing))
    if (is === "newer") this.#unwritten.set(key, { saved, why: "newer" })
    else if (shelf.isDenied()) this.#unwritten.set(key, { saved, why: "denied" })
    else if (!free || !shelf.put(key, JSON.stringify(saved))) this.#unwritten.set(key, { saved, why: "full" })
    else {
      this.#unwritten.delete(key)
      this.#writeLeftOvers()
    }
    return saved
  }

  /** Writes what there was no room for: now there may be. */
  #writeLeftOvers() {
    for (const [key, { saved, why }] of this.#unwritten) {
      if (why !== "full") continue
      const standing = shelf.get(key)
      const other = readAsItIs(standing)
      if (standing !== null && !other && !shelf.setAside(key, standing)) return
      const later = other && (other.at > saved.at || other.version > saved.version)
      if (!later && !shelf.put(key, JSON.stringify(saved))) return
      this.#unwritten.delete(key)
    }
  }

  /**
   * @param {string} kind
   * @param {string} id
   */
  #tell(kind, id) {
    for (const listener of this.#listeners) listener({ kind, id, state: this.state })
  }
}

export const store = new Store()
