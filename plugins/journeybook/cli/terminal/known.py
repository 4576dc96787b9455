"""Find, read and write the file of known findings."""

from pathlib import Path

from journeybook import baseline, edits
from journeybook.cli.terminal.failure import Failure
from journeybook.regular import NotRegular, lies_in, read_regular
from journeybook.settings import Settings

_LARGEST = 16 * 1024 * 1024


def baseline_file(typed: str | None, settings: Settings) -> Path | None:
    """The file that was typed, or that the settings name; they name one beside them or below."""
    if typed is not None:
        return Path(typed)
    if not settings.baseline:
        return None
    folder = Path(settings.path).parent
    if not lies_in(folder / settings.baseline, folder):
        message = (
            f"The baseline '{settings.baseline}' of '{settings.path}' must lie beside this file or below."
        )
        raise Failure(message)
    return folder / settings.baseline


def read_baseline(file: Path, write_it: str) -> baseline.Baseline:
    """Read a file of known findings; `write_it` is the command that writes it."""
    try:
        raw = read_regular(file, _LARGEST)
        return baseline.parse(_text(raw))
    except FileNotFoundError as error:
        message = f"There is no baseline '{file}'. Make it: {write_it}"
        raise Failure(message) from error
    except NotRegular as error:
        raise Failure(f"The baseline '{file}' is no file of text. Put one in its place.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(f"The baseline '{file}' cannot be read. Check that you may read it.") from error
    except baseline.BaselineError as error:
        message = f"The baseline '{file}' cannot be used: {error}. Write it anew: {write_it}"
        raise Failure(message) from error


def _text(raw: bytes) -> str:
    if len(raw) > _LARGEST:
        raise baseline.BaselineError(f"it is larger than {_LARGEST // 1024**2} MB")
    return raw.decode("utf-8-sig")


def write_baseline(file: Path, known: baseline.Baseline) -> None:
    """Write a file of known findings, unless it were larger than one that is read."""
    raw = baseline.written(known).encode("utf-8")
    if len(raw) > _LARGEST:
        message = (
            f"The baseline '{file}' would be larger than {_LARGEST // 1024**2} MB, which is not read. "
            "Fix the most frequent problems first, or turn their rules off."
        )
        raise Failure(message)
    try:
        edits.write_whole(file, raw)
    except OSError as error:
        raise Failure(f"The baseline '{file}' cannot be written. Does its folder exist?") from error
