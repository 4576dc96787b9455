"""Every type of page on a phone, a tablet and a laptop, in light and dark: nothing is cut, faint, loud or missing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from page_looks import FINE, Scheme, Window
from playwright.sync_api import Browser

KINDS = {
    "home": "",
    "journeys": "journeys/",
    "journey of two personas": "journeys/online-bestellen/",
    "journey with branches": "journeys/schuhe-im-laden-kaufen/",
    "journey of the future": "journeys/online-bestellen-kuenftig/",
    "stage of a journey": "journeys/online-bestellen/purchase/",
    "stages": "stages/",
    "stage": "stages/purchase/",
    "touchpoints": "touchpoints/",
    "touchpoint": "touchpoints/kasse/",
    "channels": "channels/",
    "channel": "channels/store/",
    "personas": "personas/",
    "persona": "personas/anna/",
    "teams": "teams/",
    "team": "teams/e-commerce/",
    "metrics": "metrics/",
    "metric": "metrics/warenkorbabbruch/",
    "guide": "handbuch/journey-schreiben/",
    "guide to the fields": "handbuch/felder/",
}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@pytest.fixture(scope="module", params=SCHEMES)
def open_window(request: pytest.FixtureRequest, browser: Browser, base: str) -> Iterator[Window]:
    with Window.open(browser, base, scheme=request.param) as window:
        yield window


@pytest.fixture(scope="module")
def plain_window(browser: Browser, plain_base: str) -> Iterator[Window]:
    with Window.open(browser, plain_base) as window:
        yield window


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_as_it_should_be(open_window: Window, kind: str) -> None:
    assert open_window.looks(KINDS[kind]) == {390: FINE, 800: FINE, 1280: FINE}


@pytest.mark.parametrize("kind", ["home", "journey of two personas", "journey with branches", "touchpoints"])
def test_a_page_is_as_it_should_be_in_the_theme_of_mkdocs(plain_window: Window, kind: str) -> None:
    assert plain_window.looks(KINDS[kind]) == {390: FINE, 800: FINE, 1280: FINE}


def test_every_type_of_page_is_looked_at(site: Path) -> None:
    def types(addresses: list[str]) -> set[str]:
        texts = [(site / address / "index.html").read_text(encoding="utf-8") for address in addresses]
        return {part.split('"')[0] for text in texts for part in text.split('class="jb-page jb-page--')[1:]}

    built = [path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")]

    assert types(list(KINDS.values())) == types(built)
    assert len(types(built)) >= 16
