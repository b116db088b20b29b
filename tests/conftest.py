"""What every test can use: golden files, and the option that writes them anew."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("showroom", deadline=None)  # how long a text takes depends on what else the machine does
settings.load_profile("showroom")

GOLDEN = Path(__file__).parent / "golden"

# Tests that need the same things, which take long to make: one worker makes them for all of a group.
TOGETHER = {
    "test_built_pages.py": "pages",
    "test_dead_ends.py": "pages",
    "test_engine_parity.py": "pages",
    "test_search_index.py": "pages",
    "test_hostile_files.py": "hostile files",
    "test_hostile_texts.py": "hostile texts",
    "test_hostile_results.py": "hostile texts",
    "test_search.py": "search",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if group := TOGETHER.get(item.path.name):
            item.add_marker(pytest.mark.xdist_group(group))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of a name; with `--update-golden` make it the golden file."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.is_file(), f"there is no golden file {name}; `pytest --update-golden` makes it"
        assert text == file.read_text(encoding="utf-8")

    return compare
