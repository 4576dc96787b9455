"""Write findings as a comment for a pull request or a page of a wiki.

What a stranger wrote stands in code spans alone, the one place of Markdown where nothing has a meaning: no
markup, no link, no @mention, no #number. Files come worst first, and so do the findings of each.
"""

from journeybook.characters import unheard
from journeybook.findings import Finding, Severity, worst_first
from journeybook.language import Language
from journeybook.report.counting import NOUNS
from journeybook.report.findings.paths import plain_path
from journeybook.report.findings.report import Report
from journeybook.report.findings.summary import verdict
from journeybook.report.safe_markdown import code

_LONGEST = 60_000
"""Characters; GitHub refuses a comment of more than 65,536."""
_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "💡"}


def markdown(report: Report) -> str:
    """Write a heading and a list for each file, cut after a whole entry where it grows too long."""
    parts = [f"### Journeybook: {verdict(report.findings, report.language)}\n"]
    by_path: dict[str, list[Finding]] = {}
    for finding in worst_first(report.findings):
        by_path.setdefault(plain_path(finding.place), []).append(finding)
    for path, findings in by_path.items():
        parts.append(f"\n#### {code(path)}: {verdict(findings, report.language)}\n\n")
        parts += [_entry(report, finding) for finding in findings]
    return unheard("".join(_cut(parts, report.language)))


def _entry(report: Report, finding: Finding) -> str:
    language = report.language
    marks = (
        language.text(NOUNS[finding.severity]),
        language.text("line %(line)s", line=finding.place.line),
        *([language.text("fixable")] if finding in report.fixable else []),
    )
    said = f"{code(report.sentence(finding))} ({code(finding.rule)})"
    return f"- {_MARKS[finding.severity]} {', '.join(marks)}: {said}\n"


def _cut(parts: list[str], language: Language) -> list[str]:
    """Leave out the last entries of a text that is too long, and say how many."""
    length = 0
    for number, part in enumerate(parts):
        length += len(part)
        if length > _LONGEST:
            kept = parts[:number]
            while not kept[-1].startswith("- ") and len(kept) > 1:
                kept.pop()
            left = sum(part.startswith("- ") for part in parts) - sum(part.startswith("- ") for part in kept)
            more = language.plural(
                "… and %(num)s more finding. `journeybook check` shows all.",
                "… and %(num)s more findings. `journeybook check` shows all.",
                left,
            )
            return [*kept, f"\n{more}\n"]
    return parts
