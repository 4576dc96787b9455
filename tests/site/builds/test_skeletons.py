"""What the theme writes around pages, which is rendered once for many of them, is what it writes around each."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_sites import SIX_LINES, SmallSite, Tree, build_site, config

STEPS = "\n".join(f"      - Schritt {number}" for number in range(3))
JOURNEY = "---\ntitle: {title}\n{more}persona: anna\nstages:\n{stages}---\n{story}"
STAGES = "".join(f"  - stage: {stage}\n    steps:\n{STEPS}\n" for stage in ("consideration", "purchase"))
TITLES = ("Kaufen & mehr", "<b>Umtauschen</b>", "Kaufen “{{ page }}”", "Reklamieren", "Online bestellen")
MORE = (
    "tags: [Laden, A & B]\n",
    "tags: [Laden]\n",
    "",
    "summary: 'Ein \"Test\" & <b>mehr</b>'\n",
    "owner: laden\n",
)
STORIES = ("", "", "## Eins\n\n## Zwei\n", "# Titel\n\nText\n", "")
FILES: Tree = {
    **SIX_LINES,
    "journeys/handbook.yml": "teams: [{id: laden, title: Laden}, {id: lager, title: Lager}]\n",
    **{
        f"journeys/journey-{number}.md": JOURNEY.format(
            title=repr(title), more=more, stages=STAGES, story=story
        )
        for number, (title, more, story) in enumerate(zip(TITLES, MORE, STORIES, strict=True))
    },
    **{f"journeys/personas/p{number}.md": f"---\ntitle: P {number}\n---\n" for number in range(4)},
}

LOOKS_AT_PAGES = "{# Kein Wort von page #}{% extends 'base.html' %}"
"""A main.html that changes nothing, and of which that cannot be known: it is rendered for each page."""

FEATURES = ["navigation.indexes", "navigation.tabs", "content.action.edit", "toc.integrate"]

Build = Callable[..., SmallSite]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Builds the handbook with files of the site's own in a folder."""

    def made(folder: str, files: Tree = {}, *, features: list[str] = FEATURES, **options: Any) -> SmallSite:  # noqa: B006
        theme = {"name": "material", "font": False, "custom_dir": "overrides", "features": features}
        usual = {
            "site_url": "https://example.org/handbuch/",
            "edit_uri_template": "https://example.org/edit/{path}",
            "plugins": ["search", "tags", "journeybook"],
        }
        text = config(theme, **{**usual, **options})
        return build_site(tmp_path / folder, {"overrides": None, **FILES, **files}, text)

    return made


def frames(made: SmallSite) -> dict[str, str]:
    """All pages by address, without the moment of the build."""
    return {path: page.html for path, page in made.pages.items()}


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({}, id="tags, edit and integrated contents"),
        pytest.param({"features": []}, id="contents beside the page"),
        pytest.param({"use_directory_urls": False}, id="files"),
        pytest.param({"plugins": ["journeybook"], "edit_uri_template": None}, id="bare"),
        pytest.param({"nav": ["index.md", {"Alles": ["journeybook"]}]}, id="below a section"),
    ],
)
def test_pages_are_those_that_the_theme_renders_one_by_one(build: Build, options: dict[str, Any]) -> None:
    files = {"docs/index.md": "# Start\n"}
    shared = build("shared", files, **options)
    alone = build("alone", {**files, "overrides/main.html": LOOKS_AT_PAGES}, **options)
    assert shared.log == alone.log
    assert frames(shared) == frames(alone)


def test_a_template_of_the_site_shows_what_it_likes_of_each_page(build: Build) -> None:
    content = "<p>Von {{ page.url }}</p>{{ page.content }}"
    made = build("own", {"overrides/partials/content.html": content})
    for address in made.generated:
        assert f"<p>Von {address}</p>" in made.page(address).html, address


def test_what_a_plugin_says_of_a_page_stands_on_that_page(build: Build, tmp_path: Path) -> None:
    hook = """
        def on_page_context(context, page, config, nav):
            page.meta["author"] = f"Autor von {page.url}"
            return context
    """
    made = build("hook", {"hook.py": hook}, hooks=[str(tmp_path / "hook" / "hook.py")])
    for address in made.generated:
        assert f'content="Autor von {address}"' in made.page(address).html, address


def test_tags_that_a_plugin_gives_stand_on_their_page(build: Build, tmp_path: Path) -> None:
    hook = """
        def on_page_context(context, page, config, nav):
            context["tags"] = [{"name": f"Zu {page.url}"}]
            return context
    """
    made = build(
        "tags", {"hook.py": hook}, hooks=[str(tmp_path / "tags" / "hook.py")], plugins=["journeybook"]
    )
    for address in made.generated:
        assert f"Zu {address}\n" in made.page(address).html or f"Zu {address}<" in made.page(address).html, (
            address
        )
