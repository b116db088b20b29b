"""From a clone to a running program: start.py, what it does in bootstrap/, and the locks in requirements/."""

import ast
import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import threading
import time
import tomllib
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from bootstrap import browser, environment, indexes, stamp, steps, testing, words
from bootstrap.exclusive import exclusive
from bootstrap.project import Project
from bootstrap.tool import Outcome, run

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DIRECT = PYPROJECT["project"]["dependencies"]
FOR_TESTS = PYPROJECT["project"]["optional-dependencies"]["test"]
SENTENCES = tomllib.loads(words.SENTENCES.read_text(encoding="utf-8"))
PIN = re.compile(
    r"^([a-z0-9-]+)==([^ ]+)( ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)
CLONED = ("start.py", "bootstrap", "requirements", "pyproject.toml", "README.md", "LICENSE", "generator")
posix = pytest.mark.skipif(os.name == "nt", reason="uses a shell script or signals, which Windows lacks")


def pins(lock: str) -> set[tuple[str, str]]:
    """Names and versions in a lock; a name has several where Python versions differ."""
    text = Project(ROOT).lock(lock).read_text(encoding="utf-8")
    return {(name, version) for name, version, _, _ in PIN.findall(text)}


@pytest.fixture
def clone(tmp_path: Path) -> Project:
    """Copy of what a start needs of a checkout."""
    return make_clone(tmp_path / "a 展厅")


def make_clone(folder: Path) -> Project:
    folder.mkdir()
    for name in CLONED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    (folder / "tests").mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "tests" / name, folder / "tests")
    return Project(folder)


@pytest.fixture
def ready(clone: Project) -> Project:
    """Clone with a stand-in for a finished environment; its ``showroom`` tells its arguments and ends with 7."""
    for file in ("pyvenv.cfg", "bin/python", "bin/showroom"):
        path = clone.environment / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('#!/bin/sh\necho "showroom $@" in "$PWD"\nexit 7\n', encoding="utf-8")
        path.chmod(0o755)
    for file in (
        "click/__init__.py",
        "click/core.py",
        "click/__pycache__/core.pyc",
        "click-8.dist-info/RECORD",
        "six.py",
    ):
        path = clone.site_packages / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    stamp.write(clone, stamp.needs(clone))
    return clone


def start(project: Project, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, str(project.root / "start.py"), *arguments],
        env=environ | variables,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


class TestLocks:
    @pytest.mark.parametrize(("lock", "wanted"), [("run", DIRECT), ("test", DIRECT + FOR_TESTS)])
    def test_hold_every_direct_dependency_in_its_range(self, lock: str, wanted: list[str]) -> None:
        locked = pins(lock)
        for requirement in map(Requirement, wanted):
            versions = [version for name, version in locked if name == requirement.name]
            assert versions, f"{requirement.name} is not in requirements/{lock}.txt"
            assert all(requirement.specifier.contains(version) for version in versions), requirement

    @pytest.mark.parametrize("lock", ["run", "test", "uv", "build"])
    def test_give_every_pin_a_hash_and_name_no_index(self, lock: str) -> None:
        text = Project(ROOT).lock(lock).read_text(encoding="utf-8")
        assert len(PIN.findall(text)) == text.count("==") - text.count("== '")
        assert "://" not in text
        assert "index" not in text

    def test_of_tests_hold_the_versions_that_users_run(self) -> None:
        assert pins("run") < pins("test")

    def test_pin_the_uv_that_builds_the_project(self) -> None:
        [backend] = map(Requirement, PYPROJECT["build-system"]["requires"])
        [(_, version)] = pins("uv")
        assert backend.specifier.contains(Version(version))

    def test_of_npm_pin_exact_versions_and_name_no_registry(self) -> None:
        text = (ROOT / "tests/package-lock.json").read_text(encoding="utf-8")
        assert "://" not in re.sub(r'"(url|funding)": "[^"]*"', "", text)


class TestOldPython:
    def test_can_read_start(self) -> None:
        source = (ROOT / "start.py").read_text(encoding="utf-8")
        tree = ast.parse(source, feature_version=(3, 6))
        newer = (ast.JoinedStr, ast.AnnAssign, ast.FunctionDef, ast.ClassDef)
        assert not [node for node in ast.walk(tree) if isinstance(node, newer)], "Python 2 stops at this"

    def test_is_told_what_it_takes(self, clone: Project) -> None:
        code = f"import runpy, sys; sys.version_info = (3, 10, 14); runpy.run_path({str(clone.root / 'start.py')!r})"
        result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
        assert result.returncode == 1
        assert result.stderr.startswith("Showroom needs Python 3.11 or newer; this is Python 3.10. Install")
        assert not clone.environment.exists()


class TestStamp:
    def test_finds_nothing_to_do_in_a_finished_environment(self, ready: Project) -> None:
        assert stamp.read(ready).missing(ready, stamp.needs(ready)) == []
        assert stamp.read(ready).is_whole(ready)

    @pytest.mark.parametrize(
        ("file", "steps_to_do"),
        [
            ("requirements/run.txt", ["packages"]),
            ("requirements/build.txt", ["packages"]),
            ("requirements/uv.txt", ["environment"]),
            ("pyproject.toml", ["project"]),
            ("requirements/test.txt", []),
            ("README.md", []),
        ],
    )
    def test_finds_the_step_that_a_changed_file_asks_for(
        self, ready: Project, file: str, steps_to_do: list[str]
    ) -> None:
        with (ready.root / file).open("a", encoding="utf-8") as lines:
            lines.write("# changed\n")
        assert stamp.read(ready).missing(ready, stamp.needs(ready)) == steps_to_do

    def test_asks_for_the_tools_of_tests_on_top(self, ready: Project) -> None:
        needs = stamp.needs(ready, tests=True, browser=True)
        assert stamp.read(ready).missing(ready, needs) == [
            "test-packages",
            "node-packages",
            "system-packages",
            "browser",
        ]

    def test_forgets_a_browser_and_npm_packages_that_are_gone(self, ready: Project, tmp_path: Path) -> None:
        needs = stamp.needs(ready, tests=True, browser=True)
        chromium, marker = tmp_path / "chromium", ready.node_packages / ".package-lock.json"
        marker.parent.mkdir()
        for path in (chromium, marker):
            path.touch()
        stamp.write(ready, needs | {"browser": str(chromium)})
        assert stamp.read(ready).missing(ready, needs) == []
        for path in (chromium, marker):
            path.unlink()
        assert stamp.read(ready).missing(ready, needs) == ["node-packages", "browser"]

    def test_does_not_fit_another_python(self, ready: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "version", "3.99.0")
        assert stamp.read(ready).missing(ready, stamp.needs(ready)) == ["environment"]

    def test_does_not_fit_a_moved_folder(self, ready: Project, tmp_path: Path) -> None:
        moved = Project(ready.root.rename(tmp_path / "elsewhere"))
        assert stamp.read(moved).missing(moved, stamp.needs(moved)) == ["environment"]

    @pytest.mark.parametrize("lost", ["bin/python", "bin/showroom", "pyvenv.cfg"])
    @posix
    def test_notices_a_lost_program(self, ready: Project, lost: str) -> None:
        (ready.environment / lost).unlink()
        assert not stamp.read(ready).is_whole(ready)

    @pytest.mark.parametrize("lost", ["click/core.py", "click-8.dist-info/RECORD", "six.py"])
    def test_notices_a_lost_file_of_a_package(self, ready: Project, lost: str) -> None:
        (ready.site_packages / lost).unlink()
        assert not stamp.read(ready).is_whole(ready)

    def test_does_not_mind_what_was_added_by_hand_nor_a_lost_cache(self, ready: Project) -> None:
        (ready.site_packages / "ipdb.py").touch()
        shutil.rmtree(ready.site_packages / "click" / "__pycache__")
        assert stamp.read(ready).is_whole(ready)

    @pytest.mark.parametrize("content", ["", "{", "[]", '{"done": 1, "files": 2}'])
    def test_that_cannot_be_read_counts_as_none(self, ready: Project, content: str) -> None:
        (ready.environment / "showroom-stamp.json").write_text(content, encoding="utf-8")
        assert stamp.read(ready) == stamp.Stamp({}, {})


@posix
class TestSecondStart:
    def test_is_the_command_at_once(self, ready: Project) -> None:
        begun = time.perf_counter()
        result = start(ready, "build", "--strict", "展厅")
        took = time.perf_counter() - begun
        assert (result.returncode, result.stderr) == (7, "")
        assert result.stdout == f"showroom build --strict 展厅 in {ready.root}\n"
        assert took < 1

    def test_without_a_command_is_the_preview(self, ready: Project) -> None:
        assert start(ready).stdout.startswith("showroom serve in")

    def test_asked_for_help_tells_its_own_usage_too(self, ready: Project) -> None:
        usage, _, command = start(ready, "--help", LANG="zh_CN.UTF-8").stdout.strip().rpartition("\n")
        assert "本地预览" in usage
        assert command.startswith("showroom --help")


class TestTestCommand:
    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            ([], ["-m", "not thorough"]),
            (["--thorough"], ["-m", ""]),
            (["-m", "browser"], ["-m", "(browser) and not thorough"]),
            (["-m", "browser", "--thorough"], ["-m", "(browser)"]),
            (
                ["-k", "quiz", "tests/test_text.py", "-x"],
                ["-m", "not thorough", "-k", "quiz", "tests/test_text.py", "-x"],
            ),
        ],
    )
    def test_leaves_out_tests_of_hours(self, arguments: list[str], expected: list[str]) -> None:
        assert testing.pytest_arguments(arguments, processors=1)[4:] == expected

    @pytest.mark.parametrize(("processors", "workers"), [(1, "2"), (2, "3"), (3, "4"), (64, "4")])
    def test_uses_the_processors(self, processors: int, workers: str) -> None:
        assert testing.pytest_arguments([], processors)[:4] == ["-n", workers, "--dist", "loadgroup"]

    def test_wants_no_browser_where_its_tests_are_left_out(self) -> None:
        assert testing.wants_browser([])
        assert testing.wants_browser(["-m", "browser"])
        assert not testing.wants_browser(["-m", "not browser"])

    def test_knows_markers_that_pytest_knows(self) -> None:
        markers = {line.partition(":")[0] for line in PYPROJECT["tool"]["pytest"]["ini_options"]["markers"]}
        assert markers >= {"browser", "thorough"}

    def test_is_what_ci_runs_and_the_readme_says(self) -> None:
        shebang, command = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
        assert (shebang, command) == ("#!/bin/sh", "python3 start.py test")
        assert command in (ROOT / "README.md").read_text(encoding="utf-8")


LISTING = """\
:env:.cert='/etc/company.pem'
global.extra-index-url='\\nhttps://one.invalid/simple\\nhttps://two.invalid/simple'
global.index-url='https://global.invalid/simple'
global.trusted-host='one.invalid'
install.index-url='https://mirror.invalid/simple'
download.index-url='https://never.invalid/simple'
"""


class TestPipSettings:
    def test_are_said_in_the_words_of_uv(self) -> None:
        settings = indexes.parse(LISTING) | {"proxy": "http://proxy.invalid:8080", "timeout": "90"}
        assert indexes.translate(settings, {}, []) == {
            "UV_DEFAULT_INDEX": "https://mirror.invalid/simple",
            "UV_INDEX": "https://one.invalid/simple https://two.invalid/simple",
            "UV_INDEX_STRATEGY": "unsafe-best-match",
            "UV_INSECURE_HOST": "one.invalid",
            "UV_HTTP_TIMEOUT": "90",
            "SSL_CERT_FILE": "/etc/company.pem",
            "HTTP_PROXY": "http://proxy.invalid:8080",
            "HTTPS_PROXY": "http://proxy.invalid:8080",
        }

    def test_of_variables_outdo_those_of_files(self) -> None:
        listing = LISTING + ":env:.index-url='https://variable.invalid/simple'\n"
        assert indexes.parse(listing)["index-url"] == "https://variable.invalid/simple"

    def test_are_read_from_variables_where_there_is_no_pip(self) -> None:
        variables = {"PIP_INDEX_URL": "https://mirror.invalid/simple", "PATH": "/bin"}
        assert indexes.from_variables(variables) == {"index-url": "https://mirror.invalid/simple"}

    @pytest.mark.parametrize("name", indexes.INDEX_VARIABLES)
    def test_leave_the_index_to_a_variable_of_uv(self, name: str) -> None:
        said = indexes.translate(indexes.parse(LISTING), {name: "https://own.invalid/simple"}, [])
        assert said == {"UV_INSECURE_HOST": "one.invalid", "SSL_CERT_FILE": "/etc/company.pem"}

    @pytest.mark.parametrize(
        ("configuration", "is_own"),
        [
            ('[[index]]\nurl = "https://own.invalid/simple"\ndefault = true\n', True),
            ('[pip]\nindex-url = "https://own.invalid/simple"\n', True),
            ('cache-dir = "/tmp/cache"\n', False),
            ("not toml", False),
        ],
    )
    def test_leave_the_index_to_the_configuration_of_uv(
        self, tmp_path: Path, configuration: str, *, is_own: bool
    ) -> None:
        (tmp_path / "uv").mkdir()
        (tmp_path / "uv" / "uv.toml").write_text(configuration, encoding="utf-8")
        home = "APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME"
        variables = {home: str(tmp_path), "XDG_CONFIG_DIRS": str(tmp_path / "none")}
        assert indexes.has_own_index({}, indexes.configurations(variables)[:1]) is is_own

    def test_name_folders_only_where_they_are(self, tmp_path: Path) -> None:
        settings = {"find-links": f"{tmp_path} {tmp_path / 'gone'} https://links.invalid/"}
        assert indexes.translate(settings, {}, []) == {"UV_FIND_LINKS": f"{tmp_path},https://links.invalid/"}

    def test_may_do_without_an_index(self) -> None:
        assert indexes.has_none({"no-index": "true"})
        assert not indexes.has_none({"no-index": "false"})
        assert not indexes.has_none({})

    def test_of_a_configuration_file_decide_where_uv_takes_a_package(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        digest = make_mirror(tmp_path / "mirror")
        (tmp_path / "pip.conf").write_text(
            f"[global]\nindex-url = {(tmp_path / 'mirror').as_uri()}\n", encoding="utf-8"
        )
        for name in [name for name in os.environ if name.startswith(("PIP_", "UV_"))]:
            monkeypatch.delenv(name)
        monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
        monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
        project = Project(tmp_path)
        venv.create(project.environment, symlinks=os.name != "nt")
        shutil.copy(Path(sys.executable).with_name(project.script("uv").name), project.script("uv"))
        project.lock("run").parent.mkdir()
        project.lock("run").write_text(f"brochure==1.0 --hash=sha256:{digest}\n", encoding="utf-8")
        project.lock("build").touch()
        environment.install_packages(project, "run")
        assert (project.site_packages / "brochure.py").read_text(encoding="utf-8") == "pages = 8\n"


def make_mirror(folder: Path) -> str:
    """Package index of one wheel, ``brochure`` 1.0; return the wheel's SHA-256."""
    wheel = folder / "brochure" / "brochure-1.0-py3-none-any.whl"
    wheel.parent.mkdir(parents=True)
    files = {
        "brochure.py": "pages = 8\n",
        "brochure-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: brochure\nVersion: 1.0\n",
        "brochure-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},sha256={_urlsafe_digest(text)},{len(text)}\n" for name, text in files.items())
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr("brochure-1.0.dist-info/RECORD", record + "brochure-1.0.dist-info/RECORD,,\n")
    (wheel.parent / "index.html").write_text(f'<a href="{wheel.name}">{wheel.name}</a>\n', encoding="utf-8")
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def _urlsafe_digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


class TestTrouble:
    @pytest.mark.parametrize(
        "output",
        [
            "error: Request failed after 3 retries\n  cause: error sending request for url\n  cause: dns error\n",
            "WARNING: Retrying after connection broken by 'NewConnectionError('\n",
            "ERROR: Could not find a version that satisfies the requirement uv==0.13.9 (from versions: none)\n",
            "npm error code ENOTFOUND\nnpm error network request failed\n",
            "timed out after 900 s\n",
        ],
    )
    def test_with_the_network_is_told_from_the_rest(self, output: str) -> None:
        with pytest.raises(words.Stop) as stop:
            Outcome(["uv", "pip"], 1, output).check(unreachable="no-network")
        assert (stop.value.sentence, stop.value.detail) == ("no-network", "")

    def test_of_another_kind_shows_the_last_words_of_the_tool(self) -> None:
        output = "".join(f"line {number}\n" for number in range(100)) + "error: Hash mismatch for `jieba`\n"
        with pytest.raises(words.Stop) as stop:
            Outcome(["/somewhere/uv", "pip", "install"], 2, output).check(unreachable="no-network")
        assert (stop.value.sentence, stop.value.values) == ("tool-failed", {"tool": "uv pip install"})
        assert stop.value.detail.splitlines()[-2:] == ["line 99", "error: Hash mismatch for `jieba`"]

    def test_with_the_network_ends_a_real_start_in_one_sentence(self, clone: Project) -> None:
        nowhere = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0"}
        result = start(clone, "check", **nowhere)
        assert result.returncode == 1
        assert result.stderr.splitlines() == [SENTENCES["environment"]["en"], SENTENCES["no-network"]["en"]]

    def test_of_a_python_without_pip_names_the_package_to_install(
        self, clone: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        clone.environment.mkdir()
        monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
        monkeypatch.setattr(shutil, "which", lambda _: None)
        with pytest.raises(words.Stop, match="no-installer"):
            environment.make(clone)

    def test_of_a_clone_that_lacks_a_lock_names_it(self, clone: Project) -> None:
        clone.lock("run").unlink()
        result = start(clone, "check")
        assert result.returncode == 1
        assert result.stderr == SENTENCES["incomplete"]["en"].format(path=clone.lock("run")) + "\n"

    @posix
    def test_of_a_tool_that_hangs_ends_with_all_that_it_started(self, tmp_path: Path) -> None:
        begun = time.perf_counter()
        outcome = run(["sh", "-c", "(sleep 2; touch alive) & wait"], cwd=tmp_path, variables=os.environ, seconds=0.5)
        assert outcome.code == 124
        assert time.perf_counter() - begun < 2
        time.sleep(2)
        assert not (tmp_path / "alive").exists()


@pytest.fixture
def recorded_steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the steps, in the order in which they were done; none of them does anything."""
    done: list[str] = []

    def stand_in(name: str) -> Callable[[Project], str]:
        def action(project: Project) -> str:
            done.append(name)
            return str(project.root / "start.py") if name == "browser" else ""

        return action

    monkeypatch.setattr(steps, "ACTIONS", {name: stand_in(name) for name in steps.ACTIONS})
    return done


class TestSteps:
    def test_are_all_done_for_a_fresh_clone(self, clone: Project, recorded_steps: list[str]) -> None:
        needs = stamp.needs(clone, tests=True, browser=True)
        found = steps.set_up(clone, needs)
        assert recorded_steps == list(needs)
        assert found.done == needs | {"browser": str(clone.root / "start.py")}

    def test_go_on_where_a_start_was_stopped(self, ready: Project, recorded_steps: list[str]) -> None:
        needs = stamp.needs(ready)
        stamp.write(ready, {"environment": needs["environment"]})
        steps.set_up(ready, needs)
        assert recorded_steps == ["packages", "project"]

    def test_begin_anew_in_a_damaged_environment(
        self, ready: Project, recorded_steps: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        (ready.site_packages / "six.py").unlink()
        steps.set_up(ready, stamp.needs(ready))
        assert recorded_steps == ["environment", "packages", "project"]
        assert words.phrase("remade") in capsys.readouterr().err

    def test_begin_anew_where_an_environment_will_not_take_a_package(
        self, ready: Project, recorded_steps: list[str]
    ) -> None:
        def fail_in_the_old_one(_: Project) -> None:
            if "environment" not in recorded_steps:
                sentence = "tool-failed"
                raise words.Stop(sentence, tool="uv")

        steps.ACTIONS["packages"] = fail_in_the_old_one
        needs = stamp.needs(ready) | {"packages": "changed"}
        assert steps.set_up(ready, needs).done == needs
        assert recorded_steps == ["environment", "project"]

    def test_clear_all_but_the_lock_that_is_held(self, ready: Project) -> None:
        (ready.environment / environment.LOCK_FILE).touch()
        environment.clear(ready.environment)
        assert [path.name for path in ready.environment.iterdir()] == [environment.LOCK_FILE]


def test_a_second_start_waits_for_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order = []

    def second() -> None:
        with exclusive(tmp_path / "lock", pause=0.01):
            order.append("second")

    waiting = threading.Thread(target=second)
    with exclusive(tmp_path / "lock"):
        waiting.start()
        time.sleep(0.1)
        order.append("first")
    waiting.join(timeout=10)
    assert order == ["first", "second"]
    assert words.phrase("waiting") in capsys.readouterr().err


class Machine:
    """A machine as ``browser`` sees it: what is installed, what starts, what can be fetched."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.installed: set[str] = set()
        self.broken: set[str] = set()
        self.own = ""
        self.downloads = ""
        self.ran: list[str] = []
        monkeypatch.setattr(browser, "run", self.run)
        monkeypatch.setattr(browser, "PLACES", ())
        monkeypatch.setattr(shutil, "which", lambda name: name if name in self.installed else None)
        monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr("ctypes.CDLL", self.load)

    def load(self, _: str) -> None:
        if "libatomic1" not in self.installed:
            raise OSError

    def run(self, command: list[str | Path], **_: object) -> Outcome:
        arguments = [str(argument) for argument in command[1:]]
        self.ran.append(" ".join(arguments[:2]))
        return Outcome([], *self.outcome(str(command[0]), arguments))

    def outcome(self, program: str, arguments: list[str]) -> tuple[int, str]:
        if program == "apt-get":
            self.installed |= {name for name in arguments[1:] if not name.startswith("-")}
            return 0, ""
        if "playwright" in arguments:
            self.own = self.downloads
            return (0 if self.own else 1), ""
        if "bootstrap.probe" in arguments:
            path = arguments[2] if arguments[2:] else self.own
            return (1, "Traceback") if path in self.broken or not path else (0, f"{path}\n")
        return 0, "Noto Sans CJK\n" if "fonts-noto-cjk" in self.installed else ""


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch)


class TestBrowser:
    def test_is_one_that_is_installed(self, clone: Project, machine: Machine) -> None:
        machine.installed = {"google-chrome"}
        assert browser.find(clone) == "google-chrome"
        assert machine.ran == ["-m bootstrap.probe"]

    def test_is_another_where_the_first_does_not_start(self, clone: Project, machine: Machine) -> None:
        machine.installed, machine.broken = {"chromium", "google-chrome"}, {"chromium"}
        assert browser.find(clone) == "google-chrome"

    def test_is_downloaded_where_none_is_installed(self, clone: Project, machine: Machine) -> None:
        machine.downloads = "/cache/chrome"
        assert browser.find(clone) == "/cache/chrome"

    def test_comes_from_apt_where_it_cannot_be_downloaded(self, clone: Project, machine: Machine) -> None:
        machine.installed = {"apt-get"}
        assert browser.find(clone) == "chromium-headless-shell"
        assert "chromium" in machine.installed

    def test_comes_without_windows_where_that_can_be_had(self, clone: Project, machine: Machine) -> None:
        machine.installed = {"chromium", "apt-get"}
        assert browser.find(clone) == "chromium-headless-shell"
        machine.installed = {"chromium"}
        assert browser.find(clone) == "chromium"

    def test_is_asked_for_where_nothing_helps(
        self, clone: Project, machine: Machine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        machine.installed = {"apt-get"}
        monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
        with pytest.raises(words.Stop, match="no-browser"):
            browser.find(clone)

    def test_has_what_a_bare_linux_lacks_from_apt(self, clone: Project, machine: Machine) -> None:
        machine.installed = {"apt-get"}
        assert browser.install_system_packages(clone) == ""
        assert machine.installed == {"apt-get", "fonts-noto-cjk", "libatomic1", "poppler-utils"}

    @pytest.mark.usefixtures("machine")
    def test_lacks_it_where_there_is_no_apt(self, clone: Project) -> None:
        assert browser.install_system_packages(clone) == "fonts-noto-cjk, libatomic1, poppler-utils"


class TestWords:
    @pytest.mark.parametrize("sentence", SENTENCES)
    def test_say_the_same_in_both_languages(self, sentence: str) -> None:
        chinese, english = (re.findall(r"{\w+}", SENTENCES[sentence][code]) for code in ("zh", "en"))
        assert sorted(chinese) == sorted(english)
        assert re.search(r"[\u4e00-\u9fff]", SENTENCES[sentence]["zh"])
        assert SENTENCES[sentence]["en"].isascii()

    def test_are_there_for_everything_that_is_said(self) -> None:
        source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bootstrap").glob("*.py"))
        said = re.findall(r"\b(?:say|Stop|phrase|unreachable=)\(?\"([a-z-]+)\"", source)
        assert set(said) | set(steps.ACTIONS) == set(SENTENCES)

    @pytest.mark.parametrize(
        ("variables", "code"),
        [
            ({"LANG": "zh_CN.UTF-8"}, "zh"),
            ({"LANG": "en_US.UTF-8"}, "en"),
            ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, "zh"),
            ({"LANGUAGE": "zh_CN:en", "LANG": "en_US.UTF-8"}, "zh"),
            ({"LANG": "C"}, "en"),
        ],
    )
    def test_follow_the_language_of_the_system(self, variables: dict[str, str], code: str) -> None:
        assert words.language(variables) == code

    @pytest.mark.parametrize("system", ["Chinese (Simplified)_China.936", "zh_CN.UTF-8"])
    def test_follow_the_locale_where_no_variable_says(self, monkeypatch: pytest.MonkeyPatch, system: str) -> None:
        monkeypatch.setattr("locale.setlocale", lambda _: system)
        assert words.language({}) == "zh"

    @posix
    def test_never_fail_on_a_console_without_chinese(self, clone: Project) -> None:
        clone.lock("run").unlink()
        result = start(clone, "check", LANG="zh_CN.UTF-8", PYTHONIOENCODING="ascii")
        assert result.returncode == 1
        assert result.stderr.endswith("?\n")


def test_two_starts_of_a_fresh_clone_make_one_environment(clone: Project) -> None:
    results: list[subprocess.CompletedProcess[str]] = []
    starts = [threading.Thread(target=lambda: results.append(start(clone, "--help"))) for _ in range(2)]
    for each in starts:
        each.start()
    for each in starts:
        each.join()
    for result in results:
        assert result.returncode == 0, result.stderr
        assert "Usage: showroom" in result.stdout
    assert sum(SENTENCES["environment"]["en"] in result.stderr for result in results) == 1
    assert start(clone, "--help").stderr == ""
    check = [str(clone.script("uv")), "pip", "check", "--python", str(clone.python)]
    complete = subprocess.run(check, capture_output=True, encoding="utf-8", check=False)
    assert complete.returncode == 0, complete.stderr


@posix
def test_a_start_that_is_ended_leaves_no_tool_at_work(clone: Project) -> None:
    command = [sys.executable, str(clone.root / "start.py"), "--help"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as ended:
        assert ended.stderr
        ended.stderr.readline()
        time.sleep(0.5)
        ended.terminate()
        assert ended.wait(timeout=10) == 130
        assert ended.stderr.read() == words.phrase("stopped") + "\n"
    files = len(list(clone.environment.rglob("*")))
    time.sleep(1.5)
    assert len(list(clone.environment.rglob("*"))) == files
