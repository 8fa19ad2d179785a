"""The verification report as one HTML page that needs nothing beside it."""

from html import escape
from importlib.resources import files

from warmzone.studies.verification.report import Report, Section, Table


def as_html(report: Report) -> str:
    """The whole page."""
    title = escape(report.title)
    style = files("warmzone.studies.verification").joinpath("report.css")
    misses = f"<h2>{escape(report.misses_title)}</h2>{_table(report.misses)}"
    misses = misses if report.misses.rows else ""
    parts = [
        "<!doctype html>",
        f'<html lang="en"><head><meta charset="utf-8"><title>{title}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{style.read_text(encoding='utf-8')}</style></head><body><main>",
        f"<h1>{title}</h1>",
        *(f"<p>{escape(sentence)}</p>" for sentence in report.opening),
        misses,
        *(_section(section) for section in report.sections),
        f"<footer><p>{escape(report.closing)}</p></footer>",
        "</main></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _section(section: Section) -> str:
    parts = [f"<section><h2>{escape(section.title)}</h2>"]
    parts += [f"<p>{escape(sentence)}</p>" for sentence in section.sentences]
    parts += [_table(table) for table in section.tables]
    for picture in section.pictures:
        says = escape(picture.says, quote=True)
        parts.append(f'<figure role="img" aria-label="{says}">{picture.svg}</figure>')
    parts.append("</section>")
    return "\n".join(parts)


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.heads)
    body = "".join("<tr>" + "".join(_cell(cell) for cell in row) + "</tr>" for row in table.rows)
    return (
        f'<div class="wide" tabindex="0"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _cell(text: str) -> str:
    # Figures and their intervals stay on one line.
    figure = len(text) < 24 and text.lstrip("-")[:1].isdigit()
    return f'<td class="figure">{escape(text)}</td>' if figure else f"<td>{escape(text)}</td>"
