"""The names of the commanders that ship, without anything heavy."""

NAMES = ("nobody", "command-post", "care-first", "clear-first", "interior")
"""From least to most command inside."""

DESCRIPTIONS = {
    "nobody": "no one commands: every team does what it does unasked",
    "command-post": "the interior commander's rules, decided at a post outside, heard by relay",
    "care-first": "officers go to casualties first, to the threat with who is left",
    "clear-first": "everything is searched before ground is called warm",
    "interior": "threat, rescue and search together, decided inside",
}
