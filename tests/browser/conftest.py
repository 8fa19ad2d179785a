"""A server, a browser, and people who sit at it; whatever they do, the pages stay quiet."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser.people import People
from tools.browser.chromium import find_chromium, launch
from tools.browser.served import Served

PATIENCE_MS = 15_000
"""For what the server does at once; the machine may be busy with other tests."""

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="module")
def chromium() -> str:
    """Where Debian's Chromium is; where it is missing, CI fails and others are told."""
    found = find_chromium()
    if found is None:
        reason = "Debian's Chromium is missing: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for the tests of a file; its loop ends with it."""
    with sync_playwright() as playwright:
        yield launch(playwright, chromium)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for the tests of a file."""
    yield from serving(tmp_path_factory.mktemp("served"))


@pytest.fixture
def own_served(tmp_path: Path) -> Iterator[Served]:
    """A server for one test that stops it or brings its own scenarios."""
    yield from serving(tmp_path)


def serving(data: Path) -> Iterator[Served]:
    """A server that runs while it is used."""
    server = Served(data)
    server.start()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def people(browser: Browser) -> Iterator[People]:
    """Lets people sit down, each with a browser of their own; afterwards all must be quiet."""
    contexts: list[BrowserContext] = []
    made = People(browser, contexts)
    yield made
    for context in contexts:
        context.close()
    assert made.noise() == []
