"""The preview of a proposal: what a site or a variable names as its base in, what the files change out."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from journeybook.diff import Difference, NotComparable, Place, compare, find_breaks, find_sides, work_tree
from journeybook.diff.breaking import OFF
from journeybook.findings import Severity
from journeybook.git import UnknownRevision
from journeybook.pages import Proposal
from journeybook.plugin.options import Options
from journeybook.settings import Settings

VARIABLE = "JOURNEYBOOK_REVIEW"
"""Names the base in place of the option; set to nothing, there is no preview."""


def find_proposal(config: MkDocsConfig, options: Options, settings: Settings, today: date) -> Proposal | None:
    """Compare the files with the base of a preview; nothing where none is named."""
    base = os.environ.get(VARIABLE, options.review or "").strip()
    if not base:
        return None
    place = Place(here=Path(config.config_file_path).parent, journeys=options.journeys_dir.replace("\\", "/"))
    difference = _difference(base, place, today)
    breaks = find_breaks(difference, _weights(settings.changes))
    return Proposal(base=difference.before.name, difference=difference, breaks=breaks)


def _difference(base: str, place: Place, today: date) -> Difference:
    """What is on the disk is what the site shows, whatever a range such as `main...HEAD` ends with."""
    try:
        before, _ = find_sides(base, None, place)
        return compare(before, work_tree(place), today=today)
    except (NotComparable, UnknownRevision, ValueError) as error:
        # a preview without its marks would look as if nothing had changed
        raise PluginError(f"journeybook: The preview has no base to compare with. {error}") from error


def _weights(changes: Mapping[str, Severity | None]) -> dict[str, str]:
    return {rule: OFF if weight is None else weight.value for rule, weight in changes.items()}
