// @ts-check
// A run: one use of a checklist for one car. It carries the list as it was when the run was started, and what has been
// noted since; plain data, kept by the store under the kind "run".

/** @typedef {"tick" | "defect" | "number"} Result */
/**
 * @typedef {{id: string, number: string, text: string, wanted: string, how?: string, owner?: string, time?: string,
 *   result: Result, unit: string, min: number | null, max: number | null, critical: boolean, photo: boolean}} Item
 */
/** @typedef {{id: string, number: string, title: string, pause: string, initials: boolean, items: Item[]}} Group */
/** @typedef {{id: string, title: string}} Field */
/**
 * A list as its page shows it; `list` is `<stage>/<checklist>`.
 * @typedef {{list: string, title: string, language: string, fields: Field[], groups: Group[]}} Definition
 */
/**
 * What was taken over from another run of the car: its list, when it was started, and the ids of the fields.
 * @typedef {{list: string, started: number, fields: string[]}} Taken
 */
/** What is noted of an item. @typedef {{value?: string, remark?: string, photo?: string}} Noted */
/**
 * @typedef {Definition & {code: string, started: number, finished: number | null, noted: Record<string, Noted>,
 *   head: Record<string, string>, initials: Record<string, string>, taken?: Taken, alone?: boolean}} Run
 */
/** @typedef {{done: number, total: number, critical: Item[], open: Item[], defects: number}} Progress */

export const KIND = "run"

const THOUSANDS = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/

/**
 * Returns a name that no other run has, on whichever device it was started.
 * @returns {string}
 */
export function newId() {
  return `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`
}

/**
 * @param {Definition} definition
 * @param {string} code what the car is called, without its customer's name
 * @returns {Run}
 */
export function startRun(definition, code) {
  return { ...definition, code, started: Date.now(), finished: null, noted: {}, head: {}, initials: {} }
}

/**
 * Returns `data` when it is a run; what came from another device may be anything.
 * @param {any} data
 * @returns {Run | undefined}
 */
export function asRun(data) {
  const texts = [data?.list, data?.title, data?.language, data?.code]
  const isRun =
    texts.every(text => typeof text === "string") &&
    typeof data.started === "number" &&
    areNamed(data.fields) &&
    areNamed(data.groups) &&
    data.groups.every((/** @type {any} */ group) => areNamed(group.items)) &&
    [data.noted, data.head, data.initials].every(part => typeof part === "object" && part !== null) &&
    (data.taken === undefined || Array.isArray(data.taken?.fields))
  return isRun ? data : undefined
}

/** @param {unknown} parts */
function areNamed(parts) {
  return Array.isArray(parts) && parts.every(part => typeof part?.id === "string")
}

/**
 * Returns the items of a run or list, in order.
 * @param {Definition} run
 * @returns {Item[]}
 */
export function items(run) {
  return run.groups.flatMap(group => group.items)
}

/**
 * Returns the figure that somebody typed, in whatever digits; undefined where it is none.
 * @param {string | undefined} text
 * @returns {number | undefined}
 */
export function figure(text) {
  const typed = (text ?? "").normalize("NFKC").trim().replace("\u2212", "-")
  const plain = THOUSANDS.test(typed) ? typed.replaceAll(",", "") : typed.replace(",", ".")
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

/**
 * Returns what is wrong with the figure noted of an item: it is none, or outside the limits.
 * @param {Item} item
 * @param {Noted | undefined} noted
 * @returns {"" | "not_a_number" | "below" | "above"}
 */
export function fault(item, noted) {
  if (item.result !== "number" || !noted?.value?.trim()) return ""
  const value = figure(noted.value)
  if (value === undefined) return "not_a_number"
  if (item.min !== null && value < item.min) return "below"
  return item.max !== null && value > item.max ? "above" : ""
}

/**
 * Whether something is noted of an item.
 * @param {Item} item
 * @param {Noted | undefined} noted
 * @returns {boolean}
 */
export function isDone(item, noted) {
  return Boolean(noted?.value?.trim()) && fault(item, noted) !== "not_a_number"
}

/**
 * Whether an item is not as it should be.
 * @param {Item} item
 * @param {Noted | undefined} noted
 * @returns {boolean}
 */
export function isDefect(item, noted) {
  return noted?.value === "defect" || ["below", "above"].includes(fault(item, noted))
}

/**
 * Returns how far a run is. An item that is critical stays so until it is as it should be.
 * @param {Run} run
 * @returns {Progress}
 */
export function progress(run) {
  const all = items(run)
  const open = all.filter(item => !isDone(item, run.noted[item.id]))
  const defects = all.filter(item => isDefect(item, run.noted[item.id]))
  const critical = all.filter(item => item.critical && (open.includes(item) || defects.includes(item)))
  return { done: all.length - open.length, total: all.length, critical, open, defects: defects.length }
}

/**
 * Whether two times are of one day, by the clock of this device.
 * @param {number} time milliseconds
 * @param {number} other milliseconds
 * @returns {boolean}
 */
export function isSameDay(time, other) {
  return new Date(time).toDateString() === new Date(other).toDateString()
}
