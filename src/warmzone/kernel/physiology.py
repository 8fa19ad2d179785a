"""How survival falls with time: three physiologies over the same hidden luck of each casualty.

A casualty has one clock, settled whenever its rate changes, and one keyed threshold.
- HAZARD: the clock is an integrated hazard of death; who reaches their threshold dies.
- RPM: the clock is time in the Sacco tables; the score that it leaves at definitive care gives the
  chance of living. Who has fallen to 0 dies there, but for the luck that an RPM of 0 leaves.
- FLAT: what the hazard amounts to in the first minutes decides whether somebody dies, and the
  hazard after that only when.
Care slows the clock and never touches the luck.
"""

import numpy as np

from warmzone.kernel.arithmetic import natural_log
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import MS_PER_MIN, NEVER
from warmzone.kernel.world_arrays import RPM_PERIODS, World
from warmzone.vocabulary.codes import Physiology, Wound

DAY_MS = 86_400_000  # over which `hospital_total` is borne, evenly: an assumption
RPM_STEP_MIN = 30.0  # between two columns of the table as printed; `rpm_period_s` stretches it
FOR_EVER = 1.0e12  # a clock that nobody comes to
NEVER_MIN = 1.0e6  # a death so many minutes ahead is none


@compiled
def untreated_rate(world: World, person: np.ndarray) -> float:
    """How fast the clock of a casualty runs while nobody helps, per minute."""
    setting = world.setting[0]
    p = world.parameters[0]
    if person["wound"] == Wound.KILLED:
        return 0.0
    if setting["physiology"] == Physiology.RPM:
        return float(setting["tempo"] * RPM_STEP_MIN * 60.0 / p["rpm_period_s"])
    scale = p["moderate_rate_factor"] if person["moderate"] == 1 else 1.0
    return float(world.wounds[person["wound"]]["rate_per_min"] * scale * setting["tempo"])


@compiled
def early_minutes(world: World, person: np.ndarray, from_ms: int, to_ms: int) -> float:
    """Minutes of a span that lie within the first minutes after the wound, where those count."""
    setting = world.setting[0]
    if setting["physiology"] != Physiology.FLAT:
        return 0.0
    window_ms = int(world.parameters[0]["flat_window_s"] * 1000.0 / setting["tempo"])
    until = min(to_ms, int(person["hurt_ms"]) + window_ms)
    return float(max(0, until - from_ms)) / MS_PER_MIN


@compiled
def clock_at(world: World, person: np.ndarray, at_ms: int) -> tuple[float, float]:
    """The clock and its early part at a moment, if the rate stays as it is."""
    since = int(person["death_since_ms"])
    rate = float(person["death_rate_per_min"])
    total = float(person["death"]) + rate * float(at_ms - since) / MS_PER_MIN
    early = float(person["death_early"]) + rate * early_minutes(world, person, since, at_ms)
    return total, early


@compiled
def settle_clock(world: World, person: np.ndarray, now: int) -> None:
    """Bring a casualty's clock up to now."""
    total, early = clock_at(world, person, now)
    person["death"] = total
    person["death_early"] = early
    person["death_since_ms"] = now


@compiled
def dies_at(world: World, person: np.ndarray) -> int:
    """When somebody outside a hospital dies if nothing changes, NEVER if not; clock settled."""
    rate = float(person["death_rate_per_min"])
    if rate <= 0.0 or person["dead_ms"] >= 0:
        return NEVER
    since = int(person["death_since_ms"])
    if world.setting[0]["physiology"] == Physiology.FLAT:
        early = float(person["death_early"])
        early += rate * early_minutes(world, person, since, NEVER)
        if not flat_dies(world, person, early, 0.0):
            return NEVER
    left = (clock_limit(world, person) - float(person["death"])) / rate
    if left >= NEVER_MIN:
        return NEVER
    return since + int(max(left, 0.0) * MS_PER_MIN) + 1


@compiled
def clock_limit(world: World, person: np.ndarray) -> float:
    """What the clock reads when a casualty who has not reached definitive care dies."""
    if world.setting[0]["physiology"] != Physiology.RPM:
        return float(person["death_threshold"])
    if rpm_hazard(world, 0.0) < person["death_threshold"]:
        return FOR_EVER
    return rpm_zero_min(world, initial_rpm(world, person))


@compiled
def flat_dies(world: World, person: np.ndarray, early: float, more: float) -> bool:
    """Whether the first minutes, and `more` that is told later, exceed a casualty's luck."""
    p = world.parameters[0]
    total = early * p["flat_reference_s"] / p["flat_window_s"] + more
    return bool(total >= person["death_threshold"])


@compiled
def initial_rpm(world: World, person: np.ndarray) -> int:
    """The RPM score that a wound begins with."""
    wound = world.wounds[person["wound"]]
    return int(wound["rpm_moderate"] if person["moderate"] == 1 else wound["rpm_severe"])


@compiled
def rpm_after(world: World, start: int, minutes: float) -> float:
    """The score after so many minutes of the table's time; between two columns on the line."""
    steps = minutes / RPM_STEP_MIN
    k = int(steps)
    if k >= RPM_PERIODS:
        return float(world.rpm[start]["after"][RPM_PERIODS - 1])
    before = float(start)
    if k > 0:
        before = float(world.rpm[start]["after"][k - 1])
    after = float(world.rpm[start]["after"][k])
    return before + (after - before) * (steps - float(k))


@compiled
def rpm_zero_min(world: World, start: int) -> float:
    """Minutes of the table's time until a score has fallen to 0, without end if it does not."""
    if start <= 0:
        return 0.0
    for k in range(RPM_PERIODS):
        if world.rpm[start]["after"][k] == 0:
            return RPM_STEP_MIN * float(k + 1)
    return FOR_EVER


@compiled
def rpm_survival(world: World, score: float) -> float:
    """The chance of living with a score at definitive care; between two scores on the line."""
    low = min(int(score), len(world.rpm) - 2)
    p_low = float(world.rpm[low]["survival_p"])
    p_high = float(world.rpm[low + 1]["survival_p"])
    return p_low + (p_high - p_low) * (score - float(low))


@compiled
def rpm_hazard(world: World, score: float) -> float:
    """That chance as an integrated hazard, to be held against a casualty's threshold."""
    return -natural_log(rpm_survival(world, score))


@compiled
def hospital_fate(
    world: World, person: np.ndarray, clock: tuple[float, float], at: tuple[int, int]
) -> int:
    """When somebody with that clock (all of it, early part) dies within 24 hours, or -1.

    at: arrival, and the wait from there to definitive care, both in milliseconds. Until then the
    clock runs at a lowered rate.
    """
    total, early = clock
    arrives, wait_ms = at
    scale = world.parameters[0]["moderate_rate_factor"] if person["moderate"] == 1 else 1.0
    after = float(world.wounds[person["wound"]]["hospital_total"] * scale)
    threshold = float(person["death_threshold"])
    if world.setting[0]["physiology"] == Physiology.FLAT:
        if not flat_dies(world, person, early, after):
            return -1
        p = world.parameters[0]
        share = threshold / (early * p["flat_reference_s"] / p["flat_window_s"] + after)
        return arrives + int(share * DAY_MS)
    before = untreated_rate(world, person) * float(world.parameters[0]["hospital_factor"])
    wait_min = float(wait_ms) / MS_PER_MIN
    left = clock_limit(world, person) - total
    if left <= before * wait_min:
        return arrives + int(max(left, 0.0) / before * MS_PER_MIN)
    if world.setting[0]["physiology"] == Physiology.RPM:
        score = rpm_after(world, initial_rpm(world, person), total + before * wait_min)
        after = rpm_hazard(world, score)
        left = threshold
    else:
        left = left - before * wait_min
    if left <= after:
        return arrives + wait_ms + int(left / after * DAY_MS)
    return -1


@compiled
def lives_ideally(world: World, person: np.ndarray) -> bool:
    """Savable: with the same luck, would this casualty live under the ideal response?

    Care that succeeds after `ideal_care_s`, then `ideal_scene_s` to leave and the drive to the
    nearest trauma centre, which treats at once.
    """
    if person["wound"] == Wound.KILLED:
        return False
    p = world.parameters[0]
    drive_ms = 1 << 40
    for h in range(len(world.hospitals)):
        if world.hospitals[h]["trauma_centre"] == 1:
            drive_ms = min(drive_ms, int(world.hospitals[h]["drive_ms"]))
    hurt = int(person["hurt_ms"])
    cared = hurt + int(p["ideal_care_s"] * 1000.0)
    arrives = cared + int(p["ideal_scene_s"] * 1000.0) + drive_ms
    rate = untreated_rate(world, person)
    lowered = rate * float(world.wounds[person["wound"]]["medic_factor"])
    total = rate * float(cared - hurt) / MS_PER_MIN
    total += lowered * float(arrives - cared) / MS_PER_MIN
    early = rate * early_minutes(world, person, hurt, cared)
    early += lowered * early_minutes(world, person, cared, arrives)
    flat = world.setting[0]["physiology"] == Physiology.FLAT
    if not flat and total >= clock_limit(world, person):
        return False
    wait_ms = int(p["surgery_delay_s"] * 1000.0)
    return hospital_fate(world, person, (total, early), (arrives, wait_ms)) < 0
