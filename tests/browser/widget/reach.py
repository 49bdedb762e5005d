"""What is in reach on the screen: measured where it is drawn, and by what a finger would hit there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.browser.widget.widget_driver import Visitor

# Every script below starts with this: the panel, and whether the middle and the edges of an element can be hit.
_BEGIN = """
  const root = document.querySelector('woningscan-chat').shadowRoot;
  const [dialog, middle] = ['dialog', '.middle'].map((one) => root.querySelector(one));
  const all = (...names) => [...root.querySelectorAll(names.join())];
  const rect = (element) => element.getBoundingClientRect();
  const hit = (element) => {
    if (!element) return false;
    const box = rect(element);
    const inside = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
    if (box.width === 0 || !inside) return false;
    const spots = [[0.5, 0.5], [0.5, 0.1], [0.5, 0.9], [0.1, 0.5], [0.9, 0.5]];
    return spots.every(([x, y]) => {
      const found = root.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return found === element || element.contains(found);
    });
  };
"""
_FRAME = f"""() => {{{_BEGIN}
  const missed = ['.exit', '.close', '.threat', '.alarm'].filter((one) => !hit(root.querySelector(one)));
  const more = dialog.scrollHeight - dialog.clientHeight, wider = dialog.scrollWidth - dialog.clientWidth;
  const moved = more || wider || dialog.scrollTop;
  return moved ? [...missed, `the frame: ${{dialog.scrollHeight}} in ${{dialog.clientHeight}}`] : missed;
}}"""
_SHOWN = f"""() => {{{_BEGIN}
  const top = Math.max(rect(middle).top, rect(all('.head')[0]).bottom);
  const bottom = Math.min(rect(middle).bottom, rect(all('.foot')[0]).top);
  return (bottom - top) / parseFloat(getComputedStyle(middle).fontSize);
}}"""
_ASKED = f"""(label) => {{{_BEGIN}
  const question = all('.messages strong').filter((one) => one.textContent === label).at(-1).parentElement;
  const answers = all('.choices button');
  const top = Math.max(0, ...all('.head', '.progress').map((one) => rect(one).bottom));
  const low = Math.min(...all('.foot', '.composer').map((one) => rect(one).top));
  const fits = rect(answers.at(-1)).bottom - rect(question).top < low - top - 32;
  return {{ question: hit(question), first: hit(answers[0]), all: !fits || answers.every(hit) }};
}}"""
_EACH = f"""(place) => {{{_BEGIN}
  const missed = [];
  for (const one of dialog.querySelectorAll('.hidden, [tabindex], a, button, textarea')) {{
    one.scrollIntoView({{ block: place }});
    one.focus();
    if (one.className === 'exit-link') continue; // the way out itself, over the header while it has the focus
    const out = ['.exit', '.threat', '.alarm'].filter((name) => !hit(root.querySelector(name)));
    if (out.length || dialog.scrollTop) missed.push([one.className || one.tagName, dialog.scrollTop, ...out]);
  }}
  return missed;
}}"""
_PRESSABLE = f"""() => {{{_BEGIN}
  const parts = all('.answers button', '.composer textarea', '.composer button');
  const missed = parts.filter((one) => (one.scrollIntoView({{ block: 'nearest' }}), !hit(one)));
  return missed.map((one) => one.textContent.trim());
}}"""


def frame_faults(visitor: Visitor) -> list[str]:
    """What cannot be tapped of the ways out, "Er is dreiging" and the alarm number; and a frame that scrolls."""
    return visitor.page.evaluate(_FRAME)


def lines_shown(visitor: Visitor) -> float:
    """The height of what is seen of the conversation, in sizes of its text."""
    return visitor.page.evaluate(_SHOWN)


def asked(visitor: Visitor, question: str) -> dict[str, bool]:
    """Whether the question, its first answer and, where they fit, all its answers can be tapped."""
    return visitor.page.evaluate(_ASKED, question)


def each_scrolled_to(visitor: Visitor, place: str) -> list[Any]:
    """Scrolls to and focuses everything that can be; what got out of reach by that."""
    return visitor.page.evaluate(_EACH, place)


def not_pressable(visitor: Visitor) -> list[str]:
    """The answers, commands and parts of the input that cannot be pressed after scrolling to them."""
    return visitor.page.evaluate(_PRESSABLE)


def opening(visitor: Visitor) -> None:
    visitor.open()


def question(visitor: Visitor) -> None:
    visitor.open().press("Zelfscan beginnen").sees("Wat is uw functie?")


def tip(visitor: Visitor) -> None:
    question(visitor)
    visitor.press("Raadslid").sees("Is er verlichting bij de voordeur?")


def emergency(visitor: Visitor) -> None:
    question(visitor)
    visitor.press("Er is dreiging").sees("Ga naar een veilige plek.")


def menu(visitor: Visitor) -> None:
    tip(visitor)
    visitor.press("Meer").sees("Dat kan niet ongedaan worden gemaakt.")


def numbers(visitor: Visitor) -> None:
    tip(visitor)
    visitor.press("Nummers").sees("Is er nu gevaar?")


def list_of_answers(visitor: Visitor) -> None:
    tip(visitor)
    visitor.type("antwoorden").sees("Welk antwoord wilt u wijzigen?")


def consent(visitor: Visitor) -> None:
    question(visitor)
    visitor.type("mens").sees("Mag de medewerker")


def person(visitor: Visitor) -> None:
    consent(visitor)
    visitor.press("Ja, de medewerker mag dat zien").sees("U wacht op een medewerker van het CCV.")


def server_away(visitor: Visitor) -> None:
    question(visitor)
    visitor.server.broken = True
    visitor.press("Raadslid").sees("Bellen kan altijd:")


STATES: dict[str, Callable[[Visitor], None]] = {
    state.__name__: state
    for state in (opening, question, tip, emergency, menu, numbers, list_of_answers, consent, person, server_away)
}
