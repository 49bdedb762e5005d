"""A live chat with a member of staff: offering it, asking what may be shown, and what is said when it begins and ends.

Rules: the official decides what staff may see; nothing is promised that is not so; in acute danger no chat is offered
instead of the police; under a threat a chat is possible, without details.
"""

from __future__ import annotations

from collections.abc import Sequence

from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, commands
from woningscan.conversation.effects import OPEN_CHAT, Effect, Outcome
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, text
from woningscan.conversation.step import Step
from woningscan.safety.routes import repeat_route, stopped

START, SHARE, PRIVATE, STOP = "start_chat", "chat_share", "chat_private", "chat_stop"
REQUESTS = frozenset([START, SHARE, PRIVATE])
CALL_BACK = "start_callback"
STAFF_SAID = "handoff.staff"
CONSENT = "handoff.consent"
# Whether somebody can be chatted with now: "open", or why not. "" is a channel in which nobody can.
OPEN, OUT_OF_HOURS, NOBODY, FULL = "open", "out_of_hours", "nobody", "full"
_NOT_SHOWN = ("booking.", "handoff.", "opening.", "privacy.", "gate.", "fallback.")
OFFERING = ("handoff.offer", "fallback.person")


def with_chat(content: Content, memory: Memory, replies: Sequence[Reply], desk: str) -> list[Reply]:
    """The replies; where somebody to talk to is offered, with the chat among it, or with the reason why not."""
    if not desk or memory.route == "acuut":
        return list(replies)
    return [_offering(content, memory, reply, desk) if reply.id in OFFERING else reply for reply in replies]


def press(content: Content, memory: Memory, choice: str, desk: str) -> Step:
    """A button about the chat: begin, or what may be shown."""
    if memory.route == "acuut":
        return repeat_route(content, memory)
    if desk != OPEN:
        return Step(memory.but(misses=0), (no_chat(content, memory),), then="")
    if choice == START:
        return _ask_consent(content, memory)
    opens = Effect(OPEN_CHAT, {"share": choice == SHARE, "urgent": bool(memory.care) or stopped(content, memory)})
    return Step(memory.but(misses=0), effects=(opens,), then="")


def consent_in(content: Content, last: Sequence[str], typed: str) -> str | None:
    """A plain yes or no right after the question what may be shown. `last` are the ids of what was said last."""
    if CONSENT not in last:
        return None
    plain = typed.strip().casefold().rstrip(".!")
    if plain in content.answer_words["ja"]:
        return SHARE
    return PRIVATE if plain in content.answer_words["nee"] else None


def no_chat(content: Content, memory: Memory, key: str = "handoff.no_chat") -> Reply:
    """Nobody is there, said honestly, with what can be done instead."""
    go_on = "restart" if stopped(content, memory) else "resume"
    offered = (go_on,) if memory.route == "acuut" else (CALL_BACK, go_on)
    return Reply(key, (text(content.messages[key]),), commands(content, offered), commands(content, ALWAYS))


def late(content: Content, memory: Memory) -> Reply:
    """Nobody answers yet: said while the chat goes on, with what can be done instead of waiting."""
    if memory.route == "acuut":
        return said(content, "handoff.late.acute", tools=(STOP, *ALWAYS))
    return said(content, "handoff.late", (CALL_BACK, STOP), ALWAYS)


def opened(content: Content, outcome: Outcome) -> Reply:
    """What is said once a chat waits, from its row; with `result` it could not be opened."""
    if outcome.data.get("result"):
        key = "handoff.no_chat"
        offered = commands(content, (CALL_BACK, "resume"))
        return Reply(key, (text(content.messages[key]),), offered, commands(content, ALWAYS))
    seen = "handoff.waiting.shared" if outcome.data["shared"] else "handoff.waiting.private"
    parts = (text(content.messages["handoff.waiting"].format_map(outcome.data)), text(content.messages[seen]))
    return Reply("handoff.waiting", parts, (), commands(content, (STOP, *ALWAYS)))


def said(content: Content, key: str, offered: tuple[str, ...] = (), tools: tuple[str, ...] = ()) -> Reply:
    """One text about the chat, with buttons."""
    return Reply(key, (text(content.messages[key]),), commands(content, offered), commands(content, tools))


def staff_said(typed: str) -> Reply:
    """What a member of staff typed: text and nothing else."""
    return Reply(STAFF_SAID, (text(typed),))


def shareable(turns: Sequence[Sequence[Reply]]) -> list[str]:
    """What of the last turns may be shown to staff: what was said, without links, requests and what is said always."""
    shown = (reply for turn in turns for reply in turn if not reply.id.startswith(_NOT_SHOWN))
    return [plain for plain in map(_without_links, shown) if plain]


def _offering(content: Content, memory: Memory, reply: Reply, desk: str) -> Reply:
    if desk != OPEN:
        if reply.id != "handoff.offer":
            return reply
        key = "handoff.out_of_hours" if desk == OUT_OF_HOURS else "handoff.nobody"
        return Reply(reply.id, (*reply.parts, text(content.messages[key])), reply.choices, reply.tools)
    chat = commands(content, (START,))
    if reply.id != "handoff.offer":
        return Reply(reply.id, reply.parts, reply.choices, (*chat, *reply.tools))
    key = "handoff.chat.threat" if stopped(content, memory) else "handoff.chat"
    return Reply(reply.id, (*reply.parts, text(content.messages[key])), (*chat, *reply.choices), reply.tools)


def _ask_consent(content: Content, memory: Memory) -> Step:
    keys = [CONSENT]
    if memory.overheard:
        keys.insert(0, "handoff.overheard")
    if stopped(content, memory):
        keys.insert(0, "handoff.no_details")
    parts = tuple(text(content.messages[key]) for key in keys)
    go_on = "restart" if stopped(content, memory) else "resume"
    tools = commands(content, (go_on, *ALWAYS))
    return Step(memory.but(misses=0), (Reply(CONSENT, parts, commands(content, (SHARE, PRIVATE)), tools),), then="")


def _without_links(reply: Reply) -> str:
    kept = tuple(part for part in reply.parts if part["kind"] in ("text", "list", "notice"))
    return Reply(reply.id, kept).text
