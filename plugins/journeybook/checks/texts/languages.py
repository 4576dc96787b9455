"""Find texts in another language than the handbook's, by the small words that each language repeats."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.checks.inspection import Inspection, found, found_at
from journeybook.checks.prose import Prose
from journeybook.findings import Finding, Place

_GERMAN = """
    aber als auch auf aus bei bin bis dann das dass dem den der des die doch durch ein eine einem einen einer
    er es für gibt hier ich ihr im ist kann kein keine mehr mein meine mich mir mit nach nicht noch nur oder
    ohne schon sich sie sind um und uns vom von vor warum weil wenn werden wie wir wird wo zu zum zur über
"""
_ENGLISH = """
    about after again and any are as at be because before but by can could does for from had has have her here
    his how if into is it its just my no not of on one only or our out she should still that the their them
    then there they this to too up was we were what when where which who will with would you your
"""
_SMALL_WORDS = {"de": frozenset(_GERMAN.split()), "en": frozenset(_ENGLISH.split())}
"""Words that are frequent in one language and do not exist, or are rare, in the other."""
_LONGEST = 2000
"""The characters that are enough to know a text's language."""
_FEWEST = 8
"""The small words that it takes."""
_CLEAR = 5
"""The factor by which they must outnumber those of the other language."""
_MOST = 0.75
"""Which share of the texts makes a language that of the handbook."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The header or the body of a file, and its language."""

    prose: Prose
    is_body: bool
    language: str


def mixed_languages(inspection: Inspection) -> Iterator[Finding]:
    """Texts in another language than nearly all others."""
    parts = [part for prose in inspection.prose for part in _parts(prose)]
    counts = Counter(part.language for part in parts)
    common = next((code for code, count in counts.items() if count >= _MOST * len(parts)), None)
    if common is None or len(counts) == 1:
        return
    told = set()
    for part in parts:
        document = part.prose.document
        if part.language != common and document.path not in told:
            told.add(document.path)
            yield _finding(part)


def _finding(part: _Part) -> Finding:
    document, rule = part.prose.document, "mixed-languages"
    title = getattr(document.record, "title", document.id)
    if not part.is_body:
        return found(document, ("title",), rule, title=title)
    lead = document.body[: len(document.body) - len(document.body.lstrip())]
    return found_at(Place(path=document.path, line=document.body_line + lead.count("\n")), rule, title=title)


def _parts(prose: Prose) -> Iterator[_Part]:
    for is_body, text in enumerate(prose.parts):
        language = _language(text)
        if language:
            yield _Part(prose, bool(is_body), language)


def _language(text: str) -> str:
    """The language of a text, where it is long enough to tell and clearly one."""
    words = text[:_LONGEST].casefold().split()
    counts = sorted((sum(map(known.__contains__, words)), code) for code, known in _SMALL_WORDS.items())
    (second, _), (first, code) = counts
    return code if first >= max(_FEWEST, _CLEAR * second) else ""
