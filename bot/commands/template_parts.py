"""What the app needs of the templates: which files there are, their blocks, what is filled in, what may not be lost.

`tests/mail/test_template_check.py` reads the app's code and fails while a template is used that is not named here.
"""

from __future__ import annotations

# As in `bot.store`, which is not loaded to check a text: the kinds of mail, to the secretariat and to an official.
DESK_KINDS = ("nieuw", "gewijzigd", "geannuleerd", "intrekverzoek", "tweede", "allen")
OFFICIAL_KINDS = ("ambtsdrager", "afspraak", "afspraak_gewijzigd", "afspraak_vervallen", "toegang")
MAILS = tuple(f"mail_{kind}.txt.j2" for kind in (*DESK_KINDS, *OFFICIAL_KINDS))
PAGES = (
    *(f"report{part}.html.j2" for part in ("", "_door", "_gone", "_away")),
    *(f"request_{part}.html.j2" for part in ("door", "gone")),
    *(f"zelfscan_{part}.html.j2" for part in ("page", "chat", "message", "leaving")),
    *(f"aanvraag_{part}.html.j2" for part in "ask asked busy danger door gone own change withdraw closed".split()),
)
CONSOLE = tuple(
    f"console/{name}.html.j2"
    for name in (
        "account chat chat_gone chats confirm figures logged_out login recovery_codes refused setup setup_door"
        " setup_gone start work work_broken work_case work_found work_list work_visit"
        " banner_alarm banner_chat section_account"
        " section_chats section_figures work_kind_chat work_kind_terugbellen work_kind_woningscan"
    ).split()
)
FILES = (*MAILS, *PAGES, *CONSOLE)

MAIL_BLOCKS = frozenset({"subject", "body"})
# A page that fills in a frame says what it is about in this block.
FRAMED_BLOCKS = frozenset({"main"})

# What is filled in, by the beginning of a template's name; the longest one that fits counts.
VALUES: dict[str, str] = {
    "mail_": "reference link details urgent claimed case alarmnummer"
    " ccv_telefoon politie ondersteuningsteam ccv_mail ccv_website",
    "moments": "",
    "page": "messages labels contacts neutral",
    "report": "messages labels contacts neutral sources copy_token date other_function paper picture plan",
    "request_": "messages labels contacts neutral",
    "zelfscan_": "messages labels chosen first neutral numbers page pieces problems safe_url said stamp talk turn"
    " written",
    "aanvraag_": "messages labels numbers danger choices stamp address mark neutral"
    " ccv changed empty expired fields given own typed wrong wrong_ids",
    "console/": "messages labels available back banners board case chat choose chosen clock code codes codes_left count"
    " counts danger exists first form form_field form_token given items least lines link local login longest mine names"
    " new_id others path reference picture problem problems quarters refusal secret sections since staff"
    " stamp state themes typed waiting wide written wrong",
}
# Names that the app reads from a template that only sets them.
SETS: dict[str, str] = {f"console/section_{name}.html.j2": "title about" for name in ("account", "chats", "figures")}

_STATES = "new claimed visit finished lapsed withdrawn"
# Names, and words between quotes, that a template may not lose: numbers at danger, the way out, and every case of a
# table that has no other answer.
NEEDED: dict[str, str] = {
    **dict.fromkeys(MAILS, "reference"),
    **{f"mail_{kind}.txt.j2": "reference ccv_telefoon alarmnummer" for kind in OFFICIAL_KINDS},
    "mail_toegang.txt.j2": "reference link ccv_telefoon alarmnummer",
    "mail_visit.j2": "details link phone alarm",
    "page.html.j2": "contacts alarmnummer politie ondersteuningsteam ccv_telefoon",
    "report.html.j2": "report.danger",
    "zelfscan_base.html.j2": "numbers plain.help plain.exit",
    "zelfscan_page.html.j2": "report_threat plain.exit.hint",
    "zelfscan_chat.html.j2": "report_threat chat_stop erase_data",
    "zelfscan_message.html.j2": "report_threat",
    "zelfscan_leaving.html.j2": "neutral",
    "aanvraag_own.html.j2": f"own {_STATES}",
    "console/work_parts.html.j2": f"{_STATES} held not_yours closed changed visit_ahead not_now",
    "console/layout.html.j2": "form_field form_token banners sections",
    "console/parts.html.j2": "form_field form_token",
}
