"""Add styles, scripts, the diagram library and the pictures of journeys to the files of the site."""

import os
import re
from collections.abc import Iterable
from importlib.resources import files as resources
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from journeybook.cleaning import clean_svg
from journeybook.load import Folder
from journeybook.pages import Download
from journeybook.plugin.site.styles import stylesheet
from journeybook.plugin.site.translation import place

FOLDER = "assets/journeybook"
LOADER = "Mermaid-loader.js"
"""mermaid2 adds no script of its own if it finds one of this name in any case, and parses again, for 80 ms
each, every page that has the word in small letters."""
STYLES = ("journeybook.css", "diagrams.css")
SCRIPTS = ("journeybook.js", LOADER)
OFFLINE = "iframe-worker.js"
"""Material's offline plugin has browsers fetch this from another host, unless the site has its own."""
LIBRARY = ("mermaid.tiny.js", "mermaid.LICENSE.txt")

_SCRIPTS = (
    "page",
    "theme",
    "scroll",
    "sorting",
    "take-away",
    "filters",
    "periods",
    "map-curve",
    "map-view",
    "map-rows",
    "map-paper",
    "map-steps",
    "changes",
    "arrival",
    "found",
    "terms",
    "copy",
    "print-digest",
    "print-sheets",
    "print",
)
"""What is published as one file, in this order, so that a reader's browser asks once."""

_SEARCH = ("words", "index", "hits")
"""What the search reads after lunr, in this order."""
_HAVE_LUNR = re.compile(r"search/lunr\.js|assets/javascripts/workers/search\.\w+\.min\.js")
"""The files in which the built-in search and Material's have lunr."""

_MATERIALS_SCRIPT = re.compile(r"assets/javascripts/bundle\.\w+\.min\.js")
_REQUEST = re.compile(r"""[\w$]+\(new URL\("search/search_index\.json",[\w$.]+\)\)""")
"""Where Material's script asks for the index of its search, whether a reader searches or not."""

_OFFLINE_PLUGINS = {"offline", "material/offline"}


def add_scripts(config: MkDocsConfig) -> None:
    """Load our styles before those of the site, which may change them, and our scripts with the others."""
    styles = [f"{FOLDER}/{name}" for name in STYLES]
    scripts = [f"{FOLDER}/{name}" for name in SCRIPTS]
    config.extra_css[:0] = [name for name in styles if name not in config.extra_css]
    config.extra_javascript.extend(name for name in scripts if name not in map(str, config.extra_javascript))


def add_offline_search(config: MkDocsConfig) -> None:
    """Let the search work from a disk without a request to another host, where a site is built for that."""
    plugins = [config.plugins[name] for name in config.plugins if name in _OFFLINE_PLUGINS]
    if any(plugin.config["enabled"] for plugin in plugins):
        config.extra["polyfills"] = [*config.extra.get("polyfills", ()), f"{FOLDER}/{OFFLINE}"]


def add_assets(files: Files, config: MkDocsConfig) -> None:
    """Add the package's own files to the site."""
    own = resources("journeybook") / "assets"
    scripts = [own / f"scripts/{name}.js" for name in _SCRIPTS]
    joined = "\n".join(script.read_text(encoding="utf-8") for script in scripts)
    _add(
        files, config, f"{FOLDER}/journeybook.css", str(own / "styles/tokens.css"), stylesheet(own / "styles")
    )
    _add(files, config, f"{FOLDER}/journeybook.js", str(scripts[0]), joined)
    for name in ("diagrams.css", LOADER, OFFLINE, *LIBRARY):
        _add(files, config, f"{FOLDER}/{name}", str(own / (name.lower() if name == LOADER else name)))


def extend_search(files: Files) -> None:
    """Put what we teach lunr behind it, in the file of the theme that has it."""
    own = resources("journeybook") / "assets/search"
    for file in files:
        if _HAVE_LUNR.fullmatch(file.src_uri) and file.abs_src_path and not file.is_documentation_page():
            lunr = Path(file.abs_src_path).read_text(encoding="utf-8")
            added = ((own / f"{name}.js").read_text(encoding="utf-8") for name in _SEARCH)
            file._content = "\n".join((lunr, *added))  # noqa: SLF001 - a file of the theme has no other way


def put_search_off(files: Files) -> None:
    """Let Material ask for the index of its search when a reader searches."""
    asked = (resources("journeybook") / "assets/search/asked.js").read_text(encoding="utf-8")
    for file in files:
        if _MATERIALS_SCRIPT.fullmatch(file.src_uri) and file.abs_src_path:
            script = Path(file.abs_src_path).read_text(encoding="utf-8")
            file._content = _REQUEST.sub(lambda found: f"{asked}(() => {found[0]})", script)  # noqa: SLF001 - as above


def leave_out_journeys(files: Files, folder: Folder) -> None:
    """Take what the journeys folder holds away from MkDocs, where the folder lies below docs/.

    What is no content goes as well: MkDocs would publish it as the owner's, scripts and all.
    """
    root = os.path.realpath(folder.root)
    for file in list(files):
        if file.abs_src_path and os.path.realpath(file.abs_src_path).startswith(root + os.sep):
            files.remove(file)


def add_pictures(files: Files, config: MkDocsConfig, folder: Folder) -> None:
    """Add the pictures of a journeys folder, and the documents in its assets/."""
    for inside in sorted(folder.published):
        path = folder.root / inside
        cleaned = clean_svg(path.read_bytes())[0] if folder.judged[inside].is_rewritten else None
        _add(files, config, f"journeys/{inside}", str(path), cleaned)


def add_downloads(
    files: Files, config: MkDocsConfig, downloads: Iterable[Download], source: str
) -> tuple[File, ...]:
    """Add the files beside the page of a journey, which comes from a source."""
    added = (_add(files, config, download.address, source, download.content) for download in downloads)
    return tuple(file for file in added if file)


def _add(
    files: Files, config: MkDocsConfig, uri: str, source: str, content: str | bytes | None = None
) -> File | None:
    """Add a file of the site, unless there is one already: a copy of its source, or what was made from it."""
    if files.get_file_from_path(uri):
        return None
    file = File.generated(config, uri, abs_src_path=source, inclusion=InclusionLevel.NOT_IN_NAV)
    # File.generated takes one of both, but plugins such as ezlinks expect a source of every file.
    file._content = content  # noqa: SLF001
    if not uri.startswith(f"{FOLDER}/"):
        place(file, config)
    files.append(file)
    return file
