"""Links to the history of files, where the site says at which address it is."""

import os
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.load import Document
from journeybook.plugin.options import Options


def history_links(config: MkDocsConfig, options: Options, root: Path) -> Callable[[Document], str | None]:
    """Make the function that tells the address of a document's history."""
    base = Path(config.config_file_path).parent

    def history_url(document: Document) -> str | None:
        path = Path(os.path.relpath(root / document.inside, base)).as_posix()
        return options.history_url.replace("{path}", path) if options.history_url else None

    return history_url
