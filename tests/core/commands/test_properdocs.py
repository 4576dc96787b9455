"""Each command that reads the configuration of a site does the same with `properdocs.yml` as with `mkdocs.yml`."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.handbooks import ANNA, HANDBOOK, KASSE
from core.repositories import commit, git, write
from journeybook.cli import main

SITE = """\
site_name: Handbuch
theme: {name: mkdocs, locale: de}
docs_dir: pages
plugins:
  - search
  - redirects: {redirect_maps: {old.md: index.md}}
  - journeybook: {journeys_dir: content}
"""
WAY = "---\ntitle: Weg\npersona: anna\nowner: shop\nstages:\n  - stage: purchase\n    steps:\n      - {title: Ich zahle, touchpoints: kasse}\n---\n"
FILES = {
    "content/handbook.yml": HANDBOOK.replace(
        "title: Filialbetrieb}", "title: Filialbetrieb, contact: '@laden'}"
    ),
    "content/personas/anna.md": ANNA,
    "content/touchpoints/kasse.md": KASSE,
    "content/weg.md": WAY,
    "pages/index.md": "# Start\n\n[[persona:anna]]\n",
}
NAME_OF_COMMIT = re.compile(r"\b[0-9a-f]{7,40}\b")
COMMANDS = (
    ("check",),
    ("check", "--new-since", "HEAD"),
    ("codeowners",),
    ("diff", "HEAD~1"),
    ("digest", "--since", "2026-01-01"),
    ("export", "json", "handbook.json"),
    ("impact", "touchpoint:kasse"),
    ("log",),
    ("new", "persona", "Bodo"),
    ("refs", "persona:anna"),
    ("rename", "persona", "anna", "berta"),
    ("schema", "handbook"),
)


def files_of(home: Path) -> dict[str, str]:
    """The texts of a folder, under the names that they have with MkDocs."""
    return {
        path.relative_to(home).as_posix().replace("properdocs", "mkdocs"): path.read_text(encoding="utf-8")
        for path in home.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_does_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("JOURNEYBOOK_TODAY", "2026-11-21")
    done = []
    for name in ("mkdocs.yml", "properdocs.yml"):
        home = tmp_path / name / "handbook"
        write(home, {**FILES, name: SITE})
        git(home, "init", "--quiet", "--initial-branch=main")
        commit(home)
        write(home, {"content/weg.md": WAY.replace("Ich zahle", "Ich bezahle")})
        commit(home)
        monkeypatch.chdir(home / "pages")
        ran = CliRunner().invoke(main, command)
        said = NAME_OF_COMMIT.sub("…", ran.output).replace("properdocs.yml", "mkdocs.yml")
        done.append((ran.exit_code, said, files_of(home)))

    assert done[0] == done[1]
    assert done[0][0] in {0, 1}, done[0][1]
