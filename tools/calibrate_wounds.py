"""Calibrate the wound mixes to published patterns: `python -m tools.calibrate_wounds [--check]`.

Writes `evidence/tables/wound_mixes.csv`. Under the default physiology and a published response (no
care on the way, hospital after a lognormal time) the shares of each class, severe and moderate, are
chosen so that among the dead the share of savable comes out, with the published pattern of wounds
among the savable and among the survivors, and with the published share of dead.
"""

import argparse
import csv
import io
import sys
from math import exp
from pathlib import Path
from statistics import NormalDist

from warmzone.evidence.rows import world_rows, wound_rows
from warmzone.evidence.table import lines

PATH = Path(__file__).parents[1] / "src/warmzone/evidence/tables/wound_mixes.csv"
CLASSES = ("limb", "junctional", "torso", "chest", "head")
ANCHORS = (0.07, 0.15, 0.32)
GRID = (0.07, 0.11, 0.15, 0.2, 0.26, 0.32)
STEPS = 400
SOURCE = "Smith 2016; Sarani 2019; Smith 2018 (Pulse); Czaja 2022; EAST 2021; SJTREM 2023"

PUBLISHED = {line["name"]: float(line["value"]) for line in lines("wounding.csv")}
WORLD = {name: row.value for name, row in world_rows().items()}


def share_among_savable(savable: float, wound: str) -> float:
    """The published share of a class among the savable dead; between two sources on the line."""
    low = max(anchor for anchor in ANCHORS[:-1] if anchor <= savable)
    high = ANCHORS[ANCHORS.index(low) + 1]
    one, other = (PUBLISHED.get(f"savable_{at:g}.{wound}", 0.0) for at in (low, high))
    return one + (other - one) * (savable - low) / (high - low)


def arrivals() -> list[float]:
    """Minutes to hospital in the published response, at evenly spread quantiles."""
    normal = NormalDist()
    median, sigma = PUBLISHED["arrival_median_min"], PUBLISHED["arrival_sigma"]
    return [median * exp(sigma * normal.inv_cdf((k + 0.5) / STEPS)) for k in range(STEPS)]


def survival(wound: str, scale: float) -> tuple[float, float]:
    """Chance of living under the ideal response, and under the published one."""
    numbers = wound_rows()[wound].numbers
    rate = numbers["rate_per_min"] * scale
    inside = rate * WORLD["hospital_factor"] * WORLD["surgery_delay_s"] / 60.0
    inside += numbers["hospital_total"] * scale
    way_min = WORLD["ideal_scene_s"] / 60.0 + PUBLISHED["drive_min"]
    ideal = rate * (WORLD["ideal_care_s"] / 60.0 + numbers["medic_factor"] * way_min)
    published = [exp(-rate * minutes - inside) for minutes in arrivals()]
    return exp(-ideal - inside), sum(published) / STEPS


def shares(savable: float, wound: str) -> tuple[float, float]:
    """Shares of all casualties who have a severe and a moderate wound of that class."""
    ideal, published = survival(wound, 1.0)
    mild_ideal, mild = survival(wound, WORLD["moderate_rate_factor"])
    wanted = PUBLISHED["dead"] * savable * share_among_savable(savable, wound)
    living = (1.0 - PUBLISHED["dead"]) * (1.0 - PUBLISHED["minor"]) * PUBLISHED[wound]
    # severe * lost + moderate * mild_lost = wanted; severe * published + moderate * mild = living
    lost, mild_lost = ideal - published, mild_ideal - mild
    severe = (wanted * mild - living * mild_lost) / (lost * mild - published * mild_lost)
    severe = max(0.0, severe)
    return severe, (living - severe * published) / mild


def mix(savable: float) -> dict[str, tuple[float, float]]:
    """Share and moderate part of every class, for that share of savable among the dead."""
    found = {wound: shares(savable, wound) for wound in CLASSES}
    minor = (1.0 - PUBLISHED["dead"]) * PUBLISHED["minor"]
    killed = 1.0 - minor - sum(severe + moderate for severe, moderate in found.values())
    rows = {"killed": (killed, 0.0)}
    for wound, (severe, moderate) in found.items():
        rows[wound] = (severe + moderate, moderate / (severe + moderate))
    return rows | {"minor": (minor, 0.0)}


def table() -> str:
    """The text of the table."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["savable_share", "wound", "share_p", "moderate_p", "source", "status", "note"])
    for savable in GRID:
        for wound, (share, moderate) in mix(savable).items():
            note = "tools.calibrate_wounds"
            row = [f"{savable:g}", wound, f"{share:.4f}", f"{moderate:.4f}", SOURCE, "derived"]
            writer.writerow([*row, note])
    return text.getvalue()


def main() -> int:
    """Write the table, or say whether it is as it would be written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        same = PATH.read_text(encoding="utf-8") == table()
        print("as calibrated" if same else f"{PATH.name} differs from what is calibrated")
        return 0 if same else 1
    PATH.write_text(table(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
