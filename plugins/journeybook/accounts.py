"""Find in what people wrote how a platform such as GitHub or GitLab calls a team."""

import re
from collections.abc import Iterator

_MENTION = re.compile(r"@[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*", re.ASCII)
_MAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_CROWDS = frozenset({"@all", "@everyone", "@here", "@channel"})
"""Names that call everybody."""
_AROUND = "<>()[],;."


def is_mention(text: str) -> bool:
    """Whether a text is the name of one user or group, with its sign."""
    return _MENTION.fullmatch(text) is not None and text.lower() not in _CROWDS


def is_account(text: object) -> bool:
    """Whether a platform can find one user or group by a text: its name, or a mail address."""
    return isinstance(text, str) and (is_mention(text) or _MAIL.fullmatch(text) is not None)


def accounts_in(contact: str) -> Iterator[str]:
    """Yield the accounts that a contact names, names before addresses."""
    words = (word.strip(_AROUND).removeprefix("mailto:") for word in contact.split())
    yield from sorted(filter(is_account, words), key=lambda account: not is_mention(account))
