"""A catalogue in, findings out: each check is a generator that never raises, logs or stops at the first."""

from collections.abc import Iterator
from itertools import chain

from journeybook.catalogue import Catalogue
from journeybook.checks.coverage import unused
from journeybook.checks.ids import duplicate_ids
from journeybook.checks.links import broken_links, unknown_links
from journeybook.checks.names import names_of
from journeybook.checks.pictures import missing_pictures
from journeybook.checks.reading import unreadable
from journeybook.checks.references import foreign_personas, unknown_references
from journeybook.checks.trails import circles
from journeybook.findings import Finding

CHECKS = (
    unreadable,
    duplicate_ids,
    unknown_references,
    foreign_personas,
    circles,
    unknown_links,
    missing_pictures,
    unused,
)
"""Every check, from the file to the whole."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Run every check."""
    return chain.from_iterable(run(catalogue) for run in CHECKS)


__all__ = ["CHECKS", "broken_links", "check", "names_of"]
