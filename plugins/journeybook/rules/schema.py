"""Rules for files, headers and fields that keep a page from being made."""

from functools import partial

from journeybook.findings import Severity
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.SCHEMA)

SCHEMA = (
    _rule(
        id="unreadable-file",
        title="The file cannot be opened",
        why="Nothing in it reaches the handbook.",
        fix="Check the file's name and its permissions.",
    ),
    _rule(
        id="outside-project",
        title="A link leads out of the journeys folder",
        why="A handbook publishes only what lies in its folder.",
        fix="Copy the file into the folder.",
    ),
    _rule(
        id="twin-file",
        title="Two files have names that not every computer tells apart",
        why="On Windows and macOS one of them overwrites the other, and links lead to the one that is left.",
        fix="Rename one of the two.",
    ),
    _rule(
        id="file-too-large",
        title="The file is larger than any text that people write",
        why="No journey needs so much text; reading it would hold up every build.",
        fix="Keep a journey to one file of text; pictures belong in assets/, values in metrics/.",
    ),
    _rule(
        id="not-utf8",
        title="The file is not stored as UTF-8",
        why="Umlauts would be garbled.",
        fix="In the editor choose “Save with encoding: UTF-8”.",
    ),
    _rule(
        id="forbidden-character",
        title="The file contains an invisible control character",
        why="Such characters come from copying out of other programs and can hide text.",
        fix="Delete the character at the given place and type it anew.",
    ),
    _rule(
        id="merge-conflict",
        title="The file has two versions that git could not merge",
        why="Both versions would stand on the page, or none could be read.",
        fix="Keep one version of the text, and delete the three lines of marks.",
    ),
    _rule(
        id="missing-header",
        title="The file has no header",
        why="The header, between two lines of ---, says what there is to show; a page is made from it.",
        fix="Begin with a line of ---, then the fields, then --- again.",
    ),
    _rule(
        id="unclosed-header",
        title="The header is not closed",
        why="Without its last line of --- the narrative would be read as fields.",
        fix="Add a line of --- after the fields.",
    ),
    _rule(
        id="yaml-tab",
        title="A tab stands in the header",
        why="Indentation in YAML is made of spaces; a tab is as wide as each editor likes.",
        fix="Indent with spaces.",
    ),
    _rule(
        id="yaml-syntax",
        title="The header is not valid YAML",
        why="The fields from here on cannot be told apart.",
        fix="Look for a missing quote, colon or space, and for an indentation that does not fit.",
    ),
    _rule(
        id="yaml-feature",
        title="The header uses a part of YAML that a handbook does without",
        why="Anchors, aliases, tags, merge keys and second documents hide what a field says.",
        fix="Write the text out, or put it in quotes.",
    ),
    _rule(
        id="too-deep",
        title="The header is nested too deeply or has too many values",
        why="No field of a handbook needs it; it is a slip of indentation or an attack.",
        fix="Check the indentation.",
    ),
    _rule(
        id="repeated-key",
        title="A key stands twice in the same group",
        why="Only one of the two would count, and nobody could tell which.",
        fix="Merge the two.",
    ),
    _rule(
        id="duration-without-unit",
        title="A time without its unit",
        why="Minutes and days would be added up as if they were the same.",
        fix="Write the unit: 15 min, 2 h, 3 d, 2 w or 4 months.",
    ),
    _rule(
        id="unknown-key",
        title="A key that the content model does not have",
        why="What it says would be lost.",
        fix="Correct the spelling, or start a key of your own with x-.",
    ),
    _rule(
        id="missing-field",
        title="A required field is missing",
        why="The page cannot be made without it.",
        fix="Add the field that is named.",
    ),
    _rule(
        id="wrong-type",
        title="A field has a value of another kind than expected",
        why="It cannot be shown where the field belongs, for example a list where one text is expected.",
        fix="Write the value in the form that the reference of fields shows.",
    ),
    _rule(
        id="invalid-value",
        title="A value lies outside what the field allows",
        why="No page could show it rightly, for example a satisfaction of 6, or a date that is none.",
        fix="Write a value that the field allows; the message says which.",
    ),
    _rule(
        id="invalid-id",
        title="An id is not written in kebab-case",
        why="Ids make the addresses of pages.",
        fix="Write small letters a-z, digits and single dashes: schuhe-kaufen.",
    ),
    _rule(
        id="duplicate-id",
        title="Two things of one kind have the same id",
        why="A reference could mean either.",
        fix="Rename one of them.",
    ),
    _rule(
        id="persona-twice",
        title="Both persona and personas are given",
        why="They are the same field, and only one of them would count.",
        fix="Keep one of the two.",
    ),
    _rule(
        id="misplaced-file",
        title="A file or a folder lies where it is not read",
        why="What it says would be lost.",
        fix="Move or rename it.",
    ),
    _rule(
        id="older-encoding",
        severity=Severity.INFO,
        title="A CSV file is stored in an older encoding",
        message="The file is not stored as UTF-8; it is read as Windows-1252, so that '{word}' stands here.",
        why="Excel stores CSV files so, unless it is asked otherwise. Whether letters came out as they were "
        "meant nobody can know for sure.",
        fix="In Excel choose “CSV UTF-8” as the type of the file.",
    ),
    _rule(
        id="unread-column",
        severity=Severity.INFO,
        title="Columns or totals of a CSV file are not read",
        message="Not read of this file: {names}.",
        why="Whoever added them may believe that they are shown. An export has many that nobody needs here.",
        fix="Leave them, delete them, or call a column by what it is: date, metric, value, journey, stage, "
        "touchpoint, channel, persona or n.",
    ),
    _rule(
        id="unread-file",
        severity=Severity.WARNING,
        title="A file is neither read nor published",
        message="Not read, and shown on no page: {names}.",
        why="What it says is lost: read are Markdown files, handbook.yml and CSV files in metrics/; "
        "published are pictures, and what lies in assets/.",
        fix="Write a journey as a Markdown file and values as CSV, put what readers shall open into assets/, "
        "or give the file a name that begins with an underscore.",
    ),
    _rule(
        id="overloaded-text",
        title="A text keeps Markdown busy for minutes, or is nested too deeply",
        why="No text of people needs it; one file would hold up every build, or end it.",
        fix="Part the paragraph, or lift the list out of those around it. Data belongs into a file in "
        "assets/.",
    ),
    _rule(
        id="unpublishable-file",
        title="A file is neither a picture nor a document that browsers leave alone",
        why="Whatever browsers run would run with the rights of the handbook's own pages: it could read and "
        "change them for everybody who opens it.",
        fix="Save it as a picture, a PDF, an office document or plain text. What the owner of the site has "
        "written belongs into docs/.",
    ),
    _rule(
        id="unknown-setting",
        title="A setting that does not exist",
        why="It would change nothing, and nobody would notice.",
        fix="Correct the spelling, or delete the setting.",
    ),
    _rule(
        id="invalid-setting",
        title="A setting has a value that it cannot have",
        why="The rules would weigh something else than you meant.",
        fix="Write a value that the setting allows; the message says which.",
    ),
    _rule(
        id="invalid-ignore",
        title="An x-ignore that ignores nothing, because it is not written as it should be",
        why="What it should silence would still be reported, and nobody would know why it was written.",
        fix="Write the rule and your reason, as in x-ignore: {unused-team: Beginnt im März}.",
    ),
    _rule(
        id="unused-ignore",
        severity=Severity.INFO,
        title="An x-ignore silences nothing any more",
        message="Nothing here breaks the rule '{id}' any more.",
        why="It would hide the problem if it came back, and readers believe that it is still there.",
        fix="Delete the entry of x-ignore.",
    ),
)
"""Every rule of the family schema."""
