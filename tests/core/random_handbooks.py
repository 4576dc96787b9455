"""Handbooks drawn by chance from the whole content model, right in all of their files.

Fields are found in the classes of the model, so that a new one is drawn as soon as it is there. A number gives
the same handbook on every machine. Texts are hostile: they look like YAML, formulas, markup, dates and marks of git.
"""

import json
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BeforeValidator

from core.editions.first_edition import Draw
from journeybook.kinds import IN_HANDBOOK, ThingKind
from journeybook.model import Handbook, Journey, Persona, Record, Touchpoint, fields
from journeybook.model.duration import Time
from journeybook.model.entries import Entry
from journeybook.model.handbook import Metric, default_stages
from journeybook.model.journey import FunnelEntry
from journeybook.model.lanes import LaneId, OwnLane
from journeybook.model.references import Reference
from journeybook.model.step import StepId

Data = dict[str, Any]
Files = dict[str, str]

TEXTS = (
    "=1+1", "+49 30 12", "-2", "@home", "- Strich", "a: b", "a, b; c", "#eins", "x #y", "null", "~", "true", "No", "12:30",
    "0123", "1e9", "2026-02-30", "2026-10", "[a]", "{b}", "[[", "'", '"', "''", '"x" und \'y\'', "\\n", "%x", "`y`", "|", ">",
    "? a", "!!str", "&a", "*a", "<<", "--- ", "...", "a\nb", "a\n\nb\n c", "a\n---\nb", "a\tb", "x\n<<<<<<< HEAD\n=======\n>>>>>>> b",
    "Größe 42 ist zu klein", "e\u0301te\u0301", "👩\u200d👩\u200d👧", "a\u00a0b", "\ufeffx", "عربى", "<b>fett</b> &amp; <!-- -->", "**x** [a](b)",
    "x-a", "A" * 300, "ein Satz, der länger ist als die Zeile, in die er passt, und: ein Doppelpunkt " * 2, "end", "'=1", "?", ":",
    "a:", "-", "—", "1", "2.50", "\u2026", "C:\\temp", "a=b", "Ω", "$x$", "{{ x }}", "%%", "::group::x", "\\", "/", "a  b",
)  # fmt: skip
LINES = (
    "", "", "Ein Absatz.", "## Kauf {#purchase}", "### Mehr", "---", "    Code\tmit Tab", "- Punkt", "> Zitat", "| a | b |", "***",
    "```", "```", "Zeile mit zwei Leerzeichen  ", "\\", "<div>x</div>", "...", "- [ ] offen", "title: kein Kopf", "👋🏽", "\u00a0",
)  # fmt: skip
DAYS = ("2024-02-29", "2025-12-01", "2026-08-23", "2027-03-01", "0999-01-01")
TIMES = ("15 min", "2h", "3–5 d", "1,5 Wochen", "2 - 4 months", "20 Std.")
NUMBERS = (
    "0",
    "6",
    "+3",
    "-2.5",
    "2.50",
    "0.000000000000001",
    "123456789012345.5",
    "1.123456789012345",
    "007",
)
LINKS = (
    "https://example.org/?q=ä&b=[1]",
    "mailto:a@example.org",
    "tel:+4930",
    "HTTP://EXAMPLE.ORG",
    "https://x/#:~",
)
FOLDERS = ("", "b2c/", "b2c/Neue Wege/", "größe/", "x.y/")
LANGUAGES = ("en", "de-AT")
PNG = "\x89PNG\r\n\x1a\n"
_LISTED = {kind.row.plural: kind for kind in IN_HANDBOOK}


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write a handbook; what is no text is kept as its bytes."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("latin-1" if path.startswith("assets/") else "utf-8"))
    return folder


def handbook(number: int) -> Files:
    """The files of a handbook, by their paths below the journeys folder."""
    return _Author(Draw(number)).files()


class _Author:
    """Writes one handbook."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.ids: dict[ThingKind, Sequence[str]] = {ThingKind.STAGE: [stage.id for stage in default_stages()]}
        self.lanes: dict[str, str] = {}
        self.counting: list[str] = []
        self.answered: dict[str, str] = {}
        self.percent: list[str] = []
        self.own_ids: list[str] = []
        self.assets = ["assets/a.png", "assets/tief/b c.png"] if draw.chance(0.7) else []
        self.texts: tuple[str, ...] = TEXTS
        self.special: Mapping[str, Callable[[type[Record]], Any]] = {
            "id": self.id_of,
            "satisfaction": self.satisfaction,
            "lanes": self.own_lanes,
            "facts": self.facts,
            "funnel": self.funnel,
            "image": self.image,
            **dict.fromkeys(("solves", "next"), lambda _: None),
        }

    def files(self) -> Files:
        draw = self.draw
        personas = [f"p{number}" for number in range(draw.number(1, 3))]
        journeys = [f"j{number}-x" for number in range(draw.number(1, 3))]
        self.ids |= {ThingKind.PERSONA: personas, ThingKind.JOURNEY: journeys}
        self.texts = (*TEXTS, f"Sagt [[persona:{personas[0]}]]", f"[[journey:{journeys[0]}|die Journey]]")
        listed = self.listed() if draw.chance(0.9) else {}
        touchpoints = [f"t{number}" for number in range(draw.number(0, 3))] if listed else []
        self.ids[ThingKind.TOUCHPOINT] = touchpoints
        files = {"handbook.yml": _yaml(self.told(Handbook, listed))} if listed else {}
        for name in personas:
            files |= self.file("personas/", name, self.record(Persona, 0.4))
        for name in touchpoints:
            files |= self.file("touchpoints/", name, self.record(Touchpoint, 0.4))
        for number, name in enumerate(journeys):
            files |= self.file(draw.one(FOLDERS), name, self.journey(number))
        files |= {f"metrics/{name}.csv": text for name, text in self.values()}
        return files | dict.fromkeys(self.assets, PNG)

    def file(self, folder: str, name: str, header: Data) -> Files:
        """A file, called by its id or holding it, and sometimes what it says in other languages."""
        is_called = self.draw.chance(0.7)
        path = f"{folder}{name if is_called else 'Größe ' + name}"
        header = header if is_called else header | {"id": name}
        files = {f"{path}.md": f"---\n{_yaml(header)}---\n{self.body()}"}
        for language in LANGUAGES if self.draw.chance(0.15) else ():
            translated = header | {"title": f"{language} {self.text()}"}
            files[f"{path}.{language}.md"] = f"---\n{_yaml(translated)}---\n{self.body()}"
        return files

    def body(self) -> str:
        lines = [self.draw.one(LINES) for _ in range(self.draw.number(0, 6))]
        return self.draw.one(("\n", "\r\n")).join(lines)

    def listed(self) -> Data:
        """The lists of handbook.yml, each of which may name what stands in the ones before."""
        data: Data = {}
        for field, kind in _LISTED.items():
            least = 1 if kind in {ThingKind.STAGE, ThingKind.CHANNEL} else 0
            entry = self.entry_of(field)
            self.ids[kind] = [f"{kind}-{number}" for number in range(self.draw.number(least, 3))]
            data[field] = [entry(own_id) for own_id in self.ids[kind]]
        return {field: entries for field, entries in data.items() if entries} | self.optional(Handbook, 0.5)

    def optional(self, kind: type[Record], share: float) -> Data:
        return {name: value for name, value in self.record(kind, share).items() if name not in _LISTED}

    def entry_of(self, field: str) -> Callable[[str], Data]:
        record = next(_records(Handbook.model_fields[field].annotation))
        special: Mapping[type[Record], Callable[[str], Data]] = {Metric: self.metric, OwnLane: self.lane}
        return special.get(record, lambda own_id: self.record(record, 0.5) | {"id": own_id})

    def metric(self, own_id: str) -> Data:
        data = self.record(Metric, 0.5) | {"id": own_id}
        data.pop("formula", None)
        data |= {"columns": [f"Spalte {own_id}"]} if "columns" in data else {}
        if self.draw.chance(0.3):
            formula, unit = self.draw.one((("nps", "score"), ("csat", "percent"), ("ces", "score")))
            data |= {"formula": formula, "unit": unit, "direction": "up"}
            data.pop("target", None)
            self.answered[own_id] = formula
        units = {"count": self.counting, "percent": self.percent}
        units.get(data["unit"], []).append(own_id)
        return data

    def lane(self, own_id: str) -> Data:
        data = self.record(OwnLane, 0.5) | {"id": own_id}
        self.lanes[own_id] = data["kind"]
        return data | ({} if data["kind"] == "number" else {"aggregate": "none"})

    def journey(self, number: int) -> Data:
        """A journey, which names only itself and those before it where a circle would be wrong."""
        known, draw = self.ids, self.draw
        self.own_ids = []
        self.ids = known | {
            ThingKind.PERSONA: draw.some(known[ThingKind.PERSONA]),
            ThingKind.JOURNEY: known[ThingKind.JOURNEY][:number],
        }
        data = self.record(Journey, 0.4) | {"personas": self.ids[ThingKind.PERSONA]}
        if draw.chance(0.2):
            data["status"] = "planned"
            data = {key: value for key, value in data.items() if key not in {"personas", "stages"}}
        if draw.chance(0.5) and "personas" in data:
            data["persona"] = data.pop("personas")
        self.ids = known
        return _wired(data, draw)

    def values(self) -> Iterator[tuple[str, str]]:
        """Files of values, as people and programs write them."""
        for metric in self.ids.get(ThingKind.METRIC, ()):
            mark = self.draw.one((",", ";", "\t"))
            scope = self.draw.one((ThingKind.JOURNEY, ThingKind.PERSONA, ThingKind.STAGE))
            lines = [["date", "metric", "value", scope, "n"]]
            for month in range(1, self.draw.number(1, 5) + 1):
                day = f"2026-{month:02}" + ("" if self.draw.chance(0.5) else "-15")
                value = self.answer(metric) or self.draw.one(("3", "2.5", "-0.25", "1000"))
                value += " %" if metric in self.percent and self.draw.chance(0.3) else ""
                value = value.replace(".", "," if mark != "," else ".")
                about = self.draw.one(("", *self.ids[scope]))
                lines.append([day, metric, value, about, self.draw.one(("", "12"))])
            yield metric, "".join(mark.join(line) + "\r\n" for line in lines)

    def answer(self, metric: str) -> str:
        highest = {"nps": 10, "csat": 5, "ces": 7}.get(self.answered.get(metric, ""))
        return str(self.draw.number(1, highest)) if highest else ""

    def text(self) -> str:
        return self.draw.one(self.texts)

    def record(self, kind: type[Record], share: float) -> Data:
        """A group of keys: what must be there, and some of what may be."""
        data: Data = {}
        for name, field in kind.model_fields.items():
            if field.is_required() or self.draw.chance(share):
                value = self.field(kind, name, Annotated[field.annotation, *field.metadata, None], share)
                data |= {} if value in (None, [], {}) else {name: value}
        return self.told(kind, data)

    def told(self, kind: type[Record], data: Data) -> Data:
        """The same, with keys of the author's own and keys without a value."""
        if self.draw.chance(0.08):
            data["x-own"] = self.draw.one(
                (self.text(), [self.text(), None], {"a: b": [self.text()], "c": {}})
            )
        free = [name for name, field in kind.model_fields.items() if not field.is_required()]
        if self.draw.chance(0.05) and free:
            data.setdefault(self.draw.one(free), None)
        return data

    def field(self, kind: type[Record], name: str, annotation: Any, share: float) -> Any:
        """The value of a field, for which some have a rule of their own."""
        if kind is FunnelEntry and name == "metric":
            return self.draw.one(self.counting)
        special = self.special.get(name)
        return special(kind) if special else self.value(annotation, share * 0.8)

    def id_of(self, kind: type[Record]) -> str | None:
        return None if kind in {Journey, Persona, Touchpoint} else self.own_id()

    def satisfaction(self, _: type[Record]) -> Any:
        each = {name: str(self.draw.number(1, 5)) for name in self.ids[ThingKind.PERSONA]}
        return self.draw.one((each, "+3", "5"))

    def own_lanes(self, _: type[Record]) -> Data:
        return {lane: [self.own_entry(lane)] for lane in self.lanes if self.draw.chance(0.5)}

    def facts(self, _: type[Record]) -> Data:
        return {self.text(): self.text() for _ in range(2) if self.draw.chance(0.8)}

    def funnel(self, _: type[Record]) -> Any:
        return [self.record(FunnelEntry, 0.5)] if self.counting else None

    def image(self, _: type[Record]) -> Data | None:
        return {"src": self.draw.one(self.assets), "alt": self.text()} if self.assets else None

    def own_id(self) -> str:
        self.own_ids.append(f"n-{len(self.own_ids)}")
        return self.own_ids[-1]

    def own_entry(self, lane: str) -> Any:
        entry = self.record(Entry, 0.3)
        match self.lanes[lane]:
            case "number":
                return entry | {"text": self.draw.one(NUMBERS)}
            case "link":
                title = entry.pop("text")
                return self.draw.one(
                    (self.draw.one(LINKS), entry | {"title": title, "url": self.draw.one(LINKS)})
                )
        return entry

    def value(self, annotation: Any, share: float) -> Any:
        """A value for an annotation of the model; None where there is nothing that it could name."""
        inner, marks = _parted(annotation)
        if isinstance(inner, type) and issubclass(inner, Record):
            return self.short_or_long(inner, share)
        if fields.AsList in marks:
            found = [self.value(get_args(inner)[0], share) for _ in range(self.draw.number(1, 3))]
            kept = [item for item in found if item is not None]
            return kept[0] if len(kept) == 1 and self.draw.chance(0.5) else kept
        reference = next((mark for mark in marks if isinstance(mark, Reference)), None)
        if reference:
            return self.named(reference)
        return self.plain(next(mark for mark in marks if isinstance(mark, BeforeValidator)))

    def short_or_long(self, kind: type[Record], share: float) -> Any:
        data = self.record(kind, share)
        return (
            data[kind.short] if kind.short and set(data) == {kind.short} and self.draw.chance(0.7) else data
        )

    def named(self, mark: Reference) -> str | None:
        known = self.ids.get(mark.kind, ())
        if (mark.or_text and self.draw.chance(0.5)) or (mark.until_listed and not known):
            return f"{self.draw.number(100, 999)} {self.text()}"
        return self.draw.one(known) if known else None

    def plain(self, mark: BeforeValidator) -> Any:
        match mark.func:
            case fields.OneOf(words=words):
                return self.draw.one(words)
            case fields.WholeNumber(low=low, high=high):
                return str(self.draw.number(low, high or low + 400))
        return (
            self.draw.one(_POOLS[mark]) if mark in _POOLS else self.own_id() if mark in _IDS else self.text()
        )


def _wired(journey: Data, draw: Draw) -> Data:
    """Let steps lead to steps, and opportunities solve pain points, of the same journey."""
    stages = [group for group in _groups(journey) if "steps" in group]
    for number, stage in enumerate(stages[1:]):
        stage["id"] = stage.get("id") or f"s-{number}"
    steps = [step for stage in stages for step in _as_list(stage["steps"])]
    written = [step["id"] for step in steps if isinstance(step, dict) and step.get("id")]
    for step in steps:
        if isinstance(step, dict) and draw.chance(0.3):
            to = draw.one(("end", *written))
            step["next"] = draw.one((to, [to], {"to": to, "when": draw.one(TEXTS)}))
    parts = [part for part in (*stages, *steps) if isinstance(part, dict)]
    pains = [pain["id"] for part in parts for pain in _groups(part, "pain_points") if pain.get("id")]
    for chance in (chance for part in parts for chance in _groups(part, "opportunities") if pains):
        chance["solves"] = draw.some(pains)
    return journey


def _groups(data: Data, field: str = "stages") -> list[Data]:
    return [item for item in _as_list(data.get(field) or []) if isinstance(item, dict)]


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _yaml(data: Data) -> str:
    """A header as an author would type it who knows JSON."""
    lines = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in data.items())
    return "".join(lines).replace("\ufeff", "\\ufeff")


def _validator(kind: Any) -> BeforeValidator:
    return next(mark for mark in get_args(kind) if isinstance(mark, BeforeValidator))


_POOLS = {
    _validator(fields.Number): NUMBERS,
    _validator(fields.Day): DAYS,
    _validator(fields.Flag): ("true", "False"),
    _validator(fields.WebAddress): LINKS,
    _validator(Time): TIMES,
}
_IDS = {_validator(kind) for kind in (fields.Id, StepId, LaneId)}


def _parted(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type within an annotation, and all marks on it."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        found, more = _parted(inner)
        return found, (*marks, *more)
    if get_origin(annotation) in {Union, types.UnionType}:
        return _parted(next(part for part in get_args(annotation) if part is not type(None)))
    return annotation, ()


def _records(annotation: Any) -> Iterator[type[Record]]:
    inner, _ = _parted(annotation)
    for part in (inner, *get_args(inner)):
        kind = _parted(part)[0]
        if isinstance(kind, type) and issubclass(kind, Record):
            yield kind
