"""A new id is one sentence, however many places name it, and hides nothing that changes beside it."""

from functools import cache
from pathlib import Path

import pytest

from core.changed_handbooks import difference, told
from journeybook.catalogue import Catalogue, build_catalogue
from journeybook.diff import Kind
from journeybook.kinds import IN_JOURNEYS, NAMED, ThingKind
from journeybook.load import read_folder
from journeybook.load.beside import Beside
from journeybook.naming import Named, named_things
from journeybook.scaffold import rename_thing

ROOT = Path(__file__).parents[3]
NOTHING_BESIDE = Beside(folder=Path(), docs=Path(), pages=(), unread=(), settings=None)
HANDBOOKS = {"german": ROOT / "journeys", "english": ROOT / "examples" / "library" / "journeys"}


@cache
def catalogue_of(folder: Path) -> Catalogue:
    return build_catalogue(read_folder(folder, "journeys"), {})


def files_of(folder: Path) -> dict[str, str]:
    """The texts of a handbook by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.suffix in {".md", ".yml", ".csv"}
    }


def renamed(folder: Path, *wanted: tuple[ThingKind, str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The files of a handbook, and as they are after `journeybook rename`, once for each thing."""
    before = files_of(folder)
    after = dict(before)
    for kind, old, new in wanted:
        for change in rename_thing(catalogue_of(folder), NOTHING_BESIDE, kind, old, new).changes:
            path = change.path.removeprefix("journeys/")
            assert after.pop(path) == before[path], "renamed by two"
            after[(change.to or change.path).removeprefix("journeys/")] = change.after
    return before, after


def most_named() -> list[tuple[str, Named]]:
    """Of each kind the thing of each example whose id is written most often."""
    found: dict[tuple[str, ThingKind], tuple[int, Named]] = {}
    for name, folder in HANDBOOKS.items():
        text = "\n".join(files_of(folder).values())
        for thing in named_things(catalogue_of(folder)):
            count = text.count(thing.id.rpartition("/")[2]) if thing.document else 0
            if count > found.get((name, thing.kind), (0, thing))[0]:
                found[name, thing.kind] = count, thing
    return [(name, thing) for (name, _), (_, thing) in found.items()]


@pytest.mark.parametrize(
    ("name", "thing"), [pytest.param(*both, id=f"{both[0]} {both[1].kind}") for both in most_named()]
)
def test_a_new_id_is_one_sentence(tmp_path: Path, name: str, thing: Named) -> None:
    new = f"{thing.id}-neu"
    before, after = renamed(HANDBOOKS[name], (thing.kind, thing.id, new))

    (change,) = difference(tmp_path, before, after).changes

    own = [value.rpartition("/")[2] if thing.kind in IN_JOURNEYS else value for value in (thing.id, new)]
    assert (change.field, change.old, change.new) == ("id", *own)
    assert change.uses == ()


def test_every_kind_is_tried() -> None:
    assert {thing.kind for _, thing in most_named()} == set(NAMED)


def test_what_changes_beside_a_new_id_is_told(tmp_path: Path) -> None:
    before, after = renamed(HANDBOOKS["german"], (ThingKind.PERSONA, "anna", "anna-berger"))
    path = "online/online-bestellen.md"
    assert after[path].count("anna-berger: 4") > 0
    after[path] = after[path].replace("anna-berger: 4", "anna-berger: 1", 1)

    found = difference(tmp_path, before, after)

    kinds = {change.kind for change in found.changes}
    assert kinds == {Kind.PERSONA_RENAMED, Kind.SATISFACTION_FELL}
    (fell,) = (change for change in found.changes if change.kind is Kind.SATISFACTION_FELL)
    assert (fell.old, fell.new) == ("4", "1")
    for place, text, satisfaction in ((fell.before, before[path], "4"), (fell.after, after[path], "1")):
        assert place is not None
        line = text.splitlines()[place.line - 1]
        assert line[place.column - 1 :].startswith(satisfaction), place


def test_a_journey_that_is_renamed_and_changed_is_told_as_both(tmp_path: Path) -> None:
    journey = "schuhe-im-laden-kaufen"
    before, after = renamed(HANDBOOKS["german"], (ThingKind.JOURNEY, journey, "schuhe-kaufen"))
    path = "laden/schuhe-kaufen.md"
    after[path] = after[path].replace("title: Schuhe im Laden kaufen", "title: Schuhe kaufen", 1)

    found = difference(tmp_path, before, after)

    assert {change.kind for change in found.changes} == {Kind.JOURNEY_RENAMED, Kind.JOURNEY_RETITLED}
    assert {change.before.path for change in found.changes if change.before} == {
        f"journeys/laden/{journey}.md"
    }
    assert list(found.pairs) == ["schuhe-kaufen"]


FILES = {
    "handbook.yml": "teams: [{id: eins, title: Filialbetrieb}, {id: zwei, title: Kundenservice}]\n",
    "personas/anna.md": "---\ntitle: Anna Berger\n---\n",
    "touchpoints/kasse.md": "---\ntitle: Kasse\nowner: eins\n---\n",
    "kauf.md": (
        "---\ntitle: Kauf\npersona: anna\nowner: zwei\nstages:\n  - stage: purchase\n    steps:\n"
        "      - {title: Ich frage, next: ich-zahle}\n      - title: Ich zahle\n---\n"
    ),
}


def test_ids_that_change_places_are_told_as_what_they_are(tmp_path: Path) -> None:
    swapped = {
        **FILES,
        "handbook.yml": "teams: [{id: zwei, title: Filialbetrieb}, {id: eins, title: Kundenservice}]\n",
    }

    found = difference(tmp_path, FILES, swapped)

    assert [told(change) for change in found.changes] == [
        "team-retitled: The team 'Filialbetrieb' is now called 'Kundenservice'.",
        "team-retitled: The team 'Kundenservice' is now called 'Filialbetrieb'.",
    ]


def test_a_new_id_that_is_not_carried_through_is_told_with_what_still_has_the_old_one(tmp_path: Path) -> None:
    after = {path.replace("anna", "anja"): text for path, text in FILES.items()}
    after["kauf.md"] = FILES["kauf.md"].replace("owner: zwei", "owner: eins")

    found = difference(tmp_path, FILES, after)

    assert [told(change) for change in found.changes] == [
        "persona-renamed: The id of the persona 'Anna Berger' changed from 'anna' to 'anja'.",
        "owner-changed: The owner changed from 'Kundenservice' to 'Filialbetrieb'.",
    ]
    (use,) = found.changes[0].uses
    assert use.path == "journeys/kauf.md"


def test_a_step_that_reads_otherwise_takes_what_leads_to_it_along(tmp_path: Path) -> None:
    after = {
        **FILES,
        "kauf.md": FILES["kauf.md"]
        .replace("ich-zahle", "ich-zahle-bar")
        .replace("Ich zahle", "Ich zahle bar"),
    }

    found = difference(tmp_path, FILES, after)

    assert [told(change) for change in found.changes] == [
        "step-reworded: Purchase › Ich zahle bar: The step was reworded from 'Ich zahle' to 'Ich zahle bar'."
    ]
