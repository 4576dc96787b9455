"""Find the language of a handbook: that of its site, or of this computer."""

import os
import re
from pathlib import Path

from journeybook import scaffold
from journeybook.load.beside import read_beside

_LANGUAGE = re.compile(
    r"^theme:(?:.*\n)(?:[ #].*\n|\n)*?[ ]+language:[ ]*['\"]?(?P<code>de|en)\b", re.MULTILINE
)


def language_of(root: Path, label: str) -> str:
    """The language of the theme in the mkdocs.yml above a folder, if that is simply readable.

    It is that of this computer otherwise.
    """
    settings = read_beside(root, label).settings
    found = _LANGUAGE.search(settings.text) if settings else None
    return found["code"] if found else scaffold.spoken_language(os.environ)
