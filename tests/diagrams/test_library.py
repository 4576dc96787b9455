"""The vendored library is the published one, with the licences of what it holds."""

import hashlib
import re

from diagram_pages import ASSETS

# npm @mermaid-js/tiny 11.17.2, dist/mermaid.tiny.js
SHA256 = "7a644017d37f93c8359790884e6b67fb1f747c78eb20475952404bd87190a3f8"


def test_the_library_is_unchanged() -> None:
    assert hashlib.sha256((ASSETS / "mermaid.tiny.js").read_bytes()).hexdigest() == SHA256


def test_its_licence_and_that_of_the_library_in_it_come_with_it() -> None:
    licence = (ASSETS / "mermaid.LICENSE.txt").read_text(encoding="utf-8")
    named = re.findall(r"@license (\w+ [\d.]+)", (ASSETS / "mermaid.tiny.js").read_text(encoding="utf-8"))
    assert licence.startswith("The MIT License (MIT)\n\nCopyright (c) 2014 - 2022 Knut Sveidqvist\n")
    assert named == ["DOMPurify 3.4.12"]
    assert f"mermaid.tiny.js contains {named[0]}\n" in licence
    assert "Apache License\n                           Version 2.0, January 2004\n" in licence
