"""Where the sites and scenarios that ship lie, by id."""

from pathlib import Path

LIBRARY = Path(__file__).parent / "library"
SITES = LIBRARY / "sites"
SCENARIOS = LIBRARY / "scenarios"


def shipped_sites() -> dict[str, Path]:
    """The site files that ship, by id (the file's name), in order."""
    return {path.stem: path for path in sorted(SITES.glob("*.geojson"))}


def shipped_scenarios() -> dict[str, Path]:
    """The scenario files that ship, by id (the file's name), in order."""
    return {path.stem: path for path in sorted(SCENARIOS.glob("*.toml"))}
