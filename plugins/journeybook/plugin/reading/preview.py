"""Read versions for a build: the base of a preview, and the past of each journey."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from journeybook.catalogue import DefaultTitles
from journeybook.diff import (
    Difference,
    Memory,
    NotComparable,
    Standpoint,
    Versions,
    change_tree,
    compare,
    find_states,
    whole_catalogue,
    work_tree,
)
from journeybook.git import Commit, UnknownRevision, read_commit
from journeybook.pages import Preview
from journeybook.pages.journey.history import MOST_TOLD
from journeybook.plugin.options import Options
from journeybook.project import Project
from journeybook.settings import Settings

_LEAST, _SHARE = 24, 0.6
"""How many earlier versions a build reads: so many, or in a large handbook as many for each journey, once for
the pages of journeys and once for the latest commits, which mostly are the same versions. One takes about an
eighth of the time that the pages of a journey take."""
_RECENT = 20
"""Of how many of the latest commits is told what they changed, wherever that was."""

VARIABLE = "JOURNEYBOOK_REVIEW"
"""Names the base in place of the option; set to nothing, there is no preview."""


def find_preview(  # noqa: PLR0913, PLR0917 - what is compared, and how the base is read
    config: MkDocsConfig,
    options: Options,
    settings: Settings,
    today: date,
    titles: DefaultTitles,
    translation: str,
) -> Preview | None:
    """Compare the files with the base of a preview; nothing where none is named."""
    base = os.environ.get(VARIABLE, options.review or "").strip()
    if not base:
        return None
    place = Standpoint(
        here=Path(config.config_file_path).parent, journeys=options.journeys_dir.replace("\\", "/")
    )
    difference = _difference(base, place, today)
    before = difference.before
    return Preview(
        base=before.name,
        commit=read_commit(place.repository, before.commit) if before.commit else None,
        tree=change_tree(difference, settings.changes),
        before=whole_catalogue(before, titles, language=translation),
        is_translated=bool(translation),
    )


def versions_of(
    folder: Path, read: Project, history: Sequence[Commit], today: date, memory: Memory
) -> Versions | None:
    """The past of the journeys; nothing where there is no history of versions."""
    memory.begin()
    if not history:
        return None
    room = max(_LEAST, int(_SHARE * len(read.catalogue.journeys)))
    return Versions(
        root=folder,
        catalogue=read.catalogue,
        commits=history,
        today=today,
        most=MOST_TOLD,
        room=room,
        recent=_RECENT,
        recent_room=room,
        memory=memory,
    )


def _difference(base: str, place: Standpoint, today: date) -> Difference:
    """Compare the base with the disk, which the site shows, whatever ends a range such as `main...HEAD`."""
    try:
        before, _ = find_states(base, None, place)
        return compare(before, work_tree(place), today=today)
    except (NotComparable, UnknownRevision, ValueError) as error:
        # a preview without its marks would look as if nothing had changed
        raise PluginError(f"journeybook: The preview has no base to compare with. {error}") from error
