"""The review as a Word document."""

import io

from warmzone.review.report.document import Document, Table


def as_docx(document: Document) -> bytes:
    """The file's bytes; the notice stands at the foot of every page."""
    import docx

    made = docx.Document()
    made.core_properties.title = document.title
    made.core_properties.author = "Warmzone"
    made.add_heading(document.title, level=0)
    made.sections[0].footer.paragraphs[0].text = document.notice
    for section in document.sections:
        made.add_heading(section.title, level=1)
        for sentence in section.sentences:
            made.add_paragraph(sentence, style="List Bullet")
        if section.table is not None and section.table.rows:
            _table(made, section.table)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _table(made: object, table: Table) -> None:
    shown = made.add_table(rows=1, cols=len(table.heads), style="Light Grid Accent 1")  # type: ignore[attr-defined]
    for cell, head in zip(shown.rows[0].cells, table.heads, strict=True):
        cell.text = head
    for row in table.rows:
        for cell, text in zip(shown.add_row().cells, row, strict=True):
            cell.text = text
