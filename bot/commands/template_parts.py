"""What the app needs of the templates: which files there are, their blocks, what is filled in, what may not be lost.

`tests/app/mail/test_template_check.py` reads the app's code and fails while a template is used that is not named here.
"""

from __future__ import annotations

# As in `bot.store`, which is not loaded to check a text: the kinds of mail, to the secretariat and to an official.
DESK_KINDS = ("nieuw", "gewijzigd", "geannuleerd", "intrekverzoek", "tweede", "allen")
OFFICIAL_KINDS = (
    "ambtsdrager",
    "afspraak",
    "afspraak_gewijzigd",
    "afspraak_vervallen",
    "afspraak_herinnering",
    "toegang",
    "contact_gewijzigd",
)
ADVISER_KINDS = ("adviseur", "adviseur_vervallen")
MAILS = tuple(f"mail/{kind}.txt.j2" for kind in (*DESK_KINDS, *OFFICIAL_KINDS, *ADVISER_KINDS))
_IN_FOLDERS = {
    "report": "plan door gone away card english reminder kept kept_door kept_gone",
    "plain": "page chat message leaving",
    "request": "ask asked busy danger door gone own change withdraw erase erased closed begin/door begin/gone",
    "console": "figures help",
    "console/frame": "account recovery_codes refused start",
    "console/keeping": "audit mail retention staff",
    "console/login": "confirm logged_out login setup setup_door setup_gone",
    "console/work": "broken case found free list overview rights visit kinds/chat kinds/terugbellen kinds/woningscan",
    "console/advisers": "list one",
    "console/chat": "chat chats filing gone past",
    "console/banners": "alarm chat",
    "console/sections": "account advisers audit chats figures help mail retention staff",
}
PAGES = tuple(f"{folder}/{name}.html.j2" for folder, names in _IN_FOLDERS.items() for name in names.split())
FILES = (*MAILS, *PAGES)

# Forms of which the choices may stand in the address: nothing in them is typed about a person.
ASKED_BY_ADDRESS = frozenset({"/herinnering/bestand", "/secretariaat/logboek", "…/vrij", "/secretariaat/"})

# What a mail may tell of a visit; anybody who sees the screen reads along.
TOLD_OF_A_VISIT = frozenset({"day", "start", "until", "place", "place_told"})

MAIL_BLOCKS = frozenset({"subject", "body"})
# A page that fills in a frame says what it is about in this block.
FRAMED_BLOCKS = frozenset({"main"})

# What is filled in, by the beginning of a template's name; the longest one that fits counts.
VALUES: dict[str, str] = {
    "mail/": "reference link details urgent claimed case alarmnummer"
    " ccv_telefoon politie ondersteuningsteam ccv_mail ccv_website",
    "moments": "",
    "page": "messages labels contacts neutral",
    "report/": "messages labels contacts neutral numbers level sources copy_token date other_function paper picture"
    " plan tick_token from_chat kept ticking days usual ticked answers draft danger messages_with_staff requests tables"
    " file_token ccv",
    "plain/": "messages labels chosen first neutral numbers page pieces problems safe_url said stamp talk turn written",
    "request/begin/": "messages labels contacts neutral",
    "request/": "messages labels numbers danger choices stamp address mark neutral"
    " ccv changed empty events local moment expired fields given own typed wrong wrong_ids",
    "console/": "about actor adviser advisers after ahead available away back banners before board case chat chats"
    " choose chosen clashes clock code codes codes_left colleagues contacts count counts danger days due entries"
    " exists failed fields first form form_field form_token given going gone held invited items kinds"
    " labels least limits lines link local login longest longest_note mail_link mails may_file members"
    " messages mine missed names new_id objects older others overview past path picture problem problems"
    " quarters reference refusal replies secret sections shown since staff stamp state themes typed"
    " typed_day unsure urgent view visits waiting ways week why wide written wrong wrong_day",
}
# Names that the app reads from a template that only sets them.
SETS: dict[str, str] = {
    f"console/sections/{name}.html.j2": "title about" for name in _IN_FOLDERS["console/sections"].split()
}

_STATES = "new claimed visit finished lapsed withdrawn"
# Names, and words between quotes, that a template may not lose: numbers at danger, the way out, and every case of a
# table that has no other answer.
NEEDED: dict[str, str] = {
    **dict.fromkeys(MAILS, "reference"),
    **{f"mail/{kind}.txt.j2": "reference ccv_telefoon alarmnummer" for kind in (*OFFICIAL_KINDS, *ADVISER_KINDS)},
    "mail/toegang.txt.j2": "reference link ccv_telefoon alarmnummer",
    "mail/visit.j2": "details link phone alarm",
    "page.html.j2": "contacts alarmnummer politie ondersteuningsteam ccv_telefoon",
    "report/plan.html.j2": "report.danger",
    "report/family.html.j2": "card.danger. call",
    "report/english.html.j2": "alarmnummer politie ondersteuningsteam",
    "plain/base.html.j2": "numbers plain.help plain.exit",
    "plain/page.html.j2": "report_threat plain.exit.hint",
    "plain/chat.html.j2": "report_threat chat_stop erase_data",
    "plain/message.html.j2": "report_threat",
    "plain/leaving.html.j2": "neutral",
    "request/own.html.j2": f"own {_STATES}",
    "console/work/parts.html.j2": f"{_STATES} held not_yours closed changed visit_ahead not_now too_late empty nobody"
    " erased",
    "console/frame/layout.html.j2": "form_field form_token banners sections",
    "console/frame/parts.html.j2": "form_field form_token",
    "console/keeping/mail.html.j2": "failed waiting form_start",
}
