// @ts-check
// Records by their keys: in the browser's storage, or in memory, until the page is left, what could not be written there.

import { readAsItIs, readRecord } from "./record.js"
import * as shelf from "./shelf.js"

/** @typedef {import("./record.js").Saved} Saved */
/** @typedef {import("./record.js").Format} Format */
/** @typedef {"saved" | "memory" | "full"} State */
/** @typedef {"denied" | "full" | "newer"} Reason */

export class Records {
  /** What could not be written, and why. @type {Map<string, {saved: Saved, why: Reason}>} */
  #unwritten = new Map()

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
   * Returns the keys of all records of a kind, of every kind where none is named.
   * @param {string} [kind]
   * @returns {Set<string>}
   */
  keys(kind) {
    const start = kind ? shelf.keyOf(kind, "") : ""
    return new Set([...shelf.keys(kind), ...[...this.#unwritten.keys()].filter(key => key.startsWith(start))])
  }

  /**
   * @param {string} key
   * @param {Format} format
   * @returns {Saved | undefined}
   */
  read(key, format) {
    const unwritten = this.#unwritten.get(key)
    const reading = readRecord(shelf.get(key), format)
    const written = reading.is === "good" ? reading.saved : undefined
    return unwritten && unwritten.saved.at > (written?.at ?? 0) ? unwritten.saved : written
  }

  /**
   * Returns a record as it is, of a newer version too.
   * @param {string} key
   * @returns {Saved | undefined}
   */
  readAsItIs(key) {
    return this.#unwritten.get(key)?.saved ?? readAsItIs(shelf.get(key))
  }

  /**
   * Writes a record, or keeps it in memory and remembers why.
   * @param {string} key
   * @param {Saved} saved
   * @param {Format} format
   * @returns {Saved}
   */
  write(key, saved, format) {
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

  /**
   * @param {string} key
   * @param {Format} format
   */
  remove(key, format) {
    this.#unwritten.delete(key)
    if (readRecord(shelf.get(key), format).is === "good") shelf.drop(key)
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
}
