"""Attacks in every field of text: none runs, and none changes the page around it."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from attacks import ATTACKS
from browsers import browser
from hostile_site import ONLY_ONCE, WITH_GAPS, Words, files
from playwright.sync_api import BrowserContext
from skeletons import skeleton
from text_fields import text_fields
from twins import FEW, Twins, hostile_and_harmless, twins
from watch import Watch

__all__ = ["hostile_and_harmless", "twins"]


@pytest.mark.parametrize("count", [FEW, len(ATTACKS)])
def test_every_field_of_text_has_its_share_of_attacks(count: int) -> None:
    words = Words(ATTACKS)
    files(words, count)
    given = words.given
    assert text_fields() - given.keys() == ONLY_ONCE | WITH_GAPS
    assert {field: len(had) for field, had in given.items() if len(had) < count} == {}
    assert {attack for had in given.values() for attack in had} == set(ATTACKS)


def test_no_text_changes_the_page_around_it(twins: Twins) -> None:
    page = browser().new_page()
    faults, changed = {}, []
    for path in sorted(twins.hostile.rglob("*.html")):
        name = path.relative_to(twins.hostile)
        hostile = skeleton(page, path.read_text(encoding="utf-8"))
        harmless = skeleton(page, (twins.harmless / name).read_text(encoding="utf-8"))
        if hostile.faults:
            faults[name] = hostile.faults
        if hostile.bones != harmless.bones:
            changed.append((name, sorted(set(hostile.bones) ^ set(harmless.bones))[:5]))
    page.close()
    assert faults == {}
    assert changed == []


def test_no_text_runs_or_asks_another_host(twins: Twins, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    watch = Watch(page)
    for path in sorted(twins.hostile.rglob("index.html")):
        page.goto(twins.address + path.relative_to(twins.hostile).as_posix().removesuffix("index.html"))
    page.wait_for_load_state("networkidle")
    assert not watch.complaints, "\n".join(sorted(set(watch.complaints)))
    assert watch.hosts == {urlsplit(twins.address).netloc}
