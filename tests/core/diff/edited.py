"""The table of edits: the files before and after each, and what a reviewer should be told of it."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from journeybook.diff import Change

HERE = Path(__file__).parent / "edits"
Files = dict[str, str]
HANDBOOK: Mapping[str, Any] = {
    "stages": [
        {"id": "awareness", "title": "Bewusstsein"},
        {"id": "purchase", "title": "Kauf"},
        {"id": "support", "title": "Hilfe"},
    ],
    "channels": [
        {"id": "store", "title": "Filiale", "setting": "offline"},
        {"id": "web", "title": "Webshop", "setting": "online"},
    ],
    "teams": [{"id": "shop", "title": "Filialbetrieb"}, {"id": "help", "title": "Kundenservice"}],
    "metrics": [
        {"id": "nps", "title": "NPS", "unit": "score", "direction": "up"},
        {"id": "wait", "title": "Wartezeit", "unit": "duration", "direction": "down"},
    ],
    "goals": [{"id": "treue", "title": "Mehr Treue"}, {"id": "tempo", "title": "Schneller werden"}],
    "segments": [{"id": "lauf", "title": "Läufer"}, {"id": "berg", "title": "Wanderer"}],
    "systems": [{"id": "pos", "title": "Kassensystem"}, {"id": "crm", "title": "Kundenkartei"}],
    "principles": [{"id": "klar", "title": "Klar sprechen"}, {"id": "warm", "title": "Warm bleiben"}],
    "terms": [{"id": "rist", "title": "Rist", "definition": "Der Fußrücken"}],
    "groups": [{"id": "messe", "title": "Messe"}],
    "lanes": [{"id": "notiz", "title": "Notiz", "side": "firm", "kind": "text"}],
}
_TITLES = {
    "personas/anna.md": {"title": "Anna"},
    "personas/bodo.md": {"title": "Bodo"},
    "touchpoints/kasse.md": {"title": "Kasse", "channel": "store"},
    "touchpoints/regal.md": {"title": "Regal", "channel": "store"},
    "touchpoints/chat.md": {"title": "Chat", "channel": "web"},
    "andere.md": {"title": "Andere", "status": "planned"},
    "dritte.md": {"title": "Dritte", "status": "planned"},
}
_NEEDED = {
    "channels": {"setting": "both"},
    "metrics": {"unit": "score", "direction": "up"},
    "terms": {"definition": "Ein Wort"},
    "lanes": {"side": "firm", "kind": "text"},
}
"""What entries of handbook.yml need beside their titles."""
_FILES_OF = {"journey": "neu.md", "persona": "personas/clara.md", "touchpoint": "touchpoints/app.md"}
_WITHIN_STEP = ("pain_point", "opportunity", "action", "evidence")


class Edited(NamedTuple):
    """An edit of a handbook."""

    title: str
    before: Files
    after: Files
    tell: tuple[str, ...]
    """What should be told, as `brief` writes it, in any order."""


def brief(change: Change) -> str:
    """A change as the table writes it: its kind, the field where only that says what it is, old and new."""
    kind = change.kind.value
    if kind == "narrative-changed":
        return kind
    field = f" {change.field}" if kind.startswith("field-") else ""
    return " ".join(filter(None, (f"{kind}{field}:", change.old, "→", change.new)))


@cache
def edits() -> tuple[Edited, ...]:
    """All edits of the table, those of single fields last."""
    cases = [
        _written(case)
        for file in sorted(HERE.glob("*.yaml"))
        if file.stem != "fields"
        for case in yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader)
    ]
    return (*cases, *_fields(yaml.load((HERE / "fields.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)))


def _base() -> Files:
    files = {path: _file(header) for path, header in _TITLES.items()}
    return {**files, "handbook.yml": _data(HANDBOOK)}


def _file(header: object, body: str = "") -> str:
    return f"---\n{_data(header)}\n---\n{body}"


def _data(value: object) -> str:
    """Values as JSON, which is YAML: it is written faster."""
    return json.dumps(value, ensure_ascii=False)


def _written(case: dict[str, Any]) -> Edited:
    before, after = _base(), _base()
    for state, side in ((before, 0), (after, 1)):
        if {"steps", "stages", "body", "text"} & case.keys():
            state["neu.md"] = _journey(case, side)
        if "rows" in case:
            state["metrics/neu.csv"] = "date,metric,value,journey\n" + "\n".join((*case["rows"][side], ""))
        for name, entries in case.get("handbook", {}).items():
            more = [entries[side]] if isinstance(entries[side], dict) else []
            state["handbook.yml"] = _data({**HANDBOOK, name: [*HANDBOOK[name], *more]})
    for states, name in (((before, after), "before"), ((after,), "after")):
        for state in states:
            _lay(state, case.get(name, {}))
    return Edited(case["title"], before, after, tuple(case["tell"]))


def _journey(case: dict[str, Any], side: int) -> str:
    body = case["body"][side] if "body" in case else ""
    if "text" in case:
        return f"---\n{case['text'][side]}---\n{body}"
    steps = case["steps"][side] if "steps" in case else ["Ich zahle"]
    stages = case["stages"][side] if "stages" in case else [{"stage": "purchase", "steps": steps}]
    header = {"title": "Neu", "personas": case.get("personas", ["anna"]), "stages": stages}
    return _file(header, body)


def _lay(state: Files, files: Mapping[str, Any]) -> None:
    """Put files into a state, or take them away; a group of lists is what is other in handbook.yml."""
    for path, text in files.items():
        if text == "null":
            del state[path]
        elif isinstance(text, dict):
            state[path] = _data({**HANDBOOK, **{name: _entries(name, more) for name, more in text.items()}})
        else:
            state[path] = text


def _entries(name: str, more: object) -> list[Any]:
    own = list(HANDBOOK[name])
    return [own[1], own[0], *own[2:]] if more == "swapped" else own + list(more)  # type: ignore[call-overload]


def _fields(table: dict[str, Any]) -> Iterator[Edited]:
    kinds = table.pop("kinds")
    for record, fields in table.items():
        for name, row in fields.items():
            group = row if isinstance(row, dict) else {"values": row}
            yield from _field(record, name, group, kinds)


def _field(record: str, name: str, row: dict[str, Any], kinds: dict[str, list[str]]) -> Iterator[Edited]:
    one, other = row["values"]
    shown = row.get("shown", row["values"])
    words = kinds.get(row.get("kinds", "field"), ["", "", ""])
    words = [f"{word} {row.get('field', name)}" if word.startswith("field-") else word for word in words]
    told = {
        "given": [row.get("given", f"{words[0]}: → {shown[0]}")],
        "changed": row.get("changed", [f"{words[1]}: {shown[0]} → {shown[1]}"]),
        "withdrawn": [row.get("withdrawn", f"{words[2]}: {shown[0]} →")],
    }
    states = {
        "given": ({}, {name: one}),
        "changed": ({name: one}, {name: other}),
        "withdrawn": ({name: one}, {}),
    }
    for deed in (row["only"],) if "only" in row else states:
        before, after = ({**_base(), **_with(record, values)} for values in states[deed])
        yield Edited(f"{record}.{name} is {deed}", before, after, tuple(told[deed]))


def _with(record: str, values: dict[str, Any]) -> Files:
    """The file of a record with some values."""
    if record == "handbook":
        return {"handbook.yml": _data({**HANDBOOK, **values})}
    if record in HANDBOOK:
        entry = {"id": "eigen", "title": "Eigenes", **_NEEDED.get(record, {}), **values}
        return {"handbook.yml": _data({**HANDBOOK, record: [*HANDBOOK[record], entry]})}
    if record in _FILES_OF and record != "journey":
        needed = {"title": "Clara"} if record == "persona" else {"title": "App", "channel": "web"}
        return {_FILES_OF[record]: _file({**needed, **values})}
    step: dict[str, Any] = {"title": "Ich zahle", **(values if record == "step" else {})}
    if record in _WITHIN_STEP:
        step |= _within(record, values)
    stage = {"stage": "purchase", "steps": [step, "Ich gehe"], **(values if record == "stage" else {})}
    own = values if record == "journey" else {}
    return {"neu.md": _file({"title": "Neu", "personas": ["anna"], "stages": [stage], **own})}


def _within(record: str, values: dict[str, Any]) -> dict[str, Any]:
    titled = {"title": "Ein Titel", **values}
    pains = [{"id": name, "title": name.capitalize()} for name in ("warten", "suchen")]
    match record:
        case "pain_point":
            return {"pain_points": titled}
        case "action":
            return {"opportunities": {"title": "Zweite Kasse", "actions": titled}}
        case "evidence":
            return {"evidence": titled}
    return {"pain_points": pains, "opportunities": titled}
