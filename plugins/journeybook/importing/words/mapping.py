"""Read the mapping file of an import: what the names in a table mean."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journeybook.findings import Finding, Place, listed, nearest, quoted, typed
from journeybook.frontmatter import MAX_BYTES, Header, Refused, decode, read_yaml, refuse_conflict
from journeybook.importing.words.labels import plain_name, synonyms
from journeybook.importing.words.scales import ScoreScale, stated_scale
from journeybook.load.sheets.columns import COLUMNS
from journeybook.regular import NotRegular, read_regular

_PARTS = ("map", "journey", "persona", "touchpoint", "opportunity")
_KEYS = ("columns", "rows", "title", "persona", "stage_of", "scale", "ignore", "sheet")
_SCALES = "a scale such as '1-10', '-2..2', '0-100 %' or, from the worst to the best, '6-1'"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMapping:
    """The decisions of a mapping file; names are plain, so case and umlauts make no difference."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """The field, or the name of a lane, by the name of a column."""
    rows: Mapping[str, str] = field(default_factory=dict)
    """The field, or the name of a lane, by the name of a row."""
    title: str = ""
    """The title of the journey."""
    persona: tuple[str, ...] = ()
    """Whose journey it is."""
    stage_of: Mapping[str, str] = field(default_factory=dict)
    """The stage of handbook.yml by what the table calls it."""
    scale: ScoreScale | None = None
    """The scale of satisfaction."""
    ignore: frozenset[str] = frozenset()
    """Names of rows, columns and facts that are left out."""
    sheets: tuple[str, ...] = ()
    """The sheets to read; all of them if there are none."""
    findings: tuple[Finding, ...] = ()
    """What is wrong in the file; nothing is read by it then."""

    def target(self, label: str) -> str:
        """The field or lane of a row or column that the file decides, or nothing."""
        name = plain_name(label)
        return self.rows.get(name) or self.columns.get(name) or ""

    def is_ignored(self, label: str) -> bool:
        """Whether a row, column or fact is left out."""
        return bool(label.strip()) and (plain_name(label) or label.strip()) in self.ignore


def field_names(*parts: str) -> frozenset[str]:
    """The fields that a mapping file may name, of all parts or of some."""
    known = {name for part in parts or _PARTS for name in synonyms().get(part, ())}
    return frozenset(known) if parts else frozenset(known | set(COLUMNS))


def read_mapping(file: Path) -> NameMapping:
    """Read a mapping file; all that is wrong in it becomes findings."""
    label = typed(file)
    try:
        text = _text(file, label)
        refuse_conflict(text)
        header = read_yaml(text)
    except Refused as refused:
        return NameMapping(findings=(_refusal(label, refused),))
    reader = _Reader(label, header)
    return reader.read({} if header.data is None else header.data)


def _text(file: Path, label: str) -> str:
    try:
        raw = read_regular(file, MAX_BYTES)
    except NotRegular as error:
        raise Refused("unreadable-file", f"'{label}' is no file of text.") from error
    except OSError as error:
        message = f"'{label}' cannot be read. Check its name, and that you may read it."
        raise Refused("unreadable-file", message) from error
    if len(raw) > MAX_BYTES:
        raise Refused("file-too-large", f"'{label}' is larger than {MAX_BYTES // 1024**2} MB.")
    return decode(raw)


def _refusal(label: str, refused: Refused) -> Finding:
    place = Place(path=label, line=refused.line, column=refused.column)
    return Finding(place=place, rule=refused.rule, message=refused.message)


@dataclass
class _Reader:
    """One reading of a mapping file."""

    label: str
    header: Header
    findings: list[Finding] = field(default_factory=list)

    def read(self, data: Any) -> NameMapping:
        self.findings.extend(_refusal(self.label, refused) for refused in self.header.refused)
        readers: dict[str, Callable[[str, Any], Any]] = {
            "columns": self.targets,
            "rows": self.targets,
            "title": self.text,
            "persona": self.texts,
            "stage_of": self.group,
            "scale": self.scale,
            "ignore": lambda key, value: frozenset(map(_folded, self.texts(key, value))),
            "sheet": self.texts,
        }
        found = {}
        for key, value in self.known(data):
            found["sheets" if key == "sheet" else key] = readers[key](key, value)
        return NameMapping(**found, findings=tuple(self.findings))

    def known(self, data: Any) -> Iterator[tuple[str, Any]]:
        """Yield the keys that there are and that say something; the others are problems."""
        if not isinstance(data, dict):
            self.wrong(
                (), f"A mapping file has keys such as 'rows: {{Schmerz: pain_points}}', not {quoted(data)}."
            )
            return
        for key, value in data.items():
            if key not in _KEYS:
                hint = nearest(key, _KEYS) or f" Known are {listed(_KEYS, 'and')}."
                message = f"A mapping file has no key {quoted(key)}.{hint}"
                self.wrong((key,), message, "unknown-key", at_key=True)
            elif value is not None:
                yield key, value

    def wrong(
        self, path: tuple[str | int, ...], message: str, rule: str = "invalid-value", *, at_key: bool = False
    ) -> None:
        places = self.header.places
        line, column = (places.key(path) if at_key else places.value(path)) or (1, 1)
        place = Place(path=self.label, line=line, column=column)
        self.findings.append(Finding(place=place, rule=rule, message=message))

    def text(self, key: str, value: Any) -> str:
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.wrong((key,), f"'{key}' must be a text, not {quoted(value)}.", "wrong-type")
        return ""

    def texts(self, key: str, value: Any) -> tuple[str, ...]:
        items = value if isinstance(value, list) else [value]
        wrong = [number for number, item in enumerate(items) if not isinstance(item, str) or not item.strip()]
        for number in wrong:
            path = (key, number) if isinstance(value, list) else (key,)
            self.wrong(path, f"'{key}' must be a list of texts, not {quoted(items[number])}.", "wrong-type")
        return tuple(item.strip() for item in items if isinstance(item, str) and item.strip())

    def group(self, key: str, value: Any) -> dict[str, str]:
        """Read a group of names with what each means."""
        if not isinstance(value, dict):
            self.wrong((key,), f"'{key}' must be a group of keys, not {quoted(value)}.", "wrong-type")
            return {}
        found = {}
        for name, meant in value.items():
            if isinstance(meant, str) and meant.strip():
                found[_folded(name)] = meant.strip()
            else:
                message = f"{quoted(name)} in '{key}' must mean one text, not {quoted(meant)}."
                self.wrong((key, name), message, "wrong-type")
        return found

    def targets(self, key: str, value: Any) -> dict[str, str]:
        """Read names with the field or lane of each; what nearly is a field is no lane."""
        found = self.group(key, value)
        fields = field_names()
        for name, meant in value.items() if isinstance(value, dict) else ():
            is_slip = isinstance(meant, str) and meant not in fields and meant.islower()
            if is_slip and (hint := nearest(meant, fields)):
                message = f"There is no field {quoted(meant)}.{hint} A lane begins with a capital letter."
                self.wrong((key, name), message)
        return found

    def scale(self, key: str, value: Any) -> ScoreScale | None:
        found = stated_scale(value) if isinstance(value, str) else None
        if found is None:
            self.wrong((key,), f"'{key}' must be {_SCALES}, not {quoted(value)}.")
        return found


def _folded(name: str) -> str:
    """A name that makes no difference of case; one of signs alone stays as it is."""
    return plain_name(name) or name.strip()
