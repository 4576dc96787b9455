"""The handbook of this repository in both themes: every link, every id, every page."""

import re

import pytest
from built_pages import dead_links, repeated_ids
from small_sites import OF_QUALITY, OF_RULES, ROOT, SmallSite

from journeybook import project
from journeybook.kinds import LINKED

HANDBOOK = project.read(ROOT / "journeys", "journeys").catalogue


REGISTERS = {
    "pain-points/",
    "opportunities/",
    "actions/",
    "moments/",
    "content/",
    "reviews/",
    "reviews/agenda/",
}
"""The lists of what all journeys say of one sort of thing."""


def addresses() -> set[str]:
    """The pages that the design promises, for what the handbook holds."""
    kinds = [kind.row.plural for kind in LINKED if kind.row.has_own_page]
    things = {f"{kind}/{name}/" for kind in kinds for name in getattr(HANDBOOK, kind)}
    stages = {
        f"journeys/{journey.id}/{stage.id}/"
        for journey in HANDBOOK.journeys.values()
        for stage in journey.stages
    }
    lists = (f"{kind}/" for kind in kinds)
    first_weeks = {"start/", *(f"start/{name}/" for name in HANDBOOK.teams)}
    others = {"", "data/", "glossary/", "journeys/atlas/", *first_weeks}
    return {*others, *REGISTERS, *lists, *things, *stages, *OF_QUALITY, *OF_RULES}


PARTS = {"h2", "h3", "h4", "ul", "ol", "dl", "table", "tr", "p", "section", "figcaption"}


def test_the_build_says_nothing(example: SmallSite) -> None:
    assert (example.aborted, example.log) == (None, [])


def test_there_is_every_page_and_no_other(example: SmallSite) -> None:
    assert example.generated == addresses()


def test_every_link_and_anchor_leads_somewhere(example: SmallSite) -> None:
    assert sum(len(list(page.links)) for page in example.pages.values()) > 5_000
    assert dead_links(example.site, example.pages, base="/unter/pfad/") == []


def test_ids_are_unique(example: SmallSite) -> None:
    assert repeated_ids(example.pages) == []


def test_pages_are_well_formed(example: SmallSite) -> None:
    assert {path: page.faults for path, page in example.pages.items() if page.faults} == {}


def test_every_page_has_one_title_and_no_empty_part(example: SmallSite) -> None:
    for address in example.generated:
        page = example.page(address)
        assert len(page.top.all("h1")) == 1, address
        parts = [item for item in page.ours if item.tag in PARTS]
        assert [item.tag for item in parts if not item.text and not item.all("img")] == [], address


def test_every_picture_says_what_it_shows(example: SmallSite) -> None:
    for address in example.generated:
        for image in example.page(address).ours.all("img"):
            beside = (
                image.parent.text
                if image.parent and "jb-portrait" in image.attributes.get("class", "")
                else ""
            )
            assert image["alt"].strip() or beside, address


def test_every_table_names_its_rows_and_columns(example: SmallSite) -> None:
    for address in example.generated:
        for head in example.page(address).ours.all("th"):
            assert head["scope"] in {"col", "row", "colgroup", "rowgroup"}, address


def test_every_step_has_its_anchor_on_both_pages(example: SmallSite) -> None:
    for journey in HANDBOOK.journeys.values():
        ids = example.page(f"journeys/{journey.id}/").ids
        for stage in journey.stages:
            wanted = [step.id for step in stage.steps]
            assert [name for name in ids if name in wanted] == wanted
            of_stage = example.page(f"journeys/{journey.id}/{stage.id}/").ids
            assert [name for name in of_stage if name in wanted] == wanted


def test_pictures_are_copied(example: SmallSite) -> None:
    for picture in (ROOT / "journeys/assets").iterdir():
        assert (example.site / "journeys/assets" / picture.name).read_bytes() == picture.read_bytes()


def test_no_generated_page_makes_mermaid2_parse_it(example: SmallSite) -> None:
    assert [address for address in example.generated if "mermaid" in example.page(address).html] == []


@pytest.mark.parametrize("name", ["journeybook.css", "diagrams.css", "journeybook.js", "Mermaid-loader.js"])
def test_every_page_loads_styles_and_scripts(example: SmallSite, name: str) -> None:
    for address in example.generated:
        loaded = [link for link in example.page(address).links if link.endswith(f"assets/journeybook/{name}")]
        assert len(loaded) == 1, address
    assert (example.site / "assets/journeybook/mermaid.tiny.js").is_file()


def test_nothing_is_loaded_from_another_host(example: SmallSite) -> None:
    for page in example.pages.values():
        for element in page.top:
            loaded = (
                element.attributes.get("src")
                or (element.tag == "link" and element.attributes.get("href"))
                or ""
            )
            if element.attributes.get("rel") != "canonical":
                assert not re.match(r"(https?:)?//", str(loaded)), loaded
