"""What a text may not hold or ask, tried on sentences of both sorts, and on texts without an end."""

from __future__ import annotations

import pytest

from tests.support.timing import least_seconds
from woningscan.content.check.language.sentences import wrong_in
from woningscan.content.check.meaning.never import never_said
from woningscan.content.check.meaning.whom import wrong_contact
from woningscan.content.texts import contact_details_in, forbidden_in


@pytest.mark.parametrize(
    "text",
    [
        *("Bel 06 12 34 56 78.", "Bel 0612345678.", "App naar 06-1234 5678.", "Bel 14 030.", "Bel 14020.", "Bel 144."),
        *("Bel nu 122.", "Bel 911.", "Bel 1-1-2.", "Bel 1 1 2.", "Bel １１２.", "Bel één-één-twee.", "honderdtwaalf"),
        *("+31 30 7516799", "0031 30 751 67 99", "(030) 751 67 99", "030/7516799", "030.751.67.99", "0900 8844"),
        *("Meld het op nummer 8844.", "Het nummer is 116 123.", "088-1234567", "Bel {alarmnummer} of 112."),
        *("info@hetccv.nl", "kijk op hetccv.nl", "https://x", "€ 20", "tweehonderd euro", "een paar tientjes", "25,-"),
        *("20%", "25 procent", "EUR 40", "**dik**", "*dik*", "# kop", "- punt", "[x](y)", "`code`", "<b>", "&nbsp;"),
    ],
)
def test_what_no_text_may_hold(text: str) -> None:
    assert forbidden_in(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Sinds 1 juli 2022 verplicht.", "Op 01-07-2022.", "Tussen 2019-2023.", "Ten hoogste 1.000 tekens."),
        *(
            "Neemt binnen 2 minuten niemand op?",
            "Een telefoonnummer heeft 10 cijfers en begint met een 0.",
            "120 meter",
        ),
        *(
            "Tot 24 uur na nu.",
            "flat op 5 hoog",
            "een euro-cilinder",
            "Bel in 2026 opnieuw.",
            "om 14.00 uur",
            "1,5 meter",
        ),
        *(
            "Kies 1, 2, 3 of 4.",
            "Vraag {number} van {total}",
            "Bel {alarmnummer}, of {politie}.",
            "een-op-een",
            "ja/nee",
        ),
    ],
)
def test_figures_and_signs_that_are_no_contact(text: str) -> None:
    assert forbidden_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("Wat is uw adres?", "Op welk adres woont u?", "Wat is uw postcode en huisnummer?", "Waar woont u?"),
        *("In welke straat woont u?", "Kunt u uw adres geven?", "Typ hier uw adres.", "Mag ik uw adres?"),
        *("Voor welke partij zit u in de raad?", "Wie is de dader?", "Weet u wie u bedreigt?", "Wat is er gezegd?"),
        *(
            "Wat stond er in de dreigbrief?",
            "Hoe heet uw straat?",
            "Geef uw adres aan de chatbot.",
            "Sluit je de deur?",
            "Dat is jouw huis.",
        ),
        *("Waar staat uw huis?", "Hebt u een vermoeden wie het was?", "Kunt u beschrijven waarmee ze dreigen?"),
        *(
            "Wat is het wachtwoord van uw mail?",
            "Wat is uw adres, alleen voor de adviseur?",
            "Klopt dit?!",
            "BEL NU METEEN.",
        ),
        " ".join(["woord"] * 21) + ".",
    ],
)
def test_what_is_never_asked_or_said_like_this(text: str) -> None:
    assert wrong_in(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Geef uw nieuwe adres door aan de gemeente.",
            "Wat kan iemand vanaf de straat zien?",
            "Deel uw adres alleen met",
        ),
        *(
            "Staat uw adres op de site van uw partij?",
            "U hoeft uw adres niet te geven.",
            "Vraag het uw partij.",
            "Hoe is de straat verlicht?",
        ),
        *(
            "Met wie hebt u afspraken gemaakt over dreiging?",
            "Typ uw voorletter en uw achternaam.",
            "Vul uw referentie in.",
        ),
        *("Wat doet u als iemand u bedreigt?", "Zoek uw adres op in het Kadaster.", " ".join(["woord"] * 20) + "."),
        *("Weet u wie een sleutel van uw huis heeft?", "Kijk of er SKG of PKVW op staat."),
    ],
)
def test_what_may_be_said_of_it(text: str) -> None:
    assert wrong_in(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            "Geen zorgen.",
            "Het valt vast mee.",
            "Er kan u niets gebeuren.",
            "Uw gezin slaapt nu veilig.",
            "Dit slot is inbraakvrij.",
        ),
        *(
            "Dit klinkt niet als een echte dreiging.",
            "Agressie hoort nu eenmaal bij uw ambt.",
            "Had u maar eerder gebeld.",
        ),
        *(
            "Uw zaak krijgt voorrang.",
            "De politie komt altijd meteen.",
            "Het CCV belt u vandaag nog.",
            "Uw gemeente vergoedt dit.",
        ),
        *("Ik waarschuw de politie voor u.", "Daarna geef ik het door aan de politie.", "Ik houd uw huis in de gaten."),
        *(
            "Alles blijft strikt vertrouwelijk.",
            "Niemand komt ooit te weten wat u typt.",
            "Uw antwoorden worden nergens bewaard.",
        ),
        *(
            "Ga naar buiten en spreek hem aan.",
            "Volg de dader.",
            "Maak het pakket voorzichtig open.",
            "Ga eerst even kijken.",
        ),
        *("Haal snel uw spullen.", "Blus het vuur zelf.", "Neem pepperspray mee.", "Reageer op dreigende berichten."),
        *(
            "Verwijder dreigberichten meteen.",
            "Aangifte doen heeft weinig zin.",
            "Wacht rustig af.",
            "Houd het voor uzelf.",
        ),
        *("Leg een reservesleutel onder de mat.", "Haal de batterij eruit.", "Gebruik overal hetzelfde wachtwoord."),
        *(
            "Zet uw adres op uw website.",
            "Met een schroevendraaier gaat een raam zo open.",
            "Koop een deurbel van Ring.",
        ),
    ],
)
def test_what_is_never_said_in_whatever_words(sentence: str) -> None:
    assert never_said(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        *("Zeg wat u ziet en of er gevaar is.", "Voelt u zich thuis niet veilig?", "Kijk waar u veilig kunt wachten."),
        *(
            "Zo'n zaak kan voorrang krijgen.",
            "Vertel de politie altijd dat u ambtsdrager bent.",
            "Vraag wie dit betaalt.",
        ),
        *("Ik kan de politie niet voor u bellen.", "Niemand leest mee, tenzij u een medewerker vraagt."),
        *("Ga niet zelf kijken.", "Volg niemand.", "Open het pakket niet.", "Laat niemand binnen die u niet kent."),
        *("Leg eerst alles vast en verwijder het bericht daarna.", "Wacht niet met melden.", "Bel eerst met:"),
        *("Leg nooit een sleutel onder de mat.", "Doe het raam dicht.", "Schrijf op wie een alarmcode heeft."),
        *("Vraag uw partij om uw adres van de website te halen.", "Een goed slot houdt een breekijzer tegen."),
    ],
)
def test_what_an_adviser_may_say(sentence: str) -> None:
    assert never_said(sentence) == ()


@pytest.mark.parametrize(
    "piece", ["a", "a@", "@.", "0 ", "a-", "1.", "&a", ".a", "een ", " ", "\n ", "bel 1 ", "_a", "{", "("]
)
def test_a_text_without_an_end_takes_no_time(piece: str) -> None:
    def every_check() -> None:
        never_said((piece * 1000)[:1000])  # the longest text that the schemas let through
        wrong_contact((piece * 1000)[:1000])
        forbidden_in(piece * 10_000)
        contact_details_in(piece * 10_000)

    assert least_seconds(every_check, times=1) < 2
