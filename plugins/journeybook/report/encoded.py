"""Write documents so that no runner of continuous integration takes a part of them for a command."""

import json
from typing import Any

from journeybook.characters import unheard


def as_json(data: Any) -> str:
    """Write data as JSON for programs, and for people to look at."""
    return unheard(json.dumps(data, ensure_ascii=False, indent=2), marker="\\u0023#") + "\n"


def in_markup(document: str) -> str:
    """Return a document of HTML or XML that says the same."""
    return unheard(document, marker="&#35;#", colon="&#58;")
