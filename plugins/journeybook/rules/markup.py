"""Markdown and HTML: whether it comes out as it was meant."""

from functools import partial

from journeybook.findings import Severity
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.MARKUP)

MARKUP = (
    _rule(
        id="dropped-embed",
        severity=Severity.WARNING,
        title="Something is embedded that will not be published",
        message="'<{tag}>' will not be published. Link to it instead: [What it shows]({address}).",
        why="It vanishes from the page, and readers do not know that something was there. Only a site with "
        "trust_markdown: true publishes it; switch the rule off there.",
        fix="Write a link, or save a picture of it in assets/ and show that. The owner of the handbook may "
        "allow a host: embed_hosts in journeybook.toml.",
    ),
    _rule(
        id="dropped-html",
        severity=Severity.WARNING,
        title="An HTML element will not be published",
        message="'<{tag}>' will not be published.",
        why="It is taken away, and a script or a style with all that stands in it. Only a site with "
        "trust_markdown: true publishes it; switch the rule off there.",
        fix="Say it in Markdown, or link to where it works. What shall show angle brackets stands between "
        "backticks: `<Name>`. A backslash before < does not help.",
    ),
    _rule(
        id="dropped-attribute",
        severity=Severity.INFO,
        title="An attribute of an HTML element will not be published",
        message="'{name}' of '<{tag}>' will not be published.",
        why="The element looks and acts as if it had none. Only a site with trust_markdown: true publishes "
        "it; switch the rule off there.",
        fix="Delete it; looks belong into the site's own styles.",
    ),
    _rule(
        id="included-file",
        severity=Severity.WARNING,
        title="A line means to include another file",
        message="'{written}' includes no file: the line is published as it is.",
        why="A text that could read files could publish every file of the computer that builds the handbook. "
        "Only a site with trust_markdown: true includes it; switch the rule off there.",
        fix="Copy the text here, or link to where it stands.",
    ),
    _rule(
        id="dropped-address",
        severity=Severity.WARNING,
        title="An address will not be published",
        message="The address '{address}' will not be published; a link to it becomes plain text.",
        why="Files on a drive open for nobody else, and addresses that run code are dangerous. Only a site "
        "with trust_markdown: true publishes it; switch the rule off there.",
        fix="Put the file into assets/ and link to it, or write an address that begins with https:, http:, "
        "mailto: or tel:.",
    ),
    _rule(
        id="unclosed-html",
        severity=Severity.WARNING,
        title="An HTML element is not closed",
        message="'{tag}' is not closed: what follows stands inside it.",
        why="What follows is folded away, set in another type or not shown at all, and Markdown in it is not "
        "read; a comment that is not closed is published.",
        fix="Close it where it ends, as in </details> or -->. A < of a text stands between backticks, or is "
        "written &lt;.",
    ),
    _rule(
        id="unclosed-fence",
        severity=Severity.WARNING,
        title="A block of code is not closed",
        message="The fence '{fence}' is not closed: it and what follows are shown as text.",
        why="The pages show its marks, and read the code as headings, links and lists. GitHub takes all that "
        "follows for code.",
        fix="End it by a line of the same marks, as many and as far indented as those that it begins with.",
    ),
    _rule(
        id="markdown-in-html",
        severity=Severity.INFO,
        title="Markdown stands within a block of HTML",
        message="Markdown within '<{tag}>' is not read: write '<{tag} markdown>'.",
        why="GitHub reads it after an empty line; the handbook shows asterisks and brackets, and links in it "
        "lead nowhere.",
        fix="Add the word markdown to the tag, on a site with the extension md_in_html, or do without the "
        "HTML.",
    ),
    _rule(
        id="vanishing-text",
        severity=Severity.WARNING,
        title="A text is taken for markup and vanishes",
        message="'{written}' is taken for markup and not shown.",
        why="Readers do not see it, and nobody tells them that something was there.",
        fix="Put code between backticks, the title of a note in quotes, and as many cells into each row of a "
        "table as its head has.",
    ),
    _rule(
        id="unused-definition",
        severity=Severity.INFO,
        title="A definition of a link or a footnote is used by nothing",
        message="'{written}' defines what nothing names; the line is not shown.",
        why="A text of this form vanishes from the page; an address that is left over misleads the next "
        "author.",
        fix="Name it in the text, as in [the plan][plan] or with [^1], delete it, or begin a text "
        "otherwise than with [ ]:.",
    ),
    _rule(
        id="dropped-in-picture",
        severity=Severity.INFO,
        title="Parts of a picture will not be published",
        message="{parts} of this picture will not be published.",
        why="A picture draws and does nothing else: what runs in it or asks for something is taken away, and "
        "it may look different without it.",
        fix="Save it as plain SVG in the program that it was drawn with, or as a PNG.",
    ),
    _rule(
        id="heading-almost-a-stage",
        severity=Severity.INFO,
        title="A heading nearly names a stage",
        message="'{title}' is not the name of a stage. If you mean one, write '{stage}'.",
        why="The text below stays on the journey's own page instead of that of the stage.",
        fix="Begin the section with ## and the stage's title or id alone; the map numbers the stages.",
    ),
    _rule(
        id="title-in-body",
        severity=Severity.INFO,
        title="A title stands in the narrative",
        message="'{title}' is a second title of the page; it is shown as a section.",
        why="The page has its title from the header already.",
        fix="Delete the line, or begin the section with ##.",
    ),
    _rule(
        id="picture-of-another-host",
        severity=Severity.WARNING,
        title="A picture lies on another host",
        message="The picture '{address}' lies on another host; readers see a link to it.",
        why="If it were shown, the other host would learn who reads the handbook. Only a site with "
        "trust_markdown: true shows it; switch the rule off there.",
        fix="Save the picture in assets/ and show that.",
    ),
    _rule(
        id="diagram-of-another-host",
        severity=Severity.WARNING,
        title="A diagram would ask another host",
        message="'{address}' may ask another host: the diagram will not be drawn, readers see its source.",
        why="If it were drawn, the other host would learn who reads the handbook. Only a site with "
        "trust_markdown: true draws it; switch the rule off there.",
        fix="Take the address out of the diagram, and write it below. A link of a flowchart may stay: "
        'click A "https://…".',
    ),
    _rule(
        id="name-of-the-site",
        severity=Severity.WARNING,
        title="An id or a class belongs to the site's own parts",
        message="'{name}' belongs to the site's own parts and will not be published as {attribute}.",
        why="The theme and the handbook's scripts look for it: a text that has it could steer them. Only a "
        "site with trust_markdown: true publishes it; switch the rule off there.",
        fix="Choose another name.",
    ),
    _rule(
        id="markup-in-header",
        severity=Severity.INFO,
        title="Formatting stands in a header",
        message="'{written}' is shown as it stands here: a header takes no formatting.",
        why="Readers see asterisks, brackets and tags, and a link leads nowhere.",
        fix="Write plain text. A text may link to things of the handbook, as in [[persona:anna]]; titles and "
        "the words for pictures may not. What needs emphasis belongs below the header.",
    ),
    _rule(
        id="link-without-kind",
        severity=Severity.WARNING,
        title="A link in double brackets names no kind",
        message="'{written}' becomes no link: its kind is missing, as in [[persona:{name}]].",
        why="Readers see the brackets, and the link leads nowhere.",
        fix="Write the kind before the id, or for a picture ![What it shows](assets/name.png).",
    ),
    _rule(
        id="list-without-empty-line",
        severity=Severity.INFO,
        title="A list follows a line of text without an empty line",
        message="'{item}' becomes no list: an empty line is missing before it.",
        why="GitHub shows a list, the handbook one paragraph in which all items stand in a row.",
        fix="Put an empty line before the first item.",
    ),
    _rule(
        id="list-with-other-marks",
        severity=Severity.INFO,
        title="A list has marks that the handbook does not know",
        message="'{item}' becomes no list: begin its items with '{mark}'.",
        why="All items stand in a row, in one paragraph; GitHub shows a list, where they begin with 1).",
        fix="Begin each item with a dash, or with a number and a point.",
    ),
    _rule(
        id="list-nested-too-little",
        severity=Severity.INFO,
        title="An item of a list is not indented enough to stand below another",
        message="'{item}' stands beside the item above it, not below: indent it by four blanks.",
        why="GitHub is content with two or three, and the handbook is not: the list loses its levels.",
        fix="Indent the items of each level by four blanks more.",
    ),
)
"""Every rule of the family markup."""
