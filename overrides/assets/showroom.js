// @ts-check
// What a page needs beyond Material's own script: the way to the other language keeps the place, what scrolls sideways
// can be reached by key, and paper says where it comes from. The page reads without it.

document.addEventListener("click", event => {
  const link = event.target instanceof Element ? event.target.closest("a[data-show-language]") : null
  if (link instanceof HTMLAnchorElement) link.hash = location.hash
})

/**
 * Makes tables that Material wraps focusable where they are wider than the page.
 *
 * @returns {void}
 */
function reachScrollers() {
  for (const scroller of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (scroller.scrollWidth > scroller.clientWidth) scroller.setAttribute("tabindex", "0")
    else scroller.removeAttribute("tabindex")
  }
}

window.addEventListener("load", reachScrollers)
window.addEventListener("resize", reachScrollers)

// On paper a page says where it was read and which revision it is: at the foot of every sheet in browsers that draw there
// (Chrome and Edge from 131), else once at the end.
window.addEventListener("beforeprint", () => {
  const foot = document.querySelector(".show-foot")
  if (!(foot instanceof HTMLElement)) return
  foot.dataset.address = location.href.replace(/#.*/, "")
  foot.classList.toggle("show-foot--margin", "CSSMarginRule" in window)
  const words = `${foot.dataset.address}  ${foot.dataset.revision}`
  document.documentElement.style.setProperty("--show-foot", JSON.stringify(words))
})

// A browser without popovers (older WeChat, iOS before 17) gets the cards of the glossary's terms opened here.
if (!("popover" in HTMLElement.prototype)) {
  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest(".show-term") : null
    const wanted = button?.getAttribute("popovertarget")
    for (const card of document.querySelectorAll(".show-card")) {
      const inside = event.target instanceof Node && card.contains(event.target)
      card.classList.toggle("show-card--open", inside || (card.id === wanted && !card.classList.contains("show-card--open")))
    }
  })
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return
    for (const card of document.querySelectorAll(".show-card--open")) card.classList.remove("show-card--open")
  })
}
