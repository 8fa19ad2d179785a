"""The names of the commanders that ship, without anything heavy."""

from warmzone.doctrine.optimised import searched

HAND_WRITTEN = ("nobody", "command-post", "clear-first", "care-first", "threat-only", "interior")
"""From least to most command inside."""

NAMES = (*HAND_WRITTEN, *searched())
"""Then what a search found: a post, and the best of those who decide inside."""

DESCRIPTIONS = {
    "nobody": "no one commands: every team does what it does unasked",
    "command-post": "the interior commander's rules, decided at a post outside, heard by relay",
    "clear-first": "everything is searched before ground is called warm",
    "care-first": "officers go to casualties first, to the threat with who is left",
    "threat-only": "nobody turns to the casualties until the threat is known to be over",
    "interior": "threat, rescue and search together, decided inside",
    **{name: one.description for name, one in searched().items()},
}
