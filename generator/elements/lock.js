// @ts-check
// One tab at a time. Browsers have locks for that, but what a tab has written into the storage can reach another one
// after the lock has (Chromium: 55 of 600 writes were lost). So a writer says in the name of a second lock how new its
// record is, and who comes next waits until it sees one as new.

const LONGEST_WAY = 1000 // milliseconds that a record may need from tab to tab

/** What this tab has announced itself: it need not wait for that. @type {Set<string>} */
const own = new Set()

/**
 * Runs `work` while no other tab does the same for `key`, on what the last one left.
 *
 * Without locks (a page that came by plain http) reading and writing happen in one go, which is the best there is:
 * two tabs that write the same item at the same moment may still lose one change.
 * @template Result
 * @param {string} key
 * @param {() => number} stamp when what stands under the key, as this tab sees it, was written
 * @param {() => Result} work
 * @returns {Promise<Result>}
 */
export async function alone(key, stamp, work) {
  const locks = /** @type {LockManager | undefined} */ (navigator.locks)
  if (!locks) return work()
  return locks.request(key, async () => {
    await arrival(locks, key, stamp)
    const before = stamp()
    const result = work()
    if (stamp() > before) await announce(locks, `${key}@${stamp()}`)
    return result
  })
}

/**
 * Waits until this tab sees the newest record that another one has announced.
 * @param {LockManager} locks
 * @param {string} key
 * @param {() => number} stamp
 */
async function arrival(locks, key, stamp) {
  const { held = [] } = await locks.query()
  const announced = held.flatMap(({ name = "" }) => {
    return name.startsWith(`${key}@`) && !own.has(name) ? [Number(name.slice(key.length + 1))] : []
  })
  const latest = Math.max(0, ...announced)
  const end = performance.now() + LONGEST_WAY
  while (stamp() < latest && performance.now() < end) await pause(2)
}

/**
 * Holds the lock `name` for as long as a record may need to every other tab; returns as soon as it holds it.
 * @param {LockManager} locks
 * @param {string} name
 * @returns {Promise<void>}
 */
function announce(locks, name) {
  own.add(name)
  return new Promise(granted => {
    const held = locks.request(name, { mode: "shared" }, () => {
      granted()
      return pause(LONGEST_WAY)
    })
    void held.finally(() => own.delete(name))
  })
}

/**
 * @param {number} time milliseconds
 * @returns {Promise<void>}
 */
function pause(time) {
  return new Promise(resolve => setTimeout(resolve, time))
}
