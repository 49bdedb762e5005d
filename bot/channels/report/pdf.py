"""The report's HTML as a tagged PDF. Where the libraries for it (Pango) are missing, `available` says no.

WeasyPrint declares PDF/UA-1 and writes the tags; the HTML stays the accessible original (decision D12).
"""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

log = logging.getLogger("bot.report.pdf")

HERE = Path(__file__).resolve().parent
# The only things a rendering can load, whatever its HTML names. The host does not exist.
BASE = "https://report.invalid/"
PACKAGED = {
    BASE + "static/rapport.css": (HERE / "static" / "rapport.css", "text/css"),
    BASE + "fonts/400.woff2": (HERE / "fonts" / "source-sans-3-400.woff2", "font/woff2"),
    BASE + "fonts/600.woff2": (HERE / "fonts" / "source-sans-3-600.woff2", "font/woff2"),
}
Render = Callable[[str], bytes]


class PdfUnavailable(Exception):
    """No pdf can be made here, now. The HTML says everything the pdf would."""


class PdfPrinter:
    """Renders in one thread of its own: never on the event loop, and Pango's fonts are not shared between threads.

    The thread starts with the first use; `warm_up` makes that the start of the app.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pdf")
        self._loaded: Future[Render] | None = None

    def warm_up(self) -> Future[Render]:
        """Loads the libraries and fonts in the thread (about two seconds); returns at once."""
        if self._loaded is None:
            self._loaded = self._thread.submit(_load)
        return self._loaded

    async def available(self) -> bool:
        """Whether a pdf can be made here. Waits for the loading when it has not ended."""
        try:
            await self._renderer()
        except PdfUnavailable:
            return False
        return True

    async def render(self, html: str) -> bytes:
        """The PDF of a report's HTML. Raises PdfUnavailable."""
        renderer = await self._renderer()
        try:
            return await asyncio.wrap_future(self._thread.submit(renderer, html))
        except Exception as error:  # whatever goes wrong in there, the visitor still has the HTML
            log.error("pdf not made: %s", type(error).__name__)
            raise PdfUnavailable from error

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _renderer(self) -> Render:
        try:
            return await asyncio.shield(asyncio.wrap_future(self.warm_up()))
        except Exception as error:
            raise PdfUnavailable from error


def _load() -> Render:
    """Imports WeasyPrint, which needs Pango on the machine, and renders once so that the fonts are read."""
    for name in ("weasyprint", "fontTools"):  # their warnings are about the CSS of browsers
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher, URLFetcherResponse

        class PackagedOnly(URLFetcher):
            def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
                if url not in PACKAGED:
                    raise ValueError("only what the app brings along is loaded")
                path, kind = PACKAGED[url]
                return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

        fetcher, fonts = PackagedOnly(), FontConfiguration()
        style = (HERE / "pdf.css").read_text(encoding="utf-8")
        paper = CSS(string=style, base_url=BASE, font_config=fonts, url_fetcher=fetcher)

        def render(html: str) -> bytes:
            with _without_cycle_search():
                document = HTML(string=html, base_url=BASE, url_fetcher=fetcher)
                made: bytes = document.write_pdf(stylesheets=[paper], font_config=fonts, pdf_variant="pdf/ua-1")
            return made

        render("<!doctype html><html lang='nl'><title>.</title><p>.</p>")
    except Exception as error:
        log.warning("no pdf here, the report offers print instead: %s", type(error).__name__)
        raise
    return render


@contextmanager
def _without_cycle_search() -> Iterator[None]:
    """Holds Python's search for cyclic garbage for one rendering, a second at most.

    A rendering makes some hundred thousand objects that live to its end: every search walks them all and frees
    nothing. The setting is the process's; only the pdf thread touches it, so one rendering cannot end another's hold.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
