"""The navigation in groups: in each theme, with what a site arranges itself, and below tabs."""

from typing import Any
from urllib.parse import urljoin

import pytest
from built_pages import BuiltPage
from small_sites import THEMES, Make, SmallSite, Tree

LISTED = """\
channels: {id: laden, title: Laden, setting: offline}
teams: {id: kasse, title: Team Kasse}
metrics: {id: nps, title: NPS, unit: score, direction: up}
goals: {id: treue, title: Kunden halten}
segments: {id: familien, title: Familien}
systems: {id: kasse, title: Kassensystem}
principles: {id: ehrlich, title: Ehrlich sein}
"""
EVERYTHING: Tree = {
    "journeys/handbook.yml": LISTED,
    "journeys/touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: laden\n---\n",
}
MATERIAL = THEMES["material"]
TABS = {**MATERIAL, "features": ["navigation.tabs", "navigation.indexes"]}
OF_GROUPS = [
    ("Journeys", ["Journeys", "Atlas", "Phasen"]),
    ("Kundschaft", ["Personas", "Segmente"]),
    ("Kontakt", ["Touchpoints", "Kanäle", "Systeme"]),
    ("Nachschlagen", ["Neu hier?", "Glossar", "Grundsätze", "Offene Daten", "Qualität"]),
]
"""The groups of more than one page, which are the first ones of each."""


def side_bar(page: BuiltPage) -> list[str]:
    """What the side bar leads to, in its order."""
    links = page.top.all("div.md-sidebar--primary li.md-nav__item a.md-nav__link")
    return [link.text for link in links if "#" not in link["href"]]


def tabs(page: BuiltPage) -> list[str]:
    return [link.text for link in page.top.all("a.md-tabs__link")]


def marked(page: BuiltPage) -> list[str]:
    return [item.text for item in page.top.all("li.md-tabs__item--active")]


def beside(page: BuiltPage) -> list[tuple[str, str]]:
    return [(link.text, link["href"]) for link in page.ours.all("nav.jb-neighbours a")]


def is_sound(made: SmallSite) -> bool:
    return (made.aborted, made.log) == (None, [])


def test_pages_stand_in_groups_below_tabs(make: Make) -> None:
    made = make(EVERYTHING, quality=True, theme=TABS)
    home = made.page("")

    assert is_sound(made)
    titles = tabs(home)
    assert titles[:4] == ["Willkommen", "Journeys", "Kundschaft", "Kontakt"]
    assert titles[-2:] == ["Teams", "Nachschlagen"]
    assert len(titles) == 8
    assert marked(made.page("goals/treue/")) == marked(made.page("goals/")) == [titles[4]]
    assert marked(made.page("metrics/nps/")) == marked(made.page("metrics/")) == [titles[5]]
    assert marked(made.page("teams/kasse/")) == ["Teams"]
    below = ("journeys/schuhe/purchase/", "segments/familien/", "systems/kasse/", "principles/ehrlich/")
    assert [marked(made.page(address)) for address in below] == [[title] for title, _ in OF_GROUPS]


def test_each_page_of_a_group_leads_to_the_others_where_tabs_do_not(make: Make) -> None:
    made = make(EVERYTHING, quality=True, theme=TABS)
    addresses = ("stages/", "personas/", "channels/", "glossary/")

    for address, (_, titles) in zip(addresses, OF_GROUPS, strict=True):
        assert [title for title, _ in beside(made.page(address))] == titles
    assert beside(made.page("systems/")) == [
        ("Touchpoints", "../touchpoints/"),
        ("Kanäle", "../channels/"),
        ("Systeme", "../systems/"),
    ]
    current = made.page("systems/").ours.one("nav.jb-neighbours a[aria-current=page]")
    assert current.text == "Systeme"
    assert [beside(made.page(address)) for address in ("", "teams/", "systems/kasse/")] == [[], [], []]


def test_the_title_of_a_group_hides_none_of_its_pages(make: Make) -> None:
    introduced = {"docs/segments/index.md": "# Segmente\n\nWen wir meinen.\n"}
    made = make({**EVERYTHING, **introduced}, quality=True, theme=TABS)

    assert is_sound(made)
    listed = side_bar(made.page("journeys/schuhe/"))
    assert [title for _, titles in OF_GROUPS for title in titles if listed.count(title) != 1] == []
    assert [title for title, _ in beside(made.page("segments/"))] == ["Personas", "Segmente"]


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_every_theme_leads_to_every_page_of_the_groups(make: Make, theme: str) -> None:
    made = make(EVERYTHING, quality=True, theme=theme)

    assert is_sound(made)
    links = made.page("goals/treue/").top.all("a")
    led = {urljoin("/goals/treue/", link.attributes.get("href", "")) for link in links}
    lists = ("journeys", "stages", "personas", "segments", "touchpoints", "channels", "systems", "goals")
    more = ("metrics", "teams", "glossary", "principles", "quality")
    assert {f"/{address}/" for address in (*lists, *more)} - led == set()


def test_what_a_site_calls_like_a_group_joins_it(make: Make) -> None:
    nav = ["index.md", "journeybook", {"Nachschlagen": ["hilfe.md"]}]
    made = make({**EVERYTHING, "docs/hilfe.md": "# So liest du es\n"}, theme=TABS, nav=nav)

    assert is_sound(made)
    assert tabs(made.page("")).count("Nachschlagen") == 1
    assert beside(made.page("glossary/"))[-1] == ("So liest du es", "../hilfe/")


def test_groups_below_a_title_lead_on_to_each_other(make: Make) -> None:
    made = make(EVERYTHING, quality=True, theme=TABS, nav=["index.md", {"Kunden": "journeybook"}])

    assert is_sound(made)
    assert tabs(made.page("")) == ["Willkommen", "Kunden"]
    titles = [title for title, _ in beside(made.page("channels/"))]
    assert titles[:5] == ["Journeys", "Kundschaft", "Touchpoints", "Kanäle", "Systeme"]
    assert titles[-2:] == ["Teams", "Nachschlagen"]


def test_a_site_that_names_our_pages_itself_is_left_alone(make: Make) -> None:
    nav: list[Any] = ["index.md", {"Menschen": ["personas/index.md", "segments/index.md"]}]
    made = make(
        EVERYTHING, quality=True, theme=MATERIAL, nav=nav, validation={"nav": {"omitted_files": "warn"}}
    )

    assert is_sound(made)
    assert side_bar(made.page("personas/")) == ["Willkommen", "Personas", "Segmente"]


def test_lists_without_anything_are_not_in_the_navigation(make: Make) -> None:
    made = make(theme=MATERIAL)

    assert {"Touchpoints", "Kanäle", "Teams", "Kennzahlen"}.isdisjoint(side_bar(made.page("")))
    assert {"touchpoints/", "channels/", "teams/", "metrics/"} <= made.generated


def test_a_firm_has_its_own_word_for_its_customers_in_the_navigation(make: Make) -> None:
    made = make({"journeys/handbook.yml": f"{LISTED}customers: unsere <Gäste>\n"}, theme=TABS)

    assert "Unsere <Gäste>" in tabs(made.page(""))
