"""Evidence: every number the kernel uses is a row with bounds, a status and a source."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import warmzone
from warmzone.evidence import rows as module
from warmzone.evidence.mixes import wound_mix
from warmzone.evidence.rows import STATUSES, evidence_digest, world_rows, wound_rows
from warmzone.kernel.world_arrays import PARAMETER_NAMES, WOUND_CLASS
from warmzone.scenario.incident import WoundMixName
from warmzone.simulation.results import RESULTS_VERSION, version
from warmzone.vocabulary.codes import Wound

MIXES = WoundMixName.__args__  # type: ignore[attr-defined]
NOT_PARAMETERS = {"rpm_severe", "rpm_moderate", "share_p", "triage_severe", "triage_moderate"}
OF_HOSPITALS = {
    f"{kind}_{what}" for kind in ("hospital", "trauma_centre") for what in ("teams", "per_hour")
}
"""Rows that become columns of the hospitals' table."""


def test_every_parameter_has_its_row_and_every_row_its_use() -> None:
    """The table and the kernel's names are one set; a number nobody uses has no place."""
    assert set(world_rows()) == set(PARAMETER_NAMES) | OF_HOSPITALS
    assert len(set(PARAMETER_NAMES)) == len(PARAMETER_NAMES)
    root = Path(warmzone.__file__).parent
    sources = [path for room in ("kernel", "doctrine") for path in (root / room).glob("*.py")]
    code = "".join(path.read_text(encoding="utf-8") for path in sources)
    assert [name for name in PARAMETER_NAMES if f'["{name}"]' not in code] == []


@pytest.mark.parametrize("name", sorted(world_rows()))
def test_rows_are_sound(name: str) -> None:
    """The value lies in its bounds, the status is known, and only an assumption has no source."""
    row = world_rows()[name]
    assert row.low <= row.value <= row.high
    assert row.unit
    assert row.status in STATUSES
    assert row.source or row.status == "assumption"
    assert row.note or row.source


@pytest.mark.parametrize("mix", MIXES)
def test_shares_of_a_mix_add_to_one(mix: str) -> None:
    """Every wound mix that a scenario may name is a distribution over the wound classes."""
    shares = [share for share, _ in wound_mix(mix, 0.15).values()]
    assert min(shares) >= 0.0
    assert abs(sum(shares) - 1.0) < 2e-4


def test_wound_rows_are_the_wound_codes() -> None:
    """One row a class, in the order of the codes, with every number the kernel takes."""
    assert list(wound_rows()) == [wound.name.lower() for wound in Wound]
    needed = set(WOUND_CLASS.names or ()) - NOT_PARAMETERS
    for row in wound_rows().values():
        assert needed <= set(row.numbers)


@pytest.mark.parametrize("name", list(wound_rows()))
def test_wound_rows_are_sound(name: str) -> None:
    """Rates lie in their bounds, chances and factors in 0 to 1, and better care leaves no more."""
    row = wound_rows()[name]
    numbers = row.numbers
    assert numbers["rate_low"] <= numbers["rate_per_min"] <= numbers["rate_high"]
    for field in numbers:
        if field.endswith(("_p", "_factor")):
            assert 0.0 <= numbers[field] <= 1.0, field
    assert numbers["medic_factor"] <= numbers["officer_factor"]
    assert numbers["medic_success_p"] >= numbers["officer_success_p"]
    assert row.status in STATUSES
    assert row.source or row.status == "assumption"


@pytest.fixture
def _fresh_cache() -> Iterator[None]:
    """The digest is worked out again before and after."""
    evidence_digest.cache_clear()
    yield
    evidence_digest.cache_clear()


@pytest.mark.usefixtures("_fresh_cache")
def test_one_changed_digit_is_another_results_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The results version covers every character of the tables."""
    before = version()
    assert before.startswith(f"{RESULTS_VERSION}+")
    read = module.text
    monkeypatch.setattr(module, "text", lambda name: read(name).replace("1.19", "1.2"))
    evidence_digest.cache_clear()
    assert version() != before
