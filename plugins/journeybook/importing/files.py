"""Write the text of a file: a header in the order of the house, and the narrative below it."""

from collections.abc import Mapping
from typing import Any

from journeybook.frontmatter import yaml_text
from journeybook.kinds import ThingKind
from journeybook.load.document import MODELS
from journeybook.schema.order import in_house_order

_PARTED = {ThingKind.JOURNEY: "stages"}
"""The list whose entries are parted by empty lines."""


def file_text(kind: ThingKind, data: Mapping[str, Any], body: str = "") -> str:
    """Write a journey, persona or touchpoint; `Refused` for a character that no file may hold."""
    header = in_house_order(MODELS[kind], data)
    parted = _PARTED.get(kind, "")
    text = yaml_text({key: value for key, value in header.items() if key != parted})
    entries = header.get(parted)
    groups = entries if isinstance(entries, list) else []
    if groups and all(group and isinstance(group, Mapping) for group in groups):
        lists = [yaml_text({parted: [group]}).partition("\n")[2] for group in groups]
        text += f"\n{parted}:\n" + "\n".join(lists)
    elif parted in header:
        text += yaml_text({parted: entries})
    narrative = body.strip("\n")
    return f"---\n{text}---\n" + (f"\n{narrative}\n" if narrative else "")


def handbook_text(data: Mapping[str, Any]) -> str:
    """Write handbook.yml, its lists parted by empty lines."""
    header = in_house_order(MODELS[ThingKind.HANDBOOK], data)
    return "\n".join(yaml_text({key: value}) for key, value in header.items())
