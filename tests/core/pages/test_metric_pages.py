"""Pages of metrics with few and with very many values: rows, breakdowns, what names a metric."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from core.handbooks import HANDBOOK, read
from journeybook.catalogue import Catalogue
from journeybook.language import language
from journeybook.model import Value
from journeybook.pages import Site
from journeybook.pages.metrics.breakdowns import breakdowns, longest
from journeybook.pages.metrics.uses import uses_of_metrics
from journeybook.pages.metrics.values import value_rows

TODAY = date(2026, 11, 21)
METRICS = """\
  - {id: quote, title: Quote, unit: percent, direction: up, target: 5}
  - {id: leer, title: Nichts, unit: count, direction: up}
"""
JOURNEY = """\
---
title: Einkaufen
persona: anna
metrics: quote
stages:
  - stage: purchase
    metrics: quote
    steps:
      - title: Bezahlen
        metrics: quote
        micro_conversion: {title: Hat bezahlt, metric: quote}
        opportunities:
          - title: Schneller kassieren
            actions: {title: Kasse öffnen, metric: quote, target: 4}
---
"""


def site(root: Path, rows: Iterable[str], places: int = 0) -> Site:
    points = {f"touchpoints/t{at}.md": f"---\ntitle: Punkt {at}\nchannel: web\n---\n" for at in range(places)}
    values = "\n".join(("date,metric,value,touchpoint,channel", *rows, ""))
    files = {"einkaufen.md": JOURNEY, "metrics/werte.csv": values, **points}
    found = read(root, {"handbook.yml": HANDBOOK.replace("review_every", f"{METRICS}review_every"), **files})
    return Site(catalogue=found.catalogue, language=language("de"), today=TODAY)


def every(catalogue: Catalogue, name: str) -> tuple[Value, ...]:
    (values,) = catalogue.courses_of_metric[name].values()
    return values


def test_values_have_a_row_each_the_newest_first_and_a_row_a_month_where_they_are_many(
    tmp_path: Path,
) -> None:
    days = [date(2026, 1, 1) + timedelta(at) for at in range(150)]
    values = every(
        site(tmp_path, (f"{day},quote,{day.day},," for day in days)).catalogue,
        "quote",
    )
    few, many = value_rows(values[:120]), value_rows(values)

    assert [row.latest.date for row in few] == sorted(days[:120], reverse=True)
    assert {row.count for row in few} == {1}
    assert [(row.latest.date, row.lowest, row.highest, row.count) for row in many] == [
        (date(2026, 5, 30), 1, 30, 30),
        (date(2026, 4, 30), 1, 30, 30),
        (date(2026, 3, 31), 1, 31, 31),
        (date(2026, 2, 28), 1, 28, 28),
        (date(2026, 1, 31), 1, 31, 31),
    ]
    assert value_rows(()) == ()


def test_parts_stand_in_the_order_of_the_handbook_and_few_have_a_picture(tmp_path: Path) -> None:
    rows = ["2026-10,quote,3,t2,", "2026-11,quote,4,t2,", "2026-11,quote,2,t0,", "2026-11,quote,1,t0,web"]
    found = site(tmp_path, rows, places=3)
    by_place, by_both = breakdowns(found, found.catalogue.metrics["quote"])

    assert [part.title for part in by_place.parts] == ["Punkt 0", "Punkt 2"]
    assert [part.title for part in by_both.parts] == ["Punkt 0, Webshop"]
    assert (len(by_place.pictures), len(by_both.pictures)) == (2, 0)
    assert [
        (one.date.month, [there and there.value for there in values]) for one, values in by_place.moments
    ] == [
        (11, [2, 4]),
        (10, [None, 3]),
    ]
    assert longest(found, (by_place, by_both)) is None


def test_many_parts_can_be_narrowed_and_have_no_picture_together(tmp_path: Path) -> None:
    rows = (f"2026-{month:02},quote,{at},t{at}," for at in range(41) for month in (9, 10))
    found = site(tmp_path, rows, places=41)
    parted = breakdowns(found, found.catalogue.metrics["quote"])
    narrowed = longest(found, parted)

    assert [(len(item.parts), item.pictures) for item in parted] == [(41, ())]
    assert narrowed is not None
    assert narrowed.anchor == parted[0].anchor == "by_touchpoint"
    assert [(item.name, len(item.choices)) for item in narrowed.filters] == [("touchpoint", 41)]
    assert parted[0].parts[1].attributes["data-touchpoint"] in {"t1", "t10"}


def test_a_metric_knows_everything_that_names_it(tmp_path: Path) -> None:
    used = uses_of_metrics(site(tmp_path, ()))

    assert [journey.id for journey in used["quote"].journeys] == ["einkaufen"]
    assert [stage.id for _, stage in used["quote"].stages] == ["purchase"]
    assert [visit.step.title for visit in used["quote"].steps] == ["Bezahlen"]
    assert [visit.step.title for visit in used["quote"].conversions] == ["Bezahlen"]
    assert [item.action.record.title for item in used["quote"].actions] == ["Kasse öffnen"]
    assert not any((used["leer"].journeys, used["leer"].actions, used["leer"].steps))
