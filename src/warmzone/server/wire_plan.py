"""The floor plan as it travels, once, on joining."""

from msgspec import Struct


class LevelView(Struct):
    """One floor."""

    number: int
    name: str


class AreaView(Struct):
    """One area of the plan; `rings` are metres, y grows to the north."""

    index: int
    id: str
    name: str
    kind: str
    level: int
    vehicle: bool
    x_m: float
    y_m: float
    rings: list[list[tuple[float, float]]]


class OpeningView(Struct):
    """One opening; `a` and `b` are area indexes."""

    a: int
    b: int
    kind: str
    state: str
    width_m: float
    x_m: float
    y_m: float


class MarkView(Struct):
    """A named place of the plan."""

    kind: str
    name: str
    area: int
    x_m: float
    y_m: float


class PlanView(Struct):
    """The floor plan as everybody may know it."""

    name: str
    levels: list[LevelView]
    areas: list[AreaView]
    openings: list[OpeningView]
    marks: list[MarkView]
    attribution: str = ""
