"""What registers list: each pain point once, what is planned in its turn, moments of truth by how much they hurt."""

from datetime import date
from pathlib import Path

import pytest

from core.handbooks import errors, read
from journeybook.catalogue import (
    Answer,
    Catalogue,
    GatheredPainPoint,
    Standing,
    hurting,
    is_quick_win,
    moments_of_truth,
    proposals_at,
    standing,
    turn,
    worth,
)
from journeybook.pages.registers.pain_picture import pain_picture

TODAY = date(2026, 11, 21)


def journey(steps: str, more: str = "", persona: str = "anna") -> str:
    return (
        f"---\ntitle: X\npersona: {persona}\n{more}stages:\n  - stage: purchase\n    steps:\n{steps}\n---\n"
    )


def step(title: str, text: str) -> str:
    return f"      - {{title: {title}, {text}}}"


def catalogue(root: Path, files: dict[str, str]) -> Catalogue:
    found = read(root, files)
    assert errors(found) == []
    return found.catalogue


def registered(found: Catalogue) -> list[GatheredPainPoint]:
    return sorted(dict.fromkeys(found.gathered_pain_points.values()), key=lambda pain: pain.rank)


def test_the_same_id_or_title_is_one_pain_point_however_far_the_chain_goes(tmp_path: Path) -> None:
    files = {
        "a.md": journey(
            step("A", "touchpoints: kasse, pain_points: {title: Warten, id: schlange, severity: 2}")
        ),
        "b.md": journey(
            step("B", "touchpoints: korb, pain_points: {title: Stehen, id: schlange, severity: 4}"),
            persona="bodo",
        ),
        "c.md": journey(step("C", "pain_points: STEHEN")),
        "d.md": journey(step("D", "pain_points: Etwas anderes")),
    }
    queue, other = registered(catalogue(tmp_path, files))

    assert (queue.title, queue.other_titles, queue.severity) == ("Stehen", ("Warten",), 4)
    assert [item.id for item in queue.journeys] == ["a", "b", "c"]
    assert [item.id for item in queue.personas] == ["anna", "bodo"]
    assert [item.id for item in queue.touchpoints] == ["kasse", "korb"]
    assert (queue.reach, queue.urgency) == (7, 28)
    assert (other.title, other.reach, other.urgency) == ("Etwas anderes", 2, 6)


def test_a_pain_point_reaches_who_takes_part_and_not_staff_alone(tmp_path: Path) -> None:
    files = {
        "a.md": journey(
            step("A", "personas: bodo, pain_points: Warten") + "\n" + step("B", "touchpoints: kasse"),
            persona="[anna, bodo]",
        ),
        "b.md": journey(step("C", "pain_points: Warten"), persona="kollege"),
        "personas/kollege.md": "---\ntitle: Kollege\ntype: staff\n---\n",
    }
    (waiting,) = registered(catalogue(tmp_path, files))

    assert [item.id for item in waiting.journeys] == ["a"]
    assert [item.id for item in waiting.personas] == ["bodo"]
    assert len(waiting.occurrences) == 2


def test_a_pain_point_of_today_and_tomorrow_tells_of_today(tmp_path: Path) -> None:
    files = {
        "a.md": journey(step("A", "pain_points: {title: Warten, severity: 2}")),
        "b.md": journey(
            step("B", "pain_points: [{title: Warten, severity: 5}, Neues]"), more="state: future\n"
        ),
    }
    waiting, new = sorted(registered(catalogue(tmp_path, files)), key=lambda pain: pain.title, reverse=True)

    assert (waiting.states, waiting.severity, len(waiting.journeys)) == (("current", "future"), 2, 1)
    assert (new.states, new.title) == (("future",), "Neues")


@pytest.mark.parametrize(
    ("opportunities", "answer"),
    [
        ("[]", Answer.NONE),
        ("{title: O, solves: p, status: rejected}", Answer.REJECTED),
        ("{title: O, solves: p}", Answer.PROPOSED),
        ("{title: O, solves: p, actions: {title: X, owner: shop}}", Answer.OWNED),
        ("{title: O, solves: p, status: done}", Answer.SOLVED),
        ("{title: O}", Answer.PROPOSED),
        ("{title: O, status: done}", Answer.OWNED),
        ("[{title: O, solves: p, status: rejected}, {title: P, solves: p}]", Answer.PROPOSED),
    ],
)
def test_a_pain_point_is_answered_by_what_names_it_and_by_what_stands_beside_it(
    tmp_path: Path, opportunities: str, answer: Answer
) -> None:
    found = catalogue(
        tmp_path,
        {
            "a.md": journey(
                step("A", f"pain_points: {{title: Warten, id: p}}, opportunities: {opportunities}")
            )
        },
    )
    (waiting,) = registered(found)

    assert waiting.answer is answer
    assert waiting.is_open is (answer is not Answer.SOLVED)


def test_pain_points_without_an_answer_come_first_and_solved_ones_last(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "a.md": journey(
                "\n".join(
                    (
                        step(
                            "A", "pain_points: [{title: gelöst, id: a, severity: 5}, {title: offen, id: b}]"
                        ),
                        step("B", "pain_points: {title: bar, severity: 1}"),
                        step("C", "pain_points: {title: schlimm, id: d, severity: 5}"),
                        step(
                            "D",
                            "opportunities: [{title: O, solves: a, status: done}, {title: P, solves: [b, d]}]",
                        ),
                    )
                )
            )
        },
    )

    assert [pain.title for pain in registered(found)] == ["bar", "schlimm", "offen", "gelöst"]


PLAN = """\
      - title: A
        opportunities:
          - title: Läuft
            status: doing
            actions:
              - {title: früher, owner: shop, due: 2026-11-01}
              - {title: noch früher, due: 2026-10-01}
              - {title: heute, owner: shop, due: 2026-11-21}
              - {title: später, owner: shop, due: 2027-01-01}
              - {title: wer, due: 2026-12-01}
              - {title: wann, owner: shop}
              - {title: fertig, status: done, due: 2026-05-01}
              - {title: neulich fertig, status: done, due: 2026-06-01}
          - {title: Vorbei, status: rejected, actions: {title: entfallen, owner: shop, due: 2026-01-01}}
"""


def test_actions_are_looked_at_in_turn(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"a.md": journey(PLAN)})
    actions = [action for spot in found.spots for item in spot.part.opportunities for action in item.actions]
    in_turn = sorted(actions, key=lambda action: turn(action, TODAY))

    assert [(action.record.title, standing(action, TODAY)) for action in in_turn] == [
        ("noch früher", Standing.OVERDUE),
        ("früher", Standing.OVERDUE),
        ("wer", Standing.UNCLEAR),
        ("wann", Standing.UNCLEAR),
        ("heute", Standing.DUE),
        ("später", Standing.DUE),
        ("neulich fertig", Standing.DONE),
        ("fertig", Standing.DONE),
        ("entfallen", Standing.DROPPED),
    ]


RATED = """\
      - title: A
        opportunities:
          - {title: teuer, impact: 5, effort: 5}
          - {title: ohne}
          - {title: fertig, impact: 5, effort: 1, status: done}
          - {title: gut, impact: 4, effort: 2}
          - {title: klein, impact: 2, effort: 1}
"""


def test_opportunities_are_ranked_by_much_impact_for_little_effort(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"a.md": journey(RATED)})
    listed = sorted((item for spot in found.spots for item in spot.part.opportunities), key=worth)

    assert [item.record.title for item in listed] == ["gut", "teuer", "ohne", "klein", "fertig"]
    assert [item.record.title for item in listed if is_quick_win(item)] == ["gut", "fertig"]


def test_moments_of_truth_come_the_worst_first_with_what_is_done_there(tmp_path: Path) -> None:
    steps = (
        step("gut", "moment_of_truth: true, satisfaction: 4"),
        step("unbekannt", "moment_of_truth: true"),
        step("schlecht", "moment_of_truth: Warum, satisfaction: 2, pain_points: {title: Warten, id: p}"),
        step("kein", "satisfaction: 1"),
        step("sonst", "opportunities: [{title: O, solves: p}, {title: R, solves: p, status: rejected}]"),
    )
    found = catalogue(tmp_path, {"a.md": journey("\n".join(steps))})
    moments = moments_of_truth(found.visits)

    assert [visit.step.title for visit in moments] == ["schlecht", "gut", "unbekannt"]
    assert [visit.step.title for visit in hurting(moments)] == ["schlecht"]
    assert [item.opportunity.record.title for item in proposals_at(found, moments[0])] == ["O"]
    assert proposals_at(found, moments[1]) == ()


def test_the_picture_of_pain_points_has_a_column_for_each_reach_or_for_several(tmp_path: Path) -> None:
    everywhere = "touchpoints: [kasse, korb], pain_points: {title: überall, severity: 5}"
    files = {
        "a.md": journey(step("A", everywhere) + "\n" + step("B", "pain_points: {title: hier, severity: 2}"))
    }
    for name in "bcdefgh":
        files[f"{name}.md"] = journey(step(name, "pain_points: {title: überall}"))
    worst, other = registered(catalogue(tmp_path, files))
    picture = pain_picture((worst, other))
    assert picture is not None

    assert (worst.reach, other.reach) == (11, 2)
    assert picture.reaches == ("2–3", "4–5", "6–7", "8–9", "10–11")
    first, second = picture.matrix.marks
    assert first.x > picture.matrix.columns[4] > picture.matrix.columns[1] > second.x
    assert first.y < picture.matrix.rows[1] < picture.matrix.rows[3] < second.y
    assert pain_picture((other,)).reaches == ("2", "3", "4", "5", "6")  # type: ignore[union-attr]
    assert pain_picture(()) is None
