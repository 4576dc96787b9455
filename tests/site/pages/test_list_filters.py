"""The filters of lists offer what rows have, only where that leaves a choice; rows carry plain values."""

from small_sites import Make

from journeybook.pages.shown.lists import Filter, filters

TILL = "---\ntitle: Kasse\nchannel: laden\nowner: verkauf\nrating: 4\naliases: [Alte Kasse]\n---\n"
HANDBOOK = """
    channels:
      - {id: laden, title: Laden, setting: offline}
      - {id: web, title: Web, setting: online}
    teams:
      - {id: verkauf, title: Verkauf & Rat}
      - {id: lager, title: Lager}
    """


def test_a_filter_offers_only_what_rows_have() -> None:
    rows = [{"channel": "web", "owner": "a"}, {"channel": "laden web", "owner": ""}]
    channels = (("laden", "Laden"), ("post", "Post"), ("web", "Web"))
    offered = (("channel", "Kanal", channels), ("owner", "Team", (("a", "A"), ("b", "B"))))

    assert list(filters(rows, offered)) == [
        Filter(name="channel", title="Kanal", choices=(("laden", "Laden"), ("web", "Web")))
    ]
    assert list(filters([], offered)) == []


def test_a_list_of_one_has_no_filters_but_a_search(make: Make) -> None:
    made = make({"journeys/handbook.yml": HANDBOOK, "journeys/touchpoints/kasse.md": TILL})

    for address in ("journeys/", "touchpoints/"):
        form = made.page(address).ours.one("form.jb-filters")
        assert "hidden" in form.attributes
        assert [field["name"] for field in form if "name" in field.attributes] == ["text", "sort"]


def test_rows_carry_what_scripts_compare(make: Make) -> None:
    files = {
        "journeys/handbook.yml": HANDBOOK,
        "journeys/touchpoints/kasse.md": TILL,
        "journeys/touchpoints/korb.md": "---\ntitle: Korb\nchannel: web\n---\n",
        "journeys/schuhe.md": """
            ---
            title: Schuhe "kaufen"
            persona: anna
            owner: verkauf
            reviewed: 2026-11-01
            stages:
              - stage: purchase
                steps:
                  - {title: Zahlen, touchpoints: kasse, satisfaction: 4, pain_points: Enge}
                  - {title: Warten, touchpoints: kasse, satisfaction: 3}
            ---
            """,
    }
    made = make(files)
    (journey,) = made.page("journeys/").ours.all("table#all_journeys tbody tr")
    till, basket = made.page("touchpoints/").ours.all("table#all_touchpoints tbody tr")

    assert journey.attributes == {
        "data-persona": "anna",
        "data-stage": "purchase",
        "data-owner": "verkauf",
        "data-status": "draft",
        "data-state": "current",
        "data-by-title": 'Schuhe "kaufen"',
        "data-by-satisfaction": "3.5",
        "data-by-lowest": "3.0",
        "data-by-pains": "1",
        "data-by-owner": "Verkauf & Rat",
        "data-by-review": "2026-11-01",
        "data-by-findings": "1",
    }
    assert till.attributes == {
        "data-channel": "laden",
        "data-stage": "purchase",
        "data-owner": "verkauf",
        "data-journey": "schuhe",
        "data-persona": "anna",
        "data-lifecycle": "live",
        "data-by-title": "Kasse",
        "data-by-channel": "Laden",
        "data-by-owner": "Verkauf & Rat",
        "data-by-rating": "4",
        "data-by-satisfaction": "3.5",
        "data-by-steps": "2",
        "data-words": "Alte Kasse",
    }
    assert (basket["data-by-rating"], basket["data-by-satisfaction"], basket["data-by-steps"]) == (
        "",
        "",
        "0",
    )
