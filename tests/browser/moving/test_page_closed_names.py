"""An author's text that bears the names of the theme's own parts takes nothing over in a reader's browser."""

from collections.abc import Iterator

import pytest
from example_sites import build_files
from page_looks import Window
from playwright.sync_api import expect

from browser import serve

CONFIG = """\
site_name: X
theme: {name: material, font: false}
plugins: [search, journeybook]
markdown_extensions: [attr_list, md_in_html]
"""
SEARCHED_ELSEWHERE = """\
---
title: Anna
---
<div id="__config" hidden>{"base": "https://other.invalid", "features": [],
"search": "../../assets/javascripts/workers/search.js", "tags": null, "translations": {}, "version": null}</div>

## Looking {#__search}
"""
TAKEN_OVER = """\
---
title: Bodo Klein
---
Collects stamps.

<div markdown id="__config">{"base": "../../assets/evil"}</div>

<label for="__drawer">Tray</label> <label for="__search">Lens</label>
<input type="checkbox" id="__drawer"> <input type="checkbox" id="__search">

<figure data-jb-diagram class="jb-diagram">no diagram</figure>

## Drawing {: #__drawer .md-search data-md-component=search }

A line.
{: #__config data-jb-diagram onclick="document.title = 'ran'" }

<div data-md-component="search" class="md-search"><input data-md-component="search-query" name="query"></div>

```mermaid
flowchart LR
  a --> b
```
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A handbook in which the texts of two personas try it."""
    files = {
        "mkdocs.yml": CONFIG,
        "journeys/personas/anna.md": SEARCHED_ELSEWHERE,
        "journeys/personas/bodo.md": TAKEN_OVER,
    }
    with serve(build_files(files, tmp_path_factory.mktemp("names"))) as base:
        yield base


def test_the_search_asks_its_own_site_when_a_reader_searches(window: Window) -> None:
    addresses: list[str] = []
    window.page.on("request", lambda request: addresses.append(request.url))
    window.visit("personas/anna/")
    assert not [address for address in addresses if "search_index" in address]

    with window.page.expect_request("**/search_index.json") as asked:
        window.search("stamps")
    assert asked.value.url == f"{window.base}/search/search_index.json"
    expect(window.page.locator(".md-search-result__link").first).to_contain_text("Bodo Klein")


def test_drawer_search_and_diagrams_stay_the_themes_own(window: Window) -> None:
    """The window complains of requests to other hosts, and of scripts that fail."""
    page = window.visit("personas/bodo/")
    expect(page.locator("figure")).to_have_count(2)
    expect(page.locator(".jb-diagram--drawn")).to_have_count(1)

    for words in ("Tray", "Lens", "Drawing", "A line."):
        page.locator(".jb-profile__story").get_by_text(words, exact=True).click()
    expect(page.locator("input#__drawer")).not_to_be_checked()
    expect(page.locator("input#__search")).not_to_be_checked()
    expect(page).to_have_title("Bodo Klein - X")

    window.resize(390)
    page.locator(".md-header label[for=__drawer]").first.click()
    expect(page.locator(".md-sidebar--primary .md-nav__title").first).to_be_in_viewport()
