"""The trial against a person's labels."""

import pytest

from warmzone.interop.schedule_files import read_document
from warmzone.scenario.problems import Invalid
from warmzone.training.audit.read import read_schedule
from warmzone.training.audit.trial import read_labels, run_trial

LABELS = (
    "file,order,lesson,minutes,label,label2,share2,reason\n"
    "one.csv,1,Tourniquets,60,medical,,,care\n"
    "one.csv,2,Casualty drags,30,movement,threat,0.5,drags under fire\n"
    "two.csv,1,Unified command,120,command,,,command\n"
)
FILES = {
    "one.csv": "lesson,minutes\nTourniquets,60\nCasualty drags,30\n",
    "two.csv": "lesson,minutes\nUnified command,120\n",
}


def test_agreement_is_weighed_by_minutes() -> None:
    """Half a lesson of 30 minutes in 210 is missed: 195 of 210 agree, and every main label."""
    schedules = {
        name: read_schedule(read_document(text.encode(), name)) for name, text in FILES.items()
    }
    done = run_trial(schedules, read_labels(LABELS, "labels.csv"))
    assert (done.programmes, done.held_out.lessons, done.held_out.minutes) == (2, 3, 210)
    assert done.as_shipped.overlap_by_minutes == pytest.approx(195 / 210, abs=1e-3)
    assert done.as_shipped.main_by_minutes == 1.0
    medical = next(one for one in done.labels if one.label == "medical")
    assert (medical.reader_min, medical.audit_min, medical.found) == (60, 60, 1.0)
    assert sum(band.lessons for band in done.bands) == 3
    # Without the words that only the held-out programme holds, nothing tells its lessons.
    assert done.strict.overlap_by_minutes < done.as_shipped.overlap_by_minutes


def test_bad_labels_are_refused() -> None:
    """Labels that do not exist and columns that are missing are named."""
    with pytest.raises(Invalid, match="no column"):
        read_labels("file,lesson\n", "labels.csv")
    with pytest.raises(Invalid, match="row 2"):
        read_labels("file,lesson,label,label2,share2\na.csv,Airway,doctor,,\n", "labels.csv")
