"""Words that take the sting out: negation, supposition, questions about rules, figures of speech, everyday reasons."""

BENIGN = {
    "niet": "niet geen nooit niemand nergens zonder niks niets nog_nooit nimmer not never no none nobody without evenmin noch geeneens nul",
    "geen_ontkenning": "niet_alleen niet_bang niet_van_ophouden niet_meer_stopt niet_levend niet_meer_leven niet_lang_meer niet_stoppen niet_stopt"
                       " niet_ophoudt niet_ophoud niet_meer_veilig weet_niet geen_idee niet_gerust durf_niet niet_meer_naar niet_te_spreken niet_praten"
                       " geen_grap geen_grapje niet_meer_weg niet_weg niet_naar_huis niet_open nooit_meer_slapen niet_meer_slapen niet_grappig"
                       " niet_voor_de_eerste niet_de_eerste geen_bedreiging_noemen niet_normaal niet_leuk nog_niet niet_meer_normaal niet_eens"
                       " slaap_niet niet_zeker geen_toeval niet_veilig niet_zo_lang niet_vergeten zag_niet geen_vuurwerk_meer niet_gepakt"
                       " niet_gevonden niet_opgenomen niet_opgepakt niet_aangehouden kan_niet_meer hoef_niet hoef_je_niet niet_lang niets_aan"
                       " zonder_te_kloppen zonder_iets_te_zeggen zonder_kenteken zonder_afzender geen_afzender zonder_reden komt_niet"
                       " zonder_nummerplaat niet_gewoon niet_normaal niet_anders niet_binnen niet_kennen niet_ken niet_gaan_stemmen"
                       " not_safe do_not_know no_idea not_stop do_not_stop niet_meer_alleen niets_doet doet_niets doet_niks niks_doet",
    "als": "als indien wanneer stel mocht zodra if when hypothetisch denkbeeldig stel_dat suppose what_if in_het_geval voor_het_geval ingeval",
    "regelvraag": "wat_moet_ik wat_doe_ik wat_doe_je wat_moet_je wat_zou_ik wat_zou_je wat_als wat_te_doen hoe_moet_ik hoe_zou_ik hoe_handel* hoe_reageer*"
                  " hoe_ga_ik hoe_ga_je hoe_weet_ik hoe_weet_je hoe_herken* hoe_voorkom* hoe_kan_ik hoe_bescherm* hoe_beveilig* wat_is_een wat_is wat_bedoel* wat_betekent wat_verstaan"
                  " wat_zegt_de_wet wat_valt_onder wanneer_is wanneer_moet wanneer_bel wanneer_spreek wanneer_noem* hoort_..?_bij hoort_ook telt_..?_mee telt_dat valt_..?_onder"
                  " geldt_dit geldt_dat is_het_verstandig is_het_strafbaar is_dat_strafbaar is_..?_strafbaar helpt_een helpt_het helpt_dat heb_je_tips"
                  " heeft_u_tips tips_voor tips_tegen mag_ik mag_je kan_ik kun_je kan_je kunt_u kunnen_we moet_ik moeten_we zou_ik zouden_we bestaat_er"
                  " wie_bel_ik wie_moet_ik waar_meld waar_kan_ik vraag_me_af is_een_alarm is_een_camera is_er_ook gaat_de_scan gaat_dit_over"
                  " verschil_tussen wordt_er_gevraagd vragen_jullie hoe_groot_is hoe_vaak_komt hoeveel raadt_u raad_je adviseert wat_raad wat_adviseer*"
                  " what_should what_if how_do_i should_i wat_doen_we wat_gebeurt_er wat_kan_ik wat_kun_je zou_dat hoe_werkt hoe_zit_het wat_houdt"
                  " telt_een telt_het moet_je moet_u is_dat_iets is_dit_ook vergoedt vergoeden verzekert dekt hoe_voorkomen_we worden_jullie",
    "wens": "zou_kunnen zou_kunnen_gebeuren kan_gebeuren voorbereid voorbereiden voorkomen preventie preventief oefening oefenen training cursus protocol"
            " scenario voor_de_zekerheid uit_voorzorg just_in_case oefenscenario brandoefening draaiboek",
    "grap": "grapje grapjas haha hahaha lol geintje gekscherend bij_wijze_van figuurlijk spreekwoordelijk zogezegd just_kidding",
    "figuurlijk": "schiet_op schiet_.._op schoot_me_te_binnen schiet_me_te_binnen schiet_niet_op schieten_op schiet_lekker_op opschieten foto_geschoten foto's_schieten"
                  " schiet_een_foto schiet_foto's foto's_geschoten schieten_wortel moord_doen_voor een_moord_voor moord_en_brand moordende moordend moordtempo"
                  " moordwijf moordvent moordgriet vermoordt_mijn vermoordend mes_en_vork mes_op_de_keel aardappelmes zakmes mes_snijdt scherpe_mes"
                  " mes_in_de_begroting mes_in_het_budget mes_erin mes_in_de_uitgaven bom_duiten bomvol bommetje_doen sloeg_in_als_een_bom bom_is_gebarsten bom_barst"
                  " seksbom bruisbom brandende_vraag brandende_kwestie brandschoon brandnieuw branden_van brand_ik brandt_los brand_maar_los brand_los"
                  " dood_op_mijn_gemak doodmoe doodsaai doodgewoon doodnormaal doodstil doodsimpel doodziek doodleuk doodlopend* doodleuke dood_van_het doodgaan_van"
                  " dood_van_verveling lach_me_dood lachen_me_dood lach_je_dood schaam_me_dood schrok_me_dood schrok_me_rot verveel_me_dood werk_me_dood doodgeboren dode_hoek dode_letter dood_spoor"
                  " dode_mus dooddoener schrik_me_dood ga_dood_aan ga_dood_van sterf_van_de sterven_van_de sterf_van_honger hang_.._op_de_muur hang_.._op_aan ophangen_van ophangen_aan_de_muur"
                  " camera_ophangen camera_opgehangen camera's_opgehangen lamp_ophangen lamp_opgehangen opgehangen_omdat hebben_opgehangen schilderij* gordijnen"
                  " telefoon_opgehangen opgehangen_bij aanval_van hoofdpijnaanval hooikoortsaanval hartaanval_van de_aanval_openen afgeschoten neergesabeld"
                  " afgebrand_in_de afgebrand_in afgebrande afgefakkeld neergeschoten_in wurgt_mijn_portefeuille wurgcontract wurggreep wurgende steekt_me_een_beetje dat_steekt steekt_me"
                  " steek_veel steekt_veel steekt_tijd stikt_van stik_van barst_van barsten_van explosieve_groei explosieve_stijging explosie_van explodeert_van tijdbom"
                  " tikkende_tijdbom vuur_aan_de_schenen onder_vuur vuurdoop vuurwerkverbod vuurwerkshow vuurwerkbeleid vuurwerkvrij kruitvat kogel_is_door kogel_door_de_kerk"
                  " door_de_kerk kogelvrij* kogelwerend* kogellager* kogelslot kogelhotel kogelronde kogelstoten kogelbiefstuk dreigt_te_vallen dreigt_over dreigt_te dreigen_te_verliezen"
                  " dreigt_regen dreigt_onweer regen_dreigt er_dreigt dreigend_tekort dreigende_bezuiniging* dreigend_weer dreigende_lucht dreigende_bui* dreigende_wolken gijzelt_de gegijzeld_door lijken_in_de_kast stalken_van"
                  " wild_geschoten bok_geschoten bok_schieten raak_schieten goal* doelpunt* schoot_op_doel penalty voetbal* vrije_trap strafschop scoren laat_schieten over_het_hoofd_schieten"
                  " wortel_schieten te_hulp_schieten schoot_te_hulp schiet_tekort schieten_tekort tekortschieten voorgeschoten voorschieten ingeschoten uitgeschoten doorgeschoten"
                  " opgeschoten toegeschoten strop_voor_de financiele_strop een_strop_voor vette_strop stropdas* galgenhumor galgje galgenmaal guillotine_snijmachine begrafenis_van begrafenisondernem*"
                  " uitvaart_van uitvaartvereniging uitvaartverzekering beul_ik werk_als_een_paard achter_de_broek achter_me_staan achter_me_aan_zit_met"
                  " vuur_en_vlam in_vuur inspiratie vlam_in_de_pan gevolgd_door als_gevolg gevolgd_worden cursus_gevolgd opleiding_gevolgd training_gevolgd gevolgd_heb volg_ik volgen_me_op_instagram"
                  " volgt_me_op volgen_me_op volgen_mij_op volgers debat_gevolgd discussie_gevolgd raadsvergadering_gevolgd vergadering_gevolgd live_gevolgd news_gevolgd gevolgd_via patroon_van vast_patroon patronen_herken* patroon_in"
                  " naaipatroon breipatroon huls_van huisdierverzekering killerbody killing_it bommelding_oefening bommenwerper photobomb foto_bom overkill"
                  " pistoolgreep lijmpistool kitpistool douchekop nietpistool spijkerpistool waterpistool pistooltje verfpistool mes_slijpen messenblok messenset"
                  " keukenmes brandmelder* brandblus* brandweer* brandalarm* brandverzeker* branddeken* brandgang brandtrap* brandveilig* brandwerend* brandhout brandkast brandstof* brandbaar"
                  " kaars_branden lamp_brandt licht_brandt lampje_brandt licht_branden lampen_branden laten_branden laat_.._branden brandt_altijd brandt_.._lamp brandt_.._licht open_haard houtkachel vuurkorf"
                  " bbq barbecue kampvuur paasvuur kerstboom aangebrand aangebrande brandlucht_van steekproef* steeksleutel steekwagen steekkar afgestoken speech_afgestoken"
                  " ga_kapot_van kapot_van lachen_kapot kapot_moe doodop kapot_gelachen hoofd_boven_water vijf_doden dode_planten dode_bladeren dode_takken kamerplant* planten dood_gegaan_aan"
                  " gaat_dood_aan huisdier_overleden oud_en_nieuw_vuurwerk bombardement_van bombarderen_met mails_bombardement ammehoela dodelijk_vermoeiend dodelijke_blik dodelijk_saai"
                  " laat_me_niet_gek gek_van word_gek knettergek messcherp scherp_mes het_mes_moet begroting* bezuinig* lastenverzwaring doodgezwegen motie amendement coalitie"
                  " huisarrest slotgracht knalgroen knalrood knalfeest* knaldrang knalgeel knaloranje klapper_van_de klapperende knaller spookhuis killer_feature deadline* bommoeder",
    "uitleg_sterk": "bleek_de bleek_het bleek_een bleek_mijn bleken_de bleek_onze bleek_van sleutel_vergeten sorry haha hahaha lol hihi grapje geintje oh_nee o_nee gelukkig_niet spelletje verkleed toneelstuk loos vals_alarm niks_aan_de_hand niets_aan_de_hand figuurlijk spreekbeurt"
                    " traktatie slogan speech darten schaatsen ajax feyenoord psv doelpunt gewonnen monopoly kok kreeft kapper taart kaarsjes pizza egel marter specht wespen eekhoorn hoveniers hovenier schilder glasvezel loodgieter dakdekker monteur scharensliep slotenmaker sneeuwballen nerf lasergame"
                    " escaperoom paintball fortnite gamen kleinkinderen pannenkoeken compressor brommer uitlaat kerstboomverbranding bestuursetentje open_dag toertocht hooi proefzakje waspoeder onze_eigen eigen_schuld vuurkorf barbecue bbq kampvuur open_haard groceries uitvaartondernemer leasemaatschappij"
                    " belletje_trek jubileum verjaardagskaart sarah abraham feestje verrassingsfeest vrijgezellen* stiltecoupe niks_met_ons niets_met_ons boomverzorger spreekwoord grap bezorger pakketje maaltijd boodschappen thuisbezorgd collecte bloemen appeltaart carnaval sinterklaas halloween wc dierenambulance dierenarts"
                    " maar_dat_is_politiek politiek_gezien bij_wijze overdrachtelijk spreekwoordelijk college_b ouderdom van_de_trap aangereden tegen_het_raam_gevlogen nieren",
    "bijvoeglijk": "bedreigde_dier* bedreigde_soort* bedreigde_vogel* bedreigde_plant* bedreigde_korenwolf bedreigde_bestuurder* bedreigde_politic* bedreigde_ambtsdrager* bedreigde_raadsleden bedreigde_burgemeester* bedreigde_natuur bedreigde_bij* bedreigde_weide*"
                   " bedreigde_journalist* bedreigde_gemeente* dreigende_taal_in bedreigde_taal bedreigde_persoon bedreigde_personen bedreigde_wethouder*",
    "scan": "rookmelder* melder* detector verzekering* keurmerk pkvw skg* hang-en-sluitwerk hangensluitwerk sluitwerk kierstandhouder kerntrekbeveiliging cilinder* anti-inbraak antiinbraak*"
            " inbraakwerend* inbraakpreventie alarmsysteem alarminstallatie buitenlamp buitenverlichting bewegingssensor tweestapsverificatie wachtwoord* politiekeurmerk scan woningscan zelfscan vraag_7",
    "onschuldig": "barbecue bbq kaarsje spelen spelende feest feestje feestdag verjaardag carnaval oud_en_nieuw oudjaar* jaarwisseling sinterklaas halloween koningsdag sint_maarten"
                  " rommelmarkt verhuiz* verbouw* storm hagel onweer uitlaat specht bal voetbal voetballen afspraak offerte werkzaamheden bestelling besteld bestelde pakketje pakket_bezorg*"
                  " per_ongeluk ongelukje_met bezorg* reclame folders collecte spelletje overleden_oma kwajongens* boodschappen koffie appeltaart straatfeest buurtfeest kinderfeestje",
    "geheim": "bankpas pincode",
}
