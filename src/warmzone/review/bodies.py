"""How survival falls with time, in words."""

from warmzone.vocabulary.codes import Physiology

_WORDS = {
    Physiology.HAZARD: "hazard (untreated, the dying goes on at a steady rate)",
    Physiology.RPM: "rpm (the Sacco tables for blunt injury)",
    Physiology.FLAT: "flat (after the first minutes time hardly matters)",
}


def body_sentence(physiology: Physiology, tempo: float) -> str:
    """The same as a sentence: no figure in lives stands without it."""
    return f"Physiology: {body_text(physiology, tempo)}."


def body_text(physiology: Physiology, tempo: float) -> str:
    """Which physiology, and how much faster than in the evidence it runs."""
    faster = "" if tempo == 1.0 else f", its rates times {tempo:g} for teaching"
    return _WORDS[physiology] + faster
