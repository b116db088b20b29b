// @ts-check
// The clipboard, also of a page that came by plain http, where browsers give a script no clipboard.

/**
 * Copies `text`; the focus stays where it is.
 * @param {string} text
 * @returns {Promise<boolean>} whether it is in the clipboard now
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** @param {string} text */
function copyBySelection(text) {
  const focused = document.activeElement
  const field = document.createElement("textarea")
  field.value = text
  field.style.position = "fixed" // or the page would scroll to it
  document.body.append(field)
  field.select()
  const copied = document.execCommand("copy")
  field.remove()
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  return copied
}
