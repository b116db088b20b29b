"""What `showroom new` adds to a process: each function returns the files that change, by path."""

import re
from pathlib import Path

from generator.build.folder import Folder
from generator.chapters import STAGE_FILE, Chapter
from generator.checklists import CHECKLISTS_FILE
from generator.checks.addresses import TAKEN
from generator.editing.examples import (
    PICTURE,
    block_example,
    checklist_example,
    fit,
    pictures,
    question_example,
)
from generator.editing.ids import fresh, slug, taken
from generator.process import PROCESS_FILE, QUIZ_FILE, Process
from generator.revision import Data, append, plain, revise
from generator.source import parse

RESOURCES = Path(__file__).parent
CHECKLISTS = b"# yaml-language-server: $schema=../../schema/checklists.json\nchecklists: []\n"


def new_stage(process: Process, folder: Folder, title: str, stage_id: str = "") -> dict[str, bytes]:
    """Add a stage called `title` behind the others: a folder with its page, listed in process.yml.

    A title in several languages has them in the process's order, with ` / ` between them.
    """
    content = (RESOURCES / STAGE_FILE).read_bytes()
    page = fit(plain(parse(content, STAGE_FILE).data), process)
    name = fresh(stage_id or slug(title) or f"stage-{len(process.stages) + 1}", _addresses(process))
    if isinstance(page, dict):
        page |= {"id": name, "label": _label(process), "title": _title(process, title)}
        content = revise(content, page)
    place = _folder(process, folder, name)
    settings = plain(parse(folder.files[PROCESS_FILE], PROCESS_FILE).data)
    listed = settings.get("stages") or [] if isinstance(settings, dict) else []
    if isinstance(settings, dict) and isinstance(listed, list):
        settings["stages"] = [*listed, place]
        return {f"{place}/{STAGE_FILE}": content, PROCESS_FILE: revise(folder.files[PROCESS_FILE], settings)}
    return {}


def new_block(process: Process, folder: Folder, chapter: Chapter, block_type: str) -> dict[str, bytes]:
    """Add the example of a type of block at the end of `chapter`."""
    example = block_example(block_type, process, taken(process, chapter.id))
    file = chapter.where().file
    changed: dict[str, bytes] = {}
    if block_type == "practice":  # its questions are in another file, and there has to be one
        asked = [question.id for question in process.questions(chapter)][:2]
        if not asked:
            changed, name = _with_question(process, folder, chapter, "single")
            asked = [name]
        example = revise(example, {**_mapping(example), "questions": list(asked)})
    changed[file] = append(folder.files[file], "blocks", example.decode())
    picture = f"{chapter.folder}/{PICTURE}"
    if pictures(plain(parse(example, file).data)) and picture not in folder.files:
        changed[picture] = (RESOURCES / PICTURE).read_bytes()
    return changed


def new_question(process: Process, folder: Folder, chapter: Chapter, question_type: str) -> dict[str, bytes]:
    """Add the example of a type of question at the end of the chapter's questions."""
    return _with_question(process, folder, chapter, question_type)[0]


def _with_question(
    process: Process, folder: Folder, chapter: Chapter, question_type: str
) -> tuple[dict[str, bytes], str]:
    """Return the file of questions with another one, and the id of that."""
    example = question_example(question_type, process, taken(process, chapter.id))
    file = f"{chapter.folder}/{QUIZ_FILE}"
    content = folder.files.get(file) or b"# yaml-language-server: $schema=../../schema/quiz.json\nquestions: []\n"
    return {file: append(content, "questions", example.decode())}, str(_mapping(example)["id"])


def _mapping(example: bytes) -> dict[str, Data]:
    data = plain(parse(example, "").data)
    return data if isinstance(data, dict) else {}


def new_checklist(process: Process, folder: Folder, chapter: Chapter) -> dict[str, bytes]:
    """Add the example of a checklist to those of `chapter`."""
    example = checklist_example(process, [checklist.id for checklist in chapter.checklists])
    file = f"{chapter.folder}/{CHECKLISTS_FILE}"
    return {file: append(folder.files.get(file, CHECKLISTS), "checklists", example.decode())}


def find_chapter(process: Process, name: str) -> Chapter | None:
    """Return the page of that id, folder or number."""
    for chapter in process.chapters:
        if name in {chapter.id, chapter.folder, getattr(chapter, "label", chapter.id)}:
            return chapter
    return None


def _title(process: Process, title: str) -> Data:
    parts = [part.strip() for part in title.split(" / ")]
    languages = process.settings.languages
    if len(parts) == len(languages) > 1 and all(parts):
        return dict(zip(languages, parts, strict=True))
    return title


def _label(process: Process) -> str:
    """Return the number after the last stage's; where that is none, how many stages there are then."""
    labels = [stage.label for stage in process.stages]
    number = int(labels[-1]) + 1 if labels and labels[-1].isdecimal() else len(labels) + 1
    return fresh(str(number), labels)


def _folder(process: Process, folder: Folder, name: str) -> str:
    """Return a name for the folder, with a number where the others have one."""
    folders = {path.partition("/")[0] for path in folder.files}
    stages = [stage.folder for stage in process.stages]
    numbered = all(re.match(r"\d+-", stage) for stage in stages)
    return fresh(f"{len(stages) + 1}-{name}" if numbered else name, folders)


def _addresses(process: Process) -> frozenset[str]:
    return TAKEN | taken(process, "") | set(process.settings.languages)
