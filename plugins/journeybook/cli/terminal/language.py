"""Find the language of a handbook: that of its site, or of this computer."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from journeybook import scaffold
from journeybook.cli.terminal.folder import label_of
from journeybook.language import SOURCE, Language
from journeybook.language import language as language_by_code
from journeybook.load.beside import read_beside
from journeybook.load.site_file import SiteFile, site_file

F = TypeVar("F", bound=Callable[..., Any])


def language_option(meaning: str) -> Callable[[F], F]:
    """Give a command the option `--language`, which it takes as `language`."""
    return click.option("--language", type=click.Choice(scaffold.LANGUAGES), help=meaning)


def language_spoken(typed: str | None, journeys_dir: str, *, is_for_people: bool) -> Language:
    """The language that was typed; else what people read is in that of the handbook, the rest in English."""
    if typed or not is_for_people:
        return language_by_code(typed or SOURCE)
    return language_by_code(language_of(Path(journeys_dir), label_of(journeys_dir)))


def language_of(root: Path, label: str) -> str:
    """The language of the theme in the configuration above a folder, as far as files can be begun in it.

    It is that of this computer otherwise.
    """
    site = site_of(root, label)
    return begun_language(site.language if site else "")


def site_of(root: Path, label: str) -> SiteFile | None:
    """The configuration of the site above a folder, if there is one."""
    settings = read_beside(root, label).settings
    return site_file(Path(settings.path), settings.text) if settings else None


def begun_language(named: str) -> str:
    """The language in which files are begun: that which a site names, else that of this computer."""
    code = named.lower().replace("_", "-").partition("-")[0]
    return code if code in scaffold.LANGUAGES else scaffold.spoken_language(os.environ)
