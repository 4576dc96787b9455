"""Find free texts that nearly are a word with a meaning: the id of a team, or `true` and `false`."""

from collections.abc import Iterator

from journeybook.checks.inspection import Inspection, found
from journeybook.checks.integrity.names import KnownIds, names_of
from journeybook.checks.positions import of_step
from journeybook.findings import Finding, nearest_word
from journeybook.kinds import ThingKind
from journeybook.model import Use, is_id, meant
from journeybook.model.fields import TRUE_OR_FALSE

_RULE = "nearly-known-word"


def near_words(inspection: Inspection) -> Iterator[Finding]:
    """Texts where an id, or true or false, may stand as well, and was probably meant."""
    yield from _near_ids(inspection)
    for visit in inspection.catalogue.visits:
        text = visit.step.record.moment_of_truth
        word = meant(text, TRUE_OR_FALSE) if isinstance(text, str) else ""
        if word:
            at = (*of_step(visit.stage, visit.step), "moment_of_truth")
            yield found(visit.journey.document, at, _RULE, text=text, word=word)


def _near_ids(inspection: Inspection) -> Iterator[Finding]:
    names = names_of(inspection.catalogue)
    for document in inspection.catalogue.folder.documents:
        for use in document.uses:
            # Texts that may name systems are compared with each other as well: see `likeness`.
            word = _near_id(names, use) if use.or_text and use.kind is not ThingKind.SYSTEM else ""
            if word:
                yield found(document, use.path, _RULE, text=use.id, word=word)


def _near_id(names: KnownIds, use: Use) -> str:
    """The id of a thing with this title, or that a text of the form of an id is a slip of."""
    ids = names.known.get(use.kind, frozenset())
    if use.id in ids:
        return ""
    return names.titles_of(use.kind).exactly(use.id) or (nearest_word(use.id, ids) if is_id(use.id) else "")
