"""Prints how well the search of a finished site finds whole words.

python tests/search/measure.py SITE [--pages SITE_BY_MKDOCS]
"""
# ruff: noqa: T201  # it prints its figures

import argparse
import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from browsers import browser
from relevance import UNREAD, Answer, containing, holding, mean, queries, texts
from search_box import SearchBox
from web_pages import languages
from web_server import serving

INDEXES = {"mkdocs": "search/search_index.json", "zensical": "search.json"}


def engine_of(tree: Path) -> str:
    """Return the engine that made a tree: each has its own place for the index."""
    return next(engine for engine, index in INDEXES.items() if (tree / index).is_file())


def answers(box: SearchBox, language: str, pages: dict[str, str]) -> Iterator[Answer]:
    """Ask every committed query that one of `pages` holds; yield what the search said to it."""
    for query in queries(language):
        if held := holding(query, pages):
            yield Answer(query, held, containing(query, pages), box.pages(query))


def report(language: str, said: list[Answer], everything: dict[str, str]) -> None:
    """Print the figures of one language, and every answer that is not what it should be."""
    print(f"{language}: {len(said)} of {len(queries(language))} queries are on some page")
    print(f"  recall {mean([answer.recall for answer in said]):.3f}", end=", ")
    print(f"precision {mean([answer.precision for answer in said]):.3f}", end=" ")
    print(f"({mean([answer.precision_of_words for answer in said]):.3f} if longer words were wrong)")
    all_of_it = [Answer(answer.query, holding(answer.query, everything), frozenset(), answer.found) for answer in said]
    recall = mean([answer.recall for answer in all_of_it])
    print(f"  recall over all of <article>, with ways to other pages and marks of sources: {recall:.3f}")
    for answer in said:
        if answer.missed or answer.wrong:
            print(f"  {answer.query}: missed {answer.missed}, wrong {answer.wrong}")


def main() -> None:
    """Measure every language of the site that the command names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--pages", type=Path, help="where to read what pages hold; needed for a site by Zensical")
    arguments = parser.parse_args()
    site, pages = arguments.site, arguments.pages or arguments.site
    engine = engine_of(site)
    print(f"{engine}, {site}")
    with serving(site) as address:
        for language, folder in languages(site):
            box = SearchBox.of(browser().new_page(), f"{address}{folder}", engine)
            said = list(answers(box, language, texts(pages / folder)))
            report(language, said, texts(pages / folder, UNREAD))
            index = (site / folder / INDEXES[engine]).read_bytes()
            print(f"  index {len(index):,} bytes, {len(gzip.compress(index)):,} compressed")


if __name__ == "__main__":
    main()
