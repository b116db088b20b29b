// @ts-check
// In every page of the preview: asks for news, shows what is wrong, and loads a page anew that has changed, at the
// place where its reader was.

/** @typedef {{place: string, editor: string, code: string, message: string, before: string, after: string, hint: string}} Problem */
/** @typedef {{title: string, hide: string, show: string, language: string, problems: Problem[]}} Wrong */
/** @typedef {{version: number, mark: string, wrong: Wrong | null}} News */
/** @typedef {{y: number, id: string, top: number, open: boolean[]}} Place */

const script = /** @type {HTMLScriptElement} */ (document.currentScript)
const MARK = script.dataset.mark ?? ""
const NEWS = new URL("news", script.src)
const PLACE = `showroom-place:${location.pathname}`
const HEADER = 80 // pixels that the theme's header covers
const SETTLED = 1000 // milliseconds after loading

const STYLE = `
  :host { --letters: ; all: initial; position: fixed; z-index: 99; inset: auto 0 0; color-scheme: dark; }
  :host(:lang(zh)) { --letters: "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", "Microsoft YaHei", }
  @media print { :host { display: none } }
  * { box-sizing: border-box }
  section, .show {
    font: 15px/1.5 var(--letters) system-ui, sans-serif;
    color: #f4f4f6; background: #1e1f26;
  }
  section { max-height: 45vh; overflow: auto; padding: 12px 20px 16px; border-top: 4px solid #ff6b5e; }
  header { display: flex; gap: 16px; align-items: center; justify-content: space-between }
  h2 { font-size: 16px; margin: 0; }
  ol { list-style: none; margin: 0; padding: 0 }
  li { padding: 10px 0 0; margin-top: 10px; border-top: 1px solid #44464f }
  p { margin: 2px 0; overflow-wrap: anywhere }
  a { color: #9ecbff }
  code, pre { font: 13px/1.5 ui-monospace, "Cascadia Mono", Consolas, Menlo, "Noto Sans Mono CJK SC", monospace }
  pre { margin: 4px 0; padding: 4px 10px; background: #121318; white-space: pre-wrap; overflow-wrap: anywhere }
  mark { color: #ffd2cc; background: none; text-decoration: underline wavy #ff6b5e; text-underline-offset: 4px }
  .code { color: #ffb4ab } .hint { color: #b5e8b8 }
  button { font: inherit; min-height: 44px; min-width: 44px; padding: 4px 16px; cursor: pointer; color: inherit;
    background: #33353f; border: 1px solid #8b8d98; border-radius: 4px }
  .show { position: absolute; inset: auto auto 12px 12px; border: 2px solid #ff6b5e }
  :focus-visible { outline: 3px solid #9ecbff; outline-offset: 2px }
  [hidden] { display: none }
`

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, attributes, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** @param {Problem} problem */
function entry(problem) {
  return make(
    "li",
    {},
    make("p", {}, make("a", { href: problem.editor }, problem.place), " ", make("code", { class: "code" }, problem.code)),
    make("p", {}, problem.message),
    ...(problem.before + problem.after ? [make("pre", {}, problem.before, make("mark", {}, problem.after))] : []),
    make("p", { class: "hint" }, problem.hint),
  )
}

/** The panel below the page with all mistakes. The page above it can be read on, and the panel put away. */
class Overlay {
  constructor() {
    this.host = document.createElement("div")
    this.root = this.host.attachShadow({ mode: "open" })
    this.shown = ""
    this.away = false
    document.addEventListener("keydown", event => {
      const inside = document.activeElement === this.host || document.activeElement === document.body
      if (event.key === "Escape" && inside && this.host.isConnected && !this.away) this.put(true)
    })
  }

  /** @param {Wrong | null} wrong */
  show(wrong) {
    const now = JSON.stringify(wrong)
    if (now === this.shown) return
    this.shown = now
    if (wrong) this.fill(wrong)
    else this.host.remove()
    this.makeRoom()
  }

  /** @param {Wrong} wrong */
  fill(wrong) {
    const hide = make("button", { type: "button" }, wrong.hide)
    const show = make("button", { type: "button", class: "show" }, wrong.show)
    const title = make("h2", { id: "title" })
    const head = make("div", { role: "alert" }, title)
    const list = make("ol", {}, ...wrong.problems.map(entry))
    const panel = make("section", { "aria-labelledby": "title", tabindex: "0" }, make("header", {}, head, hide), list)
    hide.addEventListener("click", () => this.put(true))
    show.addEventListener("click", () => this.put(false))
    this.host.lang = wrong.language
    this.root.replaceChildren(make("style", {}, STYLE), panel, show)
    document.body.append(this.host)
    title.textContent = wrong.title // after the alert is there: so it is read out
    this.put(false, false)
  }

  /**
   * @param {boolean} away
   * @param {boolean} focus
   */
  put(away, focus = true) {
    const [panel, show] = ["section", ".show"].map(name => /** @type {HTMLElement} */ (this.root.querySelector(name)))
    this.away = away
    panel.hidden = away
    show.hidden = !away
    if (focus) (away ? show : panel).focus()
    this.makeRoom()
  }

  /** Lets the end of the page be scrolled to above the panel. */
  makeRoom() {
    const height = this.host.isConnected ? (this.root.querySelector("section")?.offsetHeight ?? 0) : 0
    document.body.style.paddingBlockEnd = height ? `${height}px` : ""
  }
}

/** Remembers what stands where below the header, since text before it may get longer or shorter. */
function keepPlace() {
  const article = document.querySelector("article")
  const seen = [...(article?.querySelectorAll("[id]") ?? [])].filter(element => element.getClientRects().length)
  const top = (/** @type {Element} */ element) => element.getBoundingClientRect().top
  seen.sort((one, other) => Math.abs(top(one) - HEADER) - Math.abs(top(other) - HEADER))
  const open = [...(article?.querySelectorAll("details") ?? [])].map(details => details.open)
  const place = { y: scrollY, id: seen[0]?.id ?? "", top: seen[0] ? top(seen[0]) : 0, open }
  sessionStorage.setItem(PLACE, JSON.stringify(place))
  history.scrollRestoration = "manual"
}

/** @param {Place} place */
function goTo(place) {
  const details = [...document.querySelectorAll("article details")]
  if (details.length === place.open.length) details.forEach((found, index) => found.toggleAttribute("open", place.open[index]))
  const element = place.y > 0 && place.id ? document.getElementById(place.id) : null
  if (element) scrollBy({ top: element.getBoundingClientRect().top - place.top, behavior: "instant" })
  else scrollTo({ top: place.y, behavior: "instant" })
}

function returnToPlace() {
  const kept = sessionStorage.getItem(PLACE)
  if (kept === null) return
  sessionStorage.removeItem(PLACE)
  const place = JSON.parse(kept)
  goTo(place)
  addEventListener("load", () => {
    goTo(place) // once more, now that pictures have their size
    setTimeout(() => (history.scrollRestoration = "auto"), SETTLED) // at once, the browser would still go to its own
  })
}

const overlay = new Overlay()
let version = -1

/**
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
async function ask(signal) {
  NEWS.search = new URLSearchParams({ version: `${version}`, page: decodeURI(location.pathname) }).toString()
  /** @type {News} */
  const news = await (await fetch(NEWS, { signal, cache: "no-store" })).json()
  version = news.version
  overlay.show(news.wrong)
  if (news.mark !== MARK) {
    keepPlace()
    location.reload()
    await new Promise(() => {}) // the page goes now
  }
}

/** A browser keeps few connections to one host: pages that nobody looks at do not ask. */
async function follow() {
  for (;;) {
    const hidden = new AbortController()
    const leave = () => document.hidden && hidden.abort()
    document.addEventListener("visibilitychange", leave)
    try {
      if (document.hidden) await new Promise(done => document.addEventListener("visibilitychange", done, { once: true }))
      else await ask(hidden.signal)
    } catch {
      if (!document.hidden) await new Promise(done => setTimeout(done, 500)) // the command has been ended, or is busy
    } finally {
      document.removeEventListener("visibilitychange", leave)
    }
  }
}

addEventListener("resize", () => overlay.makeRoom())
returnToPlace()
follow()
