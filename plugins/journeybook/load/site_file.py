"""Find and read the configuration of a site, mkdocs.yml or properdocs.yml; nothing that it names is run."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from journeybook.frontmatter import MAX_BYTES
from journeybook.regular import lies_in, project_top, text_if_regular

BUILDERS: Mapping[str, str] = {
    "mkdocs.yml": "mkdocs",
    "mkdocs.yaml": "mkdocs",
    "properdocs.yml": "properdocs",
    "properdocs.yaml": "properdocs",
}
"""The names of configurations in the order in which they are looked for, and the program that reads each."""

EXPORTED = "# An export of Journeybook; the next one writes it anew.\n"
"""The first line of the configuration of an export, by which its folder is known."""

_PLUGIN = "journeybook"
_DEFAULT_JOURNEYS = "journeys"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 16
_NO = frozenset({"false", "no", "off"})
_OPENING, _CLOSING = (MappingStartEvent, SequenceStartEvent), (MappingEndEvent, SequenceEndEvent)

_Keys = tuple[str, ...]
"""The keys that lead to a value; the entries of a list add none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """The configuration of a site, as far as commands ask for it."""

    path: Path
    docs_dir: str = "docs"
    """The folder of the handwritten pages, relative to it."""
    language: str = ""
    """The language of the theme, such as `de`; empty where it names none."""
    journeys_dir: str = ""
    """The folder of the journeys, relative to it; empty where it does not name our plugin."""
    name: str = ""
    """What the site is called."""
    url: str = ""
    """Where it lies in the web, if it says so."""
    has_folders: bool = True
    """Whether addresses of pages end with a folder."""
    region: str = ""
    """The region whose way of writing dates and numbers our plugin is told to use, such as `de-AT`."""

    @property
    def builder(self) -> str:
        """The program that builds the site."""
        return BUILDERS[self.path.name]

    @property
    def journeys(self) -> Path:
        """The folder of the journeys."""
        return self.path.parent / (self.journeys_dir or _DEFAULT_JOURNEYS)


def site_file_in(folder: Path) -> Path | None:
    """Find the configuration that lies in a folder."""
    return next((folder / name for name in BUILDERS if os.path.isfile(folder / name)), None)  # noqa: PTH113 - Path.is_file raises where a folder is closed


def site_file_above(folder: Path) -> SiteFile | None:
    """Find the next configuration in a folder or above that names our plugin, within the repository."""
    for place in (folder, *folder.parents):
        file = site_file_in(place)
        site = read_site_file(file) if file else None
        if site and site.journeys_dir:
            return site
        if os.path.lexists(place / ".git"):
            return None
    return None


def read_site_file(path: Path) -> SiteFile:
    """Read a configuration; of one that is no YAML, what stands before the fault."""
    return site_file(path, text_if_regular(path, MAX_BYTES))


def site_file(path: Path, text: str) -> SiteFile:
    """Read the text of a configuration, and the files that it inherits from."""
    found = _with_inherited(path, text)
    names_plugin = any(keys[:2] == ("plugins", _PLUGIN) for keys in found)
    journeys = found.get(("plugins", _PLUGIN, "journeys_dir")) or _DEFAULT_JOURNEYS
    return SiteFile(
        path=path,
        docs_dir=found.get(("docs_dir",)) or "docs",
        language=found.get(("theme", "language")) or found.get(("theme", "locale")) or "",
        journeys_dir=journeys if names_plugin else "",
        name=found.get(("site_name",), ""),
        url=found.get(("site_url",), ""),
        region=found.get(("plugins", _PLUGIN, "locale"), ""),
        has_folders=found.get(("use_directory_urls",), "").lower() not in _NO,
    )


def _with_inherited(path: Path, text: str, levels: int = 3) -> dict[_Keys, str]:
    """The values of a configuration, completed by those of the one that it inherits from."""
    found: dict[_Keys, str] = {}
    for keys, value in _values(text):
        is_our_name = keys == ("plugins",) and value == _PLUGIN
        found.setdefault((*keys, value) if is_our_name else keys, value)
    above = path.parent / found.get(("INHERIT",), "")
    if ("INHERIT",) in found and levels and lies_in(above, project_top(path.parent)):
        return {**_with_inherited(above, text_if_regular(above, MAX_BYTES), levels - 1), **found}
    return found


@dataclass(slots=True)
class _Container:
    """A mapping or a list that is being read."""

    keys: _Keys
    is_mapping: bool
    key: str | None = None
    """The key whose value comes next."""

    def keys_of_value(self) -> _Keys:
        """The keys that lead to the value that comes now; behind it a key is due."""
        key, self.key = self.key, None
        return self.keys if key is None else (*self.keys, key)


def _values(text: str) -> Iterator[tuple[_Keys, str]]:
    """Yield the values of a YAML text with the keys that lead to them; lists and mappings count as empty."""
    outer: list[_Container] = []
    here = _Container((), is_mapping=False)
    try:
        for event in iter(_LOADER(text).get_event, None):
            if isinstance(event, _CLOSING):
                here = outer.pop()
            elif isinstance(event, (ScalarEvent, AliasEvent, *_OPENING)):
                value = event.value if isinstance(event, ScalarEvent) else ""
                keys = here.keys
                if here.is_mapping and here.key is None:
                    here.key = value
                else:
                    keys = here.keys_of_value()
                    yield keys, value
                if isinstance(event, _OPENING):
                    outer.append(here)
                    here = _Container(keys, isinstance(event, MappingStartEvent))
            if len(outer) > _DEEPEST:
                return
    except yaml.YAMLError:
        return
