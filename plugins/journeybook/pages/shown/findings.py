"""Findings in the reader's words: the sentence, the place where it shows, and the count for a page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeybook.catalogue import FileThing, Journey, Persona
from journeybook.checks.sentences import problem_sentence
from journeybook.findings import Finding, Severity, tally, worst_first
from journeybook.kinds import IN_HANDBOOK, ThingKind
from journeybook.load import Document
from journeybook.model import Team
from journeybook.pages.frame.addresses import METRICS, QUALITY, address_of, stage_address
from journeybook.pages.frame.context import Site
from journeybook.rules import RULES, Rule

_VOCABULARY = {kind.row.plural: kind for kind in IN_HANDBOOK if kind.row.pages}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlace:
    """The place where a finding shows."""

    title: str = ""
    """Empty where it is the page of the whole thing."""
    address: str = ""
    """Empty where no page shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """A finding as readers see it."""

    finding: Finding
    rule: Rule
    sentence: str
    place: ShownPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFindings:
    """A file of the handbook with what is found in it."""

    key: str
    """The value of the filter by which only this one is shown, such as `journey/buying-shoes`."""
    kind: ThingKind
    title: str
    address: str
    """Of its page; empty where it has none."""
    owner: Team | None
    edit_url: str | None
    findings: tuple[Finding, ...]
    """The worst first."""
    document: Document

    @property
    def anchor(self) -> str:
        """Its id on the page of the handbook's quality."""
        return anchor_of(self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCount:
    """The count of findings in a thing, with the address of their list."""

    text: str
    count: int
    address: str


def files_with_findings(site: Site) -> Iterator[FileFindings]:
    """Yield every file in which something is found."""
    things = {thing.document.path: thing for thing in _things(site)}
    for document in site.catalogue.folder.documents:
        findings = site.findings_of(document)
        if findings:
            yield _subject(site, document, things.get(document.path), findings)


def _things(site: Site) -> Iterator[FileThing]:
    yield from site.catalogue.journeys.values()
    yield from site.catalogue.personas.values()
    yield from site.catalogue.touchpoints.values()


def _subject(
    site: Site, document: Document, thing: FileThing | None, findings: Iterable[Finding]
) -> FileFindings:
    return FileFindings(
        key=_key(document),
        kind=document.kind,
        title=thing.title if thing else _title(site, document),
        address=address_of(thing) if thing else "",
        owner=None if thing is None or isinstance(thing, Persona) else thing.owner,
        edit_url=site.edit_url(document),
        findings=worst_first(findings),
        document=document,
    )


def _title(site: Site, document: Document) -> str:
    if document.kind is ThingKind.HANDBOOK:
        return site.text("What all journeys share")
    return document.inside


def _key(document: Document) -> str:
    return f"{document.kind}/{document.id}" if document.id else document.inside.replace(" ", "%20")


def anchor_of(key: str) -> str:
    """The id of a subject's part of the page of the handbook's quality."""
    return f"about_{key.replace('/', '_')}"


def shown_finding(site: Site, subject: FileFindings, finding: Finding) -> ShownFinding:
    """Say a finding in the reader's language."""
    rule = RULES[finding.rule]
    sentence = problem_sentence(site.language, finding)
    return ShownFinding(finding=finding, rule=rule, sentence=sentence, place=_place(site, subject, finding))


def _place(site: Site, subject: FileFindings, finding: Finding) -> ShownPlace:
    catalogue = site.catalogue
    if subject.kind is ThingKind.JOURNEY and subject.document.id in catalogue.journeys:
        return _place_in_journey(catalogue.journeys[subject.document.id], finding)
    if subject.kind is ThingKind.VALUES:
        return ShownPlace(title=site.text("Metrics"), address=METRICS)
    match finding.at:
        case (str(name), int(number), *_) if subject.kind is ThingKind.HANDBOOK and name in _VOCABULARY:
            listed = getattr(catalogue.handbook, name)
            if number < len(listed):
                item, row = listed[number], _VOCABULARY[name].row
                return ShownPlace(title=item.title, address=row.address(item.id))
    return ShownPlace(address=subject.address)


def _place_in_journey(journey: Journey, finding: Finding) -> ShownPlace:
    match finding.at:
        case ("stages", int(number), *below) if number < len(journey.stages):
            stage = journey.stages[number]
            address = stage_address(journey, stage)
            match below:
                case ("steps", int(at), *_) if at < len(stage.steps):
                    step = stage.steps[at]
                    return ShownPlace(title=step.title, address=f"{address}#{step.id}")
            return ShownPlace(title=stage.title, address=address)
    return ShownPlace(address=address_of(journey))


def finding_count(site: Site, thing: FileThing) -> FindingCount | None:
    """Count the findings of a thing; None where there are none, or the site does not tell."""
    findings = site.findings_of(thing.document) if site.has_quality else ()
    if not findings:
        return None
    key = _key(thing.document)
    address = f"{QUALITY}?where={key}#{anchor_of(key)}"
    return FindingCount(text=count_findings(site, findings), count=len(findings), address=address)


def count_findings(site: Site, findings: Iterable[Finding]) -> str:
    """Count findings by weight, the heaviest first, as in “1 warning, 2 hints”."""
    counts = tally(findings, lambda finding: finding.severity)
    plural = site.language.plural
    texts = {
        Severity.ERROR: plural("%(num)s error", "%(num)s errors", counts[Severity.ERROR]),
        Severity.WARNING: plural("%(num)s warning", "%(num)s warnings", counts[Severity.WARNING]),
        Severity.INFO: plural("%(num)s hint", "%(num)s hints", counts[Severity.INFO]),
    }
    return ", ".join(text for level, text in texts.items() if counts[level])
