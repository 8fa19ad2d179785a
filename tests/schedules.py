"""One invented course schedule in every format the audit reads."""

import io

ROWS = (
    ("0800-0830", "Welcome and course overview", "admin"),
    ("0830-1000", "Bleeding control and tourniquets", "lecture"),
    ("1000-1015", "Break", ""),
    ("1015-1145", "Drags, carries and litters", "practical"),
    ("1145-1245", "Lunch", ""),
    ("1245-1415", "Incident command and staging", "lecture"),
    ("1415-1545", "Room entry and team movement", "practical"),
)
HEADING = "Care and command day"
MINUTES = {
    "Welcome and course overview": 30,
    "Bleeding control and tourniquets": 90,
    "Drags, carries and litters": 90,
    "Incident command and staging": 90,
    "Room entry and team movement": 90,
}
HEADER = ("Time", "Topic", "Method")


def as_csv(delimiter: str = ",") -> bytes:
    """The schedule as CSV."""
    lines = [HEADER, *ROWS]
    quoted = [delimiter.join(f'"{cell}"' for cell in line) for line in lines]
    return "\n".join(quoted).encode()


def as_text() -> bytes:
    """The schedule as pasted text."""
    lines = [HEADING, "", *(f"{time}  {title}   {method}" for time, title, method in ROWS)]
    return "\n".join(lines).encode()


def as_xlsx() -> bytes:
    """The schedule as a workbook with a title row."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([HEADING])
    for row in (HEADER, *ROWS):
        sheet.append(list(row))
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def as_docx() -> bytes:
    """The schedule as a Word table under a heading."""
    import docx

    document = docx.Document()
    document.add_heading(HEADING)
    table = document.add_table(rows=0, cols=3)
    for row in (HEADER, *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def as_pdf() -> bytes:
    """The schedule as a PDF whose columns are set by place."""
    lines = [(72, 740, HEADING)]
    for number, row in enumerate((HEADER, *ROWS)):
        for left, cell in zip((72, 170, 400), row, strict=True):
            lines += [(left, 700 - 20 * number, cell)] if cell else []
    return pdf_of(lines)


def pdf_of(lines: list[tuple[int, int, str]]) -> bytes:
    """A PDF of one page with text at places, in points from the lower left."""
    drawn = "".join(f"BT /F1 11 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in lines)
    box, fonts = "/MediaBox [0 0 612 792]", "/Resources << /Font << /F1 5 0 R >> >>"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R {box} /Contents 4 0 R {fonts} >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made = "%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{part}\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n"
    made += "".join(f"{place:010d} 00000 n \n" for place in places)
    made += f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return made.encode("latin-1")
