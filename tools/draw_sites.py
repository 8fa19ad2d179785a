"""Write the shipped site files from their plans in `tools/site_plans`, or check that they agree.

python -m tools.draw_sites                 write the site files
python -m tools.draw_sites --check         exit 1 if a site file differs from its plan
python -m tools.draw_sites --png FOLDER    also draw each floor
"""

import argparse
import sys
from pathlib import Path

from tools.site_plans import arcade, derailment, geojson, school
from tools.site_plans.plan import Plan

PLANS = (school.PLAN, arcade.PLAN, derailment.PLAN)
SITES = Path(__file__).resolve().parents[1] / "src" / "warmzone" / "scenario" / "library" / "sites"


def main(arguments: list[str] | None = None) -> int:
    """Do what was asked; 0 when every plan is sound and, with --check, every file agrees."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, compare only")
    parser.add_argument("--png", type=Path, help="folder for a picture of each floor")
    chosen = parser.parse_args(arguments)
    sound = [_handle(plan, check=chosen.check) for plan in PLANS]
    if chosen.png is not None:
        _draw_all(chosen.png)
    return 0 if all(sound) else 1


def _handle(plan: Plan, *, check: bool) -> bool:
    faults = geojson.problems(plan)
    for fault in faults:
        print(f"{plan.id}: {fault}", file=sys.stderr)
    if faults:
        return False
    file = SITES / f"{plan.id}.geojson"
    text = geojson.text(plan)
    if check:
        same = file.exists() and file.read_text(encoding="utf-8") == text
        if not same:
            print(
                f"{file.name} differs from its plan: run python -m tools.draw_sites",
                file=sys.stderr,
            )
        return same
    file.write_text(text, encoding="utf-8")
    print(f"{file.name}: {len(plan.areas)} areas, {len(plan.openings)} openings")
    return True


def _draw_all(folder: Path) -> None:
    # Drawing needs matplotlib, which checking and writing must not load.
    from tools.site_plans.picture import draw

    folder.mkdir(parents=True, exist_ok=True)
    for plan in PLANS:
        for level, _ in plan.levels:
            draw(plan, level, folder / f"{plan.id}-{level}.png")


if __name__ == "__main__":
    sys.exit(main())
