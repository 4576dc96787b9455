"""`journeybook init`: begin a new handbook that builds at once, or add one to a site that is there."""

import os
from pathlib import Path

import click

from journeybook import __version__, scaffold
from journeybook.catalogue import build_catalogue
from journeybook.cli.bringing import planned_for, read_sources, write_planned
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.files import write_files
from journeybook.cli.terminal.language import begun_language
from journeybook.cli.terminal.streams import tell, write
from journeybook.clock import today
from journeybook.edits import TextChange, changed
from journeybook.frontmatter import MAX_BYTES, Refused, decode
from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.reading import Wanted
from journeybook.load import read_folder
from journeybook.load.site_file import BUILDERS, SiteFile, read_site_file, site_file_in
from journeybook.regular import read_regular


@click.command
@click.argument("folder", metavar="[DIR]", default=".")
@click.option(
    "--language",
    type=click.Choice(scaffold.LANGUAGES),
    help="German or English. Without it, that of the site which is there; else German where this computer is "
    "set to German, else English.",
)
@click.option(
    "--builder",
    type=click.Choice(tuple(dict.fromkeys(BUILDERS.values()))),
    help="The program that builds the site. Without it, that of the site which is there, else mkdocs.",
)
@click.option(
    "--from",
    "files",
    metavar="FILE",
    multiple=True,
    help="Begin with a sheet, board, diagram or export, not with the example; once for each file.",
)
@click.option("--empty", "is_empty", is_flag=True, help="Write no example: the stages and channels alone.")
def init(
    folder: str, *, language: str | None, builder: str | None, files: tuple[str, ...], is_empty: bool
) -> int:
    """Begin a handbook with a first journey, a persona and touchpoints.

    DIR is the folder for it, which is made if need be; without it, the handbook begins here. Its example
    is small and invented: change it, or delete it once there is something of your own. In the folder of a
    site of MkDocs or ProperDocs, the journeys are added to that site, and its configuration names them.

    With --from, it begins with what you have: `journeybook import` says which files are read, and what
    becomes of them is told at the end.

    A file that exists is never overwritten: if there is one in the way, nothing is written.

    The exit code is 0 if the handbook is written, 1 if a file is refused or holds nothing that could be
    taken, 2 if something else is in the way.
    """
    sources = read_sources(files, Wanted())
    is_empty = is_empty or bool(files)
    file = site_file_in(Path(folder))
    site = read_site_file(file) if file else None
    spoken = language or begun_language(site.language if site else "")
    texts = scaffold.first_files(spoken, __version__, today(), is_empty=is_empty)
    if builder == "properdocs":
        texts = scaffold.for_properdocs(texts)
    if site:
        _refuse_other_builder(site, builder)
        texts = _of_journeys(texts, site.journeys_dir)
    changes = [
        TextChange(path=str(Path(folder, path)), before=None, after=text) for path, text in texts.items()
    ]
    _refuse_overwriting(changes)
    if site and not site.journeys_dir:
        changes.append(_with_plugin(site.path))
    write_files(changes)
    write("".join(f"{change.path}\n" for change in changes))
    named = (site.journeys_dir if site else "") or scaffold.JOURNEYS_FOLDER
    code = _bring_in(sources, Path(folder, named), spoken) if sources else CLEAN
    tell(_what_now(folder, is_empty=is_empty and not sources))
    return code


def _bring_in(sources: list[BroughtIn], folder: Path, spoken: str) -> int:
    label = folder.as_posix()
    return write_planned(
        planned_for(build_catalogue(read_folder(folder, label), {}), sources, spoken), spoken
    )


def _refuse_other_builder(site: SiteFile, builder: str | None) -> None:
    if builder not in {None, site.builder}:
        message = f"'{site.path.name}' is there already, which '{site.builder}' builds."
        raise Failure(f"{message} Rename it, or leave --builder out. Nothing is written.")


def _refuse_overwriting(changes: list[TextChange]) -> None:
    there = [change.path for change in changes if os.path.lexists(change.path)]
    if there:
        paths = "".join(f"\n  {path}" for path in there)
        raise Failure(f"Nothing is written, since these files exist already:{paths}")


def _of_journeys(texts: dict[str, str], named: str) -> dict[str, str]:
    """The files of the journeys alone, below the folder that a site names."""
    begin = f"{named}/" if named else scaffold.JOURNEYS_FOLDER
    return {
        begin + path.removeprefix(scaffold.JOURNEYS_FOLDER): text
        for path, text in texts.items()
        if path.startswith(scaffold.JOURNEYS_FOLDER)
    }


def _with_plugin(site: Path) -> TextChange:
    """The change that lets a configuration name our plugin."""
    try:
        raw = read_regular(site, MAX_BYTES)
        text = decode(raw)
    except (OSError, Refused) as error:
        raise Failure(f"'{site}' cannot be read. Nothing is written.") from error
    edit = scaffold.with_plugin(str(site), text)
    if edit is None:
        message = f"The plugins in '{site}' are written in an unusual way. Add 'journeybook' to them by hand"
        raise Failure(f"{message}, then run the command again. Nothing is written.")
    return changed(str(site), raw, [edit])


def _what_now(folder: str, *, is_empty: bool) -> str:
    first = ["journeybook new persona NAME"] if is_empty else []
    commands = [*first, "journeybook check", "journeybook serve"]
    where = "" if Path(folder) == Path() else f", in the folder '{folder}'"
    return f"Written. What you may do next{where}:" + "".join(f"\n  {command}" for command in commands)
