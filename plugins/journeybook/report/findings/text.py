"""Write findings as lines for people; programs can take the first line of each apart."""

from collections.abc import Iterator

from journeybook.characters import cells, shown, unheard
from journeybook.findings import Finding, Severity
from journeybook.report.colors import BOLD, FAINT, OF_WEIGHT, paint
from journeybook.report.findings.report import Report

_MARGIN = 9
"""Columns of a line's number and the bar after it."""


def text(report: Report) -> str:
    """Write findings as `path:line:column: rule: sentence`, with their line of the file where it is known.

    What is no error says so in brackets at the end of its line: `[warning]`, `[info]`, `[error, fixable]`,
    in any language by the words of settings.
    """
    return unheard("".join(_finding(report, finding) for finding in report.findings))


def _finding(report: Report, finding: Finding) -> str:
    painted, color = paint(has_color=report.has_color), OF_WEIGHT[finding.severity]
    first = (
        f"{painted(BOLD, f'{shown(str(finding.place))}:')} "
        f"{painted(color, finding.rule)}: {shown(report.sentence(finding))}"
        f"{painted(color, _marks(report, finding))}\n"
    )
    line = report.lines.get(finding.place)
    return first if line is None else first + "".join(_source(report, finding, line))


def _marks(report: Report, finding: Finding) -> str:
    is_fixable = finding in report.fixable
    if finding.severity is Severity.ERROR and not is_fixable:
        return ""
    return f" [{finding.severity.value}{', fixable' if is_fixable else ''}]"


def _source(report: Report, finding: Finding, line: str) -> Iterator[str]:
    """The line of the file and a caret below the column, both indented."""
    visible, caret = _cut(line, finding.place.column - 1, max(report.width - _MARGIN, 20))
    painted = paint(has_color=report.has_color)
    yield f"{painted(FAINT, f'{finding.place.line:>6} | ')}{visible}\n"
    mark = painted(OF_WEIGHT[finding.severity], "^")
    yield f"{painted(FAINT, '       | ')}{' ' * caret}{mark}\n"


def _cut(line: str, column: int, widest: int) -> tuple[str, int]:
    """Return the part of a line around a character, and how many columns stand before this one."""
    parts = cells(line.rstrip())
    column = min(column, len(parts))
    first = _first(parts, column, widest)
    opening = "…" if first else ""
    shown_parts, width = [opening], len(opening)
    for number, (written, wide) in enumerate(parts[first:], first):
        if width + wide > widest - 1 and number > column:
            shown_parts.append("…")
            break
        shown_parts.append(written)
        width += wide
    return "".join(shown_parts), len(opening) + sum(wide for _, wide in parts[first:column])


def _first(parts: list[tuple[str, int]], column: int, widest: int) -> int:
    """The first character to show of a line, so that the one at `column` has company on both sides."""
    if sum(wide for _, wide in parts) < widest:
        return 0
    first, before = column, 0
    while first > 0 and before + parts[first - 1][1] <= widest * 3 // 5:
        first -= 1
        before += parts[first][1]
    return first
