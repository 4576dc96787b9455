"""The blocks of shell of README and docs, each with the section that it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "benchmarks/README.md",
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")),
)
ENGLISH = {
    "docs/handbuch/beginnen.md": "docs/en/begin.md",
    "docs/handbuch/begutachten.md": "docs/en/review.md",
    "docs/handbuch/drucken.md": "docs/en/print.md",
    "docs/handbuch/editor.md": "docs/en/editor.md",
    "docs/handbuch/einziehen.md": "docs/en/move-in.md",
    "docs/handbuch/felder.md": "docs/en/fields.md",
    "docs/handbuch/journey-schreiben.md": "docs/en/write-a-journey.md",
    "docs/handbuch/lesen.md": "docs/en/read.md",
    "docs/handbuch/mitnehmen.md": "docs/en/take-along.md",
    "docs/handbuch/namen-in-tabellen.md": "docs/en/names-in-sheets.md",
    "docs/handbuch/offene-daten.md": "docs/en/open-data.md",
    "docs/handbuch/programme.md": "docs/en/builders.md",
    "docs/handbuch/pruefen.md": "docs/en/check.md",
    "docs/handbuch/pull-requests.md": "docs/en/pull-requests.md",
    "docs/handbuch/rhythmus.md": "docs/en/rhythm.md",
    "docs/handbuch/umbenennen.md": "docs/en/rename.md",
    "docs/handbuch/vergleichen.md": "docs/en/compare.md",
    "docs/handbuch/veroeffentlichen.md": "docs/en/publish.md",
    "docs/handbuch/vertraeglichkeit.md": "docs/en/compatibility.md",
    "docs/handbuch/zusagen.md": "docs/en/promises.md",
}
"""The English page of each German one."""
SHELL = ("sh", "console")
"""What a block of commands is called: `console` shows what they print as well."""

_FENCE = re.compile(r"^```(?P<language>\w*)(?P<rest>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (?P<title>.*?)(?: \{#(?P<anchor>[\w-]+)\})?$", re.MULTILINE)
_COMMENT = re.compile(r"\s+# .*$")
_TITLE = re.compile(r'title="([^"]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block of a page."""

    page: str
    section: str
    """The anchor of the heading above, or its words with dashes."""
    language: str
    title: str
    """The file that the block shows, if it names one."""
    text: str

    @property
    def place(self) -> str:
        """Page and section."""
        return f"{self.page}#{self.section}"

    @property
    def commands(self) -> tuple[str, ...]:
        """What is typed, without prompts and comments."""
        lines = self.text.splitlines()
        if self.language == "console":
            lines = [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
        return tuple(_COMMENT.sub("", line) for line in lines)

    @property
    def printed(self) -> list[str]:
        """What the commands of a `console` print."""
        return [line for line in self.text.splitlines() if not line.startswith("$ ")]


def blocks(page: str) -> Iterator[Block]:
    """Yield all fenced blocks of a page."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blank = _FENCE.sub(lambda fence: re.sub(r"\S", " ", fence[0]), text)
    headings = list(_HEADING.finditer(blank))
    for fence in _FENCE.finditer(text):
        above = [heading for heading in headings if heading.start() < fence.start()]
        title = _TITLE.search(fence["rest"])
        yield Block(
            page=page,
            section=_anchor(above[-1]) if above else "",
            language=fence["language"],
            title=title[1] if title else "",
            text=fence["text"],
        )


def _anchor(heading: re.Match[str]) -> str:
    return heading["anchor"] or re.sub(r"\W+", "-", heading["title"].lower())


def outside_of_blocks(page: str) -> str:
    """A page without its fenced blocks."""
    return _FENCE.sub("", (ROOT / page).read_text(encoding="utf-8"))
