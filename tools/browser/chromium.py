"""Debian's Chromium, kept to this machine."""

import shutil

from playwright.sync_api import Browser, Playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # The pixels of a letter are then the same on every screen.
    "--font-render-hinting=none",
)


def find_chromium() -> str | None:
    """Where Chromium is, if it is installed."""
    return shutil.which("chromium")


def launch(playwright: Playwright, chromium: str) -> Browser:
    """Start it without a window."""
    return playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
