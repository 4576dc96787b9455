"""Find, read and check `journeybook.toml`, or `[tool.journeybook]` of `pyproject.toml`."""

import os
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from journeybook.findings import Finding, Place, Severity, listed, nearest, quoted
from journeybook.frontmatter import Refused, refuse_conflict
from journeybook.rules import RULES, Family
from journeybook.settings.limits import Limits
from journeybook.settings.settings import PathWeights, Settings, Weights

_OWN, _SHARED = "journeybook.toml", "pyproject.toml"
_WEIGHTS: dict[str, Severity | None] = {**{level.value: level for level in Severity}, "off": None}
_FIXED = "'{rule}' cannot be set: without what it guards, a page cannot be made."
_PLACE = re.compile(r"line (\d+), column (\d+)")
_TABLE = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]")

Keys = tuple[str | int, ...]


def find_settings(folder: Path) -> Path | None:
    """Find the settings of a journeys folder: in it or above, up to the top of its repository."""
    for place in (folder.resolve(), *folder.resolve().parents):
        if _exists(place / _OWN):
            return place / _OWN
        if _exists(place / _SHARED) and _tables(place / _SHARED):
            return place / _SHARED
        if _exists(place / ".git"):
            return None
    return None


def _exists(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises where a parent folder is closed


def _tables(file: Path) -> bool:
    """Whether a pyproject.toml speaks of a handbook; what is wrong with another's file is not ours to say."""
    try:
        return re.search(r"^\s*\[\[?\s*tool\s*\.\s*journeybook\b", _text(file), re.MULTILINE) is not None
    except (OSError, UnicodeDecodeError):
        return False


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig")


def read_settings(file: Path | None, changes: Iterable[str] = ()) -> Settings:
    """Read settings; what is wrong in them becomes findings, and the rest counts.

    `changes` are the ids that the table `changes` may name.
    """
    if file is None:
        return Settings()
    label = os.path.relpath(file).replace(os.sep, "/")
    try:
        text = _text(file)
        refuse_conflict(text)
        data = tomllib.loads(text)
    except Refused as refused:
        place = Place(path=label, line=refused.line, column=refused.column)
        return _unread(label, _finding(place, refused.message, refused.rule))
    except (OSError, UnicodeDecodeError):
        message = f"'{label}' cannot be read. Check that you may read it and that it is stored as UTF-8."
        return _unread(label, _finding(Place(path=label), message))
    except tomllib.TOMLDecodeError as error:
        message = "This is not valid TOML. Look for a missing quote, bracket or equals sign here."
        return _unread(label, _finding(_broken(label, error), message))
    prefix = ("tool", "journeybook") if file.name == _SHARED else ()
    for key in prefix:
        data = data.get(key, {})
    return _Reader(label, text, prefix, frozenset(changes)).read(data)


def _unread(label: str, why: Finding) -> Settings:
    return Settings(path=label, is_read=False, findings=(why,))


def _broken(label: str, error: tomllib.TOMLDecodeError) -> Place:
    found = _PLACE.search(str(error))
    return Place(path=label, line=int(found[1]), column=int(found[2])) if found else Place(path=label)


def _finding(place: Place, message: str, rule: str = "invalid-setting") -> Finding:
    return Finding(place=place, rule=rule, message=message)


@dataclass
class _Reader:
    """One reading of a settings file."""

    label: str
    text: str
    prefix: Keys
    changes: frozenset[str]
    findings: list[Finding] = field(default_factory=list)

    def read(self, data: Any) -> Settings:
        readers: dict[str, Callable[[Keys, Any], Any]] = {
            "fail_on": self.severity,
            "baseline": self.word,
            "rules": self.weights,
            "paths": self.paths,
            "limits": self.limits,
            "changes": self.change_weights,
        }
        found = {}
        for key, value in self.table((), data, readers):
            result = readers[key]((key,), value)
            if result is not None:
                found[key] = result
        return Settings(path=self.label, **found, findings=tuple(self.findings))

    def table(self, keys: Keys, data: Any, known: Iterable[str]) -> Iterator[tuple[str, Any]]:
        """Yield the entries of a table that are known; the others are problems."""
        if not isinstance(data, dict):
            self.wrong(keys, f"'{_name(keys)}' must be a table, not {quoted(data)}.")
            return
        words = sorted(known)
        for key, value in data.items():
            if key in words:
                yield key, value
            else:
                where = f" in '{_name(keys)}'" if keys else ""
                message = f"There is no setting {quoted(key)}{where}.{nearest(key, words) or _few(words)}"
                self.findings.append(_finding(self.place((*keys, key)), message, "unknown-setting"))

    def wrong(self, keys: Keys, message: str) -> None:
        self.findings.append(_finding(self.place(keys), message))

    def severity(self, keys: Keys, value: Any) -> Severity | None:
        levels = [level.value for level in Severity]
        if value in levels:
            return Severity(value)
        self.wrong(keys, f"'{_name(keys)}' must be {listed(levels, 'or')}, not {quoted(value)}.")
        return None

    def word(self, keys: Keys, value: Any) -> str | None:
        if isinstance(value, str) and value:
            return value
        self.wrong(keys, f"'{_name(keys)}' must be a text, not {quoted(value)}.")
        return None

    def weights(self, keys: Keys, value: Any) -> Weights:
        return self._weights(keys, value, (*RULES, *(family.value for family in Family)))

    def change_weights(self, keys: Keys, value: Any) -> Weights:
        return self._weights(keys, value, self.changes)

    def _weights(self, keys: Keys, data: Any, known: Iterable[str]) -> Weights:
        found = {}
        for key, value in self.table(keys, data, known):
            if key in RULES and RULES[key].is_fixed:
                self.wrong((*keys, key), _FIXED.format(rule=key))
            elif isinstance(value, str) and value in _WEIGHTS:
                found[key] = _WEIGHTS[value]
            else:
                levels = listed(tuple(_WEIGHTS), "or")
                self.wrong((*keys, key), f"'{key}' must be {levels}, not {quoted(value)}.")
        return found

    def paths(self, keys: Keys, value: Any) -> tuple[PathWeights, ...]:
        if not isinstance(value, list):
            self.wrong(keys, "'paths' must be a list of tables. Begin each with a line of [[paths]].")
            return ()
        return tuple(
            found for number, item in enumerate(value) if (found := self.path((*keys, number), item))
        )

    def path(self, keys: Keys, data: Any) -> PathWeights | None:
        found = dict(self.table(keys, data, ("files", "rules")))
        if not isinstance(found.get("files"), str):
            self.wrong(keys, "An entry of 'paths' needs 'files', a pattern such as 'b2b/**'.")
            return None
        return PathWeights(files=found["files"], rules=self.weights((*keys, "rules"), found.get("rules", {})))

    def limits(self, keys: Keys, data: Any) -> Limits:
        found: dict[str, int] = {}
        for key, value in self.table(keys, data, [item.name for item in fields(Limits)]):
            if isinstance(value, int) and not isinstance(value, bool) and value > 0:
                found[key] = value
            else:
                self.wrong((*keys, key), f"'{key}' must be a whole number above 0, not {quoted(value)}.")
        return Limits(**found)

    def place(self, keys: Keys) -> Place:
        """The place of a key, or of the table around it, where the key itself is not found."""
        line, column = _position(self.text, (*self.prefix, *keys))
        return Place(path=self.label, line=line, column=column)


def _name(keys: Keys) -> str:
    return ".".join(str(key) for key in keys if isinstance(key, str))


def _few(words: list[str]) -> str:
    return f" Known are {listed(words, 'and')}." if 0 < len(words) <= len(fields(Limits)) else ""


def _position(text: str, keys: Keys) -> tuple[int, int]:
    """Find a key of a TOML text, which tomllib does not place: line and column, counted from 1."""
    wanted = [key for key in keys if isinstance(key, str)]
    number = next((key for key in keys if isinstance(key, int)), 0)
    best, depth = (1, 1), 0
    tables: dict[str, int] = {}
    table: list[str] = []
    for at, line in enumerate(text.splitlines(), 1):
        opened = _TABLE.match(line)
        if opened:
            table = _parts(opened[1])
            tables[opened[1]] = tables.get(opened[1], -1) + 1
        is_other = "[[" in line and opened and tables[opened[1]] != number
        here = table if opened else [*table, *_parts(line.partition("=")[0])] if "=" in line else []
        if not is_other and here and here == wanted[: len(here)] and len(here) > depth:
            best, depth = (at, len(line) - len(line.lstrip()) + 1), len(here)
    return best


def _parts(written: str) -> list[str]:
    return [part.strip().strip("\"'") for part in written.strip().split(".")]
