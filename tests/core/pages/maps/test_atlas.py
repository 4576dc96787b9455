"""The atlas: every journey once in its place, the stages it goes through, and what is not mapped."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from core.handbooks import read
from core.rendering import html_of
from journeybook.catalogue import Catalogue, atlas
from journeybook.language import language
from journeybook.pages import Site, site_pages

TODAY = date(2026, 11, 21)
ATLAS = "journeys/atlas/"


def journey(title: str, *stages: str, **fields: str) -> str:
    """A journey with a step in each of its stages, rated 2."""
    head = "".join(f"{name.rstrip('_')}: {value}\n" for name, value in fields.items())
    steps = ", ".join(f"{{stage: {stage}, steps: {{title: {stage}, satisfaction: 2}}}}" for stage in stages)
    return f"---\ntitle: {title}\npersona: anna\n{head}" + (f"stages: [{steps}]\n" if steps else "") + "---\n"


STAGES = ("awareness", "purchase", "support", "loyalty")
HANDBOOK = "".join(("stages:\n", *(f"  - {{id: {stage}, title: {stage}}}\n" for stage in STAGES)))
FILES: Mapping[str, str] = {
    "personas/anna.md": "---\ntitle: Anna\n---\n",
    "personas/bea.md": "---\ntitle: Bea\n---\n",
    "personas/jo.md": "---\ntitle: Jo\ntype: negative\n---\n",
    "a-detail.md": journey("Bezahlen", "purchase", parent="kauf"),
    "einkauf.md": journey("Karte", status="planned", parent="a-detail"),
    "kauf.md": journey("Kauf", "purchase", "awareness"),
    "kauf-at.md": journey("Kauf in Wien", status="planned", variant_of="kauf"),
    "kauf-neu.md": journey("Kauf bald", "awareness", "loyalty", state="future", compares_to="kauf"),
}


def catalogue(root: Path, files: Mapping[str, str] = FILES) -> Catalogue:
    return read(root, {"handbook.yml": HANDBOOK, **files}).catalogue


def test_each_journey_stands_once_behind_or_below_the_one_it_belongs_to(tmp_path: Path) -> None:
    entries = atlas(catalogue(tmp_path)).entries

    assert [(entry.journey.id, entry.level, entry.relation) for entry in entries] == [
        ("kauf", 1, ""),
        ("kauf-neu", 1, "future"),
        ("kauf-at", 1, "variant"),
        ("a-detail", 2, ""),
        ("einkauf", 3, ""),
    ]


def test_stages_are_those_of_the_handbook_in_its_order_or_of_what_it_belongs_to(tmp_path: Path) -> None:
    entries = atlas(catalogue(tmp_path)).entries
    stages = {entry.journey.id: [stage.id for stage in entry.stages] for entry in entries}

    assert stages == {
        "kauf": ["awareness", "purchase"],
        "kauf-neu": ["awareness", "loyalty"],
        "kauf-at": ["awareness", "purchase"],
        "a-detail": ["purchase"],
        "einkauf": ["purchase"],
    }
    assert [entry.journey.id for entry in entries if entry.is_assumed] == ["kauf-at", "einkauf"]


def test_a_planned_journey_stands_at_the_steps_that_name_it(tmp_path: Path) -> None:
    large = (
        "---\ntitle: Leben\npersona: anna\nstages:\n"
        "  - {stage: awareness, steps: Hören}\n"
        "  - {stage: support, steps: {title: Fragen, journey: hilfe}}\n---\n"
    )
    files = {"leben.md": large, "hilfe.md": journey("Hilfe", status="planned", parent="leben")}
    entries = atlas(catalogue(tmp_path, {**files, "personas/anna.md": FILES["personas/anna.md"]})).entries

    assert [stage.id for stage in entries[1].stages] == ["support"]


def test_it_says_what_is_not_mapped(tmp_path: Path) -> None:
    found = atlas(catalogue(tmp_path, {**FILES, "personas/bodo.md": "---\ntitle: Bodo\ntype: staff\n---\n"}))

    assert [entry.journey.id for entry in found.planned] == ["kauf-at", "einkauf"]
    assert [stage.id for stage in found.untravelled] == ["support", "loyalty"]
    assert [persona.id for persona in found.unheard] == ["bea"]
    assert found.depth == 3


def test_what_leads_back_to_itself_is_there_all_the_same(tmp_path: Path) -> None:
    circle = {
        "eins.md": journey("Eins", "purchase", parent="zwei"),
        "zwei.md": journey("Zwei", "purchase", parent="eins"),
        "drei.md": journey("Drei", "purchase", variant_of="vier"),
        "vier.md": journey("Vier", "purchase", variant_of="drei"),
        "ich.md": journey("Ich", "purchase", parent="ich", compares_to="ich", variant_of="ich"),
    }
    found = atlas(catalogue(tmp_path, {**circle, "personas/anna.md": FILES["personas/anna.md"]}))

    assert sorted(entry.journey.id for entry in found.entries) == ["drei", "eins", "ich", "vier", "zwei"]


def test_hundreds_of_levels_have_their_places(tmp_path: Path) -> None:
    chain = {
        f"j{number}.md": journey(f"J{number}", "purchase", parent=f"j{number - 1}")
        for number in range(1, 401)
    }
    files = {**chain, "j0.md": journey("J0", "purchase"), "personas/anna.md": FILES["personas/anna.md"]}
    found = atlas(catalogue(tmp_path, files))

    assert found.depth == 401
    assert found.entries[-1].journey.id == "j400"


def test_the_page_draws_what_is_planned_apart(tmp_path: Path) -> None:
    site = Site(catalogue=catalogue(tmp_path), language=language("en"), today=TODAY)
    (page,) = (page for page in site_pages(site) if page.address == ATLAS)
    html = html_of(page, "en", TODAY)

    assert html.count('class="is-planned"') == 2
    assert html.count('<a href="../../journeys/kauf/purchase/">') == 1
    assert html.count("never reviewed") == 3
    assert 'href="../../personas/bea/"' in html
    assert 'href="../../personas/jo/"' not in html


def test_a_journey_keeps_its_address_though_the_atlas_would_have_it(tmp_path: Path) -> None:
    files = {"atlas.md": journey("Atlanten", "purchase"), "personas/anna.md": FILES["personas/anna.md"]}
    site = Site(catalogue=catalogue(tmp_path, files), language=language("en"), today=TODAY)

    assert [page.title for page in site_pages(site) if page.address == ATLAS] == ["Atlanten"]
