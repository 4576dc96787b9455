"""The options of the plugin in mkdocs.yml."""

from mkdocs.config import config_options as option
from mkdocs.config.base import Config

JOURNEYS_DIR = "journeys"
"""The folder of a site that names none."""


class Options(Config):  # type: ignore[no-untyped-call]
    """The options below `journeybook:` in mkdocs.yml."""

    journeys_dir = option.Type(str, default=JOURNEYS_DIR)
    """The journeys folder, relative to mkdocs.yml."""
    locale = option.Optional(option.Type(str))
    """How dates and numbers are written, such as `en-GB`; without it as in the language of the site."""
    history_url = option.Optional(option.Type(str))
    """The address of a file's history; `{path}` stands for its path relative to mkdocs.yml."""
    commit_url = option.Optional(option.Type(str))
    """The address of a commit; `{commit}` stands for its name."""
    history = option.Type(bool, default=True)
    """Whether pages tell what changed last, from the history of versions."""
    feedback = option.Optional(option.Type(dict))
    """Where readers say something about a step, a touchpoint or a pain point: `issue_url` or `mailto`."""
    quality = option.Optional(option.Type(bool))
    """Whether the pages on the handbook's quality are published, not only in `serve` and previews."""
    data_ = option.Optional(option.Type(bool))
    """Whether the site offers the handbook as data below `/data/`; without it, unless pages are encrypted."""
    review = option.Optional(option.Type(str))
    """The base that a preview compares the files with: a git revision or a folder."""
    trust_markdown = option.Type(bool, default=False)
    """Whether HTML in the bodies of journeys, personas and touchpoints is published as it is."""
    trusted_extensions = option.Type(list, default=[])
    """The names of Markdown extensions that these bodies go through beside the harmless ones."""
