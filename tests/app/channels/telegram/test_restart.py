"""The app restarts in mid-scan, and people go on answering: every answer counts, once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support.telegram.bot_api import BotApi
from tests.support.telegram.official import Official, World
from tests.support.telegram.world import running, telegram_settings
from tests.support.waiting import eventually
from woningscan.conversation.memory import memory_in


def answers(official: Official) -> dict[str, str]:
    telegram = official.world.store.telegram
    chat = telegram.chat(telegram.chat_hash(official.chat))
    stored = None if chat is None else official.world.store.conversations.load(chat.token)
    return {} if stored is None else dict(memory_in(stored.state).answers)


def test_no_answer_is_lost_while_the_engine_is_not_up_yet(tmp_path: Path, api: BotApi) -> None:
    settings = telegram_settings(tmp_path, api, telegram_mode="polling", telegram_secret="")

    def brings(world: World, *updates: dict[str, Any]) -> None:
        api.updates += [{"update_id": world.number(), **update} for update in updates]

    with running(settings, api) as world:
        official = Official(world)
        brings(world, {"message": official._message("/start zelfscan")})
        eventually(lambda: "Raadslid" in official.labels())
        brings(world, official.pressing("Raadslid"))
        eventually(lambda: answers(official) == {"functie": "raadslid"} and "Nee" in official.labels())
        world.settle()
        asked, said = world.app.state.services.content.triage[:4], len(official.heard())
        brings(world, official.pressing("Nee"))  # while the app goes down
    brings(world, {"message": official._message("nee")}, {"message": official._message("nee")})
    with running(settings, api) as again:
        again.next_update = world.next_update
        back = Official(again, official.chat, official.sent)
        eventually(lambda: len(answers(back)) == 4)
        again.settle()
        assert answers(back) == {"functie": "raadslid", **{question.id: "nee" for question in asked[:3]}}
        new = back.heard()[said:]
        assert not any("niet goed antwoorden" in one for one in new), "no answer was dropped"
        assert [sum(question.ask in one for one in new) for question in asked] == [0, 1, 1, 1]
        assert "Nee" in back.labels(), "the next question is open"
