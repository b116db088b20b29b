// @ts-check
// Which questions to ask in the next ten minutes, and in which order.

/** @typedef {import("./learning.js").Practised} Practised */
/** @typedef {Pick<Practised, "deck" | "key" | "type">} Asked */

export const SESSION = 12 // questions: about ten minutes

/**
 * Returns the questions that are due, the most urgent first: what was missed, then what is most likely forgotten.
 * @param {Practised[]} practised
 * @returns {Practised[]}
 */
export function urgent(practised) {
  return practised
    .filter(({ due }) => due)
    .sort((one, other) => Number(other.missed) - Number(one.missed) || one.known - other.known)
}

/**
 * Puts a session's questions in order: similar ones apart from each other, since telling kinds apart is what is to be
 * learnt; vocabulary together, since there it does not help.
 * @template {Asked} Item
 * @param {Item[]} items
 * @returns {Item[]}
 */
export function inOrder(items) {
  const cards = items.filter(({ type }) => type === "flashcard")
  return [...mixed(items.filter(({ type }) => type !== "flashcard")), ...cards]
}

/**
 * @template {Asked} Item
 * @param {Item[]} items
 * @returns {Item[]}
 */
function mixed(items) {
  const left = [...items]
  /** @type {Item[]} */
  const ordered = []
  while (left.length) {
    const before = ordered[ordered.length - 1]
    const fits = left.map(item => fit(item, before, left))
    ordered.push(...left.splice(fits.indexOf(Math.max(...fits)), 1))
  }
  return ordered
}

/**
 * How well an item follows the one before: of another type, then of the type that most are left of, or those would
 * stand together at the end; the same with decks.
 * @param {Asked} item
 * @param {Asked | undefined} before
 * @param {Asked[]} left
 * @returns {number}
 */
function fit({ type, deck }, before, left) {
  const ofType = left.filter(other => other.type === type).length
  const ofDeck = left.filter(other => other.deck === deck).length
  const marks = [Number(type !== before?.type), ofType, Number(deck !== before?.deck), ofDeck]
  return marks.reduce((sum, mark) => sum * 100 + mark, 0)
}
