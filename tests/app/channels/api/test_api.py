"""The web API with the real engine: a conversation as the widget holds it, and its description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from bot.turn.limits import RateLimits

BASE = "/api/v1"


class Chat:
    def __init__(self, client: TestClient) -> None:
        self._client = client
        self.opened = client.post(f"{BASE}/conversations")
        self.headers = {"authorization": f"Bearer {self.opened.json()['conversation']}"}
        self._number = 0

    def send(self, message_id: str | None = None, **message: str) -> list[str]:
        self._number += 1
        body = {"message_id": message_id or f"bericht-{self._number}", **message}
        self.response = self._client.post(f"{BASE}/messages", json=body, headers=self.headers)
        assert self.response.status_code == 200
        return [reply["id"] for reply in self.response.json()["replies"]]

    def last(self) -> list[dict[str, Any]]:
        replies: list[dict[str, Any]] = self._client.get(f"{BASE}/conversation", headers=self.headers).json()["replies"]
        return replies


def schema_of(document: dict[str, Any], path: str, method: str, status: int) -> dict[str, Any]:
    """The schema of an answer, with the document's own definitions at hand."""
    answer = document["paths"][path][method]["responses"][str(status)]["content"]["application/json"]["schema"]
    return {**answer, "components": document["components"]}


def test_a_conversation_from_first_words_to_an_answer(whole_client: TestClient) -> None:
    chat = Chat(whole_client)
    assert chat.opened.status_code == 201
    assert chat.opened.headers["cache-control"] == "no-store"
    assert [reply["id"] for reply in chat.opened.json()["replies"]] == ["opening.chatbot", "opening.welcome"]
    assert chat.send(choice="start_scan") == ["scan.ask.functie"]
    assert chat.response.headers["cache-control"] == "no-store"
    assert chat.send(text="ik ben wethouder") == ["scan.ask.gevaar_nu"]
    assert chat.last() == chat.response.json()["replies"]


def test_the_same_message_twice_is_one_message(whole_client: TestClient) -> None:
    chat = Chat(whole_client)
    chat.send(choice="start_scan")
    once = chat.send(message_id="eenmalig-1", choice="antwoord:functie=raadslid")
    again = chat.send(message_id="eenmalig-1", choice="antwoord:functie=raadslid")
    assert once == again == ["scan.ask.gevaar_nu"]


@pytest.mark.parametrize("typed", ["/restart", '/report_threat{"x":1}', "//start_scan", "／restart", "/wat kost het"])
def test_a_typed_payload_is_only_text(whole_client: TestClient, typed: str) -> None:
    chat = Chat(whole_client)
    chat.send(choice="start_scan")
    chat.send(choice="antwoord:functie=raadslid")
    told = chat.send(text=typed)
    assert told[-1] in ("scan.ask.gevaar_nu", "nav.confirm.restart", "threat.check")
    if told[-1] != "scan.ask.gevaar_nu":
        chat.send(choice="resume" if told[-1] == "nav.confirm.restart" else "dreiging:nee")
    assert chat.last()[-1]["id"] == "scan.ask.gevaar_nu"


def test_unsafe_characters_do_not_reach_what_is_said(whole_client: TestClient) -> None:
    chat = Chat(whole_client)
    assert chat.send(text="<script>alert(1)</script>\u202e\u0000 😀")
    assert "<script>" not in chat.response.text


def test_a_threat_is_answered_without_an_engine(client: TestClient) -> None:
    told = Chat(client).send(text="er staat nu iemand met een mes in mijn huis")
    assert told[0] == "threat.route.acuut"


def test_without_an_engine_the_core_answers(client: TestClient) -> None:
    chat = Chat(client)
    assert chat.send(text="hallo") == ["talk.greet"]
    assert chat.send(choice="start_scan") == ["scan.ask.functie"]
    assert chat.send(text="wethouder") == ["scan.ask.gevaar_nu"]


@pytest.fixture
def strict_client(client: TestClient, app: Starlette) -> Iterator[TestClient]:
    generous, app.state.services.limits = (
        app.state.services.limits,
        RateLimits(per_conversation="1/minute", per_client="2/minute"),
    )
    yield client
    app.state.services.limits = generous


def test_too_many_messages_are_refused_but_never_one_about_danger(strict_client: TestClient) -> None:
    client = strict_client
    chat = Chat(client)
    chat.send(text=" ")
    body = {"message_id": "bericht-9", "text": " "}
    refused = client.post(f"{BASE}/messages", json=body, headers=chat.headers)
    assert (refused.status_code, refused.json()["status"]) == (429, 429)
    assert chat.send(text="er staat nu iemand met een mes in mijn huis")[0] == "threat.route.acuut"
    assert chat.send(text="bla " * 300 + "er staat nu iemand met een mes in mijn huis")[0] == "threat.route.acuut"
    assert client.post(f"{BASE}/conversations").status_code == 201
    assert client.post(f"{BASE}/conversations").status_code == 429


@pytest.fixture
def app(client: TestClient) -> Starlette:
    assert isinstance(client.app, Starlette)
    return client.app


def test_the_description_names_every_route_of_the_api_and_no_other(client: TestClient, app: Starlette) -> None:
    document = client.get(f"{BASE}/openapi.json").json()
    described = {(path, method.upper()) for path, methods in document["paths"].items() for method in methods}
    routed = {
        (route.path, method)
        for route in app.routes
        if isinstance(route, Route) and route.path.startswith(BASE) and not route.path.endswith("openapi.json")
        for method in (route.methods or set()) - {"HEAD"}
    }
    assert described == routed


def test_the_description_is_itself_in_order(client: TestClient) -> None:
    document = client.get(f"{BASE}/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    for name, schema in document["components"]["schemas"].items():
        jsonschema.Draft202012Validator.check_schema(schema)
        assert name
    for methods in document["paths"].values():
        for operation in methods.values():
            assert operation["summary"]
            for scheme in operation.get("security", []):
                assert set(scheme) <= set(document["components"]["securitySchemes"])
            for status, answer in operation["responses"].items():
                assert status.isdecimal() and answer["description"]
                for media in answer.get("content", {}).values():
                    whole = {**media["schema"], "components": document["components"]}
                    jsonschema.Draft202012Validator.check_schema(whole)
                    resolved(document, media["schema"])


def resolved(document: dict[str, Any], schema: Any) -> None:
    """Every reference leads somewhere."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "$ref":
                _, *steps = value.split("/")
                found = document
                for step in steps:
                    found = found[step]
            else:
                resolved(document, value)
    elif isinstance(schema, list):
        for value in schema:
            resolved(document, value)


def test_the_answers_are_as_described(whole_client: TestClient) -> None:
    document = whole_client.get(f"{BASE}/openapi.json").json()
    chat = Chat(whole_client)
    jsonschema.validate(chat.opened.json(), schema_of(document, f"{BASE}/conversations", "post", 201))
    for message in ({"choice": "start_scan"}, {"text": "raadslid"}, {"text": "wat kost het?"}, {"choice": "wijzig"}):
        chat.send(**message)
        jsonschema.validate(chat.response.json(), schema_of(document, f"{BASE}/messages", "post", 200))
    read = whole_client.get(f"{BASE}/conversation", headers=chat.headers)
    jsonschema.validate(read.json(), schema_of(document, f"{BASE}/conversation", "get", 200))
    for status, response in (
        (401, whole_client.post(f"{BASE}/messages", json={})),
        (404, whole_client.post(f"{BASE}/messages", json=GOOD, headers={"authorization": "Bearer geraden"})),
        (415, whole_client.post(f"{BASE}/messages", content=b"{}", headers=chat.headers)),
        (422, whole_client.post(f"{BASE}/messages", json={}, headers=chat.headers)),
    ):
        assert response.status_code == status
        jsonschema.validate(response.json(), schema_of(document, f"{BASE}/messages", "post", status))


GOOD = {"message_id": "bericht-1", "text": "hallo"}
