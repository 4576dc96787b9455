"""[[kind:id]] in a text of a header leads somewhere where the text is shown, and shows no brackets elsewhere."""

import json
import re
from collections.abc import Mapping

import pytest
from hostile import handbook
from small_sites import SmallSite, build_site, config

from journeybook.links import takes_links

LINK = "führt zu [[channel:c-one|HIER]] & [[team:team-one|<img src=x onerror=alert(1)>]]"

WORDS_ALONE = {
    *(f"{part}.opportunities.actions.experiment.hypothesis" for part in ("step", "stage-of-journey")),
}
"""Texts that lead to an address of their own."""


@pytest.fixture(scope="module")
def texts() -> Mapping[str, str]:
    return handbook(LINK)[1]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    return build_site(tmp_path_factory.mktemp("linked"), handbook(LINK)[0], config("mkdocs", rules=False))


@pytest.fixture(scope="module")
def pages(made: SmallSite) -> Mapping[str, str]:
    """The HTML of the pages, without the places where words may be parted."""
    return {
        address: (made.site / address / "index.html").read_text(encoding="utf-8").replace("\u00ad", "")
        for address in made.generated
    }


def is_linked(path: str) -> bool:
    """Whether a text takes links; labels of facts are keys."""
    return takes_links(tuple(path.split("."))) and not path.endswith(".label")


def test_the_text_of_every_field_leads_where_it_says(
    made: SmallSite, pages: Mapping[str, str], texts: Mapping[str, str]
) -> None:
    assert (made.aborted, made.log) == (None, [])
    linked = {path for path in texts if is_linked(path)}
    lead = {
        path
        for path in linked
        if any(
            re.search(
                rf"{re.escape(path)} führt zu <a class=\"jb-linked\" href=\"[^\"]*channels/c-one/\">HIER</a> &amp; <a ",
                page,
            )
            for page in pages.values()
        )
    }
    assert len(linked) > 50
    assert linked - lead == WORDS_ALONE, "Put `|linked` behind these texts where a template shows them."


def test_brackets_stand_in_titles_alone(pages: Mapping[str, str], texts: Mapping[str, str]) -> None:
    literal = {path for path in texts if any(f"{path} führt zu [[channel" in page for page in pages.values())}
    assert literal == {path for path in texts if not is_linked(path)} - {
        "journey.tags",
        "persona.tags",
        "touchpoint.tags",
    }


def test_a_label_that_looks_like_html_is_text(made: SmallSite) -> None:
    for page in made.pages.values():
        assert page.faults == []
        assert [element for element in page.top if "onerror" in element.attributes] == []


def test_the_search_holds_words_without_brackets(made: SmallSite, texts: Mapping[str, str]) -> None:
    found = json.loads((made.site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    said = " ".join(entry["text"] for entry in found)
    assert "journey.summary führt zu HIER & <img" in said
    assert [path for path in texts if is_linked(path) and f"{path} führt zu [[" in said] == []
