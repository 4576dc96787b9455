"""Begin a new handbook: files in one of two languages, which build at once."""

import locale
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain

LANGUAGES = ("de", "en")
"""The languages in which files can be begun."""

_PROPERDOCS = "properdocs>=1.6.7\n"

JOURNEYS_FOLDER = "journeys/"
"""What the paths of the journeys folder begin with."""

_SETTINGS = ("LC_ALL", "LC_MESSAGES", "LANG")
_HIDDEN = "dot-"
"""Stands for the dot of hidden files, which a package had better not hold."""


def spoken_language(environment: Mapping[str, str]) -> str:
    """German if the computer is set to it, else English."""
    named = next((environment[name] for name in _SETTINGS if environment.get(name)), None)
    spoken = (named or locale.getlocale()[0] or "").lower()
    return "de" if spoken.startswith(("de_", "de-", "german")) or spoken == "de" else "en"


def first_files(language: str, version: str, today: date, *, is_empty: bool = False) -> dict[str, str]:
    """The files of a new handbook with their texts, by their paths; those of an empty one show no example."""
    words = {"VERSION": version, **dates(today)}
    root = files("journeybook.scaffold")
    found = dict(chain(_walk(root / "files" / "both", ""), _walk(root / "files" / language, "")))
    if is_empty:
        found = {path: text for path, text in found.items() if not path.startswith(JOURNEYS_FOLDER)}
        found |= dict(_walk(root / "empty" / language, ""))
    return {path: filled(text, words) for path, text in sorted(found.items())}


def for_properdocs(texts: Mapping[str, str]) -> dict[str, str]:
    """The files of a new handbook that ProperDocs is to build, of those for MkDocs."""
    begun = {
        path.replace("mkdocs.yml", "properdocs.yml"): text.replace("mkdocs build", "properdocs build")
        for path, text in texts.items()
    }
    return {**begun, "requirements.txt": begun["requirements.txt"] + _PROPERDOCS}


def dates(today: date) -> dict[str, str]:
    """The dates that texts name: today, and a day by which something may be done."""
    return {"TODAY": today.isoformat(), "DUE": (today + timedelta(days=90)).isoformat()}


def filled(text: str, words: Mapping[str, str]) -> str:
    """Put words in place of their names between two @."""
    for name, word in words.items():
        text = text.replace(f"@{name}@", word)
    return text


def _walk(folder: Traversable, above: str) -> Iterator[tuple[str, str]]:
    for item in folder.iterdir():
        name = item.name.replace(_HIDDEN, ".", 1) if item.name.startswith(_HIDDEN) else item.name
        if item.is_dir():
            yield from _walk(item, f"{above}{name}/")
        else:
            yield f"{above}{name}", item.read_text(encoding="utf-8")
