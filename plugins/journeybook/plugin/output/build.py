"""The life of a build that writes beside its site: begun, whole or failed, ended."""

import errno
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import get_plugin_logger

from journeybook.plugin.output.lock import FolderLock, InUse
from journeybook.plugin.output.swap import keep_hidden, move_in, restore, swap

_log = get_plugin_logger(__name__)

_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO}
"""What a full or failing disk says, often without the name of a file."""


class SiteBuild:
    """Builds into a folder of its own, which takes the place of the site when all is done.

    MkDocs cleans the site before it reads anything, and learns of a strict failure after its last event, so
    that the new site is put in place when the program ends. Whatever ends it before leaves the old one.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        """Take the place that a site is written to, or end the build with a sentence."""
        self._config = config
        self._site = Path(os.path.realpath(config.site_dir))
        self._is_whole = False
        self._has_failed = False
        self._work, self._is_inside = _workplace(self._site)
        self._new, self._old = self._work / "new", self._work / "old"
        try:
            self._lock = FolderLock(self._work)
            self._begin()
        except InUse as error:
            raise PluginError(
                f"journeybook: Another build is writing the site '{self._site}'. Wait until it has ended, "
                "or give this one another folder with --site-dir."
            ) from error
        except OSError as error:
            raise PluginError(f"journeybook: {_cannot_write(self._site, error)}") from error

    def _begin(self) -> None:
        """Clear away what a killed build has left, and make an empty folder that is owned like the site."""
        restore(self._site, self._old)
        self._clear()
        (self._work / ".gitignore").write_text("*\n", encoding="utf-8")
        self._new.mkdir()
        if self._site.exists():
            with suppress(OSError, AttributeError):  # Windows has no owners
                os.chown(self._new, -1, self._site.stat().st_gid)
            shutil.copystat(self._site, self._new)

    def _clear(self) -> None:
        for folder in (self._new, self._old):
            shutil.rmtree(folder, ignore_errors=True)

    def redirect(self, config: MkDocsConfig) -> None:
        """Let MkDocs and all plugins write beside the site."""
        if Path(os.path.realpath(config.site_dir)) == self._site:
            self._config = config
            config.site_dir = str(self._new)

    def note_whole(self) -> None:
        """Remember that everything is written."""
        self._is_whole = True

    def note_failure(self, error: Exception) -> None:
        """Remember that something has failed; what a disk says becomes a sentence."""
        self._has_failed = True
        if isinstance(error, OSError) and (error.errno in _DISK or self._is_about_us(error)):
            raise Abort(
                f"journeybook: {_cannot_write(self._site, error)} What was there is as it was."
            ) from error

    def _is_about_us(self, error: OSError) -> bool:
        return isinstance(error.filename, str) and Path(error.filename).is_relative_to(self._work)

    def end(self) -> None:
        """Put a whole site in place, or leave the old one; then leave nothing behind."""
        self._config.site_dir = str(self._site)
        try:
            if self._is_whole and not self._has_failed and sys.exception() is None:
                self._publish()
        finally:
            self._clear()
            with suppress(OSError):
                (self._work / ".gitignore").unlink()
            self._lock.release()

    def _publish(self) -> None:
        try:
            if self._site.exists():
                keep_hidden(self._site, self._new, but=self._work.name)
            (move_in if self._is_inside else swap)(self._new, self._site, self._old)
        except OSError as error:
            raise PluginError(
                f"journeybook: The new site cannot take the place of '{self._site}': {error.strerror}."
            ) from error
        _log.info("The site is in '%s'", self._site)


def writes_beside(command: str, *, dirty: bool) -> bool:
    """Whether a command builds a site to stay; `serve --clean` calls itself a build, but shows its folder."""
    context = click.get_current_context(silent=True)
    return command != "serve" and not dirty and not (context and context.info_name == "serve")


def _workplace(site: Path) -> tuple[Path, bool]:
    """The folder to work in, beside the site; inside where only the site can be written to."""
    if os.path.lexists(site) and not site.is_dir():
        raise PluginError(f"journeybook: The site cannot be written to '{site}', which is a file.")
    is_inside = site.is_dir() and (site.is_mount() or not os.access(site.parent, os.W_OK))
    name = ".journeybook" if is_inside else f".{site.name}.journeybook"
    if not is_inside:
        with suppress(OSError):
            site.parent.mkdir(parents=True, exist_ok=True)
    return (site if is_inside else site.parent) / name, is_inside


def _cannot_write(site: Path, error: OSError) -> str:
    return f"The site cannot be written to '{site}': {error.strerror}."
