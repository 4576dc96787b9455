"""Propose the opportunities and pain points of a list for the journeys that are there, as edits of files."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from journeybook.checks.texts.likeness import name_words
from journeybook.edits import TextChange, as_diff
from journeybook.importing.brought_in import KeyPath, LooseOpportunity, Note, Telling
from journeybook.importing.joining.additions import Additions
from journeybook.importing.joining.coming import Coming
from journeybook.importing.joining.memory import IMPORTS_FOLDER, source_name
from journeybook.importing.joining.paths import drop, sorting_key, value_at
from journeybook.importing.joining.plainly import as_held
from journeybook.importing.joining.resolving import Resolving
from journeybook.importing.joining.rewriting import with_header
from journeybook.importing.merging import NotRevised, canonical
from journeybook.kinds import ThingKind
from journeybook.load import Folder, raw_of
from journeybook.messages import N_
from journeybook.model import Journey, Opportunity, PainPoint, Record, read_record
from journeybook.regular import text_if_regular

_PROPOSED = N_("“%(title)s” is proposed for the step “%(step)s” in %(path)s. Write it: --apply")
_APPLIED = N_("“%(title)s” is now at the step “%(step)s” in %(path)s.")
_THERE = N_("“%(title)s” is there already, at the step “%(step)s” in %(path)s.")
_NO_STEP = N_("“%(title)s” belongs to no step that is known: journey “%(journey)s”, step “%(step)s”.")
_NO_STEP_NAMED = N_("“%(title)s” names no step of the journey “%(journey)s”.")
_NO_JOURNEY_NAMED = N_("“%(title)s” belongs to no step that is known: “%(step)s”.")
_NOTHING_NAMED = N_("“%(title)s” does not say to which journey and step it belongs.")
_UNFIT = N_("“%(text)s” does not fit in '%(field)s', and is left out.")


_LISTS: dict[ThingKind, tuple[str, type[Record]]] = {
    ThingKind.OPPORTUNITY: ("opportunities", Opportunity),
    ThingKind.PAIN_POINT: ("pain_points", PainPoint),
}
"""The field of each kind in a step, and its record."""
_LARGEST = 16 * 1024 * 1024


class Proposals:
    """The opportunities of all sources, put to the steps of journeys."""

    def __init__(self, folder: Folder, additions: Additions, *, applies: bool) -> None:
        self._folder, self._additions = folder, additions
        self._applies, self._source = applies, ""
        self._headers: dict[str, Any] = {}
        self._documents = {each.inside: each for each in folder.of_kind(ThingKind.JOURNEY) if each.record}

    def propose(self, loose: LooseOpportunity, comings: list[Coming], source: str) -> Iterator[Note]:
        """Put an opportunity to its step, and tell where that is."""
        self._source = self._source or source_name(source)
        title = str(as_held(loose.fields.get("title")) or "")
        found = self._place(loose, comings)
        if found is None or not title:
            yield _nowhere(loose, title)
            return
        path, header, step = found
        part = value_at(header, step)
        name = str((part.get("title") or part.get("stage")) if isinstance(part, dict) else part)
        values = {"title": title, "step": name, "path": f"{self._folder.label}/{path}"}
        if _has(part, title, _LISTS[loose.kind][0]):
            yield _note(Telling.LEFT, loose, _THERE, **values)
            return
        is_written = self._applies or path not in self._headers
        telling, message = (Telling.TAKEN, _APPLIED) if is_written else (Telling.GUESSED, _PROPOSED)
        yield _note(telling, loose, message, **values)
        yield from self._add(loose, header, step)

    def _place(self, loose: LooseOpportunity, comings: list[Coming]) -> tuple[str, Any, KeyPath] | None:
        """The file, the header and the step that an opportunity belongs to."""
        own_id = self._additions.known.same(ThingKind.JOURNEY, loose.journey) if loose.journey else ""
        places = [
            (inside, header, step)
            for inside, one, header in self._journeys(comings)
            if one == own_id or not loose.journey
            for step in self._parts(header, loose)
        ]
        if len(places) != 1:
            return None
        inside, header, step = places[0]
        if inside in self._documents and not any(each.inside == inside for each in comings):
            header = self._headers.setdefault(inside, header)
        return inside, header, step

    def _parts(self, header: Any, loose: LooseOpportunity) -> Iterator[KeyPath]:
        """Yield the steps that a row names, or the stages where it names no step."""
        yield from _steps(header, loose.step)
        if loose.stage and not loose.step:
            own_id = self._additions.known.same(ThingKind.STAGE, loose.stage)
            stages = _listed(header.get("stages")) if isinstance(header, dict) else []
            for number, stage in enumerate(stages):
                named = {stage.get("stage"), stage.get("title")} if isinstance(stage, dict) else set()
                if {own_id, loose.stage} & named - {""}:
                    yield ("stages", number)

    def _journeys(self, comings: list[Coming]) -> Iterator[tuple[str, str, Any]]:
        """Yield the path, id and header of each journey; of one that is coming, as it is coming."""
        taken = set()
        for coming in comings:
            if coming.kind is ThingKind.JOURNEY:
                taken.add(coming.inside)
                yield coming.inside, coming.own_id, coming.header
        for inside, document in self._documents.items():
            if inside not in taken:
                known = self._headers.get(inside)
                yield inside, document.id, known or canonical(Journey, document.header.data)

    def _add(self, loose: LooseOpportunity, header: Any, step: KeyPath) -> Iterator[Note]:
        part = value_at(header, step)
        if not isinstance(part, dict):
            part = {"title": part}
            value_at(header, step[:-1])[step[-1]] = part
        values = {key: as_held(value) for key, value in loose.fields.items()}
        fields = {key: value for key, value in values.items() if value is not None}
        yield from _fitted(loose, fields)
        key = _LISTS[loose.kind][0]
        part[key] = [*_listed(part.get(key)), fields]
        path = (*step, key, len(part[key]) - 1)
        resolving = Resolving(ThingKind.JOURNEY, header, {path: loose.address})
        resolving.resolve_known(self._additions.known, path)
        yield from resolving.notes

    def written(self) -> Iterator[TextChange]:
        """Yield the changes of the journeys, or that of a patch with all of them beside the journeys."""
        changes = [change for inside in self._headers for change in self._change(inside)]
        if self._applies or not changes:
            yield from changes
            return
        inside = f"{IMPORTS_FOLDER}/{self._source}.patch"
        before = text_if_regular(self._folder.root / inside, _LARGEST)
        after = as_diff(changes)
        if after != before:
            yield TextChange(path=f"{self._folder.label}/{inside}", before=before or None, after=after)

    def _change(self, inside: str) -> Iterator[TextChange]:
        document = self._documents[inside]
        raw = raw_of(self._folder, document)
        with suppress(NotRevised):
            before, after = raw.decode("utf-8"), with_header(raw, Journey, self._headers[inside])
            if after != before:
                yield TextChange(path=document.path, before=before, after=after)


def _steps(header: Any, name: str) -> Iterator[KeyPath]:
    """Yield the steps that a name means, by their ids or titles; of a journey with one step, this."""
    stages = header.get("stages") if isinstance(header, dict) else None
    for number, stage in enumerate(stages if isinstance(stages, list) else []):
        steps = stage.get("steps") if isinstance(stage, dict) else None
        for at, step in enumerate(steps if isinstance(steps, list) else []):
            own = step if isinstance(step, dict) else {"title": step}
            names = {name_words(str(own.get(key, ""))) for key in ("id", "title")}
            if name and name_words(name) in names:
                yield ("stages", number, "steps", at)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _has(part: Any, title: str, key: str) -> bool:
    entries = _listed(part.get(key) if isinstance(part, dict) else None)
    titles = (each.get("title") if isinstance(each, dict) else each for each in entries)
    return any(isinstance(each, str) and name_words(each) == name_words(title) for each in titles)


def _fitted(loose: LooseOpportunity, fields: dict[str, Any]) -> Iterator[Note]:
    """Leave out what the fields of an opportunity or a pain point do not take."""
    result = read_record(_LISTS[loose.kind][1], fields)
    problems = result if isinstance(result, tuple) else ()
    for path in sorted({problem.path for problem in problems if problem.path}, key=sorting_key, reverse=True):
        value = value_at(fields, path)
        if value is not None and path != ("title",):
            yield _note(Telling.LEFT, loose, _UNFIT, text=str(value), field=str(path[-1]))
            drop(fields, path, {})


def _nowhere(loose: LooseOpportunity, title: str) -> Note:
    """Say that nothing is known to which a row belongs, by what the row names."""
    named = {"journey": loose.journey, "step": loose.step or loose.stage}
    values = {name: value for name, value in named.items() if value}
    messages = {
        ("journey", "step"): _NO_STEP,
        ("journey",): _NO_STEP_NAMED,
        ("step",): _NO_JOURNEY_NAMED,
        (): _NOTHING_NAMED,
    }
    return _note(Telling.LEFT, loose, messages[tuple(values)], title=title, **values)


def _note(telling: Telling, loose: LooseOpportunity, message: str, **values: str) -> Note:
    return Note(telling=telling, address=loose.address, message=message, values=values)
