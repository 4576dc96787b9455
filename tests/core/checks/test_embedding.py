"""Frames of allowed hosts are published and confined; all others are dropped and named."""

from pathlib import Path

import pytest

from core.checks.test_markup import HEAD
from core.checks.test_rules import findings
from journeybook.cleaning import clean_html

HOSTS = ("miro.com", "www.figma.com")
SETTINGS = 'embed_hosts = ["miro.com", "www.figma.com"]\n'
CONFINED = (
    'loading="lazy" referrerpolicy="strict-origin-when-cross-origin" '
    'sandbox="allow-scripts allow-same-origin allow-forms allow-popups" allowfullscreen'
)
ALLOWED = ["https://miro.com/app/1?a=b&amp;c=d#e", "https://MIRO.com", "https://www.figma.com/embed"]
DROPPED = [
    "http://miro.com/app",
    "//miro.com/app",
    "https://miro.com.evil.example/app",
    "https://evil.example/miro.com",
    "https://miro.com@evil.example/",
    "https://evil.example\\@miro.com/",
    "https://miro.com:8443/",
    "https://user@miro.com/",
    "https://figma.com/embed",
    "https://sub.miro.com/",
    " https://evil.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    "",
]


def test_a_frame_of_an_allowed_host_is_written_anew() -> None:
    html = (
        '<p>a <iframe src="https://miro.com/app/1" width="600" height="1e9" style="position:fixed" '
        'onload="x()" srcdoc="&lt;script&gt;" name="top" allow="camera" sandbox="">b<b>c</b></iframe> d</p>'
    )
    assert clean_html(html, HOSTS) == (
        f'<p>a <span class="jb-embed"><iframe src="https://miro.com/app/1" title="miro.com" width="600" {CONFINED}>'
        '</iframe><a href="https://miro.com/app/1">miro.com</a></span> d</p>'
    )


def test_its_title_is_text() -> None:
    html = '<iframe src="https://miro.com/" title="a &quot;&gt;&lt;script&gt;x&lt;/script&gt;"></iframe>'
    cleaned = clean_html(html, HOSTS)
    assert "<script" not in cleaned
    assert "&lt;\u2060script&gt;x&lt;\u2060/script&gt;" in cleaned


@pytest.mark.parametrize("address", ALLOWED)
def test_allowed_hosts_are_embedded_and_not_named(address: str, tmp_path: Path) -> None:
    frame = f'<iframe src="{address}"></iframe>'
    assert clean_html(frame, HOSTS).count("<iframe") == 1
    assert _named(tmp_path, frame, SETTINGS) == []


@pytest.mark.parametrize("address", DROPPED)
def test_all_others_are_dropped_and_named(address: str, tmp_path: Path) -> None:
    frame = f'<iframe src="{address}">x</iframe>'
    assert clean_html(f"a {frame} b", HOSTS) == "a  b"
    assert _named(tmp_path, frame, SETTINGS) == ["dropped-embed"]


@pytest.mark.parametrize("address", [*ALLOWED, *DROPPED])
def test_without_the_setting_nothing_is_embedded(address: str, tmp_path: Path) -> None:
    frame = f'<iframe src="{address}"></iframe>'
    assert clean_html(frame) == ""
    assert _named(tmp_path, frame, "") == ["dropped-embed"]


def _named(root: Path, body: str, settings: str) -> list[str]:
    found = findings(root, {"journeys/umtausch.md": f"{HEAD}{body}\n"}, settings)
    return [item.rule for item in found if item.rule.startswith("dropped")]
