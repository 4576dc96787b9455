"""The registers of the example, against figures counted from its files by a reader of its own."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_pages import Element
from small_sites import SmallSite

ROOT = Path(__file__).parents[3] / "journeys"
TODAY = date(2026, 11, 21)

Record = dict[str, Any]


@cache
def headers() -> tuple[tuple[str, Record], ...]:
    """The headers of all journeys that are mapped, by id."""
    others = {ROOT / "personas", ROOT / "touchpoints"}
    files = [file for file in ROOT.rglob("*.md") if file.parent not in others]
    heads = (file.read_text(encoding="utf-8").removeprefix("---").split("\n---", 1)[0] for file in files)
    read = zip(files, map(yaml.safe_load, heads), strict=True)
    return tuple((file.stem, found) for file, found in read if found.get("status") != "planned")


def listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def records(value: Any) -> list[Record]:
    """The entries of a list, of which a plain text is the title."""
    return [{"title": item} if isinstance(item, str) else item for item in listed(value)]


def parts(state: str) -> Iterator[tuple[str, str, Record]]:
    """The stages and steps of journeys of today or tomorrow, each with its journey and stage."""
    for name, header in headers():
        if header.get("state", "current") == state:
            for stage in listed(header["stages"]):
                yield name, stage["stage"], stage
                for step in listed(stage["steps"]):
                    if isinstance(step, dict):
                        yield name, stage["stage"], step


def pains(state: str) -> list[tuple[str, str, Record]]:
    return [
        (name, stage, pain) for name, stage, part in parts(state) for pain in records(part.get("pain_points"))
    ]


def same() -> dict[str, list[tuple[str, str, Record]]]:
    """The pain points of today, those of one id or title together."""
    groups: list[tuple[set[str], list[tuple[str, str, Record]]]] = []
    for item in pains("current"):
        names = {
            f"title {item[2]['title'].casefold()}",
            *([f"id {item[2]['id']}"] if "id" in item[2] else []),
        }
        joined = [group for group in groups if group[0] & names]
        groups = [group for group in groups if not group[0] & names]
        names.update(*(group[0] for group in joined))
        groups.append((names, [*(each for group in joined for each in group[1]), item]))
    worst = (max(items, key=lambda item: item[2].get("severity", 3)) for _, items in groups)
    return {pain["title"]: items for (_, _, pain), (_, items) in zip(worst, groups, strict=True)}


def opportunities(state: str) -> list[Record]:
    return [item for _, _, part in parts(state) for item in records(part.get("opportunities"))]


def rows(page: Element, table: str) -> list[Element]:
    """The rows of a register that are of today."""
    found = page.all(f"table#{table} tbody tr")
    return [row for row in found if "data-state" in row.attributes and "hidden" not in row.attributes]


def title(row: Element) -> str:
    return row.one("th a").text


def test_pain_points(example: SmallSite) -> None:
    page = example.page("pain-points/").ours
    counted = same()
    shown = rows(page, "all_pain_points")

    assert sorted(map(title, shown)) == sorted(counted)
    assert len(counted) > 10
    severities = {name: max(item[2].get("severity", 3) for item in items) for name, items in counted.items()}
    assert {title(row): int(row["data-severity"]) for row in shown} == severities
    assert {title(row): set(row["data-journey"].split()) for row in shown} == {
        name: {journey for journey, _, _ in items} for name, items in counted.items()
    }
    cells = Counter(
        (category, stage)
        for items in counted.values()
        for category in {item[2].get("category", "none") for item in items}
        for stage in {item[1] for item in items}
    )
    found = {
        cell["href"].split("?")[1].split("#")[0]: int(cell.text) for cell in page.all("table.jb-matrix td a")
    }
    assert {key: count for key, count in found.items() if "stage=" in key} == {
        f"category={category}&stage={stage}": count for (category, stage), count in cells.items()
    }
    future = {pain["title"] for _, _, pain in pains("future")} - set(counted)
    hidden = [row for row in page.all("table#all_pain_points tbody tr") if "hidden" in row.attributes]
    assert {title(row) for row in hidden} == future


def test_opportunities(example: SmallSite) -> None:
    page = example.page("opportunities/").ours
    counted = opportunities("current")
    shown = rows(page, "all_opportunities")

    assert Counter(row["data-status"] for row in shown) == Counter(
        status for item in counted if (status := item.get("status", "idea")) != "rejected"
    )
    assert {row.one("th a").text: (row["data-impact"], row["data-effort"]) for row in shown} == {
        item["title"]: (str(item.get("impact", "")), str(item.get("effort", "")))
        for item in counted
        if item.get("status") != "rejected"
    }
    drawn = [
        item
        for item in counted
        if item.get("status") not in {"done", "rejected"} and "impact" in item and "effort" in item
    ]
    assert {link["aria-label"].split(" ", 1)[1] for link in page.all("svg a")} == {
        item["title"] for item in drawn
    }


def group(opportunity: Record, action: Record) -> str:
    """The group of an action: overdue, unclear, its month, done, or dropped."""
    due = action.get("due")
    if action.get("status") == "done":
        return "done"
    if opportunity.get("status") in {"done", "rejected"}:
        return "dropped"
    if due and due < TODAY:
        return "overdue"
    return f"{due:%Y-%m}" if due and "owner" in action else "unclear"


def test_actions(example: SmallSite) -> None:
    page = example.page("actions/").ours
    counted = Counter(
        (action.get("owner", "none"), group(item, action))
        for item in opportunities("current")
        for action in records(item.get("actions"))
    )

    assert Counter((row["data-team"], row["data-when"]) for row in rows(page, "all_actions")) == counted
    loads = {
        cell["href"].split("?")[1].split("#")[0]: int(cell.text) for cell in page.all("table.jb-matrix td a")
    }
    assert loads == {f"team={team}&when={when}": count for (team, when), count in counted.items()}
    assert counted.total() > 20


def test_moments(example: SmallSite) -> None:
    page = example.page("moments/").ours
    counted = [part for _, _, part in parts("current") if part.get("moment_of_truth")]

    def mean(value: Any) -> float:
        values = list(value.values()) if isinstance(value, dict) else [value]
        return float(sum(values) / len(values))

    shown = rows(page, "all_moments")
    assert {title(row): float(row["data-by-satisfaction"]) for row in shown} == {
        part["title"]: pytest.approx(mean(part["satisfaction"])) for part in counted
    }
    assert [float(row["data-by-satisfaction"]) for row in shown] == sorted(
        mean(part["satisfaction"]) for part in counted
    )


def test_content(example: SmallSite) -> None:
    written = [item for _, _, part in parts("current") for item in records(part.get("content"))]
    shown = rows(example.page("content/").ours, "all_content")

    assert {(row.one("th").text, row["data-status"], row["data-team"]) for row in shown} == {
        (item["title"], item.get("status", "live"), item.get("owner", "none")) for item in written
    }
    assert len(shown) == len(written) == 4
