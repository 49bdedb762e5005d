"""A visitor of the plain pages without a browser: reads pages, fills in forms, follows redirects as browsers do."""

from __future__ import annotations

from types import TracebackType

import httpx

from tests.support.web.pages import Form, Reading, read


class PlainVisitor:
    """`page` is what is on the screen. `asked` collects every address that was requested."""

    def __init__(self, url: str) -> None:
        self.asked: list[str] = []
        self.http = httpx.Client(
            base_url=url, follow_redirects=True, event_hooks={"request": [self._note]}, timeout=120
        )
        self.response: httpx.Response
        self.page: Reading

    def __enter__(self) -> PlainVisitor:
        return self.open()

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.http.close()

    def _note(self, request: httpx.Request) -> None:
        self.asked.append(str(request.url))

    def open(self) -> PlainVisitor:
        return self._show(self.http.get("/zelfscan"))

    def press(self, *labels: str) -> PlainVisitor:
        for label in labels:
            form = self.page.form_with(label)
            name, value = form.buttons[label]
            self.send(form, {name: value} if name else {})
        return self

    def choose(self, *labels: str) -> PlainVisitor:
        for label in labels:
            form = self.page.form_with(label)
            self.send(form, {"keuze": form.radios[label]})
        return self

    def book(self) -> PlainVisitor:
        """Begin a request for a woningscan from the first page, where nothing is wrong."""
        return self.press("Woningscan aanvragen").choose("Nee", "Nee", "Nee", "Nee")

    def answer(self, label: str) -> PlainVisitor:
        return self.choose(label) if label in self.page.radios else self.press(label)

    def type(self, *texts: str) -> PlainVisitor:
        for said in texts:
            form = next(form for form in self.page.forms if form.typed is not None)
            self.send(form, {"tekst": said})
        return self

    def send(self, form: Form, values: dict[str, str], **headers: str) -> PlainVisitor:
        """Send a form as a browser does, with the headers that it adds by itself."""
        own = {"sec-fetch-site": "same-origin"} | {name.replace("_", "-"): value for name, value in headers.items()}
        data = {**form.hidden, **values}
        return self._show(self.http.post(form.action, data=data, headers={k: v for k, v in own.items() if v}))

    @property
    def token(self) -> str | None:
        return self.http.cookies.get("zelfscan")

    def _show(self, response: httpx.Response) -> PlainVisitor:
        self.response = response
        self.page = read(response.text)
        return self
