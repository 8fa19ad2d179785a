"""Older shapes of events made into the present ones. Empty: every event is in its first shape."""

from warmzone.exercise.upcast.registry import Upcast, Upcasts, upcast

UPCASTS: Upcasts = {}

__all__ = ["UPCASTS", "Upcast", "Upcasts", "upcast"]
