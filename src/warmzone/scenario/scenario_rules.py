"""What a scenario must satisfy beyond its shape: places exist, numbers agree, people come.

The rules read plain values, so that a file with a wrong shape is still checked everywhere else.
"""

from collections.abc import Callable, Iterator
from typing import Any

from warmzone.scenario.problems import Problem, Step, nearest, one_of, place_of, shown
from warmzone.scenario.routes import reachable_from
from warmzone.scenario.site import Site

Steps = list[Step]
Found = Iterator[tuple[Steps, Any]]

AREA_PLACES = (
    "threat.areas.*.area",
    "casualties.areas.*.area",
    "civilians.*.area",
    "reports.*.area",
    "device.area",
)
MARK_PLACES = ("agencies.*.arrives_at", "ambulances.arrives_at")
SPAN_PLACES = (
    "casualties.latent",
    "casualties.hurt",
    "civilians.*.people",
    "callers",
    "agencies.*.arrivals.*.officers",
)
UNIQUE_PLACES = ("agencies.*.id", "agencies.*.callsign", "hospitals.*.name")
UNIQUE_IN_LIST = ("threat.areas", "casualties.areas", "civilians")


def spots(values: object, pattern: str) -> Found:
    """The values at a pattern like `agencies.*.id`, each with its path; none where it is absent."""
    found: list[tuple[Steps, Any]] = [([], values)]
    for part in pattern.split("."):
        inner: list[tuple[Steps, Any]] = []
        for steps, value in found:
            if part == "*" and isinstance(value, list):
                inner += [([*steps, at], item) for at, item in enumerate(value)]
            elif isinstance(value, dict) and part in value:
                inner.append(([*steps, part], value[part]))
        found = inner
    yield from found


def value_at(values: object, pattern: str, kind: type | tuple[type, ...]) -> Any:
    """The one value at a pattern if it is of a kind, else None."""
    for _, value in spots(values, pattern):
        if isinstance(value, kind) and not isinstance(value, bool):
            return value
    return None


class ScenarioCheck:
    """The rules over one scenario's plain values; `site` is None where it could not be loaded."""

    def __init__(self, values: dict[str, object], site: Site | None, file: str) -> None:
        """Remember what is checked."""
        self.values = values
        self.site = site
        self.file = file

    def problems(self) -> list[Problem]:
        """All problems of the scenario beyond its shape, warnings last."""
        rules: list[Callable[[], Iterator[Problem]]] = [
            self.spans,
            self.repeated,
            self.threat,
            self.casualties,
            self.agencies,
            self.hospitals,
            self.times,
        ]
        if self.site is not None:
            rules += [self.area_ids, self.mark_ids, self.ambulance_place, self.ways]
        found = [problem for rule in rules for problem in rule()]
        return sorted(found, key=lambda problem: problem.severity)

    def error(self, steps: Steps, found: str, verdict: str, allowed: str) -> Problem:
        """An error of this file."""
        return Problem(self.file, place_of(steps), found, allowed, verdict)

    def warning(self, steps: Steps, found: str, verdict: str, allowed: str) -> Problem:
        """A warning about this file."""
        return Problem(self.file, place_of(steps), found, allowed, verdict, "warning")

    def spans(self) -> Iterator[Problem]:
        """The low end of a span is not above its high end; a car has somebody in it."""
        for pattern in SPAN_PLACES:
            for steps, span in spots(self.values, pattern):
                low, high = (value_at(span, end, int) for end in ("low", "high"))
                if low is not None and high is not None and low > high:
                    verdict = f" is above high = {shown(high)}"
                    yield self.error([*steps, "low"], shown(low), verdict, "low at most high")
                if pattern.endswith("officers") and low == 0:
                    yield self.error([*steps, "low"], "0", " officers in a car", "1 or more")

    def repeated(self) -> Iterator[Problem]:
        """Ids, callsigns and names of hospitals are unique; an area stands in a list once."""
        for pattern in UNIQUE_PLACES:
            yield from self.repeated_at(pattern)
        for pattern in UNIQUE_IN_LIST:
            yield from self.repeated_at(f"{pattern}.*.area")

    def repeated_at(self, pattern: str) -> Iterator[Problem]:
        """Values at one pattern that occur twice."""
        first: dict[str, Steps] = {}
        for steps, value in spots(self.values, pattern):
            if isinstance(value, str) and value in first:
                verdict = f" stands already at {place_of(first[value])}"
                yield self.error(steps, shown(value), verdict, "each of them once")
            elif isinstance(value, str):
                first[value] = steps

    def threat(self) -> Iterator[Problem]:
        """A hazard that is somewhere has areas to be in."""
        state = value_at(self.values, "threat.state", str)
        areas = value_at(self.values, "threat.areas", list)
        if state in ("active", "silent") and not areas:
            found = "an empty list" if areas is not None else "missing"
            allowed = f'at least one area, as the threat is "{state}"'
            yield self.error(["threat", "areas"], found, "", allowed)

    def casualties(self) -> Iterator[Problem]:
        """Somebody can be hurt, and somewhere."""
        people = self.values.get("casualties")
        if not isinstance(people, dict):
            return
        highs = [value_at(people, f"{group}.high", int) for group in ("latent", "hurt")]
        given = [group for group in ("latent", "hurt") if group in people]
        if all(
            high == 0 or (high is None and group not in given)
            for high, group in zip(highs, ("latent", "hurt"), strict=True)
        ):
            allowed = "latent.high or hurt.high of at least 1"
            yield self.error(["casualties"], "nobody who can be hurt", "", allowed)
        if people.get("areas") == []:
            yield self.error(["casualties", "areas"], "an empty list", "", "at least one area")

    def agencies(self) -> Iterator[Problem]:
        """Police come, and each agency has arrivals."""
        agencies = self.values.get("agencies")
        profile = self.values.get("agency_profile")
        if agencies is None and profile is None:
            allowed = "a list, or an agency_profile in its place"
            yield self.error(["agencies"], "missing", "", allowed)
        elif agencies is not None and profile is not None:
            verdict = " beside agencies"
            yield self.error(["agency_profile"], shown(profile), verdict, "one of the two")
        if not isinstance(agencies, list):
            return
        disciplines = [d for _, d in spots(self.values, "agencies.*.discipline")]
        if "police" not in disciplines and all(d == "medical" for d in disciplines):
            allowed = 'at least one with discipline = "police"'
            yield self.error(["agencies"], "no police agency", "", allowed)
        for steps, arrivals in spots(self.values, "agencies.*.arrivals"):
            if arrivals == []:
                yield self.error(steps, "an empty list", "", "at least one group of cars")

    def hospitals(self) -> Iterator[Problem]:
        """There is a hospital, and one of them is a trauma centre."""
        hospitals = self.values.get("hospitals")
        if not isinstance(hospitals, list):
            return
        if not hospitals:
            yield self.error(["hospitals"], "an empty list", "", "at least one hospital")
        elif not any(isinstance(h, dict) and h.get("trauma_centre") is True for h in hospitals):
            allowed = "at least one hospital with trauma_centre = true"
            yield self.error(["hospitals"], "no trauma centre", "", allowed)

    def times(self) -> Iterator[Problem]:
        """A drill starts, and reports and cars come, before the end."""
        minutes = value_at(self.values, "minutes", int)
        for steps, report in spots(self.values, "reports.*"):
            heard, seen = (value_at(report, k, (int, float)) for k in ("heard_s", "observed_s"))
            if heard is not None and seen is not None and seen > heard:
                verdict = f" is after heard_s = {shown(heard)}"
                yield self.error([*steps, "observed_s"], shown(seen), verdict, "at most heard_s")
        if minutes is None:
            return
        start = value_at(self.values, "start.minute", int)
        if start is not None and start >= minutes:
            verdict = f" is not before the end at minute {minutes}"
            yield self.error(["start", "minute"], shown(start), verdict, f"1 to {minutes - 1}")
        for pattern in ("reports.*.heard_s", "agencies.*.arrivals.*.first_s", "ambulances.first_s"):
            for steps, value in spots(self.values, pattern):
                if isinstance(value, (int, float)) and value > minutes * 60:
                    verdict = f" is after the end at {minutes * 60} s"
                    yield self.warning(steps, shown(value), verdict, "a time before the end")

    def area_ids(self) -> Iterator[Problem]:
        """Each area that is named exists on the site."""
        site = self.required_site()
        known = [area.id for area in site.areas]
        for pattern in AREA_PLACES:
            for steps, value in spots(self.values, pattern):
                if isinstance(value, str) and value not in known:
                    verdict = f' is not an area of site "{site.id}"'
                    yield self.error(steps, shown(value), verdict, nearest(value, known))

    def mark_ids(self) -> Iterator[Problem]:
        """Each place of arrival is a mark of the site."""
        site = self.required_site()
        known = [mark.id for mark in site.marks]
        for pattern in MARK_PLACES:
            for steps, value in spots(self.values, pattern):
                if isinstance(value, str) and value not in known:
                    verdict = f' is not a mark of site "{site.id}"'
                    yield self.error(steps, shown(value), verdict, nearest(value, known))

    def ambulance_place(self) -> Iterator[Problem]:
        """Ambulances arrive where vehicles can be."""
        site = self.required_site()
        told = value_at(self.values, "ambulances.arrives_at", str)
        good = [m.id for m in site.marks if site.areas[m.area].vehicle]
        if told in {m.id for m in site.marks} and told not in good:
            steps: Steps = ["ambulances", "arrives_at"]
            yield self.error(steps, shown(told), " is not a place for vehicles", one_of(good))

    def ways(self) -> Iterator[Problem]:
        """Each place where somebody is hurt can be walked to from the first agency's arrival."""
        site = self.required_site()
        marks = {mark.id: mark for mark in site.marks}
        areas = {area.id: index for index, area in enumerate(site.areas)}
        places = [told for _, told in spots(self.values, "agencies.*.arrives_at")]
        arrivals = [mark.id for mark in site.marks if mark.kind == "arrival"]
        for told in places or arrivals:
            if not isinstance(told, str) or told not in marks:
                continue
            reached = reachable_from(site, marks[told].area)
            for pattern in ("threat.areas.*.area", "casualties.areas.*.area"):
                for steps, value in spots(self.values, pattern):
                    if isinstance(value, str) and areas.get(value, -1) not in reached | {-1}:
                        verdict = f' cannot be reached from "{told}"'
                        yield self.error(steps, shown(value), verdict, "an area with a way in")
            return

    def required_site(self) -> Site:
        """The site; only asked for by rules that are used when there is one."""
        if self.site is None:
            raise AssertionError("a rule over the site was used without one")
        return self.site
