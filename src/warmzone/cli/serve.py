"""`warmzone serve`: the web product."""

from pathlib import Path


def serve(
    host: str, port: int, data: Path | None, scenario: str | None, *, open_browser: bool
) -> int:
    """Serve until interrupted; the exit code."""
    from warmzone.server.serve import serve as run
    from warmzone.server.settings import Settings, default_data_dir

    return run(
        Settings(
            host=host,
            port=port,
            data=data or default_data_dir(),
            scenario=scenario,
            open_browser=open_browser,
        )
    )
