"""Find the place of a key or a value from the marks of a YAML document.

A parser tells each node, key or value, in the order of the text; so a node's number is that of the nodes
before it, and no place is made before somebody asks for it.
"""

from array import array
from collections.abc import Iterator
from typing import Any

from journeybook.frontmatter.refused import Refused

Position = tuple[int, int]
Path = tuple[str | int, ...]
"""Keys and list positions that lead from the header's top to a value."""

AGAIN = "\0"
"""What follows a key that stands in its group already, with a number."""


_COLUMN_BITS = 32


class Marks:
    """The beginning of each node of a document, in the order of the text: line and column in one number."""

    def __init__(self) -> None:
        self._packed = array("Q")

    def take(self, mark: Any) -> int:
        """Add the place of the next node, as the parser counts it, from 0; return how many there are."""
        self._packed.append(mark.line << _COLUMN_BITS | mark.column)
        return len(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def __getitem__(self, number: int) -> Position:
        line, column = divmod(self._packed[number], 1 << _COLUMN_BITS)
        return line, column + 1


class Places:
    """The places where the keys and values of a document were typed, by line and column."""

    def __init__(self, data: Any, marks: Marks, first_line: int) -> None:
        self._data = data
        self._marks = marks
        self._first_line = first_line
        self._known: dict[int, dict[str | int, int]] = {}
        self._sizes: dict[int, int] = {}

    def key(self, path: Path) -> Position | None:
        """The place of a key; None where there is none."""
        number = self._number(path)
        is_key = bool(path) and isinstance(path[-1], str)
        return self._place(number - 1) if number is not None and is_key else None

    def value(self, path: Path) -> Position | None:
        """The place of a value, of a group that of its first key; None where there is none."""
        number = self._number(path)
        if number is None:
            return None
        return self._place(number + 1 if isinstance(self._at(path), dict) and self._at(path) else number)

    def typed(self, path: Path) -> Path:
        """The path as far as there are values; a single value stands for a list of one."""
        node, typed = self._data, []
        for part in path if self._marks else ():
            if _holds(node, part):
                typed.append(part)
                node = node[part]
            elif part != 0:
                break
        return tuple(typed)

    def repeated(self) -> Iterator[Refused]:
        """Yield what is wrong with keys that stand twice."""
        for path in _repeated(self._data, ()):
            key = str(path[-1]).partition(AGAIN)[0]
            line = (self.key((*path[:-1], key)) or (1, 1))[0]
            message = f"The key '{key}' stands here again; it is already in line {line}."
            yield Refused("repeated-key", message, *(self.key(path) or (1, 1)))

    def forget(self) -> None:
        """Free what was counted to find places; who asks again has it counted again."""
        self._known.clear()
        self._sizes.clear()

    def _place(self, number: int) -> Position:
        line, column = self._marks[number]
        return line + self._first_line, column

    def _at(self, path: Path) -> Any:
        node = self._data
        for part in path:
            node = node[part]
        return node

    def _number(self, path: Path) -> int | None:
        """Count the nodes before a value; an empty document has none."""
        if not self._marks:
            return None
        node, number = self._data, 0
        for part in path:
            if not _holds(node, part):
                return None
            number += self._before(node)[part]
            node = node[part]
        return number

    def _before(self, node: Any) -> dict[str | int, int]:
        """Count the nodes between the beginning of a group or list and each of its values."""
        before = self._known.get(id(node))
        if before is None:
            before = self._known[id(node)] = self._count(node)
        return before

    def _count(self, node: Any) -> dict[str | int, int]:
        """The values of a group have their keys before them."""
        is_group = isinstance(node, dict)
        before, number = {}, 1
        for part, item in node.items() if is_group else enumerate(node):
            number += is_group
            before[part] = number
            number += self._size(item) if isinstance(item, dict | list) else 1
        self._sizes[id(node)] = number
        return before

    def _size(self, node: Any) -> int:
        """The nodes of a group or list, itself included."""
        self._before(node)
        return self._sizes[id(node)]


def _holds(node: Any, part: str | int) -> bool:
    if isinstance(part, str):
        return isinstance(node, dict) and part in node
    return isinstance(node, list) and 0 <= part < len(node)


def _repeated(node: Any, path: Path) -> Iterator[Path]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for part, item in items:
        if isinstance(part, str) and AGAIN in part:
            yield (*path, part)
        yield from _repeated(item, (*path, part))
