"""What is shown beside an entry to say where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.blocks.base import Citation
from generator.pages import Page, Tree
from generator.plan import Plan
from generator.references import Source, SourceKind
from generator.render.words import words


@dataclass(frozen=True, slots=True)
class Mark:
    """One source of an entry: what to show, and where it leads.

    `place` is the slide or article, empty where the source as a whole is meant; `href` the link to the page of
    sources; `reading` marks what the source does not say so plainly.
    """

    source: Source
    place: str
    href: str
    reading: bool


def article_in(language: str, citation: Citation) -> str:
    """Return the article that is cited, several set apart as `language` does; nothing where none is."""
    return (citation.article or "").replace("、", words(language)["comma"])


def cited(citations: tuple[Citation, ...], *, plan: Plan, tree: Tree, page: Page) -> Iterator[Mark]:
    """Yield a mark for each slide, article or source that `citations` name."""
    for citation in citations:
        source = plan.sources[citation.of]
        places = [str(slide) for slide in citation.slides] or [article_in(tree.language, citation)]
        for place in places:
            anchor = f"{source.id}-{place}" if place and source.type is SourceKind.DECK else source.id
            href = page.to(tree.sources.address if tree.sources else "", anchor)
            yield Mark(source, place, href, citation.reading)
