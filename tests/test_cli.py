"""The commands as their users meet them."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len

from bootstrap.exclusive import exclusive
from generator.cli import main

SOUND = {
    "process.yml": "title: {zh: 流程, en: Process}\nlanguages: [zh, en]\nstages: [a]\n",
    "a/stage.yml": 'id: first\nlabel: "1"\ntitle: {zh: 阶段, en: Stage}\n',
}


@pytest.fixture
def process(tmp_path: Path) -> Path:
    for path, text in SOUND.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def showroom(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_check_says_that_all_is_well(process: Path) -> None:
    result = showroom("check", "--process", process, "--lang", "zh")
    assert (result.exit_code, result.output) == (0, "一切正常。\n")


def test_check_shows_place_line_caret_and_what_to_do(process: Path) -> None:
    (process / "a/stage.yml").write_text('id: first\nlabel: "1"\ntitle: {zh: 阶段, en: 7}\n', encoding="utf-8")
    result = showroom("check", "--process", process, "--lang", "en")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"{process / 'a/stage.yml'}:3:21 wrong-type: This has to be text.",
        "    title: {zh: 阶段, en: 7}",
        "                          ^",  # Chinese characters are two cells wide
        '    Write it with quotation marks: "7"',
        "Errors: 1. Warnings: 0.",
    ]


def test_check_shows_the_end_of_a_long_line(process: Path) -> None:
    (process / "a/stage.yml").write_text(
        f'id: first\nlabel: "1"\ntitle: {{zh: {"很长" * 60}, en: 7}}\n', encoding="utf-8"
    )
    _, line, caret, *_ = showroom("check", "--process", process, "--lang", "en").output.splitlines()
    assert line.startswith("    …很长")
    assert line.endswith(", en: 7}")
    assert cell_len(line[: line.index("7}")]) == caret.index("^")


def test_check_shows_a_line_of_another_encoding_as_it_was_written(process: Path) -> None:
    (process / "a/stage.yml").write_bytes('id: first\nlabel: "1"\ntitle: 阶段\n'.encode("gb18030"))
    head, line, caret, *_ = showroom("check", "--process", process, "--lang", "en").output.splitlines()
    assert head.endswith("a/stage.yml:3:8 not-utf8: The file is saved as GB18030 (GBK), not as UTF-8.")
    assert (line, caret) == ("    title: 阶段", "           ^")


def test_check_shows_nothing_of_a_picture(process: Path) -> None:
    (process / "a/seat.png").write_bytes(b"\x89PNG cut off")
    head, hint, _ = showroom("check", "--process", process, "--lang", "en").output.splitlines()
    assert "broken-picture" in head
    assert hint.startswith("    Export")


def test_check_tells_the_first_of_very_many_alike_and_counts_the_rest(process: Path) -> None:
    points = "".join(f"      - {{id: p{n}, text: {{zh: 点}}}}\n" for n in range(60))
    with (process / "a/stage.yml").open("a", encoding="utf-8") as file:
        file.write(
            "blocks:\n  - type: points\n    id: b\n    items:\n" + points + "  - {type: text, id: c, body: {en: x}}\n"
        )
    said = showroom("check", "--process", process, "--lang", "en").output
    assert said.count("missing-translation: ") == 50
    assert "missing-first-language" in said
    assert "10 more of missing-translation" in said
    assert said.endswith("Errors: 1. Warnings: 60.\n")
    everything = showroom("check", "--process", process, "--format", "json").output
    assert everything.count("missing-translation") == 60


def test_check_as_json_is_for_programs(process: Path) -> None:
    (process / "a/stage.yml").write_text('id: first\nlabl: "1"\nlabel: "1"\ntitle: x\n', encoding="utf-8")
    result = showroom("check", "--process", process, "--lang", "en", "--format", "json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.output)
    assert (problem["code"], problem["line"], problem["column"]) == ("unknown-key", 2, 1)
    assert problem["file"] == str(process / "a/stage.yml")
    assert problem["message"] == "There is no key “labl” here."
    assert problem["hint"].startswith("Did you mean “label”?")


def test_a_warning_stops_only_the_strict(process: Path) -> None:
    (process / "a/stage.yml").write_text('id: first\nlabel: "1"\ntitle: {zh: 阶段}\n', encoding="utf-8")
    relaxed = showroom("check", "--process", process, "--lang", "en")
    strict = showroom("check", "--process", process, "--lang", "en", "--strict")
    assert (relaxed.exit_code, strict.exit_code) == (0, 1)
    assert relaxed.output == strict.output
    assert "missing-translation" in relaxed.output


def test_a_folder_that_is_no_process_is_named(tmp_path: Path) -> None:
    result = showroom("check", "--process", tmp_path / "nowhere", "--lang", "en")
    assert result.exit_code == 1
    assert "no-process" in result.output


def test_build_stops_at_mistakes_and_makes_nothing(process: Path, tmp_path: Path) -> None:
    (process / "process.yml").write_text("title: x\n", encoding="utf-8")
    site, build = tmp_path / "site", tmp_path / "build"
    result = showroom("build", "--process", process, "--site-dir", site, "--build-dir", build, "--lang", "en")
    assert result.exit_code == 1
    assert "missing-key" in result.output
    assert not site.exists()
    assert [path.name for path in build.iterdir()] == ["lock"]


def test_a_build_waits_for_the_one_that_is_using_its_folder(process: Path, tmp_path: Path) -> None:
    (process / "process.yml").write_text("title: x\n", encoding="utf-8")
    build = tmp_path / "build"
    build.mkdir()
    folders = ("--site-dir", tmp_path / "site", "--build-dir", build)
    with ThreadPoolExecutor() as beside, exclusive(build / "lock"):
        second = beside.submit(showroom, "build", "--process", process, *folders, "--lang", "en")
        with pytest.raises(TimeoutError):
            second.result(timeout=1)
    assert "Another build is using the same folder" in second.result().output


def test_build_takes_the_place_of_a_site_and_of_no_other_folder(process: Path, tmp_path: Path) -> None:
    letter = tmp_path / "papers" / "letter.txt"
    letter.parent.mkdir()
    letter.write_text("mine", encoding="utf-8")
    folders = ("--site-dir", letter.parent, "--build-dir", tmp_path / "build")
    result = showroom("build", "--process", process, *folders, "--lang", "en")
    assert result.exit_code == 1
    assert f"{letter.parent}: holds other files than a site" in result.output
    assert letter.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["process", "stage", "page", "glossary", "sources"])
def test_schema_is_json(name: str) -> None:
    schema = json.loads(showroom("schema", name).output)
    assert schema["additionalProperties"] is False


def test_schema_wants_to_know_of_what() -> None:
    assert showroom("schema").exit_code == 2


@pytest.mark.parametrize("command", list(main.commands))
def test_every_command_explains_itself(command: str) -> None:
    result = showroom(command, "--help")
    assert result.exit_code == 0
    explained = (main.commands[command].help or "").split()
    assert " ".join(explained) in " ".join(result.output.split())
    assert explained


@pytest.mark.parametrize(("variable", "language"), [("zh_CN.UTF-8", "zh"), ("en_GB.UTF-8", "en"), ("C", "en")])
def test_messages_are_in_the_systems_language(process: Path, variable: str, language: str) -> None:
    runner = CliRunner(env={"LC_ALL": variable})
    output = runner.invoke(main, ["check", "--process", str(process)]).output
    assert output == {"zh": "一切正常。\n", "en": "Everything is in order.\n"}[language]


def test_the_sentences_are_the_same_in_both_languages() -> None:
    import generator.cli.console as module  # noqa: PLC0415  # for its folder

    folder = Path(module.__file__).parent
    chinese, english = (json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in ("zh", "en"))
    assert chinese.keys() == english.keys()
