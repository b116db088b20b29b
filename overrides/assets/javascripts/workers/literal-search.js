// @ts-check
// Finds every word. The engines look up the words into which an index was cut: of Chinese they miss some inside
// sentences, and they take the parts of a word, apart from each other, for the word. This worker runs the engine's
// own and hears what it is asked. Where pages contain what was typed, literally, those become the answer; where none
// does, or anything is not as expected, the engine's answer goes out as it is.
//
// The engine builds its index when something is asked for the first time, not on every page that somebody opens: that
// takes longer than all else on the page.
//
// It stands beside the engine's worker, whose file name is behind the "#" of its address (overrides/main.html).

/** A part of a page as both engines index it; title and text are HTML. The address of a page's first part has no "#".
 * @typedef {{location: string, title: string, text: string}} Section */
/** A section with its place in the index, and its folded title and text.
 * @typedef {{section: Section, number: number, title: string, text: string}} Entry */
/** The place of a word in a folded text.
 * @typedef {[start: number, end: number]} Span */
/** @typedef {{entry: Entry, title: Span[], text: Span[], score: number}} Hit */
/** A page's first entry, and those of its entries that hold what was typed, the best first.
 * @typedef {{first: Entry, hits: Hit[], score: number}} Found */
/** A way to read what was typed: a page must hold all the words; Latin ones whole, or just begun.
 * @typedef {{words: string[], begun: boolean}} Reading */

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3 // the types of messages are the same in both engines
const AROUND = 60 // characters of an excerpt on each side of a word
const BATCH = 10 // Zensical takes so many entries at a time
const NO_TEXT = /<\/?(\w+)[^>]*>|&(#?\w+);|[\s\u200b]+/g // tags, entities, space, and the marks between Chinese words
const INLINE = new Set(["a", "abbr", "b", "code", "em", "i", "kbd", "mark", "small", "span", "strong", "sub", "sup"])
const ENTITIES = new Map([["amp", "&"], ["lt", "<"], ["gt", ">"], ["quot", '"'], ["#39", "'"]])
const LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u // of scripts with spaces between words
// The rest of a word that is still the same one, as English bends it.
const WORD_ENDS = /^(?:e?s|e?d|ing)?(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}])/u

/** @type {Section[]} */
let sections = []
/** The entries of each page; made when something is asked for the first time.
 * @type {Map<string, Entry[]> | undefined} */
let pages
/** What was asked and not yet answered, the oldest first.
 * @type {any[]} */
const asked = []
/** Messages that the engine gets when something is asked for the first time; undefined once it has them.
 * @type {any[] | undefined} */
let held = []
let isPassingOn = false

/** Takes away what a reader does not see: case, width, kinds of hyphens and apostrophes.
 * @param {string} text */
function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[‐‑–]/g, "-").replace(/[‘’]/g, "'")
}

/** Returns the text of `html`, folded, and where in `html` each of its characters stands.
 * @param {string} html */
function read(html) {
  let text = "", done = 0
  /** @type {number[]} */
  const at = []
  /** @param {string} folded @param {number} start @param {number} step */
  const add = (folded, start, step) => {
    text += folded
    for (let i = 0; i < folded.length; i++) at.push(start + i * step)
  }
  /** @param {number} end */
  const addTextUntil = end => {
    const source = html.slice(done, end), folded = fold(source)
    if (folded.length === source.length) add(folded, done, 1)
    else for (const letter of source) (add(fold(letter), done, 0), done += letter.length)
  }
  for (const {0: piece, 1: tag, 2: entity, index = 0} of html.matchAll(NO_TEXT)) {
    addTextUntil(index)
    if (tag) add(INLINE.has(tag) ? "" : "\n", index, 0)
    else if (entity) add(ENTITIES.get(entity) ?? "\ufffd", index, 0)
    else add(/[^\u200b]/.test(piece) ? " " : "", index, 0)
    done = index + piece.length
  }
  addTextUntil(html.length)
  at.push(html.length)
  return {text, at}
}

/** Returns the entries of each page by its address. */
function readPages() {
  /** @type {Map<string, Entry[]>} */
  const found = new Map()
  sections.forEach((section, number) => {
    const [page] = section.location.split("#")
    const entry = {section, number, title: read(section.title).text, text: read(section.text).text}
    found.set(page, [...found.get(page) ?? [], entry])
  })
  return found
}

/** Returns how a query can be read, the closest first: as it is, as words anywhere on a page, as words being typed.
 * @param {string} query @returns {Reading[]} */
function readings(query) {
  const typed = fold(query).replace(/["“”]/g, " ").trim().replace(/\s+/g, " ")
  const words = typed.split(" ")
  return typed ? [{words: [typed], begun: false}, {words, begun: false}, {words, begun: true}] : []
}

/** Returns the places of `word` in `text`.
 * @param {string} text @param {string} word @param {boolean} begun @returns {Span[]} */
function places(text, word, begun) {
  /** @type {Span[]} */
  const found = []
  const startsWord = LETTER.test(word[0]), endsWord = !begun && LETTER.test(word.slice(-1))
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    const end = start + word.length
    if (startsWord && start > 0 && LETTER.test(text[start - 1])) continue
    if (!endsWord || WORD_ENDS.test(text.slice(end, end + 4))) found.push([start, end])
  }
  return found
}

/** Returns the pages that hold every word of a reading, the best first.
 * @param {Reading} reading @param {Iterable<Entry[]>} pages @returns {Found[]} */
function find({words, begun}, pages) {
  const found = []
  for (const entries of pages) {
    /** @param {string} text */
    const spans = text => words.flatMap(word => places(text, word, begun)).sort(([a], [b]) => a - b)
    /** @param {string} word */
    const held = word => entries.some(({title, text}) => [title, text].some(part => places(part, word, begun).length))
    if (!words.every(held)) continue
    const hits = entries.map((entry, i) => {
      const title = spans(entry.title), text = spans(entry.text)
      return {entry, title, text, score: (title.length && (i ? 100 : 1000)) + text.length}
    }).filter(hit => hit.score).sort((a, b) => b.score - a.score)
    const score = hits.reduce((sum, hit) => sum + hit.score, 0)
    for (const hit of hits) hit.score += score // Enter opens the entry with the highest score of all
    found.push({first: entries[0], hits, score})
  }
  return found.sort((a, b) => b.score - a.score)
}

/** Returns a section's HTML, from `start` to `end` of its text, without tags and with the places marked.
 * @param {string} html @param {Span[]} spans */
function marked(html, spans, start = 0, end = Infinity) {
  const {at} = read(html)
  /** @param {number} from @param {number} to */
  const bare = (from, to) => html.slice(at[from], at[Math.min(to, at.length - 1)]).replace(/<[^>]*>|\u200b/g, "")
  let out = "", done = start
  for (const [from, to] of spans) {
    if (from < done || to > end) continue
    out += `${bare(done, from)}<mark>${bare(from, to)}</mark>`
    done = to
  }
  return out + bare(done, end)
}

/** Returns what stands around the first two places that lie apart, each within its paragraph.
 * @param {Hit} hit */
function excerpt({entry: {section, text}, text: spans}) {
  const parts = []
  let done = 0
  for (const [from, to] of spans) {
    if (from < done || parts.length === 2) continue
    const head = Math.max(done, text.lastIndexOf("\n", from) + 1), tail = `${text}\n`.indexOf("\n", to)
    let start = Math.max(head, from - AROUND), end = Math.min(tail, to + AROUND)
    while (start > head && LETTER.test(text[start - 1])) start--
    while (end < tail && LETTER.test(text[end])) end++
    const [before, after] = [start > head ? "…" : "", end < tail ? "…" : ""]
    parts.push(`<p>${before}${marked(section.text, spans, start, end)}${after}</p>`)
    done = end
  }
  return parts.join("")
}

/** Returns the answer as Material takes it: the sections of each page, its first one always among them.
 * @param {any} answer @param {Found[]} found @param {Reading} reading */
function forMaterial(answer, found, {words}) {
  const terms = Object.fromEntries(words.map(word => [word, true]))
  const items = found.map(({first, hits}) => {
    const shown = hits.map(hit => ({
      location: hit.entry.section.location,
      title: marked(hit.entry.section.title, hit.title),
      text: excerpt(hit),
      score: hit.score,
      terms,
    }))
    const {location, title} = first.section
    const lead = {location, title, text: "", score: 0, terms}
    return hits.some(({entry}) => entry === first) ? shown : [...shown, lead]
  })
  return {...answer, items}
}

/** Returns the answer as Zensical takes it: a batch of sections by their number in the index, and the places to mark.
 * The best section of every page comes before the others.
 * @param {any} answer @param {Found[]} found @param {{size?: number, from?: number}} [batch] */
function forZensical(answer, found, {size = BATCH, from = 0} = {}) {
  const hits = [...found.map(page => page.hits[0]), ...found.flatMap(page => page.hits.slice(1))]
  /** @param {string} field @param {string} html @param {Span[]} spans */
  const match = (field, html, spans) => {
    const {at} = read(html)
    const ranges = spans.map(([start, end]) => ({start: at[start], end: at[end], value: at[end] - at[start]}))
    return {field, value: {highlight: {ranges}}}
  }
  const items = hits.slice(from, from + size).map(({entry: {section, number}, title, text}) => ({
    id: number,
    matches: [match("title", section.title, title), match("text", section.text, text)],
  }))
  /** @param {number} from */
  const batch = from => (from < 0 || from >= hits.length ? undefined : {id: 0, size, from})
  return {...answer, items, pagination: {total: hits.length, prev: batch(from - size), next: batch(from + size)}}
}

/** Returns what to answer to `query` in place of the engine's `answer`: Material asks with text, Zensical for a batch.
 * @param {any} answer @param {any} query */
function literal(answer, query) {
  pages ??= readPages()
  for (const reading of readings(query.input ?? query)) {
    const found = find(reading, pages.values())
    if (!found.length) continue
    return typeof query === "string" ? forMaterial(answer, found, reading) : forZensical(answer, found, query.page)
  }
  return answer
}

const send = self.postMessage.bind(self)

/** Lets the engine hear a message.
 * @param {any} message */
function passOn(message) {
  isPassingOn = true
  self.dispatchEvent(new MessageEvent("message", {data: message}))
  isPassingOn = false
}

self.addEventListener("message", event => {
  if (isPassingOn) return
  const {type, data} = event.data
  if (held && data === "") { // Material asks for nothing on every page
    event.stopImmediatePropagation()
    return send({type: RESULT, data: {items: []}})
  }
  if (type === SETUP) sections = data.docs ?? data.items
  if (type === QUERY) asked.push(typeof data === "string" ? data : {...data}) // Zensical's worker writes into its query
  if (!held) return
  event.stopImmediatePropagation()
  held.push(event.data)
  if (type === SETUP) send({type: READY})
  if (type === QUERY && asked.length === 1) passOn(held.shift())
})

Object.assign(self, {
  /** @param {any} message */
  postMessage(message) {
    if (message.type === READY && held) {
      const waiting = held
      held = undefined
      return waiting.forEach(passOn)
    }
    if (message.type !== RESULT) return send(message)
    const query = asked.shift()
    try {
      send({...message, data: literal(message.data, query)})
    } catch (error) {
      console.warn(error)
      send(message)
    }
  },
})

const [engine] = self.location.hash.match(/search\.\w+\.min\.js$/) ?? []
// @ts-expect-error -- the type checker knows what a page has, not what a worker has
importScripts(engine)
