"""Change the header of a file, and leave every line that says the same as it is, with its comments."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from journeybook.frontmatter import Header, yaml_text
from journeybook.importing.brought_in import KeyPath
from journeybook.importing.exported.merging import paired_entries
from journeybook.importing.exported.written import as_typed, as_written
from journeybook.model import Record
from journeybook.model.references import is_by_key, record_of
from journeybook.schema.order import in_house_order

_Lines = list[str]


class Rewriter:
    """Writes the header of a file anew."""

    def __init__(self, text: str, header: Header) -> None:
        self._lines = text.split("\n")
        self._header = header

    def rewritten(self, record: type[Record], here: Any, wanted: Any, end: int) -> str:
        """Return the file with a header that says what is wanted; it ends before a line."""
        first = self._line(()) or 1
        made = self._group(record, (), here, wanted, end)
        return "\n".join([*self._lines[: first - 1], *made, *self._lines[end - 1 :]])

    def _raw(self, path: KeyPath) -> Any:
        value = self._header.data
        for part in path:
            value = value[part]
        return value

    def _line(self, path: KeyPath) -> int | None:
        place = self._header.places.value(path)
        return place[0] if place else None

    def _key_place(self, path: KeyPath) -> tuple[int, int]:
        return self._header.places.key(path) or (1, 1)

    def _group(self, record: type[Record] | None, path: KeyPath, here: Any, wanted: Any, end: int) -> _Lines:
        """Write the keys of a group, each whole line of which is kept where it says the same."""
        raw = self._raw(path)
        named = {_name(record, key): key for key in raw}
        column = self._key_place((*path, next(iter(raw))))[1] - 1
        starts = [self._key_place((*path, key))[0] for key in raw]
        made: dict[str, _Lines] = {}
        for (name, key), (start, stop) in zip(named.items(), self._blocks(starts, end), strict=True):
            kept = self._lines[start - 1 : stop - 1]
            if name not in wanted and name in here:
                continue
            if name not in here or here[name] == wanted[name]:
                made[name] = kept
            else:
                inner = (*path, key)
                made[name] = self._value(record, inner, here[name], wanted[name], (start, stop, column))
        for name in wanted:
            if name not in made:
                made = _inserted(made, list(wanted), name, _written(record, name, name, wanted[name], column))
        return [line for lines in made.values() for line in lines]

    def _value(
        self,
        record: type[Record] | None,
        path: KeyPath,
        here: Any,
        wanted: Any,
        block: tuple[int, int, int],
    ) -> _Lines:
        start, stop, column = block
        name, key = _name(record, str(path[-1])), str(path[-1])
        line = self._key_place(path)[0]
        head = self._lines[start - 1 : line - 1]
        raw, inner = self._raw(path), record_of(record, name) if record else None
        if isinstance(wanted, Mapping) and self._is_block(path, raw):
            below = None if record and is_by_key(record, name) else inner
            return [
                *head,
                *self._until(line, (*path, next(iter(raw)))),
                *self._group(below, path, here, wanted, stop),
            ]
        if isinstance(wanted, list) and isinstance(raw, list) and self._is_list_block(path, raw) and wanted:
            return [*head, *self._until(line, (*path, 0)), *self._entries(inner, path, here, wanted, stop)]
        blank = [] if any(map(str.strip, self._lines[stop - 2 : stop - 1])) else [""]
        is_single = isinstance(wanted, list) and len(wanted) == 1 and not isinstance(raw, list)
        value = wanted[0] if is_single else wanted
        return [*head, *_written(record, name, key, value, column), *blank]

    def _until(self, line: int, path: KeyPath) -> _Lines:
        """The line of a key, and those before what stands below it."""
        first = self._line(path) or line + 1
        return self._lines[line - 1 : first - 1]

    def _entries(
        self, record: type[Record] | None, path: KeyPath, here: Any, wanted: Any, end: int
    ) -> _Lines:
        """Write the entries of a list."""
        raw = self._raw(path)
        starts = [self._line((*path, at)) or 1 for at in range(len(raw))]
        blocks = list(self._blocks(starts, end))
        column = self._lines[starts[0] - 1].index("-")
        from_wanted = {to: at for at, to in paired_entries(here, wanted).items()}
        made: _Lines = []
        for to, item in enumerate(wanted):
            at = from_wanted.get(to)
            if at is None:
                made += _entry(record, item, column)
                continue
            start, stop = blocks[at]
            if here[at] == item:
                made += self._lines[start - 1 : stop - 1]
            elif isinstance(item, Mapping) and self._is_block((*path, at), raw[at]):
                made += self._entry_within(record, (*path, at), here[at], item, (starts[at], start, stop))
            else:
                made += [*self._lines[start - 1 : starts[at] - 1], *_entry(record, item, column)]
        return made

    def _entry_within(
        self, record: type[Record] | None, path: KeyPath, here: Any, wanted: Any, block: tuple[int, int, int]
    ) -> _Lines:
        """Write an entry of which some fields change; its dash stands before whichever is the first then."""
        line, start, stop = block
        dash = self._lines[line - 1].index("-")
        before = self._lines[line - 1]
        self._lines[line - 1] = f"{before[:dash]} {before[dash + 1 :]}"
        made = self._group(record, path, here, wanted, stop)
        self._lines[line - 1] = before
        first = next(number for number, text in enumerate(made) if text.strip()[:1] not in {"", "#"})
        made[first] = f"{made[first][:dash]}-{made[first][dash + 1 :]}"
        return [*self._lines[start - 1 : line - 1], *made]

    def _blocks(self, starts: Sequence[int], end: int) -> Iterator[tuple[int, int]]:
        """The first line of each key or entry, comments above it included, and the one behind its last."""
        begins = [
            starts[0],
            *(self._above(start, former) for former, start in pairwise(starts)),
        ]
        yield from zip(begins, [*begins[1:], end], strict=True)

    def _above(self, start: int, former: int) -> int:
        while start - 1 > former and self._lines[start - 2].lstrip().startswith("#"):
            start -= 1
        return start

    def _is_block(self, path: KeyPath, raw: Any) -> bool:
        """Whether each key of a group stands at the beginning of a line of its own."""
        if not isinstance(raw, Mapping) or not raw:
            return False
        places = [self._key_place((*path, key)) for key in raw]
        heads = (self._lines[line - 1][: column - 1] for line, column in places)
        return len({line for line, _ in places}) == len(places) and not any(
            head.strip(" -") for head in heads
        )

    def _is_list_block(self, path: KeyPath, raw: Sequence[Any]) -> bool:
        lines = [self._line((*path, at)) or 1 for at in range(len(raw))]
        first = self._key_place(path)[0]
        texts = (self._lines[line - 1].lstrip() for line in lines)
        return (
            bool(lines)
            and lines[0] > first
            and len(set(lines)) == len(lines)
            and all(t.startswith("- ") for t in texts)
        )


def _name(record: type[Record] | None, key: str) -> str:
    """The field that a key stands for."""
    spelled = {other: name for name, other in record.spellings.items()} if record else {}
    return spelled.get(key, key)


def _written(record: type[Record] | None, name: str, key: str, value: Any, column: int) -> _Lines:
    """Write a key with its value, in lines that begin in a column."""
    inner = record_of(record, name) if record else None
    typed = as_typed(value)
    plain = in_house_order(record, as_written(record, {name: typed}))[name] if record and inner else typed
    text = yaml_text({key: plain}).rstrip("\n")
    return [f"{' ' * column}{line}" if line else "" for line in text.split("\n")]


def _entry(record: type[Record] | None, item: Any, column: int) -> _Lines:
    """Write an entry of a list."""
    typed = as_typed(item)
    plain = in_house_order(record, as_written(record, typed)) if record and isinstance(typed, dict) else typed
    text = yaml_text({"entry": [plain]})
    first, *others = text.rstrip("\n").split("\n")
    if not others:  # in one line behind its key
        return [f"{' ' * column}- {first.partition('[')[2].removesuffix(']')}"]
    return [f"{' ' * column}{line.removeprefix('  ')}" if line else "" for line in others]


def _inserted(made: dict[str, _Lines], order: Sequence[str], name: str, lines: _Lines) -> dict[str, _Lines]:
    """Put a key behind the one that comes before it in the order of fields."""
    before = [each for each in order[: order.index(name)] if each in made]
    if not before:
        return {name: lines, **made}
    found: dict[str, _Lines] = {}
    for each, kept in made.items():
        found[each] = kept
        if each == before[-1]:
            blank = [line for line in kept[-1:] if not line.strip()]
            found[each] = kept[: len(kept) - len(blank)]
            found[name] = [*lines, *blank]
    return found
