"""Real git repositories for tests, made by git itself."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

NOON = "2026-03-14T12:00:00+01:00"
SOMEONE = {
    "GIT_AUTHOR_NAME": "Jörg Weiß",
    "GIT_AUTHOR_EMAIL": "joerg@example.org",
    "GIT_AUTHOR_DATE": NOON,
    "GIT_COMMITTER_NAME": "Server",
    "GIT_COMMITTER_EMAIL": "server@example.org",
    "GIT_COMMITTER_DATE": NOON,
}
HANDBOOK = """\
stages:
  - {id: purchase, title: Kauf}
  - {id: support, title: Hilfe}
channels:
  - {id: store, title: Filiale, setting: offline}
teams:
  - {id: shop, title: Filialbetrieb}
"""
BASE = {
    "handbook.yml": HANDBOOK,
    "personas/anna.md": "---\ntitle: Anna\n---\n",
    "touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: store\n---\n",
    "kauf.md": (
        "---\ntitle: Schuhe kaufen\npersona: anna\nowner: shop\nstages:\n  - stage: purchase\n    steps:\n"
        "      - title: Ich bezahle\n        satisfaction: 4\n        touchpoints: kasse\n---\nEs regnet.\n"
    ),
    "hilfe.md": (
        "---\ntitle: Hilfe holen\npersona: anna\nstages:\n  - stage: support\n    steps:\n"
        "      - title: Ich rufe an\n        satisfaction: 2\n---\n"
    ),
}


def git(folder: Path, *arguments: str, given: bytes | None = None) -> str:
    """Run git as somebody with no settings of their own."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    ran = subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env={**own, **alone, **SOMEONE},
        input=given,
        capture_output=True,
        check=True,
    )
    return ran.stdout.decode().strip()


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder."""
    for inside, text in files.items():
        path = folder / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def commit(folder: Path, subject: str = "x") -> str:
    """Commit everything in a work tree."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", subject)
    return git(folder, "rev-parse", "HEAD")


def repository(folder: Path) -> Path:
    """Make a repository whose branch main has a small handbook in journeys/."""
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    write(folder / "journeys", BASE)
    commit(folder, "Beginne das Handbuch")
    return folder


def edit(folder: Path, inside: str, old: str, new: str) -> None:
    """Replace a text in a file of the handbook, which has it once."""
    path = folder / "journeys" / inside
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")
