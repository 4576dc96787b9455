"""Markdown extensions: what others write goes through none that reads files, runs code or fetches."""

import base64
import sys
from pathlib import Path

import pytest
from small_sites import SIX_LINES, TWO_LINES, Tree, build_site, config

SECRET = "TOKEN=geheim"
PIXEL = b"\x89PNG\r\n\x1a\ngeheim"
INCLUDES = """
--8<-- ".env"

Davor --8<-- ".env"

--8<--
.env
.git/config
--8<--

<!-- --8<-- ".env" -->

```
--8<-- ".env"
```

![Bild](geheim.png)
"""
FILES: Tree = {
    ".env": SECRET,
    ".git/config": SECRET,
    "geheim.png": PIXEL,
    "docs/von-hand.md": '--8<-- ".env"\n',
    "journeys/personas/anna.md": f"---\ntitle: Anna\n---\n{INCLUDES}",
    "journeys/touchpoints/kasse.md": f"---\ntitle: Kasse\nchannel: web\n---\n{INCLUDES}",
    "journeys/handbook.yml": "channels: [{id: web, title: Web, setting: online}]\n",
}
EXTENSIONS = ["pymdownx.snippets", "pymdownx.b64:B64Extension", "pymdownx.superfences"]


def test_no_file_of_the_computer_gets_into_what_others_have_written(tmp_path: Path) -> None:
    settings = config(markdown_extensions=EXTENSIONS)
    made = build_site(tmp_path, {**SIX_LINES, **FILES}, settings, strict=False)
    pages = [made.site / "personas/anna/index.html", made.site / "touchpoints/kasse/index.html"]
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert SECRET not in html
        assert base64.b64encode(PIXEL).decode() not in html
        assert "--8&lt;--" in html
    assert SECRET in (made.site / "von-hand/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("options", [{"trust_markdown": True}, {"trusted_extensions": ["pymdownx.snippets"]}])
def test_whom_the_owner_trusts_includes_files(options: dict[str, object], tmp_path: Path) -> None:
    settings = config(markdown_extensions=EXTENSIONS, plugins=["search", {"journeybook": options}])
    made = build_site(tmp_path, {**SIX_LINES, **FILES}, settings, strict=False)
    assert SECRET in (made.site / "personas/anna/index.html").read_text(encoding="utf-8")


def test_no_function_of_a_fence_runs_what_others_have_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fence_that_runs.py").write_text(
        "def run(source, *args, **kwargs):\n    return f'<p>{eval(source)}</p>'\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    settings = f"""{TWO_LINES}
theme: {{name: mkdocs, highlightjs: false}}
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - {{name: run, class: run, format: !!python/name:fence_that_runs.run }}
        - {{name: plain, class: plain, format: !!python/name:pymdownx.superfences.fence_code_format }}
"""
    fences = "```run\n6 * 7\n```\n\n```plain\nnur Text\n```\n"
    anna = f"---\ntitle: Anna\n---\n{fences}"
    made = build_site(
        tmp_path, {**SIX_LINES, "docs/von-hand.md": fences, "journeys/personas/anna.md": anna}, settings
    )
    sys.modules.pop("fence_that_runs")
    assert "<p>42</p>" in (made.site / "von-hand/index.html").read_text(encoding="utf-8")
    written = (made.site / "personas/anna/index.html").read_text(encoding="utf-8")
    assert "42" not in written
    assert '<pre class="plain"><code>nur Text' in written
