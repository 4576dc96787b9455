"""The handbook as a check looks at it, and the making of findings."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from journeybook.bodies import Body
from journeybook.catalogue import Catalogue
from journeybook.checks.prose import FoundText, Prose, prose_of
from journeybook.findings import Finding, Place
from journeybook.frontmatter import Path
from journeybook.kinds import ThingKind
from journeybook.load import Document
from journeybook.load.beside import Docs, docs_beside
from journeybook.rules import RULES
from journeybook.settings import Limits

_LONGEST = 60


@dataclass(frozen=True, kw_only=True)
class Inspection:
    """A handbook, and by what it is judged."""

    catalogue: Catalogue
    limits: Limits
    today: date
    embed_hosts: tuple[str, ...] = ()
    """The hosts whose pages narratives may embed."""

    @cached_property
    def is_complete(self) -> bool:
        """Whether everything could be read; what is not read may be what names the rest."""
        folder = self.catalogue.folder
        return not folder.unread and all(
            item.record or item.kind is ThingKind.VALUES for item in folder.documents
        )

    @cached_property
    def has_all_values(self) -> bool:
        """Whether every file of values could be read; what is not read may be the newest."""
        files = self.catalogue.folder.of_kind(ThingKind.VALUES)
        return all(item.values or not item.findings for item in files)

    @cached_property
    def docs(self) -> Docs:
        """The files in docs/, beside the journeys."""
        return docs_beside(self.catalogue.folder.root)

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """The texts of each file that says how things are."""
        return tuple(prose_of(self.catalogue.folder))

    @cached_property
    def bodies(self) -> tuple[tuple[Document, Body], ...]:
        """Every file with something below its header that Markdown can read."""
        readable = (item for item in self.catalogue.folder.documents if not item.is_overloaded)
        documents = (document for document in readable if document.body.strip())
        return tuple((document, Body(document.body, document.body_line)) for document in documents)


def found(document: Document, at: Path, rule: str, *, at_key: bool = False, **values: object) -> Finding:
    """Make a finding about a value of a header, in the words of its rule."""
    return _finding(document.place(at, at_key=at_key), at, rule, values)


def found_at(place: Place, rule: str, **values: object) -> Finding:
    """Make a finding about a place outside of headers, in the words of its rule."""
    return _finding(place, (), rule, values)


def found_below(document: Document, place: tuple[int, int], rule: str, **values: object) -> Finding:
    """Make a finding about a line and column below a header, in the words of its rule."""
    line, column = place
    return found_at(Place(path=document.path, line=line, column=column), rule, **values)


def found_in(hit: FoundText, rule: str, **values: object) -> Finding:
    """Make a finding about a place in what people wrote, in the words of its rule."""
    return _finding(hit.place, hit.at, rule, values)


def _finding(place: Place, at: Path, rule: str, values: dict[str, object]) -> Finding:
    texts = {name: _short(str(value)) for name, value in values.items() if value}
    message = RULES[rule].message.format(**texts)
    if RULES[rule].hint and texts.keys() >= set(RULES[rule].hinted):
        message = f"{message} {RULES[rule].hint.format(**texts)}"
    return Finding(
        place=place,
        rule=rule,
        message=message,
        severity=RULES[rule].severity,
        at=at,
        values=tuple(texts.items()),
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return f"{text[: _LONGEST - 1]}…" if len(text) > _LONGEST else text
