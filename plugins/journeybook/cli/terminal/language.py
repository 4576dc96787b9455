"""Find the language of a handbook: that of its site, or of this computer."""

import os
from pathlib import Path

from journeybook import scaffold
from journeybook.load.beside import read_beside
from journeybook.load.site_file import site_file


def language_of(root: Path, label: str) -> str:
    """The language of the theme in the configuration above a folder, as far as files can be begun in it.

    It is that of this computer otherwise.
    """
    settings = read_beside(root, label).settings
    return begun_language(site_file(Path(settings.path), settings.text).language if settings else "")


def begun_language(named: str) -> str:
    """The language in which files are begun: that which a site names, else that of this computer."""
    code = named.lower().replace("_", "-").partition("-")[0]
    return code if code in scaffold.LANGUAGES else scaffold.spoken_language(os.environ)
