"""Plan → the Markdown pages and settings from which the engine makes the site."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generator import questions
from generator.audience import for_trainers, is_for_trainers, only_trainers, public
from generator.blocks.practice import Practice
from generator.checklists.assembled import assemble
from generator.glossary import Term
from generator.pages import Page, PageKind, Tree
from generator.plan import Plan, media_address
from generator.reading_time import reading_minutes
from generator.render import OutputFile, assets, exams, home, learning, way
from generator.render.citations import cited
from generator.render.citing import citing
from generator.render.environment import environment, type_of
from generator.render.glossary import in_order
from generator.render.names import as_name
from generator.render.terms import Glossary
from generator.render.words import words, words_of_type
from generator.text import Text, to_plain

if TYPE_CHECKING:
    from generator.questions.base import Question

CHECKLIST_ELEMENTS = assets.GENERATOR / "checklists" / "element.js"


def render(plan: Plan) -> Iterator[OutputFile]:
    """Yield every page as `<language>/docs/<path>`."""
    for tree in plan.trees:
        glossary = Glossary(plan.process.terms, tree.language, plan.process.first_language)
        for page in tree.pages:
            yield OutputFile(f"{tree.language}/docs/{page.path}", _page(plan, tree, page, glossary).encode())


def render_page(plan: Plan, tree: Tree, page: Page) -> str:
    """Return the Markdown of one page alone."""
    return _page(plan, tree, page, Glossary(plan.process.terms, tree.language, plan.process.first_language))


def title_of(plan: Plan, tree: Tree, page: Page) -> str:
    """Return the page's title in the tree's language, as the engines can show it."""
    if page.kind is PageKind.DRILL:
        from generator.render import drills  # noqa: PLC0415  # a process without questions starts faster

        return as_name(drills.title(page, tree.language, lambda text: to_plain(_in(text, plan, tree))))
    if page.title is None:
        return str(words(tree.language)["pages"][page.kind.value])
    title = to_plain(_in(page.title, plan, tree))
    label = "" if page.checklist else getattr(page.chapter, "label", "")
    return as_name(f"{label} {title}".strip())


def _in(text: Text, plan: Plan, tree: Tree) -> str:
    return text.in_language(tree.language, plan.process.first_language)[0]


def _elements(page: Page, asked: Iterable["Question"]) -> list[str]:
    """Return the addresses of the scripts for the types on a page that are alive; `asked` are its questions."""
    if page.kind in {PageKind.CHECKLIST, PageKind.CHECKLISTS}:
        return [page.to(assets.address(CHECKLIST_ELEMENTS))]
    shown = (block for block in page.chapter.blocks if not only_trainers(block)) if page.chapter else ()
    types = sorted({type_of(block) for block in shown})
    found = [assets.element_of(name) for name in types if page.kind is PageKind.CHAPTER]
    kinds = {type_of(question) for question in asked}
    if page.kind in {PageKind.REVIEW, PageKind.FLASHCARDS}:
        kinds.add("flashcard")  # the glossary's terms
    found += [assets.element_of(name, questions) for name in sorted(kinds)]
    if page.kind is PageKind.DRILL:
        found += [assets.ELEMENTS / "drill.js", assets.element_of("order", questions)]
    return [page.to(assets.address(script)) for script in found if script]


def _asked(plan: Plan, page: Page) -> tuple["Question", ...]:
    """Return the questions that a page asks, those of a case after it."""
    if page.kind is PageKind.REVIEW:
        return tuple(question for chapter in plan.process.chapters for question in plan.process.questions(chapter))
    if page.exam is not None:
        return exams.candidates(plan, page.exam)
    if page.chapter is None:
        return ()
    every = tuple(plan.process.questions(page.chapter))
    if page.kind is PageKind.QUIZ:
        return every
    named = {name for block in page.chapter.blocks if isinstance(block, Practice) for name in block.questions}
    chosen = [question for question in every if question.id in named] if page.kind is PageKind.CHAPTER else []
    return tuple(inner for question in chosen for inner in (question, *getattr(question, "questions", ())))


def context_of(plan: Plan, tree: Tree, page: Page) -> dict[str, Any]:
    """Return what the templates of `page` are given."""
    asked = _asked(plan, page)
    return {
        "stage": page.chapter.id if page.chapter else "",
        **_own(plan, tree, page),
        "asked": asked,
        "questions": {question.id: question for question in asked},
        "questions_style": page.to(assets.QUESTIONS_STYLE),
        "say": json.dumps(words(tree.language)["question"]["say"], ensure_ascii=False),
        "plan": plan,
        "process": plan.process,
        "tree": tree,
        "page": page,
        "language": tree.language,
        "first": plan.process.first_language,
        "words": words(tree.language),
        "front": Markup(json.dumps(_front(plan, tree, page), ensure_ascii=False)),  # noqa: S704  # JSON is YAML, no HTML
        "cited": partial(cited, plan=plan, tree=tree, page=page),
        "for_trainers": for_trainers,
        "is_for_trainers": is_for_trainers,
        "media_address": media_address,
        "public": public,
        "type_of": type_of,
        "words_of_type": words_of_type,
        "stage_exams": exams.stages_by_exam(plan),
        "elements": _elements(page, asked),
        "element": lambda name: page.to(assets.address(assets.ELEMENTS / f"{name}.js")),
        "address": page.to,
    }


def _front(plan: Plan, tree: Tree, page: Page) -> dict[str, Any]:
    """Return the page's front matter, for the engine and the theme."""
    front: dict[str, Any] = {"title": title_of(plan, tree, page), "kind": page.kind.value}
    if page.kind is PageKind.TRAINERS:
        front["title"] = f"{front['title']} · {words(tree.language)['pages']['trainers']}"
    if page.kind is PageKind.QUIZ:
        front["title"] = words(tree.language)["practice"]["quiz_of"].format(front["title"])
    if page.kind in {PageKind.TRAINERS, PageKind.GUIDE}:
        front["search"] = {"exclude": True}  # a trainee's search finds what trainees read
    if page.checklist or page.kind is PageKind.CHECKLISTS:
        front["hide"] = ["toc"]  # the groups are no headings of the Markdown
    if page.kind in {PageKind.HOME, PageKind.EXAM}:
        front["hide"] = ["navigation", "toc"]
    return front


def _page(plan: Plan, tree: Tree, page: Page, glossary: Glossary) -> str:
    context = context_of(plan, tree, page)
    made = environment().get_template(f"{page.kind.value}.md.jinja").render(context)
    if page.kind is PageKind.CHAPTER:
        made = _explained(made, glossary, context)
    return f"{made.rstrip()}\n\n{_foot(context, made)}\n"


def _foot(context: dict[str, Any], made: str) -> str:
    """Return what stands at the foot of the page on paper: its address, and a revision that changes with any of it."""
    plan, tree, page = context["plan"], context["tree"], context["page"]
    site = plan.process.settings.site_url
    address = f"{site.rstrip('/')}/{tree.root}{page.address}" if site else ""
    revision = hashlib.sha256(made.encode()).hexdigest()[:8]
    return environment().get_template("foot.html.jinja").render(context, site_address=address, revision=revision)


def _explained(page: str, glossary: Glossary, context: dict[str, Any]) -> str:
    """Return `page` with the glossary's terms explained where they first appear, and their cards at its end."""
    macros = environment().get_template("terms.html.jinja").make_module(context)

    def wrap(term: Term, *parts: str) -> str:
        return str(macros.term(term, *map(Markup, parts)))  # type: ignore[attr-defined]  # cut out of the page itself

    page, terms = glossary.explain(page, wrap)
    return f"{page}\n\n{macros.cards(terms)}\n" if terms else page  # type: ignore[attr-defined]  # macros of the template


def _own(plan: Plan, tree: Tree, page: Page) -> dict[str, object]:
    """Return what the template of one kind of page needs beyond what all of them get."""
    own: dict[str, object] = {}
    match page.kind:
        case PageKind.HOME:
            own = home.context(plan, tree)
        case PageKind.CHAPTER if page.chapter is not None:
            own = {**way.context(plan, tree, page.chapter), "reading_minutes": reading_minutes}
        case PageKind.CHECKLIST if page.chapter is not None and page.checklist is not None:
            assembled = assemble(page.checklist, page.chapter.blocks)
            own = {"assembled": assembled, "version": assembled.version(plan.process.first_language)}
        case PageKind.GLOSSARY:
            own = {"in_order": in_order}
        case PageKind.DRILL:
            from generator.render import drills  # noqa: PLC0415  # a process without questions starts faster

            own = {**drills.context(tree, page, plan), "front_title": title_of(plan, tree, page)}
            own |= {"stage": page.drills[0].chapter.id, "drill_style": page.to(assets.DRILL_STYLE)}
        case PageKind.QUIZ | PageKind.PRACTICE | PageKind.PROGRESS | PageKind.REVIEW | PageKind.FLASHCARDS:
            own = {"title_of": partial(title_of, plan, tree), "card": learning.blank_card()}
            own |= exams.context(plan, tree, page)
        case PageKind.EXAMS | PageKind.EXAM:
            own = {"title_of": partial(title_of, plan, tree), **exams.context(plan, tree, page)}
        case PageKind.SOURCES:
            own = {"citing": citing(plan, tree)}
    return own
