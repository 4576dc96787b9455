"""Find journeys in data of any shape, each as stages, steps, and what stands in their lanes."""

from collections.abc import Iterator, Mapping
from typing import Any

from journeybook.importing.brought_in import KeyPath
from journeybook.importing.outlines import words
from journeybook.importing.outlines.moods import MOOD_NUMBER, MOOD_SCORE, is_mood, score_words
from journeybook.importing.outlines.parts import DataJourney, DataLane, DataPart
from journeybook.importing.outlines.words import in_words, key_among, title_of
from journeybook.importing.words.labels import certain

_DEEPEST = 8


def data_journeys(data: Any) -> list[DataJourney]:
    """Find the journeys of a text, the outermost of each; ids that are explained become names."""
    names = dict(_names(data, 0))
    return [_Finding(names).journey(group, path) for path, group in _groups(data, (), 0)]


def _groups(data: Any, path: KeyPath, depth: int) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    if isinstance(data, dict) and _is_journey(data):
        yield path, data
    elif depth < _DEEPEST and isinstance(data, dict | list):
        pairs = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in pairs:
            yield from _groups(value, (*path, key), depth + 1)


def _is_journey(group: Mapping[str, Any]) -> bool:
    """Whether a group has stages, or steps with more than a name."""
    if key := key_among(group, words.STAGE_KEYS):
        return isinstance(group[key], list | dict) and bool(group[key])
    key = key_among(group, words.STEP_KEYS)
    return bool(key) and _are_steps(group[key])


def _are_steps(value: Any) -> bool:
    groups = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
    return bool(groups) and any(title_of(group)[0] and _says_more(group) for group in groups)


def _says_more(group: Mapping[str, Any]) -> bool:
    """Whether a group says what only a step does."""
    fields = {found.field for key in group if (found := certain(in_words(key), "map"))}
    return bool(
        fields - {"title", "number", "channel", "stage", "links", "touchpoints", "goal", "severity", "impact"}
    )


def _names(data: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Yield the ids of things with their names."""
    if depth > _DEEPEST or not isinstance(data, dict | list):
        return
    if isinstance(data, dict):
        own, (_, title) = data.get("id"), title_of(data)
        if isinstance(own, str | int) and title:
            yield str(own), title
    for value in data.values() if isinstance(data, dict) else data:
        yield from _names(value, depth + 1)


class _Finding:
    """One reading of a journey."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._journey = DataJourney(path=())

    def journey(self, group: Mapping[str, Any], path: KeyPath) -> DataJourney:
        self._journey = DataJourney(path=path)
        title_key, self._journey.title = title_of(group)
        stages = key_among(group, words.STAGE_KEYS)
        steps = key_among(group, words.STEP_KEYS) or next(
            (key for key in group if in_words(key) in words.MAYBE_STEPS and _are_steps(group[key])), ""
        )
        rows = key_among(group, words.ROWS)
        if stages:
            self._stages(group[stages], (*path, stages))
        if steps:
            self._flat(group[steps], (*path, steps))
        if rows:
            self._rows(group[rows], (*path, rows))
        for key, value in group.items():
            if key not in {title_key, stages, steps, rows}:
                self._beside(key, value, (*path, key))
        score_words(self._journey)
        return self._journey

    def _stages(self, value: Any, path: KeyPath) -> None:
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in pairs:
            fallback = str(key).replace("_", " ").replace("-", " ").strip() if isinstance(value, dict) else ""
            self._journey.stages.append(self._part(item, (*path, key), fallback.capitalize(), is_stage=True))

    def _part(self, item: Any, path: KeyPath, fallback: str, *, is_stage: bool) -> DataPart:
        if not isinstance(item, dict):
            listed = item if isinstance(item, list) else []
            title = fallback or ("" if listed else _said(item))
            part = DataPart(title=title, path=path, keys=frozenset({title}))
            part.steps = [self._part(each, (*path, at), "", is_stage=False) for at, each in enumerate(listed)]
            return part
        title_key, title = title_of(item)
        part = DataPart(
            title=title or fallback, path=path, keys=frozenset({title, fallback, str(item.get("id", ""))})
        )
        steps = self._steps_key(item) if is_stage else ""
        if steps:
            listed = item[steps] if isinstance(item[steps], list) else [item[steps]]
            part.steps = [
                self._part(each, (*path, steps, at), "", is_stage=False) for at, each in enumerate(listed)
            ]
        for key, value in item.items():
            if key not in {title_key, steps}:
                self._lane(part, key, value, (*path, key))
        return part

    def _steps_key(self, stage: Mapping[str, Any]) -> str:
        sure = key_among(stage, words.STEP_KEYS)
        maybe = (key for key in stage if in_words(key) in words.MAYBE_STEPS and _are_steps(stage[key]))
        return sure or next(maybe, "")

    def _lane(self, part: DataPart, key: str, value: Any, path: KeyPath) -> None:
        """Put what stands under a key into a lane; a group within is more lanes, or one with a score."""
        if value is None or value in ("", [], {}):
            return
        if in_words(key) in words.TECHNICAL:
            self._journey.technical.add(key)
        elif in_words(key) in words.DESCRIPTIONS:
            self._lane(part, "actions", value, path)
        elif isinstance(value, dict) and not title_of(value)[0]:
            for inner, found in value.items():
                label = "satisfaction" if in_words(inner) in words.SCORES else inner
                known = certain(in_words(label), "map")
                self._lane(part, label if known else f"{key} {inner}", found, (*path, inner))
        else:
            for at, item in enumerate(value if isinstance(value, list) else [value]):
                self._entry(part, key, item, (*path, at) if isinstance(value, list) else path)

    def _entry(self, part: DataPart, key: str, item: Any, path: KeyPath) -> None:
        if is_mood(in_words(key)) and MOOD_NUMBER.fullmatch(_said(item)):
            key = MOOD_SCORE
        if isinstance(item, dict):
            self._entry_of_group(part, key, item, path)
        elif _said(item):
            part.lane(key, path).entries.append(self._names.get(_said(item), _said(item)))

    def _entry_of_group(self, part: DataPart, key: str, item: Mapping[str, Any], path: KeyPath) -> None:
        """Name a thing of a list; what it says besides goes into its lane, or behind its name."""
        title_key, title = title_of(item)
        besides: list[str] = []
        for inner, value in item.items():
            known = certain(in_words(inner), "map")
            if inner == title_key or in_words(inner) in words.TECHNICAL or value in (None, "", [], {}):
                continue
            if in_words(inner) in words.SCORES and isinstance(value, int | float | str):
                part.lane("satisfaction", (*path, inner)).entries.append(_said(value))
            elif known and known.field == "severity":
                besides.insert(0, _said(value))
            elif known and known.field == "channel":
                self._lane(part, inner, value, (*path, inner))
            else:
                besides.append(f"{in_words(inner)}: {', '.join(_texts(value))}")
        shown = title or "; ".join(_texts(item))
        part.lane(key, path).entries.append(f"{shown} ({'; '.join(besides)})" if besides else shown)

    def _flat(self, value: Any, path: KeyPath) -> None:
        """Put steps into the stages that they name, or all into one."""
        for at, item in enumerate(value if isinstance(value, list) else []):
            step = self._part(item, (*path, at), "", is_stage=False)
            stage = self._stage_of(item, (*path, at))
            stage.steps.append(step)
            for label in [label for label in step.lanes if label in words.OF_STAGE]:
                del step.lanes[label]

    def _stage_of(self, item: Any, path: KeyPath) -> DataPart:
        key = key_among(item, words.OF_STAGE) if isinstance(item, dict) else ""
        named = item[key] if key else ""
        called = title_of(named)[1] if isinstance(named, dict) else _said(named)
        stages = self._journey.stages
        found = next((stage for stage in stages if called and called in stage.keys), None)
        if found is None:
            title = self._names.get(called, called) or self._journey.title
            found = next((stage for stage in stages if stage.title == title), None)
        if found is None:
            found = DataPart(title=title, path=path, keys=frozenset({called, title}))
            stages.append(found)
        return found

    def _rows(self, value: Any, path: KeyPath) -> None:
        """Put the cells of lanes into the stages in their order."""
        pairs = (
            value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else [])
        )
        for key, row in pairs:
            group = row if isinstance(row, dict) else {"name": str(key), "cells": row}
            label, cells = title_of(group)[1], key_among(group, words.CELLS)
            if label and cells:
                self._row(label, group[cells], (*path, key))

    def _row(self, label: str, cells: Any, path: KeyPath) -> None:
        for at, stage in enumerate(self._journey.stages):
            if isinstance(cells, dict):
                cell = next((value for key, value in cells.items() if key in stage.keys), None)
            else:
                cell = cells[at] if isinstance(cells, list) and at < len(cells) else None
            self._lane(stage, label, cell, path)

    def _beside(self, key: str, value: Any, path: KeyPath) -> None:
        """Read what tells of the journey as a whole, or lists a lane by its stages."""
        name = in_words(key)
        if name in words.META and isinstance(value, dict):
            for inner, found in value.items():
                self._beside(inner, found, (*path, inner))
        elif name in words.PERSONA_KEYS:
            self._journey.personas += [self._names.get(each, each) for each in _people(value)]
        elif name in words.TECHNICAL:
            self._journey.technical.add(key)
        elif isinstance(value, dict) and any(
            inner in stage.keys for stage in self._journey.stages for inner in value
        ):
            self._row(key, value, path)
        elif texts := list(_texts(value)):
            known = certain(name, "journey")
            if known and known.field == "title" and not self._journey.title:
                self._journey.title = texts[0]
            else:
                self._journey.facts[name] = DataLane(label=name, entries=texts, path=path)


def _people(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        found = title_of(item)[1] if isinstance(item, dict) else _said(item)
        if found:
            yield found


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _texts(value: Any) -> Iterator[str]:
    """Yield all texts within a value, the keys of groups before theirs."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if found := ", ".join(_texts(inner)):
                yield f"{in_words(key)}: {found}"
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif said := _said(value):
        yield said
