// @ts-check
// The browser's storage, or what stands in for it: keys and texts.

const PREFIX = "showroom:"
const ASIDE = "showroom-aside:"

/**
 * Whether the browser refuses to save anything. The page's head then has put a stand-in in the storage's place, which
 * is empty again on the next page.
 * @returns {boolean}
 */
export function isDenied() {
  return storage() === undefined || "standIn" in localStorage
}

/** @returns {Storage | undefined} */
function storage() {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/**
 * @param {string} kind
 * @param {string} id
 * @returns {string}
 */
export function keyOf(kind, id) {
  return `${PREFIX}${kind}:${id}`
}

/**
 * Returns the kind and the id in a key; undefined where the key is not ours.
 * @param {string} key
 * @returns {{kind: string, id: string} | undefined}
 */
export function partsOf(key) {
  const parts = /^showroom:([a-z][a-z0-9-]*):(.+)$/s.exec(key)
  return parts ? { kind: parts[1], id: parts[2] } : undefined
}

/**
 * Returns every key that is ours and begins with `kind`, in no order.
 * @param {string} [kind] empty for all kinds
 * @returns {string[]}
 */
export function keys(kind = "") {
  const start = kind ? keyOf(kind, "") : PREFIX
  return Object.keys(storage() ?? {}).filter(key => key.startsWith(start))
}

/**
 * @param {string} key
 * @returns {string | null}
 */
export function get(key) {
  return storage()?.getItem(key) ?? null
}

/**
 * Writes a text and says whether it stands there now: a full storage takes nothing, but keeps what it had.
 * @param {string} key
 * @param {string} text
 * @returns {boolean}
 */
export function put(key, text) {
  try {
    localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

/** @param {string} key */
export function drop(key) {
  storage()?.removeItem(key)
}

/**
 * Keeps what nobody can read under a key of its own, so that its place can be taken; false where there is no room.
 * @param {string} key
 * @param {string} text what stands there
 * @returns {boolean}
 */
export function setAside(key, text) {
  const place = key.replace(PREFIX, ASIDE)
  let number = 1
  while (get(`${place}:${number}`) !== null) number += 1
  return put(`${place}:${number}`, text)
}
