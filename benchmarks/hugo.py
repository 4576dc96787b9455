"""What Hugo needs beside the Markdown: a configuration, layouts with the navigation, and a search index.

There is no Material for Hugo among the packages, so these layouts are far smaller than Material's.
"""

import json
import posixpath
from collections.abc import Iterator
from pathlib import Path

_CONFIG = """\
baseURL = 'https://handbuch.example.org/'
locale = 'de'
title = '{name}'
disableKinds = ['taxonomy', 'term', 'rss']

[outputs]
home = ['html', 'json']

[markup.goldmark.renderHooks.link]
useEmbedded = 'always'

[markup.highlight]
noClasses = false
"""

_BASE = """\
<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }} - {{ .Site.Title }}</title><meta name="description" content="{{ .Description }}"></head>
<body>
<header><a href="{{ "/" | relURL }}">{{ .Site.Title }}</a></header>
{{ partial "nav.html" . }}
<main><article>{{ .Content }}</article></main>
<aside>{{ .TableOfContents }}</aside>
</body>
</html>
"""

_NAV = """\
<nav><ul>{{ $url := .RelPermalink }}{{ range hugo.Data.nav }}
<li{{ if eq .url $url }} class="active"{{ end }}><a href="{{ .url }}">{{ .title }}</a></li>
{{ end }}</ul></nav>
"""

_INDEX = """\
{{- $entries := slice -}}
{{- range .Site.Pages -}}
{{- $entries = $entries | append (dict "location" .RelPermalink "title" .Title "text" .Plain) -}}
{{- end -}}
{{- $entries | jsonify -}}
"""


def write_layouts(folder: Path, name: str, nav: list[object]) -> None:
    """Write the configuration, the layouts and the navigation of a Hugo site."""
    entries = [
        {"title": title, "url": f"/{posixpath.dirname(path)}/".replace("//", "/")}
        for title, path in flat(nav)
    ]
    files = {
        "hugo.toml": _CONFIG.format(name=name),
        "layouts/all.html": _BASE,
        "layouts/home.html": _BASE,
        "layouts/home.json": _INDEX,
        "layouts/_partials/nav.html": _NAV,
        "data/nav.json": json.dumps(entries, ensure_ascii=False),
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def flat(nav: object) -> Iterator[tuple[str, str]]:
    """Yield title and path of each page in a navigation as MkDocs knows it."""
    for entry in nav if isinstance(nav, list) else []:
        for title, value in entry.items() if isinstance(entry, dict) else []:
            if isinstance(value, str):
                yield title, value
            else:
                yield from flat(value)
