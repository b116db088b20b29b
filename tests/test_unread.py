"""What the search leaves out stands in comments of the Markdown, unharmed, and the engine reads none of it."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Comment

from generator.build import load
from generator.build.folder import read_folder
from generator.plan import plan
from generator.render import web
from generator.render.unread import CLOSING, OPENING, unread

PROCESS = Path(__file__).parent.parent / "process"


class Seen(HTMLParser):
    """What Python's parser meets, besides comments."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.comments, self.others = 0, list[str]()
        self.feed(page)
        self.close()

    def handle_comment(self, data: str) -> None:  # noqa: ARG002  # the base's own signature
        self.comments += 1

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # see above
        self.others.append(tag)

    def handle_data(self, data: str) -> None:
        self.others.append(data)


@pytest.mark.parametrize("sign", ["-->", "--!>", "-- >", "--\n>", "--->", "=-->", "- ->", "a > b", "<br>"])
def test_no_text_and_no_attribute_ends_the_comment(sign: str) -> None:
    made = f'<p title="{sign}">one {sign} two</p>'
    hidden = unread(made)
    assert (Seen(hidden).comments, Seen(hidden).others) == (1, [])
    shown = BeautifulSoup(hidden.removeprefix(OPENING).removesuffix(CLOSING), "html.parser")
    assert shown == BeautifulSoup(made, "html.parser")


def test_the_engine_reads_nothing_that_the_search_leaves_out() -> None:
    hidden = 0
    for file in web.render(plan(load(read_folder(PROCESS))[0], {})):
        page = BeautifulSoup(file.content.decode(), "html.parser")
        assert not page.select("[data-search-exclude], show-question"), file.path
        comments = page.find_all(string=lambda text: isinstance(text, Comment))
        hidden += sum("data-search-exclude" in comment for comment in comments)
    assert hidden > 100
