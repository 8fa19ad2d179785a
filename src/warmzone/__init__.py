"""Warmzone: interior command and control, trained, measured and put to the test."""

__version__ = "0.1.0"
