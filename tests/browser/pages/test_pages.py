"""Every type of page in five windows, light and dark: nothing is cut, faint, loud or missing, axe-core finds nothing.

In the end the tab key goes through it.

The site is served under its strict Content-Security-Policy, so that whatever that refuses is a complaint, too.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from page_looks import AUDITED, FINE, LOOKS, Look, Window
from page_types import KINDS
from tab_walk import expect_all_reached_by_tab

ENDS: tuple[Look, ...] = (("light", 320), ("light", 1280))
"""The narrowest window and the widest."""
ALIKE = ("journey of the future", "guide", "guide to the fields")
"""Pages that have nothing for the tab key but what another one or the theme has."""
LEVELS = "list => list.filter(e => e.checkVisibility()).map(e => Number(e.localName.at(-1)))"
"""Of the headings in sight."""


@pytest.fixture
def plain_window(shared_window: Window, plain_base: str) -> Iterator[Window]:
    with shared_window.at(plain_base) as window:
        yield window


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_as_it_should_be_for_eyes_and_for_the_tab_key(window: Window, kind: str) -> None:
    assert window.looks(KINDS[kind], audited=AUDITED) == dict.fromkeys(LOOKS, FINE)

    page = window.page
    levels = page.locator(".md-content :is(h1, h2, h3, h4, h5, h6)").evaluate_all(LEVELS)
    assert levels.count(1) == 1
    assert [(one, next_) for one, next_ in pairwise([0, *levels]) if next_ > one + 1] == []
    title = page.get_by_role("heading", level=1).get_attribute("id")
    assert page.locator(".md-skip").evaluate("link => link.hash") == f"#{title}"
    if kind not in ALIKE:
        expect_all_reached_by_tab(page)


@pytest.mark.parametrize("kind", ["home", "journey of two personas", "journey with branches", "touchpoints"])
def test_a_page_is_as_it_should_be_in_the_theme_of_mkdocs(plain_window: Window, kind: str) -> None:
    assert plain_window.looks(KINDS[kind], looks=ENDS) == dict.fromkeys(ENDS, FINE)


def test_every_type_of_page_is_looked_at(site: Path) -> None:
    def types(addresses: list[str]) -> set[str]:
        texts = [(site / address / "index.html").read_text(encoding="utf-8") for address in addresses]
        return {part.split('"')[0] for text in texts for part in text.split('class="jb-page jb-page--')[1:]}

    built = [path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")]

    assert types(list(KINDS.values())) == types(built)
    assert len(types(built)) >= 16
