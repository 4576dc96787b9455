"""Generated pages beside other plugins: these see, hide, date and find them as they do pages by hand."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from small_sites import SIX_LINES, STAND_INS, Make, SmallSite, Tree, build_site, config, run_build, write_tree

HOOKS = Path(__file__).with_name("hooks")
HANDBOOK = "stages: [{id: purchase, title: Kauf}]\nchannels: [{id: laden, title: Laden, setting: offline}]\n"
FILES: Tree = {
    **SIX_LINES,
    "journeys/handbook.yml": HANDBOOK,
    "journeys/touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: laden\nexpectation: Es geht schnell\n---\n",
    "journeys/metrics/werte.csv": "date,metric,value\n",
}

SECRETS = ("Schuhe anprobieren", "Es geht schnell", "Eine Einführung")


def without_hyphens(text: str) -> str:
    """A text without the places where browsers may hyphenate it."""
    return text.replace("\N{SOFT HYPHEN}", "")


def files_of(made: SmallSite) -> list[Path]:
    """All files of a built site."""
    return [path for path in sorted(made.site.rglob("*")) if path.is_file()]


def with_hook(name: str, **options: Any) -> dict[str, Any]:
    """The options of a site with a hook that stands in for another plugin."""
    return {"quality": True, "hooks": [str(STAND_INS), str(HOOKS / f"{name}.py")], **options}


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_nothing_of_a_page_that_another_plugin_encrypts_is_published(make: Make, theme: str) -> None:
    by_hand = {"docs/journeys/schuhe/index.md": "# Schuhe\n\nEine Einführung.\n"}
    made = make({**FILES, **by_hand}, theme, **with_hook("encrypting", plugins=["journeybook"]))
    assert made.log == []
    texts = {path: without_hyphens(path.read_bytes().decode("utf-8", "replace")) for path in files_of(made)}
    for secret in SECRETS:
        assert [path for path, text in texts.items() if secret in text] == []
    assert "Verschlüsselt" in made.page("journeys/schuhe/").html
    assert {path.name for path in (made.site / "journeys/schuhe").iterdir()} == {"index.html", "purchase"}


def test_other_plugins_see_whole_pages(make: Make) -> None:
    made = make(FILES, "material", **with_hook("collecting"))
    told = json.loads((made.site / "collected.json").read_text(encoding="utf-8"))
    assert told.keys() >= made.generated
    for address in made.generated - {""}:
        html, on_page, at_end = told[address]
        assert html == on_page, address
        assert "<h1" in html, address
        assert at_end == f"{html}<p>Gesammelt</p>", address
        assert at_end in made.page(address).html, address
    assert SECRETS[0] in without_hyphens(told["journeys/schuhe/"][0])
    assert SECRETS[1] in without_hyphens(told["touchpoints/kasse/"][0])


def _commit(root: Path, day: str, files: Tree) -> None:
    write_tree(root, files)
    at = f"{day}T10:00:00+00:00"
    dates = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", day)):
        subprocess.run(["git", "-C", str(root), *command], env={**os.environ, **dates}, check=True)


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    """A handbook whose files were written on different days."""
    home = tmp_path / "home"
    mkdocs_yml = config("material", **with_hook("dating", site_url="https://example.org/"))
    first = {"mkdocs.yml": mkdocs_yml, "docs/index.md": FILES["docs/index.md"]}
    _commit(home, "2025-01-01", {**first, "journeys/handbook.yml": HANDBOOK})
    _commit(home, "2025-02-01", {"journeys/alt.md": FILES["journeys/schuhe.md"]})
    _commit(home, "2025-03-01", {"journeys/personas/anna.md": FILES["journeys/personas/anna.md"]})
    _commit(home, "2025-04-01", {"journeys/touchpoints/kasse.md": FILES["journeys/touchpoints/kasse.md"]})
    (home / "journeys/alt.md").rename(home / "journeys/schuhe.md")
    _commit(home, "2025-05-01", {})
    return home


def test_pages_have_the_date_of_what_they_come_from_and_lists_that_of_the_newest(dated: Path) -> None:
    mkdocs_yml = (dated / "mkdocs.yml").read_text(encoding="utf-8")
    made = build_site(dated, {}, mkdocs_yml)
    assert made.log == []
    dates = json.loads((made.site / "dates.json").read_text(encoding="utf-8"))
    told = {address: dates[address] for address in made.generated - {""}}
    assert {address: found for address, found in told.items() if len(set(found)) > 1} == {}
    assert {address: found[0] for address, found in told.items() if address.count("/") == 2} == {
        "journeys/schuhe/": "2025-02-01",
        "stages/purchase/": "2025-01-01",
        "channels/laden/": "2025-01-01",
        "personas/anna/": "2025-03-01",
        "touchpoints/kasse/": "2025-04-01",
        "journeys/atlas/": "2025-02-01",
        "reviews/agenda/": "2025-04-01",
    }
    assert {address: found[0] for address, found in told.items() if address.count("/") == 1} == {
        "journeys/": "2025-02-01",
        "stages/": "2025-02-01",
        "channels/": "2025-04-01",
        "personas/": "2025-03-01",
        "touchpoints/": "2025-04-01",
        "teams/": "2025-04-01",
        "metrics/": "2025-01-01",
        "reviews/": "2025-04-01",
        "start/": "2025-04-01",
        "glossary/": "2025-04-01",
        "data/": "2025-04-01",
        "quality/": "2025-04-01",
        "rules/": "2025-04-01",
    }
    assert "<lastmod>2025-03-01</lastmod>" in (made.site / "sitemap.xml").read_text(encoding="utf-8")


def test_two_builds_of_one_commit_are_equal(dated: Path, tmp_path: Path) -> None:
    built = []
    for name, seed in (("one", {}), ("another", {"PYTHONHASHSEED": "2"})):
        clone = tmp_path / name
        subprocess.run(["git", "clone", "-q", str(dated), str(clone)], check=True)
        mkdocs_yml = (clone / "mkdocs.yml").read_text(encoding="utf-8")
        ran = run_build(clone, {}, mkdocs_yml, **seed)
        assert ran.returncode == 0, ran.stderr
        site = clone / "site"
        files = (path for path in sorted(site.rglob("*")) if path.is_file())
        built.append({path.relative_to(site).as_posix(): path.read_bytes() for path in files})
    one, another = built
    assert {name for name in one.keys() | another.keys() if one.get(name) != another.get(name)} == set()


def test_every_file_of_the_site_has_a_source(make: Make, tmp_path: Path) -> None:
    listed = tmp_path / "listing.py"
    listed.write_text(
        "def on_files(files, config):\n"
        "    none = [file.src_uri for file in files if not file.abs_src_path and file.generated_by]\n"
        "    assert none == [], none\n"
        "on_files.mkdocs_priority = -300\n"
    )
    made = make(FILES, "material", hooks=[str(listed)])
    assert (made.aborted, made.log) == (None, [])


BY_HAND: Tree = {
    "docs/leitfaden.md": "---\ndescription: Wie wir arbeiten\ntags: [Laden]\n---\n# Leitfaden\n\n## Ein Abschnitt\n\nMit Text.\n",
}
OF_ONE_PAGE = {"source", "edited", "headings", "tags", "description", "stands in the navigation"}
"""What a page by hand and a generated one tell each for itself."""


def test_a_generated_page_tells_other_plugins_what_a_page_by_hand_does(make: Make) -> None:
    tagged = {
        "journeys/schuhe.md": str(FILES["journeys/schuhe.md"]).replace("persona", "tags: [Laden]\npersona")
    }
    options = with_hook(
        "telling",
        site_url="https://example.org/",
        edit_uri_template="https://git.example.org/edit/docs/{path}",
    )
    made = make({**FILES, **tagged, **BY_HAND}, "material", **options)
    assert made.log == []
    told = json.loads((made.site / "told.json").read_text(encoding="utf-8"))
    by_hand = told["leitfaden/"]
    shape = {name: value for name, value in by_hand.items() if name not in OF_ONE_PAGE}
    assert shape == {name: name != "is generated" for name in shape}
    others = {
        address: {name: told[address][name] for name in shape if told[address][name] != shape[name]}
        for address in made.generated - {""}
    }
    assert {address: other for address, other in others.items() if other} == {}

    journey = told["journeys/schuhe/"]
    assert journey["source"] == str(made.root / "journeys/schuhe.md")
    assert (by_hand["edited"], journey["edited"]) == (
        "https://git.example.org/edit/docs/leitfaden.md",
        "https://git.example.org/edit/journeys/schuhe.md",
    )
    assert by_hand["headings"] == ["Leitfaden", "Ein Abschnitt"]
    assert journey["headings"][0] == "Schuhe im Laden kaufen"
    assert by_hand["tags"] == journey["tags"] == ["Laden"]
    assert told["stages/purchase/"]["description"] == "Kauf – Phasen"
    assert by_hand["stands in the navigation"]
    assert journey["stands in the navigation"]


@pytest.mark.parametrize("by_folders", [False, True])
def test_others_take_pages_out_and_arrange_what_is_left(make: Make, by_folders: bool) -> None:  # noqa: FBT001
    drafts = {"docs/entwurf/alt.md": "# Alt\n", "docs/team-seite/index.md": "# Wir\n"}
    options = with_hook("arranging", extra={"by_folders": by_folders})
    made = make({**FILES, **drafts}, "material", **options)
    assert made.log == []
    page = made.page("journeys/schuhe/")
    titles = [item.text for item in page.top.all("div.md-sidebar--primary .md-nav__link")]
    assert page.ours.one("h1").text == "Schuhe im Laden kaufen"
    assert {"Alt", "Entwurf", "Glossar", "Glossary"}.isdisjoint(titles)
    assert {"Team seite", "Kanäle", "Phasen"} <= set(titles)
    # sections are named for folders where the site is arranged by them, but in the site's language
    assert {"Channels", "Stages", "Personas"} & set(titles) == {"Personas"}


def test_a_site_gives_our_pages_titles_of_its_own_in_its_navigation(make: Make) -> None:
    nav = [
        "index.md",
        {"Wege": [{"Alle Wege": "journeys/index.md"}, {"Ein Weg": "journeys/schuhe/index.md"}]},
    ]
    made = make(FILES, "material", nav=nav)
    assert made.log == []
    page = made.page("journeys/schuhe/")
    titles = [item.text for item in page.top.all("div.md-sidebar--primary a.md-nav__link")]
    assert {"Alle Wege", "Ein Weg"} <= set(titles)
    assert page.title == "Schuhe im Laden kaufen - Handbuch"
    assert page.ours.one("h1").text == "Schuhe im Laden kaufen"
