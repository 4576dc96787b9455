"""The handbook under the policy that `journeybook csp` prints: everything works, and nothing is refused."""

from pathlib import Path

from page_looks import DIAGRAMS_IN_SIGHT, OPEN, Window
from playwright.sync_api import expect

from journeybook.cli.csp import inline_scripts
from page_signs import until


def test_the_policy_allows_no_inline_script_but_those_of_the_theme(
    policy: dict[str, str], site: Path
) -> None:
    rules = dict(rule.split(" ", 1) for rule in policy["Content-Security-Policy"].split("; "))
    pages = [page.read_text(encoding="utf-8") for page in site.rglob("*.html")]
    scripts = {script for page in pages for script in inline_scripts(page)}

    sources = rules.pop("script-src").split()
    assert sources[0] == "'self'"
    assert {source[:8] for source in sources[1:]} == {"'sha256-"}
    assert len(sources) - 1 == len(scripts) <= 8
    assert [script for script in scripts if "journeybook" in script or "jb-" in script] == []
    assert rules == {
        "default-src": "'none'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }


def test_diagrams_are_drawn_in_their_colours(window: Window) -> None:
    page = window.visit("journeys/schuhe-im-laden-kaufen/")
    page.evaluate(OPEN)
    until(page, DIAGRAMS_IN_SIGHT)

    drawing = page.locator(".jb-diagram--drawn").first
    expect(drawing.locator("svg style")).not_to_have_count(0)
    assert drawing.locator(".node rect").first.evaluate("box => getComputedStyle(box).fill") != "rgb(0, 0, 0)"


def test_search_filters_and_moves_without_reloads_work(searching_window: Window) -> None:
    page = searching_window.visit_instantly("")
    page.evaluate("window.sameDocument = true")
    page.locator(".md-tabs").get_by_role("link", name="Kontakt").click()
    page.get_by_role("combobox", name="Kanal", exact=True).select_option("chat")
    expect(page.locator(".jb-filters output")).to_contain_text("1 von ")

    searching_window.search("Grundschullehrerin")
    page.locator(".md-search-result__link", has_text="Anna Berger").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Anna Berger")

    assert page.evaluate("window.sameDocument") is True


def test_a_script_in_a_page_is_refused(window: Window) -> None:
    """The tests above would pass if nothing were guarded."""
    page = window.visit("teams/")
    with page.expect_console_message(lambda message: message.type == "error"):
        page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.intruder = true";
      document.body.append(script);
    }""")

    assert page.evaluate("'intruder' in window") is False
    assert len(window.complaints) == 1
    assert "Content Security Policy" in window.complaints[0]
    window.complaints.clear()


def test_what_comes_late_can_be_waited_for_under_the_policy(window: Window) -> None:
    page = window.visit("teams/")

    assert until(page, "needed => (window.looks = (window.looks ?? 0) + 1) >= needed && looks", 3) == 3
