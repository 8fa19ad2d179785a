"""Where the server listens and keeps its data."""

import os
from dataclasses import dataclass, field
from pathlib import Path

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8600
STATIC = Path(__file__).parent / "static"


def default_data_dir() -> Path:
    """The user's data directory: `$XDG_DATA_HOME/warmzone`, else `~/.local/share/warmzone`."""
    base = os.environ.get("XDG_DATA_HOME", "")
    # The specification says to ignore a relative path.
    root = Path(base) if base.startswith("/") else Path.home() / ".local" / "share"
    return root / "warmzone"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to serve. `scenario` opens straight into a new exercise of it.

    `scenario` is the id of a shipped scenario or the path of a scenario file; with `unconfirmed` it
    is played by the rules that no text confirms as well. `compile_kernel`
    starts the background compilation. Exercises last written to longer than `keep_days` ago are
    deleted at the start; None keeps them until somebody deletes them. `behind_proxy`: whoever asks
    comes through another server, so that nobody counts as sitting at this machine.
    """

    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    data: Path = field(default_factory=default_data_dir)
    scenario: str | None = None
    open_browser: bool = True
    compile_kernel: bool = True
    static: Path = STATIC
    unconfirmed: bool = False
    keep_days: int | None = None
    behind_proxy: bool = False

    @property
    def log_file(self) -> Path:
        """The log of all exercises."""
        return self.data / "log.sqlite"

    @property
    def derived_file(self) -> Path:
        """What can be made again; may be deleted."""
        return self.data / "derived.sqlite"

    @property
    def corrections_file(self) -> Path:
        """What people corrected in audited programmes, as a table."""
        return self.data / "corrections.csv"

    @property
    def secret_file(self) -> Path:
        """The key that signs tokens."""
        return self.data / "secret"
