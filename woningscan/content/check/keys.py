"""The keys that code uses: what is said under them, what is filled in, and which contacts a text may not lose.

An editor who renames or removes one would break a conversation that is going on. `tests/promises/test_content_keys.py`
reads the product's code and templates and fails while a key is used that is not named here.
"""

from __future__ import annotations

from woningscan.content.check.questions import MEASURES
from woningscan.conversation.choices import BUTTONS
from woningscan.plan.whom import PARTIES

KINDS = ("woningscan", "terugbellen")
ROLES = ("bestuurder", "raadslid", "onbekend")
OUTCOMES = ("done", "todo", "check", "skipped")
# Per group of content/messages.yml the rest of each key; "" is the group's own name.
_MESSAGES: dict[str, str] = {
    "opening": "chatbot danger purpose overheard kept english",
    "overheard": "",
    "scan": "progress part.intake part.triage part.profile tip.done tip.todo skipped clarify clarify.between change"
    " first noted noted_too corrected left left.last meaning meaning.needed"
    " overview overview.empty overview.skipped"
    " complete again content_changed content_changed.again content_changed.gone content_changed.gone.one",
    "either": "",
    "intake": "other_function",
    "plan": "intro intro.nothing_to_do first rest item skipped next next.other_function"
    " ticked tick tick.open tick.done"
    " nothing_yet report effort.nu effort.deze_week effort.met_hulp",
    "threat": "hint numbers check.now check check.none check.later stays stopped cannot_call cannot_call.kind zorg.stay"
    " quick_exit function taken_back go_on over news.called news.there news.over zorg.which zorg.stopped hint.zorg",
    "booking": "first review consent review.urgent review.unclear still_open dropped cancel.ask cancelled"
    " cancelled.already cancel.passed cancel.enough link.why link.ask not_picked_up not_picked_up.urgent other_function"
    " dropped.before safety_first safety_done contact.slip contact.provider contact.letters changed review.no"
    " moment.long not_yet stop_or_go_on"
    " about.sent about.sent.after about.data about.moment about.confirmation about.left about.left.one about.left.none"
    " about.filled about.filled.none about.after about.why",
    "handoff": "offer offer.threat offer.care edited forwarded quoted"
    " chat chat.threat out_of_hours nobody no_chat consent overheard no_details waiting"
    " waiting.shared waiting.private taken not_taken late late.acute colleague transferred staff_gone back back.staff"
    " button goes_on too_many too_often notice.wacht notice.actief staff",
    "nav": "stop stop.unbegun stop.request stop.before_request pause resumed as_you_wish confirm.restart confirm.erase",
    "privacy": "erased kept",
    "fallback": "unclear person",
    "gate": "empty too_long too_long.unread unreadable old_choice unknown_choice busy unavailable expired edited"
    " edited.change not_handled not_handled.kept relayed",
    "web": "bad_request refused no_token not_here too_slow too_large not_json bad_message",
    "report": "title open.lead open.button gone.title gone numbers to_chat to_plain why source made_on done skipped"
    " rest background version measures offer.title offer offer.other_function offer.how offer.ask nameless once"
    " pdf.button exit.hint pdf.once pdf.unavailable print.button danger picture picture.line picture.none count rings"
    " home.house home.flat home.line home.todo home.done home.skipped spot.front_door spot.windows spot.letter_box"
    " spot.light spot.outside spot.car spot.inside spot.screen spot.upstairs measure whom parties parties.line"
    " checklist checklist.lead checklist.nu checklist.deze_week checklist.met_hulp checklist.chat sources card reminder"
    " tick.lead tick.button tick.kept tick.gone",
    "reminder": "title lead choose option option.one button nothing_kept plan",
    "card": "title lead danger danger.call danger.outside danger.fire danger.object door door.sentence door.look"
    " door.closed door.tell own own.meeting own.way_out own.word own.neighbour own.first",
    "request": "door.title door door.button gone",
    "telegram": "description short_description command.start command.nood command.help command.terug command.stop"
    " command.verder command.opnieuw command.medewerker command.privacy command.verwijder chosen twice foreign"
    " text_only group erased",
    "embed": "away plain",
    "plain": "title skip exit exit.hint leaving leave cookie good_to_know chatbot help threat problem to_answer answer"
    " type type.only send tools choose_first old_page refused bad_form to_scan chat.title chat.reload chat.how"
    " chat.messages chat.you chat.bot chat.type",
}
MESSAGES: frozenset[str] = frozenset(
    [
        *(f"{group}.{rest}" if rest else group for group, keys in _MESSAGES.items() for rest in keys.split() or [""]),
        *(f"booking.{part}.{kind}" for part in ("start", "confirmed", "link") for kind in KINDS),
        *(f"plan.measures.{role}" for role in ROLES),
        *(f"report.outcome.{outcome}" for outcome in OUTCOMES),
        *(f"report.who.{party}" for party in PARTIES),
    ]
)
LABELS: frozenset[str] = frozenset([*BUTTONS, "change_this", *(f"measure:{measure}" for measure in MEASURES)])
# Intents that are answered from content/answers.yml beside those called `ask_*`.
ANSWERS: frozenset[str] = frozenset(
    "help english out_of_scope insult nonsense thanks goodbye greet talk_to_human".split()
)

# What code fills in. A text without it says less than it must; another name there ends the turn with an error.
MESSAGE_FIELDS: dict[str, str] = {
    "opening.purpose": "vragen_kort",
    "scan.progress": "number total theme",
    "scan.noted": "label",
    "scan.corrected": "title label",
    "scan.noted_too": "title label",
    "scan.left": "total",
    "scan.content_changed.gone": "number",
    "scan.tip.done": "tip",
    "scan.tip.todo": "tip",
    "scan.clarify.between": "labels",
    "either": "first last",
    "plan.rest": "number",
    "plan.skipped": "number",
    "plan.item": "action why effort whom sources",
    "plan.ticked": "number total",
    "plan.tick.open": "title",
    "plan.tick.done": "title",
    "reminder.option": "number date",
    "reminder.option.one": "date",
    "booking.about.left": "number",
    "booking.confirmed.woningscan": "reference",
    "booking.confirmed.terugbellen": "reference",
    "booking.cancelled": "reference",
    "booking.cancelled.already": "reference",
    "booking.not_picked_up": "reference",
    "booking.not_picked_up.urgent": "reference",
    "handoff.edited": "text",
    "handoff.forwarded": "text",
    "handoff.quoted": "text",
    "handoff.waiting": "reference",
    "gate.too_long": "limit",
    "gate.too_long.unread": "limit",
    "report.made_on": "date",
    "report.version": "version",
    "report.home.line": "spot state",
    "report.home.todo": "numbers",
    "report.parties.line": "party numbers",
    "report.picture.line": "theme labels",
    "report.count": "number label",
    "telegram.chosen": "label",
    "telegram.group": "link",
}
LABEL_FIELDS: dict[str, str] = {"edit_field": "field"}

WEB_REFUSALS = tuple(
    f"web.{why}" for why in "bad_request refused no_token not_here too_slow too_large not_json bad_message".split()
)
# Whom to call where there is danger, where something fails or has a limit, and where nobody is there (`zinnen` of the
# domain: every dead end names a way on; source of the numbers: content/routes.yml).
MESSAGE_CONTACTS: dict[str, str] = {
    "opening.danger": "alarmnummer",
    "opening.english": "alarmnummer politie",
    "card.danger.call": "alarmnummer",
    "threat.check.now": "alarmnummer",
    "threat.hint": "alarmnummer",
    "threat.hint.zorg": "zelfmoordpreventie alarmnummer",
    "threat.numbers": "alarmnummer politie",
    "threat.check.later": "alarmnummer",
    "handoff.offer.threat": "alarmnummer politie ondersteuningsteam ccv_telefoon",
    "handoff.offer": "ccv_telefoon",
    "handoff.waiting": "alarmnummer",
    "report.danger": "alarmnummer",
    "report.gone": "alarmnummer",
    "report.tick.gone": "alarmnummer",
    "privacy.kept": "ccv_telefoon",
    "request.gone": "alarmnummer",
    "telegram.description": "alarmnummer",
    "telegram.short_description": "alarmnummer",
    "telegram.text_only": "alarmnummer",
    "telegram.group": "alarmnummer",
    "booking.confirmed.woningscan": "ccv_telefoon",
    "booking.confirmed.terugbellen": "ccv_telefoon alarmnummer",
    "booking.about.after": "ccv_telefoon",
    "booking.about.why": "ccv_telefoon",
    "booking.cancel.ask": "ccv_telefoon",
    "booking.cancel.passed": "ccv_telefoon",
    "booking.not_picked_up.urgent": "alarmnummer politie ondersteuningsteam",
    "booking.safety_done": "alarmnummer",
    "gate.empty": "alarmnummer",
    "gate.old_choice": "alarmnummer",
    "gate.unknown_choice": "alarmnummer",
    "gate.busy": "alarmnummer politie",
    "gate.unavailable": "alarmnummer politie ccv_telefoon",
    "gate.expired": "alarmnummer",
    "fallback.unclear": "alarmnummer",
    "handoff.out_of_hours": "alarmnummer",
    "handoff.nobody": "alarmnummer",
    "handoff.no_chat": "alarmnummer ccv_telefoon",
    "handoff.too_often": "alarmnummer ccv_telefoon",
    "handoff.not_taken": "alarmnummer ccv_telefoon",
    "handoff.late": "alarmnummer ccv_telefoon",
    "handoff.late.acute": "alarmnummer",
    "handoff.colleague": "alarmnummer ccv_telefoon",
    "handoff.transferred": "alarmnummer",
    "handoff.staff_gone": "alarmnummer ccv_telefoon",
    "handoff.too_many": "alarmnummer ccv_telefoon",
    "handoff.button": "alarmnummer",
    "gate.too_long": "alarmnummer",
    "gate.too_long.unread": "alarmnummer politie",
    **dict.fromkeys(WEB_REFUSALS, "alarmnummer"),
    "web.too_large": "alarmnummer politie",
    "gate.unreadable": "alarmnummer",
    "gate.edited": "alarmnummer",
    "gate.relayed": "alarmnummer",
    "gate.not_handled": "alarmnummer politie",
    "gate.not_handled.kept": "alarmnummer politie",
    "handoff.offer.care": "zelfmoordpreventie alarmnummer ondersteuningsteam ccv_telefoon",
    "threat.stopped": "alarmnummer politie",
    "threat.news.called": "alarmnummer",
    "threat.news.there": "alarmnummer",
    "threat.news.over": "alarmnummer politie",
    "threat.cannot_call": "alarmnummer",
    "threat.cannot_call.kind": "alarmnummer",
    "threat.zorg.stay": "zelfmoordpreventie alarmnummer",
    "threat.zorg.which": "zelfmoordpreventie alarmnummer",
    "threat.zorg.stopped": "zelfmoordpreventie alarmnummer",
    "booking.not_picked_up": "ccv_telefoon alarmnummer",
    "intake.other_function": "ccv_telefoon",
    "plan.next.other_function": "ccv_telefoon",
}
ANSWER_CONTACTS: dict[str, str] = {
    "ask_capabilities": "alarmnummer",
    "ask_eligibility": "politie alarmnummer",
    "ask_bewaken_beveiligen": "politie alarmnummer ondersteuningsteam",
    "help": "alarmnummer ccv_telefoon",
    "english": "alarmnummer",
    "out_of_scope": "ccv_telefoon",
    "insult": "ccv_telefoon",
    "goodbye": "politie alarmnummer",
    "greet": "alarmnummer",
    "talk_to_human": "ccv_telefoon ondersteuningsteam alarmnummer",
    **dict.fromkeys(("q_computer", "q_engels", "q_adviseur_wie", "q_al_beveiligd"), "alarmnummer ccv_telefoon"),
    **dict.fromkeys(("q_kandidaat_oud", "q_ouders", "q_wanneer_aan_de_beurt"), "politie alarmnummer ccv_telefoon"),
    **dict.fromkeys(
        "q_anoniem q_wat_zeg_ik q_112_of_0900 q_is_dit_bedreiging q_bewijs q_bij_wie_melden q_aangifte_adres"
        " q_wie_beslist q_adres_van_site".split(),
        "politie alarmnummer",
    ),
    **dict.fromkeys(("q_waarom_geen_scan", "q_politie_weet_het"), "politie alarmnummer ondersteuningsteam"),
    "q_steun_gezin": "alarmnummer ondersteuningsteam zelfmoordpreventie slachtofferhulp",
    "q_pakket": "alarmnummer",
    "q_officieel": "ccv_website ccv_telefoon",
    "q_statenlid": "ccv_telefoon ondersteuningsteam",
}

# The fields of a request that code reads, with the check of each (`woningscan.request.fields`).
FIELD_KINDS = {"naam": "name", "functie": "choice", "contact": "phone_or_email", "voorkeur": "moments"}
REQUEST_FIELDS: dict[str, str] = dict.fromkeys(KINDS, "naam functie contact voorkeur")
