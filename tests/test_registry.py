"""Types are found by their folders."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from generator import registry
from generator.blocks.base import Block

ONE = "from generator.blocks.base import Block\nclass One(Block):\n    pass\n"
TWO = ONE + "class Two(Block):\n    pass\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "sorts").mkdir()
    (tmp_path / "sorts/__init__.py").touch()
    (tmp_path / "sorts/base.py").touch()
    import sorts  # type: ignore[import-not-found]  # noqa: PLC0415  # made above

    yield sorts
    for name in [name for name in sys.modules if name.startswith("sorts")]:
        del sys.modules[name]


def add(package: ModuleType, name: str, code: str) -> None:
    folder = Path(package.__path__[0]) / name
    folder.mkdir()
    (folder / "__init__.py").write_text(code, encoding="utf-8")


def test_a_folder_is_a_type_and_a_module_is_none(package: ModuleType) -> None:
    add(package, "b", ONE)
    add(package, "a", ONE)
    assert list(registry.types(package, Block)) == ["a", "b"]
    assert registry.names(package) == ("a", "b")
    assert registry.folder(package, "a").name == "a"


@pytest.mark.parametrize(("code", "count"), [("", 0), (TWO, 2)])
def test_a_folder_defines_exactly_one_type(package: ModuleType, code: str, count: int) -> None:
    add(package, "wrong", code)
    with pytest.raises(TypeError, match=f"defines {count} subclasses"):
        registry.types(package, Block)
