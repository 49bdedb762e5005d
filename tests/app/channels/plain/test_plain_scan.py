"""The scan on plain pages, from the first page to a stored request, and the same plan as the chat gives."""

from __future__ import annotations

import secrets
from collections.abc import Callable

import httpx

from tests.support.running import Running
from tests.support.talking.visitor import PlainVisitor

Visit = Callable[..., PlainVisitor]
MOST_QUESTIONS = 100
NO_THREAT = {"gevaar_nu": "nee", "voorval": "nee", "doxing": "nee", "onveilig_gevoel": "nee"}


def answer_everything(visitor: PlainVisitor, given: dict[str, str], take: int) -> list[str]:
    """Answer until nothing is asked; `take` says which answer where `given` has none. Gives the choice ids."""
    pressed = []
    for _ in range(MOST_QUESTIONS):
        offered = visitor.page.radios
        if not offered:
            return pressed
        question = next(iter(offered.values())).partition(":")[2].partition("=")[0]
        by_value = {choice.partition("=")[2]: label for label, choice in offered.items()}
        label = by_value[given[question]] if question in given else list(offered)[take % len(offered)]
        pressed.append(offered[label])
        visitor.choose(label)
        assert visitor.response.status_code == 200
    raise AssertionError("the scan does not end")


def test_a_whole_scan_leads_to_a_plan_and_a_stored_request(visit: Visit, server: Running) -> None:
    visitor = visit().press("Zelfscan beginnen")
    assert visitor.page.heading == "Wat is uw functie?"
    pressed = answer_everything(visitor, NO_THREAT, take=0)
    assert len(pressed) > 15
    assert visitor.page.heading == "Uw plan voor een veiligere woning"

    visitor.press("Woningscan aanvragen")
    assert visitor.page.heading == "Wat is uw naam?"
    visitor.type("J. de Vries")
    # The function is known from the scan, and a number with a typing error is asked again with what was wrong.
    assert visitor.page.heading.startswith("Op welk telefoonnummer")
    visitor.type("12")
    assert visitor.page.problem[1].startswith("Dit is geen volledig telefoonnummer")
    visitor.type("0612345678").choose("Geen voorkeur")
    assert visitor.page.heading == "Klopt dit?"
    assert "Naam: J. de Vries" in visitor.page.lines
    visitor.press("Ja, verstuur mijn aanvraag")

    said = visitor.page.text
    reference = next(word.rstrip(".") for word in said.split() if word.startswith("WS-"))
    stored = server.app.state.services.store.requests.find(reference)
    assert stored.fields["naam"] == "J. de Vries"
    assert stored.fields["contact"].replace(" ", "").endswith("612345678")


def test_every_scan_question_tells_how_far_it_is(visit: Visit) -> None:
    visitor = visit().press("Zelfscan beginnen").choose("Wethouder")
    assert visitor.page.progress is not None
    number, total = visitor.page.progress
    assert visitor.page.lines[0] == f"Vraag {number} van {total} · Eerst uw veiligheid"
    assert visitor.page.title == f"{visitor.page.lines[0]} · Zelfscan woning"


def test_the_same_answers_give_the_same_plan_as_in_the_chat(visit: Visit, server: Running) -> None:
    given = {**NO_THREAT, "functie": "raadslid", "eigendom": "huur", "scanlengte": "volledig"}
    visitor = visit().press("Zelfscan beginnen")
    pressed = answer_everything(visitor, given, take=2)

    replies = _in_the_chat(server.url, ["start_scan", *pressed])
    plan = [reply for reply in replies if reply["id"].startswith("plan.")]
    assert [reply["id"] for reply in plan] == ["plan.intro", "plan.first", "plan.next"]
    expected = [line for reply in plan for part in reply["parts"] for line in part.get("items", [part.get("text")])]
    start = visitor.page.lines.index(expected[0])
    assert visitor.page.lines[start : start + len(expected)] == expected
    labels = [choice["label"] for choice in plan[-1]["choices"]]
    assert [label for label in visitor.page.buttons if label in labels] == labels


def test_the_report_is_a_link_that_opens_once(visit: Visit) -> None:
    visitor = visit().press("Zelfscan beginnen")
    answer_everything(visitor, NO_THREAT, take=1)
    visitor.press("Plan als rapport")
    (address,) = [url for label, url in visitor.page.links if label == "Plan openen"]
    path = address.partition("://")[2].partition("/")[2]
    assert path.startswith("rapport/")
    assert visitor.http.get(f"/{path}").status_code == 200
    opened = visitor.http.post(f"/{path}")
    assert opened.status_code == 200
    assert "Agressie en geweld" in opened.text
    assert visitor.http.post(f"/{path}").status_code == 410


def test_back_why_and_changing_an_answer(visit: Visit) -> None:
    visitor = visit().press("Zelfscan beginnen").choose("Wethouder", "Nee")
    second = visitor.page.heading
    visitor.press("Waarom vraagt u dit?")
    assert visitor.page.heading == second
    assert len(visitor.page.lines) > 3
    visitor.press("Vorige vraag")
    assert "nu in gevaar" in visitor.page.heading
    visitor.choose("Nee").press("Antwoord wijzigen")
    assert visitor.page.heading == "Welk antwoord wilt u wijzigen?"
    buttons = {value: label for form in visitor.page.forms for label, (_, value) in form.buttons.items()}
    visitor.press(buttons["wijzig:functie"])
    assert visitor.page.heading == "Wat is uw functie?"
    assert visitor.choose("Raadslid").page.heading == second


def test_who_comes_back_finds_the_question(visit: Visit) -> None:
    visitor = visit().press("Zelfscan beginnen").choose("Wethouder")
    assert visitor.open().page.heading.startswith("Bent u of is iemand in uw huis nu in gevaar?")


def test_a_typed_answer_is_understood_and_a_question_is_answered(visit: Visit) -> None:
    visitor = visit().type("ik wil de zelfscan doen")
    assert visitor.page.heading == "Wat is uw functie?"
    visitor.type("ik ben raadslid")
    assert "nu in gevaar" in visitor.page.heading
    visitor.type("wat gebeurt er met mijn gegevens?")
    assert "nu in gevaar" in visitor.page.heading
    assert not visitor.page.problem


def _in_the_chat(url: str, choices: list[str]) -> list[dict]:
    with httpx.Client(base_url=f"{url}/api/v1", timeout=30) as http:
        opened = http.post("/conversations").json()
        headers = {"authorization": f"Bearer {opened['conversation']}"}
        for choice in choices:
            body = {"message_id": secrets.token_hex(8), "choice": choice}
            answered = http.post("/messages", json=body, headers=headers)
            assert answered.status_code == 200
        return answered.json()["replies"]
