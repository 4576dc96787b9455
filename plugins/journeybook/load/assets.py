"""Judge by their bytes the files that a site would publish beside its pages: pictures and documents."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from journeybook.cleaning import NotDrawable, clean_svg
from journeybook.load.disk import reason
from journeybook.load.source import Source

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")
"""What is published wherever it lies; everything else has to lie in assets/."""

_HEAD_BYTES = 512
_MAX_SVG_BYTES = 4 * 1024 * 1024
_PIXELS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*")
_BOXES = (b"avif", b"avis", b"mif1", b"heic")
_BOMS = (b"\xff\xfe", b"\xfe\xff")


def _is_picture(head: bytes) -> bool:
    is_webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    is_avif = head[4:8] == b"ftyp" and head[8:12] in _BOXES
    return head.startswith(_PIXELS) or is_webp or is_avif


def _is_text(head: bytes) -> bool:
    """Whether no browser takes a file for anything but text: neither pages nor XML begin like it."""
    text = head.decode("utf-16" if head.startswith(_BOMS) else "utf-8-sig", "replace")
    return "\0" not in text and not text.lstrip("\ufeff \t\r\n\f").startswith("<")


def _begins_with(sign: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(sign)


_KINDS: tuple[tuple[str, tuple[str, ...], Callable[[bytes], bool]], ...] = (
    ("a picture", (*PICTURES, ".bmp", ".tif", ".tiff", ".heic"), _is_picture),
    ("a PDF", (".pdf",), _begins_with(b"%PDF-")),
    (
        "an office document",
        (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".odg", ".pages", ".numbers", ".key"),
        _begins_with(b"PK\x03\x04"),
    ),
    ("an office document", (".doc", ".xls", ".ppt"), _begins_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    ("an office document", (".rtf",), _begins_with(b"{\\rtf")),
    ("plain text", (".txt", ".csv"), _is_text),
)
"""What it is called, what its names end in, and how its bytes begin. No browser runs any of it, whatever else
is in the file: servers tell what it is by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file that lies where a site publishes it."""

    refusal: str = ""
    """A sentence on why it is not published; empty if it is."""
    dropped: tuple[str, ...] = ()
    """What of a picture is not published, such as `<script>`."""
    is_rewritten: bool = False
    """Whether the published picture is another text than the file."""


def has_place(inside: str) -> bool:
    """Whether a file that is no content lies where a site publishes it."""
    return inside.startswith("assets/") or inside.lower().endswith(PICTURES)


def judge(source: Source, inside: str) -> Asset:
    """Look into a file, as far as that takes."""
    name = inside.rpartition("/")[2]
    try:
        if name.lower().endswith(".svg"):
            return _judge_svg(name, source.read(inside))
        return Asset(refusal=_refusal(name, source.head(inside, _HEAD_BYTES)))
    except OSError as error:
        return Asset(refusal=f"'{name}' cannot be opened: {reason(error)}.")


def _judge_svg(name: str, raw: bytes) -> Asset:
    if not raw:
        return Asset()
    if len(raw) > _MAX_SVG_BYTES:
        return Asset(refusal=f"'{name}' is larger than {_MAX_SVG_BYTES // 1024**2} MiB. Save it as a PNG.")
    try:
        cleaned, dropped = clean_svg(raw)
    except NotDrawable as why:
        return Asset(refusal=f"'{name}' is no SVG that can be published: {why}.")
    return Asset(dropped=dropped, is_rewritten=cleaned != raw)


def _refusal(name: str, head: bytes) -> str:
    ending = name.lower()
    fitting = [(kind, has_sign) for kind, endings, has_sign in _KINDS if ending.endswith(endings)]
    if not fitting:
        return (
            f"'{name}' is no picture, PDF, office document or plain text by its name; nothing else is "
            "published from the journeys folder."
        )
    kind, has_sign = fitting[0]
    if head and not has_sign(head):
        return f"'{name}' does not hold what its name says: it does not begin like {kind}."
    return ""


def judge_all(source: Source, insides: Mapping[str, bool], known: Mapping[str, Asset]) -> Mapping[str, Asset]:
    """Judge files by their paths, each with whether it is the same as when it was judged before."""
    return {
        inside: known[inside] if is_same and inside in known else judge(source, inside)
        for inside, is_same in insides.items()
        if has_place(inside)
    }
