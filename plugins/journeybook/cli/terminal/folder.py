"""Find the folder of journeys that was typed."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from journeybook import project
from journeybook.advice import DEFAULT_FOLDER
from journeybook.catalogue import Catalogue, build_catalogue
from journeybook.cli.terminal.failure import Failure
from journeybook.findings import cut, nearest, quoted
from journeybook.load import read_folder
from journeybook.load.site_file import SiteFile, site_file_above, site_file_in
from journeybook.regular import is_folder, lies_in, project_top
from journeybook.settings import Settings, Weights

F = TypeVar("F", bound=Callable[..., Any])


def journeys_option(command: F) -> F:
    """Give a command the option `--journeys-dir`, which it takes as `journeys_dir`."""
    return click.option(
        "--journeys-dir",
        metavar="DIR",
        callback=typed_or_found,
        help="The folder with the journey files. Without it, that of the site here or above, or ./journeys.",
    )(command)


def typed_or_found(_context: click.Context, _parameter: click.Parameter, typed: str | None) -> str:
    """Take an option or argument that names the folder, for click."""
    return folder_here(typed)


def folder_here(typed: str | None) -> str:
    """Return the folder that was typed; else that of the site here, ./journeys, or that of a site above."""
    if typed is not None:
        return typed
    here = Path.cwd()
    site = site_file_above(here)
    if site is None or (site.path.parent != here and is_folder(Path(DEFAULT_FOLDER))):
        return DEFAULT_FOLDER
    return _journeys_of(site)


def _journeys_of(site: SiteFile) -> str:
    """The path from here to the journeys of a site; a configuration is no way out of its project."""
    found = label_of(os.path.relpath(site.journeys))
    if not lies_in(site.journeys, project_top(site.path.parent)):
        name = label_of(os.path.relpath(site.path))
        named = quoted(site.journeys_dir)
        message = f"The journeys folder of '{name}', {named}, lies outside of the project."
        raise Failure(f"{message} Change it, or give the folder yourself.")
    return found


def read_catalogue(typed: str) -> Catalogue:
    """Read the folder that was typed, whatever is wrong in its files."""
    return build_catalogue(read_folder(existing_folder(typed), label_of(typed)), {})


def translated_catalogues(catalogue: Catalogue) -> tuple[Catalogue, ...]:
    """Read the folder of a catalogue in each language that files of it are translated into."""
    folder = catalogue.folder
    read = (read_folder(folder.root, folder.label, language=code) for code in sorted(folder.languages))
    return tuple(build_catalogue(item, {}) for item in read)


def existing_folder(typed: str) -> Path:
    """Return the folder that was typed, or say why it cannot be read."""
    folder = Path(typed)
    try:
        next(folder.iterdir(), None)
    except FileNotFoundError as error:
        raise Failure(_missing(folder, typed)) from error
    except NotADirectoryError as error:
        message = f"'{typed}' is a file. Give the folder with all journeys instead."
        raise Failure(message) from error
    except OSError as error:
        raise Failure(f"The folder '{typed}' cannot be opened. Check that you may read it.") from error
    if _is_of_site(folder):
        inside = Path(typed, "journeys").as_posix()
        raise Failure(f"'{typed}' is the folder of the site. Give that of the journeys: '{inside}'.")
    return folder


def _is_of_site(folder: Path) -> bool:
    """Whether a folder is not that of journeys, but the one around them, with the site's configuration."""
    names = {item.name for item in folder.iterdir()}
    return site_file_in(folder) is not None and "journeys" in names and "handbook.yml" not in names


def _missing(folder: Path, typed: str) -> str:
    """Say that there is no such folder, and which one was meant."""
    try:
        beside = [item.name for item in folder.parent.iterdir() if item.is_dir()]
    except OSError:
        beside = []
    meant = nearest(folder.name, beside) or " Give the folder with your journeys,"
    begin = "" if meant.endswith("?") else " or begin a handbook here: journeybook init"
    return f"There is no folder '{typed}'.{meant}{begin}"


def weights_of_changes(typed: str) -> Weights:
    """Return what breaking changes weigh in a handbook, or say what is wrong with its settings."""
    return settings_of_changes(typed).changes


def settings_of_changes(typed: str) -> Settings:
    """Return the settings of a handbook, or say what is wrong with them."""
    settings = project.settings_of(Path(typed))
    if settings.findings:
        raise Failure("\n".join(map(str, cut(settings.findings))))
    return settings


def label_of(typed: str) -> str:
    """The folder as it begins the paths of messages: as typed, with forward slashes."""
    return typed.replace(os.sep, "/").rstrip("/")
