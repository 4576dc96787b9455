"""`journeybook check`: read a journeys folder and say what is wrong in it."""

import os
from collections import Counter
from pathlib import Path

import click

from journeybook import project, report
from journeybook.cli.failure import CLEAN, PROBLEMS, Failure
from journeybook.cli.terminal import write
from journeybook.findings import Finding, Severity
from journeybook.settings import find_settings, read_settings

_FORMATS = {"text": report.text, "json": report.as_json}
_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "hint"}


@click.command
@click.argument("journeys_dir", default="journeys")
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(_FORMATS)),
    default="text",
    show_default=True,
    help="text: one problem a line, path:line:column: rule: sentence. json: the same for programs.",
)
@click.option(
    "--fail-on",
    type=click.Choice([level.value for level in Severity]),
    help="From which weight on a problem makes the command fail; lesser ones are shown all the same. "
    "Without it, what the settings say, or error.",
)
def check(journeys_dir: str, *, form: str, fail_on: str | None) -> int:
    """Say what is wrong in a folder of journeys, with the place to mend it.

    JOURNEYS_DIR is the folder with the journey files; without it, ./journeys is read. Nothing is changed,
    nothing is sent anywhere.

    The exit code is 0 if nothing is wrong, 1 if there are problems, 2 if the folder cannot be read.
    """
    folder = folder_of(journeys_dir)
    settings = read_settings(find_settings(folder))
    found = project.read(folder, label_of(journeys_dir), settings=settings)
    write(_FORMATS[form](found.findings))
    click.echo(f"{_size(found)}: {_verdict(found.findings)}", err=True)
    bar = Severity(fail_on) if fail_on else settings.fail_on
    return PROBLEMS if any(finding.severity.rank <= bar.rank for finding in found.findings) else CLEAN


def folder_of(typed: str) -> Path:
    """Return the folder that was typed, or say why it cannot be read."""
    folder = Path(typed)
    try:
        next(folder.iterdir(), None)
    except FileNotFoundError as error:
        raise Failure(
            f"There is no folder '{typed}'. Give the folder with your journeys, or begin one: "
            f"make the folder and write a first journey, a file such as '{label_of(typed)}/first-journey.md'."
        ) from error
    except NotADirectoryError as error:
        message = f"'{typed}' is a file. Give the folder with all journeys instead."
        raise Failure(message) from error
    except OSError as error:
        raise Failure(f"The folder '{typed}' cannot be opened. Check that you may read it.") from error
    return folder


def label_of(typed: str) -> str:
    """The folder as it begins the paths of messages: as typed, with forward slashes."""
    return typed.replace(os.sep, "/").rstrip("/")


def _size(found: project.Project) -> str:
    """Say how much was read."""
    kinds = ("journey", "persona", "touchpoint")
    return ", ".join(_count(len(tuple(found.folder.of_kind(kind))), kind) for kind in kinds)


def _verdict(findings: tuple[Finding, ...]) -> str:
    counts = Counter(finding.severity for finding in findings)
    return (
        ", ".join(_count(counts[level], noun) for level, noun in _NOUNS.items() if counts[level])
        or "no problems"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
