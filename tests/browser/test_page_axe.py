"""axe-core finds nothing on any type of page, with all of its rules, best practices included."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml
from axe_playwright_python.base import AXE_SCRIPT
from example_sites import build
from page_looks import DIAGRAMS_IN_SIGHT, Scheme, Window
from playwright.sync_api import Browser
from test_pages import KINDS

from browser import serve

ENGLISH = Path(__file__).parents[1] / "site/english"
MATERIAL = {
    "name": "material",
    "language": "en",
    "font": False,
    "features": ["navigation.indexes", "navigation.instant", "navigation.tabs", "navigation.top"],
    "palette": [
        {"media": f"(prefers-color-scheme: {name})", "scheme": scheme, "toggle": {"icon": icon, "name": name}}
        for name, scheme, icon in (
            ("light", "default", "material/weather-night"),
            ("dark", "slate", "material/weather-sunny"),
        )
    ],
}
RUN = """async () => {
  const {violations} = await axe.run(document, {resultTypes: ["violations"]});
  return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${node.html}`));
}"""


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The English handbook, which has every type of page, in Material."""
    root = tmp_path_factory.mktemp("english")
    copytree(ENGLISH, root, dirs_exist_ok=True)
    settings: dict[str, Any] = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    (root / "mkdocs.yml").write_text(yaml.safe_dump({**settings, "theme": MATERIAL}), encoding="utf-8")
    return build(root / "mkdocs.yml", root / "site")


@pytest.fixture(scope="module")
def english_base(english: Path) -> Iterator[str]:
    with serve(english) as base:
        yield base


def first_of_each_type(site: Path) -> dict[str, str]:
    """An address for each type of page, the one with the most on it."""
    found: dict[str, tuple[int, str]] = {}
    for path in site.rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        _, _, kind = text.partition('class="jb-page jb-page--')
        address = path.parent.relative_to(site).as_posix().removeprefix(".")
        found[kind.partition('"')[0]] = max(
            found.get(kind.partition('"')[0], (0, "")), (len(text), f"{address}/" if address else "")
        )
    return {kind: address for kind, (_, address) in found.items()}


def violations(window: Window, address: str) -> list[str]:
    page = window.visit(address)
    page.wait_for_function(DIAGRAMS_IN_SIGHT)
    page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(RUN)
    return found


# A phone has other rules of layout than a laptop, and dark other colours than light: what the two do to
# each other, tests of contrast and of cut text look at. German and English differ in words alone.
@pytest.fixture(scope="module", params=[(1280, "light"), (390, "dark")], ids=["laptop, light", "phone, dark"])
def look(request: pytest.FixtureRequest) -> tuple[int, Scheme]:
    width, scheme = request.param
    return width, scheme


@pytest.fixture(scope="module")
def example_window(browser: Browser, base: str, look: tuple[int, Scheme]) -> Iterator[Window]:
    with Window.open(browser, base, width=look[0], scheme=look[1]) as window:
        yield window


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_the_example(example_window: Window, kind: str) -> None:
    assert violations(example_window, KINDS[kind]) == []


def test_axe_finds_nothing_in_the_english_handbook(
    browser: Browser, english: Path, english_base: str
) -> None:
    pages = first_of_each_type(english)
    with Window.open(browser, english_base, width=800, scheme="dark") as window:
        found = {kind: violations(window, address) for kind, address in pages.items()}

    assert len(found) >= 16
    assert {kind: faults for kind, faults in found.items() if faults} == {}


def test_axe_finds_what_is_wrong(example_window: Window) -> None:
    """The tests above would pass over pages that axe had not looked at."""
    page = example_window.visit("teams/")
    page.evaluate("document.querySelector('.jb-page h1').outerHTML = '<h4><img src=data:,></h4>'")
    page.evaluate(AXE_SCRIPT)
    rules = {found.partition(":")[0] for found in page.evaluate(RUN)}

    assert rules >= {"empty-heading", "image-alt"}
