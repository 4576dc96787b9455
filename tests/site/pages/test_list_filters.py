"""The filters of lists offer what rows have, only where that leaves a choice; rows carry plain values."""

from textwrap import dedent

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
    made = make(files, quality=True)
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
        "data-importance": "",
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


def test_touchpoints_are_sorted_by_what_to_work_on_first(make: Make) -> None:
    weighed = {
        "a": "importance: 5\nrating: 5",
        "b": "importance: 5\nrating: 2",
        "c": "importance: 4",
        "d": "rating: 1",
    }
    files = {
        f"journeys/touchpoints/{name}.md": f"---\ntitle: {name}\nchannel: web\n{text}\n---\n"
        for name, text in weighed.items()
    }
    table = (
        make({"journeys/handbook.yml": HANDBOOK, **files})
        .page("touchpoints/")
        .ours.one("table#all_touchpoints")
    )

    rows = {
        row["data-by-title"]: row for row in table.all("tbody tr") if "data-by-importance" in row.attributes
    }
    first = sorted(rows, key=lambda name: int(rows[name]["data-by-importance"]), reverse=True)
    assert first == ["b", "a", "c"]
    assert "Bedeutung" in [head.text for head in table.all("th[data-jb-sort=-importance]")]
    cells = {name: row.one("td[data-jb-label=Bedeutung]").text for name, row in rows.items()}
    assert [name for name, row in rows.items() if "zuerst angehen" in row.one("th").text] == ["b"]
    assert cells == {
        "a": "sehr wichtig (5 von 5)",
        "b": "sehr wichtig (5 von 5)",
        "c": "wichtig (4 von 5)",
    }


def test_a_touchpoint_says_how_much_it_counts_and_what_belongs_to_it(make: Make) -> None:
    till = TILL.replace(
        "rating: 4",
        "rating: 1\nimportance: 4\nreviewed: 2026-11-03\nlinks: {title: Anleitung, url: https://example.org/}",
    )
    made = make({"journeys/handbook.yml": HANDBOOK, "journeys/touchpoints/kasse.md": till})
    about = made.page("touchpoints/kasse/").ours.one("dl.jb-about")

    facts = {row.one("dt").text: row.one("dd").text for row in about.all("div")}
    assert facts["Bedeutung"] == "wichtig (4 von 5) zuerst angehen"
    assert facts["Zuletzt geprüft"] == "3. November 2026"
    assert about.one("ul.jb-documents a")["href"] == "https://example.org/"
    assert "Anleitung" in (made.site / "search/search_index.json").read_text(encoding="utf-8")


def test_touchpoints_can_be_narrowed_to_what_counts_and_to_what_to_work_on_first(make: Make) -> None:
    head = "---\ntitle: {}\nchannel: laden\nimportance: {}\nrating: {}\n---\n"
    made = make(
        {
            "journeys/handbook.yml": HANDBOOK,
            "journeys/touchpoints/kasse.md": head.format("Kasse", 5, 2),
            "journeys/touchpoints/korb.md": head.format("Korb", 5, 4),
            "journeys/touchpoints/tuer.md": head.format("Tür", 2, 1),
        }
    )
    page = made.page("touchpoints/").ours
    rows = page.all("table#all_touchpoints tbody tr")

    assert [row["data-importance"] for row in rows] == ["first 5", "5", "2"]
    choices = page.one("select[name=importance]").all("option")
    assert [(option["value"], option.text) for option in choices[1:]] == [
        ("first", "zuerst angehen"),
        ("5", "5"),
        ("2", "2"),
    ]


def test_systems_and_segments_say_what_hurts_there(make: Make) -> None:
    own = "systems: [{id: regal, title: Regal}]\nsegments: [{id: eilige, title: Eilige}]\n"
    made = make(
        {
            "journeys/handbook.yml": dedent(HANDBOOK) + own,
            "journeys/personas/anna.md": "---\ntitle: Anna\nsegment: eilige\n---\n",
            "journeys/schuhe.md": """
                ---
                title: Schuhe kaufen
                persona: anna
                stages:
                  - stage: purchase
                    steps:
                      - {title: Suchen, systems: regal, satisfaction: 2, pain_points: [Enge, {title: Staub, severity: 5}]}
                      - {title: Finden, systems: regal, satisfaction: 3, pain_points: Enge}
                ---
                """,
        }
    )
    (row,) = made.page("systems/").ours.all("table#all_systems tbody tr")
    assert row["data-by-pains"] == "2"
    assert "Staub, Enge" in row.text
    (card,) = made.page("segments/").ours.all("li.jb-card")
    assert "1 Journey" in card.text
    assert card.all("p.jb-card__facts")[1].text == "Was sie aufhält: Staub"
