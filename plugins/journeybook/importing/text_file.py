"""Turn the bytes of a file of others into text that a file of ours may hold."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from journeybook.frontmatter import without_forbidden
from journeybook.workbooks import NotReadable
from journeybook.workbooks.limits import MAX_FILE_BYTES

_ENCODINGS = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
_OLDER = "cp1252"


def foreign_text(raw: bytes) -> str:
    """Decode a file by the mark at its beginning, or as UTF-8, or as the older encoding of Windows.

    Characters that no file of ours may hold are left out. `NotReadable` if it is too large or no text.
    """
    if len(raw) > MAX_FILE_BYTES:
        raise NotReadable(f"The file is larger than {MAX_FILE_BYTES // 1024**2} MB.")
    marked = next((encoding for mark, encoding in _ENCODINGS if raw.startswith(mark)), "")
    if b"\0" in raw and marked != "utf-16":
        raise NotReadable("The file is no text.")
    for encoding in (marked or "utf-8", _OLDER):
        try:
            return without_forbidden(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise NotReadable("The file is stored in an unknown encoding. Save it as UTF-8.")
