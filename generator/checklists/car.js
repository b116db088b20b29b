// @ts-check
// What several runs of one car have in common: a field at their heads with the same id is typed once. Runs are of one
// car when they were started under the same code, unless somebody has said that they are not.

import { store } from "../elements/store.js"
import { KIND, asRun } from "./run.js"

/** @typedef {import("./run.js").Run} Run */

/**
 * Writes into the head of a new run what other runs of its car have in such fields, the latest first, and remembers
 * where that came from: a code can come back for another car.
 * @param {Run} run
 */
export function takeOver(run) {
  const others = [...store.all(KIND)].sort(([, one], [, other]) => other.at - one.at)
  for (const [, { data }] of others) {
    const other = asRun(data)
    if (!other || !isOneCar(run, other)) continue
    const fields = run.fields.filter(({ id }) => !run.head[id] && other.head[id]?.trim())
    for (const { id } of fields) run.head[id] = other.head[id]
    if (fields.length) run.taken ??= { list: other.title, started: other.started, fields: [] }
    run.taken?.fields.push(...fields.map(({ id }) => id))
  }
}

/**
 * Empties what was taken over, and shares nothing from now on: it is another car.
 * @param {Run} run
 */
export function standAlone(run) {
  for (const id of run.taken?.fields ?? []) delete run.head[id]
  delete run.taken
  run.alone = true
}

/** What a run's head gets while it is open goes to the other open runs of the car. */
export class Sharing {
  /** What each field has held since: another run that holds one of these follows. @type {Map<string, Set<string>>} */
  #held = new Map()

  /** @param {string} id of the run */
  constructor(id) {
    this.id = id
  }

  /**
   * Passes on what `change` does to the head of `run`, before it is saved: nobody waits for that who leaves the page.
   * @param {Run} run
   * @param {(run: Run) => void} change
   */
  pass(run, change) {
    const after = /** @type {Run} */ (JSON.parse(JSON.stringify(run)))
    change(after)
    const changed = after.fields.filter(({ id }) => (after.head[id] ?? "") !== (run.head[id] ?? ""))
    if (!changed.length || after.alone) return
    for (const { id } of changed) {
      const held = this.#held.get(id) ?? new Set([""])
      this.#held.set(id, held.add(run.head[id] ?? "").add(after.head[id] ?? ""))
    }
    for (const [other, { data }] of store.all(KIND)) {
      const its = asRun(data)
      if (other !== this.id && its && its.finished === null && isOneCar(its, after)) this.#follow(other, after, changed)
    }
  }

  /**
   * @param {string} other id of a run
   * @param {Run} run
   * @param {{id: string}[]} changed
   */
  #follow(other, run, changed) {
    void store.update(KIND, other, data => {
      const its = asRun(data)
      const fields = its?.fields.filter(({ id }) => changed.some(one => one.id === id)) ?? []
      const following = fields.filter(({ id }) => this.#held.get(id)?.has(its?.head[id] ?? ""))
      if (!its || its.finished !== null || !following.length) return undefined
      for (const { id } of following) its.head[id] = run.head[id] ?? ""
      return its
    })
  }
}

/**
 * @param {Run} one
 * @param {Run} other
 * @returns {boolean}
 */
function isOneCar(one, other) {
  return !one.alone && !other.alone && plain(one.code) === plain(other.code)
}

/**
 * @param {string} code in any width and case of its letters
 * @returns {string}
 */
function plain(code) {
  return code.normalize("NFKC").trim().toLowerCase()
}
