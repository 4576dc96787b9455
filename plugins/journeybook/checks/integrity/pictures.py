"""Find pictures of personas and steps that do not exist below the journeys folder."""

from collections.abc import Iterator

from journeybook import model
from journeybook.catalogue import Catalogue
from journeybook.findings import Finding, nearest_word, quoted
from journeybook.frontmatter import Path
from journeybook.model import Record


def missing_pictures(catalogue: Catalogue) -> Iterator[Finding]:
    """Pictures that are missing, or that lie outside."""
    assets = catalogue.folder.assets
    for document in catalogue.folder.documents:
        if document.record is None:
            continue
        for path, picture in _pictures(document.record):
            if picture.src not in assets:
                yield document.finding((*path, "src"), "missing-picture", _message(picture.src, assets))


def _message(path: str, assets: frozenset[str]) -> str:
    if path.startswith(("/", "http://", "https://")) or ".." in path.split("/"):
        return f"The picture {quoted(path)} must lie below the journeys folder, as in 'assets/name.png'."
    return f"No picture {quoted(path)} below the journeys folder.{_hint(path, assets)}"


def _hint(path: str, assets: frozenset[str]) -> str:
    """Name the picture that was meant, by the most similar file name."""
    by_name = {asset.rpartition("/")[2]: asset for asset in sorted(assets)}
    name = nearest_word(path.rpartition("/")[2], by_name)
    return f" Did you mean '{by_name[name]}'?" if name else " Put the file there, as in 'assets/name.png'."


def _pictures(record: Record) -> Iterator[tuple[Path, model.Picture]]:
    match record:
        case model.Persona(image=model.Picture() as picture):
            yield ("image",), picture
        case model.Journey(stages=stages):
            for at, stage in enumerate(stages):
                for number, step in enumerate(stage.steps):
                    if step.image is not None:
                        yield ("stages", at, "steps", number, "image"), step.image
