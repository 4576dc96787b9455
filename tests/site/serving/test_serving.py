"""`mkdocs serve` lives through whatever is saved, says what is wrong, and shows what is right again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from served_sites import Server, serving
from small_sites import SHOES, SIX_LINES, Tree, config

BROKEN: Tree = {
    **SIX_LINES,
    "journeys/schuhe.md": "---\ntitle: Schuhe\npersona: anna\n",
    "journeys/stiefel.md": SHOES.replace("Schuhe im Laden kaufen", "Stiefel"),
    "journeys/personas/anna.md": "---\ntitle: Anna\n---\nSiehe [[journey:schuhe]] und [[journey:nie]].\n",
}


def named(folder: str) -> str:
    """A mkdocs.yml that names the journeys' folder."""
    return config(plugins=["search", {"journeybook": {"journeys_dir": folder, "quality": False}}])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that was started with a slip in the name of the journeys folder, and with a broken file in it."""
    with serving(tmp_path_factory.mktemp("served"), BROKEN, named("jorneys")) as server:
        yield server


def problems(server: Server, address: str) -> list[str]:
    """The places of the problems that a page shows."""
    lists = server.page(address).top.all("aside.jb-problems")
    return [item.text for shown in lists for item in shown.all("li code")]


def title(server: Server, address: str) -> str:
    status, html = server.fetch(address)
    found = html.partition('<h1 id="page_title">')[2].partition("</h1>")[0] if status == 200 else ""
    return found.replace("\N{SOFT HYPHEN}", "")


def assert_problems_are_everywhere(server: Server) -> None:
    places = ["journeys/personas/anna.md:4:30", "journeys/schuhe.md:1:1"]
    for address in ("", "journeys/", "journeys/schuhe/", "journeys/stiefel/", "personas/anna/"):
        assert problems(server, address) == places
    own = server.page("journeys/schuhe/").ours
    assert (
        own.one("p.jb-empty").text == "Diese Seite erscheint wieder, sobald ihre Datei gelesen werden kann."
    )
    assert title(server, "journeys/stiefel/") == "Stiefel"


def mend(server: Server) -> None:
    """Write right files in place of the broken ones."""
    server.change(
        {
            "journeys/schuhe.md": SHOES,
            "journeys/personas/anna.md": "---\ntitle: Anna\n---\n[[journey:schuhe]]\n",
        }
    )
    server.until(lambda server: title(server, "journeys/schuhe/") == "Schuhe im Laden kaufen")
    server.until(lambda server: problems(server, "journeys/schuhe/") == [])


def test_a_server_started_with_a_broken_file_shows_the_problems_everywhere_until_they_are_mended(
    tmp_path: Path,
) -> None:
    with serving(tmp_path, BROKEN, config("material", quality=True), program="properdocs") as server:
        assert_problems_are_everywhere(server)
        mend(server)


def test_files_are_watched_where_the_configuration_is_named_from_the_working_folder(tmp_path: Path) -> None:
    with serving(tmp_path, BROKEN, config("mkdocs", quality=True), "--config-file", "./mkdocs.yml") as server:
        mend(server)
        assert problems(server, "") == []
        assert_no_traceback_was_written(server)


def assert_no_traceback_was_written(server: Server) -> None:
    assert [line for line in server.log if "Traceback" in line or line.startswith("ERROR")] == []


def test_a_slip_in_the_name_of_the_journeys_folder_is_shown_until_it_is_mended(server: Server) -> None:
    notice = server.page("").top.one("aside.jb-problems").text
    assert "'journeys_dir' names 'jorneys', which is no folder beside 'mkdocs.yml'." in notice
    server.change({"mkdocs.yml": named("journeys")})
    server.until(lambda server: title(server, "journeys/stiefel/") == "Stiefel")


def test_broken_files_show_their_problems_everywhere(server: Server) -> None:
    assert_problems_are_everywhere(server)


def test_fixed_files_give_right_pages_again(server: Server) -> None:
    mend(server)
    assert problems(server, "") == []
    link = server.page("personas/anna/").ours.one("div.jb-prose a")
    assert (link.text, link["href"]) == ("Schuhe im Laden kaufen", "../../journeys/schuhe/")


def test_a_new_title_reaches_every_page_that_shows_it(server: Server) -> None:
    server.change({"journeys/schuhe.md": SHOES.replace("Schuhe im Laden kaufen", "Sandalen")})
    server.until(lambda server: title(server, "journeys/schuhe/") == "Sandalen")
    server.until(lambda server: "Schuhe im Laden kaufen" not in server.page("journeys/").top.text)
    assert server.page("personas/anna/").ours.one("div.jb-prose a").text == "Sandalen"
    assert (
        server.page("journeys/schuhe/purchase/").ours.one("h1 small").text.replace("\N{SOFT HYPHEN}", "")
        == "Sandalen"
    )
    assert "Sandalen" in server.page("stages/purchase/").ours.text
    assert "Sandalen" in server.fetch("data/journeys.csv")[1]
    assert "Sandalen" in server.fetch("llms.txt")[1]
    assert server.fetch("data/none.csv")[0] == 404
    assert "Sandalen" in server.page("teams/").top.text


def test_renamed_deleted_and_new_files_are_seen(server: Server) -> None:
    root = server.root / "journeys"
    server.change({"journeys/personas/anna.md": "---\ntitle: Anna\n---\n"})
    (root / "schuhe.md").rename(root / "sandalen.md")
    (root / "stiefel.md").unlink()
    server.change({"journeys/b2b/gross.md": SHOES.replace("Schuhe im Laden kaufen", "Großhandel")})
    server.until(
        lambda server: server.fetch("journeys/stiefel/")[0] == 404 and title(server, "journeys/gross/") != ""
    )
    server.until(lambda server: server.fetch("journeys/schuhe/")[0] == 404)
    assert title(server, "journeys/sandalen/") == "Sandalen"
    assert title(server, "journeys/gross/") == "Großhandel"
    rows = [row.text for row in server.page("journeys/").ours.all("table#all_journeys tr th[scope=row] a")]
    assert sorted(rows) == ["Großhandel", "Sandalen"]


def test_files_that_cannot_be_read_end_nothing(server: Server) -> None:
    server.change({"journeys/binaer.md": bytes(range(256)) * 40, "journeys/nirgends.md": Path("nicht-da.md")})
    places = ["journeys/binaer.md:2:118", "journeys/nirgends.md:1:1"]
    server.until(lambda server: problems(server, "") == places)
    for address in ("journeys/binaer/", "journeys/nirgends/", "journeys/sandalen/"):
        assert problems(server, address) == places
    assert server.is_alive


def test_a_name_that_is_no_utf8_ends_nothing(server: Server) -> None:
    before = problems(server, "")
    server.change({"journeys/\udcff.md": "---\ntitle: X\n---\n"})
    server.until(lambda server: len(problems(server, "")) == len(before) + 1)
    assert problems(server, "journeys/sandalen/") == problems(server, "")
    (server.root / "journeys/\udcff.md").unlink()
    server.until(lambda server: problems(server, "") == before)
    assert server.is_alive


def test_a_broken_file_with_the_id_of_another_takes_nothing_from_it(server: Server) -> None:
    server.change({"journeys/b2c/sandalen.md": "---\ntitle: 1\ntitle: 2\n---\n"})
    server.until(lambda server: "journeys/b2c/sandalen.md:3:1" in problems(server, ""))
    assert title(server, "journeys/sandalen/") == "Sandalen"


def test_a_broken_vocabulary_ends_nothing(server: Server) -> None:
    server.change({"journeys/handbook.yml": "stages: [\n"})
    server.until(lambda server: any("handbook.yml" in place for place in problems(server, "")))
    server.change({"journeys/handbook.yml": "stages: [{id: purchase, title: Erwerb}]\n"})
    server.until(lambda server: title(server, "stages/purchase/") == "Erwerb")


def test_a_journeys_folder_that_goes_and_comes_back_is_noticed(server: Server) -> None:
    journeys, away = server.root / "journeys", server.root / "elsewhere"
    server.change({"journeys/b2b/gross.md": SHOES.replace("Schuhe im Laden kaufen", "Großhandel")})
    server.until(lambda server: title(server, "journeys/gross/") == "Großhandel")
    for new in ("Handel", "Verkauf"):
        journeys.rename(away)
        server.until(lambda server: server.fetch("journeys/gross/")[0] == 404)
        away.rename(journeys)
        server.until(lambda server: title(server, "journeys/gross/") != "")
        server.change({"journeys/b2b/gross.md": SHOES.replace("Schuhe im Laden kaufen", new)})
        server.until(lambda server, new=new: title(server, "journeys/gross/") == new)  # type: ignore[misc]


def test_no_traceback_was_written(server: Server) -> None:
    assert_no_traceback_was_written(server)
