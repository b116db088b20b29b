// @ts-check
// One saved item as it stands in the browser's storage: JSON with a version. What stands there may be of an older or
// newer version of this site, or be no record at all.

/**
 * What is saved of one item.
 *
 * `version` is that of its kind's data. `at` says when it was last changed, in milliseconds since 1970. `hash` is that
 * of the item's text when it was last changed: with another hash today, the item has been edited since.
 * @typedef {{version: number, at: number, hash: string, data: unknown}} Saved
 */

/**
 * How a kind's data has changed: today's version, and the way to it from an older one.
 * @typedef {{version: number, upgrade: (data: unknown, version: number) => unknown}} Format
 */

/** @typedef {{is: "none" | "corrupt" | "newer"} | {is: "good", saved: Saved}} Reading */

/** @type {Format} */
export const FIRST_FORMAT = { version: 1, upgrade: data => data }

/**
 * Reads what stands in the storage, brought up to today's version.
 * @param {string | null} text
 * @param {Format} format
 * @returns {Reading}
 */
export function readRecord(text, format) {
  if (text === null) return { is: "none" }
  try {
    const saved = asSaved(JSON.parse(text))
    if (!saved) return { is: "corrupt" }
    if (saved.version > format.version) return { is: "newer" }
    if (saved.version === format.version) return { is: "good", saved }
    const data = format.upgrade(saved.data, saved.version)
    return { is: "good", saved: { ...saved, version: format.version, data } }
  } catch {
    return { is: "corrupt" } // no JSON, or data that the upgrade cannot make sense of
  }
}

/**
 * Reads what stands in the storage as it is, of whatever version.
 * @param {string | null} text
 * @returns {Saved | undefined}
 */
export function readAsItIs(text) {
  try {
    return text === null ? undefined : asSaved(JSON.parse(text))
  } catch {
    return undefined
  }
}

/**
 * Returns `value` when it is a record of any version.
 * @param {unknown} value
 * @returns {Saved | undefined}
 */
export function asSaved(value) {
  if (typeof value !== "object" || value === null) return undefined
  const { version, at, hash, data } = /** @type {Record<string, unknown>} */ (value)
  if (!Number.isInteger(version) || typeof at !== "number" || typeof hash !== "string" || data === undefined) {
    return undefined
  }
  return { version: Number(version), at, hash, data }
}
