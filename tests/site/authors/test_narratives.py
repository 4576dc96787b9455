"""What authors write as Markdown: links, pictures, sections of stages, what HTML remains, and which ids."""

from pathlib import Path
from typing import Any

import pytest
from built_pages import Element, dead_links, repeated_ids
from small_sites import SHOES, SIX_LINES, Make, SmallSite, Tree, build_site, config

KINDS = (
    "[[journey:schuhe]] [[journey:schuhe/delivery|Lieferung daheim]] [[persona:anna]] [[touchpoint:kasse]] "
    "[[channel:filiale]] [[stage:purchase]] [[team:laden]] [[metric:nps]]"
)
TEXTS = [
    "Schuhe & <b>mehr</b> *kaufen*",
    "Lieferung daheim",
    "Anna",
    "Kasse",
    "Filiale",
    "Kauf",
    "Laden",
    "NPS",
]
IN_CODE = "`[[persona:nie]]`\n\n```\n[[persona:nie]]\n```\n\n\\[[persona:nie]]\n"
RICH = """
!!! note "Hinweis"
    Ein Kasten.

??? tip "Tipp"
    Zum Aufklappen.

| Was | Wie viel |
|-----|---------:|
| Paar | 2 |

Ein Satz.[^1]

[^1]: Die Fußnote.

=== "Laden"
    Im Laden.

=== "Netz"
    Im Netz.

- [x] erledigt
- [ ] offen

Begriff
:   Erklärung

```mermaid
flowchart LR
  quelltextwort --> b
```

```python
print("x")
```
"""
HARMFUL = """
<script>alert(1)</script><style>body {display: none}</style><iframe src="https://example.org"></iframe>
<p onclick="alert(1)" style="color: red">Absatz</p>
<img src="x.png" onerror="alert(1)" alt="Bild">
<form action="https://example.org"><button>Senden</button></form>

[gefährlich](javascript:alert(1)) <a href="javascript:alert(2)">auch</a> [data](data:text/html,x)
"""
VOCABULARY = """
stages:
  - {id: purchase, title: Kauf, aliases: [Der Erwerb]}
  - {id: delivery, title: Lieferung}
channels: [{id: filiale, title: Filiale, setting: offline}]
teams: [{id: laden, title: Laden}]
metrics: [{id: nps, title: NPS, unit: score, direction: up}]
"""
JOURNEY = f"""---
title: Schuhe & <b>mehr</b> *kaufen*
persona: anna
stages:
  - stage: purchase
    steps:
      - {{title: Schuhe anprobieren, satisfaction: 2}}
      - {{title: Map, id: map}}
      - {{title: An der Kasse bezahlen, id: bezahlen}}
  - stage: delivery
    steps: Karton öffnen
---
Vorab.

{KINDS}

{IN_CODE}

![Regal](../assets/regal%20%231.svg) [Anprobe](online/netz.md#klicken) [Phase](#bezahlen-und-gehen)
[Anna](../personas/anna.md) [Kasse](/touchpoints/kasse/)

<p><img alt="Roh" src="../assets/regal%20%231.svg"> <a title="x" href='../personas/anna.md#page_title'>Rohe Anna</a></p>

Und <a href="assets/regal%20%231.svg">ein Regal</a>.

{HARMFUL}

## Schuhe anprobieren

Wie der Schritt.

## Journey_map {{#journey_map}}

[hinauf](#journey_map)

## Der Erwerb

Vom Kauf: ![Regal](../assets/regal%20%231.svg) [[persona:anna]]

### Bezahlen

{RICH}

## Daheim {{#delivery}}

Von der Lieferung.

## Nachwort

### Bezahlen und gehen

Ende.
"""
FILES: Tree = {
    **SIX_LINES,
    "journeys/handbook.yml": VOCABULARY,
    "journeys/laden/schuhe.md": JOURNEY,
    "journeys/laden/online/netz.md": """
        ---
        title: Netz
        persona: anna
        stages: [{stage: purchase, steps: Klicken}]
        ---
        [zurück](../schuhe.md)
        """,
    "journeys/schuhe.md": """
        ---
        title: Am Rand
        id: rand
        persona: anna
        stages: [{stage: purchase, steps: Gehen}]
        ---
        ![Regal](assets/regal%20%231.svg)
        """,
    "journeys/personas/anna.md": f"---\ntitle: Anna\n---\n{KINDS}\n\n{HARMFUL}\n",
    "journeys/touchpoints/kasse.md": f"---\ntitle: Kasse\nchannel: filiale\n---\n{KINDS}\n",
    "journeys/assets/regal #1.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "docs/index.md": f"# Willkommen\n\n{KINDS}\n\n{IN_CODE}\n",
    "docs/mehr/tief.md": f"# Tief\n\n{KINDS}\n\n[Schritt](../journeys/schuhe/index.md#bezahlen)\n",
}
EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "tables",
    {"toc": {"permalink": True}},
    "pymdownx.details",
    "pymdownx.highlight",
    {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid", "format": "FENCE"}]}},
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"pymdownx.tasklist": {"custom_checkbox": True}},
]


def built(root: Path, *, directory_urls: bool) -> SmallSite:
    strict = {"links": {"not_found": "warn", "anchors": "warn", "unrecognized_links": "warn"}}
    options: dict[str, Any] = {
        "markdown_extensions": EXTENSIONS,
        "validation": strict,
        "plugins": ["search", "journeybook"],
    }
    written = config("material", use_directory_urls=directory_urls, **options)
    return build_site(root, FILES, with_fences(written))


def with_fences(mkdocs_yml: str) -> str:
    return mkdocs_yml.replace("FENCE", "!!python/name:mermaid2.fence_mermaid_custom")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    return built(tmp_path_factory.mktemp("narratives"), directory_urls=True)


@pytest.fixture(scope="module")
def flat(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """The same with an address for each file."""
    return built(tmp_path_factory.mktemp("flat"), directory_urls=False)


def prose(made: SmallSite, address: str) -> Element:
    return made.page(address).ours.one(".jb-prose")


def links(element: Element) -> list[tuple[str, str]]:
    found = [link for link in element.all("a") if "headerlink" not in link.attributes.get("class", "")]
    return [(link.text, link.attributes.get("href", "")) for link in found]


ADDRESSES = [
    "journeys/schuhe/",
    "journeys/schuhe/delivery/",
    "personas/anna/",
    "touchpoints/kasse/",
    "channels/filiale/",
    "stages/purchase/",
    "teams/laden/",
    "metrics/nps/",
]


def test_the_site_is_sound(made: SmallSite, flat: SmallSite) -> None:
    for site in (made, flat):
        assert (site.aborted, site.log) == (None, [])
        assert repeated_ids(site.pages) == []
        assert {path: page.faults for path, page in site.pages.items() if page.faults} == {}
        assert [link for link in dead_links(site.site, site.pages) if "x.png" not in link] == []


@pytest.mark.parametrize(
    ("address", "to_root"),
    [
        ("journeys/schuhe/", "../../"),
        ("personas/anna/", "../../"),
        ("touchpoints/kasse/", "../../"),
        ("", ""),
    ],
)
def test_links_by_id_lead_to_the_things(made: SmallSite, flat: SmallSite, address: str, to_root: str) -> None:
    expected = [(text, f"{to_root}{target}") for text, target in zip(TEXTS, ADDRESSES, strict=True)]
    found = [(text, _long(href, address)) for text, href in links(prose(made, address))]
    assert list(dict.fromkeys(link for link in found if link in expected)) == expected
    found = [
        (text, _long(href, address).removesuffix("index.html")) for text, href in links(prose(flat, address))
    ]
    assert list(dict.fromkeys(link for link in found if link in expected)) == expected


def _long(href: str, address: str) -> str:
    """A relative address by way of the site's root."""
    if "://" in href or ":" in href or href.startswith(("#", "/")):
        return href
    parts = address.rstrip("/").split("/") if address else []
    rest = href
    while rest.startswith("../"):
        rest = rest.removeprefix("../")
        parts.pop()
    target = "/".join([*parts, rest]) if rest not in {"", "./"} else "/".join([*parts, ""])
    return "../" * address.count("/") + target


def test_links_by_id_lead_away_from_pages_below_docs(made: SmallSite) -> None:
    page = made.page("mehr/tief/").top.one("article")
    expected = [*zip(TEXTS, [f"../../{target}" for target in ADDRESSES], strict=True)]
    assert [link for link in links(page) if link in expected] == expected
    assert ("Schritt", "../../journeys/schuhe/#bezahlen") in links(page)


@pytest.mark.parametrize("address", ["", "journeys/schuhe/"])
def test_in_code_a_link_by_id_is_text(made: SmallSite, address: str) -> None:
    found = prose(made, address)
    assert [code.text for code in found.all("code")] == ["[[persona:nie]]", "[[persona:nie]]"]
    assert found.text.count("[[persona:nie]]") == 3


def test_paths_relative_to_the_journey_file_lead_to_pages_and_pictures(made: SmallSite) -> None:
    found = prose(made, "journeys/schuhe/")
    assert ("Anprobe", "../netz/#klicken") in links(found)
    assert ("Anna", "../../personas/anna/") in links(found)
    pictures = [image["src"] for image in found.all("img") if image.attributes.get("alt") == "Regal"]
    assert pictures == ["../assets/regal%20%231.svg"]
    in_html = [image["src"] for image in found.all("img") if image.attributes.get("alt") == "Roh"]
    assert in_html == ["../assets/regal%20%231.svg"]
    assert ("Rohe Anna", "../../personas/anna/#page_title") in links(found)
    assert ("ein Regal", "../assets/regal%20%231.svg") in links(found)
    of_stage = prose(made, "journeys/schuhe/purchase/").all("img")
    assert [image["src"] for image in of_stage] == ["../../assets/regal%20%231.svg"]
    assert [image["src"] for image in prose(made, "journeys/rand/").all("img")] == [
        "../assets/regal%20%231.svg"
    ]
    assert links(prose(made, "journeys/netz/")) == [("zurück", "../schuhe/")]
    assert (made.site / "journeys/assets/regal #1.svg").is_file()


def test_sections_of_stages_stand_on_the_pages_of_the_stages(made: SmallSite) -> None:
    own, purchase = prose(made, "journeys/schuhe/"), prose(made, "journeys/schuhe/purchase/")
    assert [heading.text.rstrip("¶") for heading in own.all("h2")] == [
        "Die Geschichte",
        "Schuhe anprobieren",
        "Journey_map",
        "Nachwort",
    ]
    assert purchase.text.startswith("Vom Kauf: Anna Bezahlen")
    assert prose(made, "journeys/schuhe/delivery/").text == "Von der Lieferung."


def test_ids_of_steps_and_sections_stay_theirs(made: SmallSite) -> None:
    page, stage = made.page("journeys/schuhe/").ours, made.page("journeys/schuhe/purchase/").ours
    for name in ("schuhe-anprobieren", "map", "bezahlen"):
        assert page.one(f"#{name}").tag == "th"
        assert stage.one(f"#{name}").tag == "article"
    assert page.one("#journey_map").text == "Journey Map"
    own = prose(made, "journeys/schuhe/")
    assert [heading.attributes.get("id") for heading in own.all("h2")] == [
        "the_story",
        "schuhe-anprobieren_1",
        "journey_map_1",
        "nachwort",
    ]
    assert ("hinauf", "#journey_map_1") in links(own)
    assert [heading["id"] for heading in prose(made, "journeys/schuhe/purchase/").all("h3")] == ["bezahlen_1"]


def test_the_contents_name_every_heading(made: SmallSite) -> None:
    contents = made.page("journeys/schuhe/purchase/").top.one("div.md-sidebar--secondary")
    assert [(link.text, link["href"]) for link in contents.all("a.md-nav__link")] == [
        ("Bezahlen", "#bezahlen_1"),
        ("Schritte", "#all_steps"),
        ("Dieselbe Phase in anderen Journeys", "#in_other_journeys"),
    ]


def test_what_markdown_makes_survives(made: SmallSite) -> None:
    found = prose(made, "journeys/schuhe/purchase/")
    assert found.one("div.admonition p.admonition-title").text == "Hinweis"
    assert found.one("details summary").text == "Tipp"
    assert found.one("td[style=text-align:right]").text == "2"
    assert found.one("div.footnote li").text.startswith("Die Fußnote.")
    assert found.one("sup a.footnote-ref")["href"] == "#fn:1"
    assert [label.text for label in found.all("div.tabbed-labels label")] == ["Laden", "Netz"]
    assert [box.attributes["type"] for box in found.all("div.tabbed-set input")] == ["radio", "radio"]
    boxes = found.all("li.task-list-item input")
    assert [("checked" in box.attributes, "disabled" in box.attributes) for box in boxes] == [
        (True, True),
        (False, True),
    ]
    assert (found.one("dt").text, found.one("dd").text) == ("Begriff", "Erklärung")
    assert found.one("div.highlight code").text == 'print("x")'
    source = found.one("figure[data-jb-diagram] pre")
    assert "".join(source.texts) == "flowchart LR\n  quelltextwort --> b"


@pytest.mark.parametrize("address", ["journeys/schuhe/", "personas/anna/"])
def test_what_acts_is_dropped(made: SmallSite, address: str) -> None:
    found = prose(made, address)
    tags = {element.tag for element in found}
    assert tags & {"script", "style", "iframe", "form", "button"} == set()
    names = {name for element in found for name in element.attributes}
    assert {name for name in names if name.startswith("on") or name == "style"} == set()
    assert [href for _, href in links(found) if ":" in href] == []
    assert "Absatz" in found.text
    assert [image.attributes for image in found.all("img[alt=Bild]")] == [{"src": "x.png", "alt": "Bild"}]


def test_a_trusting_site_keeps_all_html(make: Make) -> None:
    files: Tree = {**FILES, "journeys/assets/x.png": b"", "journeys/personas/x.png": b""}
    made = make(files, plugins=["search", {"journeybook": {"trust_markdown": True}}])
    found = prose(made, "personas/anna/")
    assert found.one("p[onclick]").attributes == {"onclick": "alert(1)", "style": "color: red"}
    assert found.one("iframe")["src"] == "https://example.org"
    assert "".join(found.one("script").children[0:1]) == "alert(1)"  # type: ignore[arg-type]


def test_a_broken_link_below_docs_fails_the_build(make: Make) -> None:
    made = make({"docs/mehr/tief.md": "# Tief\n\nErst ein Satz, dann [[persona:ana]].\n"})
    assert made.log == [
        "ERROR: journeybook: docs/mehr/tief.md:3:21: unknown-persona: No persona 'ana'. Did you mean 'anna'?",
        "ERROR: journeybook: 1 problem in the handbook",
    ]
    assert made.aborted == "Aborted with a BuildError!"


NOTED = f"""{SHOES}
Vorab [im Regal][regal].

## Kauf

Beim Kauf[^kauf] steht [das Regal][Regal].

## Danach

Danach[^danach].

[regal]: https://example.org/regal
[^kauf]: Von der Kasse.

    Und weiter.

[^danach]: Vom Heimweg.
"""


def test_notes_and_addresses_serve_every_section(make: Make) -> None:
    made = make({"journeys/schuhe.md": NOTED}, markdown_extensions=["footnotes"])
    assert (made.aborted, made.log) == (None, [])
    own, purchase = prose(made, "journeys/schuhe/"), prose(made, "journeys/schuhe/purchase/")
    assert own.text_by_element == [
        "Die Geschichte",
        "Vorab im Regal.",
        "Danach",
        "Danach1.",
        "Vom Heimweg. ↩",
    ]
    assert purchase.text == "Beim Kauf1 steht das Regal. Von der Kasse. Und weiter. ↩"
    assert ("das Regal", "https://example.org/regal") in links(purchase)
    assert ("im Regal", "https://example.org/regal") in links(own)


def test_the_build_names_the_place_of_a_broken_link(make: Make) -> None:
    header = "---\ntitle: Schuhe kaufen\npersona: anna\nstages: [{stage: purchase, steps: [Schuhe bezahlen]}]\n---\n"
    text = f"{header}\n[a](fehlt.md) und [b](fehlt.md), [c](../../docs/mehr.md), [d](#nirgends)\n"
    made = make({"journeys/laden/weg.md": text, "docs/mehr.md": "# Mehr\n"})
    line = text[: text.index("[a]")].count("\n") + 1
    assert [said for said in made.log if "fehlt.md" in said] == [
        f"WARNING: journeys/laden/weg.md:{line}:{column} contains a link 'fehlt.md', "
        "but no such page, picture or file is published."
        for column in (1, 19)
    ]
    assert not any("mehr.md" in said or "index.md" in said for said in made.log)


def test_a_board_of_an_allowed_host_is_embedded(make: Make) -> None:
    frames = (
        '<iframe src="https://miro.com/1" title="Brett"></iframe> <iframe src="https://x.example/"></iframe>'
    )
    files = {"journeys/schuhe.md": f"{SHOES}\n{frames}\n", "journeybook.toml": 'embed_hosts = ["miro.com"]\n'}
    text = make(files).page("journeys/schuhe/").ours.one("section.jb-prose")
    assert [frame["src"] for frame in text.all("iframe")] == ["https://miro.com/1"]
    assert ("Brett", "https://miro.com/1") in links(text)
