"""Find words that say nothing: placeholders, capitals and pain points without content."""

import re
from collections.abc import Iterator

from journeybook.checks.inspection import Inspection, found, found_in
from journeybook.checks.positions import spots_in
from journeybook.checks.prose import Prose
from journeybook.findings import Finding

_SIGNS = ("TODO", "FIXME", "TBD", "XXX", "???", "orem ipsum", "LATZHALTER", "Platzhalter")
_ANYWHERE = re.compile(
    r"(?<![\w/#.-])(?:TODO|FIXME|TBD|XXX+)(?![\w/-])|(?<!\S)\?{3,}(?!\S)|[Ll]orem ipsum"
    r"|\[(?:Platzhalter|Placeholder)\b[^\[\]]*\](?!\()|^\W*(?:Platzhalter|PLATZHALTER)\b"
)
_SAYING_NOTHING = """
    ?, -, …, todo, tbd, tba, xxx, n.n, placeholder, platzhalter, text, titel, folgt, folgt noch, kommt noch,
    noch offen, wird ergänzt, wird noch ergänzt, to be done, to be defined, to be determined,
    to follow, coming soon
"""
_FITTING_ANY = """
    problem, probleme, problems, schwierigkeit, schwierigkeiten, frust, frustration, ärger, stress, unklar,
    unklarheit, unklarheiten, unzufriedenheit, unzufrieden, schlecht, kompliziert, umständlich,
    nervig, trouble,
    issue, issues, confusion, confusing, complicated, unclear, schlechte erfahrung, bad experience,
    schlechter service, bad service, schlechte ux, bad ux, pain, pain point, schmerzpunkt
"""


def _listed(words: str) -> frozenset[str]:
    return frozenset(" ".join(words.split()).split(", "))


_ALONE, _VAGUE = _listed(_SAYING_NOTHING), _listed(_FITTING_ANY)
_LONGEST_ALONE = max(map(len, _ALONE)) + 3
_FEWEST_CAPITALS = 8


def empty_words(inspection: Inspection) -> Iterator[Finding]:
    """Placeholders, and titles in capitals."""
    for prose in inspection.prose:
        yield from _placeholders(prose)
        for path, text in prose.passages:
            if path[-1] == "title" and text.isupper() and _is_shouted(text):
                yield found(prose.document, path, "shouting-title", title=text)


def _placeholders(prose: Prose) -> Iterator[Finding]:
    for path, text in prose.passages:
        if _stands_for_text(text):
            yield found(prose.document, path, "placeholder-text", text=text)
    if any(sign in part for part in prose.parts for sign in _SIGNS):
        for hit in prose.search(_in_text):
            yield found_in(hit, "placeholder-text", text=hit.text)


def _stands_for_text(text: str) -> bool:
    """Whether a whole text is a placeholder that its letters alone do not give away."""
    return (
        len(text) <= _LONGEST_ALONE
        and text.lower().rstrip(" .:!") in _ALONE
        and next(_in_text(text), None) is None
    )


def _in_text(text: str) -> Iterator[tuple[int, str]]:
    first = _ANYWHERE.search(text)
    if first:
        yield first.start(), first[0]


def _is_shouted(text: str) -> bool:
    """Whether capitals are more than abbreviations such as CRM or FAQ."""
    letters = sum(map(str.isalpha, text))
    return letters >= _FEWEST_CAPITALS and max(map(len, text.split())) > len("ÖPNV+")


def vague_pain_points(inspection: Inspection) -> Iterator[Finding]:
    """Pain points of one word that would fit any problem."""
    for journey in inspection.catalogue.mapped:
        for path, spot in spots_in(journey):
            for number, pain in enumerate(spot.part.pain_points):
                if pain.title.casefold().rstrip(".!") in _VAGUE:
                    at = (*path, "pain_points", number, "title")
                    yield found(journey.document, at, "vague-pain-point", title=pain.title)
