"""A table of edits: a reviewer is told of each exactly what has changed, and backwards that it has changed back."""

import pytest

from core.changed_handbooks import difference_of
from core.diff.edited import Edited, brief, edits
from core.diff.mirrors import seen


@pytest.mark.parametrize("edit", edits(), ids=lambda edit: edit.title)
def test_an_edit_is_told_as_what_it_is_and_taken_back_likewise(edit: Edited) -> None:
    found = difference_of(edit.before, edit.after)
    back = difference_of(edit.after, edit.before)

    assert found.unread == ()
    assert sorted(map(brief, found.changes)) == sorted(edit.tell)
    assert seen(found.changes) == seen(back.changes, backwards=True)
