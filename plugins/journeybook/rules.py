"""The registry of rules: every id that a finding may carry, with its severity, title and explanation."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error fails every build, the others belong to `check` alone."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of defect."""

    id: str
    """Kebab-case; names the defect."""
    title: str
    """One line that names the defect in words."""
    why: str
    """What it costs a handbook, and how to mend it."""
    severity: Severity = Severity.ERROR
    """What the rule weighs."""


_REFERABLE = {
    "persona": "a persona",
    "touchpoint": "a touchpoint",
    "channel": "a channel",
    "stage": "a stage",
    "team": "a team",
    "metric": "a metric",
    "journey": "a journey",
    "step": "a step of the same journey",
    "pain-point": "a pain point",
}

_READING = (
    Rule(
        id="unreadable-file",
        title="The file cannot be opened",
        why="Nothing in it reaches the handbook. Check the file's name and its permissions.",
    ),
    Rule(
        id="outside-project",
        title="A link leads out of the journeys folder",
        why="A handbook publishes only what lies in its folder. Copy the file into it.",
    ),
    Rule(
        id="file-too-large",
        title="The file is larger than any text that people write",
        why="Keep a journey to one file of text; pictures belong in assets/, values in metrics/.",
    ),
    Rule(
        id="not-utf8",
        title="The file is not stored as UTF-8",
        why="Umlauts would be garbled. In the editor choose “Save with encoding: UTF-8”.",
    ),
    Rule(
        id="forbidden-character",
        title="The file contains an invisible control character",
        why="Such characters come from copying out of other programs and can hide text. Delete it.",
    ),
    Rule(
        id="missing-header",
        title="The file has no header",
        why="The header, between two lines of ---, says what there is to show; a page is made from it.",
    ),
    Rule(
        id="unclosed-header",
        title="The header is not closed",
        why="A header ends with a line of ---; without that line the narrative would be read as fields.",
    ),
    Rule(
        id="yaml-tab",
        title="A tab stands in the header",
        why="Indentation in YAML is made of spaces; a tab is as wide as each editor likes.",
    ),
    Rule(
        id="yaml-syntax",
        title="The header is not valid YAML",
        why="The fields from here on cannot be told apart. Often a quote, a colon or a space is missing.",
    ),
    Rule(
        id="yaml-feature",
        title="The header uses a part of YAML that a handbook does without",
        why="Anchors, aliases, tags, merge keys and second documents hide what a field says. Write it out.",
    ),
    Rule(
        id="too-deep",
        title="The header is nested too deeply or has too many values",
        why="No field of a handbook needs it; it is a slip of indentation or an attack.",
    ),
    Rule(
        id="repeated-key",
        title="A key stands twice in the same group",
        why="Only one of the two would count, and nobody could tell which. Merge them.",
    ),
)

_SCHEMA = (
    Rule(
        id="unknown-key",
        title="A key that the content model does not have",
        why="What it says would be lost. Correct the spelling, or start a key of your own with x-.",
    ),
    Rule(
        id="missing-field",
        title="A required field is missing",
        why="The page cannot be made without it.",
    ),
    Rule(
        id="wrong-type",
        title="A field has a value of another kind than expected",
        why="For example a list where one text is expected. The reference of fields shows each one's form.",
    ),
    Rule(
        id="invalid-value",
        title="A value lies outside what the field allows",
        why="For example a satisfaction of 6, or a date that is none.",
    ),
    Rule(
        id="invalid-id",
        title="An id is not written in kebab-case",
        why="Ids make the addresses of pages: small letters a-z, digits and single dashes: schuhe-kaufen.",
    ),
    Rule(
        id="duplicate-id",
        title="Two things of one kind have the same id",
        why="A reference could mean either. Rename one of them.",
    ),
    Rule(
        id="persona-twice",
        title="Both persona and personas are given",
        why="They are the same field. Keep one.",
    ),
    Rule(
        id="misplaced-file",
        title="A file lies where it is not read",
        why="What it says would be lost. Move or rename it.",
    ),
)

_REFERENCES = (
    *(
        Rule(
            id=f"unknown-{kind}",
            title=f"A reference to {noun} that does not exist",
            why="The link would lead nowhere. Correct the id, or write what it names.",
        )
        for kind, noun in _REFERABLE.items()
    ),
    Rule(
        id="unknown-kind",
        title="A [[kind:id]] link of a kind that does not exist",
        why="The kinds that have pages are journey, persona, touchpoint, channel, stage, team and metric.",
    ),
    Rule(
        id="foreign-persona",
        title="A step speaks of a persona whose journey this is not",
        why="Its satisfaction would be in no line of the curve. Add the persona, or mend the id.",
    ),
    Rule(
        id="self-reference",
        title="A journey leads back to itself as its parent, its sub-journey or what it is compared with",
        why="The trail of pages would never end. Name another journey or leave the field out.",
    ),
    Rule(
        id="missing-picture",
        title="A picture does not exist below the journeys folder",
        why="Readers would see a broken picture. Put the file into assets/ and write assets/name.png.",
    ),
    Rule(
        id="invalid-row",
        title="A row of a CSV file cannot be read",
        why="Its value would be missing from the charts. The message names the column.",
    ),
)

_COVERAGE = tuple(
    Rule(
        id=f"unused-{kind}",
        severity=Severity.INFO,
        title=f"Nothing refers to this {kind}",
        why=f"Either a journey forgot it, or the {kind} is no longer needed.",
    )
    for kind in ("persona", "touchpoint", "channel", "team", "metric")
)

RULES: dict[str, Rule] = {rule.id: rule for rule in (*_READING, *_SCHEMA, *_REFERENCES, *_COVERAGE)}
"""Every rule by its id."""


def severity(rule: str) -> Severity:
    """Return what a rule weighs."""
    return RULES[rule].severity
