"""Tell by the paths of files what they describe, and what folders spelled otherwise were meant for."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from journeybook.findings import Finding, Place, nearest_word
from journeybook.kinds import IN_FILES, ThingKind
from journeybook.load.document import Document
from journeybook.model import slug

_VALUES = "metrics"
_ASSETS = "assets"
_FOLDERS = {
    **{kind.row.folder: kind for kind in IN_FILES if kind.row.folder},
    _VALUES: ThingKind.VALUES,
}
_OTHER_WORDS = {
    "personas": "person personen personae",
    "touchpoints": "touch-points contact-points kontaktpunkt kontaktpunkte beruehrungspunkte",
    _VALUES: "metrik metriken kennzahl kennzahlen kpi kpis messwerte",
}
_MEANT = {word: folder for folder, words in _OTHER_WORDS.items() for word in words.split()}
_NOT_CONTENT = {"readme.md", "contributing.md", "changelog.md", "journeybook.toml"}
_HANDBOOK = "handbook.yml"
_CALLED_HANDBOOK = {"handbook", "handbuch"}
_TEXTS = (".md", ".markdown")
_YAML = (".yml", ".yaml")


class NoThing(StrEnum):
    """A file of which the name is all that counts."""

    NOTE = ""
    """For those who look into the folder."""
    ASSET = "asset"
    """What pages show or offer."""
    MISPLACED = "misplaced"
    """What would be read elsewhere."""


def kind_of(inside: str) -> ThingKind | NoThing:
    """Tell the kind of a file by its path below the journeys folder."""
    folder, _, file = inside.rpartition("/")
    name = file.lower()
    if name in _NOT_CONTENT:
        return NoThing.NOTE
    if inside == _HANDBOOK:
        return ThingKind.HANDBOOK
    if _is_misplaced(inside):
        return NoThing.MISPLACED
    kind = described_in(folder)
    if name.endswith(_TEXTS):
        return ThingKind.JOURNEY if kind is ThingKind.VALUES else kind
    if name.endswith(".csv") and folder.partition("/")[0] != _ASSETS:
        return ThingKind.VALUES if kind is ThingKind.VALUES else NoThing.MISPLACED
    return NoThing.ASSET


def _is_misplaced(inside: str) -> bool:
    return (
        inside.lower().endswith(_YAML)
        or stands_for_handbook(inside)
        or _is_folder_of_ours(inside)
        or inside.startswith(f"{_HANDBOOK}/")
    )


def _is_folder_of_ours(inside: str) -> bool:
    return inside in _FOLDERS or inside == _ASSETS


def stands_for_handbook(inside: str) -> bool:
    """Whether a file may hold what handbook.yml should."""
    stem, _, ending = inside.lower().rpartition("/")[2].partition(".")
    return inside.lower().endswith(_YAML) or (stem in _CALLED_HANDBOOK and ending in {"", "txt", "json"})


def described_in(folder: str) -> ThingKind:
    """Tell what the files of a folder describe; of what is spelled otherwise, what it was meant for."""
    top = folder.partition("/")[0]
    return _FOLDERS.get(top) or _FOLDERS.get(_spelled_otherwise(folder)[1], ThingKind.JOURNEY)


def _spelled_otherwise(folder: str) -> tuple[str, str]:
    """The part of a path that nearly is a folder that is read, or lies too deep, and that folder."""
    parts = folder.split("/")
    if parts[0] in _FOLDERS or parts[0] == "assets":
        return "", ""
    for depth, part in enumerate(parts, 1):
        name = slug(part, fallback="")
        meant = name if name in _FOLDERS else _MEANT.get(name) or nearest_word(name, _FOLDERS)
        if meant:
            return "/".join(parts[:depth]), meant
    return "", ""


def misplaced(inside: str) -> str:
    """Say of a file that is not read where what it says belongs."""
    name = inside.rpartition("/")[2]
    if _is_folder_of_ours(inside):
        return f"'{name}' is a file, but only a folder can have this name."
    if inside.startswith(f"{_HANDBOOK}/"):
        return f"'{_HANDBOOK}' is a folder. It must be one file."
    if name.lower().endswith(".csv"):
        return f"'{name}' is not read here. Metric values belong in {_VALUES}/."
    stem, _, ending = name.rpartition(".")
    thing = (
        f" A journey, persona or touchpoint is a Markdown file: name it '{stem}.md', and put its fields "
        "between two lines of '---'."
    )
    is_thing = ending.lower() in {"yml", "yaml"} and stem.lower() not in _CALLED_HANDBOOK
    only = f"'{name}' is not read here; the one YAML file is '{_HANDBOOK}' at the top of the journeys folder."
    return only + thing * is_thing


def misspelt_folders(label: str, documents: Iterable[Document]) -> Iterator[Finding]:
    """Say once of each folder that is spelled otherwise, or lies too deep, what it was taken for.

    A journey in such a folder is read as one: it may be named for what its journeys are about.
    """
    told: set[str] = set()
    for document in documents:
        folder, meant = _spelled_otherwise(document.inside.rpartition("/")[0])
        if folder and folder not in told and document.kind is _FOLDERS[meant]:
            told.add(folder)
            target = f"'{meant}/' at the top of the journeys folder" if "/" in folder else f"'{meant}/'"
            verb = "Move" if "/" in folder else "Rename"
            message = f"The folder '{folder}/' is not read. {verb} it to {target}."
            yield Finding(place=Place(path=f"{label}/{folder}"), rule="misplaced-file", message=message)
