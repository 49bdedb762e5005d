"""What people ask, in the words of `content/answers.yml`, and the intent of the language rules that each belongs to.

The rules of Rasa know a handful of intents that ask something; the model tells many questions apart. A question is led
by the rule of its intent and answered by its own text.
"""

from __future__ import annotations

from collections.abc import Mapping

_BY_INTENT = {
    "ask_bewaken_beveiligen": (
        "q_112_of_0900 q_aangifte_adres q_al_beveiligd q_bewijs q_bij_wie_melden q_is_dit_bedreiging q_politie_weet_het"
        " q_steun_gezin q_vpt q_waarom_geen_scan q_wat_zeg_ik q_wie_beslist"
    ),
    "ask_capabilities": (
        "q_adres_van_site q_camera q_computer q_garantie q_kadaster_kvk q_kenteken_straat q_officieel q_pakket q_pers"
        " q_verschil"
    ),
    "ask_costs": "q_bedrag_2400 q_maatregelen_bestuurder q_maatregelen_raadslid",
    "ask_duration": "q_duur_bezoek q_hoeveel_nog q_later_verder q_wanneer_aan_de_beurt",
    "ask_eligibility": (
        "q_griffier q_huur q_kandidaat_oud q_nog_eens q_ouders q_partner_invullen q_raadsledenscan q_soort_woning"
        " q_statenlid"
    ),
    "ask_privacy": (
        "q_adres q_anoniem q_bewaartermijn q_brief_thuis q_inzage q_verantwoordelijk q_wat_geantwoord q_wissen"
    ),
    "ask_who_reads": "q_apparaat q_rapport q_telegram",
    "ask_who_visits": "q_adviseur_wie q_alleen_bezoek q_intrekken",
    "ask_why": "q_verplicht",
    "help": "q_wijzigen q_woord_uitleg",
    "english": "q_engels",
    "out_of_scope": "ask_other",
}
INTENT_OF_TOPIC: Mapping[str, str] = {
    topic: intent for intent, topics in _BY_INTENT.items() for topic in topics.split()
}


def intent_of(topic: str) -> str:
    """The intent whose rule leads a topic; a topic without one of its own is an intent itself."""
    return INTENT_OF_TOPIC.get(topic, topic)
