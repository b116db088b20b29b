"""`showroom serve` while files change in every way that editors and people have, and `check --watch` beside it."""

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from built_sites import ROOT, copy_of_project, environment, program
from previews import STAGE, Preview, checking, previewing
from web_server import serving

LISTED = "stages: [1-meeting]"
SECOND = (
    'id: driving\nlabel: "9.2"\ntitle: {zh: 试驾, en: Driving}\nblocks:\n  - {id: go, type: text, body: Drive on}\n'
)
PIXEL = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="COLOUR"/></svg>'
FIGURE = "  - {id: car, type: figure, image: car.svg, alt: A car, caption: Our car}\n"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    with previewing(tmp_path) as running:
        yield running


def test_a_change_is_on_the_page_in_every_language(preview: Preview) -> None:
    preview.wait_for_text("Greet the customer")
    preview.replace("{zh: 向客户问好, en: Greet the customer}", "{zh: 请客户入座, en: Offer a seat}")
    preview.wait_for_text("Offer a seat")
    preview.wait_for_text("请客户入座", "zh/meeting/")
    assert "Greet the customer" not in preview.text("meeting/")


def test_a_stage_that_comes_and_goes(preview: Preview) -> None:
    assert preview.get("driving/")[0] == 404
    preview.write(SECOND, "2-driving/stage.yml")
    preview.replace(LISTED, "stages: [1-meeting, 2-driving]", "process.yml")
    preview.wait_for_text("Driving")  # in the navigation
    assert "Drive on" in preview.text("driving/")
    preview.replace("stages: [1-meeting, 2-driving]", LISTED, "process.yml")
    shutil.rmtree(preview.process / "2-driving")
    preview.wait_until(lambda: preview.get("driving/")[0] == 404)
    assert "Driving" not in preview.text("meeting/")
    assert preview.get("zh/driving/")[0] == 404


def test_a_renamed_page_is_at_its_new_address_only(preview: Preview) -> None:
    preview.wait_for_text("Meeting")
    preview.replace("id: meeting", "id: reception")
    preview.wait_until(lambda: preview.get("reception/")[0] == 200)
    assert preview.get("meeting/")[0] == 404
    assert preview.wrong() == []


def test_a_renamed_folder_is_a_mistake_until_it_is_listed(preview: Preview) -> None:
    preview.wait_for_text("Meeting")
    (preview.process / "1-meeting").rename(preview.process / "1-hello")
    preview.wait_until(lambda: bool(preview.wrong()))
    assert {problem["code"] for problem in preview.wrong()} == {"missing-file"}
    assert preview.wrong()[0]["place"] == "process/process.yml:5:10"
    assert "Greet the customer" in preview.text("meeting/")
    preview.replace(LISTED, "stages: [1-hello]", "process.yml")
    preview.wait_until(lambda: not preview.wrong())
    assert "Greet the customer" in preview.text("meeting/")


def test_ten_saves_within_a_second(preview: Preview) -> None:
    preview.wait_for_text("First steps")
    text = preview.read()
    allowed = ["First steps", *(f"Saved {number}." for number in range(10))]
    seen = []
    for number in range(10):
        preview.write(text.replace("First steps", f"Saved {number}."))
        time.sleep(0.05)
        seen.append(next(index for index, words in enumerate(allowed) if words in preview.text("meeting/")))
    preview.wait_for_text("Saved 9.")
    assert seen == sorted(seen)
    assert preview.wrong() == []


def test_several_files_at_once(preview: Preview) -> None:
    preview.wait_for_text("First steps")
    preview.write(SECOND, "2-driving/stage.yml")
    preview.replace("First steps", "The first of many steps")
    preview.replace("A short process", "A longer process", "process.yml")
    preview.replace(LISTED, "stages: [1-meeting, 2-driving]", "process.yml")
    preview.wait_until(lambda: preview.get("driving/")[0] == 200 and "A longer process" in preview.text("driving/"))
    assert "The first of many steps" in preview.text("meeting/")


def test_a_file_that_is_written_in_two_steps(preview: Preview) -> None:
    preview.wait_for_text("First steps")
    whole = preview.read().replace("First steps", "The first steps")
    half = whole.index("Greet")
    with (preview.process / STAGE).open("w", encoding="utf-8") as file:
        file.write(whole[:half])
        file.flush()
        preview.wait_until(lambda: bool(preview.wrong()))
        assert "First steps" in preview.text("meeting/")
        file.write(whole[half:])
    preview.wait_for_text("The first steps")
    assert preview.wrong() == []


def test_a_file_that_is_written_quickly_in_two_steps_is_no_mistake(preview: Preview) -> None:
    preview.wait_for_text("First steps")
    whole = preview.read()
    for number in range(5):
        preview.write("")
        preview.write(whole.replace("First steps", f"Steps {number}."))
        preview.wait_for_text(f"Steps {number}.")
    assert "empty-file" not in preview.printed()


def test_bytes_that_are_no_text(preview: Preview) -> None:
    preview.wait_for_text("First steps")
    whole = preview.read()
    (preview.process / STAGE).write_bytes(whole.encode("gb18030"))
    preview.wait_until(lambda: bool(preview.wrong()))
    assert preview.wrong()[0]["code"] == "not-utf8"
    preview.write(whole.replace("First steps", "Steps in UTF-8"))
    preview.wait_for_text("Steps in UTF-8")


def test_a_mistake_and_its_cure(preview: Preview) -> None:
    preview.wait_for_text("First steps")
    preview.replace("type: steps", "type: stepz")
    preview.wait_until_printed("The pages stay as they were")
    [problem] = preview.wrong()
    assert (problem["place"], problem["code"]) == (f"process/{STAGE}:7:11", "unknown-type")
    assert f"{problem['place']} unknown-type" in preview.printed()
    assert problem["hint"] in preview.printed()
    assert "First steps" in preview.text("meeting/")
    preview.replace("type: stepz", "type: steps")
    preview.wait_until(lambda: not preview.wrong())


def test_a_mistake_from_the_start(tmp_path: Path) -> None:
    source = tmp_path / "wrong"
    shutil.copytree(ROOT / "tests/site/bilingual", source)
    (source / STAGE).write_text("id: meeting\n", encoding="utf-8")
    with previewing(tmp_path, process=source) as preview:
        preview.wait_until_printed("The page appears as soon as this is mended.")
        assert preview.wrong()
        assert "<article" not in preview.text("meeting/")
        preview.write(SECOND)
        preview.wait_for_text("Drive on", "driving/")


def test_a_picture_that_changes(preview: Preview) -> None:
    preview.write(PIXEL.replace("COLOUR", "red"), "1-meeting/car.svg")
    preview.write(preview.read() + FIGURE)
    preview.wait_for_text("Our car")
    before = preview.text("meeting/")
    assert b"red" in preview.get("meeting/car.svg")[1]
    preview.write(PIXEL.replace("COLOUR", "blue"), "1-meeting/car.svg")
    preview.wait_until(lambda: b"blue" in preview.get("meeting/car.svg")[1])
    assert preview.text("meeting/") != before, "the mark by which an open page sees that it has to be loaded anew"


def test_a_whole_folder_that_goes_and_comes_back(preview: Preview) -> None:
    preview.wait_for_text("First steps")
    preview.process.rename(preview.process.with_name("elsewhere"))
    preview.wait_until(lambda: [problem["code"] for problem in preview.wrong()] == ["no-process"])
    assert "First steps" in preview.text("meeting/")
    preview.process.with_name("elsewhere").rename(preview.process)
    preview.wait_until(lambda: not preview.wrong())
    preview.replace("First steps", "Steps again")
    preview.wait_for_text("Steps again")


def test_a_guide_page_and_the_theme_are_followed_too(preview: Preview) -> None:
    root = preview.process.parent
    preview.wait_for_text("five minutes", "about/writing/")
    guide = root / "docs/en/writing.md"
    guide.write_bytes(b"# Half a character: \xe6")
    preview.wait_until_printed("UnicodeDecodeError")
    guide.write_text("# A guide\n\nIn [two](architecture.md) lines.\n", encoding="utf-8")
    preview.wait_for_text('<a href="../architecture/">two</a>', "about/writing/")
    theme = root / "overrides/main.html"
    theme.write_text(
        theme.read_text(encoding="utf-8") + "{% block footer %}Our own footer{% endblock %}", encoding="utf-8"
    )
    preview.wait_for_text("Our own footer")


def test_what_only_a_whole_build_notices_is_said_in_the_terminal(preview: Preview) -> None:
    guide = preview.process.parent / "docs/en/writing.md"
    guide.write_text("# A guide\n\n[A link](nowhere.md)\n", encoding="utf-8")
    preview.wait_for_text("A link", "about/writing/")
    preview.wait_until_printed("a build of the site would fail on this")
    assert "nowhere.md" in preview.printed()


def test_the_search_finds_what_was_built_in_the_background(preview: Preview) -> None:
    assert b"Greet the customer" in preview.get("search/search_index.json")[1]
    preview.replace("Greet the customer", "Offer the customer a seat")
    preview.wait_until(lambda: b"Offer the customer a seat" in preview.get("search/search_index.json")[1])


def test_a_sheet_of_paper_is_that_of_the_last_change(preview: Preview) -> None:
    named = re.search(r'href="([^"]+\.pdf)"', preview.text("meeting/"))
    assert named
    sheet = urljoin("meeting/", named[1])
    status, before = preview.get(sheet)
    assert (status, before[:5]) == (200, b"%PDF-")
    preview.replace("Greet the customer", "Offer the customer a seat")
    preview.wait_for_text("Offer the customer a seat")
    assert preview.get(sheet)[1] != before


def test_other_files_of_the_site(preview: Preview) -> None:
    assert preview.get("assets/showroom.css")[0] == 200
    assert preview.get("zh/assets/blocks.css")[0] == 200
    assert preview.get("../mkdocs.yml")[0] == 404
    assert preview.get("zh")[1] == preview.get("zh/")[1], "an address without its slash leads to the page"
    assert preview.get("zh/nowhere/")[0] == 404
    assert 'lang="zh"' in preview.get("zh/nowhere/")[1].decode()


def test_a_port_that_is_taken_is_said_in_one_sentence(tmp_path: Path) -> None:
    project = copy_of_project(tmp_path / "project", ROOT / "tests/site/bilingual")
    with serving(tmp_path) as address:
        port = address.rstrip("/").rpartition(":")[2]
        command = [program("showroom"), "serve", "--lang", "en", "--port", port]
        done = subprocess.run(
            command, env=environment(project), capture_output=True, encoding="utf-8", timeout=60, check=False
        )
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"Port {port} is in use. Close the other program, or choose another: --port {int(port) + 1}"
    ]
    assert done.stderr == ""


@pytest.mark.skipif(os.name != "posix", reason="another program cannot press Ctrl-C on Windows")
def test_ctrl_c_ends_it(preview: Preview) -> None:
    preview.wait_for_text("First steps")
    preview.running.send_signal(signal.SIGINT)
    assert preview.running.wait(timeout=30) == 0
    assert preview.printed().splitlines()[-1] == "Ended."
    assert not any((preview.process.parent / "build/preview").iterdir())


def test_check_says_it_again_after_every_change(tmp_path: Path) -> None:
    with checking(tmp_path) as check:
        check.wait_until_printed("Errors: 0.")
        check.replace("type: steps", "type: stepz")
        check.wait_until_printed(f"process/{STAGE}:7:11 unknown-type")
        check.wait_until_printed("Errors: 1.")
        assert check.printed().count("Errors: 0.") == 1
        check.replace("type: stepz", "type: steps")
        check.wait_until(lambda: check.printed().count("Errors: 0.") == 2)
        assert "Changed: stage.yml" in check.printed()
