"""What is brought in joins a handbook: same names become ids, near ones are asked about, all is valid at once."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.handbooks import ANNA, HANDBOOK, KASSE
from core.joining.test_file_text import TEXTS
from journeybook import project
from journeybook.catalogue import build_catalogue
from journeybook.edits import TextChange, write_changes
from journeybook.findings import Severity
from journeybook.frontmatter import read_yaml, split
from journeybook.importing.brought_in import BroughtIn, Draft, ListEntry, Telling
from journeybook.importing.joining import Plan, plan
from journeybook.kinds import ThingKind
from journeybook.load import read_folder

SMALL = {"handbook.yml": HANDBOOK, "personas/anna.md": ANNA, "touchpoints/kasse.md": KASSE}
ROOT = Path(__file__).parents[3]


def laid(root: Path, files: Mapping[str, str]) -> Path:
    """Write the files of a handbook."""
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def planned(root: Path, *sources: BroughtIn) -> Plan:
    """Plan an import into a folder, whose paths messages call as they are."""
    catalogue = build_catalogue(read_folder(root, str(root)), {})
    return plan(catalogue, sources, unknown="Unknown")


def journey(**header: Any) -> BroughtIn:
    """A source of one journey."""
    draft = Draft(
        kind=ThingKind.JOURNEY, header={"title": "Ein Kauf", **header}, origins={("title",): "Map!A1"}
    )
    return BroughtIn(source="map.xlsx", drafts=(draft,))


def step(**fields: Any) -> BroughtIn:
    """A source of a journey of Anna's with one step."""
    return journey(persona="Anna", stages=[{"stage": "Kauf", "steps": [{"title": "Ich bezahle", **fields}]}])


def channels(*entries: dict[str, Any]) -> BroughtIn:
    """A source of entries of the list of channels."""
    listed = tuple(ListEntry(kind=ThingKind.CHANNEL, fields=fields, address="A!1") for fields in entries)
    return BroughtIn(source="lists.csv", entries=listed)


def content(made: Plan) -> list[TextChange]:
    """The changes of what readers see, without what the import remembers."""
    return [change for change in made.changes if "/_imports/" not in change.path]


def written_step(made: Plan) -> Mapping[str, Any]:
    """The step of the journey that is written."""
    text = next(change.after for change in made.changes if change.path.endswith("/ein-kauf.md"))
    found: Mapping[str, Any] = read_yaml(split(text).header).data["stages"][0]["steps"][0]
    return found


def told(made: Plan, telling: Telling) -> list[str]:
    """The sentences under a heading."""
    return [note.message % note.values for report in made.told for note in report.of(telling)]


def errors_of(root: Path) -> list[str]:
    """What is wrong in a handbook."""
    return [str(item) for item in project.read(root, "journeys").findings if item.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("field", "name", "own_id"),
    [
        ("touchpoints", "KASSE", "kasse"),
        ("touchpoints", "kasse", "kasse"),
        ("channel", "Filiale", "store"),
        ("channel", "WEBSHOP", "web"),
        ("systems", "lagersystem", "lager"),
        ("actors", "Filialbetrieb", "shop"),
        ("owner", "shop", "shop"),
        ("metrics", "Umsatz", "umsatz"),
        ("systems", "Etwas anderes", "Etwas anderes"),
    ],
)
def test_the_same_name_is_the_same_thing(tmp_path: Path, field: str, name: str, own_id: str) -> None:
    made = planned(laid(tmp_path, SMALL), step(**{field: name}))
    assert written_step(made)[field] == own_id
    assert [change.path for change in content(made)] == [f"{tmp_path}/ein-kauf.md"]


@pytest.mark.parametrize(
    "name", ["Bekanntheit", "Aufklärung", "awareness", "Awareness", "Bewusstsein", "Wahrnehmung"]
)
def test_a_stage_is_known_by_its_aliases_and_by_the_words_of_the_trade(tmp_path: Path, name: str) -> None:
    made = planned(
        laid(tmp_path, SMALL), journey(persona="anna", stages=[{"stage": name, "steps": ["Ich suche"]}])
    )
    assert "  - stage: awareness\n" in content(made)[-1].after
    assert len(content(made)) == 1


def test_what_is_new_is_added_and_told(tmp_path: Path) -> None:
    made = planned(laid(tmp_path, SMALL), step(touchpoints="Automat", channel="Bahnhof", owner="Vertrieb"))
    assert [change.path.removeprefix(f"{tmp_path}/") for change in content(made)] == [
        "handbook.yml",
        "ein-kauf.md",
        "touchpoints/automat.md",
    ]
    handbook = made.changes[0].after
    assert "  - id: vertrieb\n    title: Vertrieb\n" in handbook
    assert [line for line in HANDBOOK.splitlines() if line not in handbook.splitlines()] == []
    assert "channel: bahnhof\n" in content(made)[-1].after
    assert told(made, Telling.GUESSED) == [
        "“Bahnhof” is new; handbook.yml has it now in its list channels as bahnhof.",
        "“Vertrieb” is new; handbook.yml has it now in its list teams as vertrieb.",
    ]


def test_a_touchpoint_without_a_channel_gets_the_unknown_one(tmp_path: Path) -> None:
    made = planned(laid(tmp_path, SMALL), step(touchpoints="Automat"))
    assert "  - id: unknown\n    title: Unknown\n    setting: both\n" in made.changes[0].after
    assert "channel: unknown\n" in content(made)[-1].after
    assert told(made, Telling.GUESSED) == [
        "The touchpoint “Automat” has no channel; it got the channel unknown."
    ]


def test_a_near_name_is_asked_about_and_never_merged(tmp_path: Path) -> None:
    touchpoint = laid(
        tmp_path, {**SMALL, "touchpoints/beratung.md": "---\ntitle: Beratungsgespräch\nchannel: store\n---\n"}
    )
    made = planned(
        touchpoint, step(touchpoints="Beratungsgespräche", channel="store", systems="Lagersysteme")
    )
    assert (written_step(made)["touchpoints"], written_step(made)["systems"]) == (
        "beratungsgespraeche",
        "Lagersysteme",
    )
    assert told(made, Telling.GUESSED) == [
        "“Beratungsgespräche” is new as beratungsgespraeche. Is it the same as “Beratungsgespräch” (beratung)? Then change it there."
    ]
    assert told(made, Telling.LEFT) == [
        "“Lagersysteme” stays a text. Is it the same as “Lagersystem” (lager)? Then write that."
    ]


def test_what_would_be_an_error_is_left_over_and_told(tmp_path: Path) -> None:
    made = planned(laid(tmp_path, SMALL), step(satisfaction=9, journey="Nirgends", thoughts="[[journey:x]]"))
    assert written_step(made) == {"title": "Ich bezahle", "thoughts": "[ [journey:x]]"}
    assert told(made, Telling.LEFT) == [
        "“Nirgends” names nothing that the handbook has, and is left out.",
        "It would be an error in the handbook, and is left out: 'satisfaction' must be a whole number from 1 to 5, not '9'.",
    ]


def test_entries_of_lists_are_added_once(tmp_path: Path) -> None:
    entries = [{"title": "Filiale", "setting": "online"}, {"title": "Bahnhof", "setting": "offline"}]
    made = planned(laid(tmp_path, SMALL), channels(*entries))
    assert [change.after.count("Bahnhof") for change in made.changes] == [1]
    assert told(made, Telling.LEFT) == ["“Filiale” is there already as store, and stays as it is."]


def test_what_the_handbook_says_already_is_not_left_over(tmp_path: Path) -> None:
    twice = [{"title": "Bahnhof", "setting": "offline"}] * 2
    kasse = Draft(
        kind=ThingKind.TOUCHPOINT,
        header={"title": "Kasse", "channel": "Filiale"},
        origins={("title",): "A!9"},
    )
    source = replace(channels({"title": "Filiale", "setting": "offline"}, *twice), drafts=(kasse,))
    made = planned(laid(tmp_path, SMALL), source)
    assert told(made, Telling.LEFT) == []
    assert told(made, Telling.TAKEN) == [
        "“Filiale” is store, which is there already.",
        "“Bahnhof” is now in handbook.yml, in its list channels as bahnhof.",
        "“Bahnhof” is bahnhof, which is there already.",
        "“Kasse” is kasse, which is there already.",
    ]


def test_an_empty_folder_gets_the_stages_of_the_sheet_in_their_order(tmp_path: Path) -> None:
    stages = [{"stage": name, "steps": ["Ich tue etwas"]} for name in ("Entdecken", "Kauf", "Nutzung")]
    made = planned(tmp_path, journey(persona="Anna", stages=stages))
    assert (
        made.changes[0].after
        == """\
stages:
  - id: awareness
    title: Entdecken
  - id: purchase
    title: Kauf
  - id: nutzung
    title: Nutzung
"""
    )
    write_changes(made.changes)
    assert errors_of(tmp_path) == []


FIELDS = st.dictionaries(
    st.sampled_from(
        [
            "thoughts",
            "touchpoints",
            "channel",
            "systems",
            "actors",
            "owner",
            "metrics",
            "satisfaction",
            "next",
            "journey",
            "pain_points",
            "opportunities",
            "quotes",
            "lanes",
            "duration",
            "moment_of_truth",
            "id",
            "evidence",
            "unknown",
        ]
    ),
    TEXTS
    | st.lists(TEXTS, max_size=3)
    | st.dictionaries(
        st.sampled_from(["title", "text", "persona", "solves", "Neu", "hinweis"]) | TEXTS, TEXTS, max_size=3
    ),
    max_size=5,
)
STAGES = st.lists(
    st.fixed_dictionaries(
        {
            "stage": TEXTS | st.sampled_from(["Kauf", "Bekanntheit"]),
            "steps": st.lists(FIELDS | FIELDS.map(lambda fields: {"title": "Ich", **fields}), max_size=2),
        }
    ),
    max_size=3,
)


@settings(max_examples=20)
@given(st.booleans(), TEXTS, TEXTS, STAGES)
def test_whatever_is_brought_in_the_handbook_has_no_error_afterwards(
    is_empty: bool,  # noqa: FBT001 - hypothesis hands it over
    title: str,
    persona: str,
    stages: list[dict[str, Any]],
) -> None:
    with TemporaryDirectory() as folder:
        root = laid(Path(folder), {} if is_empty else SMALL)
        made = planned(root, journey(title=title, persona=persona, stages=stages))
        write_changes(made.changes)
        assert errors_of(root) == []


@pytest.mark.parametrize("handbook", ["journeys", "examples/library/journeys"])
def test_a_draft_is_valid_in_the_examples(handbook: str) -> None:
    catalogue = build_catalogue(read_folder(ROOT / handbook, "journeys"), {})
    source = step(touchpoints=["Ladenkasse", "Ein Automat"], lanes={"Kosten": "3"}, pain_points="Es dauert")
    made = plan(catalogue, [source], unknown="Unknown")
    assert {change.path: change.before is None for change in made.changes}["journeys/ein-kauf.md"]
    assert [note for note in told(made, Telling.LEFT) if "error" in note] == []
