"""Reading in turn: nobody waits for somebody else's long text, and nobody is read more than their share."""

from __future__ import annotations

import asyncio

import pytest

from bot.reader.fair_reading import MOST_WAITING, FairReading, TooManyWaiting
from tests.support.talking.opinions import Opinions
from woningscan.reading.incoming import Incoming
from woningscan.reading.reading import Reading
from woningscan.reading.text import MAX_TEXT, windows
from woningscan.reading.threat import Assessment

LONG = " ".join(f"woord{number}" for number in range(600))


class Noting(Opinions):
    """Notes whose text was read, piece by piece."""

    def __init__(self, client: str, order: list[str]) -> None:
        super().__init__({})
        self.client, self.order = client, order

    def own_words(self, piece: str) -> Assessment:
        self.order.append(self.client)
        return super().own_words(piece)


def read_together(**texts: str) -> list[str]:
    """Whose piece was read when, with one text of each client asked for at once."""
    order: list[str] = []

    async def main() -> None:
        line = FairReading()
        readings = {client: Reading(Incoming(text=text), Noting(client, order)) for client, text in texts.items()}
        await asyncio.gather(*(line.read(client, reading) for client, reading in readings.items()))

    asyncio.run(main())
    return order


def test_a_short_text_waits_for_one_piece_of_everybody_elses() -> None:
    order = read_together(a=LONG, b=LONG, c=LONG, short="er staat iemand voor de deur")
    assert len(LONG) > 4 * MAX_TEXT
    assert order.index("short") <= 3
    assert order.count("a") == len(windows(LONG)) == order.count("b")


def test_what_was_read_in_turn_is_not_read_again() -> None:
    order: list[str] = []

    async def main() -> None:
        reading = Reading(Incoming(text=LONG), Noting("a", order))
        await FairReading().read("a", reading)
        before = len(order)
        assert reading.danger
        assert len(order) == before

    asyncio.run(main())


def test_one_client_may_have_so_many_texts_waiting_and_others_are_still_read() -> None:
    order: list[str] = []

    async def main() -> int:
        line = FairReading()
        asked = [line.read("a", Reading(Incoming(text=LONG), Noting("a", order))) for _ in range(MOST_WAITING + 5)]
        other = line.read("b", Reading(Incoming(text="ja"), Noting("b", order)))
        done = await asyncio.gather(*asked, other, return_exceptions=True)
        return sum(isinstance(one, TooManyWaiting) for one in done)

    assert asyncio.run(main()) == 5
    assert order.index("b") <= 1


def test_a_button_waits_for_nobody() -> None:
    async def main() -> None:
        line = FairReading()
        long = asyncio.create_task(line.read("a", Reading(Incoming(text=LONG), Opinions({}))))
        await line.read("b", Reading(Incoming(choice="resume"), Opinions({})))
        assert not long.done()
        await long

    asyncio.run(main())


def test_who_gives_up_waiting_holds_up_nobody() -> None:
    order: list[str] = []

    async def main() -> None:
        line = FairReading()
        first = asyncio.create_task(line.read("a", Reading(Incoming(text=LONG), Noting("a", order))))
        await asyncio.sleep(0)
        first.cancel()
        await line.read("b", Reading(Incoming(text="ja"), Noting("b", order)))
        with pytest.raises(asyncio.CancelledError):
            await first

    asyncio.run(main())
    assert order.count("a") < len(windows(LONG))


def test_a_reader_that_fails_says_so_to_whoever_asked() -> None:
    class Failing(Opinions):
        def own_words(self, piece: str) -> Assessment:
            raise RuntimeError

    async def main() -> None:
        line = FairReading()
        with pytest.raises(RuntimeError):
            await line.read("a", Reading(Incoming(text="ja"), Failing({})))
        await line.read("b", Reading(Incoming(text="ja"), Opinions({})))

    asyncio.run(main())
