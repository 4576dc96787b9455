"""Find paths that are one path on a disk that does not tell capitals, or how an umlaut is stored."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate

from journeybook.load.source import NotTaken


def twins(paths: Iterable[str]) -> Iterator[NotTaken]:
    """Say of each file and folder that it is the twin of one before it; of a folder, once."""
    first: dict[str, str] = {}
    told: set[str] = set()
    for path in paths:
        for part in accumulate(path.split("/"), "{}/{}".format):
            twin = first.setdefault(unicodedata.normalize("NFC", part).casefold(), part)
            if twin != part:
                if part not in told:
                    told.add(part)
                    yield NotTaken(inside=path, rule="twin-file", message=_message(part, twin))
                break


def _message(part: str, twin: str) -> str:
    if unicodedata.normalize("NFC", part) == unicodedata.normalize("NFC", twin):
        return f"'{part}' is there twice, with its umlauts or accents stored in two ways. Rename one of them."
    return f"'{part}' and '{twin}' differ in capital letters alone. Rename one of them."
