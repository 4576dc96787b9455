"""Tell new findings from those that a handbook started with, which its baseline lists.

An entry names the file, the rule, the way to the place by ids and titles, and the sentence with its numbers
left out, so that it survives moved lines and another day. What was found twice is there with its count.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from journeybook.findings import Finding
from journeybook.frontmatter import Path, Refused, refuse_conflict
from journeybook.load import Folder
from journeybook.rules import RULES

VERSION = 1
_NUMBER = re.compile(r"\d+")
_LONGEST = 60
_NAMES = ("id", "stage", "title", "text", "name")
"""The keys that tell one entry of a list from another, the best first."""

KnownEntry = tuple[str, str, tuple[str, ...], str]
"""File below the journeys folder, rule, way to the place, sentence."""
Baseline = Counter[KnownEntry]


class BaselineError(ValueError):
    """A text that is no baseline; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """Findings, parted by a baseline."""

    new: tuple[Finding, ...]
    """Those to be fixed now."""
    known: tuple[Finding, ...]
    """Those that the baseline lists."""
    fixed: int
    """Entries of the baseline that nothing matches any more."""


def entries(findings: Iterable[Finding], folder: Folder) -> dict[Finding, KnownEntry]:
    """Say of each finding what a baseline knows it by."""
    headers = {document.path: document.header.data for document in folder.documents}
    return {
        finding: (
            finding.place.path.removeprefix(f"{folder.label}/"),
            finding.rule,
            _way(headers.get(finding.place.path), finding.at),
            _NUMBER.sub("#", finding.message),
        )
        for finding in findings
    }


def _way(data: Any, at: Path) -> tuple[str, ...]:
    """The way to a value, with entries of lists named by what they are and not by their number."""
    way: list[str] = []
    for part in at:
        if isinstance(part, str):
            data = data.get(part) if isinstance(data, dict) else None
            way.append(part)
        elif isinstance(data, list) and part < len(data):
            data = data[part]
            way.append(_name(data) or str(part))
    return tuple(way)


def _name(item: Any) -> str:
    names = (item.get(key) for key in _NAMES) if isinstance(item, dict) else (item,)
    return next((name[:_LONGEST] for name in names if isinstance(name, str)), "")


def fingerprints(findings: Iterable[Finding], folder: Folder) -> dict[Finding, str]:
    """Return a short text for each finding that stays the same when lines move."""
    return {
        finding: hashlib.blake2b(json.dumps(entry).encode(), digest_size=16).hexdigest()
        for finding, entry in entries(findings, folder).items()
    }


def take(findings: Iterable[Finding], folder: Folder) -> Baseline:
    """Make the baseline of findings; what keeps a page from being made is never part of one."""
    known = entries((finding for finding in findings if not RULES[finding.rule].is_fixed), folder)
    return Counter(known.values())


def part(findings: Iterable[Finding], folder: Folder, baseline: Baseline) -> Parted:
    """Part findings into new and known ones; of several alike, the first are the known ones."""
    if not baseline:
        return Parted(new=tuple(findings), known=(), fixed=0)
    left = baseline.copy()
    new, known = [], []
    for finding, entry in entries(findings, folder).items():
        if left[entry] > 0 and not RULES[finding.rule].is_fixed:
            left[entry] -= 1
            known.append(finding)
        else:
            new.append(finding)
    return Parted(new=tuple(new), known=tuple(known), fixed=left.total())


def written(baseline: Baseline) -> str:
    """Return the text of a baseline's file: JSON, sorted, one entry a line."""
    lines = ",\n".join(f"    {_line(entry, count)}" for entry, count in sorted(baseline.items()))
    listed = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {listed}\n}}\n'


def _line(entry: KnownEntry, count: int) -> str:
    file, rule, at, message = entry
    row = {"file": file, "rule": rule, "at": at, "message": message}
    return json.dumps(row | ({"count": count} if count > 1 else {}), ensure_ascii=False)


def parse(text: str) -> Baseline:
    """Read the text of a baseline's file."""
    try:
        refuse_conflict(text)
        data = json.loads(text)
    except Refused as refused:
        place = f"line {refused.line}, column {refused.column}"
        raise BaselineError(f"at {place}, git left two versions that it could not merge") from refused
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise BaselineError(f"at {place}, it is not valid JSON") from error
    except (ValueError, RecursionError) as error:
        raise BaselineError("it is nested too deeply, or has a number that is too long") from error
    if not isinstance(data, dict) or data.get("version") != VERSION or set(data) != {"version", "findings"}:
        raise BaselineError(f"it is not a baseline of version {VERSION}")
    baseline: Baseline = Counter()
    rows = data["findings"]
    for number, row in enumerate(rows if isinstance(rows, list) else [None], 1):
        entry, count = _entry(row, number)
        baseline[entry] += count
    return baseline


def _entry(row: Any, number: int) -> tuple[KnownEntry, int]:
    match row:
        case {"file": str(file), "rule": str(rule), "at": list(at), "message": str(message), **rest}:
            count = rest.pop("count", 1)
            if not rest and type(count) is int and count > 0 and all(isinstance(step, str) for step in at):
                return (file, rule, tuple(at), message), count
    raise BaselineError(f"its entry {number} is not one that Journeybook wrote")
