"""Find the folder of journeys that was typed."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from journeybook import project
from journeybook.catalogue import Catalogue, build_catalogue
from journeybook.cli.terminal.failure import Failure
from journeybook.findings import cut, nearest
from journeybook.load import read_folder
from journeybook.settings import Weights

F = TypeVar("F", bound=Callable[..., Any])


def journeys_option(command: F) -> F:
    """Give a command the option `--journeys-dir`, which it takes as `journeys_dir`."""
    return click.option(
        "--journeys-dir",
        metavar="DIR",
        default="journeys",
        show_default=True,
        help="The folder with the journey files.",
    )(command)


def read_catalogue(typed: str) -> Catalogue:
    """Read the folder that was typed, whatever is wrong in its files."""
    return build_catalogue(read_folder(existing_folder(typed), label_of(typed)), {})


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
    """Whether a folder is not that of journeys, but the one that they lie in with mkdocs.yml."""
    names = {item.name for item in folder.iterdir()}
    return {"mkdocs.yml", "journeys"} <= names and "handbook.yml" not in names


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
    settings = project.settings_of(Path(typed))
    if settings.findings:
        raise Failure("\n".join(map(str, cut(settings.findings))))
    return settings.changes


def label_of(typed: str) -> str:
    """The folder as it begins the paths of messages: as typed, with forward slashes."""
    return typed.replace(os.sep, "/").rstrip("/")
