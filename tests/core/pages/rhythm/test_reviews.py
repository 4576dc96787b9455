"""What is due, stale, never reviewed and no longer proven, by rules that stand once."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from core.handbooks import HANDBOOK, errors, read
from core.rendering import html_of
from journeybook.catalogue import DueKind, due_dates, reviews, share_of_handbook
from journeybook.language import language
from journeybook.pages import Site, site_files, site_pages
from journeybook.pages.reviews.icalendar import as_value, folded

TODAY = date(2026, 11, 28)
STEP = "stages:\n  - stage: purchase\n    steps:\n      - title: Zahlen\n"


def journey(title: str, header: str = "", steps: str = STEP) -> str:
    return f"---\ntitle: {title}\npersona: anna\n{header}{steps}---\n"


def site(root: Path, files: Mapping[str, str], tongue: str = "en", url: str = "", name: str = "Shop") -> Site:
    found = read(root, files)
    assert errors(found) == []
    return Site(catalogue=found.catalogue, language=language(tongue), today=TODAY, url=url, name=name)


def shown(made: Site) -> Mapping[str, Any]:
    """What the page of reviews shows."""
    return next(page for page in site_pages(made) if page.address == "reviews/").context()


def test_due_today_is_not_stale_and_a_day_later_it_is(tmp_path: Path) -> None:
    files = {
        "heute.md": journey("Heute", f"reviewed: {TODAY - timedelta(days=30)}\n"),
        "gestern.md": journey("Gestern", f"reviewed: {TODAY - timedelta(days=31)}\n"),
        "eigen.md": journey("Eigen", "reviewed: 2026-11-01\nreview_every: 7\n"),
        "personas/anna.md": "---\ntitle: Anna\nreviewed: 2026-10-01\n---\n",
    }
    found = {item.thing.title: item for item in reviews(site(tmp_path, files).catalogue)}

    assert {name: (item.due, item.is_stale(TODAY)) for name, item in found.items() if item.last} == {
        "Heute": (TODAY, False),
        "Gestern": (TODAY - timedelta(days=1), True),
        "Eigen": (date(2026, 11, 8), True),
        "Anna": (date(2026, 10, 31), True),
    }


def test_what_is_planned_or_gone_is_never_called_never_reviewed(tmp_path: Path) -> None:
    files = {
        "da.md": journey("Da"),
        "geplant.md": "---\ntitle: Geplant\nstatus: planned\n---\n",
        "morgen.md": journey("Morgen", "state: future\n"),
        "fertig.md": journey("Fertig", "state: future\nstatus: published\n"),
        "touchpoints/alt.md": "---\ntitle: Alt\nchannel: web\nlifecycle: retired\n---\n",
        "touchpoints/neu.md": "---\ntitle: Neu\nchannel: web\nlifecycle: planned\n---\n",
    }
    groups = shown(site(tmp_path, files))["unreviewed"]

    assert [(group.title, [thing.title for thing in group.things]) for group in groups] == [
        ("Journeys", ["Da", "Fertig"]),
        ("Personas", ["Anna", "Bodo"]),
        ("Touchpoints", ["Kasse", "Warenkorb"]),
    ]


def test_a_rhythm_that_leads_beyond_the_calendar_is_never_due_before_its_last_day(tmp_path: Path) -> None:
    made = site(tmp_path, {"a.md": journey("A", "reviewed: 2026-11-01\nreview_every: 99999999999\n")})

    assert next(item.due for item in reviews(made.catalogue) if item.last) == date.max


PLAN = """\
stages:
  - stage: purchase
    owner: shop
    evidence: {title: Umfrage, method: survey, expires: 2026-11-28}
    steps:
      - title: Zahlen
        pain_points:
          - title: Warten
            evidence: {title: Umfrage, method: survey, expires: 2026-11-28}
        opportunities:
          - title: Zweite Kasse
            status: doing
            actions:
              - {title: Kasse bestellen, due: 2026-11-27, owner: shop}
              - {title: Kasse anschließen, due: 2026-12-31}
              - {title: Kasse gemietet, due: 2026-10-01, status: done}
              - {title: Irgendwann}
          - {title: Verworfen, status: rejected, actions: [{title: Nie, due: 2026-10-02}]}
"""
DUES = {
    "handbook.yml": f"{HANDBOOK.replace('title: Mehr verkaufen', 'title: Mehr verkaufen, due: 2026-12-01')}",
    "kauf.md": journey("Kauf", "reviewed: 2026-11-10\nowner: shop\n", PLAN),
    "morgen.md": journey("Morgen", "state: future\n", PLAN.replace("Umfrage", "Glaube")),
}


def test_everything_with_a_day_is_listed_with_whether_it_is_late_and_whose_it_is(tmp_path: Path) -> None:
    made = site(tmp_path, DUES)

    assert [
        (str(item.day), item.kind, item.title, item.is_late, item.team.id if item.team else None, item.claims)
        for item in due_dates(made.catalogue, TODAY)
    ] == [
        ("2026-11-27", DueKind.ACTION, "Kasse bestellen", True, "shop", 0),
        ("2026-11-28", DueKind.EVIDENCE, "Glaube", True, "shop", 2),
        ("2026-11-28", DueKind.EVIDENCE, "Umfrage", True, "shop", 2),
        ("2026-12-01", DueKind.GOAL, "Mehr verkaufen", False, None, 0),
        ("2026-12-10", DueKind.REVIEW, "Kauf", False, "shop", 0),
        ("2026-12-31", DueKind.ACTION, "Kasse anschließen", False, None, 0),
    ]


def test_the_schedule_has_what_is_late_and_this_month_and_the_next_week_by_week(tmp_path: Path) -> None:
    later = "reviewed: 2026-11-28\nreview_every: 64\n"  # 31 January
    old = "reviewed: 2026-01-01\n"
    files = {**DUES, "a.md": journey("Alt", old), "z.md": journey("Später", later)}
    weeks = shown(site(tmp_path, files, "de"))["weeks"]

    assert [(week.title, [row.due.title for row in week.rows]) for week in weeks] == [
        ("Aus früheren Monaten", ["Alt"]),
        ("November 2026, KW 48", ["Kasse bestellen", "Glaube", "Umfrage"]),
        ("Dezember 2026, KW 49", ["Mehr verkaufen"]),
        ("Dezember 2026, KW 50", ["Kauf"]),
        ("Dezember 2026, KW 53", ["Kasse anschließen"]),
    ]


def test_shares_of_journeys_add_up_to_that_of_the_handbook(tmp_path: Path) -> None:
    made = site(tmp_path, {**DUES, "b.md": journey("B", steps=STEP + "        satisfaction: 3\n")})
    found = shown(made)

    assert found["total"] == share_of_handbook(made.catalogue.journeys.values(), TODAY, made.catalogue.lanes)
    assert [(item.journey.title, item.share.all) for item in found["shares"]] == [("B", 1), ("Kauf", 1)]


def test_a_handbook_with_nothing_to_review_has_no_page_and_no_calendar(tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_text("teams: [{id: a, title: A}]\n", encoding="utf-8")
    from journeybook import project

    made = Site(catalogue=project.read(tmp_path, "j").catalogue, language=language("en"), today=TODAY)

    assert [page.address for page in site_pages(made) if page.address.startswith("reviews")] == []
    assert list(site_files(made)) == []


def calendars(made: Site) -> dict[str, str]:
    return {file.address: file.content for file in site_files(made) if file.address.endswith(".ics")}


def test_calendars_hold_whole_days_that_another_program_reads(tmp_path: Path) -> None:
    made = site(tmp_path, DUES, "de", "https://example.org/")
    found = calendars(made)
    calendar = icalendar.Calendar.from_ical(found["reviews/calendar.ics"])

    assert found.keys() == {"reviews/calendar.ics", "teams/shop/calendar.ics"}
    assert calendar.errors == []
    assert str(calendar["X-WR-CALNAME"]) == "Shop"
    assert [
        (event.decoded("dtstart"), str(event["summary"]), str(event.get("url"))) for event in calendar.walk("VEVENT")
    ] == [
        (date(2026, 11, 27), "Maßnahme: Kasse bestellen", "https://example.org/journeys/kauf/purchase/#zahlen"),
        (date(2026, 11, 28), "Beleg läuft ab: Glaube", "https://example.org/journeys/morgen/purchase/#whole_stage"),
        (date(2026, 11, 28), "Beleg läuft ab: Umfrage", "https://example.org/journeys/kauf/purchase/#whole_stage"),
        (date(2026, 12, 1), "Ziel: Mehr verkaufen", "https://example.org/goals/wachsen/"),
        (date(2026, 12, 10), "Prüfung: Kauf", "https://example.org/journeys/kauf/"),
        (date(2026, 12, 31), "Maßnahme: Kasse anschließen", "https://example.org/journeys/kauf/purchase/#zahlen"),
    ]  # fmt: skip
    own = icalendar.Calendar.from_ical(found["teams/shop/calendar.ics"])
    assert [str(event["summary"]) for event in own.walk("VEVENT")] == [
        "Maßnahme: Kasse bestellen", "Beleg läuft ab: Glaube", "Beleg läuft ab: Umfrage", "Prüfung: Kauf",
    ]  # fmt: skip


def test_an_event_stays_the_same_one_when_its_day_changes_and_all_are_told_apart(tmp_path: Path) -> None:
    twice = PLAN.replace("{title: Irgendwann}", "{title: Kasse bestellen, due: 2026-12-24}")
    before = calendars(site(tmp_path, {**DUES, "kauf.md": journey("Kauf", "reviewed: 2026-11-10\n", twice)}))
    after = calendars(site(tmp_path, {**DUES, "kauf.md": journey("Kauf", "reviewed: 2026-11-20\n", twice)}))

    first, second = (
        {
            str(event["uid"]): str(event["summary"])
            for event in icalendar.Calendar.from_ical(text).walk("VEVENT")
        }
        for text in (before["reviews/calendar.ics"], after["reviews/calendar.ics"])
    )
    assert first == second
    assert len(first) == before["reviews/calendar.ics"].count("BEGIN:VEVENT") == 7
    assert before != after


def test_a_calendar_is_the_same_in_every_build_of_a_day(tmp_path: Path) -> None:
    assert calendars(site(tmp_path, DUES)) == calendars(site(tmp_path, DUES))


HOSTILE = "Kasse; DROP, \\n END:VEVENT \N{SNOWMAN}" + "ä" * 90


def test_hostile_text_ends_no_value_no_line_and_no_event(tmp_path: Path) -> None:
    files = {"kauf.md": journey(f"'{HOSTILE}'", "reviewed: 2026-11-10\n")}
    text = calendars(site(tmp_path, files, name="A\nBEGIN:VEVENT\rX:1"))["reviews/calendar.ics"]

    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(event["summary"]) == f"Review: {HOSTILE}"
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) == 75
    assert text.count("BEGIN:VEVENT\r\n") == 1


@pytest.mark.parametrize("length", range(70, 80))
@pytest.mark.parametrize("letter", ["a", "ä", "€", "😀"])
def test_lines_are_folded_between_characters_and_read_again_as_they_were(letter: str, length: int) -> None:
    line = "x" * length + letter * 60

    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line


def test_texts_are_escaped() -> None:
    assert as_value("a;b,c\\d\r\ne\x00f\u2028g") == "a\\;b\\,c\\\\d\\nef\\ng"


def test_reviews_of_the_example_are_those_of_its_files() -> None:
    from journeybook import project

    made = Site(
        catalogue=project.read(Path("journeys"), "journeys").catalogue, language=language("de"), today=TODAY
    )
    found = shown(made)

    assert [item.thing.id for item in found["stale"]] == ["vom-erstkauf-zur-empfehlung"]
    assert [len(group.things) for group in found["unreviewed"]] == [4, 26]


def html_of_reviews(made: Site) -> str:
    return html_of(next(page for page in site_pages(made) if page.address == "reviews/"), "en", TODAY)


def section(html: str, name: str) -> str:
    return html.split(f'id="{name}"')[1].split("</section>", maxsplit=1)[0]


@pytest.mark.parametrize(("count", "is_long"), [(50, False), (51, True), (120, True)])
def test_of_many_rows_the_first_stand_there_and_the_others_are_folded(
    tmp_path: Path, count: int, *, is_long: bool
) -> None:
    stale = {f"weg{number}.md": journey(f"Weg {number}", "reviewed: 2026-01-01\n") for number in range(count)}
    html = html_of_reviews(site(tmp_path, stale))
    shown_first, _, folded_rest = section(html, "stale_ones").partition("<details")

    assert shown_first.count("<tr>") - 1 == 50
    assert folded_rest.count('<th scope="row">') == count - 50
    assert (f"and {count - 50} more" in folded_rest) is is_long
    assert ('data-jb-filter="due_days"' in section(html, "what_is_due")) is is_long
