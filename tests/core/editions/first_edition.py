"""Handbooks drawn by chance from the fields of the first edition, each in two states, right and wrong.

A number gives the same two states on every machine and with every Python, so that what an earlier Journeybook
said about them can be kept and compared.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

import yaml

Data = dict[str, Any]
Files = dict[str, str]
T = TypeVar("T")

PERSONAS = ("anna", "bodo", "cem")
TOUCHPOINTS = ("kasse", "regal", "chat", "paketbote")
CHANNELS = ("store", "web")
TEAMS = ("shop", "help")
METRICS = ("nps", "umsatz")
STAGES = ("awareness", "purchase", "support")
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
)
TEXTS = (
    "Es zieht.",
    "Alles grün",
    "Nie wieder Regen, bitte",
    "42 ist zu klein: zurück damit",
    "Kaffee & Kuchen wären schön",
    "Warum fragt mich niemand nach meinem Namen, obwohl ich die Karte doch in der Hand halte?",
    "<b>fett</b> ist hier nichts",
)
SYSTEMS = ("Warenwirtschaft", "SAP", "Sendungsverfolgung")
TAGS = ("winter", "stammkunden", "test")
CATEGORIES = ("disconnected-channels", "poor-onboarding", "lack-of-support", "other")
METHODS = ("interview", "observation", "survey", "analytics", "workshop", "assumption")
DAYS = ("2024-02-29", "2025-12-01", "2026-08-23", "2026-10-30", "2027-03-01")


class Draw:
    """Draws values, by nothing but `Random.random`, which is the same with every Python."""

    def __init__(self, number: int) -> None:
        self._random = Random(number)

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def number(self, least: int, most: int) -> int:
        return least + int(self._random.random() * (most - least + 1))

    def one(self, values: Sequence[T]) -> T:
        return values[self.number(0, len(values) - 1)]

    def some(self, values: Sequence[T], least: int = 1, most: int = 3) -> list[T]:
        rest = list(values)
        count = min(self.number(least, most), len(rest))
        return [rest.pop(self.number(0, len(rest) - 1)) for _ in range(count)]

    def single_or_list(self, values: Sequence[T]) -> T | list[T]:
        return self.one(values) if self.chance(0.3) else self.some(values)

    def optional(self, share: float, fields: dict[str, Callable[[], Any]]) -> Data:
        return {name: make() for name, make in fields.items() if self.chance(share)}


def states(number: int) -> tuple[Files, Files]:
    """The files of a handbook before and after a change."""
    draw = Draw(number)
    before = _handbook(draw)
    after = {path: _copy(header) for path, header in before.items()}
    for _ in range(draw.number(1, 4)):
        draw.one(_EDITS)(draw, after)
    bodies = {path: _body(draw) for path in before}
    return _files(before, bodies), _files(after, bodies)


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(part) for key, part in value.items()}
    return [_copy(part) for part in value] if isinstance(value, list) else value


def _files(headers: dict[str, Data], bodies: dict[str, str]) -> Files:
    written = {
        path: yaml.safe_dump(data, allow_unicode=True, sort_keys=False) for path, data in headers.items()
    }
    return {
        path: text if path.endswith(".yml") else f"---\n{text}---\n{bodies.get(path, '')}"
        for path, text in written.items()
    }


def _body(draw: Draw) -> str:
    paragraphs = (
        "Es regnet.\n",
        "## Kauf\n\nNur am Samstag.\n",
        "Frag [[persona:anna]] oder [[team:shop|den Laden]].\n",
    )
    return "\n".join(draw.some(paragraphs, 0, 2))


def _handbook(draw: Draw) -> dict[str, Data]:
    headers = {"handbook.yml": _vocabulary(draw)} if draw.chance(0.9) else {}
    headers |= {f"personas/{name}.md": _persona(draw, name) for name in PERSONAS}
    headers |= {f"touchpoints/{name}.md": _touchpoint(draw, name) for name in TOUCHPOINTS}
    journeys = ["kauf", "tausch", "kauf-morgen"][: draw.number(1, 3)]
    return headers | {f"{name}.md": _journey(draw, name, journeys) for name in journeys}


def _vocabulary(draw: Draw) -> Data:
    stages = [{"id": name, "title": name.title(), "aliases": [f"{name}-phase"]} for name in STAGES]
    metrics = [
        {"id": "nps", "title": "NPS", "unit": "score", "direction": "up", "target": 40},
        {"id": "umsatz", "title": "Umsatz", "unit": "currency", "direction": "up"},
    ]
    return {
        "stages": stages,
        "channels": [
            {"id": "store", "title": "Filiale", "setting": "offline"},
            {"id": "web", "title": "Webshop", "setting": "online"},
        ],
        "teams": [{"id": name, "title": name.title(), "contact": f"{name}@example.org"} for name in TEAMS],
        "metrics": metrics,
        "review_every": draw.one((30, 90, 365)),
    }


def _persona(draw: Draw, name: str) -> Data:
    return {"title": name.title()} | draw.optional(
        0.4,
        {
            "role": lambda: draw.one(TEXTS),
            "age": lambda: draw.number(18, 90),
            "location": lambda: "Köln",
            "segment": lambda: draw.one(("Wanderer", "Büro")),
            "type": lambda: draw.one(("primary", "secondary", "negative")),
            "quote": lambda: draw.one(TEXTS),
            "goals": lambda: draw.single_or_list(TEXTS),
            "needs": lambda: draw.some(TEXTS),
            "frustrations": lambda: draw.some(TEXTS),
            "behaviours": lambda: draw.some(TEXTS),
            "preferred_channels": lambda: draw.some((*CHANNELS, "post")),
            "interview": lambda: {"wishes": draw.single_or_list(TEXTS), "why_us": draw.one(TEXTS)},
            "evidence": lambda: _evidence(draw),
            "tags": lambda: draw.some(TAGS),
        },
    )


def _touchpoint(draw: Draw, name: str) -> Data:
    return {"title": name.title(), "channel": draw.one(CHANNELS)} | draw.optional(
        0.4,
        {
            "owner": lambda: draw.one((*TEAMS, "helpp")),
            "stages": lambda: draw.some(STAGES),
            "rating": lambda: draw.number(1, 5),
            "expectation": lambda: draw.one(TEXTS),
            "lifecycle": lambda: draw.one(("planned", "live", "retired")),
            "self_service": lambda: draw.chance(0.5),
            "systems": lambda: draw.some(SYSTEMS),
            "url": lambda: "https://example.org/",
            "aliases": lambda: draw.some(TAGS),
            "metrics": lambda: draw.some(METRICS),
            "evidence": lambda: _evidence(draw),
        },
    )


def _journey(draw: Draw, name: str, journeys: Sequence[str]) -> Data:
    personas = draw.some(PERSONAS, 1, 2)
    titles = draw.some(TITLES, len(TITLES), len(TITLES))
    header: Data = {"title": f"{name.title()} – {titles[0]}", "personas": personas}
    header |= draw.optional(
        0.4,
        {
            "summary": lambda: draw.one(TEXTS),
            "goal": lambda: draw.one(TEXTS),
            "scenario": lambda: draw.one(TEXTS),
            "status": lambda: draw.one(("draft", "review", "published")),
            "owner": lambda: draw.one((*TEAMS, "lager")),
            "reviewed": lambda: draw.one(DAYS),
            "evidence": lambda: _evidence(draw),
            "metrics": lambda: draw.some(METRICS),
            "tags": lambda: draw.some(TAGS),
            "parent": lambda: draw.one(journeys),
            "x-own": lambda: {"number": draw.number(1, 9)},
            "colour": lambda: "blue",
        },
    )
    if name == "kauf-morgen":
        header |= {"state": "future", "compares_to": "kauf"}
    pains = [f"pain-{number}" for number in range(1, 4)]
    return header | {"stages": [_stage(draw, stage, titles, personas, pains) for stage in draw.some(STAGES)]}


def _stage(draw: Draw, stage: str, titles: list[str], personas: list[str], pains: list[str]) -> Data:
    found: Data = {"stage": stage}
    found |= draw.optional(
        0.3,
        {
            "title": lambda: draw.one(TEXTS),
            "goal": lambda: draw.one(TEXTS),
            "owner": lambda: draw.one(TEAMS),
            "metrics": lambda: draw.some(METRICS),
        },
    )
    count = min(draw.number(1, 3), len(titles))
    return found | {"steps": [_step(draw, titles.pop(), personas, pains) for _ in range(count)]}


def _step(draw: Draw, title: str, personas: list[str], pains: list[str]) -> Data:
    lanes = (
        "actions",
        "thoughts",
        "feelings",
        "needs",
        "motivations",
        "doubts",
        "expectations",
        "frontstage",
        "backstage",
    )
    found: Data = {"title": title} | draw.optional(
        0.25, {lane: lambda: draw.single_or_list(TEXTS) for lane in lanes}
    )
    return found | draw.optional(
        0.35,
        {
            "satisfaction": lambda: _satisfaction(draw, personas),
            "quotes": lambda: [draw.one(TEXTS), {"text": draw.one(TEXTS), "persona": draw.one(PERSONAS)}],
            "touchpoints": lambda: draw.single_or_list((*TOUCHPOINTS, "kase")),
            "channel": lambda: draw.one(CHANNELS),
            "systems": lambda: draw.some(SYSTEMS),
            "actors": lambda: draw.some((*TEAMS, "Paketdienst")),
            "pain_points": lambda: [_pain(draw, pains) for _ in range(draw.number(1, 2))],
            "opportunities": lambda: [_opportunity(draw)],
            "moment_of_truth": lambda: draw.one((True, "Weil es zählt")),
            "micro_conversion": lambda: draw.one(TEXTS),
            "metrics": lambda: draw.some(METRICS),
            "evidence": lambda: _evidence(draw),
            "next": lambda: draw.one(("end", "an-der-kasse-bezahlen", "nirgends")),
            "optional": lambda: draw.chance(0.8),
        },
    )


def _satisfaction(draw: Draw, personas: list[str]) -> Any:
    values = (1, 2, 3, 4, 5, 5, 4, 6)
    return draw.one(values) if draw.chance(0.5) else {name: draw.one(values) for name in personas}


def _pain(draw: Draw, pains: list[str]) -> Any:
    if draw.chance(0.2):
        return draw.one(TEXTS)
    named = {"id": pains.pop()} if pains and draw.chance(0.6) else {}
    return {"title": draw.one(TEXTS), **named} | draw.optional(
        0.5,
        {
            "severity": lambda: draw.number(1, 5),
            "category": lambda: draw.one(CATEGORIES),
            "evidence": lambda: _evidence(draw),
        },
    )


def _opportunity(draw: Draw) -> Any:
    return {"title": draw.one(TEXTS)} | draw.optional(
        0.5,
        {
            "impact": lambda: draw.number(1, 5),
            "effort": lambda: draw.number(1, 5),
            "solves": lambda: draw.some(("pain-1", "pain-2", "kauf/pain-3")),
            "status": lambda: draw.one(("idea", "planned", "doing", "done", "rejected")),
            "actions": lambda: [_action(draw) for _ in range(draw.number(1, 2))],
        },
    )


def _action(draw: Draw) -> Data:
    return {"title": draw.one(TITLES)} | draw.optional(
        0.5,
        {
            "owner": lambda: draw.one(TEAMS),
            "due": lambda: draw.one(DAYS),
            "status": lambda: draw.one(("open", "doing", "done")),
            "metric": lambda: draw.one(METRICS),
            "target": lambda: draw.number(1, 50),
            "link": lambda: "https://example.org/ticket",
        },
    )


def _evidence(draw: Draw) -> Any:
    if draw.chance(0.3):
        return draw.one(TEXTS)
    return {"title": draw.one(TEXTS)} | draw.optional(
        0.6,
        {
            "method": lambda: draw.one(METHODS),
            "date": lambda: draw.one(DAYS),
            "n": lambda: draw.number(1, 400),
            "url": lambda: "https://example.org/study",
            "expires": lambda: draw.one(DAYS),
        },
    )


def _steps(headers: dict[str, Data]) -> list[Data]:
    journeys = (data for path, data in headers.items() if "/" not in path and path.endswith(".md"))
    return [step for journey in journeys for stage in journey["stages"] for step in stage["steps"]]


def _retitle(draw: Draw, headers: dict[str, Data]) -> None:
    data = headers[draw.one([path for path in headers if path.endswith(".md")])]
    data["title"] += " heute"


def _reword(draw: Draw, headers: dict[str, Data]) -> None:
    draw.one(_steps(headers))["title"] += " gehen"


def _remove_field(draw: Draw, headers: dict[str, Data]) -> None:
    step = draw.one(_steps(headers))
    optional = [name for name in step if name != "title"]
    if optional:
        del step[draw.one(optional)]


def _rewrite_step(draw: Draw, headers: dict[str, Data]) -> None:
    step = draw.one(_steps(headers))
    title = step["title"]
    step.clear()
    step.update(_step(draw, title, ["anna"], []))


def _rewrite_thing(draw: Draw, headers: dict[str, Data]) -> None:
    if draw.chance(0.5):
        name = draw.one(PERSONAS)
        headers[f"personas/{name}.md"] = _persona(draw, name)
    else:
        name = draw.one(TOUCHPOINTS)
        headers[f"touchpoints/{name}.md"] = _touchpoint(draw, name)


def _move_step(draw: Draw, headers: dict[str, Data]) -> None:
    stage = draw.one(headers["kauf.md"]["stages"])
    stage["steps"].append(stage["steps"].pop(0))


def _add_step(draw: Draw, headers: dict[str, Data]) -> None:
    draw.one(headers["kauf.md"]["stages"])["steps"].append(_step(draw, "Xylophon spielen", ["anna"], []))


def _remove_step(draw: Draw, headers: dict[str, Data]) -> None:
    steps = draw.one(headers["kauf.md"]["stages"])["steps"]
    if len(steps) > 1:
        steps.pop()


def _remove_file(draw: Draw, headers: dict[str, Data]) -> None:
    headers.pop(draw.one([path for path in headers if "/" in path]))


_EDITS = (
    _retitle,
    _reword,
    _remove_field,
    _rewrite_step,
    _rewrite_thing,
    _move_step,
    _add_step,
    _remove_step,
    _remove_file,
)
