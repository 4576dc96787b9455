"""`journeybook diff`: say what has changed between two revisions or folders, in the customer's terms."""

from collections.abc import Callable
from pathlib import Path

import click

from journeybook import clock, report
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, Failure
from journeybook.cli.terminal.folder import journeys_option, weights_of_changes
from journeybook.cli.terminal.formats import format_option
from journeybook.cli.terminal.streams import color_option, tell, waiting, wants_color, write
from journeybook.diff import (
    ChangeTree,
    Difference,
    NotComparable,
    Standpoint,
    change_tree,
    compare,
    find_states,
)
from journeybook.findings import Severity
from journeybook.git import UnknownRevision

_FORMATS: dict[str, Callable[[ChangeTree], str]] = {
    "text": report.diff_text,
    "markdown": report.diff_markdown,
    "json": report.diff_json,
    "html": report.diff_html,
}
_ANY, _NEVER = "any", "never"


@click.command
@click.argument("base")
@click.argument("head", required=False)
@journeys_option
@format_option(
    _FORMATS,
    "text: for a terminal. markdown: a comment for a pull request. json: for programs. html: one page.",
)
@click.option(
    "--fail-on",
    type=click.Choice((_ANY, *(level.value for level in Severity), _NEVER)),
    default=_ANY,
    show_default=True,
    help="What ends the command with 1: any change, a breaking change of at least this weight, or nothing.",
)
@color_option
def diff(  # noqa: PLR0913 - one parameter an option
    base: str, head: str | None, *, journeys_dir: str, form: str, fail_on: str, color: str
) -> int:
    """Say what has changed between two states of a handbook, in the customer's terms.

    BASE and HEAD are git revisions (main, HEAD~3, a tag, main:other/folder) or folders. Without HEAD, BASE is
    compared with the files as they are now. main...HEAD is what HEAD has changed since it left main. Nothing
    is checked out, nothing is sent anywhere.

    The exit code is 0 if nothing has changed, 1 if something has (see --fail-on), 2 if it cannot be compared.
    """
    weights = weights_of_changes(journeys_dir)
    with waiting("Comparing journeys"):
        found = change_tree(_difference(base, head, journeys_dir), weights)
    if found or form == "json":
        has_color = form == "text" and wants_color(color)
        told = report.diff_text(found, has_color=True) if has_color else _FORMATS[form](found)
        write(told, has_color=has_color)
    if found:
        tell(report.diff_summary(found))
    return PROBLEMS if _fails(found, fail_on) else CLEAN


def _difference(base: str, head: str | None, journeys_dir: str) -> Difference:
    try:
        before, after = find_states(
            base, head, Standpoint(here=Path(), journeys=journeys_dir.replace("\\", "/"))
        )
        return compare(before, after, today=clock.today())
    except (NotComparable, UnknownRevision) as error:
        raise Failure(str(error)) from error


def _fails(found: ChangeTree, bar: str) -> bool:
    """Whether the command is to fail; what cannot be compared weighs like an error."""
    if bar in {_ANY, _NEVER}:
        return bar == _ANY and bool(found)
    worst = min((level.rank for level in found.weights), default=len(Severity))
    return bool(found.difference.unread) or worst <= Severity(bar).rank
