"""A future journey beside its current one: which stages and steps are the same, and what changes."""

from pathlib import Path

from core.handbooks import errors, read
from journeybook.pages.journey.future import ComparedStep, Comparison, comparison

HEAD = "title: {title}\npersonas: [anna, bodo]\nstate: {state}\nstages:\n"
NOW = """\
  - stage: awareness
    steps:
      - {title: Ich suche, satisfaction: 3, touchpoints: korb}
  - stage: purchase
    steps:
      - id: waehlen
        title: Ich wähle aus
        satisfaction: {anna: 2, bodo: 3}
        touchpoints: korb
        pain_points:
          - {id: zu-viel, title: Zu viel Auswahl}
          - {id: zu-teuer, title: Zu teuer}
        opportunities:
          - {id: rat, title: Beratung anbieten, solves: zu-viel, status: planned}
          - {id: rabatt, title: Rabatt, solves: zu-teuer, status: done}
          - {id: nie, title: Verlosung, status: rejected}
      - {title: Ich bezahle an der Kasse, satisfaction: 2, touchpoints: kasse}
      - {title: Ich trage alles heim, satisfaction: 4}
"""
THEN = """\
  - stage: purchase
    steps:
      - {title: Ich bezahle an der neuen Kasse, satisfaction: 4, touchpoints: korb}
      - {id: waehlen, title: Man rät mir, satisfaction: 5, touchpoints: korb}
      - {title: Ein Dank kommt an}
"""


def compared(root: Path, now: str, then: str, state: str = "current") -> Comparison:
    """Compare two journeys by their stages."""
    files = {
        "now.md": f"---\n{HEAD.format(title='Heute', state=state)}{now}---\n",
        "then.md": f"---\n{HEAD.format(title='Morgen', state='future')}{then}---\n",
    }
    found = read(root, files)
    assert errors(found) == []
    journeys = found.catalogue.journeys
    made = comparison(found.catalogue, journeys["then"], journeys["now"])
    assert made is not None
    return made


def titles(step: ComparedStep) -> tuple[str | None, str | None, float | None]:
    now, then = (visit.step.title if visit else None for visit in (step.now, step.then))
    return now, then, step.change


def test_steps_are_the_same_by_id_else_by_a_title_alike_and_dropped_ones_keep_their_place(
    tmp_path: Path,
) -> None:
    made = compared(tmp_path, NOW, THEN)

    assert [(stage.title, stage.now is None, stage.then is None) for stage in made.stages] == [
        ("Bewusstsein", False, True),
        ("Kauf", False, False),
    ]
    assert [titles(step) for step in made.steps] == [
        ("Ich suche", None, None),
        ("Ich bezahle an der Kasse", "Ich bezahle an der neuen Kasse", 2),
        ("Ich wähle aus", "Man rät mir", 2.5),
        ("Ich trage alles heim", None, None),
        (None, "Ein Dank kommt an", None),
    ]
    assert (made.kept, made.is_unchanged, made.is_plan) == (2, False, True)


def test_a_stage_tells_its_change_its_open_pains_and_what_leads_there(tmp_path: Path) -> None:
    stage = compared(tmp_path, NOW, THEN).stages[1]

    assert (stage.change, stage.pains_now, stage.pains_then) == (1.667, 1, 0)
    assert [item.opportunity.id for item in stage.opportunities] == ["rat", "rabatt"]
    assert [point.id for point in stage.touchpoints.dropped] == ["kasse"]
    assert [channel.id for channel in stage.channels.dropped] == ["store"]
    assert [channel.id for channel in stage.channels.kept] == ["web"]


def test_touchpoints_and_channels_of_whole_journeys_are_compared(tmp_path: Path) -> None:
    made = compared(tmp_path, NOW, THEN)

    assert (made.touchpoints.added, [point.id for point in made.touchpoints.dropped]) == ((), ["kasse"])
    assert [point.id for point in made.touchpoints.kept] == ["korb"]
    assert [person.id for person in made.people_now] == ["anna", "bodo"]


def test_a_step_that_moves_to_another_stage_stands_once(tmp_path: Path) -> None:
    then = "  - stage: awareness\n    steps:\n      - {id: waehlen, title: Man rät mir}\n"
    made = compared(tmp_path, NOW, then)

    moved = [step for step in made.steps if step.is_moved]
    assert [titles(step) for step in moved] == [("Ich wähle aus", "Man rät mir", None)]
    assert [titles(step)[0] for step in made.steps].count("Ich wähle aus") == 1


def test_a_stage_with_another_id_is_the_same_by_its_canonical_stage(tmp_path: Path) -> None:
    then = "  - {stage: purchase, id: kauf-neu, steps: [Ich wähle aus]}\n"
    made = compared(tmp_path, NOW, then)

    assert [(stage.now and stage.now.id, stage.then and stage.then.id) for stage in made.stages] == [
        ("awareness", None),
        ("purchase", "kauf-neu"),
    ]


def test_the_same_steps_change_nothing(tmp_path: Path) -> None:
    made = compared(tmp_path, NOW, NOW)

    assert made.is_unchanged
    assert (made.kept, made.change) == (4, 0)


def test_journeys_with_nothing_in_common_keep_no_step(tmp_path: Path) -> None:
    made = compared(
        tmp_path, "  - {stage: awareness, steps: Hören}\n", "  - {stage: purchase, steps: Zahlen}\n"
    )

    assert (made.kept, made.is_unchanged, made.picture) == (0, False, None)
    assert [titles(step)[:2] for step in made.steps] == [("Hören", None), (None, "Zahlen")]


def test_the_picture_has_the_values_that_there_are_and_marks_each_low_point(tmp_path: Path) -> None:
    made = compared(tmp_path, NOW, THEN)

    assert made.picture is not None
    spots = [(spot.visit.step.title, spot.satisfaction, spot.is_low) for spot in made.picture.now]
    assert spots == [
        ("Ich suche", 3, False),
        ("Ich wähle aus", 2.5, False),
        ("Ich bezahle an der Kasse", 2, True),
        ("Ich trage alles heim", 4, False),
    ]
    assert [spot.is_low for spot in made.picture.then] == [True, False]
    assert [round(spot.left, 2) for spot in made.picture.then] == [37.5, 62.5]


def test_points_in_one_place_are_shared_and_a_low_one_stands_out_where_it_is_low(tmp_path: Path) -> None:
    same = compared(tmp_path, NOW, NOW).picture

    assert same is not None
    assert [spot.is_shared for spot in (*same.now, *same.then)] == [True] * 8
    assert [spot.is_sad for spot in same.now] == [False, False, True, False]


def test_a_current_journey_without_values_leaves_the_future_one_alone_in_the_picture(tmp_path: Path) -> None:
    made = compared(tmp_path, "  - {stage: purchase, steps: [Zahlen]}\n", THEN)

    assert made.picture is not None
    assert (made.picture.now, len(made.picture.then), made.change, made.people_now) == ((), 2, None, ())


def test_a_plan_may_be_compared_with_another_plan(tmp_path: Path) -> None:
    assert not compared(tmp_path, NOW, THEN, state="future").is_plan


def test_a_step_that_becomes_two_or_was_two_names_the_step_that_it_is_part_of(tmp_path: Path) -> None:
    one = "  - {stage: purchase, steps: [Beraten lassen und bezahlen]}\n"
    two = "  - {stage: purchase, steps: [Beraten lassen, Per Handy bezahlen]}\n"

    assert [parts(step) for step in compared(tmp_path / "split", one, two).steps] == [
        ("Beraten lassen und bezahlen", "Beraten lassen", None),
        (None, "Per Handy bezahlen", "Beraten lassen und bezahlen"),
    ]
    assert [parts(step) for step in compared(tmp_path / "merged", two, one).steps] == [
        ("Beraten lassen", "Beraten lassen und bezahlen", None),
        ("Per Handy bezahlen", None, "Beraten lassen und bezahlen"),
    ]
    assert not any(step.is_new or step.is_gone for step in compared(tmp_path / "again", one, two).steps)


def parts(step: ComparedStep) -> tuple[str | None, str | None, str | None]:
    now, then, whole = (visit.step.title if visit else None for visit in (step.now, step.then, step.part_of))
    return now, then, whole
