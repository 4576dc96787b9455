"""Part the findings of a handbook by an earlier state of it: new, old and fixed ones.

The earlier state is checked whole, with the settings and on the day of now, so that time and settings make
nothing new. What was found is then looked for where the same thing, stage or step stands now, whatever its
id and its title have become.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from journeybook import baseline
from journeybook.baseline import Compared, Way
from journeybook.catalogue import Catalogue, FileThing, Journey, build_catalogue
from journeybook.diff import State, pair_journeys, renamed_ids
from journeybook.frontmatter import Path as HeaderPath
from journeybook.kinds import IN_FILES, IN_HANDBOOK, ThingKind
from journeybook.load import read_whole, without_collector
from journeybook.load.source import Source
from journeybook.load.translations import path_in
from journeybook.project.reading import Project, inspect, with_translations
from journeybook.settings import Settings

_Ids = Mapping[tuple[ThingKind, str], str]


def findings_since(before: State, after: State, found: Project, today: date) -> Compared:
    """Compare findings with those of an earlier state; `after` is where what was checked comes from."""
    with without_collector():
        old = _read(before.source, found.folder.label, found.folder.root, found.settings, today)
        ids = renamed_ids(before, after)
    folder = old.folder
    pairs = tuple(_same_things(old.catalogue, found.catalogue, ids))
    ways = {one.document.path: dict(_ways(one, other)) for one, other in pairs if _differ(one, other)}
    if folder.handbook:
        ways[folder.handbook.path] = dict(_ways_of_entries(old.catalogue, found.catalogue, ids))
    moved = dict(_moved(pairs, folder.languages))
    was = baseline.entries(old.findings, folder, ways)
    return baseline.compare_findings(
        {finding: (moved.get(entry[0], entry[0]), *entry[1:]) for finding, entry in was.items()},
        baseline.entries(found.findings, found.folder),
    )


def findings_between(before: State, after: State, settings: Settings, root: Path, today: date) -> Compared:
    """Check two states; `root` is the folder on the disk beside which other files lie."""
    with without_collector():
        found = _read(after.source, after.label, root, settings, today)
    return findings_since(before, after, found, today)


def _read(source: Source, label: str, root: Path, settings: Settings, today: date) -> Project:
    """Read and check the whole of a state, its translations as well."""

    def read_in(language: str = "") -> Project:
        folder = read_whole(source, label, root, language=language)
        return inspect(build_catalogue(folder, {}), settings, today)

    return with_translations(read_in(), read_in)


def _moved(
    pairs: Iterable[tuple[FileThing, FileThing]], languages: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Yield where files lay and lie now; translations lie beside their originals."""
    for one, other in pairs:
        was, now = one.document.inside, other.document.inside
        yield was, now
        yield from ((path_in(was, language), path_in(now, language)) for language in languages)


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
