"""Real words one or two letters away from a word of the threat tables; they are never read as a typing error."""

NOT_TYPOS = frozenset(
    "bedanken bedankt bedankte bedenken bedrijf bedrijven bedragen bedraagt bereiken bereikt bereid bereiden bevestigd bevestigen verdragen gedragen gedraging"
    " gedragingen bezigen beweging bewegingen bedriegen dringend dringende drijvend drijvende stalling stallen stallingen stelling stellen gestalte gestart gestalde"
    " geschakeld beleid beleidigd beleefd beveiligd beveiliging verhoogd veilig onderveilig vertrekken vertrouwd begeleid begroting verminderen vermeden vermoeden vermoed"
    " vermoedt vermoedde vermoeid vermoeiend verwoorden verwoord beantwoord handmail gebeld nagel nagels mogen kegel kegels vogel vogels rogels regel regels zegel zegels"
    " kruid patronaat patroontje station stadion doden dozen rouwkamer vrouwkaart bouwkaart bouwkaarten rustkaart begraven voorbeeld voorbeelden veiligheid gezin doxa"
    " boxen foxen intimiteit identiteit identificatie initiatief evaluatie agenda aggregaat progressie regressie agressievrij noodgevallen dekking geldig gestild gestolen gestaald"
    " onveilige veilige angstige hangslot hangsloten aandrijving aandringen bedrading bekleding bekledingen beleidiging verdediging verdedigen verdedigd bereidheid"
    " vernielen vernieuwen vernieuwd bevestiging bevestigingen beëindigd beeindigd bezetting ontploffen drempel drempels dierenmail dienstmail gewaardeerd".split()
)
