"""A file that came back says what it came back with, whatever either says, and keeps what others wrote since."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from core import random_handbooks
from journeybook.importing.brought_in import Draft, Exported
from journeybook.importing.exported.joined import join_file
from journeybook.importing.exported.merging import Clash, Merger
from journeybook.importing.exported.written import as_typed, as_written
from journeybook.kinds import IN_FILES, ThingKind
from journeybook.load import Document, Folder, read_content, read_folder
from journeybook.load.document import MODELS
from journeybook.notation.plain import plain_record


def _plain(document: Document) -> dict[str, Any]:
    assert document.record
    return plain_record(document.record, document.header.data or {})


def _things(root: Path, number: int) -> tuple[Folder, dict[ThingKind, Document]]:
    """The first thing of each kind in a random handbook."""
    folder = read_folder(random_handbooks.write(root, random_handbooks.handbook(number)), "journeys")
    kinds = (*IN_FILES, ThingKind.HANDBOOK)
    return folder, {kind: document for kind in kinds for document in list(folder.of_kind(kind))[:1]}


def test_a_file_becomes_what_came_back(tmp_path: Path) -> None:
    for number in range(5):
        folder, here = _things(tmp_path / f"{number}-here", number)
        _, other = _things(tmp_path / f"{number}-other", number + 100)
        for kind in here.keys() & other.keys():
            wanted = _plain(other[kind])
            header: Mapping[str, Any] = as_written(MODELS[kind], as_typed(wanted))
            before = Exported(header=_plain(here[kind]), body=here[kind].body)
            draft = Draft(kind=kind, header=header, body=other[kind].body, is_exact=True, before=before)
            joined = join_file(folder, here[kind], draft)
            read = read_content("x.md", here[kind].inside, kind, joined.after.encode())
            assert (_plain(read), joined.clashes) == (wanted, ()), (number, kind)


@pytest.mark.parametrize(
    ("before", "now", "here", "merged", "clashes"),
    [
        (1, 2, 1, 2, 0),
        (1, 1, 2, 2, 0),
        (1, 2, 2, 2, 0),
        (1, 2, 3, 3, 1),
        ({"a": 1}, {"a": 1, "b": 2}, {"a": 3}, {"a": 3, "b": 2}, 0),
        ({"a": 1, "b": 2}, {"b": 2}, {"a": 1, "b": 3}, {"b": 3}, 0),
        ({"a": 1}, {}, {"a": 2}, {"a": 2}, 1),
        (["a", "b"], ["a", "x", "b"], ["a", "b", "y"], ["a", "x", "b", "y"], 0),
        (["a", "b"], ["b"], ["a", "b", "c"], ["b", "c"], 0),
        (["a", "b"], ["b", "a"], ["a", "b", "c"], ["b", "a", "c"], 0),
        (["a"], ["b"], ["c"], ["c"], 1),
        (
            [{"id": "a", "n": 1}],
            [{"id": "a", "n": 2}],
            [{"id": "a", "n": 1, "m": 1}],
            [{"id": "a", "n": 2, "m": 1}],
            0,
        ),
        ([{"title": "a"}], [{"title": "b"}], [{"title": "a", "m": 1}], [{"title": "b", "m": 1}], 0),
    ],
)
def test_what_one_side_changed_is_taken(before: Any, now: Any, here: Any, merged: Any, clashes: int) -> None:
    merger = Merger()
    assert merger.merge(before, now, here, Clash((), ())) == merged
    assert len(merger.clashes) == clashes
