"""Plan which files of an export are written: all that are not there, and what came back changed of others.

What a file said when it was exported tells edits from what was there. Without that, it stays as it is.
"""

import os
from collections.abc import Iterator

from journeybook.edits import TextChange
from journeybook.importing.brought_in import BroughtIn, Draft, Note, Telling
from journeybook.importing.exported.files import HANDBOOK, exact_files
from journeybook.importing.exported.joined import join_file, says_the_same
from journeybook.kinds import ThingKind
from journeybook.load import Document, Folder, read_content
from journeybook.messages import N_

_WRITTEN = N_("%(path)s is as it was exported.")
_CHANGED = N_("%(path)s is changed as it came back.")
_THERE = N_("%(path)s is there already, and stays as it is.")
_FORGOTTEN = N_(
    "%(path)s is there already, and the workbook does not say what it held before, so it stays as it is."
)
_FAULTY = N_("%(path)s has errors. Fix them first: nothing of this is written there.")
_CLASH = N_("Both this and %(place)s were changed, so the file stays: it says “%(here)s”, not “%(now)s”.")

_Planned = tuple[TextChange | None, Note]


def exact_changes(folder: Folder, found: BroughtIn) -> Iterator[_Planned]:
    """Yield for each file of an export its change, or none where it stays, and what the report says."""
    drafts = dict(_drafts(found))
    documents = {document.file: document for document in folder.documents}
    for inside, text in exact_files(found).items():
        path = f"{folder.label}/{inside}"
        draft, document = drafts.get(inside), documents.get(inside)
        if not os.path.lexists(folder.root / inside):
            change = TextChange(path=path, before=None, after=text)
            yield change, _note(Telling.TAKEN, _WRITTEN, path=path)
        elif draft and draft.before and document and document.record:
            yield from _joined(folder, document, draft)
        elif not (document and (_has_values(document, text) or (draft and says_the_same(document, draft)))):
            yield None, _note(Telling.LEFT, _why_it_stays(draft), path=path)


def _why_it_stays(draft: Draft | None) -> str:
    """The sentence on a file whose edits cannot be told from what it said; only cells have addresses."""
    if draft and draft.before:
        return _FAULTY
    return _FORGOTTEN if draft and draft.origins else _THERE


def is_of_export(found: BroughtIn) -> bool:
    """Whether something comes from an export of a handbook."""
    values = any(value.path for value in found.values)
    return values or found.handbook is not None or any(draft.is_exact for draft in found.drafts)


def _drafts(found: BroughtIn) -> Iterator[tuple[str, Draft]]:
    """The drafts of an export by their files, handbook.yml among them."""
    yield from ((draft.path, draft) for draft in found.drafts if draft.is_exact)
    if found.handbook is not None:
        yield (
            HANDBOOK,
            Draft(
                kind=ThingKind.HANDBOOK,
                header=found.handbook,
                path=HANDBOOK,
                before=found.handbook_before,
                origins=found.handbook_origins,
            ),
        )


def _has_values(document: Document, text: str) -> bool:
    """Whether a file of values holds the same ones, however it writes them."""
    if document.kind is not ThingKind.VALUES:
        return False
    came_back = read_content(document.path, document.inside, document.kind, text.encode())
    return [value for _, value in came_back.values] == [value for _, value in document.values]


def _joined(folder: Folder, document: Document, draft: Draft) -> Iterator[_Planned]:
    joined = join_file(folder, document, draft)
    for clash in joined.clashes:
        values = {"place": clash.place, "here": clash.here, "now": clash.now}
        yield None, _note(Telling.LEFT, _CLASH, clash.address, **values)
    if joined.before != joined.after:
        change = TextChange(path=document.path, before=joined.before, after=joined.after)
        yield change, _note(Telling.TAKEN, _CHANGED, path=document.path)


def _note(telling: Telling, message: str, address: str = "", **values: str) -> Note:
    return Note(telling=telling, address=address, message=message, values=values)
