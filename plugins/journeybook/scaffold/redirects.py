"""Change redirects and navigation in mkdocs.yml for pages that have moved."""

from collections.abc import Iterator, Mapping

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from journeybook.catalogue import Catalogue
from journeybook.edits import Edit, value_edit
from journeybook.findings import Place
from journeybook.kinds import ThingKind
from journeybook.load.beside import TextFile

ScalarPair = tuple[ScalarNode, ScalarNode]


def moved_pages(catalogue: Catalogue, kind: ThingKind, old: str, new: str) -> dict[str, str]:
    """The source paths of the pages whose addresses change with an id, with the new ones."""
    if not kind.row.pages or not kind.row.has_own_page:
        return {}
    moved = {kind.row.address(old): kind.row.address(new)}
    for journey in catalogue.journeys.values():
        for stage in journey.stages:
            if kind is ThingKind.JOURNEY and journey.id == old:
                moved[f"journeys/{old}/{stage.id}/"] = f"journeys/{new}/{stage.id}/"
            elif kind is ThingKind.STAGE and stage.record.stage == old and not stage.record.id:
                renamed = new + stage.id.removeprefix(old)
                moved[f"journeys/{journey.id}/{stage.id}/"] = f"journeys/{journey.id}/{renamed}/"
    return {f"{before}index.md": f"{after}index.md" for before, after in moved.items()}


def redirects(settings: TextFile, moved: Mapping[str, str]) -> list[Edit] | None:
    """The changes of `redirect_maps`; nothing where it is not there, or not written one entry a line."""
    entries = _entries(settings.text)
    if not entries:
        return None
    # An address that is used again is no longer redirected; its entry makes room for a new one.
    free = [entry for entry in entries if entry[0].value in moved.values()]
    fresh = list(moved.items())
    edits = []
    for (key, value), (before, after) in zip(free, fresh, strict=False):
        edits += [_edit(settings, key, before), _edit(settings, value, after)]
    for key, value in entries:
        if (key, value) not in free and value.value in moved:
            edits.append(_edit(settings, value, moved[value.value]))
    indentation = " " * entries[0][0].start_mark.column
    added = "".join(f"{before}: {after}\n{indentation}" for before, after in fresh[len(free) :])
    return [*edits, Edit(place=_place(settings, entries[0][0]), old="", new=added)] if added else edits


def in_navigation(settings: TextFile, moved: Mapping[str, str]) -> list[Edit]:
    """The changes of the entries of `nav` that name a page."""
    nodes = list(_scalars(_value(_top(settings.text), "nav")))
    return [_edit(settings, node, moved[node.value]) for node in nodes if node.value in moved]


def _scalars(node: Node | None) -> Iterator[ScalarNode]:
    """The values within lists and mappings, without the keys."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode | MappingNode):
        for item in node.value:
            yield from _scalars(item[1] if isinstance(item, tuple) else item)


def as_lines(moved: Mapping[str, str]) -> str:
    """The lines that a reader may add to mkdocs.yml."""
    entries = "".join(f"        {before}: {after}\n" for before, after in moved.items())
    return f"  - redirects:\n      redirect_maps:\n{entries}"


def _edit(settings: TextFile, node: ScalarNode, new: str) -> Edit:
    return value_edit(settings.text, _place(settings, node), node.value, new)


def _place(settings: TextFile, node: Node) -> Place:
    mark = node.start_mark
    return Place(path=settings.path, line=mark.line + 1, column=mark.column + 1)


def _entries(text: str) -> list[ScalarPair]:
    """The entries of `redirect_maps`, where they stand one a line."""
    plugins = _value(_top(text), "plugins")
    nodes = plugins.value if isinstance(plugins, SequenceNode) else [plugins]
    for node in nodes:
        maps = _value(_value(node, "redirects"), "redirect_maps")
        if isinstance(maps, MappingNode) and not maps.flow_style:
            return list(_pairs(maps))
    return []


def _top(text: str) -> Node | None:
    """The settings as nodes, which know their places; tags of MkDocs are let be."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None


def _pairs(node: MappingNode) -> Iterator[ScalarPair]:
    for key, value in node.value:
        if isinstance(key, ScalarNode) and isinstance(value, ScalarNode):
            yield key, value


def _value(node: Node | None, name: str) -> Node | None:
    """The value of a key, where the node is a mapping that has it."""
    pairs = node.value if isinstance(node, MappingNode) else []
    return next((value for key, value in pairs if key.value == name), None)
