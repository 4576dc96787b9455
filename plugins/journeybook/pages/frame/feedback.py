"""Make links by which a reader says something about a thing: an issue or a mail, begun and not sent."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

_MOST_TITLE, _MOST_LINE = 400, 500
"""Characters of a link for the title and for each line: browsers and programs for mail cut long links."""

FeedbackLink = Callable[[str, str, str], str]
"""Makes a link of what it is about, its address and the file where it is written; empty without any."""


def no_feedback(what: str, address: str, file: str) -> str:  # noqa: ARG001 - as `FeedbackLink`
    """Make no link."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """The mailbox or the tracker that takes what readers of a site have to say."""

    issue_url: str = ""
    """The page of GitHub, GitLab or a tracker like them on which an issue is begun."""
    mailto: str = ""
    """The address of a mailbox."""

    def link(self, title: str, lines: tuple[str, ...]) -> str:
        """Begin an issue or a mail with a title and some lines."""
        ends = "%0D%0A" if self.mailto else "%0A"
        written = ends.join(_bounded(line, _MOST_LINE) for line in lines)
        subject, body = self._names
        query = f"{subject}={_bounded(title, _MOST_TITLE)}&{body}={written}"
        if self.mailto:
            return f"mailto:{quote(self.mailto, safe='@+')}?{query}"
        parts = urlsplit(self.issue_url)
        return parts._replace(query="&".join(filter(None, (parts.query, query)))).geturl()

    @property
    def _names(self) -> tuple[str, str]:
        if self.mailto:
            return "subject", "body"
        is_gitlab = "/-/" in urlsplit(self.issue_url).path
        return ("issue%5Btitle%5D", "issue%5Bdescription%5D") if is_gitlab else ("title", "body")


def _bounded(text: str, most: int) -> str:
    """A text as a part of a link, cut so that the link does not grow beyond a length."""
    encoded = quote(text, safe="")
    cut = text
    while len(encoded) > most:
        cut = cut[: max(1, len(cut) * most // len(encoded))][:-1]
        encoded = quote(f"{cut.rstrip()}…", safe="")
    return encoded
