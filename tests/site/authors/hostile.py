"""A handbook made from the models, with text in every field that would do harm if it were more than text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import yaml
from small_sites import Tree

from journeybook import model
from journeybook.model import fields
from journeybook.model.base import Record
from journeybook.model.duration import Time
from journeybook.model.references import Reference

HARM = (
    "</title></a><script>alert(1)</script><img src=x onerror=alert(1)> & \"x\" 'y' &amp; {{ 7*7 }} {% raw %}"
    " {# c #} **fett** _k_ [l](javascript:alert(1)) `c` [[p-one]] # #35; A-->B %% : ; \\ $& \\1 😀 ﬂ°"
)
"""HTML, Markdown, Mermaid, Jinja, the patterns of regular expressions, and emoji."""

_PLAIN: dict[Any, Any] = {
    Time: "15 min",
    fields.Score: 2,
    fields.Days: 30,
    fields.Count: 4,
    fields.Number: "2.5",
    fields.Day: "2026-01-02",
    fields.Flag: "true",
    fields.WebAddress: "https://example.org/?a=1&b=2",
}
_IDS = {
    "persona": "p-one",
    "touchpoint": "t-one",
    "channel": "c-one",
    "stage": "s-one",
    "team": "team-one",
    "metric": "m-one",
    "goal": "goal-one",
    "segment": "segment-one",
    "system": "system-one",
    "principle": "principle-one",
    "group": "group-one",
    "lane": "lane-one",
    "step": "step-two",
    "pain-point": "pain-one",
}
_FIXED = {
    ("Channel", "icon"): "material/store",
    ("Picture", "src"): "assets/bild.svg",
    ("Metric", "unit"): "currency",
    ("FunnelEntry", "metric"): "m-count",
    ("Journey", "status"): "draft",
    ("OwnLane", "aggregate"): "none",
    ("Step", "satisfaction"): {"p-one": 2},
    ("PainPoint", "id"): "pain-one",
}
"""What cannot be any text."""

_LEFT_OUT = {
    ("Journey", "compares_to"),
    ("Journey", "parent"),
    ("Journey", "variant_of"),
    ("Step", "journey"),
    ("Handbook", "metrics"),
    ("OwnEntry", "url"),
    ("Metric", "formula"),
    ("Metric", "columns"),
}


@dataclass
class Hostile:
    """Makes values for the fields of models, and remembers each text with its field."""

    words: str = HARM
    """What stands in each text behind the path of its field."""
    texts: dict[str, str] = field(default_factory=dict)
    """Texts by the path of their field."""

    def record(self, kind: type[Record], path: str, **given: Any) -> dict[str, Any]:
        """Values for all fields of a class, those that are given as they are."""
        hints = get_type_hints(kind, include_extras=True)
        made = {
            name: self._field(kind, name, hints[name], f"{path}.{name}")
            for name in kind.model_fields
            if name not in given and (kind.__name__, name) not in _LEFT_OUT
        }
        return {name: value for name, value in {**made, **given}.items() if value is not None}

    def _field(self, kind: type[Record], name: str, hint: Any, path: str) -> Any:
        fixed = _FIXED.get((kind.__name__, name))
        return self._value(hint, path) if fixed is None else fixed

    def _value(self, hint: Any, path: str) -> Any:
        if hint in _PLAIN:
            return _PLAIN[hint]
        if hint in (fields.Text, fields.FlagOrText):
            return self.text(path)
        if hint == fields.Id:
            return None
        if isinstance(hint, type) and issubclass(hint, Record):
            return self.record(hint, path)
        return self._within(hint, path)

    def _within(self, hint: Any, path: str) -> Any:
        origin, parts = get_origin(hint), get_args(hint)
        if origin is Annotated:
            references = [mark for mark in parts[1:] if isinstance(mark, Reference)]
            return _IDS[references[0].kind] if references else self._value(parts[0], path)
        if origin in (Union, UnionType):
            return self._value(parts[0], path)
        if origin is dict and get_origin(parts[0]) is Annotated:
            references = [mark for mark in get_args(parts[0]) if isinstance(mark, Reference)]
            return {_IDS[references[0].kind]: self._value(parts[1], path)}
        if origin is dict:
            return {self.text(f"{path}.label"): self.text(path)}
        if origin is tuple:
            return [self._value(parts[0], path)]
        assert str(origin) == "typing.Literal", hint
        return parts[0]

    def text(self, path: str) -> str:
        """A text for a field."""
        text = f"{path} {self.words}"
        self.texts[path] = text
        return text


def handbook(words: str = HARM) -> tuple[Tree, dict[str, str]]:
    """The files of the handbook with some words in every field, and its texts by field."""
    made = Hostile(words)
    step = made.record(
        model.Step, "step", id="step-one", next=[made.record(model.Next, "next", to="step-two")]
    )
    step["actors"] = [made.text("actor")]
    step["systems"] = ["system-one", made.text("system-as-text")]
    stage = made.record(
        model.JourneyStage, "stage-of-journey", steps=[step, {"title": "Zwei", "id": "step-two"}]
    )
    stage["pain_points"][0].pop("id")
    metrics = [
        made.record(model.Metric, "metric", id="m-one"),
        {"id": "m-count", "title": "Zahl", "unit": "count", "direction": "up"},
    ]
    vocabulary = made.record(
        model.Handbook,
        "handbook",
        stages=[made.record(model.Stage, "stage", id="s-one")],
        channels=[made.record(model.Channel, "channel", id="c-one")],
        teams=[made.record(model.Team, "team", id="team-one")],
        metrics=metrics,
        goals=[made.record(model.Goal, "goal", id="goal-one")],
        segments=[made.record(model.Segment, "segment", id="segment-one")],
        systems=[made.record(model.System, "system", id="system-one")],
        principles=[made.record(model.Principle, "principle", id="principle-one")],
        groups=[made.record(model.Group, "group", id="group-one")],
        terms=[made.record(model.Term, "term", id="term-one")],
        lanes=[made.record(model.OwnLane, "lane", id="lane-one")],
    )
    files = {
        "journeys/j-one.md": made.record(model.Journey, "journey", stages=[stage]),
        "journeys/personas/p-one.md": made.record(model.Persona, "persona"),
        "journeys/touchpoints/t-one.md": made.record(model.Touchpoint, "touchpoint"),
    }
    tree: dict[str, str | bytes | None] = dict(_written(files))
    tree["journeys/handbook.yml"] = _yaml(vocabulary)
    tree["journeys/metrics/werte.csv"] = "date,metric,value\n2026-01,m-one,5\n2026-02,m-one,6\n"
    tree["journeys/assets/bild.svg"] = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    tree["docs/index.md"] = (
        "# Start\n\n[[journey:j-one]] [[journey:j-one/s-one]] [[persona:p-one]] [[touchpoint:t-one]] "
        "[[channel:c-one]] [[stage:s-one]] [[team:team-one]] [[metric:m-one]] "
        "[[goal:goal-one]] [[segment:segment-one]] [[system:system-one]] [[principle:principle-one]] [[term:term-one]]\n"
    )
    return tree, made.texts


def _yaml(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)


def _written(files: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for path, data in files.items():
        yield path, f"---\n{_yaml(data)}---\n"
