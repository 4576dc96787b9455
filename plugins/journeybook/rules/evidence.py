"""Rules for the evidence behind claims."""

from functools import partial

from journeybook.findings import Severity
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.EVIDENCE)

EVIDENCE = (
    _rule(
        id="journey-without-evidence",
        severity=Severity.WARNING,
        title="A published journey names no evidence",
        message="No evidence is named anywhere in the published journey '{title}'.",
        why="Readers take for the customers' experience what may be the firm's imagination.",
        fix="Name under 'evidence' what it rests on, or set its 'status' back to 'draft'.",
    ),
    _rule(
        id="persona-without-evidence",
        severity=Severity.WARNING,
        title="A persona names no evidence",
        message="No evidence is named for the persona '{title}'.",
        why="A persona that nobody has met describes its authors' prejudices.",
        fix="Name under 'evidence' whom you have talked to or watched, when, and how many.",
    ),
    _rule(
        id="persona-without-interview",
        severity=Severity.INFO,
        title="No interview stands behind a persona",
        message="'{title}' has neither answers under 'interview' nor an interview as evidence.",
        why="Numbers say what customers do; why they do it they only say in conversation.",
        fix="Talk to some recent customers and write their answers under 'interview'.",
    ),
    _rule(
        id="moment-of-truth-without-evidence",
        severity=Severity.WARNING,
        title="A moment of truth rests on no evidence",
        message="Nothing shows that '{title}' decides whether customers stay.",
        why="Such moments decide what is done first, so a wrong one costs the most.",
        fix="Name evidence at the step, at its pain points or for the whole journey.",
    ),
    _rule(
        id="assumption-only",
        severity=Severity.WARNING,
        title="A claim rests on assumptions alone",
        message="'{title}' rests on assumptions alone.",
        why="It reads like knowledge, and nobody has checked it.",
        fix="Check it with customers and add what you find as evidence.",
    ),
    _rule(
        id="expired-evidence",
        severity=Severity.WARNING,
        title="Evidence has expired",
        message="'{title}' expired on {date}.",
        why="Readers believe a claim that its own authors no longer vouch for.",
        fix="Repeat the study, or take the evidence out and look again at what it carried.",
    ),
    _rule(
        id="old-evidence",
        severity=Severity.INFO,
        title="Evidence is old and has no date of expiry",
        message="'{title}' is from {date}, more than {days} days ago.",
        why="Customers, offers and shops have changed since.",
        fix="Repeat the study, or say under 'expires' until when it holds.",
    ),
    _rule(
        id="evidence-without-date",
        severity=Severity.INFO,
        title="Evidence has no date",
        message="Nobody can tell when '{title}' was learned.",
        why="Without a date it looks fresh for ever.",
        fix="Write the day under 'date'.",
    ),
    _rule(
        id="quote-without-source",
        severity=Severity.INFO,
        title="A quote in a journey of several personas names no source",
        message="The quote '{text}' names no source.",
        why="Several personas walk this journey, and it might be anyone's voice.",
        fix="Name the 'persona', or under 'evidence' where it was said.",
    ),
)
"""Every rule of the family evidence."""
