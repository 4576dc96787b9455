"""`check` and `diff` keep what is promised of them when every other means is taken away from them."""

import os
import subprocess
from pathlib import Path

import pytest

import warm
from core.repositories import commit, repository, write
from started import ROOT

TRAP = "from pathlib import Path\nPath('trapped').touch()\n"
TRAPS = {
    **dict.fromkeys(("hooks.py", "sitecustomize.py", "journeybook.py", "yaml.py", "conftest.py"), TRAP),
    "mkdocs.yml": "site_name: x\nhooks: [hooks.py]\nplugins: [journeybook]\n",
    ".gitattributes": "*.md diff=trap filter=trap\n",
}
"""What would run if anything of a handbook were run."""
SETTINGS = {
    "core.fsmonitor": "touch trapped",
    "core.pager": "touch trapped",
    "core.hooksPath": "hooks",
    "diff.external": "touch trapped",
    "diff.trap.textconv": "touch trapped",
    "filter.trap.smudge": "touch trapped",
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A repository with two commits in which everything that can be a trap is one."""
    home = repository(tmp_path / "handbook")
    write(home, TRAPS)
    (journey,) = home.rglob("kauf.md")
    journey.write_text(
        journey.read_text(encoding="utf-8").replace("satisfaction: 4", "satisfaction: 2"), encoding="utf-8"
    )
    commit(home, "Set traps")
    for name, value in SETTINGS.items():
        subprocess.run(["git", "-C", str(home), "config", name, value], check=True)
    return home


def bounded(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    script = ROOT / "tests/programs/without_means.py"
    return warm.run(str(script), *arguments, folder=home, environment=os.environ)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--format", "sarif"),
        ("diff", "HEAD~1"),
        ("diff", "HEAD~1...HEAD", "--format", "html"),
    ],
    ids=" ".join,
)
def test_nothing_is_run_written_or_asked_of_others(home: Path, arguments: tuple[str, ...]) -> None:
    ran = bounded(home, *arguments)
    assert ran.returncode in {0, 1}, ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.stdout != ""
    assert not (home / "trapped").exists()


def test_a_command_that_writes_is_stopped(home: Path) -> None:
    ran = bounded(home, "check", "--baseline", "known.json", "--write-baseline")
    assert "Refused: " in ran.stderr
    assert [path.name for path in home.iterdir() if path.suffix == ".json"] == []
