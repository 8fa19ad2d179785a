"""What a printed page is made of: titles, sentences, pictures and tables, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and rows of plain text; `widths` are shares of the page, equal where none are given."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A title with sentences and, where there are, a picture and a table; level 1 is highest."""

    title: str
    sentences: tuple[str, ...] = ()
    table: Table | None = None
    new_page: bool = False
    level: int = 1
    picture: str = ""
    """As SVG; `sentences` say what it shows."""


@dataclass(frozen=True, slots=True)
class Document:
    """The whole: the notice stands at the foot of every page."""

    title: str
    notice: str
    sections: tuple[Section, ...]
