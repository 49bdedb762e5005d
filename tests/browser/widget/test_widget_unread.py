"""What a person says while nobody looks is on the launcher and in the title of the page until it is looked at."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.widget.widget_driver import Visitor
from tests.browser.widget.widget_script import told
from tests.support.web.pictures import keep

Visit = Callable[..., Visitor]
TITLE = "Zelfscan woning voor politieke ambtsdragers"


@pytest.fixture
def waiting(visit: Visit) -> Visitor:
    visitor = visit().open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    visitor.type("mens").sees("Mag de medewerker")
    return visitor.press("Ja, de medewerker mag dat zien").sees("U wacht op een medewerker van het CCV.")


def says(visitor: Visitor, text: str) -> None:
    visitor.server.by_staff.append(told("handoff.staff", text))


def test_a_closed_chat_tells_that_somebody_answered(waiting: Visitor) -> None:
    waiting.press("Sluiten")
    says(waiting, "Goedemiddag, waarmee kan ik helpen?")
    launcher = waiting.page.get_by_role("button", name="Chat: zelfscan woning 1 nieuw bericht")
    expect(launcher).to_be_visible()
    expect(waiting.page).to_have_title(f"(1) {TITLE}")
    says(waiting, "Bent u daar nog?")
    expect(waiting.page).to_have_title(f"(2) {TITLE}")
    expect(waiting.page.get_by_role("status")).to_have_text("2 nieuwe berichten")
    keep(waiting.page, "launcher-unread", whole=False)
    waiting.page.get_by_role("button", name="Chat: zelfscan woning").click()
    waiting.sees("Bent u daar nog?")
    expect(waiting.page).to_have_title(TITLE)
    waiting.press("Sluiten")
    expect(waiting.page.get_by_role("button", name="Chat: zelfscan woning", exact=True)).to_be_visible()


def test_what_is_seen_at_once_is_not_counted(waiting: Visitor) -> None:
    says(waiting, "Goedemiddag, waarmee kan ik helpen?")
    waiting.sees("Goedemiddag, waarmee kan ik helpen?")
    assert waiting.page.title() == TITLE


def test_a_title_that_the_page_changed_meanwhile_stays(waiting: Visitor) -> None:
    waiting.press("Sluiten")
    says(waiting, "Goedemiddag.")
    expect(waiting.page).to_have_title(f"(1) {TITLE}")
    waiting.page.evaluate("document.title = 'Nieuws'")
    waiting.page.get_by_role("button", name="Chat: zelfscan woning").click()
    waiting.sees("Goedemiddag.")
    assert waiting.page.title() == "Nieuws"


def test_leaving_leaves_no_number_behind(waiting: Visitor) -> None:
    waiting.press("Sluiten")
    says(waiting, "Goedemiddag.")
    expect(waiting.page).to_have_title(f"(1) {TITLE}")
    waiting.server.page_delay = 1.0
    waiting.page.evaluate(
        "document.querySelector('woningscan-chat').setAttribute('exit-url', new URL('/neutraal', location).href)"
    )
    waiting.page.evaluate("document.querySelector('woningscan-chat').shadowRoot.querySelector('.exit').click()")
    expect(waiting.page).to_have_title("Weer")
