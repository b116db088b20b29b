// @ts-check
// Draws a paper as generator/draw.py does: a word decides which questions somebody gets, so one word gives a class one
// paper. Nothing here knows of pages.

/**
 * Returns the paper that `word` gives: of each pool its count, in an order of the word's, and nothing twice.
 * @param {string[][]} pools what each section may draw
 * @param {number[]} counts
 * @param {string} word
 * @returns {string[][]}
 */
export function draw(pools, counts, word) {
  const seed = plain(word)
  /** @type {Set<string>} */
  const taken = new Set()
  return pools.map((pool, place) => {
    const left = pool.filter(name => !taken.has(name)).map(name => ({ name, at: mixed(`${seed}:${name}`) }))
    left.sort((one, other) => one.at - other.at || (one.name < other.name ? -1 : 1))
    const drawn = left.slice(0, counts[place]).map(({ name }) => name)
    for (const name of drawn) taken.add(name)
    return drawn
  })
}

/**
 * Returns `word` as it counts: without case, blanks, punctuation and the width of its signs.
 * @param {string} word
 * @returns {string} empty where nothing counts
 */
export function plain(word) {
  return word.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
}

/**
 * Returns a word that nobody has thought of: six digits, easily said and typed.
 * @returns {string}
 */
export function anyWord() {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000).padStart(6, "0")
}

/**
 * The 32-bit FNV-1a hash of `text`, with the last step of MurmurHash3.
 * @param {string} text
 * @returns {number}
 */
function mixed(text) {
  let number = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) number = Math.imul(number ^ byte, 0x01000193)
  number = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  number = Math.imul(number ^ (number >>> 13), 0xc2b2ae35)
  return (number ^ (number >>> 16)) >>> 0
}
