"""Each check that this project made itself finds what it is there to find, and only that."""

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tools import check
from tools.checks import documents, findings, frontend, locks, sizes, traces, wheel

Plant = Callable[[str, str], Path]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty repository with no size exceptions."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools/size_exceptions.toml").write_text("")
    return tmp_path


@pytest.fixture
def plant(root: Path) -> Plant:
    """Writes a file of the repository and returns its path."""

    def write(name: str, text: str) -> Path:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def function(lines: int, parameters: str = "") -> str:
    """Returns the source of a function with just as many lines."""
    return f"def planted({parameters}):\n" + "    x = 1\n" * (lines - 1)


class TestSizes:
    def test_the_budgets_themselves_are_allowed(self, root: Path, plant: Plant) -> None:
        """A module of 400 lines, a function of 40 (kernel 60) and five parameters are fine."""
        plant("src/a.py", "x = 1\n" * 400)
        plant("src/b.py", function(40, "a, b, c, d, e"))
        plant("src/kernel/c.py", function(60))
        plant("src/d.py", "class A:\n    def f(self, a, b, c, *, d, e): ...\n")
        assert sizes.check_sizes(root) == []

    @pytest.mark.parametrize(
        ("name", "text", "found"),
        [
            ("src/a.py", "x = 1\n" * 401, "src/a.py: 401 lines; at most 400"),
            ("web/src/a.svelte", "<p>\n" * 401, "web/src/a.svelte: 401 lines; at most 400"),
            ("src/a.py", function(41), "src/a.py:planted: 41 lines; at most 40"),
            ("src/kernel/a.py", function(61), "src/kernel/a.py:planted: 61 lines; at most 60"),
            (
                "src/a.py",
                function(2, "a, b, c, *, d, e, f"),
                "src/a.py:planted: 6 parameters; at most 5",
            ),
        ],
    )
    def test_what_is_over_a_budget_is_found(
        self, root: Path, plant: Plant, name: str, text: str, found: str
    ) -> None:
        """A module, a function or a parameter list over its budget is named with both numbers."""
        plant(name, text)
        assert sizes.check_sizes(root) == [found]

    def test_an_exception_raises_one_budget_and_no_other(self, root: Path, plant: Plant) -> None:
        """An exception lets its place through up to its own number."""
        plant("src/a.py", function(45))
        row = '[[exception]]\nwhere = "src/a.py:planted"\nwhat = "lines"\nreason = "a table"\n'
        plant("tools/size_exceptions.toml", row + "allowed = 45\n")
        assert sizes.check_sizes(root) == []
        plant("tools/size_exceptions.toml", row + "allowed = 44\n")
        assert sizes.check_sizes(root) == ["src/a.py:planted: 45 lines; at most 44"]

    def test_an_exception_that_nothing_needs_is_found(self, root: Path, plant: Plant) -> None:
        """An exception goes when what it excused has gone."""
        row = '[[exception]]\nwhere = "src/a.py"\nwhat = "lines"\nreason = "old"\nallowed = 500\n'
        plant("tools/size_exceptions.toml", row)
        assert len(sizes.check_sizes(root)) == 1

    def test_an_exception_needs_a_reason(self, root: Path, plant: Plant) -> None:
        """An exception without a reason is an error."""
        row = '[[exception]]\nwhere = "src/a.py"\nwhat = "lines"\nallowed = 500\n'
        plant("tools/size_exceptions.toml", row)
        with pytest.raises(ValueError, match="needs a reason"):
            sizes.check_sizes(root)


class TestTraces:
    @pytest.mark.parametrize("host", traces.REGISTRY_HOSTS)
    def test_a_registrys_address_is_found_anywhere(
        self, root: Path, plant: Plant, host: str
    ) -> None:
        """The host of a package registry is found in whatever file it stands."""
        plant("docs/a.md", f"one\nsee https://{host}/simple\n")
        assert traces.check_addresses(root) == ["docs/a.md:2: a registry's address"]

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("web/package-lock.json", '{"resolved": "https://mirror.example/a.tgz"}'),
            ("requirements.txt", "--index-url https://mirror.example/simple\n"),
            ("requirements-dev.txt", "--find-links wheels\n"),
        ],
    )
    def test_any_address_to_load_from_is_found_in_a_lock(
        self, root: Path, plant: Plant, name: str, text: str
    ) -> None:
        """A lock file says what, never where from."""
        plant(name, text)
        assert traces.check_addresses(root) == [f"{name}:1: a registry's address"]

    def test_a_lock_that_always_records_addresses_is_refused(
        self, root: Path, plant: Plant
    ) -> None:
        """The lock file of uv may not be committed."""
        plant("uv.lock", "version = 1\n")
        assert len(traces.check_addresses(root)) == 1

    def test_other_addresses_are_allowed(self, root: Path, plant: Plant) -> None:
        """A link to a page is not a registry's address."""
        plant("docs/a.md", "https://keepachangelog.com/en/1.1.0/\n")
        plant("web/package-lock.json", '{"funding": {"url": "https://example.org/sponsor"}}')
        assert traces.check_addresses(root) == []

    @pytest.mark.parametrize("folder", ["work", "farm", "root", "home/anna", "Users/anna"])
    def test_a_path_of_one_machine_is_found(self, root: Path, plant: Plant, folder: str) -> None:
        """An absolute path below a folder that others do not have is found."""
        plant("a.py", f'x = 1\nPLACE = "/{folder}/main"\n')
        assert traces.check_machine_paths(root) == ["a.py:2: a path of one machine"]

    def test_the_path_of_the_repository_itself_is_found(self, root: Path, plant: Plant) -> None:
        """Wherever the clone stands, its own absolute path may not be in it."""
        plant("a.txt", f"{root.resolve()}/src\n")
        assert traces.check_machine_paths(root) == ["a.txt:1: a path of one machine"]

    def test_relative_and_system_paths_are_allowed(self, root: Path, plant: Plant) -> None:
        """Relative paths, addresses and folders that every Debian has are fine."""
        plant("a.py", 'A = ["../work/x", "/usr/bin/env", "/tmp/", "x/home/anna"]\n')
        assert traces.check_machine_paths(root) == []


LOCK = "numpy==2.4.0 \\\n    --hash=sha256:aa\n    # via warmzone\n"


class TestLocks:
    @pytest.fixture(autouse=True)
    def _project(self, plant: Plant) -> None:
        plant(
            "pyproject.toml",
            '[project]\ndependencies = ["numpy>=2"]\noptional-dependencies = {dev = ["pytest"]}\n',
        )
        plant("requirements.txt", LOCK)
        plant("requirements-dev.txt", LOCK + "pytest==9.0 \\\n    --hash=sha256:bb\n")

    def test_locks_that_agree_are_fine(self, root: Path) -> None:
        """Pinned, hashed and allowed is all that is asked."""
        assert locks.check_locks(root) == []

    def test_what_is_not_pinned_is_found(self, root: Path, plant: Plant) -> None:
        """A requirement that a lock file leaves out is named."""
        plant("requirements-dev.txt", LOCK)
        assert locks.check_locks(root) == [
            "requirements-dev.txt: pytest: not pinned; run make lock"
        ]

    def test_a_version_that_is_not_wanted_is_found(self, root: Path, plant: Plant) -> None:
        """A pin outside what pyproject.toml allows is named with both."""
        plant("requirements.txt", LOCK.replace("2.4.0", "1.9.0"))
        assert "requirements.txt: numpy: 1.9.0 is not allowed; >=2" in locks.check_locks(root)

    def test_a_pin_without_a_hash_is_found(self, root: Path, plant: Plant) -> None:
        """Every pin has a hash."""
        plant("requirements.txt", "numpy==2.4.0\n")
        assert locks.check_locks(root) == ["requirements.txt: numpy==2.4.0: pinned without a hash"]

    def test_versions_that_differ_are_found(self, root: Path, plant: Plant) -> None:
        """What runs is what was tested."""
        plant("requirements.txt", LOCK.replace("2.4.0", "2.3.0"))
        assert locks.check_locks(root) == ["requirements-dev.txt: numpy: 2.4.0, not 2.3.0"]


class TestDocuments:
    PAGE = "# A\n\n```console exit=1\n$ warmzone check a.toml\na.toml: ...\n$ ls\n```\n"

    def test_the_commands_of_console_blocks_are_read(self) -> None:
        """Only lines that start with `$ warmzone` in a console block are commands."""
        page = self.PAGE + "\n```sh\n$ warmzone serve\n```\n"
        example = documents.Example(4, "warmzone check a.toml", 1, "a.toml: ...")
        assert documents.examples(page) == [example]

    @pytest.mark.parametrize(
        ("promised", "shown", "holds"),
        [
            ("a b", "a b \n", True),
            ("a ... c", "a x\nb c", True),
            ("a", "a b", False),
            ("a.c", "abc", False),
        ],
    )
    def test_output_is_compared_with_dots_for_any_text(
        self, promised: str, shown: str, holds: bool
    ) -> None:
        """Output has to be as shown, but for `...`."""
        assert documents.output_matches(promised, shown) is holds

    @pytest.mark.parametrize(
        ("block", "wrong"),
        [
            ("console\n$ warmzone 0 hello\nhello", None),
            ("console exit=3\n$ warmzone 3 hello", None),
            ("console\n$ warmzone 3 hello", "exit 3, not 0"),
            ("console exit=3\n$ warmzone 0 hello", "exit 0, not 3"),
            ("console\n$ warmzone 0 hello\ngoodbye", "the output is another"),
        ],
    )
    def test_an_example_that_does_not_hold_is_found(
        self,
        root: Path,
        plant: Plant,
        monkeypatch: pytest.MonkeyPatch,
        block: str,
        wrong: str | None,
    ) -> None:
        """A command that ends with another code or output than the page shows is named."""
        program = plant(".bin/warmzone", '#!/bin/sh\necho "$2"\nexit "$1"\n')
        program.chmod(0o755)
        monkeypatch.setattr(documents, "TOOLS", program.parent)
        plant("docs/a.md", f"```{block}\n```\n")
        found = documents.check_documents(root)
        assert [wrong in line for line in found if wrong] == ([True] if wrong else [])
        assert bool(found) is (wrong is not None)

    def test_a_link_that_leads_nowhere_is_found(self, root: Path, plant: Plant) -> None:
        """Links and pictures lead to files that are there."""
        plant("docs/a.md", "[b](b.md#part) [c](../README.md) ![d](d.png) [e](https://e.example)\n")
        plant("README.md", "[a](docs/a.md)\n")
        assert documents.check_links(root) == [
            "docs/a.md: b.md is not there",
            "docs/a.md: d.png is not there",
        ]


class TestFrontend:
    def test_equal_builds_are_fine(self, plant: Plant, root: Path) -> None:
        """Two folders with the same bytes do not differ."""
        plant("one/assets/a.js", "x")
        plant("two/assets/a.js", "x")
        assert frontend.differences(root / "one", root / "two") == []

    def test_every_difference_is_found(self, plant: Plant, root: Path) -> None:
        """A changed, a missing and a left-over file of the committed build are each named."""
        plant("committed/changed.js", "x\n")
        plant("committed/left.js", "")
        plant("fresh/changed.js", "x\r\n")
        plant("fresh/new.js", "")
        found = frontend.differences(root / "committed", root / "fresh")
        assert [line.split(": ")[0].rsplit("/", 1)[1] for line in found] == [
            "changed.js",
            "left.js",
            "new.js",
        ]

    def test_a_front_end_without_a_lock_has_failed(self, root: Path) -> None:
        """What cannot be installed as pinned is not skipped."""
        assert frontend.check_build(root) == ["web/package-lock.json is missing"]


def test_a_file_left_out_of_the_wheel_is_found(root: Path, plant: Plant) -> None:
    """Every file of the package ships, data too."""
    plant("src/warmzone/__init__.py", "")
    plant("src/warmzone/table.toml", "")
    with zipfile.ZipFile(root / "a.whl", "w") as archive:
        archive.writestr("warmzone/__init__.py", "")
    assert wheel.missing_files(root, root / "a.whl") == ["warmzone/table.toml: is not in the wheel"]


def test_a_missing_tool_is_a_failure(root: Path) -> None:
    """A check whose program is not there has failed, never passed."""
    found = findings.run([root / "no-such-tool"], root)
    assert len(found) == 1
    assert "is missing" in found[0]


def test_a_failing_tool_shows_what_it_said(root: Path) -> None:
    """The output of a failing program is in the finding."""
    found = findings.run(["sh", "-c", "echo planted >&2; exit 4"], root)
    assert found == ["sh -c echo planted >&2; exit 4: exit 4\nplanted"]


def test_ignored_files_are_not_looked_at(root: Path, plant: Plant) -> None:
    """What git ignores is no part of the tree; what is not yet added is."""
    plant(".gitignore", "out/\n")
    plant("out/a.py", "")
    plant("new.py", "")
    names = [path.as_posix() for path in findings.tracked_files(root)]
    assert names == [".gitignore", "new.py", "tools/size_exceptions.toml"]


def test_one_failed_check_fails_the_command_and_the_others_still_run(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each result is printed with its seconds, and a check that breaks has failed."""

    def breaks(_: Path) -> list[str]:
        raise RuntimeError("planted")

    code = check.run_checks(
        {"breaks": breaks, "finds": lambda _: ["x"], "well": lambda _: []}, root
    )
    shown = capsys.readouterr().out
    assert code == 1
    assert "RuntimeError: planted" in shown
    assert [line.split()[:2] for line in shown.splitlines() if line.endswith(" s")] == [
        ["breaks", "FAILED"],
        ["finds", "FAILED"],
        ["well", "ok"],
    ]
    assert shown.splitlines()[-1] == "checks: 1 well, 2 not breaks finds"


def test_all_checks_well_is_success(root: Path) -> None:
    """The command ends with 0 only where every check is well."""
    assert check.run_checks({"well": lambda _: []}, root) == 0
