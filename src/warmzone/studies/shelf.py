"""The studies that ship, by id."""

from pathlib import Path

from warmzone.scenario.problems import Invalid, Problem, nearest

_FOLDER = Path(__file__).parent / "shipped"


def shipped_studies() -> dict[str, Path]:
    """The file of each study that ships, by its id."""
    return {path.stem: path for path in sorted(_FOLDER.glob("*.toml"))}


def study_path(name: str) -> Path:
    """The file of a shipped study, or the path of one's own; raise Invalid where it is neither."""
    shipped = shipped_studies()
    if name in shipped:
        return shipped[name]
    path = Path(name)
    if path.suffix == ".toml" or path.exists():
        return path
    allowed = f"a .toml file, or a study that ships: {nearest(name, shipped)}"
    raise Invalid([Problem(name or "study", "", "the id", allowed, " is not a study that ships")])
