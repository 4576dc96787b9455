"""A handbook of N journeys for measuring: the same N gives the same files.

    python benchmarks/generate.py 100 .cache/bench/100/handbook

Writes journeys/, a page by hand in docs/, and a mkdocs.yml.
"""

import argparse
import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from german import (
    DOINGS,
    FIRST_NAMES,
    KINDS_OF_TOUCHPOINTS,
    LAST_NAMES,
    NAMES_OF_TOUCHPOINTS,
    PLACES,
    ROLES,
    SLOTS,
    TAGS,
    Words,
)
from siteconfig import mkdocs_yml

TODAY = date(2026, 11, 21)
"""The day that builds take for today, through JOURNEYBOOK_TODAY."""

STAGES = (
    ("awareness", "Bewusstsein", "Menschen mit einem Schuhproblem denken an uns."),
    ("consideration", "Überlegung", "Wer vergleicht, findet bei uns schnell das passende Paar."),
    ("purchase", "Kauf", "Bezahlen geht ohne Umwege und ohne böse Überraschung."),
    ("delivery", "Lieferung", "Das Paket kommt wie versprochen."),
    ("support", "Support", "Jede Frage ist beim ersten Kontakt geklärt."),
    ("loyalty", "Loyalität", "Das nächste Paar kommt wieder von uns."),
)
CHANNELS = (
    ("store", "Filiale", "offline", "material/store"),
    ("web", "Webshop", "online", "material/web"),
    ("app", "App", "online", "material/cellphone"),
    ("email", "E-Mail", "online", "material/email-outline"),
    ("phone", "Telefon", "offline", "material/phone"),
    ("chat", "Chat", "online", "material/chat-outline"),
    ("social", "Soziale Medien", "online", "material/account-group"),
    ("post", "Post und Lieferung", "offline", "material/truck-delivery-outline"),
)
TEAMS = (
    ("filialen", "Filialbetrieb"),
    ("e-commerce", "E-Commerce"),
    ("marketing", "Marketing"),
    ("logistik", "Logistik"),
    ("kundenservice", "Kundenservice"),
    ("kundenbindung", "Kundenbindung"),
)
METRICS: tuple[dict[str, Any], ...] = (
    {
        "id": "konversionsrate",
        "title": "Konversionsrate",
        "unit": "percent",
        "direction": "up",
        "target": 3.2,
    },
    {
        "id": "warenkorbabbruch",
        "title": "Warenkorbabbruch",
        "unit": "percent",
        "direction": "down",
        "target": 60,
    },
    {
        "id": "kundenzufriedenheit",
        "title": "Kundenzufriedenheit",
        "unit": "score",
        "direction": "up",
        "target": 4.3,
    },
    {"id": "wiederkaufsrate", "title": "Wiederkaufsrate", "unit": "percent", "direction": "up", "target": 42},
    {"id": "kundenwert", "title": "Kundenwert", "unit": "currency", "direction": "up", "target": 260},
    {
        "id": "erstattungsdauer",
        "title": "Erstattungsdauer",
        "unit": "duration",
        "direction": "down",
        "target": 4,
    },
)
LANES = (
    ("actions", 0.9, 2),
    ("thoughts", 0.8, 1),
    ("feelings", 0.6, 2),
    ("needs", 0.4, 2),
    ("motivations", 0.25, 1),
    ("doubts", 0.3, 1),
    ("expectations", 0.3, 1),
    ("frontstage", 0.5, 1),
    ("backstage", 0.4, 1),
    ("systems", 0.4, 2),
)
"""Lists of texts in a step: in which share of the steps, and how many at most."""
STEPS_IN_STAGE = 4
MONTHS = 24

Record = dict[str, Any]


class _Dumper(yaml.CSafeDumper):
    """Writes YAML as an author would: no anchors."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        """Write a repeated value again."""
        return True


class Ids:
    """The ids that texts may refer to."""

    def __init__(self, size: int) -> None:
        self.journeys = [f"reise-{number:04}" for number in range(1, size + 1)]
        self.personas = [f"person-{number:03}" for number in range(1, max(4, size // 10) + 1)]
        self.touchpoints = [f"kontakt-{number:04}" for number in range(1, max(20, size // 4) + 1)]
        self.teams = [key for key, _ in TEAMS]
        self.channels = [key for key, *_ in CHANNELS]
        self.metrics = [metric["id"] for metric in METRICS]
        self.stages = [key for key, *_ in STAGES]


def generate(
    size: int, folder: Path, *, steps_in_stage: int = STEPS_IN_STAGE, are_short: bool = False
) -> None:
    """Write a handbook of `size` journeys to a folder, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    journeys = folder / "journeys"
    for below in ("personas", "touchpoints", "metrics", "reisen"):
        (journeys / below).mkdir(parents=True)
    ids = Ids(size)
    (journeys / "handbook.yml").write_text(_yaml(_handbook()), encoding="utf-8")
    for number, key in enumerate(ids.personas):
        _write(journeys / "personas" / f"{key}.md", *_persona(number, Words(key), ids))
    for number, key in enumerate(ids.touchpoints):
        _write(journeys / "touchpoints" / f"{key}.md", *_touchpoint(number, Words(key), ids))
    for number, key in enumerate(ids.journeys):
        header, body = _journey(number, Words(key), ids, steps_in_stage)
        _write(
            journeys / "reisen" / f"{key}.md", *(_shortened(header, body) if are_short else (header, body))
        )
    _write_values(journeys / "metrics" / "werte.csv", ids)
    _write_site(folder)


def _write_site(folder: Path) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / "lesen.md").write_text(LESEN, encoding="utf-8")
    plugins = ("search", "journeybook:\n      journeys_dir: journeys\n      quality: true", "tags")
    nav = "nav:\n  - Start: index.md\n  - journeybook\n  - Handbuch lesen: lesen.md\n"
    (folder / "mkdocs.yml").write_text(mkdocs_yml(NAME, plugins, nav), encoding="utf-8")


NAME = "Handbuch zum Messen"
LESEN = "# Handbuch lesen\n\nJede Reise hat eine Karte und für jede Phase eine eigene Seite.\n"


def _yaml(record: Record) -> str:
    return yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)


def _write(path: Path, header: Record, body: str) -> None:
    path.write_text(f"---\n{_yaml(header)}---\n\n{body}\n", encoding="utf-8")


def _handbook() -> Record:
    words = Words("handbook")
    return {
        "stages": [
            {"id": key, "title": title, "goal": goal, "description": words.paragraph(2)}
            for key, title, goal in STAGES
        ],
        "channels": [
            {"id": key, "title": title, "setting": setting, "icon": icon}
            for key, title, setting, icon in CHANNELS
        ],
        "teams": [
            {"id": key, "title": title, "contact": f"{key}@example.org", "description": words.paragraph(2)}
            for key, title in TEAMS
        ],
        "metrics": [
            {**metric, "definition": words.paragraph(1), "source": "Erfundene Werte, monatlich"}
            for metric in METRICS
        ],
        "review_every": 90,
    }


def _persona(number: int, words: Words, ids: Ids) -> tuple[Record, str]:
    pick = words.random
    first = FIRST_NAMES[number % len(FIRST_NAMES)]
    header: Record = {
        "title": f"{first} {LAST_NAMES[number // len(FIRST_NAMES) % len(LAST_NAMES)]}",
        "role": pick.choice(ROLES),
        "age": pick.randint(19, 81),
        "location": pick.choice(PLACES),
        "segment": words.one("goals"),
        "type": "primary" if number % 4 == 0 else "secondary",
        "quote": words.one("quotes"),
        "goals": words.some("goals", 3),
        "needs": words.some("needs", 3),
        "frustrations": words.some("pains", 3),
        "motivations": words.some("motivations", 2),
        "behaviours": words.some("actions", 3),
        "preferred_channels": pick.sample(ids.channels, 2),
        "interview": {
            name: words.some("thoughts", 2)
            for name in (
                "why_interested",
                "how_researched",
                "decision_criteria",
                "alternatives",
                "why_us",
                "wishes",
            )
        },
        "evidence": [_evidence(words)],
        "tags": pick.sample(TAGS, 2),
    }
    return header, "\n\n".join(words.paragraph(4) for _ in range(3))


def _touchpoint(number: int, words: Words, ids: Ids) -> tuple[Record, str]:
    pick = words.random
    kind = KINDS_OF_TOUCHPOINTS[number // len(NAMES_OF_TOUCHPOINTS) % len(KINDS_OF_TOUCHPOINTS)]
    header: Record = {
        "title": f"{NAMES_OF_TOUCHPOINTS[number % len(NAMES_OF_TOUCHPOINTS)]} {kind}".strip(),
        "channel": ids.channels[number % len(ids.channels)],
        "owner": pick.choice(ids.teams),
        "stages": [key for key in ids.stages if words.chance(0.4)] or ids.stages[:1],
        "rating": pick.randint(1, 5),
        "expectation": words.one("expectations"),
        "systems": words.some("systems", 2),
        "metrics": pick.sample(ids.metrics, 1),
        "evidence": [_evidence(words)],
        "tags": pick.sample(TAGS, 2),
    }
    return header, words.paragraph(4)


def _evidence(words: Words) -> Record:
    methods = ("interview", "observation", "survey", "analytics", "support-tickets", "assumption")
    day = TODAY - timedelta(days=words.random.randint(10, 600))
    return {
        "title": words.one("evidence"),
        "method": words.random.choice(methods),
        "date": day,
        "n": words.random.randint(5, 400),
    }


def _journey(number: int, words: Words, ids: Ids, steps: int) -> tuple[Record, str]:
    pick = words.random
    wares, doing = SLOTS["ware"], DOINGS[number // len(SLOTS["ware"]) % len(DOINGS)]
    personas = pick.sample(ids.personas, 2 if words.chance(0.4) else 1)
    header: Record = {
        "title": f"{wares[number % len(wares)]} {pick.choice(SLOTS['anlass'])} {doing}",
        "personas": personas,
        "summary": words.paragraph(1),
        "goal": words.one("goals"),
        "scenario": words.paragraph(1),
        "trigger": words.one("thoughts"),
        "outcome": words.one("goals"),
        "status": pick.choice(("draft", "review", "published")),
        "owner": pick.choice(ids.teams),
        "reviewed": TODAY - timedelta(days=pick.randint(5, 200)),
        "metrics": pick.sample(ids.metrics, 2),
        "tags": pick.sample(TAGS, 3),
        "evidence": [_evidence(words) for _ in range(2)],
    }
    if number % 20 == STEPS_IN_STAGE:
        header |= {"state": "future", "compares_to": ids.journeys[number - 1]}
    header["stages"] = [_stage(number, place, words, ids, personas, steps) for place in range(len(STAGES))]
    return header, _narrative(words, ids)


def _shortened(header: Record, body: str) -> tuple[Record, str]:
    """A journey as it is begun: two stages of a step, and a paragraph."""
    stages = [
        {"stage": stage["stage"], "steps": [_without_ways(stage["steps"][0])]}
        for stage in header["stages"][:2]
    ]
    left_out = {"evidence", "scenario", "metrics", "tags"}
    short = {key: value for key, value in header.items() if key not in left_out}
    return short | {"stages": stages}, body.partition("\n\n")[0]


def _without_ways(step: Record) -> Record:
    return {key: value for key, value in step.items() if key != "next"}


def _stage(  # noqa: PLR0913, PLR0917 - all that a stage depends on
    number: int, place: int, words: Words, ids: Ids, personas: list[str], steps: int
) -> Record:
    stage: Record = {"stage": ids.stages[place], "goal": words.one("goals")}
    if words.chance(0.4):
        stage["owner"] = words.random.choice(ids.teams)
    if words.chance(0.3):
        stage["metrics"] = words.random.sample(ids.metrics, 1)
    stage["steps"] = [
        _step(f"{number + 1}-{place + 1}-{row + 1}", place, words, ids, personas) for row in range(steps)
    ]
    if words.chance(0.1):
        last = stage["steps"][-1]["id"]
        stage["steps"][1]["next"] = [stage["steps"][2]["id"], {"to": last, "when": words.one("when")}]
    return stage


def _step(name: str, place: int, words: Words, ids: Ids, personas: list[str]) -> Record:
    pick = words.random
    scores = {key: pick.randint(1, 5) for key in personas}
    step: Record = {
        "title": words.step(place),
        "id": f"schritt-{name}",
        "satisfaction": scores if len(personas) > 1 else scores[personas[0]],
    }
    step |= {lane: words.some(lane, most) for lane, share, most in LANES if words.chance(share)}
    if words.chance(0.9):
        step["touchpoints"] = pick.sample(ids.touchpoints, pick.randint(1, 2))
    else:
        step["channel"] = pick.choice(ids.channels)
    step |= _rare_parts(words, ids, personas)
    if words.chance(0.3):
        step["pain_points"] = [_pain(name, words)]
    if words.chance(0.2):
        solves = [f"problem-{name}"] if "pain_points" in step else []
        step["opportunities"] = [_opportunity(words, ids, solves)]
    return step


def _rare_parts(words: Words, ids: Ids, personas: list[str]) -> Record:
    parts: Iterable[tuple[float, str, Any]] = (
        (0.25, "quotes", [{"text": words.one("quotes"), "persona": words.random.choice(personas)}]),
        (0.3, "actors", [words.random.choice(ids.teams), words.random.choice(SLOTS["wer"])]),
        (0.1, "moment_of_truth", words.one("moments")),
        (0.1, "micro_conversion", words.one("yes")),
        (0.15, "metrics", words.random.sample(ids.metrics, 1)),
        (0.15, "evidence", [_evidence(words)]),
        (0.05, "optional", True),
    )
    return {key: value for share, key, value in parts if words.chance(share)}


def _pain(name: str, words: Words) -> Record:
    categories = ("disconnected-channels", "lack-of-support", "no-follow-up", "other")
    pain: Record = {
        "id": f"problem-{name}",
        "title": words.one("pains"),
        "severity": words.random.randint(1, 5),
        "category": words.random.choice(categories),
    }
    if words.chance(0.5):
        pain["evidence"] = [_evidence(words)]
    return pain


def _opportunity(words: Words, ids: Ids, solves: list[str]) -> Record:
    pick = words.random
    return {
        "title": words.one("chances"),
        "impact": pick.randint(1, 5),
        "effort": pick.randint(1, 5),
        "status": pick.choice(("idea", "planned", "doing", "done")),
        **({"solves": solves} if solves else {}),
        "actions": [
            {
                "title": words.one("tasks"),
                "owner": pick.choice(ids.teams),
                "due": TODAY + timedelta(days=pick.randint(-60, 120)),
                "status": pick.choice(("open", "doing", "done")),
                "metric": pick.choice(ids.metrics),
            }
            for _ in range(pick.randint(1, 2))
        ],
    }


def _narrative(words: Words, ids: Ids) -> str:
    """Paragraphs about the whole journey, then a section for each stage, with links."""
    pick = words.random
    person = f"[[persona:{pick.choice(ids.personas)}|der Person]]"
    parts = [
        f"{words.paragraph(3)} Mehr dazu in [[journey:{pick.choice(ids.journeys)}]] und bei {person}.",
        "## Was wir gelernt haben",
        words.paragraph(4),
        f"Gemessen wird das an [[metric:{pick.choice(ids.metrics)}]]. {words.paragraph(2)}",
    ]
    for _, title, _ in STAGES:
        link = f"Entscheidend ist [[touchpoint:{pick.choice(ids.touchpoints)}]]."
        parts += [f"## {title}", f"{words.paragraph(3)} {link}", f"{words.paragraph(2)}"]
    return "\n\n".join(parts)


def _write_values(path: Path, ids: Ids) -> None:
    """Two years of every metric, and the last quarter of one for each journey."""
    words = Words("values")
    months = [f"{TODAY.year - 2 + (month + 11) // 12}-{(month + 11) % 12 + 1:02}" for month in range(MONTHS)]
    rows = ["date,metric,value,journey"]
    for metric in METRICS:
        level = float(metric["target"])
        rows += [f"{month},{metric['id']},{level * words.random.uniform(0.7, 1.2):.2f}," for month in months]
    rows += [
        f"{month},kundenzufriedenheit,{words.random.uniform(2, 5):.2f},{journey}"
        for journey in ids.journeys
        for month in months[-3:]
    ]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Write a handbook."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("size", type=int, help="how many journeys")
    parser.add_argument("folder", type=Path, help="where to; it is emptied first")
    parser.add_argument("--short", action="store_true", help="journeys of two stages with a step each")
    given = parser.parse_args()
    generate(given.size, given.folder, are_short=given.short)


if __name__ == "__main__":
    main()
