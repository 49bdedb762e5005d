"""What kind of question it is: which of its choices means yes, no, partly, unsure, always, never."""

from __future__ import annotations

import re
from dataclasses import dataclass

from woningscan.content.model import Question

_NEGATIVE_ASK = (" nooit ", " geen ")


@dataclass(frozen=True)
class Roles:
    """Choice values by meaning; `yes` may hold several ("ja, en de politie weet het" / "… weet het niet").

    `no_means_yes`: the question itself holds a denial ("Deelt u nooit …?"), so that a bare yes or no can mean both.
    `habit`: what people do, not a fact to go and look at. `all_of_several`, `one_of_several`: two questions in one.
    `asks_knowledge`: the question is whether somebody knows something, so that "geen idee" answers it with no.
    """

    yes: tuple[str, ...]
    no: str | None
    some: str | None
    unsure: str | None
    always: str | None
    decline: str | None
    no_means_yes: bool
    asks_knowledge: bool
    frequency: bool
    habit: bool
    all_of_several: bool
    one_of_several: bool

    @property
    def polar(self) -> bool:
        return bool(self.yes) and (self.no is not None or self.no_means_yes)


def roles_of(question: Question) -> Roles:
    values = [choice.value for choice in question.choices]

    def first(*starts: str) -> str | None:
        return next((value for value in values if value.startswith(starts)), None)

    ask = f" {question.ask.lower()} "
    yes = tuple(value for value in values if value in ("ja", "klopt") or value.startswith("ja_"))
    frequency = "nooit" in values and bool({"altijd", "vaak"} & set(values))
    return Roles(
        yes=yes,
        no="nooit" if frequency else ("nee" if "nee" in values else first("nee_")),
        some=first("deels", "soms") or next((value for value in values if "wel_eens" in value), None),
        unsure=first("weet_niet", "ik_twijfel", "twijfel", "weet_ik_niet"),
        always=first("altijd", "vaak"),
        decline=next((value for value in values if "liever_niet" in value), None),
        no_means_yes="klopt" in values and any(word in ask for word in _NEGATIVE_ASK),
        asks_knowledge=ask.strip().startswith(("weet u ", "weten u ", "weten uw ", "kent u ", "kennen ")),
        frequency=frequency,
        habit=question.measure == "gedrag",
        all_of_several=", en " in ask.split("?")[0],
        one_of_several=bool(re.search(r", of [^,?]{15,}\?", ask)),
    )
