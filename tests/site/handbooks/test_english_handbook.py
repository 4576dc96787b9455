"""A handbook in English, of another branch, with every kind of page, and not a German word of ours."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
import yaml
from babel.messages.pofile import read_po
from built_pages import Element, dead_links, repeated_ids
from small_sites import ROOT, SmallSite, build_site

ENGLISH = Path(__file__).parents[1] / "english"
THEMES = {
    "english": {"name": "material", "font": False},
    "austrian": {"name": "mkdocs", "highlightjs": False, "locale": "de_AT"},
}
_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{3,}")


def _build(root: Path, theme: str) -> SmallSite:
    copytree(ENGLISH, root, dirs_exist_ok=True)
    settings = yaml.safe_load((ENGLISH / "mkdocs.yml").read_text(encoding="utf-8"))
    return build_site(root, {}, yaml.safe_dump({**settings, "theme": THEMES[theme]}))


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SmallSite]:
    return {theme: _build(tmp_path_factory.mktemp(theme), theme) for theme in THEMES}


def _labels() -> tuple[set[str], set[str]]:
    """The English words of our labels, and the German ones."""
    with (ROOT / "plugins/journeybook/locale/de.po").open("rb") as stream:
        messages = [message for message in read_po(stream) if message.id]
    english = {word for message in messages for word in _words(_joined(message.id))}
    return english, {word for message in messages for word in _words(_joined(message.string))}


def _joined(text: str | tuple[str, ...] | list[str] | None) -> str:
    return text if isinstance(text, str) else " ".join(text or ())


def _words(text: str) -> set[str]:
    return set(_WORD.findall(re.sub(r"%\(\w+\)s", " ", text)))


def _authors() -> set[str]:
    return _words(
        " ".join(path.read_text(encoding="utf-8") for path in ENGLISH.rglob("*.*") if path.suffix != ".svg")
    )


_FOR_SCRIPTS = {
    "data-jb-lane",
    "data-jb-sort",
    "data-jb-views",
    "data-jb-step",
    "data-jb-stage",
    "data-jb-open",
    "data-jb-group",
    "data-jb-at",
    "data-jb-filter",
    "data-jb-csv",
    "data-jb-default",
    "data-jb-print",
    "data-jb-copy-picture",
}
"""Names and addresses, which no reader sees."""


def _said(page: Element) -> set[str]:
    """The words that our part of a page shows or says, without those that are typed into files."""
    values = (
        value
        for element in page
        for name, value in element.attributes.items()
        if name in {"title", "alt", "aria-label", "placeholder"}
        or (name.startswith("data-jb") and name not in _FOR_SCRIPTS)
    )
    shown = "".join(_texts(page)).replace("\u00ad", "")
    return _words(" ".join([shown, *values]))


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in {"code", "script", "style", "template"}:
            yield from _texts(child)


@pytest.mark.parametrize("theme", THEMES)
def test_the_site_is_sound(sites: dict[str, SmallSite], theme: str) -> None:
    made = sites[theme]
    assert (made.aborted, made.log) == (None, [])
    assert repeated_ids(made.pages) == []
    assert dead_links(made.site, made.pages) == []
    assert {path: page.faults for path, page in made.pages.items() if page.faults} == {}


def test_no_german_word_of_ours_is_said(sites: dict[str, SmallSite]) -> None:
    made = sites["english"]
    english, german = _labels()
    foreign = german - english - _authors()
    assert len(german - english) > 200
    for address in made.generated:
        assert _said(made.page(address).ours) & foreign == set(), address


def test_no_english_label_of_ours_is_said_in_german(sites: dict[str, SmallSite]) -> None:
    made = sites["austrian"]
    english, german = _labels()
    foreign = english - german - _authors() - {"end", "section"}  # words of Mermaid's
    for address in made.generated:
        assert _said(made.page(address).ours) & foreign == set(), address
    assert "Zufriedenheit" in made.page("journeys/").ours.text


def test_every_kind_of_page_is_there(sites: dict[str, SmallSite]) -> None:
    kinds = {
        name.removeprefix("jb-page--")
        for address in sites["english"].generated
        for name in sites["english"].page(address).ours["class"].split()
    } - {"jb-page"}
    templates = {
        path.stem.replace("_", "-")
        for path in (ROOT / "plugins/journeybook/templates").rglob("*.html")
        if '{% extends "page.html" %}' in path.read_text(encoding="utf-8")
    }
    assert kinds == templates - {"broken", "review"}


WRITTEN = [
    ("journeys/first-check-up/", "February 3, 2026", "3. Februar 2026"),
    ("journeys/first-check-up/", "October 1, 2026", "1. Oktober 2026"),
    ("journeys/first-check-up/", "n = 1,200", "n = 1.200"),
    ("journeys/first-check-up/", "reviewed 252 days ago: due again", "vor 252 Tagen geprüft: wieder fällig"),
    ("journeys/first-check-up/", "October 2026", "Oktober 2026"),
    ("metrics/", "6%", "6 %"),
    ("metrics/", "March 14, 2026", "14. März 2026"),
    ("metrics/", "3.5 minutes", "3,5 Minuten"),
    ("metrics/", "1,234", "1.234"),
    ("metrics/", "£1,234.50", "1.234,50 £"),
    ("personas/omar/", "41 years", "41 Jahre"),
    ("personas/grace/", "1 year", "1 Jahr"),
    ("channels/phone/", "2.5", "2,5"),
]


@pytest.mark.parametrize(("address", "english", "german"), WRITTEN)
def test_dates_and_numbers_are_written_as_in_the_language(
    sites: dict[str, SmallSite], address: str, english: str, german: str
) -> None:
    assert english in sites["english"].page(address).ours.text
    assert german not in sites["english"].page(address).ours.text
    assert german in sites["austrian"].page(address).ours.text
