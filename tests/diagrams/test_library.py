"""The vendored library is the published one."""

import hashlib

from diagram_pages import ASSETS

# npm @mermaid-js/tiny 11.17.2, dist/mermaid.tiny.js
SHA256 = "7a644017d37f93c8359790884e6b67fb1f747c78eb20475952404bd87190a3f8"


def test_the_library_is_unchanged() -> None:
    assert hashlib.sha256((ASSETS / "mermaid.tiny.js").read_bytes()).hexdigest() == SHA256


def test_its_licence_comes_with_it() -> None:
    licence = (ASSETS / "mermaid.LICENSE.txt").read_text(encoding="utf-8")
    assert licence.startswith("The MIT License (MIT)\n\nCopyright (c) 2014 - 2022 Knut Sveidqvist\n")
