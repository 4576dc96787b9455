"""Read all that a build knows of a handbook on one day: its folder, findings and comparisons."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from journeybook import clock, project
from journeybook.checks import BY_CLEANING
from journeybook.diff import Memory
from journeybook.findings import Finding, cut, in_reading_order, typed
from journeybook.git.history import read_history
from journeybook.language import Language, UnknownRegion, language, with_customers
from journeybook.pages import Site, default_titles
from journeybook.plugin.narrative.page import Converted
from journeybook.plugin.options import Options
from journeybook.plugin.reading.documents import commit_links, edit_links, history_links, whole_url
from journeybook.plugin.reading.feedback import read_feedback
from journeybook.plugin.reading.folder import missing_folder, refuse_outside
from journeybook.plugin.reading.handwritten import links_of_docs
from journeybook.plugin.reading.preview import find_preview, versions_of
from journeybook.plugin.site.translation import translated_into
from journeybook.project import Project

_log = get_plugin_logger(__name__)


_ENCRYPTING = frozenset({"encryptcontent"})
"""The plugins beside whose pages nothing stands in clear unless it is asked for."""


@dataclass(kw_only=True, eq=False)
class Known:
    """The knowledge of a build from the one before it, while serving."""

    project: Project | None = None
    versions: Memory = field(default_factory=Memory)
    """Earlier versions of journeys."""
    narratives: dict[str, Converted] = field(default_factory=dict)
    """By the source path of their page."""
    told: str = ""
    """What was said last about a missing history."""

    def tell(self, why: str) -> None:
        """Say once why pages do not tell what changed last; it is no warning, so that strict builds go on."""
        if why != self.told:
            _log.info("Pages do not say all that changed last (option `history`). %s", why)
        self.told = why


@dataclass(frozen=True, kw_only=True, eq=False)
class ReadHandbook:
    """A handbook as a build has read it."""

    project: Project
    site: Site
    errors: tuple[Finding, ...]
    """What keeps the handbook from being published; only `serve` goes on in spite of it."""
    translated_into: str = ""
    """The language of a build in which texts that have not been translated say so."""


def read_handbook(  # noqa: PLR0913 - all that a build has been given
    folder: Path, config: MkDocsConfig, options: Options, files: Files, known: Known, *, serving: bool = False
) -> ReadHandbook:
    """Read and check a handbook, the links of handwritten pages included."""
    refuse_outside(folder, config, options)
    # asked once: a build that runs over midnight is of the day on which it began
    today = _today()
    tongue, translation = _tongue(config, options), translated_into(config)
    titles, settings = default_titles(tongue), project.settings_of(folder)
    read = project.read(
        folder,
        typed(folder),
        known.project,
        today=today,
        default_titles=titles,
        settings=settings,
        language=translation,
    )
    history = read_history(folder, known.tell) if options.history else ()
    preview = find_preview(config, options, settings, today, titles, translation)
    site = Site(
        catalogue=read.catalogue,
        language=with_customers(tongue, read.catalogue.handbook.customers or ""),
        today=today,
        name=config.site_name,
        url=whole_url(config),
        has_folders=config.use_directory_urls,
        history=history,
        history_url=history_links(config, options, folder),
        edit_url=edit_links(config, folder),
        has_quality=_has_quality(options, is_for_authors=serving or preview is not None),
        has_data=_has_data(config, options),
        findings=_lints(read, trusts=options.trust_markdown),
        settings=settings,
        commit_url=commit_links(config, options),
        versions=versions_of(folder, read, history, today, known.versions),
        preview=preview,
        feedback=read_feedback(options.feedback),
    )
    missing = missing_folder(folder, config, options, is_empty=not read.folder.documents)
    errors = _errors(read, chain(missing, links_of_docs(read, files)))
    return ReadHandbook(project=read, site=site, errors=errors, translated_into=translation)


def _has_quality(options: Options, *, is_for_authors: bool) -> bool:
    return is_for_authors if options.quality is None else options.quality


def _has_data(config: MkDocsConfig, options: Options) -> bool:
    """Whether there is data; in clear beside pages that another plugin encrypts only if the owner says so."""
    return _ENCRYPTING.isdisjoint(config.plugins) if options.data_ is None else options.data_


def _today() -> date:
    try:
        return clock.today()
    except clock.NotADay as error:
        raise PluginError(f"journeybook: {error}") from error


def _tongue(config: MkDocsConfig, options: Options) -> Language:
    code = language_code(config)
    try:
        return language(code, options.locale or "")
    except UnknownRegion as error:
        raise PluginError(
            f"journeybook: The option 'locale' is '{options.locale}', which is no region's way of writing "
            f"the language of the site, '{language(code).code}'. Write 'en-GB' or 'de-AT', for example."
        ) from error


def _lints(read: Project, *, trusts: bool) -> tuple[Finding, ...]:
    """Leave out what is said of cleaning where a site publishes HTML as it is."""
    return cut(finding for finding in read.lints if not (trusts and finding.rule in BY_CLEANING))


def _errors(read: Project, links: Iterable[Finding]) -> tuple[Finding, ...]:
    return cut(in_reading_order(chain(read.errors, links)))


def language_code(config: MkDocsConfig) -> str:
    """The language of the site: Material's `language`, or the built-in themes' `locale`."""
    theme = config.theme
    return str(theme.get("language") or theme.get("locale") or "en")
