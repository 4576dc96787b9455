"""Part findings into those that an `x-ignore` silences and the others.

`x-ignore` stands in any group of keys of a header and holds for what is inside the group; at the top it holds
for the whole file. It names a rule and the reason: `{rule: reason}`, or a list of `{rule: …, reason: …}`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from journeybook.checks.inspection import Inspection, found
from journeybook.findings import Finding, nearest, quoted
from journeybook.frontmatter import Path
from journeybook.load import Document
from journeybook.rules import RULES

KEY = "x-ignore"
_EXAMPLE = f"Write '{KEY}: {{rule-id: the reason}}'."


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A finding that the author has decided to leave."""

    finding: Finding
    reason: str
    """The author's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ignore:
    """One entry of an `x-ignore`."""

    document: Document
    within: Path
    """The group of keys that it holds for, as the author typed it."""
    at: Path
    """The entry itself."""
    rule: str
    reason: str

    def holds_for(self, finding: Finding) -> bool:
        """Whether it silences a finding of its file."""
        return (
            finding.rule == self.rule and self.document.typed(finding.at)[: len(self.within)] == self.within
        )


def sift(inspection: Inspection, findings: Iterable[Finding]) -> tuple[list[Finding], list[Ignored]]:
    """Part findings into those that stay and those that are ignored; what is wrong with ignores stays too."""
    ignores: dict[str, list[_Ignore]] = {}
    kept: list[Finding] = []
    for entry in _written(inspection):
        if isinstance(entry, Finding):
            kept.append(entry)
        else:
            ignores.setdefault(entry.document.path, []).append(entry)
    ignored: list[Ignored] = []
    used: set[Path] = set()
    for finding in findings:
        entries = [item for item in ignores.get(finding.place.path, ()) if item.holds_for(finding)]
        if entries:
            ignored.append(Ignored(finding=finding, reason=entries[-1].reason))
            used |= {(entry.document.path, *entry.at) for entry in entries}
        else:
            kept.append(finding)
    # What is not read may be what an entry is for.
    if inspection.is_complete:
        entries = [entry for group in ignores.values() for entry in group]
        kept += [_unused(entry) for entry in entries if (entry.document.path, *entry.at) not in used]
    return kept, ignored


def _unused(entry: _Ignore) -> Finding:
    return found(entry.document, entry.at, "unused-ignore", at_key=True, id=entry.rule)


def _written(inspection: Inspection) -> Iterator[_Ignore | Finding]:
    """Every entry of every `x-ignore` of a handbook, or what is wrong with it."""
    for document in inspection.catalogue.folder.documents:
        if KEY in document.header.text:
            for within, value in _values(document.header.data, ()):
                yield from _entries(document, within, value)


def _values(data: Any, at: Path) -> Iterator[tuple[Path, Any]]:
    """Each `x-ignore` with the group that it stands in; other x- keys are not looked into."""
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from _values(item, (*at, number))
    if isinstance(data, dict):
        if KEY in data:
            yield at, data[KEY]
        for key, value in data.items():
            if not key.startswith("x-"):
                yield from _values(value, (*at, key))


def _entries(document: Document, within: Path, value: Any) -> Iterator[_Ignore | Finding]:
    at = (*within, KEY)
    if isinstance(value, dict) and "rule" not in value:
        for rule, reason in value.items():
            yield _entry(document, within, (*at, rule), rule, reason)
    elif isinstance(value, dict):
        yield from _listed(document, within, at, value)
    elif isinstance(value, list) and value:
        for number, item in enumerate(value):
            yield from _listed(document, within, (*at, number), item)
    else:
        yield _wrong(document, at, f"'{KEY}' must name a rule and a reason, not {quoted(value)}. {_EXAMPLE}")


def _listed(document: Document, within: Path, at: Path, item: Any) -> Iterator[_Ignore | Finding]:
    """An entry in its long form, `{rule: …, reason: …}`."""
    if not isinstance(item, dict) or not isinstance(item.get("rule"), str):
        message = f"An entry of '{KEY}' needs 'rule' and 'reason', not {quoted(item)}. {_EXAMPLE}"
        yield _wrong(document, at, message)
        return
    for key in item.keys() - {"rule", "reason"}:
        yield _wrong(document, (*at, key), f"{quoted(key)} is not a key of an entry of '{KEY}'.")
    yield _entry(document, within, (*at, "rule"), item["rule"], item.get("reason"))


def _entry(document: Document, within: Path, at: Path, rule: str, reason: Any) -> _Ignore | Finding:
    if rule not in RULES:
        hint = nearest(rule, RULES) or " 'journeybook explain' lists all rules."
        return _wrong(document, at, f"There is no rule {quoted(rule)}.{hint}")
    if RULES[rule].is_fixed or rule == "unused-ignore":
        return _wrong(document, at, f"'{rule}' cannot be ignored. Fix what it finds.")
    if not isinstance(reason, str) or not reason.strip():
        return _wrong(document, at, f"The reason is missing why '{rule}' is ignored. {_EXAMPLE}")
    return _Ignore(document=document, within=within, at=at, rule=rule, reason=reason.strip())


def _wrong(document: Document, at: Path, message: str) -> Finding:
    return document.finding(at, "invalid-ignore", message, at_key=True)
