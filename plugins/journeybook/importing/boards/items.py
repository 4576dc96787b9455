"""Find the items of a board in its JSON, whatever pages and groups they lie in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.importing.boards.html_text import text_of_html

_DEEPEST = 6
_FARTHEST = 1e7
_CONNECTORS = frozenset({"connector", "line"})
_FRAMES = frozenset({"frame"})
_LETTERS = frozenset({"text", "frame"})
_LINE = 24.0
_TEXTS = ("content", "plainText", "text", "title", "description", "caption")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardItem:
    """Something that lies on a board; lengths are those of the board."""

    id: str
    kind: str
    """Miro's word for it, such as `sticky_note`."""
    text: str
    """What a reader sees of its text, in lines."""
    x: float = 0.0
    """The middle, to the right."""
    y: float = 0.0
    """The middle, downwards."""
    width: float = 0.0
    height: float = 0.0
    parent: str = ""
    """The id of the frame that it lies in."""
    is_placed: bool = True
    """Whether the file says where it lies."""

    @property
    def is_frame(self) -> bool:
        """Whether it is a frame, which holds others."""
        return self.kind in _FRAMES

    @property
    def is_connector(self) -> bool:
        """Whether it is a line between others."""
        return self.kind in _CONNECTORS

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width / 2

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.y - self.height / 2

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height / 2

    @property
    def address(self) -> str:
        """Its text and its place, by which people find it."""
        first = self.text.split("\n", 1)[0]
        short = first if len(first) <= 30 else f"{first[:29].rstrip()}…"  # noqa: PLR2004 - a line's beginning
        return f"item '{short}' at {self.x:.0f},{self.y:.0f}" if self.is_placed else f"item '{short}'"


def name_of_board(data: Any) -> str:
    """The name of the board, where the file has it."""
    groups = [data, data.get("board")] if isinstance(data, dict) else []
    names = (group.get(key) for group in groups if isinstance(group, dict) for key in ("name", "title"))
    return next((text_of_html(name) for name in names if isinstance(name, str) and name.strip()), "")


def board_items(data: Any) -> tuple[BoardItem, ...]:
    """Return the items in the order of the file, at their places on the board; each id counts once."""
    raw = {str(found["id"]): found for found in _raw_items(data, 0)}
    children = {
        str(child): key
        for key, item in raw.items()
        for child in _listed(item.get("children")) + _listed(item.get("childrenIds"))
    }
    placed: dict[str, BoardItem] = {}
    for key in raw:
        _place(key, raw, children, placed)
    return tuple(placed[key] for key in raw)


def _raw_items(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict) and _is_item(data):
        yield data
    elif depth < _DEEPEST:
        values = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
        for value in values:
            yield from _raw_items(value, depth + 1)


def _is_item(data: Mapping[str, Any]) -> bool:
    """Whether a group is an item: it has an id and a type, and a place, a content or two ends."""
    is_named = isinstance(data.get("type"), str) and isinstance(data.get("id"), (str, int))
    is_list = isinstance(data.get("data"), list)
    marks = {"position", "geometry", "x", "content", "text", "startItem", "start", "startWidget", "title"}
    return is_named and not is_list and (bool(marks & data.keys()) or isinstance(data.get("data"), dict))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _place(
    key: str, raw: Mapping[str, dict[str, Any]], children: Mapping[str, str], placed: dict[str, BoardItem]
) -> None:
    """Place an item after the frames around it; frames that lie in one another in a circle lie nowhere."""
    chain = [key]
    while (
        (parent := _parent(raw[chain[-1]], children)) in raw and parent not in placed and parent not in chain
    ):
        chain.append(parent)
    for name in reversed(chain):
        frame = placed.get(_parent(raw[name], children))
        if name not in placed:
            placed[name] = _item(name, raw[name], frame)


def _parent(item: Mapping[str, Any], children: Mapping[str, str]) -> str:
    parent = item.get("parent")
    found = parent.get("id") if isinstance(parent, dict) else item.get("parentId") or parent
    return str(found) if isinstance(found, (str, int)) else children.get(str(item["id"]), "")


def _item(key: str, raw: Mapping[str, Any], frame: BoardItem | None) -> BoardItem:
    position, size = _group(raw, "position"), _group(raw, "geometry")
    x, y = _number(position, "x"), _number(position, "y")
    scale = _number(raw, "scale") or 1.0
    text = _text(raw)
    width, height = _number(size, "width") or 0.0, _number(size, "height") or 0.0
    is_placed = x is not None and y is not None
    dx, dy = _offset(raw, position, (x or 0.0, y or 0.0), frame)
    return BoardItem(
        id=key,
        kind=str(raw["type"]).lower(),
        text=text,
        x=(x or 0.0) + dx,
        y=(y or 0.0) + dy,
        width=abs(width) * abs(scale),
        height=abs(height or _usual_height(raw, width, text)) * abs(scale),
        parent=frame.id if frame else "",
        is_placed=is_placed,
    )


def _usual_height(raw: Mapping[str, Any], width: float, text: str) -> float:
    """The height of an item that the file does not say: notes are square, texts as high as their lines."""
    return _LINE * (text.count("\n") + 1) if str(raw["type"]).lower() in _LETTERS else width


def _group(raw: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The group of a name, or the item itself, in which older files have it."""
    found = raw.get(name)
    return found if isinstance(found, dict) else raw


def _number(group: Mapping[str, Any], name: str) -> float | None:
    value = group.get(name)
    try:
        number = (
            float(value) if isinstance(value, (int, float, str)) and not isinstance(value, bool) else None
        )
    except (ValueError, OverflowError):
        return None
    return number if number is not None and abs(number) <= _FARTHEST else None


def _offset(
    raw: Mapping[str, Any], position: Mapping[str, Any], at: tuple[float, float], frame: BoardItem | None
) -> tuple[float, float]:
    """Measure the way from a place within a frame to the one on the board."""
    if frame is None or not frame.is_frame:
        return 0.0, 0.0
    told = position.get("relativeTo", raw.get("relativeTo"))
    if told == "parent_center":
        return frame.x, frame.y
    is_inside = 0 <= at[0] <= frame.width and 0 <= at[1] <= frame.height
    is_on_board = frame.left <= at[0] <= frame.right and frame.top <= at[1] <= frame.bottom
    is_relative = told == "parent_top_left" or (told is None and is_inside and not is_on_board)
    return (frame.left, frame.top) if is_relative else (0.0, 0.0)


def _text(raw: Mapping[str, Any]) -> str:
    """Take the texts of an item: its title, its content, and of cards what lies beneath."""
    data = raw.get("data")
    group = {**raw, **data} if isinstance(data, dict) else raw
    parts = [text_of_html(group[key]) for key in _TEXTS if isinstance(group.get(key), str)]
    for field in (*_listed(group.get("fields")), *_listed(group.get("captions"))):
        value = field.get("value", field.get("content")) if isinstance(field, dict) else None
        parts += [text_of_html(value)] if isinstance(value, str) else []
    return "\n".join(dict.fromkeys(filter(None, parts)))
