"""Takes the pictures of an editor in docs/assets/ anew: `python tests/editor_pictures.py`.

They show Monaco, the editor inside VS Code, with the language server of VS Code's YAML extension behind it, as the
settings of .vscode/ set it up. Monaco comes by npm into a temporary folder. Reviewed by eye before they are committed.
"""

import json
import queue
import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from browsers import browser
from guide_session import OWNER, STAGE, TEXT
from language_server import ROOT, LanguageServer
from PIL import Image
from playwright.sync_api import Page
from web_server import serving

MONACO = "monaco-editor@0.57.0"
TOOLS = Path(sys.executable).parent
FILE = f"process/{STAGE}"
SIZE = {"width": 1000, "height": 440}
HEAVIEST = 120_000  # bytes
LOCALES = {"zh": "zh-cn", "en": "en"}
SETTLING = 1500  # milliseconds until what fades in has done so
THERE, HERE = ROOT.as_uri(), "file:///showroom"  # no path of this machine in a picture
ABILITIES = ("textDocumentSync", "completionProvider", "hoverProvider", "codeActionProvider")
SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))

Json = Any


class Wire:
    """Carries messages between an editor and a language server; the editor sees the project below HERE."""

    def __init__(self, server: LanguageServer) -> None:
        self.server = server
        self.findings: queue.SimpleQueue[Json] = queue.SimpleQueue()
        server.diagnosed[f"{THERE}/{FILE}"] = self.findings  # type: ignore[assignment]  # only its `put` is used

    def say(self, message: Json) -> Json:
        """Hand on what the editor says, if anything; return the answer and what has been found since."""
        said = self._answer(_moved(message, HERE, THERE)) if message else []
        while not self.findings.empty():
            params = {"uri": f"{THERE}/{FILE}", "diagnostics": self.findings.get()}
            said.append({"method": "textDocument/publishDiagnostics", "params": params})
        return _moved([{"jsonrpc": "2.0", **one} for one in said], THERE, HERE)

    def _answer(self, message: Json) -> list[Json]:
        method, params = message.get("method"), message.get("params", {})
        if method == "initialize":
            offered = self.server.abilities["capabilities"]
            result = {"capabilities": {name: offered[name] for name in ABILITIES}}
            return [{"id": message["id"], "result": result}]
        if method and "id" in message:
            return [{"id": message["id"], "result": self.server.ask(method, **params)}]
        if method and method != "initialized":
            self.server.tell(method, **params)
        return []


def _moved(data: Json, before: str, after: str) -> Json:
    return json.loads(json.dumps(data).replace(before, after))


def settings() -> dict[str, Json]:
    """Return what .vscode/ sets for the editor of YAML, as Monaco nests it."""
    made: dict[str, Json] = {}
    for name, value in (SETTINGS | SETTINGS["[yaml]"]).items():
        editor, _, option = name.partition(".")
        if editor == "editor":
            group, _, own = option.partition(".")
            made[group] = {own: value} if own else value
    return made


def opened(at: str, server: LanguageServer, text: str) -> Page:
    page = browser().new_page(viewport=SIZE, reduced_motion="reduce")
    page.expose_function("say", Wire(server).say)
    page.goto(at)
    page.evaluate("given => start(...given)", [f"{HERE}/{FILE}", text, settings()])
    page.wait_for_timeout(SETTLING)
    return page


def completing(page: Page, line: int) -> None:
    """Begin a key below the item's text: the keys that fit are offered, and the first one is explained."""
    page.evaluate("line => placeAt(line, 1000)", line)
    page.keyboard.press("Enter")
    page.keyboard.type("o")
    page.locator(".suggest-widget.visible .monaco-list-row").first.wait_for()
    page.evaluate("shown.trigger('', 'toggleSuggestionDetails')")
    page.locator(".suggest-details").wait_for()


def finished(page: Page, line: int) -> None:
    """Take the key, and write a role in both languages."""
    page.keyboard.press("Enter")
    page.keyboard.insert_text("销售顾问")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("Sales consultant")
    written = page.evaluate("line => shown.getModel().getLineContent(line)", line + 1)
    assert written + "\n" == OWNER


def mistaken(page: Page, line: int) -> None:
    """Take the e out of the item's `text:`, and point at what is underlined."""
    column = OWNER.index("owner") + len("te")
    page.evaluate("([line, column]) => placeAt(line, column)", [line, column])
    page.keyboard.press("Delete")
    page.locator(".squiggly-error").first.wait_for()
    page.wait_for_timeout(SETTLING)
    place = page.evaluate(
        "([lineNumber, column]) => shown.getScrolledVisiblePosition({lineNumber, column})", [line, column]
    )
    page.mouse.move(place["left"] + 2, place["top"] + 8)
    page.mouse.move(place["left"] + 4, place["top"] + 10)
    page.locator(".monaco-hover").filter(has_text="txt").wait_for()


def shot(page: Page) -> bytes:
    page.wait_for_timeout(SETTLING)
    return page.screenshot()


def save(name: str, picture: bytes) -> None:
    """Write a picture in few colours, its rarest among them: a thin red wave is what it is about.

    Raises:
        ValueError: when it is too heavy to load on a phone.

    """
    path = ROOT / f"docs/assets/{name}.png"
    colours = {"colors": 256, "method": Image.Quantize.MAXCOVERAGE, "dither": Image.Dither.NONE}
    Image.open(BytesIO(picture)).convert("RGB").quantize(**colours).save(path, optimize=True)
    if path.stat().st_size > HEAVIEST:
        message = f"{path.name} is too heavy: {path.stat().st_size} bytes"
        raise ValueError(message)


def install(folder: Path, package: str, page: str) -> None:
    """Install a package of npm into a folder, with the page that shows it."""
    npm = [TOOLS / "npm", "install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", package]
    subprocess.run(npm, check=True)
    shutil.copy(ROOT / "tests" / page, folder / "index.html")


def main() -> None:
    text = (ROOT / FILE).read_text(encoding="utf-8")
    line = text[: text.index(TEXT)].count("\n") + 1
    with tempfile.TemporaryDirectory() as temporary, serving(Path(temporary)) as at:
        folder = Path(temporary)
        install(folder, MONACO, "editor_pictures.html")
        words = folder / "node_modules/monaco-editor/min/vs/nls/lang"
        for language, locale in LOCALES.items():
            (folder / "words.js").write_bytes((words / f"{locale}.js").read_bytes() if locale != "en" else b"")
            with LanguageServer(TOOLS / "node", ROOT, SETTINGS, locale) as server:
                page = opened(at, server, text)
                completing(page, line)
                save("key-in-the-editor", shot(page))  # the same in both languages
                finished(page, line)
                mistaken(page, line)
                save(f"mistake-in-the-editor.{language}", shot(page))
                page.close()


if __name__ == "__main__":
    main()
