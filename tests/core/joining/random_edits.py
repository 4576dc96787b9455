"""Random edits of a header's values, such as people make in a sheet or in a file."""

import copy
import random
from collections.abc import Iterator
from typing import Any

_FREE = {"stages", "steps", "thoughts", "actions", "pain_points", "summary", "goal"}
TEXTS = (
    "Neu: mit Doppelpunkt",
    "# kein Kommentar",
    "Zwei\nZeilen",
    "Ganz anders",
    "- Strich",
    "noch etwas mehr",
)


def edited(data: Any, seed: int, *, edits: int = 2) -> Any:
    """Return values with some of them changed, removed, added or moved; titles and what names things stay."""
    chance = random.Random(seed)
    made = copy.deepcopy(data)
    for _ in range(edits):
        places = list(_places(made, ""))
        above, key = chance.choice(places) if places else (made, "x-free")
        _edit(above, key, chance)
    return made


def _places(value: Any, field: str) -> Iterator[tuple[Any, Any]]:
    """Yield the places of texts and lists that people change, in fields that name nothing."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        name = field if isinstance(key, int) else key
        if name in _FREE:
            yield value, key
        if isinstance(item, (dict, list)):
            yield from _places(item, name)


def _edit(above: Any, key: Any, chance: random.Random) -> None:
    value = above.get(key) if isinstance(above, dict) else above[key]
    if isinstance(value, list) and len(value) > 1:
        _edit_list(value, chance)
    elif isinstance(value, str):
        above[key] = chance.choice(TEXTS)
    elif isinstance(value, dict) and "text" in value:
        value["text"] = chance.choice(TEXTS)
    elif isinstance(value, dict) and value.keys() & {"steps", "actions", "thoughts"}:
        value["thoughts"] = [chance.choice(TEXTS)]


def _edit_list(items: list[Any], chance: random.Random) -> None:
    match chance.randrange(4):
        case 0:
            items.pop(chance.randrange(len(items)))
        case 1:
            chance.shuffle(items)
        case _ if not isinstance(items[0], dict) or "stage" not in items[0]:
            new = chance.choice(TEXTS)
            name = "text" if "text" in items[0] else "title"
            entry = {name: f"{new} {chance.randrange(999)}"} if isinstance(items[0], dict) else new
            items.insert(chance.randrange(len(items) + 1), entry)
