"""Attacks in every field of text: none runs or shows as more than text in the list of what a search has found."""

from browsers import browser
from bs4 import BeautifulSoup
from search_box import SearchBox
from twins import Twins, hostile_and_harmless, twins
from watch import Watch

__all__ = ["hostile_and_harmless", "twins"]

QUERIES = ("alert", "javascript", "vbscript", "elsewhere")  # what every attack with a script or an address has one of
SHOWN = {"mark", "p", "u", "code"}  # what the themes themselves make of results


def test_no_text_runs_among_the_results_of_a_search(twins: Twins) -> None:
    page = browser().new_page()
    watch = Watch(page)
    search = SearchBox.of(page, twins.address, twins.engine)
    found = [result for query in QUERIES for result in search.ask(query)]
    page.close()
    assert found
    tags = [tag for result in found for tag in BeautifulSoup(result.title + result.excerpt, "html.parser").find_all()]
    assert {tag.name for tag in tags} <= SHOWN
    assert not watch.complaints, "\n".join(sorted(set(watch.complaints)))
