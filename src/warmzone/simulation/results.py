"""Which results these are: a log replays only under the version that it was written by."""

RESULTS_VERSION = "9"
"""Raised by hand, with a line in the changelog, whenever kernel, policies or evidence change what
comes out. `version()` adds the digest of the evidence."""


def version() -> str:
    """The results version in full: number and evidence digest."""
    from warmzone.evidence.rows import evidence_digest

    return f"{RESULTS_VERSION}+{evidence_digest()}"
