"""“Say something about this”: a link with title, address and place filled in, where a site asks for it."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from built_pages import dead_links
from mkdocs.exceptions import PluginError
from small_sites import Make, SmallSite, Tree

from journeybook.pages.frame.feedback import Feedback
from journeybook.plugin.reading.feedback import read_feedback

FILES: Tree = {
    "journeys/handbook.yml": "channels: {id: laden, title: Laden, setting: offline}\n",
    "journeys/touchpoints/kasse.md": "---\ntitle: Kasse & Co.\nchannel: laden\n---\n",
    "journeys/schuhe.md": """
        ---
        title: Schuhe kaufen
        persona: anna
        stages:
          - stage: purchase
            pain_points: {title: Kein Licht}
            steps:
              - title: An der Kasse zahlen
                touchpoints: kasse
                pain_points: {title: "Warten, warten?"}
        ---
        """,
}
FORMS = {
    "GitHub": (
        Feedback(issue_url="https://github.com/firma/buch/issues/new"),
        "https://github.com/firma/buch/issues/new?title=Zu%20%C3%A4%26b&body=eins%0A%23zwei",
    ),
    "GitHub with labels": (
        Feedback(issue_url="https://github.com/firma/buch/issues/new?labels=frage#neu"),
        "https://github.com/firma/buch/issues/new?labels=frage&title=Zu%20%C3%A4%26b&body=eins%0A%23zwei#neu",
    ),
    "GitLab": (
        Feedback(issue_url="https://gitlab.example.org/gruppe/buch/-/issues/new"),
        "https://gitlab.example.org/gruppe/buch/-/issues/new?issue%5Btitle%5D=Zu%20%C3%A4%26b&issue%5Bdescription%5D=eins%0A%23zwei",
    ),
    "mail": (
        Feedback(mailto="buch+frage@example.org"),
        "mailto:buch+frage@example.org?subject=Zu%20%C3%A4%26b&body=eins%0D%0A%23zwei",
    ),
}


@pytest.mark.parametrize(("feedback", "link"), FORMS.values(), ids=FORMS)
def test_a_title_and_lines_are_filled_in_as_each_takes_them(feedback: Feedback, link: str) -> None:
    assert feedback.link("Zu ä&b", ("eins", "#zwei")) == link


@pytest.mark.parametrize(
    "text", ["ä" * 3_000, "👟" * 3_000, "a b" * 3_000, "\N{COMBINING ACUTE ACCENT}" * 900]
)
@pytest.mark.parametrize("feedback", [feedback for feedback, _ in FORMS.values()])
def test_a_link_does_not_grow_beyond_what_programs_take(feedback: Feedback, text: str) -> None:
    link = feedback.link(text, (text, text))
    asked = parse_qs(urlsplit(link).query)

    assert len(link) < 1_600
    filled = [value for values in asked.values() for value in values if len(value) > 20]
    assert len(filled) == 2
    assert all("…" in value and "\N{REPLACEMENT CHARACTER}" not in value for value in filled)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "unknown key": ({"mail_to": "a@b.de"}, "has no key 'mail_to'. Did you mean 'mailto'?"),
    "both": ({"mailto": "a@b.de", "issue_url": "https://b.de/"}, "takes one of 'issue_url' and 'mailto'."),
    "nothing": ({}, "takes one of 'issue_url' and 'mailto'."),
    "no mailbox": (
        {"mailto": "https://b.de/"},
        "says 'mailto: https://b.de/', which is no address. Write 'handbook@example.org', for example.",
    ),
    "two mailboxes": (
        {"mailto": "a@b.de,c@d.de"},
        "says 'mailto: a@b.de,c@d.de', which is no address. Write 'handbook@example.org', for example.",
    ),
    "a script": (
        {"issue_url": "javascript:alert(1)"},
        "says 'issue_url: javascript:alert(1)', which is no address. Write 'https://github.com/firm/handbook/issues/new', for example.",
    ),
    "no host": (
        {"issue_url": "https://[::1/neu"},
        "says 'issue_url: https://[::1/neu', which is no address. Write 'https://github.com/firm/handbook/issues/new', for example.",
    ),
    "a number": (
        {"mailto": 7},
        "says 'mailto: 7', which is no address. Write 'handbook@example.org', for example.",
    ),
}


@pytest.mark.parametrize(("given", "told"), WRONG.values(), ids=WRONG)
def test_a_wrong_option_says_what_to_write(given: dict[str, Any], told: str) -> None:
    with pytest.raises(PluginError) as refused:
        read_feedback(given)
    assert str(refused.value) == f"journeybook: The option 'feedback' {told}"


def answers(made: SmallSite, address: str) -> list[tuple[str, list[str]]]:
    """What each link on a page is about, and the lines that it fills in."""
    links = made.page(address).ours.all("a.jb-answer")
    asked = [parse_qs(urlsplit(link["href"]).query) for link in links]
    return [(each["title"][0], each["body"][0].splitlines()) for each in asked]


def test_each_step_touchpoint_and_pain_point_has_one(make: Make) -> None:
    option = {"journeybook": {"feedback": {"issue_url": "https://github.com/firma/buch/issues/new"}}}
    made = make(FILES, theme="material", plugins=[option], site_url="https://example.org/buch/")

    def lines(place: str, file: str) -> list[str]:
        end = ["", "Was ich dazu sagen will:"]
        return [f"Seite: https://example.org/buch/{place}", f"Datei: journeys/{file}", *end]

    assert (made.aborted, made.log) == (None, [])
    stage, file = "journeys/schuhe/purchase/", "schuhe.md"
    of_stage, of_step = lines(f"{stage}#whole_stage", file), lines(f"{stage}#an-der-kasse-zahlen", file)
    assert sorted(answers(made, stage)) == [
        ("Schmerzpunkt: Kein Licht (Schuhe kaufen)", of_stage),
        ("Schmerzpunkt: Warten, warten? (Schuhe kaufen)", of_step),
        ("Schritt: An der Kasse zahlen (Schuhe kaufen)", of_step),
    ]
    assert answers(made, "touchpoints/kasse/") == [
        ("Touchpoint: Kasse & Co.", lines("touchpoints/kasse/", "touchpoints/kasse.md"))
    ]
    assert [title for title, _ in answers(made, "journeys/schuhe/")] == [
        "Schmerzpunkt: Kein Licht (Schuhe kaufen)",
        "Schmerzpunkt: Warten, warten? (Schuhe kaufen)",
    ]
    # what print.css hides, and what a screen reader reads
    link = made.page("touchpoints/kasse/").ours.one("a.jb-answer")
    assert "jb-screen" in link["class"]
    assert link.text == "Etwas dazu sagen: Touchpoint: Kasse & Co."
    assert dead_links(made.site, made.pages, base="/buch/") == []


def test_a_site_that_does_not_ask_has_none(make: Make) -> None:
    made = make(FILES)

    assert (made.aborted, made.log) == (None, [])
    assert [path for path, page in made.pages.items() if page.top.all("a.jb-answer")] == []


def test_without_an_address_of_the_site_the_place_is_that_below_it(make: Make) -> None:
    made = make(FILES, plugins=[{"journeybook": {"feedback": {"issue_url": "https://example.org/neu"}}}])

    assert answers(made, "touchpoints/kasse/")[0][1][0] == "Seite: touchpoints/kasse/"


def test_a_wrong_option_ends_a_build_with_a_sentence(make: Make) -> None:
    made = make(FILES, plugins=[{"journeybook": {"feedback": {"url": "https://example.org/neu"}}}])

    assert made.aborted is not None
    assert made.log == ["ERROR: journeybook: The option 'feedback' has no key 'url'."]
