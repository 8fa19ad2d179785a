"""A report as a Word document."""

import io
from typing import Any

from warmzone.review.report.page_pdf import as_png
from warmzone.review.report.section import Document, Table

SMALL_PT, BODY_PT = 8.5, 10.5
MARGIN_CM, FOOT_CM, CELL_CM = 2.0, 0.9, 0.12
_ORDER = ("tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook")
HEAD_SHADE, RULE = "E7EBEF", "A0A9B2"


def as_docx(document: Document) -> bytes:
    """The file's bytes; the notice stands at the foot of every page."""
    import docx

    made: Any = docx.Document()
    made.core_properties.title = document.title
    made.core_properties.author = "Warmzone"
    _page(made, document.notice)
    made.add_heading(document.title, level=0)
    for section in document.sections:
        head = made.add_heading(section.title, level=section.level)
        head.paragraph_format.page_break_before = section.new_page
        if section.picture:
            width = _width(made.sections[0])
            head.paragraph_format.keep_with_next = True
            shown = made.add_picture(io.BytesIO(as_png(section.picture)), width=width)
            shown._inline.docPr.set("descr", " ".join(section.sentences))
        for sentence in section.sentences:
            made.add_paragraph(sentence, style="List Bullet")
        if section.table is not None and section.table.rows:
            _table(made, section.table)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _page(made: Any, notice: str) -> None:
    """Margins, type, and the notice with the page number at the foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt, RGBColor

    page = made.sections[0]
    page.left_margin = page.right_margin = Cm(MARGIN_CM)
    page.top_margin, page.bottom_margin = Cm(MARGIN_CM), Cm(MARGIN_CM + FOOT_CM)
    page.footer_distance = Cm(FOOT_CM)
    made.styles["Normal"].font.size = Pt(BODY_PT)
    made.styles["Normal"].font.name = "Calibri"
    for name, size in (("Title", 20), ("Heading 1", 14), ("Heading 2", 12)):
        style = made.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), RGBColor(0x16, 0x20, 0x2B)
    foot = page.footer.paragraphs[0]
    foot.add_run(notice).font.size = Pt(SMALL_PT)
    number = page.footer.add_paragraph()
    number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _page_number(number)


def _width(page: Any) -> Any:
    return page.page_width - page.left_margin - page.right_margin


def _page_number(foot: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)


def _table(made: Any, table: Table) -> None:
    """Rules between rows, a head that is repeated on every page, rows that are not torn."""
    from docx.shared import Pt

    shown = made.add_table(rows=1, cols=len(table.heads))
    shown.autofit = False
    _rules(shown)
    for cell, head in zip(shown.rows[0].cells, table.heads, strict=True):
        cell.text = head
        cell.paragraphs[0].runs[0].bold = True
        _shade(cell)
    _mark(shown.rows[0], "w:tblHeader")
    for row in table.rows:
        added = shown.add_row()
        _mark(added, "w:cantSplit")
        for cell, text in zip(added.cells, row, strict=True):
            cell.text = text
    shares = table.widths or (1.0,) * len(table.heads)
    width = _width(made.sections[0])
    for column, share in enumerate(shares):
        shown.columns[column].width = int(width * share / sum(shares))
        for cell in shown.columns[column].cells:
            cell.width = int(width * share / sum(shares))
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(2)
                for run in paragraph.runs:
                    run.font.size = Pt(SMALL_PT)
    made.add_paragraph()


def _rules(shown: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(Cm(CELL_CM).twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("color", RULE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = shown._tbl.tblPr
    # The format wants them in this order; some readers refuse another.
    for one in (borders, margins):
        later = _ORDER[_ORDER.index(one.tag.rpartition("}")[2]) + 1 :]
        properties.insert_element_before(one, *(f"w:{name}" for name in later))


def _shade(cell: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), HEAD_SHADE)
    cell._tc.get_or_add_tcPr().append(shade)


def _mark(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))
