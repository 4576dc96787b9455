"""Write who answers for which file in the form of CODEOWNERS, by which GitHub and GitLab ask for reviews."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from journeybook.accounts import accounts_in, is_mention
from journeybook.catalogue import Catalogue, Journey, Team, Touchpoint

BEGIN = "# journeybook codeowners: begin; what stands up to the end is written anew"
END = "# journeybook codeowners: end"
SYNTAXES = ("github", "gitlab")
"""The platforms whose form is known; GitLab has groups in groups, and sections."""
Mentions = Mapping[str, tuple[str, ...]]
"""How a platform calls teams, by their ids."""
_SECTION = "[Customer journeys]"
_SPECIAL = re.compile(r"[\s\\#!*?\[\]{}]")
_BLOCK = re.compile(rf"^{re.escape(BEGIN)}$.*?^{re.escape(END)}$", re.MULTILINE | re.DOTALL)


class Unpaired(Exception):  # noqa: N818 - it says what is wrong
    """A file in which one of the two marks is missing, or stands twice."""


@dataclass(frozen=True, kw_only=True)
class Ownership:
    """The files of a handbook that a team answers for."""

    files: Mapping[str, Team]
    """By their paths below the journeys folder."""
    accounts: Mapping[str, tuple[str, ...]]
    """How the platform calls the teams, by their ids; of those that it can't call, nothing."""

    @property
    def unknown(self) -> tuple[Team, ...]:
        """The teams that answer for a file and that the platform cannot call, in the order of their ids."""
        teams = {team.id: team for team in self.files.values() if not self.accounts[team.id]}
        return tuple(teams[name] for name in sorted(teams))


def accounts_of(team: Team, mentions: Mentions) -> tuple[str, ...]:
    """Return how a platform calls a team: as settings say, else by the first account in its contact."""
    if team.id in mentions:
        return tuple(mentions[team.id])
    return tuple(islice(accounts_in(team.contact or ""), 1))


def ownership(catalogue: Catalogue, mentions: Mentions, syntax: str) -> Ownership:
    """Find who answers for the files of journeys and touchpoints, and how a platform calls them."""
    things: Iterator[Journey | Touchpoint] = chain(
        catalogue.journeys.values(), catalogue.touchpoints.values()
    )
    files = {thing.document.inside: thing.owner for thing in things if thing.owner}
    teams = {team.id: team for team in files.values()}
    accounts = {
        name: tuple(item for item in accounts_of(team, mentions) if _is_known(item, syntax))
        for name, team in teams.items()
    }
    return Ownership(files=dict(sorted(files.items())), accounts=accounts)


def _is_known(account: str, syntax: str) -> bool:
    """Whether a platform has such accounts; on GitHub, teams lie in an organisation and in nothing else."""
    return syntax != "github" or not is_mention(account) or account.count("/") <= 1


def owned_block(found: Ownership, folder: str, syntax: str) -> str:
    """Write the marked block; `folder` is the path of the journeys folder from the repository's top."""
    return "\n".join((BEGIN, *_lines(found, folder.strip("/"), syntax), END))


def _lines(found: Ownership, folder: str, syntax: str) -> Iterator[str]:
    if syntax == "gitlab":
        yield _SECTION
    for inside, team in found.files.items():
        accounts = found.accounts[team.id]
        if accounts:
            path = "/".join(filter(None, ("", folder, inside)))
            yield " ".join((_escaped(f"/{path.lstrip('/')}"), *accounts))


def _escaped(path: str) -> str:
    """Write a path as a pattern that means itself."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", path)


def with_block(text: str, block: str) -> str:
    """Put the block in the place of the one that a file has, or at its end; all else stays as it is."""
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    marks = [line for line in plain.split("\n") if line in {BEGIN, END}]
    if marks == [BEGIN, END]:
        written = _BLOCK.sub(lambda _: block, plain)
    elif marks:
        raise Unpaired
    else:
        written = f"{plain.rstrip()}\n\n{block}\n" if plain.strip() else f"{block}\n"
    return written.replace("\n", newline)
