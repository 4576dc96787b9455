"""Compare the findings of a check with those of a base that was typed."""

from pathlib import Path

from journeybook import clock, project
from journeybook.cli.terminal.failure import Failure
from journeybook.cli.terminal.streams import waiting
from journeybook.diff import NotComparable, Standpoint, find_states, work_tree
from journeybook.git import UnknownRevision
from journeybook.report import Since


def findings_since_base(base: str, journeys_dir: str, found: project.Project) -> Since:
    """Part the findings of the files as they are by those of a base, whatever ends a range."""
    place = Standpoint(here=Path(), journeys=journeys_dir.replace("\\", "/"))
    try:
        with waiting("Checking the base"):
            before, _ = find_states(base, None, place)
            compared = project.findings_since(before, work_tree(place), found, clock.today())
    except (NotComparable, UnknownRevision) as error:
        raise Failure(str(error)) from error
    return Since(base=before.name, compared=compared)
