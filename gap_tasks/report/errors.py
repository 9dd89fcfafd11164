"""The one error of the report."""


class ReportError(Exception):
    """Input that cannot be reported; names the file, the line, the field and what was expected."""
