"""What an editor offers, explains and marks: asked of the language server that VS Code's YAML extension runs."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from language_server import ROOT, LanguageServer
from mistakes import SOUND, Case, read_cases

from generator import blocks, registry
from generator.blocks.base import Block
from generator.chapters import PAGE_FILE, STAGE_FILE
from generator.schema.editor import files
from generator.schema.examples import FILES

NODE = next(path for path in (ROOT / ".venv/bin/node", ROOT / ".venv/Scripts/node.exe") if path.exists())
SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
HEAD = SOUND["a/stage.yml"] + "blocks:\n  - {type: text, id: opening, body: 一}\n"
STAGE = "process/a/stage.yml"
TYPES = set(registry.types(blocks, Block))


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with LanguageServer(NODE, ROOT, SETTINGS) as running:
        yield running


def place(text: str) -> tuple[str, int, int]:
    """Return a text without its mark ‸, and line and column of the mark."""
    before = text[: text.index("‸")]
    return text.replace("‸", ""), before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


def offered(server: LanguageServer, text: str, path: str = STAGE) -> dict[str, str]:
    """Return what is offered at ‸: each label with what it inserts."""
    written, line, column = place(text)
    with server.editing(path, written):
        return {item["label"]: item["insertText"] for item in server.complete(path, line, column)}


def hover(server: LanguageServer, text: str, path: str = STAGE) -> str:
    written, line, column = place(text)
    with server.editing(path, written):
        return server.hover(path, line, column)


Place = tuple[int, int]  # line and column, from 1


def marked(server: LanguageServer, texts: dict[str, str]) -> dict[str, list[tuple[Place, Place]]]:
    """Return start and end of everything the server marks as wrong, by file."""

    def of(end: dict[str, int]) -> Place:
        return end["line"] + 1, end["character"] + 1

    return {
        path: [(of(one["range"]["start"]), of(one["range"]["end"])) for one in found]
        for path, found in server.findings(texts).items()
    }


def test_the_files_for_editors_are_up_to_date() -> None:
    for path, content in files().items():
        assert (ROOT / path).read_bytes() == content, f"{path}: run `showroom schema --write`"


def test_every_file_of_the_process_names_its_schema() -> None:
    for path in (ROOT / "process").rglob("*.yml"):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named, path
        assert (path.parent / named[1]).resolve() == ROOT / f"schema/{path.stem}.json"


def test_settings_give_every_kind_of_file_its_schema() -> None:
    schemas = SETTINGS["yaml.schemas"]
    assert {name.removeprefix("./schema/").removesuffix(".json") for name in schemas} == set(FILES)
    assert all(pattern.startswith("process/") for pattern in schemas.values())
    assert {schemas["./schema/stage.json"], schemas["./schema/page.json"]} == {
        f"process/*/{STAGE_FILE}",
        f"process/*/{PAGE_FILE}",
    }


def test_settings_ask_no_other_host() -> None:
    assert SETTINGS["yaml.schemaStore.enable"] is False
    assert SETTINGS["yaml.kubernetesCRDStore.enable"] is False
    assert SETTINGS["redhat.telemetry.enabled"] is False


def test_the_extension_that_reads_all_this_is_recommended() -> None:
    recommended = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))["recommendations"]
    assert "redhat.vscode-yaml" in recommended


def test_whole_blocks_are_offered_where_one_begins(server: LanguageServer) -> None:
    found = offered(server, HEAD + "  - ‸\n")
    assert {label.removeprefix("type: ") for label in found} >= TYPES
    assert found["type: discussion"].strip() == 'type: discussion\n  id: ${1}\n  question: {zh: "$2", en: "$3"}'


def test_types_are_offered(server: LanguageServer) -> None:
    assert set(offered(server, HEAD + "  - type: ‸\n")) == TYPES


def test_keys_of_the_type_and_no_others_are_offered(server: LanguageServer) -> None:
    found = offered(server, HEAD + "  - type: discussion\n    id: talk\n    ‸\n")
    assert {"question", "minutes", "form", "look_for", "trainer_notes"} <= set(found)
    assert not {"items", "phases", "type", "id"} & set(found)


def test_a_text_is_inserted_so_that_nothing_typed_into_it_is_wrong(server: LanguageServer) -> None:
    found = offered(server, HEAD + "  - type: discussion\n    id: talk\n    ‸\n")
    assert found["question"] == 'question: {zh: "$1", en: "$2"}'


def test_words_of_an_enumeration_are_offered(server: LanguageServer) -> None:
    found = offered(server, HEAD + "  - type: points\n    id: list\n    kind: ‸\n")
    assert set(found) == {"objective", "purpose", "premises", "key-points", "list"}


def test_languages_of_a_text_are_offered(server: LanguageServer) -> None:
    assert {"zh", "en"} <= set(offered(server, HEAD + "  - type: text\n    id: body\n    body:\n      ‸\n"))


def test_keys_of_the_process_are_offered(server: LanguageServer) -> None:
    found = offered(server, "title: x\nlanguages: [zh, en]\n‸\n", "process/process.yml")
    assert {"stages", "routes", "places"} <= set(found)
    assert "title" not in found


def test_a_key_is_explained_in_both_languages_with_an_example(server: LanguageServer) -> None:
    shown = hover(server, HEAD + "  - type: discussion\n    id: talk\n    min‸utes: 10\n    question: x\n")
    assert re.fullmatch(r"需要几分钟。\n\nHow long it takes.\n\n```yaml\nminutes: \d+\n```\s*", shown)


def test_a_word_is_explained(server: LanguageServer) -> None:
    shown = hover(server, HEAD + "  - type: points\n    id: list\n    kind: pre‸mises\n    items: [{id: a, text: x}]\n")
    assert "`premises`: 前提 Preconditions" in shown


def test_nothing_of_the_shipped_process_is_marked(server: LanguageServer) -> None:
    paths = sorted((ROOT / "process").rglob("*.yml"))
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    assert marked(server, texts) == {path: [] for path in texts}


def readable(case: Case) -> Iterator[tuple[str, str, list[Place]]]:
    """Yield the files of a case that an editor can show: path, text, and the places of our problems in them."""
    for path, content in case.files.items():
        places = [line.rsplit(" ", 1)[0].rsplit(":", 2) for line in case.problems]
        ours = [(int(line), int(column)) for file, line, column in places if file == path]
        try:
            text = content.decode()
        except UnicodeDecodeError:
            continue
        if ours and path.endswith((".yml", ".yaml")):
            yield path, text, ours


@pytest.fixture(scope="module")
def marks(server: LanguageServer) -> dict[tuple[str, str], list[tuple[Place, Place]]]:
    """What the server marks in every file of every case, by the case's title and the path."""
    waiting = [(case.title, path, text) for case in read_cases() for path, text, _ in readable(case)]
    found: dict[tuple[str, str], list[tuple[Place, Place]]] = {}
    while waiting:  # each round opens every path once; stages are told apart by their folder
        opened = {_own_path(title, path): (title, path, text) for title, path, text in waiting}
        answers = marked(server, {path: text for path, (_, _, text) in opened.items()})
        found |= {(title, path): answers[own] for own, (title, path, _) in opened.items()}
        waiting = [one for one in waiting if one[:2] not in found]
    return found


def _own_path(title: str, path: str) -> str:
    folder, _, name = path.rpartition("/")
    return f"process/{folder} {re.sub('[^a-zA-Z]', '-', title)}/{name}" if folder else f"process/{name}"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in read_cases()])
def test_what_the_editor_marks_too_it_marks_in_the_same_place(
    marks: dict[tuple[str, str], list[tuple[Place, Place]]], case: Case
) -> None:
    for path, _, ours in readable(case):
        theirs = marks[case.title, path]
        starts = {start for start, _ in theirs}
        shared = [found for found in theirs if found[0] in ours]
        agreed = all(spot in starts or any(start <= spot <= end for start, end in shared) for spot in ours)
        if noted := re.findall(rf"(?m)^{re.escape(path)}:(\d+):(\d+) ", "\n".join(case.editor)):
            assert not agreed, "the editor marks the same place: the note in the case is out of date"
            assert {(int(line), int(column)) for line, column in noted} <= starts
        else:
            assert agreed or not theirs, f"the editor marks {sorted(starts)}"


def resolved(body: list[str]) -> str:
    """Return what a snippet inserts when every tab stop is left as it is."""
    text = "\n".join(body)
    stops = dict(re.findall(r"\$\{(\d+):((?:\\.|[^}\\])*)\}", text))
    text = re.sub(r"\$\{(\d+):(?:\\.|[^}\\])*\}|\$(\d+)", lambda match: stops[match[1] or match[2]], text)
    return re.sub(r"\\([$}\\])", r"\1", text)


@pytest.mark.parametrize("name", sorted(TYPES))
def test_a_snippet_inserts_the_example_of_its_type(name: str) -> None:
    from generator.source import parse  # noqa: PLC0415  # for this test alone

    snippets = json.loads((ROOT / ".vscode/showroom.code-snippets").read_text(encoding="utf-8"))
    (snippet,) = (snippet for snippet in snippets.values() if snippet["prefix"][0] == name)
    inserted = parse(f"blocks:\n{resolved(snippet['body'])}\n".encode(), "f.yml").data["blocks"]
    example = (registry.folder(blocks, name) / "example.yml").read_bytes()
    assert inserted == [parse(example, "f.yml").data]


def test_the_server_is_the_one_that_is_locked() -> None:
    package = json.loads((Path(ROOT) / "tests/package.json").read_text(encoding="utf-8"))
    installed = json.loads((ROOT / "tests/node_modules/yaml-language-server/package.json").read_text(encoding="utf-8"))
    assert package["devDependencies"]["yaml-language-server"] == installed["version"]
