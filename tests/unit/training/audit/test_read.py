"""From lines and tables to lessons: what is read, and what is told instead of guessed."""

from warmzone.interop.schedule_files import read_document
from warmzone.training.audit.read import read_schedule
from warmzone.training.audit.schedule import Schedule


def read(text: str, name: str = "course.txt") -> Schedule:
    """A text's schedule."""
    return read_schedule(read_document(text.encode(), name))


def told(schedule: Schedule) -> list[tuple[str, int | None]]:
    """Titles and minutes."""
    return [(lesson.title, lesson.minutes) for lesson in schedule.lessons]


def codes(schedule: Schedule) -> list[str]:
    """What was noticed."""
    return [problem.code for problem in schedule.problems]


def test_outline_with_parts() -> None:
    """Timed points of an outline are lessons; what stands below them are their details."""
    schedule = read(
        "I. Bleeding control [120 minutes]\nA. Tourniquets\n1. Placing one\nB. Packing\n"
        "II. Airway [60 min]\nTotal: 3 hours\n"
    )
    assert told(schedule) == [("Bleeding control", 120), ("Airway", 60)]
    assert schedule.lessons[0].details == ("Tourniquets", "Placing one", "Packing")
    assert codes(schedule) == []


def test_block_and_its_parts_are_one_time() -> None:
    """A block whose parts have minutes is not counted twice; parts that do not add up are told."""
    schedule = read(
        "1. Bleeding (2 hours)\n1.1 Tourniquets 60 min\n1.2 Packing 60 min\n"
        "2. Airway (60 min)\n2.1 Positioning 20 min\n2.2 Adjuncts 20 min\n"
    )
    assert told(schedule) == [
        ("Tourniquets", 60), ("Packing", 60), ("Positioning", 20), ("Adjuncts", 20),
    ]  # fmt: skip
    assert codes(schedule) == ["total_differs"]
    assert "Airway" in schedule.problems[0].message


def test_totals_that_do_not_add_up() -> None:
    """A stated total that is not the sum of the lessons is told with both numbers."""
    schedule = read("Topic,Hours\nBleeding,2\nRoom entry,1.5\nTotal,8\n", "course.csv")
    assert told(schedule) == [("Bleeding", 120), ("Room entry", 90)]
    assert codes(schedule) == ["total_differs"]
    assert "8 h" in schedule.problems[0].message
    assert "3 h 30 min" in schedule.problems[0].message


def test_a_total_whose_unit_stands_before_it_is_read() -> None:
    """However it is put, above or below; a lesson put so keeps its minutes and is none."""
    lessons = "0900-1000 Triage\n1000-1100 Airway\n"
    for stated in (
        "Contact hours: 20", "Total contact hours: 20", "Total Hours - 20", "Length (hours): 20",
        "Total minutes: 1200", "Course length: 20 hours",
    ):  # fmt: skip
        for text in (f"TECC\n{lessons}{stated}\n", f"{stated}\n{lessons}"):
            schedule = read(text)
            assert told(schedule) == [("Triage", 60), ("Airway", 60)], stated
            assert codes(schedule) == ["total_differs"], stated
            assert "20 h, but" in schedule.problems[0].message
    assert codes(read(f"{lessons}Total hours: 2\n")) == []
    table = "Topic,Minutes\nTriage,60\nAirway,60\n"
    for row in ("Contact hours,2", "Total (hours),2", "Total,120", "Total minutes,120"):
        assert told(read(f"{table}{row}\n", "course.csv")) == [("Triage", 60), ("Airway", 60)]
        assert codes(read(f"{table}{row}\n", "course.csv")) == [], row
    (problem,) = read(f"{table}Total contact hours,20\n", "course.csv").problems
    assert "states 20 h" in problem.message
    packed = read(f"{lessons}Wound packing - hours: 2\n")
    assert told(packed)[-1] == ("Wound packing", 120)


def test_a_course_named_with_its_days_is_no_lesson() -> None:
    """What stands first outside of any list with a length in days heads the schedule."""
    schedule = read("Casualty care, 2 days\nDay 1\n0900-1000 Triage\nDay 2\n0900-1000 Airway\n")
    assert told(schedule) == [("Triage", 60), ("Airway", 60)]
    assert "Casualty care" in schedule.heading
    listed = read("1. Field practice, 2 days\n2. Triage, 60 min\n")
    assert told(listed)[0] == ("Field practice", None)


def test_a_total_of_the_course_below_its_last_day_is_the_courses() -> None:
    """Not the last day's, from which it differs more."""
    days = "Day 1\n0800-1200 Triage\nDay 2\n0800-1000 Airway\nTotal: 7 hours\n"
    (problem,) = read(days).problems
    assert "the lessons add up to 6 h" in problem.message


def test_totals_that_add_up_with_breaks_are_right() -> None:
    """A course of eight hours may count its lunch."""
    schedule = read("Course length: 3 hours\n0900-1000 Triage\n1000-1100 Lunch\n1100-1200 Airway\n")
    assert codes(schedule) == ["left_out"]


def test_missing_minutes_are_told() -> None:
    """A lesson without minutes keeps none and is named."""
    schedule = read("lesson,minutes\nTriage,30\nAirway,\n", "course.csv")
    assert told(schedule) == [("Triage", 30), ("Airway", None)]
    assert codes(schedule) == ["minutes_missing"]
    assert "Airway" in schedule.problems[0].message
    assert schedule.problems[0].where == "row 3"


def test_unreadable_minutes_are_told_as_they_stand() -> None:
    """A range, a word or an impossible time is quoted; nothing is put in its place."""
    schedule = read("lesson,minutes\nTriage,20-30\nAirway,tbd\n", "course.csv")
    assert told(schedule) == [("Triage", None), ("Airway", None)]
    assert codes(schedule) == ["minutes_unclear", "minutes_unclear", "no_minutes"]
    assert "20-30" in schedule.problems[0].message
    assert "tbd" in schedule.problems[1].message


def test_clock_and_length_that_disagree() -> None:
    """A length that is not what its times make is told; the times are used."""
    schedule = read("Time,Topic,Minutes\n0900-1000,Triage,45\n", "course.csv")
    assert told(schedule) == [("Triage", 60)]
    assert codes(schedule) == ["minutes_disagree"]


def test_only_beginnings() -> None:
    """Where only beginnings are given, a lesson lasts until the next, and that is told."""
    schedule = read("0800 Welcome\n0830 Triage\n0930 Break\n0945 Airway\n1100 End of day\n")
    assert told(schedule) == [("Welcome", 30), ("Triage", 60), ("Airway", 75)]
    assert codes(schedule) == ["unit_assumed", "left_out"]


def test_units_that_a_heading_does_not_name() -> None:
    """Bare lengths that can only be minutes, or hours, are read so and told; else left open."""
    minutes = read("lesson,duration\nTriage,30\nAirway,90\n", "course.csv")
    assert told(minutes) == [("Triage", 30), ("Airway", 90)]
    hours = read("lesson,duration\nTriage,1.5\nAirway,2\n", "course.csv")
    assert told(hours) == [("Triage", 90), ("Airway", 120)]
    assert codes(minutes) == codes(hours) == ["unit_assumed"]
    unclear = read("lesson,duration\nTriage,2\nAirway,45\n", "course.csv")
    assert told(unclear) == [("Triage", None), ("Airway", None)]
    assert "minutes_unclear" in codes(unclear)


def test_overlapping_lessons() -> None:
    """Two lessons at the same time are both counted and told."""
    schedule = read("0800-1000 Triage\n0900-1100 Airway\n")
    assert told(schedule) == [("Triage", 120), ("Airway", 120)]
    assert codes(schedule) == ["times_overlap"]


def test_days_and_their_totals() -> None:
    """Days are kept, and a total under a day is that day's."""
    schedule = read(
        "Day 1\n0800-1000 Triage\nDay 1 total: 2 hours\nDay 2\n0800-1200 Scenario\n"
        "Day 2 total: 3 hours\n"
    )
    assert [(one.day, one.minutes) for one in schedule.lessons] == [("Day 1", 120), ("Day 2", 240)]
    assert codes(schedule) == ["total_differs"]
    assert "Day 2" in schedule.problems[0].message


def test_columns_set_by_spaces() -> None:
    """Columns of spaces under a heading are cut; a title on two lines is joined."""
    schedule = read(
        "Time        Topic                           Instructor\n"
        "0830-0930   Incident command for the first  Ray\n"
        "            arriving supervisor\n"
        "0930-1030   Drags and carries               Lee\n"
    )
    assert told(schedule) == [
        ("Incident command for the first arriving supervisor", 60),
        ("Drags and carries", 60),
    ]


def test_prose_is_no_schedule() -> None:
    """A description without lessons is told as such."""
    schedule = read(
        "The course teaches people to care for the wounded in a hostile place, and it lasts for "
        "about 8 hours on a single day, with a lunch in between and a certificate at the end.\n"
    )
    assert schedule.lessons == ()
    assert codes(schedule) == ["no_lessons"]


def test_no_minutes_at_all() -> None:
    """A list of topics has lessons and one problem: no split by time."""
    schedule = read("Topics:\n- Bleeding\n- Airway\n- Drags\n")
    assert told(schedule) == [("Bleeding", None), ("Airway", None), ("Drags", None)]
    assert codes(schedule) == ["no_minutes"]


def test_deep_and_long_lists_are_read() -> None:
    """However deep a list is nested and however long it is, it is read."""
    deep = "\n".join(f"{' ' * 4 * depth}- Part {depth} (10 min)" for depth in range(1500))
    assert len(read(deep).lessons) > 1000
    long = "\n".join(f"{number}. Triage (10 min)" for number in range(1, 2001))
    assert sum(lesson.minutes or 0 for lesson in read(long).lessons) == 20_000
