"""Plan what an import writes: which files, with which texts, and what the report says of each source."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from journeybook.catalogue import Catalogue
from journeybook.edits import TextChange
from journeybook.importing.brought_in import BroughtIn, Note, Telling
from journeybook.importing.exported.changes import exact_changes, is_of_export
from journeybook.importing.joining.additions import Additions
from journeybook.importing.joining.coming import Coming, SourceReport
from journeybook.importing.joining.inbox import inbox_change
from journeybook.importing.joining.joining import Joining
from journeybook.importing.joining.known import KnownNames
from journeybook.importing.joining.memory import memory_change
from journeybook.importing.joining.opportunities import Proposals
from journeybook.importing.joining.paths import sorting_key
from journeybook.importing.joining.remerging import Remerging
from journeybook.importing.joining.trial import errors
from journeybook.importing.joining.values import value_changes
from journeybook.importing.origins import origin_of
from journeybook.kinds import ThingKind
from journeybook.load import Folder
from journeybook.messages import N_
from journeybook.model import Handbook
from journeybook.scaffold import new_entries

_HANDBOOK = "handbook.yml"
_WRITTEN = N_("“%(title)s” is now %(path)s.")
_MOST_TRIALS = 25
_LISTS = list(Handbook.model_fields)
"""The lists of handbook.yml, in the order in which they are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The changes that an import makes, and the reports on its sources."""

    changes: tuple[TextChange, ...]
    told: tuple[SourceReport, ...]


def plan(catalogue: Catalogue, sources: Sequence[BroughtIn], *, unknown: str, applies: bool = False) -> Plan:
    """Plan what becomes of the contents of some files in a handbook; nothing is written.

    `unknown` is what the channel of a touchpoint without one is called. Opportunities for steps that are
    there are proposed in a patch, unless the plan `applies` them.
    """
    lists_stages = catalogue.folder.handbook is None and not catalogue.journeys
    known = KnownNames(catalogue, without={ThingKind.STAGE} if lists_stages else ())
    additions = Additions(known=known, unknown_title=unknown, lists_stages=lists_stages)
    joined = [Joining(catalogue, source, additions) for source in sources]
    for each in joined:
        each.take_entries()
        each.begin()
    for each in joined:
        each.resolve()
    proposals = Proposals(catalogue.folder, additions, applies=applies)
    for each in joined:
        each.propose(proposals)
    added = sorted(additions.entries, key=lambda entry: _LISTS.index(entry[0].row.plural))
    entries = [new_entries(added, catalogue, keeps_stages=not lists_stages)] if added else []
    _leave_out_errors(catalogue, joined, entries)
    for each in joined:
        each.set_aside_namesakes()
    written = [_Written.of(catalogue, each, known) for each in joined]
    changes = (*entries, *(change for each in written for change in each.changes), *proposals.written())
    return Plan(changes=changes, told=tuple(each.report for each in written))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """The changes that one source makes."""

    changes: tuple[TextChange, ...]
    report: SourceReport

    @classmethod
    def of(cls, catalogue: Catalogue, joining: Joining, known: KnownNames) -> Self:
        folder = catalogue.folder
        changes: list[TextChange] = []
        notes: list[Note] = []
        kept = {each.inside: each for each in joining.memory.files}
        for coming in joining.coming:
            is_done = _write(folder, coming, changes, notes)
            if coming.then:
                kept.pop(coming.then.inside, None)
            kept[coming.inside] = coming.remembered if is_done or coming.then is None else coming.then
        exact = list(exact_changes(folder, joining.source))
        for change, note in exact:
            changes += [change] if change else []
            notes.append(note)
        inbox = inbox_change(folder, joining.source)
        if inbox:
            changes += [inbox[0]] if inbox[0] else []
            notes.append(inbox[1])
        values = value_changes(catalogue, joining.source, known)
        changes += values.changes
        notes += values.notes
        joining.memory.files = list(kept.values())
        is_there = values.is_there or (is_of_export(joining.source) and not exact)
        is_known = is_there or not joining.memory.is_new
        is_unchanged = is_known and not changes and not joining.is_proposing
        memory = memory_change(folder.root, folder.label, joining.memory) if joining.coming or kept else None
        changes += [memory] if memory else []
        return cls(changes=tuple(changes), report=joining.report(notes, is_unchanged=is_unchanged))


def _write(folder: Folder, coming: Coming, changes: list[TextChange], notes: list[Note]) -> bool:
    """Add the change of a file, and what is told of it; say whether the file is as it shall be then."""
    if coming.document is None:
        changes.append(TextChange(path=f"{folder.label}/{coming.inside}", before=None, after=coming.text))
        notes.append(_note(folder.label, coming))
        return True
    if coming.then is None:
        return True
    remerging = Remerging(folder, coming, coming.document, coming.then)
    change = remerging.change()
    changes += [change] if change else []
    notes += remerging.notes
    return remerging.is_done


def _leave_out_errors(catalogue: Catalogue, joined: Sequence[Joining], entries: Sequence[TextChange]) -> None:
    """Try the handbook with the new files, and leave out what would be an error, until nothing is."""
    folder = catalogue.folder
    shared = dict.fromkeys([_HANDBOOK], entries[0].after) if entries else {}
    for _ in range(_MOST_TRIALS):
        comings = {coming.inside: (each, coming) for each in joined for coming in each.coming}
        texts = shared | {inside: coming.text for inside, (_, coming) in comings.items()}
        found = {
            (finding.place.path.removeprefix(f"{folder.label}/"), finding.at): finding
            for finding in errors(folder.root, folder.label, texts)
        }
        ours = [key for key in found if key[0] in comings]
        for inside, path in sorted(ours, key=lambda key: (key[0], sorting_key(key[1])), reverse=True):
            each, coming = comings[inside]
            if coming in each.coming:
                each.leave_out(coming, path, found[inside, path].message)
        if not ours:
            return


def _note(label: str, coming: Coming) -> Note:
    values = {"title": coming.title, "path": f"{label}/{coming.inside}"}
    address = origin_of(("title",), coming.origins)
    return Note(telling=Telling.TAKEN, address=address, message=_WRITTEN, values=values)
