"""Plan the change of a file that came from the same source before: what only the source has changed."""

from collections.abc import Iterator
from typing import Any

from journeybook.edits import TextChange
from journeybook.frontmatter import decode, split
from journeybook.importing.brought_in import KeyPath, Note, Telling
from journeybook.importing.joining.coming import Coming
from journeybook.importing.joining.memory import RememberedFile
from journeybook.importing.joining.paths import existing_path
from journeybook.importing.joining.rewriting import as_in
from journeybook.importing.merging import Conflict, NotRevised, canonical, merge, revised
from journeybook.importing.merging.three import NOT_THERE
from journeybook.importing.origins import origin_of
from journeybook.load import Document, Folder, raw_of
from journeybook.load.document import MODELS
from journeybook.messages import N_

_CHANGED = N_("%(path)s says now what has changed here.")
_BOTH = N_("“%(now)s” was changed here, and to “%(file)s” in %(place)s. Both stay as they are.")
_GONE_HERE = N_("It is gone here, and was changed to “%(file)s” in %(place)s, where it stays.")
_GONE_THERE = N_("“%(now)s” was changed here, and is gone in %(place)s, where it stays away.")
_BY_HAND = N_("%(path)s is written in an unusual way. Change it by hand: nothing of this is written there.")
_FAULTY = N_("%(path)s has errors. Fix them first: nothing of this is written there.")
_LONGEST = 60


class Remerging:
    """The way of a draft into the file that it has become before."""

    def __init__(self, folder: Folder, coming: Coming, document: Document, then: RememberedFile) -> None:
        self.notes: list[Note] = []
        self.is_done = True
        """Whether the file says now what it shall, so that this need not be remembered as open."""
        self._coming, self._document, self._then_body = coming, document, then.body
        self._record = MODELS[coming.kind]
        self._then = canonical(self._record, then.header)
        self._raw = raw_of(folder, document)

    def change(self) -> TextChange | None:
        """The change of the file; nothing where there is none to make."""
        record, document = self._record, self._document
        now = canonical(record, self._coming.header)
        is_same_body = self._coming.body.strip() == self._then_body.strip()
        if now == self._then and is_same_body:
            return None
        if document.record is None:
            self._give_up(_FAULTY)
            return None
        merged = merge(self._then, now, canonical(record, document.header.data))
        self.notes += [self._told(conflict) for conflict in merged.conflicts]
        try:
            text = self._text(merged.data)
        except NotRevised:
            self._give_up(_BY_HAND)
            return None
        before = self._raw.decode("utf-8")
        if text == before:
            return None
        self._note(Telling.TAKEN, origin_of(("title",), self._coming.origins), _CHANGED, path=document.path)
        return TextChange(path=document.path, before=before, after=text)

    def _give_up(self, message: str) -> None:
        self.is_done = False
        self._note(
            Telling.LEFT, origin_of(("title",), self._coming.origins), message, path=self._document.path
        )

    def _text(self, data: Any) -> str:
        """The file with another header, and with the narrative of the source if only that has changed."""
        text = decode(self._raw)
        old = split(text)
        header = revised(old.header, self._record, data)
        made = text.replace(old.header, header, 1) if header != old.header else text
        return as_in(self._raw, self._with_body(made, old.body))

    def _with_body(self, text: str, old: str) -> str:
        now = self._coming.body.strip()
        if now in {self._then_body.strip(), old.strip()}:
            return text
        if old.strip() != self._then_body.strip():
            values = {
                "now": _short(now),
                "file": _short(old),
                "place": f"{self._document.path}:{self._document.body_line}",
            }
            self._note(Telling.LEFT, "", _BOTH, **values)
            return text
        return f"{text.removesuffix(old)}" + (f"\n{now}\n" if now else "")

    def _told(self, conflict: Conflict) -> Note:
        message = (
            _GONE_HERE if conflict.now is NOT_THERE else _GONE_THERE if conflict.file is NOT_THERE else _BOTH
        )
        path: KeyPath = existing_path(self._document.header.data, conflict.in_file)
        place = self._document.place(path).line_of_file
        values = {"now": _short(conflict.now), "file": _short(conflict.file), "place": place}
        address = origin_of(existing_path(self._coming.header, conflict.in_source), self._coming.origins)
        return Note(telling=Telling.LEFT, address=address, message=message, values=values)

    def _note(self, telling: Telling, address: str, message: str, **values: str) -> None:
        self.notes.append(Note(telling=telling, address=address, message=message, values=values))


def _short(value: Any) -> str:
    """The texts of a value, in a line."""
    text = " · ".join(_texts(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)
