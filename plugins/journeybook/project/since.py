"""Part the findings of a handbook by an earlier state of it: new, old and fixed ones.

The earlier state is checked whole, with the settings and on the day of now, so that time and settings make
nothing new. What was found is then looked for where the same thing, stage or step stands now, whatever its
id and its title have become.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from journeybook import baseline
from journeybook.baseline import Compared, Way
from journeybook.catalogue import Catalogue, FileThing, Journey, build_catalogue
from journeybook.diff import State, pair_journeys, renamed_ids
from journeybook.frontmatter import Path as HeaderPath
from journeybook.kinds import IN_FILES, IN_HANDBOOK, ThingKind
from journeybook.load import read_whole, without_collector
from journeybook.project.reading import Project, inspect
from journeybook.settings import Settings

_Ids = Mapping[tuple[ThingKind, str], str]


def findings_since(before: State, after: State, found: Project, today: date) -> Compared:
    """Compare findings with those of an earlier state; `after` is where what was checked comes from."""
    with without_collector():
        folder = read_whole(before.source, found.folder.label, found.folder.root)
        old = inspect(build_catalogue(folder, {}), found.settings, today)
        ids = renamed_ids(before, after)
    pairs = tuple(_same_things(old.catalogue, found.catalogue, ids))
    ways = {one.document.path: dict(_ways(one, other)) for one, other in pairs if _differ(one, other)}
    if folder.handbook:
        ways[folder.handbook.path] = dict(_ways_of_entries(old.catalogue, found.catalogue, ids))
    moved = {one.document.inside: other.document.inside for one, other in pairs}
    was = baseline.entries(old.findings, folder, ways)
    return baseline.compare_findings(
        {finding: (moved.get(entry[0], entry[0]), *entry[1:]) for finding, entry in was.items()},
        baseline.entries(found.findings, found.folder),
    )


def findings_between(before: State, after: State, settings: Settings, root: Path, today: date) -> Compared:
    """Check two states; `root` is the folder on the disk beside which other files lie."""
    with without_collector():
        folder = read_whole(after.source, after.label, root)
        found = inspect(build_catalogue(folder, {}), settings, today)
    return findings_since(before, after, found, today)


def _same_things(old: Catalogue, new: Catalogue, ids: _Ids) -> Iterator[tuple[FileThing, FileThing]]:
    """Yield the things with files of their own that both states have."""
    for kind in IN_FILES:
        for name, thing in old.tables[kind].items():
            now = new.tables[kind].get(ids.get((kind, name), name))
            if isinstance(thing, FileThing) and isinstance(now, FileThing):
                yield thing, now


def _differ(old: FileThing, new: FileThing) -> bool:
    return bool(old.document.header.data != new.document.header.data)


def _ways(old: FileThing, new: FileThing) -> Iterator[tuple[HeaderPath, Way]]:
    """Yield the places of stages and steps in the old header, with the ways to them in the new one."""
    if not isinstance(old, Journey) or not isinstance(new, Journey):
        return
    paired, data = pair_journeys(old, new), new.document.header.data
    for stage, other in paired.stages.pairs:
        yield stage.thing.path, baseline.way_of(data, other.thing.path)
    for step, now in paired.steps.pairs:
        yield step.thing.path, baseline.way_of(data, now.thing.path)


def _ways_of_entries(old: Catalogue, new: Catalogue, ids: _Ids) -> Iterator[tuple[HeaderPath, Way]]:
    """Yield the places of what handbook.yml lists, with the ways to them by their ids now."""
    for kind in IN_HANDBOOK:
        for at, entry in enumerate(getattr(old.handbook, kind.row.plural)):
            now = ids.get((kind, entry.id), entry.id)
            if now in new.tables[kind]:
                yield (kind.row.plural, at), (kind.row.plural, now)
