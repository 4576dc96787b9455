"""Write what the matrix has tried into the documentation: run as a program, when all of it is green."""

import re
from collections.abc import Iterator
from pathlib import Path

from cases import Case, read_cases

ROOT = Path(__file__).parents[2]
PAGES = {"en": ROOT / "docs/en/compatibility.md", "de": ROOT / "docs/handbuch/vertraeglichkeit.md"}
HEADS = {
    "en": ("Name", "Tried with", "What was looked at, and what to know"),
    "de": ("Name", "Versucht mit", "Was angesehen wurde, und was zu wissen ist"),
}
LIMITS = {"en": "**Not:**", "de": "**Nicht:**"}
COMES_WITH = {"mkdocs": "mkdocs", "readthedocs": "mkdocs"}
_PIN = re.compile(r"^(\S+)==(\S+)", re.MULTILINE)


def table(group: str, language: str) -> str:
    """Make the table of a group of cases."""
    heads = HEADS[language]
    rows = [heads, tuple("---" for _ in heads), *_rows(group, language)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def written(page: str, language: str) -> str:
    """Put the tables into a page, each between its two marks."""
    for group in ("plugins", "themes", "sites"):
        begin, end = f"<!-- {group} -->\n", f"<!-- /{group} -->"
        before, _, rest = page.partition(begin)
        page = f"{before}{begin}\n{table(group, language)}\n{end}{rest.partition(end)[2]}"
    return page


def _rows(group: str, language: str) -> Iterator[tuple[str, ...]]:
    pins = dict(_PIN.findall((ROOT / "requirements/matrix.txt").read_text(encoding="utf-8")))
    for case in read_cases(group):
        yield (
            f"`{case.name}`" if ":" in case.name else case.name,
            _version(case, group, pins),
            _told(case, language),
        )


def _version(case: Case, group: str, pins: dict[str, str]) -> str:
    package = (
        case.package or COMES_WITH.get(case.name) or ("mkdocs" if group == "sites" else "mkdocs-material")
    )
    return f"{package} {pins[package]}"


def _told(case: Case, language: str) -> str:
    limit = case.limit.get(language)
    told = {"en": case.en, "de": case.de}[language]
    return " ".join(filter(None, (told, f"{LIMITS[language]} {limit}" if limit else "")))


if __name__ == "__main__":
    for code, path in PAGES.items():
        path.write_text(written(path.read_text(encoding="utf-8"), code), encoding="utf-8")
