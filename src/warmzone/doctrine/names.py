"""The names of the commanders that ship, without anything heavy."""

NAMES = ("nobody", "command-post", "clear-first", "care-first", "threat-only", "interior")
"""From least to most command inside."""

DESCRIPTIONS = {
    "nobody": "no one commands: every team does what it does unasked",
    "command-post": "the interior commander's rules, decided at a post outside, heard by relay",
    "clear-first": "everything is searched before ground is called warm",
    "care-first": "officers go to casualties first, to the threat with who is left",
    "threat-only": "nobody turns to the casualties until the threat is known to be over",
    "interior": "threat, rescue and search together, decided inside",
}
