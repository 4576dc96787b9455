"""Render pages to HTML: the Jinja environment and what templates may call."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from journeybook import model
from journeybook.catalogue import Journey, JourneyStage, Spot, evidence_mark, is_expired
from journeybook.charts import portrait
from journeybook.cleaning import as_tip
from journeybook.diagrams import Words, block
from journeybook.findings import Finding
from journeybook.language import Language
from journeybook.links import Leading, LinkedText
from journeybook.load import Document
from journeybook.pages.frame.addresses import (
    GLOSSARY,
    JOURNEYS,
    Thing,
    address_of,
    linked_address,
    rule_address,
    stage_address,
    word_address,
)
from journeybook.pages.frame.compiling import Environment
from journeybook.pages.frame.feedback import FeedbackLink, no_feedback
from journeybook.pages.frame.first_uses import Terms
from journeybook.pages.frame.line_breaks import LineBreaks
from journeybook.pages.frame.page import Crumb, Page, PageSection, Rendered
from journeybook.pages.frame.reading_time import minutes_to_read
from journeybook.pages.glossary.words import WORD_OF_LANE
from journeybook.pages.journey.map.paths import CELL_FILTERS
from journeybook.pages.journey.picture import COLUMN_WIDTH, LEFT, TOP, CurvePicture
from journeybook.pages.shown.courses import spark_of
from journeybook.pages.wording.labels import labels, lane_labels
from journeybook.rules import Rule

Icons = Callable[[str], Markup]
"""Finds the SVG of an icon by its name, such as `material/store`; empty where there is none."""


_NOTHING = Markup("")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_ICON = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)+")


class Renderer:
    """Renders pages in one language; templates of the site come before those of the package."""

    def __init__(
        self,
        language: Language,
        *,
        directory_urls: bool = True,
        overrides: Collection[Path] = (),
        icons: Icons | None = None,
        compiled: jinja2.BytecodeCache | None = None,
    ) -> None:
        self.words = diagram_words(language)
        self._place = _Place("" if directory_urls else "index.html")
        self._env = _environment(language, overrides, self.words)
        self._env.bytecode_cache = compiled
        self._env.globals["icon"] = partial(_icon, icons)
        self._place.add_to(self._env)
        if not any(folder.is_dir() for folder in overrides):
            self._env.take_for_own()
        _add_macros(self._env)

    def render(  # noqa: PLR0913 - one for each part of a page
        self,
        page: Page,
        context: Mapping[str, Any],
        *,
        day: date,
        introduction: Markup = _NOTHING,
        narrative: Markup = _NOTHING,
        edit_url: str | None = None,
        history_url: str | None = None,
        terms: Terms | None = None,
        neighbours: tuple[Crumb, ...] = (),
        feedback: FeedbackLink = no_feedback,
        is_untranslated: bool = False,
    ) -> Rendered:
        """Render what a page shows, as of a day, around the HTML of a page by hand and of its narrative.

        The first uses of terms are marked but in the glossary.
        """
        self._place.start(page, day, feedback)
        template = self._env.get_template(f"{page.template}.html")
        html = template.render(
            page=page,
            day=day,
            introduction=introduction,
            narrative=narrative,
            has_title="<h1" in introduction,
            edit_url=edit_url,
            history_url=history_url,
            neighbours=neighbours,
            is_untranslated=is_untranslated,
            **context,
        )
        if terms and page.address != GLOSSARY:
            html = terms.marked(html, self._place.url)
        return Rendered(html=Markup(html), sections=tuple(self._place.sections))  # noqa: S704 - autoescape is on

    def picture(self, journey: Journey, picture: CurvePicture) -> str:
        """Render a journey's curve as SVG."""
        template = self._env.get_template("journey/picture.svg")
        return template.render(
            journey=journey, picture=picture, left=LEFT, top=TOP, column_width=COLUMN_WIDTH
        )

    def problems(self, findings: Iterable[Finding]) -> Markup:
        """Render the list of what keeps the handbook from being published."""
        template = self._env.get_template("frame/problems.html")
        return Markup(template.render(findings=tuple(findings)))  # noqa: S704 - autoescape is on


def diagram_words(language: Language) -> Words:
    """The words around a diagram."""
    return Words(
        copy=language.text("Copy the source"),
        copied=language.text("Copied"),
        failed=language.text("This diagram cannot be drawn. Its source:"),
    )


def _environment(language: Language, overrides: Iterable[Path], words: Words) -> Environment:
    own = [jinja2.FileSystemLoader(folder) for folder in overrides]
    env = Environment(
        loader=jinja2.ChoiceLoader([*own, jinja2.PackageLoader("journeybook")]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
        extensions=[LineBreaks],
    )
    env.filters.update(
        date=language.date,
        month=language.month,
        number=language.number,
        percent=language.percent,
        satisfaction=language.satisfaction,
        face=face_of,
        hyphenated=language.hyphenated,
        tip=as_tip,
        written=language.written,
        figure=language.figure,
        minutes=minutes_to_read,
        svg=_svg,
        **CELL_FILTERS,
    )
    env.globals.update(
        _=language.text,
        ngettext=language.plural,
        measured=language.measured,
        difference=language.difference,
        length=language.length,
        diagram=lambda source, title: block(source, label=title, words=words),
        label=labels(language),
        lane_label=lane_labels(language),
        drawn_portrait=portrait,
        spark_of=spark_of,
        word_of_lane=WORD_OF_LANE.get,
    )
    return env


def _add_macros(env: jinja2.Environment) -> None:
    """Let pages call the macros of a file by its name: imports in each page would cost a tenth more."""
    for name in env.list_templates(filter_func=lambda name: name.startswith("macros/")):
        env.globals[PurePosixPath(name).stem] = env.get_template(name).module


def _icon(icons: Icons | None, name: str | None) -> Markup:
    return icons(name) if icons and name and _ICON.fullmatch(name) else _NOTHING


def _svg(number: float) -> str:
    """Write a number of a drawing."""
    return f"{number:g}"


def face_of(satisfaction: float) -> int:
    """Round a satisfaction to the face and the colour, 1 to 5, that stand for it."""
    return min(5, max(1, int(satisfaction + 0.5)))


class _Place:
    """The page that is being rendered: its day, where its links start, and its headings so far."""

    def __init__(self, suffix: str) -> None:
        self._address = self._to_root = ""
        self._suffix = suffix
        self._day = date.min
        self._feedback: FeedbackLink = no_feedback
        self.sections: list[PageSection] = []

    def start(self, page: Page, day: date, feedback: FeedbackLink) -> None:
        """Go to a page, as it is on a day, and say how its readers answer."""
        self._feedback = feedback
        self._day = day
        self._address = page.address
        self._to_root = "../" * page.address.count("/")
        self.sections = []

    def add_to(self, env: jinja2.Environment) -> None:
        """Let all templates link and head from where the place is, macros without an import for each page."""
        links = (
            self.url,
            self.link,
            self.word_link,
            self.stage_link,
            self.rule_link,
            self.picture_link,
            self.file_link,
            self.feedback_link,
        )
        env.globals.update({link.__name__: link for link in (*links, self.heading)})
        env.tests["expired"] = lambda evidence: is_expired(evidence, self._day)
        env.filters["linked"] = self.linked
        env.filters["mark"] = lambda evidence: evidence_mark(evidence, self._day)

    def feedback_link(self, what: str, thing: Thing | Spot, document: Document) -> str:
        """A link by which readers say something about a thing, if the site asks them to."""
        return self._feedback(what, address_of(thing), document.path)

    def heading(self, anchor: str, title: str) -> str:
        """List a heading in the page's table of contents."""
        self.sections.append(PageSection(id=anchor, title=title, is_narrative=anchor == "the_story"))
        return title

    def url(self, address: str) -> str:
        """A link to a page by its address, with or without a query and an anchor, or to a file."""
        if address and not self._suffix:
            return self._to_root + address
        path = re.split("[?#]", address, maxsplit=1)[0]
        suffix = self._suffix if not path or path.endswith("/") else ""
        return f"{self._to_root}{path}{suffix}{address.removeprefix(path)}" or "./"

    def linked(self, text: str) -> str:
        """A text of a header where there is room for links and paragraphs; elsewhere it is words alone."""
        if type(text) is not LinkedText and (type(text) is not str or "\n" not in text):
            return text
        parts = text.parts if isinstance(text, LinkedText) else (text,)
        html = Markup().join(self._part(part) for part in parts)
        paragraphs = _BLANK_LINE.split(html)
        if len(paragraphs) == 1:
            return html
        return Markup().join(
            Markup('<span class="jb-paragraph">{}</span>').format(each) for each in map(Markup, paragraphs)
        )

    def _part(self, part: str | Leading) -> str:
        if isinstance(part, str):
            return part
        return Markup('<a class="jb-linked" href="{}">{}</a>').format(
            self.url(linked_address(part)), part.words
        )

    def link(self, thing: Any) -> str:
        """A link to a thing's page."""
        return self.url(address_of(thing))

    def stage_link(self, journey: Journey, stage: JourneyStage) -> str:
        """A link to a stage of a journey."""
        return self.url(stage_address(journey, stage))

    def word_link(self, word: str) -> str:
        """A link to what the glossary says of a word of the method."""
        return self.url(word_address(word))

    def rule_link(self, rule: Rule) -> str:
        """A link to the page of a rule."""
        return self.url(rule_address(rule.id))

    def picture_link(self, picture: model.Picture) -> str:
        """A link to a picture of the journeys folder."""
        return self.url(f"{JOURNEYS}{quote(picture.src)}")

    def file_link(self, name: str) -> str:
        """A link to a file beside the page."""
        return self.url(f"{self._address}{name}")
