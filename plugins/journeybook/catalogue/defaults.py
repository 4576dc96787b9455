"""Stages and groups of a handbook, those that it does not name itself included."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from journeybook import model
from journeybook.kinds import ThingKind

DefaultTitles = Mapping[ThingKind, Mapping[str, str]]
"""The titles of stages and groups that a handbook does not name itself, by kind and id."""

Default = TypeVar("Default", model.Stage, model.Group)


def shown_stages(handbook: model.Handbook, titles: DefaultTitles) -> Iterator[model.Stage]:
    """Yield the stages as readers see them: an author's own are never renamed."""
    is_own = "stages" in handbook.model_fields_set
    for stage in handbook.stages:
        yield stage if is_own else _titled(stage, titles.get(ThingKind.STAGE, {}))


def shown_groups(handbook: model.Handbook, titles: DefaultTitles) -> Iterator[model.Group]:
    """Yield the groups that every handbook has, some under a title of its own, then its own ones."""
    own = {group.id: group for group in reversed(handbook.groups)}
    for group in model.DEFAULT_GROUPS:
        yield own.get(group.id) or _titled(group, titles.get(ThingKind.GROUP, {}))
    yield from handbook.groups


def _titled(thing: Default, titles: Mapping[str, str]) -> Default:
    return thing.model_copy(update={"title": titles.get(thing.id, thing.title)})
