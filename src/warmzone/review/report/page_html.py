"""The review as one HTML file that needs nothing else."""

from html import escape

from warmzone.review.report.section import Document, Section, Table

_STYLE = """
body { font: 16px/1.45 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #16202b; background: #fff }
h1 { font-size: 1.7rem } h2 { font-size: 1.2rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100%; font-size: .9rem }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem;
  border-bottom: 1px solid #c9d1d9 }
.scroll { overflow-x: auto } svg { max-width: 100%; height: auto }
li { margin: .2rem 0 } footer, .notice { color: #46525e; font-size: .9rem }
"""


def as_html(document: Document) -> bytes:
    """The file's bytes."""
    parts = [
        '<!doctype html><html lang="en"><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{escape(document.title)}</title><style>{_STYLE}</style>",
        f"<h1>{escape(document.title)}</h1>",
        f'<p class="notice">{escape(document.notice)}</p>',
        *(_section(one) for one in document.sections),
        f"<footer><p>{escape(document.notice)}</p></footer></html>",
    ]
    return "\n".join(parts).encode()


def _section(section: Section) -> str:
    lines = "".join(f"<li>{escape(one)}</li>" for one in section.sentences)
    listed = f"<ul>{lines}</ul>" if lines else ""
    head = f"<h{section.level + 1}>{escape(section.title)}</h{section.level + 1}>"
    return f"{head}{section.picture}{listed}{_table(section.table)}"


def _table(table: Table | None) -> str:
    if table is None or not table.rows:
        return ""
    heads = "".join(f'<th scope="col">{escape(one)}</th>' for one in table.heads)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in table.rows
    )
    shown = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="scroll" tabindex="0">{shown}</div>'
