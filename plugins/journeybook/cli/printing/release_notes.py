"""Print what changed since a day as notes for readers."""

from datetime import date
from pathlib import Path

from journeybook.cli.terminal.folder import label_of
from journeybook.cli.terminal.language import language_of
from journeybook.cli.terminal.streams import waiting
from journeybook.diff import Standpoint, Subject, at_commit, change_tree, compare, on_day
from journeybook.language import language as language_by_code
from journeybook.language import with_customers
from journeybook.pages import Site
from journeybook.pages.reviews.notes import release_notes
from journeybook.report import digests
from journeybook.settings import Weights


def notes_since(  # noqa: PLR0913 - all that was typed
    day: date,
    place: Standpoint,
    *,
    today: date,
    subject: Subject | None,
    language: str | None,
    weights: Weights,
) -> str:
    """Compare the last commit before a day with the latest one, and write what changed as Markdown."""
    with waiting("Comparing journeys"):
        head = at_commit(place.repository.commit("HEAD"), place)
        tree = change_tree(compare(on_day(day, place), head, today=today), weights)
    catalogue = tree.difference.names.new
    folder = place.here / place.journeys
    spoken = language_by_code(language or language_of(Path(folder), label_of(place.journeys)))
    spoken = with_customers(spoken, catalogue.handbook.customers or "")
    site = Site(catalogue=catalogue, language=spoken, today=today)
    return digests.notes_markdown(release_notes(site, tree, day, subject))
