"""`journeybook pdf`: print the maps of journeys as PDF for paper and as PNG for slides."""

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import click

from journeybook import edits
from journeybook.checks.integrity.names import few
from journeybook.cli.printing.browser import open_browser
from journeybook.cli.printing.built_site import built_site, journeys_in, served
from journeybook.cli.printing.journey_map import as_pdf, as_png
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.formats import format_option
from journeybook.cli.terminal.streams import tell, write
from journeybook.findings import nearest, quoted
from journeybook.kinds import ThingKind

_FORMATS = {"pdf": ("pdf",), "png": ("png",), "both": ("pdf", "png")}
Maker = Callable[[str], bytes]
"""Makes a file of the page at an address."""


@click.command
@click.argument("journeys", metavar="[JOURNEY]...", nargs=-1)
@click.option("--site", help="A built site. Without it, the site here or above is built for the occasion.")
@click.option("--out", default="maps", show_default=True, help="The folder that the files are written to.")
@click.option(
    "--paper",
    type=click.Choice(("a4", "a3")),
    default="a4",
    show_default=True,
    help="The size of the sheets, which lie across.",
)
@format_option(_FORMATS, "pdf: sheets for paper. png: a picture for slides, 16:9. both: one of each.")
@click.option(
    "--whole-page", is_flag=True, help="The PDF holds the whole page of the journey, not the map alone."
)
@click.option("--browser", help="The path of Chrome, Edge or Chromium, where none is found by itself.")
def pdf(  # noqa: PLR0913 - one parameter an option
    journeys: tuple[str, ...],
    *,
    site: str | None,
    out: str,
    paper: str,
    form: str,
    whole_page: bool,
    browser: str | None,
) -> int:
    """Write the maps of journeys as PDF, PNG or both.

    JOURNEY is the id of a journey, the last part of its address; without one, all journeys are written. A map
    stands with its title, personas and average: whole on A3; on A4 an overview, then sheets of its stages.

    It needs Chrome, Edge or Chromium, and Playwright (pip install playwright) to drive it. No browser is
    downloaded, nothing is sent anywhere.

    The exit code is 0 if everything is written, 1 if the handbook has problems and cannot be built, 2 if
    something else is in the way.
    """
    with ExitStack() as stack:
        if site is None:
            _tell("Building the site …")
        folder = stack.enter_context(built_site(site))
        chosen = _chosen(journeys, journeys_in(folder))
        _refuse_unwritable(Path(out))
        base = stack.enter_context(served(folder))
        opened = stack.enter_context(open_browser(browser))
        makers: dict[str, Maker] = {
            "pdf": partial(as_pdf, opened, paper=paper, whole=whole_page),
            "png": partial(as_png, opened),
        }
        wanted = {ending: makers[ending] for ending in _FORMATS[form]}
        for number, (name, address) in enumerate(chosen.items(), start=1):
            _tell(f"{number} of {len(chosen)}: {name}")
            _write_all(Path(out), name, base + address, wanted)
    return CLEAN


def _chosen(names: tuple[str, ...], known: dict[str, str]) -> dict[str, str]:
    """The addresses of the named journeys, or of all."""
    if not known:
        raise Failure("There is no journey in this site. Is it one that Journeybook built?")
    unknown = [name for name in names if name not in known]
    if unknown:
        raise Failure("\n".join(_missing(name, known) for name in unknown))
    return {name: known[name] for name in names} if names else known


def _missing(name: str, known: dict[str, str]) -> str:
    return f"No journey {quoted(name)}.{nearest(name, known) or few(ThingKind.JOURNEY, known)}"


def _refuse_unwritable(folder: Path) -> None:
    """Say that nothing can be written to a folder before a browser is started, wherever that is known."""
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not (there.is_dir() and os.access(there, os.W_OK)):
        raise Failure(f"'{folder}' cannot be written to. Is it a folder, and are you allowed to?")


def _tell(text: str) -> None:
    """Show progress to whoever sits at the terminal."""
    if sys.stderr.isatty():
        tell(text)


def _write_all(folder: Path, name: str, url: str, makers: dict[str, Maker]) -> None:
    from playwright.sync_api import Error

    for ending, make in makers.items():
        file = folder / f"{name}.{ending}"
        try:
            made = make(url)
        except Error as error:
            raise Failure(f"The browser could not print '{name}'. It says: {_first_line(error)}") from error
        try:
            folder.mkdir(parents=True, exist_ok=True)
            edits.write_whole(file, made)
        except OSError as error:
            raise Failure(
                f"'{file}' cannot be written. Is the folder writable, and the file not open?"
            ) from error
        write(f"{file}\n")


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
