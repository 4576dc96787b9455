"""Measured values join those of a handbook: new ones are written, others stay, and both are told."""

from collections.abc import Mapping
from pathlib import Path

from core.handbooks import HANDBOOK
from core.joining.test_joining import laid, planned
from journeybook.importing.brought_in import BroughtIn, ListEntry, MeasuredRow
from journeybook.kinds import ThingKind

METRICS = """\
metrics:
  - {id: sessions, title: Besuche, unit: count, direction: up, columns: Sitzungen}
  - {id: nps, title: Empfehlung, unit: score, direction: up, formula: nps}
"""
FILES = {"handbook.yml": HANDBOOK.replace("metrics:\n", METRICS)}
PATH = "metrics/web-export.csv"


def row(
    day: str, metric: str, value: str, answers: Mapping[int, int] | None = None, **scope: str
) -> MeasuredRow:
    columns = {"date": day, "metric": metric, "value": value, **scope}
    return MeasuredRow(columns=columns, address="line 2", answers=answers or {})


def joined(root: Path, *rows: MeasuredRow, entries: tuple[ListEntry, ...] = ()) -> tuple[str, list[str]]:
    """The file of values that is planned, or nothing, and what is told."""
    made = planned(root, BroughtIn(source="Web Export.csv", values=rows, entries=entries))
    texts = [change.after for change in made.changes if change.path.endswith(PATH)]
    notes = [f"{note.telling}: {note.message % note.values}" for note in made.told[0].notes]
    return "".join(texts), [note.replace(f"{root}/", "") for note in notes]


def test_names_of_an_export_become_ids(tmp_path: Path) -> None:
    text, notes = joined(
        laid(tmp_path, FILES),
        row("2026-02", "Sitzungen", "130", n="9"),
        row("2026-01-02", "besuche", "120.50", channel="Filiale"),
    )
    assert text == "date,metric,value,channel,n\n2026-01-02,sessions,120.5,store,\n2026-02,sessions,130,,9\n"
    assert notes == [f"taken: Values that are new in {PATH}: 2."]


def test_a_metric_that_nobody_has_is_added_with_its_values(tmp_path: Path) -> None:
    entry = ListEntry(
        kind=ThingKind.METRIC,
        fields={"title": "Absprung", "unit": "percent", "direction": "down"},
        address="line 1",
    )
    text, _ = joined(laid(tmp_path, FILES), row("2026-02", "Absprung", "41"), entries=(entry,))
    assert text == "date,metric,value\n2026-02,absprung,41\n"


def test_answers_are_written_where_the_handbook_computes_from_them(tmp_path: Path) -> None:
    text, notes = joined(
        laid(tmp_path, FILES),
        row("2026-02", "Empfehlung", "50", {9: 3, 5: 1}, n="4"),
        row("2026-03", "nps", "50"),
    )
    assert text == "date,metric,value,n\n2026-02,nps,5,1\n2026-02,nps,9,3\n"
    assert notes == [
        "left over: “nps” is computed from answers (nps), and this is no answer.",
        f"taken: Values that are new in {PATH}: 2.",
    ]


def test_a_later_export_completes_the_file_of_the_first(tmp_path: Path) -> None:
    before = "date,metric,value,n\n2026-01,nps,9,3\n2026-01-01,sessions,120,\n2026-01-02,sessions,130,\n"
    root = laid(tmp_path, {**FILES, PATH: before})
    answers = row("2026-01", "nps", "100", {9: 4}, n="4")
    text, notes = joined(
        root, answers, row("2026-01-02", "sessions", "131"), row("2026-01-03", "sessions", "99")
    )
    assert text == before.replace("9,3", "9,4").replace("130", "131") + "2026-01-03,sessions,99,\n"
    assert notes == [
        "taken: sessions 2026-01-02 was 130 and is 131 now.",
        f"taken: Values that are new in {PATH}: 1.",
    ]
    source = BroughtIn(source="Web Export.csv", values=(row("2026-01-01", "sessions", "120"),))
    again = planned(root, source)
    assert again.changes == ()
    assert [(report.is_unchanged, report.notes) for report in again.told] == [(True, ())]


def test_what_another_file_says_stays(tmp_path: Path) -> None:
    other = "date;metric;value\n01.01.2026;sessions;120,5\n02.01.2026;sessions;130,5\n"
    root = laid(tmp_path, {**FILES, "metrics/by-hand.csv": other})
    text, notes = joined(root, row("2026-01-01", "sessions", "120.5"), row("2026-01-02", "sessions", "7"))
    assert text == ""
    assert notes == [
        "left over: sessions 2026-01-02 is 130.5 in metrics/by-hand.csv, and stays so; here it is 7."
    ]


def test_a_file_that_was_changed_by_hand_is_left_alone(tmp_path: Path) -> None:
    root = laid(tmp_path, {**FILES, PATH: "date,metric,value\n# checked\n2026-01-01,sessions,120\n"})
    assert joined(root, row("2026-01-02", "sessions", "7")) == (
        "",
        [f"left over: {PATH} was changed by hand, so nothing was written."],
    )


def test_what_is_of_nothing_known_is_left_over(tmp_path: Path) -> None:
    text, notes = joined(
        laid(tmp_path, FILES),
        row("2026-01-01", "sessions", "1", channel="Mond"),
        row("2026-01-01", "sessions", "1" * 400),
    )
    assert text == ""
    assert notes == [
        "left over: “Mond” is nothing that the handbook has, so the value was left out.",
        f"left over: “{'1' * 400}” is no number that a file of values takes.",
    ]
