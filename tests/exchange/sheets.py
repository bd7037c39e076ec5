"""Files to bring in, made in memory."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook


def csv_of(*lines, separator=",", encoding="utf-8"):
    return "\n".join(separator.join(line) for line in lines).encode(encoding)


def sheet_of(*lines, **more):
    """Return an XLSX file; further sheets by name."""
    book = Workbook()
    book.active.title = "Answers"
    for line in lines:
        book.active.append(line)
    for name, rows in more.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book):
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def with_part(data, name, content):
    """Return an archive with one part put in place of another, or added."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return made.getvalue()
