"""Text of authors is text: whatever it looks like, readers see it as it was written, in every field."""

import json
from collections.abc import Iterator

import pytest
from built_pages import BuiltPage, dead_links, repeated_ids
from hostile import HARM, handbook
from small_sites import SmallSite, build_site, config

TAGS = {"journey.tags", "persona.tags", "touchpoint.tags"}
"""Shown by Material's plugin alone."""


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs"])
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def made(theme: str, tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    tree, _ = handbook()
    plugins = ["search", "journeybook", *(["tags"] if theme == "material" else [])]
    return build_site(
        tmp_path_factory.mktemp("literal"), tree, config(theme, rules=theme == "material", plugins=plugins)
    )


def shown(page: BuiltPage) -> Iterator[str]:
    """What a page shows or says: its text, its title, and the values of its attributes."""
    yield page.top.text
    yield page.title
    for element in page.top:
        yield from (" ".join(value.split()) for value in element.attributes.values())


def test_every_text_of_every_field_is_shown_as_it_was_written(made: SmallSite, theme: str) -> None:
    assert (made.aborted, made.log) == (None, [])
    texts = handbook()[1]
    assert len(texts) > 70
    everything = [text for page in made.pages.values() for text in shown(page)]
    unseen = {field for field, text in texts.items() if not any(text in shown for shown in everything)}
    assert unseen == (set() if theme == "material" else TAGS)


def test_no_text_became_markup(made: SmallSite) -> None:
    for page in made.pages.values():
        assert page.faults == []
        for element in page.top:
            assert "onerror" not in element.attributes
            assert not element.attributes.get("href", "").startswith("javascript:")
            assert element.tag != "script" or "".join(element.texts) != "alert(1)"
    assert repeated_ids(made.pages) == []
    assert dead_links(made.site, made.pages) == []


@pytest.mark.parametrize(
    "address", ["journeys/j-one/", "personas/p-one/", "touchpoints/t-one/", "stages/s-one/"]
)
def test_the_title_of_the_window_is_the_title(made: SmallSite, address: str) -> None:
    assert made.page(address).title.endswith(f"title {' '.join(HARM.split())} - Handbuch")


def test_search_entries_hold_the_text(made: SmallSite, theme: str) -> None:
    documents = json.loads((made.site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    titles = {document["location"]: document["title"] for document in documents}
    title = titles["journeys/j-one/"]
    if theme == "material":  # which shows titles as HTML
        assert "<" not in title
        title = BuiltPage(title).top.text
    assert title == f"journey.title {HARM}"


def test_links_by_id_show_titles_as_they_were_written(made: SmallSite) -> None:
    found = [link.text for link in made.page("").ours.one("div.jb-prose").all("a")]
    assert [text.split(" ", 1)[0] for text in found if HARM in text] == [
        "journey.title",
        "journey.title",
        "persona.title",
        "touchpoint.title",
        "channel.title",
        "stage.title",
        "team.title",
        "metric.title",
        "goal.title",
        "segment.title",
        "system.title",
        "principle.title",
        "term.title",
    ]
