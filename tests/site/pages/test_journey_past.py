"""What changed in a journey, on its page: really built in git repositories, and without one."""

from pathlib import Path
from shutil import rmtree

from small_sites import SmallSite, build_site, config

from core.repositories import commit, edit, git, repository

ADDRESS = "journeys/kauf/"


def _built(folder: Path, language: str = "de", **options: str | bool) -> SmallSite:
    theme = {"name": "mkdocs", "locale": language, "highlightjs": False}
    return build_site(folder, {}, config(theme, plugins=["search", {"journeybook": options}]))


def _section(site: SmallSite) -> list[str]:
    found = site.page(ADDRESS).ours.all("section[aria-labelledby=what_changed]")
    return [" ".join(element.text.split()) for element in found]


def _past(site: SmallSite, selector: str) -> list[str]:
    return [" ".join(element.text.split()) for element in site.page(ADDRESS).ours.all(selector)]


def test_each_commit_is_told_with_what_it_changed(tmp_path: Path) -> None:
    folder = repository(tmp_path / "handbuch")
    edit(folder, "kauf.md", "satisfaction: 4", "satisfaction: 2")
    commit(folder, "Nach <b>drei</b> Interviews")
    edit(folder, "hilfe.md", "satisfaction: 2", "satisfaction: 3")
    commit(folder, "Etwas anderes")
    site = _built(folder)
    assert _past(site, "ol.jb-changes div") == [
        "Kauf › Ich bezahle: Die Zufriedenheit von Anna ist von 4 auf 2 gesunken.Jörg Weiß",
        "neuJörg Weiß",
    ]
    assert len(site.page(ADDRESS).ours.all("div.jb-overlay")) == 1
    assert "Vor dem 14. März 2026" in _section(site)[0]


def test_what_is_only_written_otherwise_is_not_told(tmp_path: Path) -> None:
    folder = repository(tmp_path / "handbuch")
    edit(folder, "kauf.md", "        satisfaction: 4", "        satisfaction:   4")
    commit(folder, "Nur Leerzeichen")

    assert _past(_built(folder), "ol.jb-changes div") == ["neuJörg Weiß"]


def test_a_renamed_file_is_followed_and_the_curve_is_left_out_where_it_is_the_same(tmp_path: Path) -> None:
    folder = repository(tmp_path / "handbuch")
    git(folder, "mv", "journeys/kauf.md", "journeys/einkauf.md")
    commit(folder, "Umbenannt")
    git(folder, "mv", "journeys/einkauf.md", "journeys/kauf.md")
    edit(folder, "kauf.md", "title: Schuhe kaufen", "title: Schuhe einkaufen")
    commit(folder, "Und zurück")
    site = _built(folder, "en")
    assert _past(site, "ul.jb-changes__lines li") == [
        "The id of the journey 'Schuhe einkaufen' changed from 'einkauf' to 'kauf'.",
        "The journey 'Schuhe kaufen' is now called 'Schuhe einkaufen'.",
        "The id of the journey 'Schuhe kaufen' changed from 'kauf' to 'einkauf'.",
    ]
    assert site.page(ADDRESS).ours.all("div.jb-overlay") == []


def test_commits_are_linked_where_the_site_says_how(tmp_path: Path) -> None:
    folder = repository(tmp_path / "handbuch")
    head = git(folder, "rev-parse", "HEAD")
    site = _built(folder, commit_url="https://git.example.org/c/{commit}")
    links = [link["href"] for link in site.page(ADDRESS).ours.all("p.jb-changes__why a")]
    assert links == [f"https://git.example.org/c/{head}"]


def test_commits_on_well_known_hosts_are_linked_without_more(tmp_path: Path) -> None:
    folder = repository(tmp_path / "handbuch")
    head = git(folder, "rev-parse", "HEAD")
    theme = {"name": "mkdocs", "locale": "de", "highlightjs": False}
    site = build_site(folder, {}, config(theme, repo_url="https://gitlab.com/a/b/"))
    links = [link["href"] for link in site.page(ADDRESS).ours.all("p.jb-changes__why a")]
    assert links == [f"https://gitlab.com/a/b/-/commit/{head}"]


def test_a_version_that_cannot_be_read_is_named_without_its_changes(tmp_path: Path) -> None:
    folder = repository(tmp_path / "handbuch")
    edit(folder, "kauf.md", "persona: anna", "persona: [")
    commit(folder, "Kaputt")
    edit(folder, "kauf.md", "persona: [", "persona: anna")
    commit(folder, "Wieder heil")
    site = _built(folder)
    assert _past(site, "p.jb-changes__subject q") == ["Wieder heil", "Kaputt"]
    assert _past(site, "ul.jb-changes__lines") == []


def test_a_shallow_clone_shows_what_is_there(tmp_path: Path) -> None:
    folder = repository(tmp_path / "handbuch")
    edit(folder, "kauf.md", "satisfaction: 4", "satisfaction: 2")
    commit(folder, "Nach drei Interviews")
    git(tmp_path, "clone", "--quiet", "--depth=1", folder.as_uri(), "flach")
    assert _section(_built(tmp_path / "flach")) == []
    edit(folder, "kauf.md", "satisfaction: 2", "satisfaction: 3")
    commit(folder, "Ein neuer Beleg")
    git(tmp_path, "clone", "--quiet", "--depth=2", folder.as_uri(), "tiefer")
    assert _past(_built(tmp_path / "tiefer"), "ol.jb-changes div") == [
        "Kauf › Ich bezahle: Die Zufriedenheit von Anna ist von 2 auf 3 gestiegen.Jörg Weiß"
    ]


def test_without_git_and_with_history_off_there_is_no_section(tmp_path: Path) -> None:
    folder = repository(tmp_path / "handbuch")
    off = _built(folder, history=False)
    with_git = off.page(ADDRESS).html
    rmtree(folder / ".git")
    without = _built(folder)
    assert (_section(off), _section(without)) == ([], [])
    assert without.page(ADDRESS).html == with_git
