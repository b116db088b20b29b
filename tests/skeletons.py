"""What of a page is not text: the elements that its templates make, in their order, and what no text may bring in."""

from dataclasses import dataclass

from playwright.sync_api import Page

from generator.text import ATTRIBUTES, TAGS

# Parses a page as the browser does, but runs nothing of it. Elements that Markdown makes are passed over where they
# carry nothing but what the sanitiser lets through; so are buttons of terms with the marks beside them, lines of a
# drawing and cards, whose number depends on the words. Of attributes that are words or follow from them only the name
# counts.
SKELETON = """([html, tags, allowed]) => {
  const page = new DOMParser().parseFromString(html, "text/html")
  const wordy = new Set(["aria-label", "title", "alt", "content", "width", "height", "x", "y", "viewBox", "points",
    "data-card", "data-hash", "data-accept", "data-title", "data-version", "data-rules", "data-revision",
    "data-choices"])
  const fromText = element =>
    tags.includes(element.localName) && element.getAttributeNames().every(name => allowed.includes(name))
  const ofWords = "button.show-term, .show-together, .show-cards, .show-cards *"
    + ", svg text, svg rect, svg g, svg polyline"
  const passedOver = element => fromText(element) || element.matches(ofWords)
  const attributes = element => element.getAttributeNames().sort().map(name =>
    wordy.has(name) ? name : `${name}=${element.getAttribute(name)}`)
  const bones = []
  const walk = (element, depth) => {
    for (const child of element.children) {
      const own = !passedOver(child)
      if (own) bones.push(`${"  ".repeat(depth)}${child.localName} ${attributes(child).join(" ")}`)
      walk(child, own ? depth + 1 : depth)
    }
  }
  walk(page, 0)
  const faults = []
  for (const element of page.querySelectorAll("*")) {
    for (const {name, value} of element.attributes) {
      if (name.startsWith("on")) faults.push(`${element.localName} has ${name}`)
      if (["href", "src", "action", "formaction", "xlink:href"].includes(name)
        && !/^(https?|mailto|tel):/.test(new URL(value, "https://page.example/").href)) faults.push(`${name}=${value}`)
    }
  }
  return [bones, faults]
}"""


@dataclass(frozen=True)
class Skeleton:
    """The elements of a page, a line each, indented by depth; and attributes that run scripts."""

    bones: list[str]
    faults: list[str]


def skeleton(page: Page, html: str) -> Skeleton:
    """Return the skeleton of `html`, parsed by the browser in which `page` is open."""
    allowed = sorted({"rel"}.union(*ATTRIBUTES.values()))
    return Skeleton(*page.evaluate(SKELETON, [html, sorted(TAGS), allowed]))
