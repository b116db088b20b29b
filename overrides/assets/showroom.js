// @ts-check
// The language switch leads to the same place of the same page: it takes the anchor along.

document.addEventListener("click", event => {
  const link = event.target instanceof Element ? event.target.closest("a[data-show-language]") : null
  if (link instanceof HTMLAnchorElement) link.hash = location.hash
})
