"""`journeybook digest`: sum up what happened since a day, for a mail, an issue or a meeting."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from journeybook import clock, scaffold
from journeybook.catalogue import Catalogue, Team, build_catalogue
from journeybook.cli.terminal.days import typed_day
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.folder import existing_folder, journeys_option, label_of, weights_of_changes
from journeybook.cli.terminal.formats import format_option
from journeybook.cli.terminal.language import language_of
from journeybook.cli.terminal.streams import waiting, write
from journeybook.diff import Difference, NotComparable, Standpoint, change_tree, compare, on_day, work_tree
from journeybook.findings import nearest, quoted
from journeybook.git import UnknownRevision
from journeybook.language import language as language_by_code
from journeybook.language import with_customers
from journeybook.load import read_folder, without_collector
from journeybook.pages import Site, default_titles
from journeybook.pages.reviews.digest import Digest, digest_of
from journeybook.report import digests

_FORMATS: dict[str, Callable[[Digest], str]] = {
    "text": digests.digest_text,
    "markdown": digests.digest_markdown,
    "html": digests.digest_html,
}


@click.command
@click.option("--since", metavar="DATE", required=True, help="A day such as 2026-11-01, or '30 days'.")
@click.option("--team", metavar="ID", help="Only what this team answers for.")
@journeys_option
@format_option(_FORMATS, "text: for a terminal. markdown: for an issue. html: one page, for a mail.")
@click.option(
    "--language",
    type=click.Choice(scaffold.LANGUAGES),
    help="The language. Without it, that of the theme in mkdocs.yml, or of this computer.",
)
def digest(*, since: str, team: str | None, journeys_dir: str, form: str, language: str | None) -> int:
    """Sum up what happened since a day, in the customer's terms.

    It tells what changed, the worst first; what is overdue and due this month and next; which evidence has
    expired; and at which moments of truth customers suffer most. What changed is found by git: the files as
    they are now are compared with those of the last commit before the day. Files that cannot be read are left
    out; `journeybook check` names them.

    The exit code is 0, or 2 if there is no such day or team, or no history that reaches back so far.
    """
    today = clock.today()
    first = typed_day(since, today)
    weights = weights_of_changes(journeys_dir)
    root, label = existing_folder(journeys_dir), label_of(journeys_dir)
    spoken = language_by_code(language or language_of(root, label))
    with waiting("Comparing journeys"), without_collector():
        catalogue = build_catalogue(read_folder(root, label), default_titles(spoken))
        asked = _team(catalogue, team) if team is not None else None
        changes = change_tree(_difference(journeys_dir, first, today), weights)
    spoken = with_customers(spoken, catalogue.handbook.customers or "")
    site = Site(catalogue=catalogue, language=spoken, today=today)
    write(_FORMATS[form](digest_of(site, changes, first, asked)))
    return CLEAN


def _team(catalogue: Catalogue, name: str) -> Team:
    team = catalogue.teams.get(name)
    if team is None:
        none = "" if catalogue.teams else " 'handbook.yml' lists no teams."
        raise Failure(f"There is no team {quoted(name)}.{nearest(name, catalogue.teams) or none}")
    return team


def _difference(journeys_dir: str, first: date, today: date) -> Difference:
    place = Standpoint(here=Path(), journeys=journeys_dir.replace("\\", "/"))
    try:
        return compare(on_day(first, place), work_tree(place), today=today)
    except (NotComparable, UnknownRevision) as error:
        raise Failure(str(error)) from error
