// @ts-check
// When to ask again: the Free Spaced Repetition Scheduler, version 6, with the parameters that its authors have fitted
// to some hundred million reviews. It keeps of each card how long it will be remembered (stability: the days until nine
// of ten still know it) and how hard it is (difficulty: 1 to 10), and asks when that time is over.
//
// https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm

/** @typedef {1 | 2 | 3 | 4} Rating */
/** @typedef {"learning" | "review" | "relearning"} State */

/**
 * What is known of a card after a review. `due` and `last` are in milliseconds since 1970, `stability` is in days.
 * `step` counts the steps of a day that are behind it while the card is being learnt or learnt again.
 * @typedef {{state: State, step: number, stability: number, difficulty: number, due: number, last: number}} Card
 */

/**
 * The pauses, in minutes, after which a card is asked again on the same day before its days begin to count: a new one,
 * and one that was forgotten.
 * @typedef {{learning: readonly number[], relearning: readonly number[]}} Steps
 */

export const AGAIN = 1
export const HARD = 2
export const GOOD = 3
export const EASY = 4

/** @type {Steps} */
export const USUAL_STEPS = { learning: [1, 10], relearning: [10] }
/** Nothing twice on one day. @type {Steps} */
export const WHOLE_DAYS = { learning: [], relearning: [] }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const LONGEST = 36_500 // days
const W = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]
const FACTOR = 0.9 ** (-1 / W[20]) - 1 // so that after `stability` days nine of ten know it

/**
 * Returns a card after a review.
 * @param {Card | undefined} card undefined for one that was never asked
 * @param {Rating} rating
 * @param {number} time of the review, in milliseconds since 1970
 * @param {Steps} [steps]
 * @returns {Card}
 */
export function review(card, rating, time, steps = USUAL_STEPS) {
  const memory = card ? remembered(card, rating, time) : fresh(rating)
  const { state, step, pause } = next(card, rating, memory.stability, steps)
  return { state, step, ...memory, due: time + pause, last: time }
}

/**
 * Returns the chance that a card is known.
 * @param {Card} card
 * @param {number} time
 * @returns {number}
 */
export function retrievability({ stability, last }, time) {
  return (1 + (FACTOR * Math.max(0, days(last, time))) / stability) ** -W[20]
}

/**
 * Whole days between two times.
 * @param {number} from
 * @param {number} to
 */
function days(from, to) {
  return Math.floor((to - from) / DAY)
}

/** @param {Rating} rating */
function fresh(rating) {
  return { stability: W[rating - 1], difficulty: within(1, 10, firstDifficulty(rating)) }
}

/** @param {Rating} rating */
function firstDifficulty(rating) {
  return W[4] - Math.exp(W[5] * (rating - 1)) + 1
}

/**
 * How well a card that was known before is known after a review.
 * @param {Card} card
 * @param {Rating} rating
 * @param {number} time
 */
function remembered(card, rating, time) {
  const stability = days(card.last, time) < 1 ? onTheSameDay(card, rating) : afterDays(card, rating, time)
  const slower = (-W[6] * (rating - GOOD) * (10 - card.difficulty)) / 9
  const difficulty = W[7] * firstDifficulty(EASY) + (1 - W[7]) * (card.difficulty + slower)
  return { stability: Math.max(0.001, stability), difficulty: within(1, 10, difficulty) }
}

/**
 * @param {Card} card
 * @param {Rating} rating
 */
function onTheSameDay({ stability }, rating) {
  const growth = Math.exp(W[17] * (rating - GOOD + W[18])) * stability ** -W[19]
  return stability * (rating === AGAIN ? growth : Math.max(1, growth))
}

/**
 * @param {Card} card
 * @param {Rating} rating
 * @param {number} time
 */
function afterDays(card, rating, time) {
  const { stability, difficulty } = card
  const forgotten = 1 - retrievability(card, time)
  if (rating === AGAIN) {
    const anew = W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * Math.exp(forgotten * W[14])
    return Math.min(anew, stability / Math.exp(W[17] * W[18]))
  }
  const ease = rating === HARD ? W[15] : rating === EASY ? W[16] : 1
  const growth = Math.exp(W[8]) * (11 - difficulty) * stability ** -W[9] * (Math.exp(forgotten * W[10]) - 1)
  return stability * (1 + growth * ease)
}

/**
 * What a card is in after a review, and for how long it rests.
 * @param {Card | undefined} card
 * @param {Rating} rating
 * @param {number} stability after the review
 * @param {Steps} steps
 * @returns {{state: State, step: number, pause: number}}
 */
function next(card, rating, stability, steps) {
  /** @type {State} */
  const state = card && card.state === "review" && rating === AGAIN ? "relearning" : (card?.state ?? "learning")
  const pauses = state === "review" ? [] : steps[state]
  const before = card?.state === state ? card.step : 0
  const step = rating === AGAIN ? 0 : rating === GOOD ? before + 1 : before
  if (rating === EASY || step >= pauses.length) {
    return { state: "review", step: 0, pause: within(1, LONGEST, Math.round(stability)) * DAY }
  }
  return { state, step, pause: (rating === HARD ? hardPause(pauses, step) : pauses[step]) * MINUTE }
}

/**
 * A hard card stays on its step; on the first one it rests longer than a forgotten one.
 * @param {readonly number[]} pauses
 * @param {number} step
 */
function hardPause(pauses, step) {
  if (step > 0) return pauses[step]
  return pauses.length > 1 ? (pauses[0] + pauses[1]) / 2 : pauses[0] * 1.5
}

/**
 * @param {number} least
 * @param {number} most
 * @param {number} value
 */
function within(least, most, value) {
  return Math.min(most, Math.max(least, value))
}
