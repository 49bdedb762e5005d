"""A report of any set of answers: as a page, as a pdf, and behind its one-time link."""

from tests.support.report.report import app, content, link, pages, print_pdf, printer

__all__ = ["app", "content", "link", "pages", "print_pdf", "printer"]
