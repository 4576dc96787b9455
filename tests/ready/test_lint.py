"""What `make lint` runs finds nothing in the whole repository, each once."""

import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import ready_files as ready

if TYPE_CHECKING:  # mypy takes one file of a name only, but follows imports
    import tests.browser.conftest
    import tests.conftest
    import tests.diagrams.conftest
    import tests.docs.conftest
    import tests.matrix.conftest
    import tests.site.conftest  # noqa: F401

LINTERS = {
    "ruff check .",
    "ruff format --check .",
    "mypy",
    "lint-imports",
}


@pytest.mark.lint
@pytest.mark.parametrize("command", sorted(LINTERS))
def test_linters_find_nothing(command: str) -> None:
    program, *arguments = shlex.split(command)
    found = subprocess.run(
        [str(Path(sys.executable).with_name(program)), *arguments],
        cwd=ready.ROOT,
        check=False,
        capture_output=True,
        text=True,
    )

    assert found.returncode == 0, found.stdout + found.stderr


def test_make_lint_runs_all_of_them() -> None:
    _, *commands = ready.recipe("lint")

    assert {command.removeprefix(".venv/bin/") for command in commands} == LINTERS


def test_every_part_of_the_repository_is_checked_for_types() -> None:
    settings = ready.settings()["tool"]
    scripts = {path for path in ready.tracked("scripts") if ready.is_python(path)}
    conftests = {
        path.removesuffix(".py").replace("/", ".") for path in ready.tracked("tests") if "conftest" in path
    }

    assert set(settings["mypy"]["files"]) == {"plugins/journeybook", "tests", "benchmarks", *scripts}
    assert set(settings["ruff"]["include"]) == {"*.py", "pyproject.toml", *scripts}
    assert {line.split()[1] for line in _imports_for_mypy()} == conftests


def _imports_for_mypy() -> list[str]:
    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("    import tests.")]
