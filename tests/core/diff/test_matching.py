"""The one matcher: what is the same is found alike from both sides, and each thing stands in the result once."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from core.handbooks import errors, read
from journeybook.catalogue import Journey
from journeybook.diff import pair_journeys
from journeybook.diff.pairing.journeys import Pairing, Placed
from journeybook.diff.pairing.matching import ALIKE, Item, aligned, like_texts, match
from journeybook.diff.pairing.splits import Split

WORDS = (
    "zahlen",
    "warten",
    "Ich warte auf die Beratung",
    "Ich warte auf Beratung und Chat",
    "Chat fragen",
    "x",
)
TITLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join)
THINGS: st.SearchStrategy[list[Item[str]]] = st.lists(
    st.builds(
        Item,
        thing=st.just("a thing"),
        id=st.sampled_from(("a", "b", "c", "d", "e")),
        is_written=st.booleans(),
        title=TITLES,
        features=st.frozensets(st.sampled_from(("f", "g", "h", "i"))),
        role=st.sampled_from(("", "purchase", "support")),
        home=st.sampled_from(("", "purchase", "support")),
        at=st.integers(0, 4),
    ),
    max_size=8,
)
Names = list[tuple[str, str]]
Written = list[dict[str, object]]


def names(items: list[Item[str]]) -> list[Item[str]]:
    """The same things, each told apart by what it is."""
    return [replace(item, thing=f"{at}") for at, item in enumerate(items)]


@given(THINGS, THINGS)
def test_each_thing_is_in_one_pair_or_was_removed_or_added(
    olds: list[Item[str]], news: list[Item[str]]
) -> None:
    one, other = names(olds), names(news)
    found = match(one, other)

    assert sorted([old.thing for old, _ in found.pairs] + [item.thing for item in found.removed]) == sorted(
        item.thing for item in one
    )
    assert sorted([new.thing for _, new in found.pairs] + [item.thing for item in found.added]) == sorted(
        item.thing for item in other
    )


@given(THINGS, THINGS)
def test_backwards_the_same_things_are_the_same(olds: list[Item[str]], news: list[Item[str]]) -> None:
    one, other = names(olds), names(news)
    there, back = match(one, other), match(other, one)

    assert {(old.thing, new.thing) for old, new in there.pairs} == {
        (new.thing, old.thing) for old, new in back.pairs
    }
    assert (there.removed, there.added) == (back.added, back.removed)


@given(THINGS)
def test_with_itself_nothing_is_left_over(items: list[Item[str]]) -> None:
    found = match(names(items), names(items))

    assert (found.removed, found.added) == ((), ())


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True), st.data())
def test_in_one_order_each_thing_stands_once(olds: list[int], news: list[int], drawn: st.DataObject) -> None:
    partners = drawn.draw(st.permutations(olds))
    partner = dict(zip(news, partners[: len(news) // 2], strict=False))
    rows = aligned(olds, news, partner)

    assert [new for _, new in rows if new is not None] == news
    assert sorted(old for old, _ in rows if old is not None) == sorted(olds)
    assert {new: old for old, new in rows if None not in {old, new}} == partner


def journey(root: Path, name: str, stages: Written) -> Journey:
    header = yaml.safe_dump({"title": name, "persona": "anna", "stages": stages}, allow_unicode=True)
    found = read(root / name, {"kauf.md": f"---\n{header}---\n"})
    assert errors(found) == []
    return found.catalogue.journeys["kauf"]


def paired(root: Path, before: Written, after: Written, *, is_plan: bool) -> Names:
    found = pair_journeys(journey(root, "before", before), journey(root, "after", after), is_plan=is_plan)
    return [
        (step.before.title if step.before else "", step.after.title if step.after else "")
        for stage in found.rows
        for step in stage.steps
    ]


def test_a_step_that_moved_and_was_reworded_is_the_same_in_a_plan_as_well(tmp_path: Path) -> None:
    before: Written = [
        {"stage": "awareness", "steps": ["Ich höre davon", "Ich lasse meine Füße messen"]},
        {"stage": "purchase", "steps": ["Ich zahle"]},
    ]
    after: Written = [
        {"stage": "awareness", "steps": ["Ich höre davon"]},
        {"stage": "purchase", "steps": ["Ich lasse meine Füße daheim messen", "Ich zahle"]},
    ]
    expected = [
        ("Ich höre davon", "Ich höre davon"),
        ("Ich lasse meine Füße messen", "Ich lasse meine Füße daheim messen"),
        ("Ich zahle", "Ich zahle"),
    ]

    assert paired(tmp_path, before, after, is_plan=True) == expected
    assert paired(tmp_path / "again", before, after, is_plan=False) == expected


def test_a_stage_is_the_same_where_it_stands_for_the_same_stage_of_the_handbook(tmp_path: Path) -> None:
    before = journey(tmp_path, "before", [{"stage": "purchase", "id": "laden", "steps": ["Ich zahle bar"]}])
    stages: Written = [{"stage": "purchase", "id": "netz", "title": "Im Netz", "steps": ["Die App bucht ab"]}]
    rows = pair_journeys(before, journey(tmp_path, "after", stages)).rows

    assert [(row.before and row.before.id, row.after and row.after.id) for row in rows] == [("laden", "netz")]


def test_what_reads_alike_goes_before_what_stands_for_the_same_stage(tmp_path: Path) -> None:
    steps = ["Ich probiere an", "Ich laufe eine Runde"]
    before = journey(
        tmp_path, "before", [{"stage": "purchase", "id": "probe", "title": "Probe", "steps": steps}]
    )
    stages: Written = [
        {"stage": "purchase", "id": "kasse", "title": "Kasse", "steps": ["Ich zahle bar"]},
        {"stage": "awareness", "id": "erste-probe", "title": "Probe", "steps": steps},
    ]
    rows = pair_journeys(before, journey(tmp_path, "after", stages)).rows

    assert [(row.before and row.before.id, row.after and row.after.id) for row in rows] == [
        (None, "kasse"),
        ("probe", "erste-probe"),
    ]


def test_titles_that_stand_twice_are_told_apart_by_where_they_stand(tmp_path: Path) -> None:
    before: Written = [
        {"stage": "awareness", "steps": ["Ich warte"]},
        {"stage": "purchase", "steps": ["Ich warte"]},
    ]

    found = pair_journeys(
        journey(tmp_path, "before", before), journey(tmp_path, "after", list(reversed(before))), is_plan=True
    )
    assert [(old.thing.stage.id, new.thing.stage.id) for old, new in found.steps.pairs] == [
        ("awareness", "awareness"),
        ("purchase", "purchase"),
    ]


def test_two_ids_that_authors_gave_ask_for_more_likeness(tmp_path: Path) -> None:
    before: Written = [{"stage": "purchase", "steps": [{"id": "bar", "title": "Ich zahle an der Kasse"}]}]
    after: Written = [{"stage": "purchase", "steps": [{"id": "app", "title": "Ich zahle mit der App"}]}]
    unnamed: Written = [{"stage": "purchase", "steps": ["Ich zahle mit der App"]}]

    assert like_texts("Ich zahle an der Kasse", "Ich zahle mit der App") > ALIKE
    assert len(paired(tmp_path / "named", before, after, is_plan=True)) == 2
    assert len(paired(tmp_path / "unnamed", before, unnamed, is_plan=True)) == 1


def test_what_a_plan_says_beside_its_titles_is_meant_to_differ(tmp_path: Path) -> None:
    before: Written = [
        {"stage": "purchase", "steps": [{"title": "Ich frage nach dem Geld", "thoughts": "Wo bleibt es?"}]}
    ]
    after: Written = [
        {"stage": "purchase", "steps": [{"title": "Ich sehe nach dem Geld", "thoughts": "Schon da."}]}
    ]

    assert len(paired(tmp_path, before, after, is_plan=True)) == 1


STEPS = st.lists(
    st.sampled_from(
        (
            "Auswählen und zahlen",
            "Auswählen",
            "Zahlen an der Kasse",
            "Schuhe anprobieren",
            "Schuhe anprobieren und laufen",
            "Eine Runde laufen",
            "Eine lange Runde laufen",
        )
    ),
    min_size=1,
    max_size=4,
)
STAGES = st.lists(
    st.tuples(st.sampled_from(("awareness", "purchase")), STEPS),
    min_size=1,
    max_size=2,
    unique_by=lambda stage: stage[0],
)
Stages = list[tuple[str, list[str]]]


def written(stages: Stages) -> Written:
    return [{"stage": stage, "steps": [*steps]} for stage, steps in stages]


def parts(splits: Mapping[str, Split[Placed]]) -> set[tuple[str, str, str]]:
    return {(split.whole.id, split.part.id, split.other.id) for split in splits.values()}


@given(one=STAGES, other=STAGES)
def test_backwards_what_was_split_is_merged(tmp_path: Path, one: Stages, other: Stages) -> None:
    before, after = journey(tmp_path, "before", written(one)), journey(tmp_path, "after", written(other))
    there, back = pair_journeys(before, after), pair_journeys(after, before)

    assert parts(there.splits) == parts(back.merges)
    assert parts(there.merges) == parts(back.splits)
    assert _once(there, before, after)


def _once(found: Pairing, before: Journey, after: Journey) -> bool:
    """Whether each stage and each step of both journeys stands in one row."""
    steps = [step for stage in found.rows for step in stage.steps]
    return (
        sorted(stage.before.id for stage in found.rows if stage.before)
        == sorted(item.id for item in before.stages)
        and [stage.after.id for stage in found.rows if stage.after] == [item.id for item in after.stages]
        and sorted(step.before.id for step in steps if step.before)
        == sorted(step.id for step in before.steps)
        and [step.after.id for step in steps if step.after] == [step.id for step in after.steps]
    )
