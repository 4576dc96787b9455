"""Folders in which documented commands run, each as its page supposes it, and the environment of a fresh computer."""

import importlib.metadata
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import warm
import warm_client
from core.repositories import commit, edit, git, repository
from journeybook import __version__
from journeybook.scaffold import first_files
from shell_blocks import ROOT, blocks

SOURCES = ("docs", "examples", "journeys", "overrides", "plugins", "LICENSE", "Makefile", "README.md")
SETTINGS = ("mkdocs.yml", "docs-site.yml", "pyproject.toml")
SERVE_ONCE = Path(__file__).with_name("serve_once.py")
WHEEL = f"journeybook-{__version__}-py3-none-any.whl"

VENV = (sys.executable, "-m", "venv", "--without-pip")

Room = Callable[[Path], Path]
"""Fills a folder; returns the folder in it where the commands are typed."""


def empty(folder: Path) -> Path:
    """Nothing is there yet."""
    return folder


def with_wheel(folder: Path) -> Path:
    """The wheel lies there; what it holds does not matter where it is only copied."""
    (folder / WHEEL).touch()
    return folder


def begun(folder: Path) -> Path:
    """A new handbook with a site that may be opened from a disk."""
    for path, text in first_files("en", __version__, date(2026, 11, 21)).items():
        _write(
            folder / path,
            text.replace("  - search\n", "  - search\n  - offline: {enabled: !ENV [OFFLINE, false]}\n"),
        )
    return folder


def moving(folder: Path) -> Path:
    """An empty handbook, beside what is to be brought in."""
    for path, text in first_files("en", __version__, date(2026, 11, 21), is_empty=True).items():
        _write(folder / path, text)
    for sheet in (ROOT / "docs/assets/moving").glob("*.xlsx"):
        shutil.copy(sheet, folder)
    for page in ("docs/en/move-in.md", "docs/handbuch/einziehen.md"):
        for block in blocks(page):
            if block.language == "csv":
                _write(folder / block.title, block.text)
    for diagram in ("diagram.mmd", "diagramm.mmd"):
        _write(folder / diagram, "journey\n  title Going home\n  section Work\n    Pack up: 4: Mara\n")
    return folder


def tutorial(folder: Path) -> Path:
    """The file that the tutorial has its readers write first."""
    (settings,) = (block for block in blocks("docs/en/write-a-journey.md") if block.title == "mkdocs.yml")
    _write(folder / "mkdocs.yml", settings.text)
    return folder


def built(folder: Path) -> Path:
    """A site that was built."""
    _write(folder / "site/index.html", "<!doctype html><title>Handbook</title><script>let a</script>\n")
    return folder


def compared(folder: Path) -> Path:
    """A repository with a branch and two tags, beside an older copy of the handbook."""
    home = repository(folder / "handbook")
    git(home, "tag", "v1.0")
    for name in ("old-handbook", "altes-handbuch"):
        shutil.copytree(home / "journeys", folder / name / "journeys")
    git(home, "switch", "--quiet", "--create", "topic")
    edit(home, "kauf.md", "satisfaction: 4", "satisfaction: 2")
    commit(home)
    git(home, "tag", "v2.0")
    return home


def proposed(folder: Path) -> Path:
    """A clone with a change that is to be reviewed."""
    home = repository(folder / "home")
    _write(home / "mkdocs.yml", "site_name: Handbook\nplugins: [search, journeybook]\n")
    _write(home / "docs/index.md", "# Handbook\n")
    commit(home)
    git(folder, "clone", "--quiet", home.as_uri(), "clone")
    edit(folder / "clone", "kauf.md", "satisfaction: 4", "satisfaction: 2")
    return folder / "clone"


def example(folder: Path) -> Path:
    """The example handbook as a repository."""
    _copy(folder, "journeys", *SETTINGS)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder)
    return folder


def example_with_a_slip(folder: Path) -> Path:
    """The example after somebody has misspelt a touchpoint."""
    _in_shop(example(folder), "touchpoints: [kasse, kundenkarte]", "touchpoints: [kase, kundenkarte]")
    return folder


def example_with_a_change(folder: Path) -> Path:
    """The example after somebody has reworded a step that Helga likes less."""
    _in_shop(example(folder), "Ich bezahle an der Kasse", "Ich bezahle an der neuen Selbstbedienungskasse")
    _in_shop(
        folder,
        "satisfaction: {anna: 3, helga: 4}\n        duration: 3 min",
        "satisfaction: {anna: 3, helga: 2}\n        duration: 3 min",
    )
    return folder


def checkout(folder: Path) -> Path:
    """The repository itself, set up: its environment is that of the tests."""
    home = folder / "journeybook"
    home.mkdir()
    _copy(home, *SOURCES, *SETTINGS)
    _program(home / "scripts/set-up", "exit 0")
    _program(home / ".venv/bin/python", f'exec {shlex.quote(sys.executable)} "$@"')
    _program(home / ".venv/bin/mkdocs", _warm(SERVE_ONCE))
    return home


def environment(folder: Path, *, is_fresh: bool) -> dict[str, str]:
    """Variables of somebody with an own home and no settings; a fresh one has no packages but what is installed.

    `mkdocs serve` ends when the home page was served. Journeybook and MkDocs start fast. In a fresh environment, pip finds what Journeybook and
    Material depend on, and no index; its virtual environments take pip from there, for Python needs seconds to
    install a copy in each.
    """
    programs, home = folder / "programs", folder / "home"
    home.mkdir()
    if is_fresh:
        _program(programs / "mkdocs", f'exec python {shlex.quote(str(SERVE_ONCE))} "$@"')
        _program(programs / "python3", f'shift 2\nexec {shlex.join(VENV)} "$@"')
        _program(programs / "pip", 'exec python -m pip "$@"')
    else:
        _program(programs / "mkdocs", _warm(SERVE_ONCE))
        _program(programs / "journeybook", _warm(Path(sys.executable).with_name("journeybook")))
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PIP_", "VIRTUAL_ENV"))
    }
    paths = (str(programs), str(Path(sys.executable).parent), own["PATH"])
    quiet = {
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "JOURNEYBOOK_TODAY": "2026-11-21",
    }
    packages = (
        {"PYTHONPATH": str(_dependencies(folder / "packages")), "PIP_NO_INDEX": "1"} if is_fresh else {}
    )
    return {**own, **quiet, **packages, "HOME": str(home), "PATH": os.pathsep.join(paths)}


def _warm(script: Path) -> str:
    """The line of shell that has a script run by a process which has read its modules already."""
    words = (sys.executable, "-I", "-S", warm_client.__file__, warm.address(), str(script))
    return f'exec {shlex.join(words)} "$@"'


def _program(path: Path, line: str) -> None:
    _write(path, f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _copy(folder: Path, *names: str) -> None:
    for name in names:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)


def _in_shop(folder: Path, old: str, new: str) -> None:
    edit(folder, "laden/schuhe-im-laden-kaufen.md", old, new)


def _dependencies(folder: Path) -> Path:
    """Link what Journeybook and Material need, and nothing else that the tests have, into a folder."""
    folder.mkdir()
    for name in {"pip", *_needed("mkdocs-material"), *_needed("journeybook")} - {"journeybook"}:
        distribution = importlib.metadata.distribution(name)
        tops = {
            file.parts[0] for file in distribution.files or () if file.parts[0] not in {"..", "__pycache__"}
        }
        for top in tops:
            (folder / top).symlink_to(str(distribution.locate_file(top)))
    return folder


def _needed(name: str) -> Iterator[str]:
    """The names of a distribution and of all that it depends on."""
    found, open_ = set(), [name]
    while open_:
        current = canonicalize_name(open_.pop())
        if current in found:
            continue
        found.add(current)
        wanted = map(Requirement, importlib.metadata.distribution(current).requires or ())
        open_ += [item.name for item in wanted if item.marker is None or item.marker.evaluate({"extra": ""})]
    return iter(found)
