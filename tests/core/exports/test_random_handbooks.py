"""The handbooks that are drawn by chance: right, and with every field of the model."""

from collections.abc import Iterator
from pathlib import Path

from core import random_handbooks
from journeybook import project
from journeybook.model import Handbook, Journey, Persona, Record, Touchpoint
from journeybook.model.references import records_within

NUMBERS = range(30)


def test_they_are_right_and_every_field_of_the_model_is_in_some_of_them(tmp_path: Path) -> None:
    wrong: list[str] = []
    written: set[tuple[type[Record], str]] = set()
    for number in NUMBERS:
        random_handbooks.write(tmp_path / str(number), random_handbooks.handbook(number))
        read = project.read(tmp_path / str(number), str(number))
        wrong += map(str, read.errors)
        for document in read.folder.documents:
            written |= set(_fields(document.record)) if document.record else set()

    tops = (Handbook, Journey, Persona, Touchpoint)
    every = {(kind, name) for top in tops for kind in records_within(top) for name in kind.model_fields}
    assert wrong == []
    assert every - written == set()


def _fields(value: object) -> Iterator[tuple[type[Record], str]]:
    if isinstance(value, Record):
        yield from ((type(value), name) for name in value.model_fields_set)
        for name in value.model_fields_set:
            yield from _fields(getattr(value, name))
    elif isinstance(value, (tuple, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _fields(item)
