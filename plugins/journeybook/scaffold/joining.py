"""Add our plugin to the configuration of a site that is there already."""

from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from journeybook.edits import Edit, apply
from journeybook.findings import Place
from journeybook.load.site_file import site_file
from journeybook.scaffold.insertion import insertion, last_line

_PLUGIN = "journeybook"
_LINES = f"plugins:\n  - search\n  - {_PLUGIN}\n"
"""What a configuration without plugins needs; without the list MkDocs takes search alone."""


def with_plugin(path: str, text: str) -> Edit | None:
    """The edit that adds our plugin as the last one; None where the file must be changed by hand."""
    edit = _edit(path, text)
    is_named = edit and site_file(Path(path), apply(text, [edit])).journeys_dir
    return edit if is_named else None


def _edit(path: str, text: str) -> Edit | None:
    lines = text.split("\n")
    try:
        top = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    plugins = _plugins(top)
    if plugins is None:
        return insertion(path, lines, len(lines), f"\n{_LINES}")
    if not isinstance(plugins, SequenceNode) or not plugins.value:
        return None
    last = plugins.value[-1]
    if plugins.flow_style:
        mark = last.end_mark
        place = Place(path=path, line=mark.line + 1, column=mark.column + 1)
        return Edit(place=place, old="", new=f", {_PLUGIN}")
    line = last.start_mark.line + 1
    indentation = len(lines[line - 1].partition("-")[0])
    behind = last_line(lines, line, indentation)
    return insertion(path, lines, behind, f"{' ' * indentation}- {_PLUGIN}\n")


def _plugins(top: Node | None) -> Node | None:
    """The value of `plugins`."""
    pairs = top.value if isinstance(top, MappingNode) else []
    return next((value for key, value in pairs if key.value == "plugins"), None)
