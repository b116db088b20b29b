"""What is saved on a device: nothing is lost between tabs, versions and devices, and a page lives without saving."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from web_server import serving

ROOT = Path(__file__).parents[2]
IMPORT = """
const {store} = await import("/elements/store.js")
const code = await import("/elements/code.js"), transfer = await import("/elements/transfer.js")
"""
DENY = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, {configurable: true, get() { throw new DOMException("denied", "SecurityError") }})
}
"""
FILL = """
const chunk = "x".repeat(100_000)
for (let size = chunk.length, number = 0; size; ) {
  try { localStorage.setItem(`fill:${number++}`, chunk.slice(0, size)) } catch { size = size >> 1 }
}
"""


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the modules with an empty page beside them; give its address."""
    folder = tmp_path_factory.mktemp("modules")
    shutil.copytree(ROOT / "generator" / "elements", folder / "elements")
    for page in ("elements/index.html", "404.html"):
        (folder / page).write_text("<!doctype html><title>Empty</title>", encoding="utf-8")
    with serving(folder) as address:
        yield f"{address}elements/"


@pytest.fixture
def page(modules: str, context: Callable[..., BrowserContext]) -> Page:
    page = context().new_page()
    page.goto(modules)
    return page


def js(page: Page, body: str, argument: object = None) -> Any:  # noqa: ANN401  # whatever the script returns
    return page.evaluate(f"async given => {{ {IMPORT} {body} }}", argument)


def test_600_updates_from_two_tabs_lose_none(page: Page, modules: str) -> None:
    other = page.context.new_page()
    other.goto(modules)
    count = """
        window.finished = (async () => {
          for (let n = 0; n < 300; n += 1) await store.update("item", "one", data => ({count: (data?.count ?? 0) + 1}))
        })()
    """
    js(page, f"{count}; return 0")
    js(other, f"{count}; return 0")
    for tab in (page, other):
        tab.evaluate("finished")
    assert js(page, "return store.read('item', 'one').data") == {"count": 600}


def test_a_tab_hears_what_another_changes(page: Page, modules: str) -> None:
    other = page.context.new_page()
    other.goto(modules)
    js(page, "window.heard = []; store.subscribe(change => heard.push(change)); return 0")
    js(other, "await store.update('item', 'b:1', () => 7)")
    page.wait_for_function("heard.length")
    assert page.evaluate("heard") == [{"kind": "item", "id": "b:1", "state": "saved"}]
    assert js(page, "return store.read('item', 'b:1').data") == 7


def test_an_edited_item_keeps_its_history_and_shows(page: Page) -> None:
    js(page, "await store.update('item', 'one', () => ['right'], 'a1')")
    page.reload()
    saved = js(page, "return store.read('item', 'one')")
    assert (saved["data"], saved["hash"], saved["version"]) == (["right"], "a1", 1)
    js(page, "await store.update('item', 'one', data => [...data, 'wrong'])")
    assert js(page, "return store.read('item', 'one').hash") == "a1"


def test_storage_denied_keeps_changes_until_the_page_is_left(
    modules: str, context: Callable[..., BrowserContext]
) -> None:
    page = context().new_page()
    page.add_init_script(DENY)
    page.goto(modules)
    js(
        page,
        "window.heard = []; store.subscribe(change => heard.push(change)); await store.update('item', 'one', () => 1)",
    )
    assert js(page, "return [store.state, store.read('item', 'one').data, [...store.all('item').keys()]]") == [
        "memory",
        1,
        ["one"],
    ]
    assert page.evaluate("heard") == [{"kind": "item", "id": "one", "state": "memory"}]
    assert js(page, "return Object.keys(transfer.exported().items)") == ["item:one"]


def test_full_storage_keeps_what_it_had_and_takes_the_rest_when_there_is_room(page: Page) -> None:
    js(page, "await store.update('item', 'one', () => 'before')")
    page.evaluate(f"() => {{ {FILL} }}")
    js(page, "await store.update('item', 'one', () => 'x'.repeat(1000)); await store.update('item', 'two', () => 2)")
    assert js(page, "return [store.state, store.read('item', 'one').data.length, store.read('item', 'two').data]") == [
        "full",
        1000,
        2,
    ]
    assert js(page, "return store.unsaved") == [
        {"kind": "item", "id": "one", "why": "full"},
        {"kind": "item", "id": "two", "why": "full"},
    ]
    stands = page.evaluate("JSON.parse(localStorage.getItem('showroom:item:one')).data")
    assert stands == "before"
    page.evaluate(
        "Object.keys(localStorage).filter(key => key.startsWith('fill')).map(key => localStorage.removeItem(key))"
    )
    js(page, "await store.update('item', 'three', () => 3)")
    assert js(page, "return [store.state, store.unsaved]") == ["saved", []]
    page.reload()
    assert js(page, "return store.read('item', 'one').data.length") == 1000


@pytest.mark.parametrize(
    "broken", ["", "{", "null", "7", "[]", '{"version": 1}', '{"version":1,"at":"x","hash":"","data":1}']
)
def test_what_nobody_can_read_is_set_aside(broken: str, page: Page) -> None:
    page.evaluate("text => localStorage.setItem('showroom:item:one', text)", broken)
    assert js(page, "return [store.read('item', 'one') ?? null, store.all('item').size]") == [None, 0]
    js(page, "await store.update('item', 'one', data => data ?? 'new')")
    assert js(page, "return store.read('item', 'one').data") == "new"
    assert page.evaluate("localStorage.getItem('showroom-aside:item:one:1')") == broken


def test_an_older_record_is_brought_up(page: Page) -> None:
    js(page, "await store.update('item', 'one', () => ({ticked: true}))")
    upgrade = "store.describe('item', {version: 2, upgrade: ({ticked}, from) => ({result: ticked ? 'ok' : '', from})});"
    assert js(page, f"{upgrade} return store.read('item', 'one').data") == {"result": "ok", "from": 1}
    js(page, f"{upgrade} await store.update('item', 'one', data => ({{...data, more: 1}}))")
    assert page.evaluate("JSON.parse(localStorage.getItem('showroom:item:one')).version") == 2


def test_a_newer_record_is_left_alone(page: Page) -> None:
    newer = '{"version":9,"at":1,"hash":"","data":{"of":"tomorrow"}}'
    page.evaluate("text => localStorage.setItem('showroom:item:one', text)", newer)
    js(page, "await store.update('item', 'one', () => 'today')")
    assert js(page, "return [store.read('item', 'one').data, store.state, store.unsaved]") == [
        "today",
        "memory",
        [{"kind": "item", "id": "one", "why": "newer"}],
    ]
    js(page, "await store.remove('item', 'one')")
    assert page.evaluate("localStorage.getItem('showroom:item:one')") == newer
    assert js(page, "return transfer.exported().items['item:one'].data") == {"of": "tomorrow"}


def test_progress_is_carried_to_another_device(
    page: Page, modules: str, context: Callable[..., BrowserContext]
) -> None:
    js(page, "for (const id of ['a', 'b', 'c']) await store.update('item', id, () => `旧 ${id}`)")
    text = js(page, "return code.toCode(transfer.exported())")
    assert text.isascii()
    other = context().new_page()
    other.goto(modules)
    js(other, "await store.update('item', 'c', () => 'newer here')")
    wrapped = "\n".join(text[start : start + 40] for start in range(0, len(text), 40))
    assert js(other, "return transfer.imported(await code.fromText(given))", wrapped) == {
        "taken": 2,
        "older": 1,
        "refused": 0,
    }
    assert js(other, "return [...store.all('item').values()].map(saved => saved.data).sort()") == [
        "newer here",
        "旧 a",
        "旧 b",
    ]


def test_a_browser_that_cannot_pack_gives_and_takes_plain_text(
    page: Page, modules: str, context: Callable[..., BrowserContext]
) -> None:
    """Chromium before 103 packs, but not in this format."""
    packed = js(page, "return code.toCode({items: 1})")
    old = context().new_page()
    refuse = "class { constructor(format) { if (format === 'deflate-raw') throw new TypeError(format) } }"
    old.add_init_script(f"self.CompressionStream = self.DecompressionStream = {refuse}")
    old.goto(modules)
    plain = js(old, "return code.toCode({items: 2})")
    assert plain.startswith("SR0-")
    assert (
        js(page, "return code.fromText(given)", plain) == js(old, "return code.fromText(given)", plain) == {"items": 2}
    )
    assert js(old, "return code.fromText(given).catch(error => error.name)", packed) == "RangeError"


@pytest.mark.parametrize(
    "damage", ["text.slice(0, -3)", "text.replace(/.(?=.{9}$)/, x => x === 'A' ? 'B' : 'A')", "'hello'", "''"]
)
def test_a_damaged_code_is_noticed(damage: str, page: Page) -> None:
    js(page, "await store.update('item', 'one', () => 'words enough to be packed')")
    outcome = js(
        page,
        f"""const text = await code.toCode(transfer.exported())
        try {{ return await code.fromText({damage}) }} catch (error) {{ return error.name }}""",
    )
    assert outcome == "SyntaxError"


def test_what_is_no_record_is_not_taken_in(page: Page) -> None:
    counts = js(page, "return transfer.imported({items: {'item:one': {data: 1}, '__proto__x': 3, 'item:two': null}})")
    assert counts == {"taken": 0, "older": 0, "refused": 3}
    assert page.evaluate("localStorage.length") == 0
    for wrong in ("null", "7", "{}", "[]"):
        assert js(page, f"return transfer.imported({wrong}).catch(error => error.name)") == "TypeError"


def test_5000_items_load_in_200_ms_on_a_cpu_slowed_four_times(page: Page) -> None:
    js(
        page,
        """for (let n = 0; n < 5000; n += 1) {
          const saved = {version: 1, at: n, hash: "0a1b2c3d", data: {tries: [1, 0, 1], level: 3, due: 17e11 + n}}
          localStorage.setItem(`showroom:question:1-first-contact/quiz/question-${n}`, JSON.stringify(saved))
        }""",
    )
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    times = [
        js(
            page,
            "const start = performance.now(), {size} = store.all('question'); return [performance.now() - start, size]",
        )
        for _ in range(3)
    ]
    assert {size for _, size in times} == {5000}
    assert min(time for time, _ in times) < 200


def test_the_theme_lives_when_storage_is_denied(jewellery: Path, context: Callable[..., BrowserContext]) -> None:
    """Without the stand-in the theme's script ends at its first look into the storage."""
    complaints: list[str] = []
    page = context(viewport={"width": 1280, "height": 800}).new_page()
    page.add_init_script(DENY)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    with serving(jewellery) as address:
        page.goto(address)
        before = page.locator("body").get_attribute("data-md-color-scheme")
        page.locator("label[for^=__palette]:visible").click()
        page.wait_for_function("before => document.body.dataset.mdColorScheme !== before", arg=before)
        page.locator("[data-md-component=search-query]").click()
        page.keyboard.type("greeting")
        page.keyboard.press("End")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert not complaints


def test_a_browser_without_locks_saves_too(modules: str, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    page.add_init_script("Object.defineProperty(navigator, 'locks', {value: undefined})")
    page.goto(modules)
    js(page, "await Promise.all([1, 2, 3].map(n => store.update('item', 'one', data => [...(data ?? []), n])))")
    page.reload()
    assert js(page, "return store.read('item', 'one').data") == [1, 2, 3]


def test_a_change_is_saved_when_the_page_is_left_in_the_same_moment(page: Page) -> None:
    js(
        page,
        """for (let n = 0; n < 20; n += 1) void store.update("item", "one", data => [...(data ?? []), n])
        location.href = "/elements/?left"
        return 0""",
    )
    page.wait_for_url("**/?left")
    assert js(page, "return store.read('item', 'one').data") == list(range(20))


def test_a_page_shown_again_by_the_way_back_hears_what_was_changed_meanwhile(page: Page) -> None:
    """Browsers keep a page that is left asleep, and tell it nothing of what other pages save."""
    js(
        page,
        """for (const id of ["same", "changed", "gone"]) await store.update("item", id, () => 1)
        window.heard = []
        store.subscribe(({id}) => heard.push(id))
        const leave = persisted => dispatchEvent(new PageTransitionEvent("pagehide", {persisted}))
        const come = persisted => dispatchEvent(new PageTransitionEvent("pageshow", {persisted}))
        leave(true)
        const key = id => `showroom:item:${id}`
        localStorage.setItem(key("changed"), localStorage.getItem(key("changed")).replace('"data":1', '"data":2'))
        localStorage.setItem(key("new"), localStorage.getItem(key("same")))
        localStorage.removeItem(key("gone"))
        come(true)
        leave(false)
        come(false)""",
    )
    assert sorted(page.evaluate("heard")) == ["changed", "gone", "new", "same"]
