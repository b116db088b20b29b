// @ts-check
// What a learner has done, told from what the questions have saved: which of them were missed, when each is to be asked
// again, how far a stage has come. Questions that are no more are left out; what was saved of them stays.

import { AGAIN, GOOD, HARD, WHOLE_DAYS, retrievability, review } from "./fsrs.js"
import { store } from "./store.js"

/** @typedef {import("./fsrs.js").Card} Card */
/** @typedef {import("./fsrs.js").Rating} Rating */
/** @typedef {import("./record.js").Saved} Saved */

/**
 * The questions there are today, by deck and id, each with its hash and its type. A deck is a chapter, or the glossary.
 * @typedef {Record<string, Record<string, [string, string]>>} Catalogue
 */

/** An ended attempt: when, what it was worth from 0 to 1, how many hints were taken. @typedef {number[]} Attempt */

/**
 * A question that has been answered, and how well it is known. `known` is the chance that it still is.
 * @typedef {{deck: string, key: string, type: string, card: Card, known: number, missed: boolean, right: boolean,
 *   due: boolean, changed: boolean}} Practised
 */

/**
 * How far a deck has come, in questions; `read` and `passed` as the whole.
 * @typedef {{total: number, practised: number, right: number, due: number, changed: number, read: boolean,
 *   passed: boolean}} Standing
 */

const PASSED = 80 // percent
const DAY = 24 * 60 * 60_000 // milliseconds

/** @type {Promise<Catalogue> | undefined} */
let fetched

/**
 * Fetches the questions there are today, once for a page.
 * @param {string} address
 * @returns {Promise<Catalogue>}
 */
export function catalogue(address) {
  fetched ??= fetch(address).then(answer => {
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
    return answer.json()
  })
  fetched.catch(() => (fetched = undefined)) // to be tried again
  return fetched
}

/**
 * @param {Attempt} attempt
 * @returns {Rating}
 */
export function ratingOf([, score, hints = 0]) {
  if (score <= 0) return AGAIN
  return score < 1 || hints > 0 ? HARD : GOOD
}

/**
 * Returns the attempts at a question; one that was begun, went wrong and was left counts as missed.
 * @param {Saved | undefined} saved
 * @returns {Attempt[]}
 */
export function attempts(saved) {
  const { history, done, tries } = /** @type {Record<string, unknown>} */ (saved?.data ?? {})
  const ended = Array.isArray(history) ? history.filter(Array.isArray) : []
  return saved && !done && Number(tries) > 0 ? [...ended, [saved.at, 0, 0]] : ended
}

/**
 * Returns what is known of every question that has been answered.
 * @param {Catalogue} questions
 * @param {number} [now]
 * @returns {Practised[]}
 */
export function practised(questions, now = Date.now()) {
  const tomorrow = dayAfter(now)
  const listed = new Map(
    Object.entries(questions).flatMap(([deck, own]) => Object.entries(own).map(([id, one]) => [`${deck}/${id}`, one])),
  )
  /** @type {Practised[]} */
  const found = []
  for (const [key, saved] of store.all("question")) {
    const deck = key.slice(0, key.indexOf("/"))
    const [hash, type] = listed.get(key) ?? []
    const tried = attempts(saved)
    if (!hash || !type || !tried.length) continue
    const last = tried[tried.length - 1]
    const card = replay(tried)
    const missed = ratingOf(last) === AGAIN
    const due = missed || card.due < tomorrow
    const known = retrievability(card, now)
    found.push({ deck, key, type, card, known, missed, right: last[1] >= 1, due, changed: saved.hash !== hash })
  }
  return found
}

/**
 * @param {Attempt[]} tried at least one
 * @returns {Card}
 */
function replay(tried) {
  /** @type {Card | undefined} */
  let card
  for (const attempt of tried) card = review(card, ratingOf(attempt), attempt[0], WHOLE_DAYS)
  const last = /** @type {Card} */ (card)
  // By the calendar: on the day when the clocks go back, 24 hours later can be the same one.
  const day = new Date(last.last)
  day.setDate(day.getDate() + Math.round((last.due - last.last) / DAY))
  return { ...last, due: day.getTime() }
}

/**
 * Returns when the day after `time` begins here: what is due in the evening is asked in the morning too.
 * @param {number} time
 * @returns {number}
 */
export function dayAfter(time) {
  const day = new Date(time)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime()
}

/**
 * Returns how far each deck has come.
 * @param {Catalogue} questions
 * @returns {Map<string, Standing>}
 */
export function standings(questions) {
  const read = store.all("reading")
  /** @type {Map<string, Standing>} */
  const found = new Map()
  for (const [deck, own] of Object.entries(questions)) {
    const total = Object.keys(own).length
    const counts = { total, practised: 0, right: 0, due: 0, changed: 0 }
    found.set(deck, { ...counts, read: read.has(deck), passed: false })
  }
  for (const { deck, right, due, changed } of practised(questions)) {
    const standing = /** @type {Standing} */ (found.get(deck))
    standing.practised += 1
    standing.right += Number(right)
    standing.due += Number(due)
    standing.changed += Number(changed)
  }
  for (const standing of found.values()) {
    standing.passed = standing.total > 0 && missing(standing.right, standing.total) === 0
  }
  return found
}

/**
 * Returns how many more right answers make a deck a passed one.
 * @param {number} right
 * @param {number} total
 * @returns {number}
 */
export function missing(right, total) {
  return Math.max(0, Math.ceil((total * PASSED) / 100) - right)
}
