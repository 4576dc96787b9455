"""A page in a browser's window: what it complains of, and what a reader's eye would."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from page_signs import MOVES_INSTANTLY, OLD_DRAWINGS, PAINTED, REDRAWN, until

Scheme = Literal["light", "dark"]
Look = tuple[Scheme, int]
"""A scheme, and the width of the window."""
HEIGHTS = {320: 640, 390: 844, 640: 400, 800: 1100, 1280: 800}
"""Of the windows that pages are looked at in, by their width: 320 is the narrowest phone, 640 a laptop at 200 %."""
DARK = (390, 1280)
"""Where a page is looked at in the dark, too: only colours differ there, and those in few widths."""
LIGHT_LOOKS: tuple[Look, ...] = tuple(("light", width) for width in HEIGHTS)
LOOKS: tuple[Look, ...] = (*LIGHT_LOOKS, *(("dark", width) for width in DARK))
AUDITED: tuple[Look, ...] = (("light", 1280), ("dark", 390))
"""Those in which axe-core looks at a page, too: each layout and each scheme once, but for what is faint.

Links have to differ from the text around them in the light one; test_page_axe.py asks for both schemes.
"""

AUDIT = """async ([colours, links, frame]) => {
  const rules = {"color-contrast": {enabled: colours}, "link-in-text-block": {enabled: links}};
  const exclude = frame ? [] : [[".md-header"], [".md-tabs"], [".md-sidebar"], [".md-footer"]];
  const options = {resultTypes: ["violations"], preload: false, rules};
  const {violations} = await axe.run({include: [document], exclude}, options);
  return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${node.html}`));
}"""

# Text is cut or spills over where its box ends before it does; what can be scrolled to is not lost, nor is what ends
# in an ellipsis and stands in a title.
CUT_TEXTS = """() => {
  const found = new Set(), root = document.querySelector(".md-content, [role=main]");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), range = document.createRange();
  const style = new Map(), styleOf = e => style.get(e) ?? (style.set(e, getComputedStyle(e)), style.get(e));
  const scrolls = value => value === "auto" || value === "scroll", clips = value => value !== "visible";
  const plain = text => text.replaceAll("\\u00ad", "").replace(/\\s+/g, " ").trim();
  const shortens = e => ["textOverflow", "webkitLineClamp"].some(name => !/^(clip|none|)$/.test(styleOf(e)[name]));
  const told = (e, text) => {
    let short = false, said = false;
    for (let box = e; box && box !== root; box = box.parentElement) {
      short ||= shortens(box);
      said ||= !/[\\p{L}\\p{N}]/u.test(text) || plain(box.title).includes(plain(text));
    }
    return short && said;
  };
  const outside = (inner, box, x, y) =>
    (x && (inner.left < box.left - 1 || inner.right > box.right + 1)) ||
    (y && (inner.top < box.top - 1 || inner.bottom > box.bottom + 1));
  for (let node; (node = walker.nextNode());) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("script, style, svg, pre") || !parent.checkVisibility()) continue;
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    if (!text.width) continue;
    let own = true, wrong = false;
    for (let box = parent; box && box !== document.body; box = box.parentElement) {
      const {display, overflowX, overflowY, clipPath} = styleOf(box);
      if (clipPath === "inset(50%)") { wrong = false; break; }
      if (display === "inline" || display === "contents") continue;
      const rect = box.getBoundingClientRect();
      if ((own || clips(overflowX)) && !scrolls(overflowX) && outside(text, rect, true, false)) wrong = true;
      if (clips(overflowY) && !scrolls(overflowY) && outside(text, rect, false, true)) wrong = true;
      if (scrolls(overflowX) || scrolls(overflowY)) break;
      own = false;
    }
    if (wrong && !told(parent, node.data)) found.add(node.data.trim());
  }
  return [...found];
}"""

# The contrast of each text of a page with the layers that lie behind it, where it is too low to read. axe-core's own
# rule measures the same in fifty times the time; test_page_axe.py holds both together.
FAINT_TEXTS = """() => {
  const found = new Set(), cache = new Map(), root = document.querySelector(".md-content, [role=main]");
  const parse = text => {
    if (!cache.has(text)) {
      const numbers = text.match(/[\\d.]+(e-?\\d+)?/g).map(Number), share = text.startsWith("color(srgb");
      const rgb = numbers.slice(0, 3).map(value => (share ? value * 255 : value));
      cache.set(text, {rgb, a: numbers[3] ?? 1});
    }
    return cache.get(text);
  };
  const over = (top, a, under) => top.map((value, i) => value * a + under[i] * (1 - a));
  const light = rgb => rgb.map(v => v / 255).map(v => (v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ratio = (a, b) => { const [low, high] = [light(a), light(b)].sort((p, q) => p - q);
    return (high + .05) / (low + .05); };
  const paper = new Map();
  const behind = element => {
    if (!element) return [255, 255, 255];
    if (!paper.has(element)) {
      const {rgb, a} = parse(getComputedStyle(element).backgroundColor);
      paper.set(element, a === 1 ? rgb : over(rgb, a, behind(element.parentElement)));
    }
    return paper.get(element);
  };
  const opacity = element => (element ? getComputedStyle(element).opacity * opacity(element.parentElement) : 1);
  for (const element of root.querySelectorAll("*")) {
    if (element.closest("svg, .jb-hidden, .headerlink, [hidden]") || !element.checkVisibility()) continue;
    const own = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join("").trim();
    const label = getComputedStyle(element, "::before").content;
    if (!own && !/\\w/.test(label.replace(/none|normal|counter/, ""))) continue;
    const ground = behind(element), colours = own ? [getComputedStyle(element).color] : [];
    if (/\\w/.test(label.replace(/none|normal/, ""))) colours.push(getComputedStyle(element, "::before").color);
    for (const text of colours) {
      const {rgb, a} = parse(text), value = ratio(over(rgb, a * opacity(element), ground), ground);
      if (Math.round(value * 100) < 450) found.add(`${element.className || element.localName}: ${value.toFixed(2)}`);
    }
  }
  return [...found];
}"""

SETTLED = """() => !document.getAnimations().some(animation =>
  animation.playState === "running" && animation.effect.getComputedTiming().endTime !== Infinity)"""
"""Whether nothing moves any more: Material lets its search and drawer glide when a window changes its width."""

OPEN = "() => document.querySelectorAll('.jb-details').forEach(details => { details.open = true; })"
"""Opens what is folded, diagrams among it."""
DIAGRAMS_IN_SIGHT = """() => {
  const waiting = [...document.querySelectorAll("[data-jb-diagram]:not(.jb-diagram--drawn, .jb-diagram--failed)")]
    .filter(figure => figure.checkVisibility());
  waiting[0]?.scrollIntoView({behavior: "instant"});
  return waiting.length === 0;
}"""

LOAD_IMAGES = """async () => {
  const images = [...document.images];
  images.forEach(image => { image.loading = "eager"; });
  await Promise.all(images.map(image => image.decode().catch(() => {})));
  return images.filter(image => !image.naturalWidth).map(image => image.getAttribute("src"));
}"""

FAULTS = f"""whole => {{
  if (!({DIAGRAMS_IN_SIGHT})() || !({SETTLED})()) return null;
  return {{
    "too wide": whole ? Math.max(0, document.documentElement.scrollWidth - innerWidth) : 0,
    "cut": whole ? ({CUT_TEXTS})() : [],
    "faint": ({FAINT_TEXTS})(),
  }};
}}"""
"""What an eye finds wrong, its colours alone or the whole of it, once everything is drawn and nothing moves."""


@dataclass(kw_only=True)
class Window:
    """A window of the browser, and what went wrong in it."""

    page: Page
    base: str
    width: int = 1280
    complaints: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def open(
        cls, browser: Browser, base: str, *, width: int = 1280, scheme: Scheme = "light", **options: Any
    ) -> Iterator[Self]:
        """Open a window as wide as a phone, a tablet or a laptop, which is then as high."""
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHTS[width]},
            color_scheme=scheme,
            locale="de-DE",
            **options,
        )
        window = cls(page=context.new_page(), base=base, width=width)
        window.page.on("console", window._heard)
        window.page.on("pageerror", lambda error: window.complaints.append(f"uncaught: {error}"))
        window.page.on("request", window._asked)
        window.page.on("requestfailed", window._failed)
        window.page.on("response", window._answered)
        yield window
        context.close()

    def visit(self, address: str) -> Page:
        """Go to an address of the site."""
        self.page.goto(f"{self.base}/{address}")
        return self.page

    def visit_instantly(self, address: str) -> Page:
        """Go to an address, and wait until Material moves without reloads, for which it needs the sitemap."""
        self.visit(address)
        until(self.page, MOVES_INSTANTLY)
        self.page.evaluate(PAINTED)
        return self.page

    def search(self, words: str) -> None:
        """Ask Material's search once, when a key goes up; results of parts of the words would come and go."""
        field = self.page.locator(".md-search__input")
        field.click()
        field.fill(words)
        field.press("End")

    @contextmanager
    def at(self, base: str) -> Iterator[Self]:
        """Look at a site as in a new window; in the end there must be nothing to complain of."""
        self.base = base
        try:
            yield self
            assert self.complaints == []
        finally:
            self._forget()

    def _forget(self) -> None:
        """Be as it was when it was opened, apart from what it has fetched."""
        for other in self.page.context.pages[1:]:
            other.close()
        self.page.unroute_all()
        self.page.context.clear_permissions()
        if self.page.url.startswith("http"):
            until(self.page, "() => { localStorage.clear(); return true; }")
        self.page.goto("about:blank")  # first, for whatever is still there would be laid out anew
        self.page.emulate_media(
            media="null", color_scheme="light", reduced_motion="null", forced_colors="null"
        )
        self.resize(self.width)
        self.complaints.clear()

    def expect_complaints(self, *beginnings: str) -> None:
        """Take note of complaints that are meant to be; there must be no others."""
        assert [complaint for complaint in self.complaints if not complaint.startswith(beginnings)] == []
        self.complaints.clear()

    def resize(self, width: int) -> None:
        """Be as wide as a phone, a tablet or a laptop, and as high."""
        self.page.set_viewport_size({"width": width, "height": HEIGHTS[width]})

    def darken(self) -> None:
        """Change to the dark scheme, as Material's switch does, and wait until all drawings have followed."""
        if self.page.evaluate("() => document.body.dataset.mdColorScheme === 'slate'"):
            return
        self.page.evaluate(OLD_DRAWINGS)
        self.page.emulate_media(color_scheme="dark")
        self.page.evaluate("() => { document.body.dataset.mdColorScheme = 'slate'; }")
        until(self.page, REDRAWN)
        self.page.evaluate(PAINTED)  # colours begin to change with a frame; who looks on waits for their end

    def looks(
        self, address: str, *, looks: Sequence[Look] = LOOKS, audited: Collection[Look] = ()
    ) -> dict[Look, dict[str, Any]]:
        """Go to an address, and tell what is wrong there in each window, the light ones first."""
        self.resize(min(HEIGHTS))
        self.visit(address)
        found: dict[Look, dict[str, Any]] = {}
        self.page.emulate_media(reduced_motion="reduce")  # nothing is to be waited for while it glides
        for scheme, width in looks:
            self.resize(width)
            if scheme == "dark":
                self.darken()
            found[scheme, width] = self.look(whole=scheme == "light")
            if (scheme, width) in audited:
                found[scheme, width]["axe"] = self.violations(
                    colours=False, links=scheme == "light", frame=False
                )
        return found

    def violations(self, *, colours: bool = True, links: bool = True, frame: bool = True) -> list[str]:
        """Tell what axe-core finds on the page, best practices included.

        It may leave out its rules on colours and on links within texts, each of which takes as long as all others,
        and Material's frame, which is the same on all pages.
        """
        until(self.page, f"() => ({DIAGRAMS_IN_SIGHT})() && ({SETTLED})()")
        if self.page.evaluate("() => !window.axe"):
            self.page.evaluate(AXE_SCRIPT)
        found: list[str] = self.page.evaluate(AUDIT, [colours, links, frame])
        return found

    def look(self, *, whole: bool = True) -> dict[str, Any]:
        """Tell everything that is wrong with the page as it is shown, or with its colours alone."""
        faults = until(self.page, FAULTS, whole)
        no_image = self.page.evaluate(LOAD_IMAGES) if whole else []
        found = {**faults, "no image": no_image, "complaints": list(self.complaints), "axe": []}
        self.complaints.clear()
        return found

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"warning", "error"}:
            self.complaints.append(f"{message.type}: {message.text.splitlines()[0]}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.complaints.append(f"other host: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader went to another page before it was here
            self.complaints.append(f"failed: {request.url.removeprefix(self.base)}: {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url.removeprefix(self.base)}")


FINE = {"too wide": 0, "cut": [], "faint": [], "no image": [], "complaints": [], "axe": []}
"""What `Window.look` tells of a page that is as it should be."""
