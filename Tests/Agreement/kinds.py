"""The kinds of disagreement with openpyxl that the standard decides for Leadmill."""

import dataclasses
import datetime
import decimal
import re
import typing
import zipfile


@dataclasses.dataclass
class Context:
    """One disagreement: what is known about it."""

    path: typing.Any
    book: typing.Any
    worksheet: typing.Any = None
    cell: typing.Any = None
    text: str | None = None
    row: dict | None = None
    problem: str | None = None
    names: list | None = None

    @property
    def value(self):
        return self.cell.value if self.cell is not None else None


@dataclasses.dataclass(frozen=True)
class Kind:
    name: str
    section: str
    reason: str
    applies: typing.Callable[[Context], bool]


def same_number(text, value):
    """Equal to the fifteen digits that a person sees; plain notation, no exponent."""
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        return False
    ours = decimal.Decimal(text)
    exact = decimal.Decimal(repr(value)) if isinstance(value, float) else decimal.Decimal(value)
    if ours == exact:
        return True
    if exact == 0:
        return False
    return abs(ours - exact) <= abs(exact) * decimal.Decimal("1e-14")


def same_duration(text, value):
    match = re.fullmatch(r"(-?)(\d+):(\d\d):(\d\d)(\.\d+)?", text)
    if not match:
        return False
    seconds = int(match[2]) * 3600 + int(match[3]) * 60 + int(match[4]) + float(match[5] or 0)
    return abs((-seconds if match[1] else seconds) - value.total_seconds()) < 0.0005


def same_moment(text, value):
    """Equal as points of time: `06.009` and `06.009000` are the same."""
    try:
        return datetime.datetime.fromisoformat(text) == value
    except ValueError:
        return False


def is_conditional_format(context):
    """A format with sections by value: openpyxl asks the whole code whether it is a date's."""
    if not isinstance(context.value, (int, float)) or context.text is None:
        return False
    format = context.cell.number_format
    if ";" not in format or not re.search(r"\[[hms]+\]|[hdysHDYS]", format):
        return False
    if ":" not in context.text:
        return False
    seconds = datetime.timedelta(days=context.value).total_seconds()
    match = re.fullmatch(r"(-?)(\d+):(\d\d):(\d\d)(\.\d+)?", context.text)
    if not match:
        return False
    ours = int(match[2]) * 3600 + int(match[3]) * 60 + int(match[4]) + float(match[5] or 0)
    return abs((-ours if match[1] else ours) - seconds) <= 0.5


def is_digit_pattern(context):
    """A whole number of an id or telephone number, put into the pattern of its format."""
    if not isinstance(context.value, int) or not context.text:
        return False
    format = re.sub(r'\\.|"[^"]*"|[-+() :;@]|\[[^\]]*\]', "", context.cell.number_format)
    digits = re.sub(r"[^0-9]", "", context.text).lstrip("0")
    return bool(re.fullmatch(r"[0#?]+", format)) and digits == str(abs(context.value))


def is_beneath_merged(context):
    return type(context.cell).__name__ == "MergedCell" and bool(context.text)


def is_inline_value(context):
    """A cell of the kind `inlineStr` with its text in `v`, where it is seen, and nothing in `is`."""
    return (
        context.cell is not None and context.cell.data_type == "inlineStr"
        and context.value is None and bool(context.text))


def is_blank_row(context):
    """The row holds nothing but white space, so it is left out like any other blank row."""
    if context.cell is None or context.text or not isinstance(context.value, str):
        return False
    row = context.worksheet[context.cell.row]
    return all(
        cell.value is None or isinstance(cell.value, str) and not unescaped(cell.value).strip()
        for cell in row)


def unescaped(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


def is_escape(context):
    """openpyxl leaves `_xHHHH_` as it stands, and takes `x005F_` out of shared texts."""
    value = context.value
    if not isinstance(value, str) or context.text is None:
        return False
    ours = context.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unescaped(value) == ours or "x005F_" in ours and ours.replace("x005F_", "") == value


def is_hidden_time(context):
    """The format shows a date without the time of day, or seconds without their fraction."""
    value = context.value
    if isinstance(value, datetime.time) and context.text:
        shown = datetime.timedelta(
            hours=value.hour, minutes=value.minute, seconds=value.second,
            microseconds=value.microsecond)
        match = re.fullmatch(r"(\d\d):(\d\d):(\d\d)", context.text)
        ours = match and datetime.timedelta(
            hours=int(match[1]), minutes=int(match[2]), seconds=int(match[3]))
        return bool(match) and abs((ours - shown).total_seconds()) <= 0.5
    if not isinstance(value, datetime.datetime) or context.text is None:
        return False
    format = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", context.cell.number_format).lower()
    if "h" not in format and context.text == value.date().isoformat():
        return True
    if "s.0" in format:
        return False
    rounded = (value + datetime.timedelta(microseconds=500_000)).replace(microsecond=0)
    return context.text == rounded.isoformat()


def is_negative_date(context):
    return (
        isinstance(context.value, datetime.datetime) and context.text is not None
        and re.fullmatch(r"-[0-9.]+", context.text) is not None)


def is_error_token(context):
    return context.cell is not None and context.cell.data_type == "e" and context.text == ""


def is_day_zero(context):
    """openpyxl takes the number 0 for midnight, whatever its format shows."""
    return (
        context.value == datetime.time() and context.text == "1904-01-01"
        and context.book.epoch.year == 1904)


KINDS = [
    Kind(
        "the first day of the 1904 system", "18.17.4.1, dates",
        "serial date 0 is 1904-01-01 where a date is shown", is_day_zero),
    Kind(
        "a row of white space", "18.3.1.73, row",
        "rows without anything to see are left out; the standard lets any row be left out",
        is_blank_row),
    Kind(
        "an escaped character", "22.9.2.19, ST_Xstring",
        "_xHHHH_ stands for the character HHHH, and _x005F_ for the underscore of such a text",
        is_escape),
    Kind(
        "time that the number format does not show", "18.8.30, numFmt",
        "a date comes out as its format shows it: without the time of day, or to the second",
        is_hidden_time),
    Kind(
        "a date before the first", "18.17.4.1, dates",
        "serial dates of the 1900 system begin at 0; a number below is no date", is_negative_date),
    Kind(
        "a duration in a section of a format", "18.8.31, numFmts",
        "the section whose condition holds shows the number, here as a duration ([h]:mm); openpyxl "
        "reads no section but the first", is_conditional_format),
    Kind(
        "a number in the pattern of its format", "18.8.31, numFmts",
        "digits come out as the format shows them, or an id or telephone number loses its zeros",
        is_digit_pattern),
    Kind(
        "a value beneath merged cells", "18.3.1.55, mergeCell",
        "only the first cell of the range is shown, but the others keep what they hold; what the "
        "file has is read, and that cells are merged is said", is_beneath_merged),
    Kind(
        "a column beyond the last", "18.17.2.3, cell references",
        "columns end with XFD; a sheet with more is refused rather than read in part",
        lambda context: context.problem is not None and "16384 columns" in context.problem),
    Kind(
        "an inline text that stands in v", "18.18.11, ST_CellType, and 18.3.1.96, v",
        "the kind of the cell says text and v holds the cell's value; openpyxl looks in is only",
        is_inline_value),
    Kind(
        "a workbook of a beta version", "18.3.1.99, worksheet",
        "the namespace is that of a draft of 2006; openpyxl knows only the final one, names tell "
        "them apart without it",
        lambda context: context.value is None and context.text is not None
        and "2006/2" in first_part(context)),
    Kind(
        "texts repeated without end", "M1.4 of part 2, 10.2.2",
        "a small file that unpacks to gigabytes is refused: limits are a reader's own",
        lambda context: context.problem is not None and "times its" in context.problem),
]


def first_part(context):
    """Beginning of the first worksheet's XML."""
    with zipfile.ZipFile(context.path) as archive:
        for name in archive.namelist():
            if name.endswith("sheet1.xml"):
                return archive.read(name)[:400].decode("utf-8", "replace")
    return ""


def kind_of(context):
    for kind in KINDS:
        if kind.applies(context):
            return kind
    return None
