"""Spreadsheets made to do harm: refused, and cheaply."""

import struct
import tracemalloc
import zlib
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from cxcore.exchange.table_errors import DamagedSpreadsheetError, TableTooBigError
from cxcore.exchange.table_files import read_table, sheets_of
from tests.exchange.sheets import sheet_of, with_part

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def archive_of(name, packed, packing, check, packed_size, listed_size):
    """Return an archive of one part, of which it lists whatever one likes."""
    name = name.encode()
    about = (packing, 0, 0, check, packed_size, listed_size, len(name), 0)
    head = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, *about) + name
    listed = struct.pack("<4s6H3I2H", b"PK\1\2", 20, 20, 0, *about)
    listed += struct.pack("<3H2I", 0, 0, 0, 0, 0) + name
    place = (len(listed), len(head) + len(packed), 0)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, *place)
    return head + packed + listed + end


def test_a_spreadsheet_that_declares_entities_is_refused():
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
        b"<worksheet>&b;</worksheet>"
    )
    data = with_part(sheet_of(["A"], [1]), "xl/worksheets/sheet1.xml", bomb)

    with pytest.raises(DamagedSpreadsheetError):
        read_table(data)


def test_a_spreadsheet_that_unpacks_to_far_too_much_is_refused_unopened():
    data = with_part(sheet_of(["A"], [1]), "xl/media/x.bin", b"\0" * 70_000_000)
    assert len(data) < 200_000

    with pytest.raises(TableTooBigError, match="unpacked"):
        sheets_of(data)


def test_a_part_that_holds_more_than_its_archive_lists_is_never_unpacked():
    honest = b"<Types/>"
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = b"".join(
        [
            packer.compress(honest),
            *(packer.compress(b" " * 10_000_000) for _ in range(20)),
            packer.flush(),
        ]
    )
    sizes = (zlib.crc32(honest), len(packed), len(honest))
    data = archive_of("[Content_Types].xml", packed, ZIP_DEFLATED, *sizes)
    tracemalloc.start()

    with pytest.raises(DamagedSpreadsheetError):
        sheets_of(data)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10_000_000


@pytest.mark.parametrize("packing", [ZIP_BZIP2, ZIP_LZMA])
def test_a_part_packed_as_no_spreadsheet_is_counts_as_damaged(packing):
    made = BytesIO()
    with (
        ZipFile(BytesIO(sheet_of(["Pay"], ["3"]))) as old,
        ZipFile(made, "w", packing) as new,
    ):
        for part in old.namelist():
            new.writestr(part, old.read(part))

    with pytest.raises(DamagedSpreadsheetError):
        sheets_of(made.getvalue())


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.XML", "xl/theme/theme1.bin"])
def test_a_part_that_declares_entities_is_refused_whatever_it_is_called(name):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'

    with pytest.raises(DamagedSpreadsheetError):
        sheets_of(with_part(sheet_of(["Pay"], ["3"]), name, bomb))


def test_a_sheet_of_a_damaged_spreadsheet_is_refused_too():
    data = with_part(sheet_of(["Pay"], ["3"]), "xl/workbook.xml", b"<workbook")

    with pytest.raises(DamagedSpreadsheetError):
        read_table(data, "Answers")


def test_a_few_bytes_that_stand_for_many_blank_cells_are_not_all_looked_at():
    wide = "".join(f'<row r="{n}"><c r="XFD{n}"/></row>' for n in range(1, 20_001))
    sheet = f'<worksheet xmlns="{SHEET}"><sheetData>{wide}</sheetData></worksheet>'
    name = "xl/worksheets/sheet1.xml"
    data = with_part(sheet_of(["Pay"], ["3"]), name, sheet.encode())

    with pytest.raises(TableTooBigError, match="cells, blank ones included"):
        read_table(data)
