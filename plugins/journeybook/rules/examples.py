"""Read the examples of rules: one YAML file a rule, which the tests run as well."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_FOLDER = files("journeybook.rules") / "examples"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A rule's examples; each is laid over the small handbook that all examples share."""

    bad: dict[str, Any]
    """By path, the text of each file that breaks the rule, or what it is instead of a text in UTF-8:
    `{text, encoding}`, `{link: target}` or `{parts: [[text, times]]}`."""
    good: dict[str, Any]
    """By path, the text of each file as it should be."""
    finds: tuple[str, ...]
    """What the rule says of the bad files: `path:line:column: sentence`."""
    settings: str
    """The settings, as TOML, under which the examples are run."""


@cache
def example(rule: str) -> Example:
    """Read the examples of a rule."""
    data = _read(rule)
    return Example(
        bad=data["bad"], good=data["good"], finds=tuple(data["finds"]), settings=data.get("settings", "")
    )


@cache
def shared() -> dict[str, str]:
    """Return the small handbook that examples are laid over: texts by path."""
    texts: dict[str, str] = _read("_shared")
    return texts


def _read(name: str) -> Any:
    return yaml.load((_FOLDER / f"{name}.yml").read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506
