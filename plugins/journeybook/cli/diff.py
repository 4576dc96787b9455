"""`journeybook diff`: say what has changed between two revisions or folders, in the customer's terms."""

import re
from collections.abc import Callable
from pathlib import Path

import click

from journeybook import clock, project
from journeybook.baseline import Compared
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, Failure
from journeybook.cli.terminal.folder import journeys_option, settings_of_changes
from journeybook.cli.terminal.formats import format_option
from journeybook.cli.terminal.language import language_option, language_spoken
from journeybook.cli.terminal.streams import color_option, tell, waiting, wants_color, write
from journeybook.diff import (
    ChangeTree,
    Difference,
    NotComparable,
    Standpoint,
    State,
    change_tree,
    compare,
    find_states,
)
from journeybook.findings import Severity, quoted
from journeybook.git import UnknownRevision
from journeybook.language import Language, with_customers
from journeybook.pages.proposal import ChangeReport, SiteLinks, proposal_of
from journeybook.report import differences
from journeybook.settings import Settings

_FORMATS: dict[str, Callable[[ChangeReport], str]] = {
    "text": differences.diff_text,
    "markdown": differences.diff_markdown,
    "json": differences.diff_json,
    "html": differences.diff_html,
}
_FOR_REVIEWS = {"markdown", "html"}
"""The formats that tell what `check` finds."""
_ANY, _NEVER = "any", "never"
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'`|]+", re.ASCII)


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
@language_option("The language. Without it, that of the handbook, in json English.")
@click.option(
    "--findings/--no-findings",
    default=None,
    help="Check both states too and tell which findings are new and fixed. Without it, in markdown and html.",
)
@click.option("--site", metavar="ADDRESS", default="", help="Where the handbook is published as it is.")
@click.option("--preview", metavar="ADDRESS", default="", help="Where a preview of the change is published.")
@color_option
def diff(  # noqa: PLR0913 - one parameter an option
    base: str,
    head: str | None,
    *,
    journeys_dir: str,
    form: str,
    fail_on: str,
    language: str | None,
    findings: bool | None,
    site: str,
    preview: str,
    color: str,
) -> int:
    """Say what has changed between two states of a handbook, in the customer's terms.

    BASE and HEAD are git revisions (main, HEAD~3, a tag, main:other/folder) or folders. Without HEAD, BASE is
    compared with the files as they are now. main...HEAD is what HEAD has changed since it left main. Nothing
    is checked out, nothing is sent anywhere.

    The exit code is 0 if nothing has changed, 1 if something has (see --fail-on), 2 if it cannot be compared.
    """
    settings = settings_of_changes(journeys_dir)
    links = SiteLinks(published=_address(site), preview=_address(preview))
    place = Standpoint(here=Path(), journeys=journeys_dir.replace("\\", "/"))
    with waiting("Comparing journeys"):
        before, after = _states(base, head, place)
        found = change_tree(_difference(before, after), settings.changes)
        wants_findings = form in _FOR_REVIEWS if findings is None else findings
        checked = _checked(before, after, settings) if found and wants_findings else None
    if found or form == "json":
        spoken = _language(language, form, journeys_dir, found)
        proposal = proposal_of(spoken, found, findings=checked, links=links, mentions=settings.mentions)
        has_color = form == "text" and wants_color(color)
        told = differences.diff_text(proposal, has_color=True) if has_color else _FORMATS[form](proposal)
        write(told, has_color=has_color)
    if found:
        tell(differences.diff_summary(found))
    return PROBLEMS if _fails(found, fail_on) else CLEAN


def _address(typed: str) -> str:
    if typed and not _ADDRESS.fullmatch(typed):
        raise click.UsageError(f"{quoted(typed)} is no address. Write it as https://example.org/handbook/.")
    return typed


def _states(base: str, head: str | None, place: Standpoint) -> tuple[State, State]:
    try:
        return find_states(base, head, place)
    except (NotComparable, UnknownRevision) as error:
        raise Failure(str(error)) from error


def _difference(before: State, after: State) -> Difference:
    try:
        return compare(before, after, today=clock.today())
    except (NotComparable, UnknownRevision) as error:
        raise Failure(str(error)) from error


def _checked(before: State, after: State, settings: Settings) -> Compared:
    """The findings of both states; files that lie beside journeys count as they are now."""
    root = Path(after.label)
    return project.findings_between(before, after, settings, root, clock.today())


def _language(typed: str | None, form: str, journeys_dir: str, found: ChangeTree) -> Language:
    customers = found.difference.names.new.handbook.customers
    return with_customers(language_spoken(typed, journeys_dir, is_for_people=form != "json"), customers or "")


def _fails(found: ChangeTree, bar: str) -> bool:
    """Whether the command is to fail; what cannot be compared weighs like an error."""
    if bar in {_ANY, _NEVER}:
        return bar == _ANY and bool(found)
    worst = min((level.rank for level in found.weights), default=len(Severity))
    return bool(found.difference.unread) or worst <= Severity(bar).rank
