"""Random handbooks: none differs from itself, and a random edit is told as exactly what it is."""

import copy
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from core.changed_handbooks import difference
from journeybook.diff.pairing.matching import moved

TITLES = (
    "Ich bleibe am Schaufenster stehen",
    "Wo finde ich Hilfe?",
    "Füße messen lassen",
    "Zwei Paare anprobieren",
    "An der Kasse bezahlen",
    "Den Karton nach Hause tragen",
    "Nachts im Internet vergleichen",
    "Meine Schwester fragen",
    "Das Paket auspacken",
    "Größe umtauschen",
    "Mit neuen Sohlen wandern",
    "Jemandem davon erzählen",
)
TEXTS = ("Es zieht.", "Alles grün", "Nie wieder Regen", "Kaffee wäre schön", "42 ist zu klein")
IDS = ("kasse", "regal", "chat")
HANDBOOK = {
    "stages": [{"id": name, "title": name.title()} for name in ("awareness", "purchase", "support")],
    "channels": [{"id": "store", "title": "Filiale", "setting": "offline"}],
    "teams": [{"id": name, "title": name.title()} for name in ("shop", "help")],
    "metrics": [{"id": "nps", "title": "NPS", "unit": "score", "direction": "up"}],
}
Data = dict[str, Any]
Draw = Callable[[st.SearchStrategy[Any]], Any]


def things(ids: tuple[str, ...]) -> dict[str, str]:
    return {f"touchpoints/{name}.md": f"---\ntitle: {name}\nchannel: store\n---\n" for name in ids}


@st.composite
def journeys(draw: Draw) -> Data:
    titles = list(draw(st.permutations(TITLES)))
    stages = draw(st.lists(st.sampled_from(("awareness", "purchase", "support")), min_size=1, unique=True))
    counts = [draw(st.integers(1, 3)) for _ in stages]
    header = {
        "title": draw(st.sampled_from(("Schuhe kaufen", "Stiefel tauschen"))),
        "personas": ["anna", "bodo"][: draw(st.integers(1, 2))],
        "owner": "shop",
        "stages": [
            {"stage": stage, "steps": [_step(draw, titles.pop()) for _ in range(count)]}
            for stage, count in zip(stages, counts, strict=True)
        ],
    }
    return {
        "header": header,
        "body": draw(st.sampled_from(("", "Es regnet.\n", "## Kauf\n\nNur am Samstag.\n"))),
    }


def _step(draw: Draw, title: str) -> Data:
    optional = {
        "satisfaction": st.integers(2, 4),
        "thoughts": st.lists(st.sampled_from(TEXTS), min_size=1, max_size=2, unique=True),
        "touchpoints": st.lists(st.sampled_from(IDS), min_size=1, max_size=1),
        "moment_of_truth": st.just("Weil es zählt"),
        "optional": st.just(value=True),
    }
    chosen: Data = draw(st.fixed_dictionaries({"title": st.just(title)}, optional=optional))
    return chosen


def steps(header: Data) -> list[Data]:
    return [step for stage in header["stages"] for step in stage["steps"]]


def _retitle(_draw: Draw, data: Data) -> list[str]:
    data["header"]["title"] += " gehen"
    return ["journey-retitled"]


def _reword(draw: Draw, data: Data) -> list[str]:
    draw(st.sampled_from(steps(data["header"])))["title"] += " heute"
    return ["step-reworded"]


def _add_step(draw: Draw, data: Data) -> list[str]:
    stage = draw(st.sampled_from(data["header"]["stages"]))
    stage["steps"].insert(draw(st.integers(0, len(stage["steps"]))), {"title": "Xylophon spielen"})
    return ["step-added"]


def _remove_step(draw: Draw, data: Data) -> list[str]:
    stage = draw(st.sampled_from(data["header"]["stages"]))
    if len(stage["steps"]) == 1:
        return []
    stage["steps"].pop(draw(st.integers(0, len(stage["steps"]) - 1)))
    return ["step-removed"]


def _swap_steps(draw: Draw, data: Data) -> list[str]:
    stage = draw(st.sampled_from(data["header"]["stages"]))
    if len(stage["steps"]) == 1:
        return []
    stage["steps"].append(stage["steps"].pop(0))
    return ["step-reordered"]


def _score(draw: Draw, data: Data, by: int) -> list[str]:
    step = draw(st.sampled_from(steps(data["header"])))
    before = step.get("satisfaction")
    step["satisfaction"] = 3 if before is None else before + by
    kind = "satisfaction-given" if before is None else "satisfaction-fell" if by < 0 else "satisfaction-rose"
    return [kind] * len(data["header"]["personas"])


def _fall(draw: Draw, data: Data) -> list[str]:
    return _score(draw, data, -1)


def _rise(draw: Draw, data: Data) -> list[str]:
    return _score(draw, data, 1)


def _touchpoint(draw: Draw, data: Data) -> list[str]:
    step = draw(st.sampled_from(steps(data["header"])))
    before = step.get("touchpoints")
    step["touchpoints"] = [name for name in IDS if [name] != before][:1]
    return ["touchpoint-replaced" if before else "touchpoint-used"]


def _moment(draw: Draw, data: Data) -> list[str]:
    step = draw(st.sampled_from(steps(data["header"])))
    if step.pop("moment_of_truth", None):
        return ["moment-removed"]
    step["moment_of_truth"] = True
    return ["moment-added"]


def _pain(draw: Draw, data: Data) -> list[str]:
    draw(st.sampled_from(steps(data["header"])))["pain_points"] = "Es dauert"
    return ["pain-raised"]


def _owner(draw: Draw, data: Data) -> list[str]:
    data["header"]["owner"] = draw(st.sampled_from(("help", None)))
    return ["owner-changed" if data["header"]["owner"] else "owner-withdrawn"]


def _text(draw: Draw, data: Data) -> list[str]:
    step = draw(st.sampled_from(steps(data["header"])))
    step["doubts"] = "Oder doch nicht?"
    return ["field-given"]


def _body(_draw: Draw, data: Data) -> list[str]:
    data["body"] += "Noch ein Satz.\n"
    return ["narrative-changed"]


def _own_key(_draw: Draw, data: Data) -> list[str]:
    data["header"]["x-own"] = "1"
    return ["field-given"]


EDITS = (
    _retitle,
    _reword,
    _add_step,
    _remove_step,
    _swap_steps,
    _fall,
    _rise,
    _touchpoint,
    _moment,
    _pain,
    _owner,
    _text,
    _body,
    _own_key,
)


def files(data: Data) -> dict[str, str]:
    header = yaml.safe_dump(data["header"], allow_unicode=True, sort_keys=False)
    return {
        "handbook.yml": yaml.safe_dump(HANDBOOK),
        "personas/anna.md": "---\ntitle: Anna\n---\n",
        "personas/bodo.md": "---\ntitle: Bodo\n---\n",
        **things(IDS),
        "kauf.md": f"---\n{header}---\n{data['body']}",
    }


def kinds(before: dict[str, str], after: dict[str, str]) -> list[str]:
    with TemporaryDirectory() as folder:
        found = difference(Path(folder), before, after)
        assert found.unread == ()
        return [change.kind.value for change in found.changes]


@given(journeys())
def test_nothing_differs_from_itself(data: Data) -> None:
    assert kinds(files(data), files(data)) == []


@given(journeys())
def test_another_way_of_writing_the_same_is_no_change(data: Data) -> None:
    written = files(data)
    other = yaml.safe_dump(data["header"], default_flow_style=True, sort_keys=True)

    assert kinds(written, {**written, "kauf.md": f"---\n{other}---\n{data['body']}"}) == []


@given(journeys(), st.sampled_from(EDITS), st.data())
def test_an_edit_is_told_as_exactly_what_it_is(
    data: Data, edit: Callable[[Draw, Data], list[str]], drawn: st.DataObject
) -> None:
    edited = copy.deepcopy(data)
    expected = edit(drawn.draw, edited)

    assert kinds(files(data), files(edited)) == expected


@given(journeys(), journeys())
def test_any_two_journeys_can_be_compared_and_reading_less_finds_the_same(one: Data, other: Data) -> None:
    with TemporaryDirectory() as folder:
        short = difference(Path(folder), files(one), files(other))
        whole = difference(Path(folder), files(one), files(other), everything=True)

    assert short.changes == whole.changes
    assert bool(short) == (one != other)


@given(st.lists(st.integers(0, 30), unique=True, max_size=12))
def test_as_few_as_possible_have_moved(places: list[int]) -> None:
    movers = moved(places, [f"{place}" for place in places])
    kept = [place for at, place in enumerate(places) if at not in movers]

    assert kept == sorted(kept)
    assert not movers or kept
