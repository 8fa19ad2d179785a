"""Every uncertain number of a study is told with its ends, status and where it is from."""

from warmzone.studies.ranges import ranges_told
from warmzone.studies.shelf import study_path
from warmzone.studies.study_file import open_study


def test_every_uncertain_number_is_told() -> None:
    """Its name, ends around its value, a status, and a source or a note: never nothing."""
    study = open_study(study_path("inside-or-outside")).study
    told = ranges_told(study)
    assert len(told) >= len(study.uncertain) > 0
    assert len({one["name"] for one in told}) == len(told)
    for one in told:
        assert one["low"] < one["high"]
        assert one["status"]
        assert one["source"]
