"""Keep registers to the journeys of today, as long as nobody asks for the future."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from journeybook.pages.frame.context import Site
from journeybook.pages.shown.lists import ALL, Choice, Filter, Row, filters, words
from journeybook.pages.wording.labels import choices

CURRENT = "current"


def state_facet(states: Iterable[str]) -> str:
    """The words by which rows of some states of journeys are found."""
    return words(*states, ALL)


def register_filters(
    site: Site, rows: Sequence[Row[Any]], offered: Iterable[tuple[str, str, Iterable[Choice]]]
) -> tuple[Filter, ...]:
    """The filters of a register, that of states last, where there is anything of the future."""
    return (*filters([row.facets for row in rows], offered), *_states(site, rows))


def _states(site: Site, rows: Sequence[Row[Any]]) -> Iterator[Filter]:
    found = {word for row in rows for word in row.facets["state"].split()}
    labelled = dict(choices(site.language)("state"))
    others = tuple((word, labelled[word]) for word in labelled if word in found and word != CURRENT)
    if others:
        yield Filter(
            name="state",
            title=site.text("Current or future"),
            choices=(*others, (ALL, site.text("all"))),
            default=(CURRENT, labelled[CURRENT]),
        )
