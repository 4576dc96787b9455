"""Find, read and check `journeybook.toml`, or `[tool.journeybook]` of `pyproject.toml`."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from journeybook.accounts import is_account
from journeybook.findings import MOST_SHOWN, Finding, Place, Severity, listed, nearest, quoted, typed
from journeybook.frontmatter import Refused, refuse_conflict
from journeybook.regular import NotRegular, lies_in, project_top, read_regular
from journeybook.rules import RULES, Family
from journeybook.settings.limits import Limits
from journeybook.settings.settings import PathWeights, Settings, Weights
from journeybook.settings.toml import RULE, KeyPlaces, Keys, parse_toml

_OWN, _SHARED = "journeybook.toml", "pyproject.toml"
_WEIGHTS: dict[str, Severity | None] = {**{level.value: level for level in Severity}, "off": None}
_FIXED = "'{rule}' cannot be set: without what it guards, a page cannot be made."
_OURS = re.compile(rb"^[ \t]*\[\[?[ \t]*tool[ \t]*\.[ \t]*journeybook\b", re.MULTILINE)
_LARGEST = 1024 * 1024
_MOST_PATHS = 100
_LONGEST_PATTERN = 200
_MOST_HOSTS = 50
_MOST_ACCOUNTS = 20
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z][a-z0-9-]{0,61}[a-z0-9]")
_HIGHEST = 100_000
"""The highest limit: so many days ago there was a calendar."""


def find_settings(folder: Path) -> Path | None:
    """Find the settings of a journeys folder: in it or above, up to the top of its repository."""
    real = Path(os.path.realpath(folder))
    for place in (real, *real.parents):
        if os.path.lexists(place / _OWN):
            return place / _OWN
        if _speaks_of_us(place / _SHARED):
            return place / _SHARED
        if os.path.lexists(place / ".git"):
            return None
    return None


def _speaks_of_us(file: Path) -> bool:
    """Whether a pyproject.toml speaks of a handbook; what is wrong with another's file is not ours to say."""
    try:
        return _OURS.search(read_regular(file, _LARGEST)) is not None
    except OSError:
        return False


def read_settings(
    file: Path | None, changes: Iterable[str] = (), *, journeys: Path | None = None
) -> Settings:
    """Read settings; what is wrong in them becomes findings, and the rest counts.

    `changes` are the ids that the table `changes` may name; `journeys` is the folder that authors write to.
    """
    if file is None:
        return Settings()
    label = typed(file)
    try:
        text = _text(file, label)
        refuse_conflict(text)
        data: Any = parse_toml(text)
    except Refused as refused:
        place = Place(path=label, line=refused.line, column=refused.column)
        return Settings(path=label, is_read=False, findings=(_finding(place, refused.message, refused.rule),))
    prefix = ("tool", "journeybook") if file.name == _SHARED else ()
    for key in prefix:
        data = data.get(key, {}) if isinstance(data, dict) else {}
    is_of_authors = journeys is not None and lies_in(file, journeys)
    return _Reader(label, KeyPlaces(text), prefix, frozenset(changes), is_of_authors).read(data)


def _text(file: Path, label: str) -> str:
    """The text of a settings file; what is said of one that is not read shows nothing of it."""
    if not lies_in(file, project_top(file.parent)):
        raise Refused(RULE, f"'{label}' is a link out of the project and not read. Put the file itself here.")
    try:
        raw = read_regular(file, _LARGEST)
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except NotRegular as error:
        raise Refused(RULE, f"'{label}' is no file of text. Put one in its place, or delete it.") from error
    except (OSError, UnicodeDecodeError) as error:
        message = f"'{label}' cannot be read. Check that you may read it and that it is stored as UTF-8."
        raise Refused(RULE, message) from error
    if len(raw) > _LARGEST:
        raise Refused(
            RULE, f"'{label}' is larger than {_LARGEST // 1024**2} MB. Keep nothing but settings in it."
        )
    return text


def _finding(place: Place, message: str, rule: str = RULE) -> Finding:
    return Finding(place=place, rule=rule, message=message)


@dataclass
class _Reader:
    """One reading of a settings file."""

    label: str
    places: KeyPlaces
    prefix: Keys
    changes: frozenset[str]
    is_of_authors: bool
    """Whether the file lies where journeys do."""
    findings: list[Finding] = field(default_factory=list)

    def read(self, data: Any) -> Settings:
        readers: dict[str, Callable[[Keys, Any], Any]] = {
            "fail_on": self.severity,
            "baseline": self.word,
            "rules": self.weights,
            "paths": self.paths,
            "limits": self.limits,
            "embed_hosts": self.hosts,
            "changes": self.change_weights,
            "mentions": self.mentions,
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
                hint = self.hint(key, words)
                message = f"There is no setting {quoted(key)}{where}.{hint}"
                self.findings.append(_finding(self.place((*keys, key)), message, "unknown-setting"))

    def hint(self, key: str, words: list[str]) -> str:
        """Say what a key was meant as, of the first ones that are shown."""
        return (nearest(key, words) or _few(words)) if len(self.findings) < MOST_SHOWN else ""

    def wrong(self, keys: Keys, message: str) -> None:
        self.findings.append(_finding(self.place(keys), message))

    def severity(self, keys: Keys, value: Any) -> Severity | None:
        levels = [level.value for level in Severity]
        if value in levels:
            return Severity(value)
        self.wrong(keys, f"'{_name(keys)}' must be {listed(levels, 'or')}, not {quoted(value)}.")
        return None

    def word(self, keys: Keys, value: Any) -> str | None:
        if isinstance(value, str) and value and "\0" not in value:
            return value
        kind = "a text without the character NUL" if isinstance(value, str) and value else "a text"
        self.wrong(keys, f"'{_name(keys)}' must be {kind}, not {quoted(value)}.")
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
        if len(value) > _MOST_PATHS:
            self.wrong((*keys, _MOST_PATHS), f"'paths' has more than {_MOST_PATHS} entries.")
        entries = (self.path((*keys, number), item) for number, item in enumerate(value[:_MOST_PATHS]))
        return tuple(entry for entry in entries if entry)

    def path(self, keys: Keys, data: Any) -> PathWeights | None:
        found = dict(self.table(keys, data, ("files", "rules")))
        files = found.get("files")
        if not isinstance(files, str) or len(files) > _LONGEST_PATTERN:
            self.wrong(keys, "An entry of 'paths' needs 'files', a pattern such as 'b2b/**'.")
            return None
        return PathWeights(files=files, rules=self.weights((*keys, "rules"), found.get("rules", {})))

    def limits(self, keys: Keys, data: Any) -> Limits:
        found: dict[str, int] = {}
        for key, value in self.table(keys, data, [item.name for item in fields(Limits)]):
            is_number = isinstance(value, int) and not isinstance(value, bool) and value > 0
            if is_number and value <= _HIGHEST:
                found[key] = value
            elif is_number:
                self.wrong((*keys, key), f"'{key}' must be at most {_HIGHEST:,}, not {quoted(value)}.")
            else:
                self.wrong((*keys, key), f"'{key}' must be a whole number above 0, not {quoted(value)}.")
        return Limits(**found)

    def hosts(self, keys: Keys, value: Any) -> tuple[str, ...]:
        """Read names of hosts, unless those who write journeys could name them."""
        if self.is_of_authors:
            message = f"'{_name(keys)}' counts only in a file outside of the journeys folder."
            self.wrong(keys, f"{message} Who may write journeys must not decide what they embed.")
            return ()
        names = value if isinstance(value, list) else [value]
        wrong = [name for name in names if not (isinstance(name, str) and _HOST.fullmatch(name))]
        if wrong or len(names) > _MOST_HOSTS:
            expected = f"a list of at most {_MOST_HOSTS} names of hosts such as 'miro.com'"
            self.wrong(keys, f"'{_name(keys)}' must be {expected}, not {quoted((wrong or [value])[0])}.")
            return ()
        return tuple(names)

    def mentions(self, keys: Keys, data: Any) -> Mapping[str, tuple[str, ...]]:
        """Read the accounts of teams; which teams there are is not known here."""
        if not isinstance(data, dict):
            self.wrong(keys, f"'{_name(keys)}' must be a table, not {quoted(data)}.")
            return {}
        found = {}
        for team, value in data.items():
            names = value if isinstance(value, list) else [value]
            if 0 < len(names) <= _MOST_ACCOUNTS and all(map(is_account, names)):
                found[team] = tuple(names)
            else:
                expected = f"an account such as '@acme/shop', or a list of at most {_MOST_ACCOUNTS}"
                self.wrong((*keys, team), f"'{team}' must be {expected}, not {quoted(value)}.")
        return found

    def place(self, keys: Keys) -> Place:
        """The place of a key, or of the table around it, where the key itself is not found."""
        line, column = self.places.find((*self.prefix, *keys))
        return Place(path=self.label, line=line, column=column)


def _name(keys: Keys) -> str:
    return ".".join(str(key) for key in keys if isinstance(key, str))


def _few(words: list[str]) -> str:
    return f" Known are {listed(words, 'and')}." if 0 < len(words) <= len(fields(Limits)) else ""
