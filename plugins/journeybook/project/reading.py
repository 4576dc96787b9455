"""Read a handbook: the one composition behind the site, `check` and all other commands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from journeybook import clock
from journeybook.catalogue import Catalogue, DefaultTitles, build_catalogue
from journeybook.checks import Ignored, Inspection, check, sift
from journeybook.diff import BREAKING_RULES
from journeybook.findings import Finding, in_reading_order
from journeybook.load import Folder, read_folder, without_collector
from journeybook.rules import RULES
from journeybook.settings import Settings, find_settings, read_settings

_AS_WRITTEN: DefaultTitles = MappingProxyType({})
_NO_SETTINGS = Settings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A journeys folder, read and checked."""

    folder: Folder
    catalogue: Catalogue
    findings: tuple[Finding, ...]
    """Everything that is wrong, in reading order."""
    settings: Settings
    ignored: tuple[Ignored, ...] = ()
    """What authors have decided to leave, each with the reason."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that fail a build: what pages cannot be made of."""
        return tuple(finding for finding in self.findings if RULES[finding.rule].is_fixed)

    @property
    def lints(self) -> tuple[Finding, ...]:
        """The findings about what pages say: they are shown, whatever they weigh, and fail no build."""
        return tuple(finding for finding in self.findings if not RULES[finding.rule].is_fixed)


def read(  # noqa: PLR0913 - each part has a default that `check` takes
    root: Path,
    label: str,
    previous: Project | None = None,
    *,
    today: date | None = None,
    default_titles: DefaultTitles = _AS_WRITTEN,
    settings: Settings = _NO_SETTINGS,
    language: str = "",
    only_errors: bool = False,
) -> Project:
    """Read and check a folder that messages call `label`; of `previous`, unchanged files are kept.

    Whoever needs no more than what keeps pages from being made asks for `only_errors`, in half the time.

    A caller who asks for the day as well hands it over, so that both are the same at midnight.
    Stages and groups that a handbook does not name itself take their titles from `default_titles`. What has
    been translated into a `language` is read in it; without one, the originals are, and all translations are
    checked as well.
    """
    day = today or clock.today()
    read_in = partial(
        _read,
        root,
        label,
        default_titles=default_titles,
        settings=settings,
        today=day,
        only_errors=only_errors,
    )
    project = read_in(previous, language=language)
    return project if language else with_translations(project, partial(read_in, project))


def with_translations(project: Project, read_in: Callable[..., Project]) -> Project:
    """Add what is wrong with translations; `read_in` reads the same in the `language` that it is given."""
    others = sorted(project.folder.languages)
    told = [_of_translation(read_in(language=other), project) for other in others]
    return replace(project, findings=in_reading_order(chain(project.findings, *told))) if told else project


def _of_translation(translated: Project, original: Project) -> Iterator[Finding]:
    """Yield what is wrong with translated files, or by them."""
    paths = {document.path for document in translated.folder.documents if document.translation}
    known = frozenset(original.findings)
    for finding in translated.findings:
        is_new = finding not in known and RULES[finding.rule].is_fixed
        if finding.place.path in paths or is_new:
            yield finding


def _read(  # noqa: PLR0913 - as `read`
    root: Path,
    label: str,
    previous: Project | None,
    *,
    today: date,
    default_titles: DefaultTitles,
    settings: Settings,
    language: str,
    only_errors: bool,
) -> Project:
    with without_collector():
        folder = read_folder(root, label, previous.folder if previous else None, language=language)
        catalogue = build_catalogue(folder, default_titles)
        return inspect(catalogue, settings, today, only_errors=only_errors)


def inspect(catalogue: Catalogue, settings: Settings, today: date, *, only_errors: bool = False) -> Project:
    """Check what was read."""
    folder, label = catalogue.folder, catalogue.folder.label
    inspection = Inspection(
        catalogue=catalogue, limits=settings.limits, today=today, embed_hosts=settings.embed_hosts
    )
    kept, ignored = sift(inspection, check(inspection, only_errors=only_errors))
    findings = in_reading_order(chain(settings.findings, settings.weigh(kept, label)))
    weighed = tuple(
        replace(item, finding=finding)
        for item in ignored
        for finding in settings.weigh((item.finding,), label)
    )
    return Project(folder=folder, catalogue=catalogue, findings=findings, ignored=weighed, settings=settings)


def settings_of(folder: Path) -> Settings:
    """Find and read the settings of a journeys folder."""
    return read_settings(find_settings(folder), BREAKING_RULES, journeys=folder)
