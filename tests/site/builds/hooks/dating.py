"""A hook of MkDocs that dates pages as mkdocs-git-revision-date-localized-plugin does.

The commits of the page's source say when it was written; a page that was generated is of the moment.
"""

import json
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_dates: dict[str, list[str]] = {}


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the date into the page's metadata."""
    found = datetime.fromtimestamp(_time(page), UTC)
    page.meta["git_revision_date_localized"] = f"{found:%Y-%m-%d %H:%M:%S}"
    own = page.meta.get("git_date")
    _dates[page.url] = [f"{found:%Y-%m-%d}", f"{own:%Y-%m-%d}" if own else "", page.update_date]
    return markdown


def _time(page: Page) -> float:
    source = page.file.abs_src_path
    if page.file.generated_by or not source:
        return time.time()
    command = [
        "git",
        "-C",
        str(Path(source).parent),
        "log",
        "-1",
        "--format=%at",
        "--diff-filter=r",
        "--follow",
    ]
    return int(subprocess.run([*command, "--", source], capture_output=True, check=True).stdout)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the dates, as other plugins and we tell them."""
    Path(config.site_dir, "dates.json").write_text(json.dumps(_dates, sort_keys=True), encoding="utf-8")
