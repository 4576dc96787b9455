"""Tell new findings from those that a handbook started with, or had in an earlier state.

A baseline lists the former. An entry names the file, the rule, the way to the place by ids and titles, and
the sentence with its numbers left out, so that it survives moved lines and another day. What was found twice
is there with its count.
"""

import hashlib
import json
import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
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
Way = tuple[str, ...]
WaysNow = Mapping[str, Mapping[Path, Way]]
"""Of files, the ways to what their headers list, as they are now, by the paths that it had."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The findings of a handbook, compared with those of an earlier state."""

    new: tuple[Finding, ...] = ()
    """Those that the earlier state had not."""
    old: tuple[Finding, ...] = ()
    """Those that it had as well."""
    fixed: tuple[Finding, ...] = ()
    """Those that it alone had, at their places of then."""


_NO_WAYS: WaysNow = MappingProxyType({})


def entries(
    findings: Iterable[Finding], folder: Folder, ways: WaysNow = _NO_WAYS
) -> dict[Finding, KnownEntry]:
    """Say of each finding what a baseline knows it by; `ways` lead to what is called otherwise now."""
    headers = {document.path: document.header.data for document in folder.documents}
    return {
        finding: (
            finding.place.path.removeprefix(f"{folder.label}/"),
            finding.rule,
            _way_now(headers.get(finding.place.path), finding.at, ways.get(finding.place.path, {})),
            _NUMBER.sub("#", finding.message),
        )
        for finding in findings
    }


def _way_now(data: Any, at: Path, ways: Mapping[Path, Way]) -> Way:
    """The way to a value; the longest part of it that leads elsewhere now is replaced."""
    lengths = (length for length in range(len(at), 0, -1) if at[:length] in ways)
    length = next(lengths, 0)
    written = way_of(data, at)
    return (*ways[at[:length]], *written[length:]) if length else written


def compare_findings(before: Mapping[Finding, KnownEntry], after: Mapping[Finding, KnownEntry]) -> Compared:
    """Compare findings with those of an earlier state.

    What is found at the same place is the same though its sentence has other words; of what keeps a page from
    being made, only what is expected instead may differ. What is said in the same words of another place in
    the file is the same as well.
    """
    was, new = dict(before), dict(after)
    old: list[Finding] = []
    for sign in (lambda entry: entry, _place_of, _words_of):
        pairs = _paired(was, new, sign)
        old += (finding for _, finding in pairs)
        for one, other in pairs:
            del was[one], new[other]
    kept = set(old)
    return Compared(
        new=tuple(new), old=tuple(finding for finding in after if finding in kept), fixed=tuple(was)
    )


def _place_of(entry: KnownEntry) -> Any:
    file, rule, way, message = entry
    # a name that is unknown is another defect if the name is another, whatever names there are by then
    return file, rule, way, message.partition(". ")[0] if RULES[rule].is_fixed else ""


def _words_of(entry: KnownEntry) -> Any:
    file, rule, _, message = entry
    return file, rule, message


def _paired(
    was: Mapping[Finding, KnownEntry], now: Mapping[Finding, KnownEntry], sign: Callable[[KnownEntry], Any]
) -> list[tuple[Finding, Finding]]:
    """Pair the findings that have the same sign, in their order."""
    known: dict[Any, deque[Finding]] = {}
    for finding, entry in was.items():
        known.setdefault(sign(entry), deque()).append(finding)
    same = ((known.get(sign(entry)), finding) for finding, entry in now.items())
    return [(queue.popleft(), finding) for queue, finding in same if queue]


def way_of(data: Any, at: Path) -> Way:
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
