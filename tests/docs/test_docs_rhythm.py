"""What is documented of `journeybook digest` is what it does, in both languages."""

from pathlib import Path

import markdown_pages as pages
import pytest

from journeybook.cli.digest import digest
from journeybook.cli.terminal.failure import CLEAN, WRONG_USE

RHYTHM = ("handbuch/rhythmus.md", "en/rhythm.md")


@pytest.mark.parametrize("name", RHYTHM)
def test_every_option_and_exit_code_of_digest_is_documented(docs: Path, name: str) -> None:
    page = (docs / name).read_text(encoding="utf-8")
    documented = [pages.code(row[0])[0] for row in pages.section(page, "digest").rows]
    options = [
        f"{param.opts[0]} {choice}".strip()
        for param in digest.params
        if param.param_type_name == "option"
        for choice in getattr(param.type, "choices", ("",))
    ]

    assert documented == [*options, "--help", *(str(code) for code in (CLEAN, WRONG_USE))]


def test_both_languages_have_the_same_sections_on_the_rhythm(docs: Path) -> None:
    german, english = (
        [section.anchor for section in pages.sections((docs / name).read_text(encoding="utf-8"))]
        for name in RHYTHM
    )

    assert german == english
