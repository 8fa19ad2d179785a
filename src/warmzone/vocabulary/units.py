"""Unit conversions, used only by loaders and presenters."""

MS_PER_S = 1000
MS_PER_MIN = 60_000
S_PER_MIN = 60
MM_PER_M = 1000


def clock(seconds: float) -> str:
    """Seconds as a clock reading, `mm:ss`; hours are counted in minutes as radios do."""
    whole = int(seconds)
    return f"{whole // 60:02d}:{whole % 60:02d}"
