"""What a look at one part came to, and how that is said to whoever runs it: in Dutch, without a secret or a content."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 14
IN_ORDER = "in orde"
TO_DO = "DOEN"


@dataclass(frozen=True)
class Finding:
    """`problem` is a key of `WHAT_TO_DO`, or None. `details` say more: settings, classes of errors, numbers."""

    part: str
    problem: str | None = None
    details: tuple[str, ...] = ()

    @property
    def lines(self) -> list[str]:
        if self.problem is None:
            more = f" ({'; '.join(self.details)})" if self.details else ""
            return [f"{self.part:<{WIDTH}} {IN_ORDER}{more}"]
        first = f"{self.part:<{WIDTH}} {TO_DO}: {WHAT_TO_DO[self.problem]}"
        return [first, *(f"{'':<{WIDTH}}   {detail}" for detail in self.details)]


WHAT_TO_DO = {
    "settings.form": "verbeter deze instellingen, ze hebben een verkeerde vorm:",
    "settings.unsafe": "verbeter deze instellingen; zo start de app niet:",
    "content": "voer `woningscan check` uit en verbeter wat die noemt.",
    "engine.environment": "maak de omgeving van de motor met `make setup`.",
    "engine.silent": "de motor antwoordt niet. Start hem, of verbeter zijn adres of token in de instellingen.",
    "engine.not_started": "de motor start niet. Lees hierboven wat hij meldt.",
    "model": "het Rasa-model ontbreekt of past niet bij de bestanden. Voer `woningscan train` uit.",
    "reader": "de bestanden in bot/reader/model/ horen niet bij elkaar. Zet ze terug zoals ze in de versie staan.",
    "database.away": "de database is niet te bereiken. Start haar, of verbeter WONINGSCAN_DATABASE_URL.",
    "database.older": "de database is ouder dan deze app. Maak een reservekopie en start de app: die werkt haar bij.",
    "database.newer": "de database is nieuwer dan deze app. Zet de nieuwe versie van de app neer.",
    "keys": "de hoofdsleutel past niet bij deze database. Zet de goede sleutel in WONINGSCAN_KEYS.",
    "disk.unwritable": "deze map is niet te beschrijven. Geef de gebruiker van de app er schrijfrechten op:",
    "disk.full": "er is te weinig ruimte op de schijf van deze map. Maak ruimte:",
    "mail": "de mailserver is niet te bereiken of weigert de aanmelding. Herstel hem, of verbeter WONINGSCAN_SMTP_URL.",
    "clock.differs": "de klok van deze machine en die van de database verschillen. Zet ze gelijk.",
    "clock.back": "de klok staat vroeger dan de app haar eerder zag. Zet de klok goed, zie docs/beheer.md.",
    "clock.held": "er wordt niets gewist. Kijk of de klok klopt en geef dan `woningscan retention --confirm`.",
    "bot.away": "Telegram is niet te bereiken of kent het token niet. Controleer WONINGSCAN_TELEGRAM_TOKEN.",
    "bot.elsewhere": "Telegram brengt berichten naar een ander adres. Start de app: die zegt Telegram waar ze is.",
    "bot.fails": "Telegram kan berichten niet brengen. Kijk of het adres van de app van buiten te bereiken is.",
}
