"""Every uncertain number of a study as plain values: its range, and how it was read."""

from typing import Any

from warmzone.studies.design import study_ranges
from warmzone.studies.study import Study


def ranges_told(study: Study) -> list[dict[str, Any]]:
    """By name, value, ends, unit, status and source; where there is none, the note in its place."""
    return [
        {
            "name": each.row.name,
            "value": each.row.value,
            "low": each.low,
            "high": each.high,
            "unit": each.row.unit,
            "status": each.row.status,
            "source": each.row.source or each.row.note,
        }
        for each in study_ranges(study)
    ]
