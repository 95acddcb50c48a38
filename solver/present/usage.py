"""What was wrong with a command's arguments, in one line of the reader's language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from solver.present.words import LANGUAGES, say

UNEXPECTED = re.compile(r"Got unexpected extra argument.* \((.*)\)")
NO_COMMAND = re.compile(r"No such command '(.*?)'")
NEAR = re.compile(r"Did you mean '?(.*?)'?\?")
OWN = "Value error, "
"""what stands before the message of a ValueError from an option's parser"""


def asked_language(arguments: Sequence[str]) -> str:
    """The language that the arguments ask for, before they are read."""
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            given = value or next(iter(arguments[place + 1 :]), "")
            return given if given in LANGUAGES else LANGUAGES[0]
    return LANGUAGES[0]


def usage_line(wrong: Exception, lang: str) -> str:
    """One line for an error of the command line's reader, which tells it in English."""
    kind, message = type(wrong).__name__, str(getattr(wrong, "message", wrong))
    name = _name(wrong)
    if kind == "MissingParameter":
        return say("{name} mangler.", lang, name=name)
    if kind == "NoSuchOption":
        near = ", ".join(getattr(wrong, "possibilities", None) or ())
        told = say("Valget {name} finnes ikke.", lang, name=name)
        return f"{told} {say('Mente du {near}?', lang, near=near)}" if near else told
    if kind == "BadOptionUsage":
        needs = "requires" in message
        return say(
            "Valget {name} skal ha en verdi." if needs else "Valget {name} tar ingen verdi.", lang, name=name
        )
    if kind == "BadParameter":
        return f"{name}: {say(message.removeprefix(OWN), lang) if message.startswith(OWN) else message}"
    return _other(message, lang)


def _name(wrong: Exception) -> str:
    parameter = getattr(wrong, "param", None)
    if parameter is None:
        return str(getattr(wrong, "option_name", ""))
    return str(
        parameter.opts[0] if parameter.opts[0].startswith("-") else parameter.metavar or parameter.name
    )


def _other(message: str, lang: str) -> str:
    command, near = NO_COMMAND.search(message), NEAR.search(message)
    if command:
        told = say("Kommandoen {name} finnes ikke.", lang, name=command[1])
        return f"{told} {say('Mente du {near}?', lang, near=near[1])}" if near else told
    extra = UNEXPECTED.search(message)
    if extra:
        return say("For mange argumenter: {names}.", lang, names=extra[1])
    return say("Kommandoen mangler.", lang) if message == "Missing command." else message
