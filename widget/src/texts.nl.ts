/** Names of buttons and status lines that must work without a server. All other texts come from the server. */

export const texts = {
  launcher: "Chat: zelfscan woning",
  title: "Zelfscan",
  chatbot: "U chat met een geautomatiseerd systeem, niet met een mens.",
  exitHint:
    "Meteen weg van deze pagina? Kies ‘Snel weg’ of druk drie keer op Shift. Dit gesprek wordt dan gewist. De geschiedenis van uw browser niet.",

  exit: "Snel weg",
  exitLink: "Snel weg van deze pagina",
  leaving: "Even laden",
  close: "Sluiten",
  more: "Meer",
  erase: "Gesprek wissen",
  eraseAsk: "Wilt u dit gesprek wissen? Dat kan niet ongedaan worden gemaakt.",
  eraseYes: "Ja, wis dit gesprek",
  eraseNo: "Nee, terug",
  erased: "Dit gesprek is gewist.",
  anew: "Nieuw gesprek beginnen",

  conversation: "Gesprek",
  messages: "Berichten",
  assistant: "Chatbot zegt:",
  staff: "Medewerker van het CCV",
  withWhom: "Met wie u praat",
  visitorChose: "Uw antwoord:",
  visitorTyped: "U schreef:",
  notSent: "Nog niet verzonden",
  answers: "Kies een antwoord",
  tools: "U kunt ook",
  newTab: "(opent in een nieuw tabblad)",

  inputLabel: "Typ uw antwoord of uw vraag",
  send: "Verstuur",

  help: "Hulp bij gevaar",
  threat: "Er is dreiging",
  call: "Bel",
  numbers: "Nummers",
  danger: "Is er nu gevaar?",

  starting: "Het gesprek wordt geopend.",
  waiting: "Uw bericht wordt verwerkt.",
  waitingLong: "Dit duurt langer dan normaal. U hoeft niets te doen.",
  offline: "U hebt geen internet. Wat u schreef, blijft hier staan.",
  unreachable: "De chat kan de server nu niet bereiken. Wat u schreef, blijft hier staan.",
  notErased: "De server is nu niet bereikbaar. Uw gesprek is nog niet gewist.",
  retry: "Opnieuw proberen",
  emergencyAnyway: "Bellen kan altijd:",
} as const;
