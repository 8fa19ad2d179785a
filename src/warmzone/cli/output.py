"""Printing: results to standard output, everything else to standard error."""

import json
import sys
from typing import Any


def print_json(value: dict[str, Any]) -> None:
    """One JSON object on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n")


def line(text: str = "") -> None:
    """One line on standard output."""
    sys.stdout.write(text + "\n")


def aside(text: str) -> None:
    """One line on standard error."""
    sys.stderr.write(text + "\n")
