"""The handbook as data on its site: what is there, what it says, and when it is not there."""

import csv
import io
import json
import re
from pathlib import Path

from small_sites import SHOES, Make, Tree

HANDBOOK = "stages: [{id: purchase, title: Kauf}]\n"
JOURNEY = SHOES.replace("stages:", "summary: Vom [Regal] zur\\n  Kasse\nstages:", 1).replace("\\n", "\n")
FILES: Tree = {
    "journeys/handbook.yml": HANDBOOK,
    "journeys/schuhe.md": JOURNEY,
    "journeys/schuhe.en.md": SHOES.replace("Schuhe im Laden", "Shoes in a shop"),
}
HIDING = Path(__file__).parents[1] / "builds/hooks/encrypting.py"


def data_of(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in {".csv", ".json"} and "data" in path.parts)  # fmt: skip


def test_the_page_lists_files_that_say_what_the_handbook_says(make: Make) -> None:
    made = make(FILES, site_url="https://example.org/h/")
    page = made.page("data/").ours
    linked = {str(link["href"]) for link in page.all("dt a")}
    whole = json.loads((made.site / "data/journeybook.json").read_text(encoding="utf-8"))
    text = (made.site / "data/steps.csv").read_text(encoding="utf-8-sig")
    (step, other) = csv.DictReader(io.StringIO(text, newline=""))

    assert {name.rpartition("/")[2] for name in linked} >= {
        "journeybook.json",
        "journeybook.schema.json",
        "steps.csv",
    }
    assert [name for name in linked if not (made.site / "data" / name).is_file()] == []
    assert whole["journeys"][0]["header"]["title"] == "Schuhe im Laden kaufen"
    assert "translations" not in whole["journeys"][0]
    assert whole["computed"]["journeys"][0]["address"] == "journeys/schuhe/"
    assert (step["title"], other["title"]) == ("Schuhe anprobieren", "An der Kasse bezahlen")
    assert made.page(step["address"].partition("#")[0]).ours.one(f"#{step['id']}")
    assert "https://example.org/h/data/steps.csv" in page.text


def test_the_index_for_language_models_has_a_line_for_each_page(make: Make) -> None:
    made = make(FILES, site_url="https://example.org/h/")
    index = (made.site / "llms.txt").read_text(encoding="utf-8")

    assert index.startswith("# Handbuch\n\n> ")
    assert (
        "- [Schuhe im Laden kaufen](https://example.org/h/journeys/schuhe/): Vom \\[Regal\\] zur Kasse\n"
        in index
    )
    links = re.findall(r"\]\(https://example\.org/h/([^)]*)\)", index)
    assert {"personas/anna/", "stages/purchase/", "data/journeybook.json"} <= set(links)
    assert [link for link in links if not (made.site / link).exists()] == []


def test_there_is_nothing_where_the_owner_wants_none(make: Make) -> None:
    made = make(FILES, plugins=["search", {"journeybook": {"data": False}}])

    assert not (made.site / "data").exists()
    assert not (made.site / "llms.txt").exists()
    assert "data/" not in str(made.page("").html)


def test_files_by_hand_stay(make: Make) -> None:
    made = make({**FILES, "docs/llms.txt": "Meins", "docs/data/steps.csv": "Meins"})

    assert (made.site / "llms.txt").read_text(encoding="utf-8") == "Meins"
    assert (made.site / "data/steps.csv").read_text(encoding="utf-8") == "Meins"
    assert (made.site / "data/journeys.csv").read_text(encoding="utf-8-sig").startswith('"id"')


def test_nothing_stands_in_clear_beside_pages_that_another_plugin_hides(make: Make) -> None:
    made = make(FILES, "material", hooks=[str(HIDING)])

    assert data_of(made.site) == []
    assert not (made.site / "llms.txt").exists()


def test_the_owner_may_want_data_all_the_same(make: Make) -> None:
    made = make(FILES, "material", hooks=[str(HIDING)], plugins=["search", {"journeybook": {"data": True}}])

    assert "data/journeybook.json" in data_of(made.site)
