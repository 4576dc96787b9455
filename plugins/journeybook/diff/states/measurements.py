"""Choose the files of values by which two states are compared."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from journeybook.diff.states.state import ReadState, read_wanted
from journeybook.kinds import ThingKind
from journeybook.load import Document, kind_of
from journeybook.model import Metric


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurements:
    """The values that one state has of what differs."""

    documents: Collection[Document]
    metrics: Collection[Metric]


def measurements(old: ReadState, new: ReadState) -> tuple[Measurements, Measurements]:
    """Take the files of values that differ, or all where answers do: those of a month may lie in several."""
    before, after = _of(old, _changed(old, new)), _of(new, _changed(new, old))
    if not _has_answers(before) and not _has_answers(after):
        return before, after
    return _of(old, _all(old)), _of(new, _all(new))


def _of(read: ReadState, documents: Iterable[Document]) -> Measurements:
    return Measurements(documents=tuple(documents), metrics=tuple(read.catalogue.metrics.values()))


def _has_answers(measured: Measurements) -> bool:
    formulas = {metric.id for metric in measured.metrics if metric.formula}
    return any(value.metric in formulas for document in measured.documents for _, value in document.values)


def _changed(read: ReadState, other: ReadState) -> Iterator[Document]:
    return (document for document in read.changed(other) if document.kind is ThingKind.VALUES)


def _all(read: ReadState) -> list[Document]:
    """The files of values in the order of their paths, those included that are equal in both states."""
    found = [document for document in read.folder.documents if document.kind is ThingKind.VALUES]
    known = {document.inside for document in found}
    rest = {path for path in read.files if kind_of(path) is ThingKind.VALUES and path not in known}
    if rest:
        # the handbook as well, which says what columns of exports are
        wanted = {*rest, *(path for path in read.files if kind_of(path) is ThingKind.HANDBOOK)}
        folder = read_wanted(read.state, read.files, wanted, read.known)
        found += folder.of_kind(ThingKind.VALUES)
    return sorted(found, key=lambda document: document.inside)
