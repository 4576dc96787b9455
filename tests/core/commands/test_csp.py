"""`journeybook csp`: which scripts of a built site get a hash, and what is said where there is no site."""

import base64
import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook.cli import main
from journeybook.cli.csp import inline_scripts, policy

PAGE = """<!doctype html><html><head><script>one=1</script>
<script src="a.js"></script><script type="application/json">{"a": 1}</script></head>
<body><!-- <script>never</script> --><script type="module">if (a < b && c) d = "</p>&amp;"</script></body></html>
"""


def run(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, ["csp", *arguments])
    return found.exit_code, found.stdout, found.stderr


def hashed(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_scripts_are_those_that_a_browser_would_run() -> None:
    assert list(inline_scripts(PAGE)) == ["one=1", 'if (a < b && c) d = "</p>&amp;"']


def test_each_script_has_one_hash_however_many_pages_hold_it(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "deep/index.html").write_text(
        "<script>one=1</script><script>ä='ö'</script>", encoding="utf-8"
    )
    scripts = ["one=1", 'if (a < b && c) d = "</p>&amp;"', "ä='ö'"]
    hashes = " ".join(sorted(hashed(script) for script in scripts))

    code, out, err = run(str(tmp_path))

    assert (code, err) == (0, "")
    assert out.split("; ")[1] == f"script-src 'self' {hashes}"
    assert out == policy(scripts) + "\n"


def test_the_hosts_that_pages_embed_are_named(tmp_path: Path) -> None:
    frames = ["https://b.example/x?y", "https://a.example", "https://b.example/z", "/own", "javascript:x()"]
    html = "".join(f'<iframe src="{address}"></iframe>' for address in frames)
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    parts = run(str(tmp_path))[1].strip().split("; ")
    assert [part for part in parts if part.startswith("frame-src")] == [
        "frame-src https://a.example https://b.example"
    ]


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ("value", "{}\n"),
        ("nginx", 'add_header Content-Security-Policy "{}" always;\n'),
        ("apache", 'Header always set Content-Security-Policy "{}"\n'),
    ],
)
def test_a_format_is_a_line_of_a_configuration(tmp_path: Path, form: str, line: str) -> None:
    (tmp_path / "index.html").write_text("<p>Nichts</p>", encoding="utf-8")

    assert run(str(tmp_path), "--format", form) == (0, line.format(policy([])), "")


def test_without_a_site_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()

    assert run() == (2, "", "Error: There is no folder 'site'. Build the site first: mkdocs build\n")
    assert run("empty") == (2, "", "Error: There is no page in 'empty'. Build the site first: mkdocs build\n")
