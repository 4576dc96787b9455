"""Links in the texts of headers: where they stand, what they show, who knows them."""

from datetime import date
from pathlib import Path

import pytest

from core.handbooks import HANDBOOK, errors, read
from journeybook.catalogue import build_catalogue
from journeybook.diff import State, compare
from journeybook.fixes import fix, fixable
from journeybook.kinds import ThingKind
from journeybook.links import Leading, LinkedText
from journeybook.load import HashedFiles, read_folder
from journeybook.load.beside import Beside
from journeybook.scaffold import rename_thing, uses

JOURNEY = """\
---
title: Einkauf
persona: anna
{line}
stages:
  - stage: purchase
    steps:
      - title: Zahlen
        touchpoints: kasse
---
"""


def said(root: Path, line: str) -> list[str]:
    """What is found in a journey with some lines in its header, from its fourth line on."""
    found = read(root, {"x.md": JOURNEY.format(line=line)})
    return [str(finding).removeprefix("journeys/x.md:") for finding in found.errors]


BESIDE = Beside(settings=None, folder=Path(), docs=Path(), pages=(), unread=())
UNKNOWN = "unknown-persona: No persona 'nix'. The personas are 'anna' and 'bodo'."


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("goal: Mit [[persona:nix]]", "4:11"),
        ("goal: Mit [[persona:anna]] und [[persona:nix|dem]]", "4:32"),
        ("goal: 'Mit ''ihr'': [[persona:nix]]'", "4:21"),
        (r'goal: "Mit \"ihr\": [[persona:nix]]"', "4:21"),
        ("goal: Mit\n  [[persona:nix]]", "5:3"),
        ("goal: |\n  Mit\n\n  [[persona:nix]]", "7:3"),
        ("goal: >-\n  Mit\n  und mit [[persona:nix]]", "6:11"),
        ("evidence:\n  - title: A\ngoal: '[[[persona:nix]]'", "6:9"),
        ("goal: 'äöü 😀 [[ persona:nix ]]'", "4:14"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_at_its_place(line: str, place: str, tmp_path: Path) -> None:
    assert said(tmp_path, line) == [f"{place}: {UNKNOWN}"]


def test_every_file_is_looked_at(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {
            "x.md": JOURNEY.format(line="summary: Für [[persona:anna]]"),
            "personas/anna.md": "---\ntitle: Anna\nrole: wie [[persona:nix]]\n---\n",
            "touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: store\nexpectation: wie [[kanal:web]]\n---\n",
            "handbook.yml": HANDBOOK.replace("Der Beleg der Kasse.", '"Von der [[touchpoint:kase]]"'),
        },
    )
    assert errors(found) == [
        "journeys/handbook.yml:18:48: unknown-touchpoint: No touchpoint 'kase'. Did you mean 'kasse'?",
        f"journeys/personas/anna.md:3:11: {UNKNOWN}",
        (
            "journeys/touchpoints/kasse.md:4:18: unknown-kind: 'kanal' is not a kind of thing that can be "
            "linked. Did you mean 'channel'?"
        ),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("goal: [[persona:anna]]", "4:7: wrong-type: 'goal' must be one text, not a list."),
        ("goal: [[persona:anna]] kommt", "4:24: yaml-syntax:"),
        ("evidence: [[persona:anna]]", "4:12: wrong-type:"),
    ],
)
def test_a_text_that_begins_with_a_link_must_stand_in_quotes(line: str, message: str, tmp_path: Path) -> None:
    [finding] = said(tmp_path, line)
    assert finding.startswith(message)
    assert finding.endswith(" Text that begins with '[[' must stand in quotes.")


def test_titles_and_keys_of_ones_own_take_no_links(tmp_path: Path) -> None:
    line = "tags: '[[persona:nix]]'\nx-note: '[[persona:nix]]'\nevidence: '[[persona:nix]]'"
    found = read(tmp_path, {"x.md": JOURNEY.format(line=line)})
    assert errors(found) == []
    assert found.catalogue.journeys["x"].record.tags == ("[[persona:nix]]",)


def test_readers_see_titles_and_the_catalogue_knows_where_they_lead(tmp_path: Path) -> None:
    line = "summary: |\n  Von [[persona:anna]]\n\n  zu [[journey:x/purchase]] an [[term:bon|seinem Bon]]."
    record = read(tmp_path, {"x.md": JOURNEY.format(line=line)}).catalogue.journeys["x"].record

    assert record.summary == "Von Anna\n\nzu Einkauf: Kauf an seinem Bon."
    assert isinstance(record.summary, LinkedText)
    assert [part for part in record.summary.parts if isinstance(part, Leading)] == [
        ("Anna", "persona", "anna"),
        ("Einkauf: Kauf", "journey", "x/purchase"),
        ("seinem Bon", "term", "bon"),
    ]


def test_a_blank_line_in_a_folded_block_parts_paragraphs_too(tmp_path: Path) -> None:
    line = "summary: >\n  Ein\n  Absatz\n\n  und noch einer"
    assert read(tmp_path, {"x.md": JOURNEY.format(line=line)}).catalogue.journeys["x"].record.summary == (
        "Ein Absatz\n\nund noch einer"
    )


def test_links_in_headers_are_listed_and_renamed(tmp_path: Path) -> None:
    line = 'summary: "Mit \\"ihr\\": [[persona:bodo]] und [[persona:bodo|Bodo]]"'
    catalogue = read(tmp_path, {"x.md": JOURNEY.format(line=line)}).catalogue
    found = uses(catalogue, BESIDE, ThingKind.PERSONA, "bodo")

    assert [str(mention.place) for mention in found.mentions] == [
        "journeys/x.md:4:34",
        "journeys/x.md:4:55",
    ]
    changed = rename_thing(catalogue, BESIDE, ThingKind.PERSONA, "bodo", "bert").changes
    after = {change.path: change.after for change in changed}
    assert 'summary: "Mit \\"ihr\\": [[persona:bert]] und [[persona:bert|Bodo]]"' in after["journeys/x.md"]


def test_a_title_in_a_link_is_fixed(tmp_path: Path) -> None:
    found = read(
        tmp_path, {"x.md": JOURNEY.format(line="goal: Zur [[touchpoint:Kasse]], [[touchpoint:Kasse]]")}
    )
    [document] = [item for item in found.folder.documents if item.path == "journeys/x.md"]
    wanted = fixable(found.catalogue, found.errors)
    change = fix(document, (tmp_path / "x.md").read_bytes(), wanted.values())

    assert (
        getattr(change, "after", "").splitlines()[3] == "goal: Zur [[touchpoint:kasse]], [[touchpoint:kasse]]"
    )


def test_another_title_of_what_is_linked_is_no_change_of_the_text(tmp_path: Path) -> None:
    line = "goal: Mit [[persona:anna]]"
    for name, title in (("a", "Anna"), ("b", "Anne")):
        read(
            tmp_path / name,
            {"x.md": JOURNEY.format(line=line), "personas/anna.md": f"---\ntitle: {title}\n---\n"},
        )
    states = [State(name=name, label=name, source=HashedFiles(tmp_path / name)) for name in ("a", "b")]
    kinds = [
        [change.kind for change in compare(*states, today=date(2026, 1, 1), everything=everything).changes]
        for everything in (False, True)
    ]
    assert kinds == [["persona-retitled"]] * 2


def test_diff_tells_words_and_no_brackets(tmp_path: Path) -> None:
    read(tmp_path / "a", {"x.md": JOURNEY.format(line="goal: Schnell zahlen")})
    read(
        tmp_path / "b",
        {"x.md": JOURNEY.format(line="goal: Schnell zu [[touchpoint:kasse]] und [[journey:x]]")},
    )
    states = [State(name=name, label=name, source=HashedFiles(tmp_path / name)) for name in ("a", "b")]
    [change] = compare(*states, today=date(2026, 1, 1)).changes

    assert (change.old, change.new) == ("Schnell zahlen", "Schnell zu Kasse und x")


def test_a_handbook_without_links_keeps_its_records(tmp_path: Path) -> None:
    read(tmp_path, {"x.md": JOURNEY.format(line="goal: '[1] [2]'")})
    folder = read_folder(tmp_path, "journeys")
    catalogue = build_catalogue(folder, {})
    [document] = folder.of_kind(ThingKind.JOURNEY)

    assert catalogue.journeys["x"].record is document.record
