"""`journeybook export`: write a finished handbook in a form that other programs take."""

import shutil
import tempfile
from pathlib import Path

import click

from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.site import run_quietly, site_around
from journeybook.cli.terminal.streams import waiting, write
from journeybook.load.site_file import EXPORTED
from journeybook.regular import text_if_regular

_CONFIGURATION = "mkdocs.yml"


@click.command
@click.argument("form", metavar="FORMAT", type=click.Choice(("markdown",)))
@click.argument("folder", metavar="DIR")
def export(form: str, folder: str) -> int:  # noqa: ARG001 - there is one format so far
    """Write a finished handbook in a form that other programs take.

    FORMAT is markdown: every page as Markdown that holds its HTML, with the navigation, pictures, styles and
    scripts, for a builder such as Zensical. DIR is the folder for it. What an export has written there before
    is written anew; a folder that holds anything else is refused.

    The exit code is 0 if everything is written, 1 if the handbook has problems and cannot be built, 2 if
    something else is in the way.
    """
    site, target = site_around(), Path(folder)
    _refuse_filled(target)
    with tempfile.TemporaryDirectory(prefix="journeybook-", ignore_cleanup_errors=True) as temporary:
        made = Path(temporary) / "export"
        with waiting("Writing the handbook"):
            run_quietly(["journeybook.plugin.exporting", str(site.path), str(made)])
        _put_in_place(made, target)
    count = sum(1 for _ in target.rglob("*.md"))
    write(f"{folder}: {count} pages. Build them there, for example: zensical build\n")
    return CLEAN


def _refuse_filled(folder: Path) -> None:
    """Refuse a folder that holds anything but an export."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise Failure(f"'{folder}' is a file. Name a folder.")
    is_ours = text_if_regular(folder / _CONFIGURATION, len(EXPORTED)).startswith(EXPORTED)
    if any(folder.iterdir()) and not is_ours:
        raise Failure(f"'{folder}' holds files that no export has written. Name a new or an empty folder.")


def _put_in_place(made: Path, folder: Path) -> None:
    """Let what was made take the place of an export before it."""
    try:
        for name in ("docs", _CONFIGURATION):
            old = folder / name
            if old.is_dir():
                shutil.rmtree(old)
        folder.mkdir(parents=True, exist_ok=True)
        for item in made.iterdir():
            shutil.move(item, folder / item.name)
    except OSError as error:
        raise Failure(f"'{folder}' cannot be written to. Is it writable, and the disk not full?") from error
