"""What changed last in the sentences of `diff`, narrowed to a time or a team, and as feeds."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from core.repositories import commit, edit, git, repository, write
from journeybook import project
from journeybook.cli import main
from journeybook.diff import Standpoint, Versions, read_log
from journeybook.diff.kinds import of_things
from journeybook.git import Commit, read_history
from journeybook.kinds import IN_FILES, IN_HANDBOOK
from journeybook.language import language
from journeybook.pages import Site, site_files, site_pages
from journeybook.pages.changes import Latest, first_lines, latest_changes, of_team, period_choices, periods_of
from journeybook.pages.journey.history import journey_history
from journeybook.pages.wording.sentences import placed_sentence

TODAY = date(2026, 3, 20)
ATOM = "{http://www.w3.org/2005/Atom}"
URL = "https://example.org/handbuch/"


def site(folder: Path, *, room: int = 24, journeys: int = 0, url: str = URL, today: date = TODAY) -> Site:
    root = folder / "journeys"
    catalogue = project.read(root, "journeys", today=today).catalogue
    history = read_history(root)
    versions = Versions(
        root=root,
        catalogue=catalogue,
        commits=history,
        today=today,
        most=4,
        room=journeys,
        recent=20,
        recent_room=room,
    )
    return Site(
        catalogue=catalogue, language=language("en"), today=today, name="Shop", url=url, versions=versions
    )


def told(items: Iterator[Latest]) -> list[list[str]]:
    return [[": ".join(filter(None, (line.thing.title if line.thing else "", line.sentence))) for line in item.lines] for item in items]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = repository(tmp_path / "handbook")
    edit(made, "kauf.md", "satisfaction: 4", "satisfaction: 2")
    edit(made, "touchpoints/kasse.md", "channel: store", "channel: store\nowner: shop\nrating: 2")
    write(made / "journeys", {"metrics/nps.csv": "date,metric,value\n"})
    commit(made, "Nach drei Interviews")
    return made


def test_each_commit_is_told_in_sentences_the_worst_first(folder: Path) -> None:
    edit(folder, "hilfe.md", "title: Hilfe holen", "title: Hilfe finden")
    commit(folder)
    (folder / "journeys/touchpoints/kasse.md").unlink()
    edit(folder, "kauf.md", "        touchpoints: kasse\n", "")
    commit(folder)

    assert told(latest_changes(site(folder))) == [
        [
            "The touchpoint 'Kasse' was removed.",
            "Schuhe kaufen: Kauf › Ich bezahle: The touchpoint 'Kasse' is no longer used here.",
        ],
        ["Hilfe finden: The journey 'Hilfe holen' is now called 'Hilfe finden'."],
        [
            "Schuhe kaufen: Kauf › Ich bezahle: The satisfaction of Anna fell from 4 to 2.",
            "Kasse: 'Filialbetrieb' is now the owner.",
            "Kasse: Expectations met: '2' was added.",
        ],
        [
            "Hilfe finden",
            "Schuhe kaufen",
            "Anna",
            "The touchpoint 'Kasse' was added.",
            "Filiale",
            "Kauf",
            "Hilfe",
            "Filialbetrieb",
        ],
    ]


def test_what_there_is_no_room_for_is_named_without_a_sentence(folder: Path) -> None:
    edit(folder, "kauf.md", "satisfaction: 2", "satisfaction: 1")
    commit(folder, "Noch schlechter")
    newest, before, *_ = latest_changes(site(folder, room=1))

    assert [line.sentence for line in newest.lines] == [
        "Kauf › Ich bezahle: The satisfaction of Anna fell from 2 to 1."
    ]
    assert [(thing.title, thing.address) for thing in before.untold] == [
        ("Schuhe kaufen", "journeys/kauf/"),
        ("metrics/nps.csv", ""),
        ("Kasse", "touchpoints/kasse/"),
    ]
    assert [line.sentence for line in before.lines] == []


def test_a_commit_that_changes_nothing_for_readers_is_not_told(folder: Path) -> None:
    before = told(latest_changes(site(folder)))
    edit(folder, "kauf.md", "persona: anna", "persona:   anna")
    write(folder / "journeys", {"README.md": "Notizen\n"})
    commit(folder)

    assert told(latest_changes(site(folder))) == before


def test_long_texts_are_cut_and_of_many_lines_the_first_are_told_with_how_many_are_left(folder: Path) -> None:
    edit(folder, "kauf.md", "title: Schuhe kaufen", f"title: Schuhe kaufen\nsummary: {'Wort ' * 60}")
    commit(folder)
    newest, second, *_ = latest_changes(site(folder))

    assert len(newest.lines[0].sentence) < 130
    assert newest.lines[0].sentence.endswith(" …' was added.")
    cut = first_lines(second, 2)
    assert (len(cut.lines), cut.more) == (2, 1)


def test_a_team_hears_of_what_it_answers_for(folder: Path) -> None:
    edit(folder, "hilfe.md", "satisfaction: 2", "satisfaction: 1")
    commit(folder)

    assert told(of_team(latest_changes(site(folder)), "shop"))[0] == [
        "Schuhe kaufen: Kauf › Ich bezahle: The satisfaction of Anna fell from 4 to 2.",
        "Kasse: 'Filialbetrieb' is now the owner.",
        "Kasse: Expectations met: '2' was added.",
    ]


@pytest.mark.parametrize(
    ("day", "periods"),
    [
        ("2026-03-20", "week month quarter"),
        ("2026-03-14", "week month quarter"),
        ("2026-03-13", "month quarter"),
        ("2026-02-18", "month quarter"),
        ("2026-02-17", "quarter"),
        ("2025-12-19", "quarter"),
        ("2025-12-18", ""),
    ],
)
def test_periods_are_counted_back_from_the_day_of_the_handbook(folder: Path, day: str, periods: str) -> None:
    time = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    made = Commit(id="a" * 40, time=time, author="", subject="", changes=())

    assert periods_of(site(folder), made) == periods


def test_a_period_is_offered_where_it_leaves_some_out_and_some_in(folder: Path) -> None:
    made = site(folder)
    offered = period_choices(made, ["week month quarter", "month quarter", ""])

    assert [name for name, _ in offered] == ["week", "month", "quarter"]
    assert [name for name, _ in period_choices(made, ["month quarter", "month quarter", ""])] == [
        "month",
        "quarter",
    ]
    assert period_choices(made, ["week month quarter"] * 3) == ()


def feeds(made: Site) -> dict[str, str]:
    return {file.address: file.content for file in site_files(made) if file.address.endswith("feed.xml")}


def strictly(text: str) -> ET.Element:
    """Read a feed by the rules of RFC 4287."""
    feed = ET.fromstring(text)
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (only,) = element.findall(f"{ATOM}{name}")
            assert only.text
        assert urlsplit(element.findtext(f"{ATOM}id", "")).scheme
        updated = datetime.fromisoformat(element.findtext(f"{ATOM}updated", ""))
        assert updated.tzinfo
        links = element.findall(f"{ATOM}link")
        assert [link.get("rel") for link in links].count("alternate") == 1
        assert all(urlsplit(link.get("href", "")).scheme == "https" for link in links)
    entries = feed.findall(f"{ATOM}entry")
    assert all(entry.findtext(f"{ATOM}author/{ATOM}name") for entry in entries)
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    assert feed.find(f"{ATOM}link[@rel='self']") is not None
    return feed


def test_feeds_are_valid_and_name_whole_addresses(folder: Path) -> None:
    found = feeds(site(folder))
    feed = strictly(found["feed.xml"])

    assert found.keys() == {"feed.xml", "teams/shop/feed.xml"}
    assert feed.findtext(f"{ATOM}title") == "Shop"
    first = feed.find(f"{ATOM}entry")
    assert first is not None
    assert first.findtext(f"{ATOM}title") == (
        "Schuhe kaufen: Kauf › Ich bezahle: The satisfaction of Anna fell from 4 to 2. (and 2 more changes)"
    )
    assert f'<a href="{URL}journeys/kauf/">Schuhe kaufen</a>: Kauf' in first.findtext(f"{ATOM}content", "")
    own = strictly(found["teams/shop/feed.xml"])
    assert own.findtext(f"{ATOM}title") == "Shop: Filialbetrieb"
    assert [link.get("href") for link in own.findall(f"{ATOM}link")] == [
        f"{URL}teams/shop/feed.xml",
        f"{URL}teams/shop/",
    ]


def test_feeds_are_the_same_in_every_build_of_a_commit(folder: Path) -> None:
    assert feeds(site(folder)) == feeds(site(folder, today=date(2026, 6, 1)))


def test_addresses_in_feeds_end_with_files_where_the_site_has_no_folders(folder: Path) -> None:
    feed = strictly(feeds(replace(site(folder), has_folders=False))["feed.xml"])

    assert [link.get("href") for link in feed.findall(f"{ATOM}link")] == [
        f"{URL}feed.xml",
        f"{URL}index.html",
    ]


def test_without_an_address_of_the_site_or_a_history_there_is_no_feed(folder: Path) -> None:
    assert feeds(site(folder, url="")) == {}
    assert feeds(replace(site(folder), versions=None)) == {}


ADDED = of_things((*IN_FILES, *IN_HANDBOOK), "added")
RENAMED = {
    "a persona": (
        ["persona", "anna", "anna-berger"],
        ["Anna: The id of the persona 'Anna' changed from 'anna' to 'anna-berger'."],
    ),
    "a journey": (
        ["journey", "kauf", "einkauf"],
        ["Schuhe kaufen: The id of the journey 'Schuhe kaufen' changed from 'kauf' to 'einkauf'."],
    ),
    "a team": (
        ["team", "shop", "filiale"],
        ["Filialbetrieb: The id of the team 'Filialbetrieb' changed from 'shop' to 'filiale'."],
    ),
}


@pytest.mark.parametrize(("words", "sentences"), RENAMED.values(), ids=RENAMED)
def test_a_new_id_is_one_sentence_and_what_was_before_leads_to_the_thing_of_today(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], sentences: list[str]
) -> None:
    kind, _, new = words
    monkeypatch.chdir(folder)
    before = [[line.sentence for line in item.lines] for item in latest_changes(site(folder))]
    assert CliRunner().invoke(main, ["rename", *words]).exit_code == 0
    commit(folder, "Benenne um")
    newest, *rest = latest_changes(site(folder))

    assert told(iter([newest])) == [sentences]
    assert newest.lines[0].thing is not None
    assert newest.lines[0].thing.address.rstrip("/").endswith(f"{kind}s/{new}")
    assert newest.untold == ()
    assert [[line.sentence for line in item.lines] for item in rest] == before
    addresses = {line.thing.address for item in rest for line in item.lines if line.thing}
    assert addresses <= {page.address for page in site_pages(site(folder))}
    assert [line.thing.title for line in rest[0].lines if line.thing] == ["Schuhe kaufen", "Kasse", "Kasse"]


def test_a_page_says_of_each_commit_what_diff_says(folder: Path) -> None:
    git(folder, "mv", "journeys/personas/anna.md", "journeys/personas/anna-berger.md")
    edit(folder, "kauf.md", "persona: anna", "persona: anna-berger")
    edit(folder, "hilfe.md", "persona: anna", "persona: anna-berger")
    edit(folder, "kauf.md", "satisfaction: 2", "satisfaction: 1")
    edit(folder, "hilfe.md", "Ich rufe an", "Ich rufe dort an")
    commit(folder, "Vieles auf einmal")
    place = Standpoint(here=folder, journeys="journeys")
    entries = list(read_log(place, today=TODAY))
    latest = list(latest_changes(site(folder)))
    history = journey_history(site(folder, journeys=24), site(folder).catalogue.journeys["kauf"])
    spoken = language("en")

    assert [
        (item.commit.id, sorted(line.sentence for line in item.lines if line.sentence)) for item in latest
    ] == [
        (
            entry.commit.id,
            sorted(
                placed_sentence(spoken, change)
                for change in entry.difference.changes
                if change.kind not in ADDED
            ),
        )
        for entry in entries
        if entry.difference.changes
    ]
    assert latest[0].lines[0].sentence == "Kauf › Ich bezahle: The satisfaction of Anna fell from 2 to 1."
    assert history is not None
    assert [item.sentences for item in history.commits] == [
        ("Kauf › Ich bezahle: The satisfaction of Anna fell from 2 to 1.",),
        ("Kauf › Ich bezahle: The satisfaction of Anna fell from 4 to 2.",),
        (),
    ]


def test_of_what_is_gone_stands_what_it_was_called_and_no_way_to_what_has_its_id_now(folder: Path) -> None:
    edit(folder, "hilfe.md", "satisfaction: 2", "satisfaction: 1")
    commit(folder)
    (folder / "journeys/hilfe.md").unlink()
    commit(folder)
    write(
        folder / "journeys", {"hilfe.md": "---\ntitle: Etwas anderes\nstatus: planned\npersona: anna\n---\n"}
    )
    commit(folder)
    found = [[line.thing and (line.thing.title, line.thing.address) for line in item.lines] for item in latest_changes(site(folder))]  # fmt: skip

    assert found[:3] == [[("Etwas anderes", "journeys/hilfe/")], [None], [("Hilfe holen", "")]]


def test_a_commit_that_changes_very_much_is_named_without_sentences(folder: Path) -> None:
    text = "---\ntitle: Weg {}\npersona: anna\nstages: {{stage: purchase, steps: A}}\n---\n"
    write(folder / "journeys", {f"weg{number}.md": text.format(number) for number in range(41)})
    commit(folder, "Viele auf einmal")
    newest = next(latest_changes(site(folder)))

    assert (len(newest.lines), len(newest.untold)) == (0, 41)
    assert ("Weg 7", "journeys/weg7/") in {(thing.title, thing.address) for thing in newest.untold}


HOSTILE = "</content><script>alert(1)</script> ]]> &amp; \N{SNOWMAN} <a href='javascript:x'>"


def test_hostile_text_is_text_in_feeds(folder: Path) -> None:
    edit(folder, "kauf.md", "title: Schuhe kaufen", f'title: "{HOSTILE}"')
    git(folder, "config", "core.commentChar", "%")
    commit(folder, HOSTILE)
    newest = strictly(feeds(site(folder))["feed.xml"]).find(f"{ATOM}entry")

    assert newest is not None
    assert HOSTILE in newest.findtext(f"{ATOM}title", "")
    content = newest.findtext(f"{ATOM}content", "")
    assert "<script" not in content
    assert set(ET.fromstring(content).itertext()) >= {HOSTILE}


def test_an_author_without_a_name_is_still_somebody(folder: Path) -> None:
    made = site(folder)
    item = next(latest_changes(made))
    assert made.versions is not None
    nobody = replace(item.commit, time=datetime(2026, 3, 15, tzinfo=UTC), author="", subject="\x08")
    alone = replace(made, versions=replace(made.versions, commits=(nobody,)))

    strictly(feeds(alone)["feed.xml"])


def test_no_more_than_the_latest_commits_are_told(folder: Path) -> None:
    for satisfaction in (3, 4, 5) * 10:
        text = (folder / "journeys/kauf.md").read_text("utf-8")
        write(
            folder / "journeys",
            {"kauf.md": text.replace("satisfaction: ", f"satisfaction: {satisfaction} # ")},
        )
        commit(folder)

    assert len(list(islice(latest_changes(site(folder)), 50))) <= 20
