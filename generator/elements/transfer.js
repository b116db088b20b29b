// @ts-check
// All that is saved, on its way from one device to another: as a file, or by `toCode` as text.

import { readRecord, asSaved } from "./record.js"
import { partsOf } from "./shelf.js"
import { store } from "./store.js"

/** @typedef {import("./record.js").Saved} Saved */
/** @typedef {{showroom: 1, items: Record<string, Saved>}} Exported */
/** @typedef {{taken: number, older: number, refused: number}} Imported */

/**
 * Returns all there is.
 * @param {string} [kind] this kind only
 * @returns {Exported}
 */
export function exported(kind) {
  /** @type {Exported["items"]} */
  const items = {}
  for (const [key, saved] of [...store.asItIs()].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const parts = partsOf(key)
    if (saved && parts && (!kind || parts.kind === kind)) items[`${parts.kind}:${parts.id}`] = saved
  }
  return { showroom: 1, items }
}

/**
 * Takes in what `exported` gave on another device; of two records of an item the newer one stays.
 * @param {unknown} given
 * @returns {Promise<Imported>} how many were taken, were older than what is here, or are no records
 * @throws {TypeError} when it is nothing that `exported` gave
 */
export async function imported(given) {
  const items = /** @type {Partial<Exported> | null} */ (given)?.items
  if (typeof items !== "object" || items === null) throw new TypeError("nothing that was exported")
  const counts = { taken: 0, older: 0, refused: 0 }
  for (const [name, value] of Object.entries(items)) counts[await takeIn(name, asSaved(value))] += 1
  return counts
}

/**
 * @param {string} name
 * @param {Saved | undefined} saved
 * @returns {Promise<keyof Imported>}
 */
async function takeIn(name, saved) {
  const parts = partsOf(`showroom:${name}`)
  /** @type {{is: keyof Imported}} */
  const outcome = { is: "refused" }
  if (!parts || !saved) return outcome.is
  await store.replace(parts.kind, parts.id, (before, format) => {
    const reading = readRecord(JSON.stringify(saved), format)
    if (reading.is !== "good") return undefined
    outcome.is = before && before.at >= saved.at ? "older" : "taken"
    return outcome.is === "taken" ? reading.saved : undefined
  })
  return outcome.is
}
