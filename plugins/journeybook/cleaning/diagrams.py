"""Find in the source of a diagram what would have a reader's browser ask another host."""

import re
from html import unescape

_CLICK = re.compile(
    r"^[ \t]*click[ \t]+[\w.-]+[ \t]+(?:href[ \t]+)?\"https?://[^\"\s\\#;@{}]*\""
    r"(?:[ \t]+\"[^\"\n\\@{}]*\")?(?:[ \t]+_(?:blank|self|parent|top))?[ \t]*;?[ \t]*$",
    re.MULTILINE,
)
"""A link of a flowchart: nobody is asked before a reader follows it."""
_ESCAPES = re.compile(
    r"\\(?:x(?P<x>[0-9a-fA-F]{2})|u\{?(?P<u>[0-9a-fA-F]{4,6})\}?|U(?P<long>[0-9a-fA-F]{8})"
    r"|(?P<css>[0-9a-fA-F]{1,6})[ \t]?|\r?\n[ \t]*|[tnrfv0/]|(?=[a-zA-Z(:]))"
)
"""How YAML, JSON and CSS write a character otherwise than as itself, or nothing at all."""
_ENTITY = re.compile(r"[#&]#?(?P<code>\d{1,7}|x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_ADDRESS = re.compile(
    r"(?<![\w-])(?:https?|ftps?|wss?|data|blob|file|javascript|vbscript):\S*"
    r"|(?<![\w:/\\<>.=-])[/\\]{2}(?=[\w\[])\S*"
    r"|@import\b.*|(?<![\w-])(?:url|src|image-set|cross-fade|expression)[ \t]*\((?![ \t]*[\"']?#)[^)\n]*"
    r"|<[ \t]*(?:img|image|link|script|style|iframe|object|embed|base|video|audio|source|use|foreignobject)"
    r"\b.*",
    re.IGNORECASE,
)


def asked_by_diagram(source: str) -> str:
    """The first address or call in a source that a browser might follow by itself; empty if there is none.

    What is written in another way is read as Mermaid, its YAML, its JSON and its styles would read it, one
    after the other. A link that a reader follows is none.
    """
    text = _CLICK.sub("", source)
    for _ in range(3):
        found = _ADDRESS.search(text)
        if found:
            return found[0]
        read = _ESCAPES.sub(_character, _ENTITY.sub(_named, text))
        if read == text:
            break
        text = read
    return ""


def _named(found: re.Match[str]) -> str:
    """Read an entity, which Mermaid writes with or without an ampersand."""
    code = found["code"]
    return unescape(f"&#{code};" if code[0].isdigit() or code[0] == "x" else f"&{code};")


def _character(found: re.Match[str]) -> str:
    code = next((code for code in found.groupdict().values() if code), "")
    return chr(int(code, 16)) if code and int(code, 16) <= 0x10FFFF else ""  # noqa: PLR2004 - the last there is
