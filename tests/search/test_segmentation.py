"""A site whose search would miss Chinese words is not made."""

import json
from pathlib import Path

import pytest
from built_sites import BILINGUAL, copy_of_project, showroom

from generator.build.engine import EngineError
from generator.build.search import INDEX, finish_index


def tree(folder: Path, *texts: str) -> Path:
    path = folder / INDEX
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"docs": [{"location": "", "title": "", "text": text} for text in texts]}))
    return folder


@pytest.mark.parametrize(
    "texts",
    [
        ("从\u200b初次\u200b接触\u200b到\u200b客户\u200b再次\u200b上门",),
        ("The deposit (定金) is not the advance payment (订金).",),
        ("Nothing but English",),
    ],
)
def test_an_index_that_needs_no_more_marks_is_kept(texts: tuple[str, ...], tmp_path: Path) -> None:
    before = json.loads((tree(tmp_path, *texts) / INDEX).read_bytes())
    finish_index(tmp_path)
    assert json.loads((tmp_path / INDEX).read_bytes()) == before


def test_the_index_is_written_in_utf_8(tmp_path: Path) -> None:
    finish_index(tree(tmp_path, "定金\u200b不退"))
    assert "定金\u200b不退" in (tmp_path / INDEX).read_text(encoding="utf-8")


def test_sentences_that_are_not_cut_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="请让客户听懂成交"):
        finish_index(tree(tmp_path, "请让客户听懂成交信号", "Text"))


def test_without_jieba_nothing_is_built(tmp_path: Path) -> None:
    project = copy_of_project(tmp_path / "project", BILINGUAL)
    (project / "jieba.py").write_text('raise ImportError("as if it were not installed")\n', encoding="utf-8")
    done = showroom("build", "--lang", "en", project=project)
    assert done.returncode == 1
    assert "jieba" in done.stdout + done.stderr
    assert not (project / "site").exists()
