"""Plan → the Markdown pages and settings from which the engine makes the site."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.blocks.base import Audience, Block, Entry
from generator.node import Node
from generator.plan import Page, PageKind, Plan, Tree, for_trainers
from generator.render import OutputFile
from generator.render.assets import ELEMENTS, has_element
from generator.render.citations import cited
from generator.render.environment import environment, type_of
from generator.render.words import words
from generator.text import to_plain


def render(plan: Plan) -> Iterator[OutputFile]:
    """Yield every page as `<language>/docs/<path>`."""
    for tree in plan.trees:
        for page in tree.pages:
            yield OutputFile(f"{tree.language}/docs/{page.path}", _page(plan, tree, page).encode())


def title_of(plan: Plan, tree: Tree, page: Page) -> str:
    """Return the page's title in the tree's language, without markup."""
    if page.title is None:
        return str(words(tree.language)["pages"][page.kind.value])
    title = to_plain(page.title.in_language(tree.language, plan.process.first_language)[0])
    label = getattr(page.chapter, "label", "")
    return f"{label} {title}".strip()


def public(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return `blocks` without what is for trainers only."""
    kept: tuple[Block, ...] = _public(blocks)
    return kept


def _public(node: Any) -> Any:  # noqa: ANN401  # any field's value
    if isinstance(node, tuple):
        return tuple(_public(item) for item in node if getattr(item, "audience", None) is not Audience.TRAINERS)
    if not isinstance(node, Entry) or not any(_for_trainers(part) for part in node.walk() if part is not node):
        return node
    return node.model_copy(update={name: _public(getattr(node, name)) for name in type(node).model_fields})


def _for_trainers(node: Node) -> bool:
    return isinstance(node, Entry) and node.audience is Audience.TRAINERS


def _elements(page: Page) -> list[str]:
    """Return the addresses of the scripts for the types on a page that are alive."""
    types = sorted({type_of(block) for block in page.chapter.blocks}) if page.chapter else []
    return [page.to(f"{ELEMENTS}/{name}.js") for name in types if has_element(name)]


def _page(plan: Plan, tree: Tree, page: Page) -> str:
    front: dict[str, Any] = {"title": title_of(plan, tree, page), "kind": page.kind.value}
    if page.kind is PageKind.TRAINERS:
        front["search"] = {"exclude": True}
    context = {
        "plan": plan,
        "process": plan.process,
        "tree": tree,
        "page": page,
        "language": tree.language,
        "first": plan.process.first_language,
        "words": words(tree.language),
        "front": Markup(json.dumps(front, ensure_ascii=False)),  # noqa: S704  # JSON is YAML, no HTML
        "cited": partial(cited, plan=plan, tree=tree, page=page),
        "for_trainers": for_trainers,
        "public": public,
        "type_of": type_of,
        "elements": _elements(page),
        "address": page.to,
    }
    name = "guide" if page.kind is PageKind.GUIDE else page.kind.value
    return environment().get_template(f"{name}.md.jinja").render(context)
