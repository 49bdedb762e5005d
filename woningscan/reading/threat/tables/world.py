"""Who, where and when."""

WORLD = {
    # --- who -----------------------------------------------------------------------------------------------------------
    "ik": "ik me wij we ons onze mijn i my our us",
    "bezit": "mijn onze ons my our je jullie uw haar zijn de het m'n een",
    "mijn": "mijn onze ons my our",
    "jij": "je jij jullie u uw you your ya jou jouw",
    "mens": "me ons mijn onze hem haar ze hen hun je jij jullie u uw you us your my our her him them burgemeester* wethouder* raadslid*"
    " raadsleden gedeputeerde* minister* politic* politiek* zij",
    "gezin": "gezin gezinsleden kind kinderen kids kleinkind* dochter* zoon zoons zonen zoontje* dochtertje* vrouw mijn_man mijn_vriend"
    " partner* echtgeno* moeder* vader* ouders schoonouders schoonmoeder schoonvader familie* oudste jongste zus zusje broer broertje"
    " oma opa mam* papa peuter kleuter baby tweeling puber* huisgenoot huisgenoten vriendin my_wife my_husband my_kids my_daughter"
    " my_son my_family your_family your_kids children daughter family kids wife husband gezinnetje bomma kindjes",
    "dier": "hond honden hondje kat katten poes poezen paard paarden pony* koe koeien schapen schaap vee kip kippen konijn* dieren huisdier*"
    " dog cat teckel labrador herder puppy geiten kater",
    "huis": "hof toene vensterbank binnen_tuin zolder kelder gang terras vijver trap staldeur schuurdeur bosje erfgrens lantaarn deurklink slot brievengleuf glas pui schuifpui dakraam terrein balkon bel deurbel kliko barbecue speeltoren boot "
    "huis huizen woning deur deuren voordeur* achterdeur* garage* tuin* raam ramen ruit ruiten oprit* erf schuur* hek poort* gevel*"
    " brievenbus* dak balkon stoep boerderij* stal huisje woonkamer keuken slaapkamer* kozijn* carport hal serre schutting tuinhuis*"
    " tuinhek stalhek voorraam keukenraam achterraam kinderkamer* portiek appartement* flat trap home house door garden window"
    " driveway gate porch voorkant achterkant rolluik* voortuin achtertuin woonboot vakantiehuis",
    "auto": "achterband voertuig trekker tractor autodak achterruit achterbank boot bumper autoradio bestelwagen dienstauto busje_van ons_busje "
    "auto auto's autos wagen fiets fietsen band banden autoband* motor scooter camper bestelbus* motorkap voorruit autoruit*"
    " wielmoer* remleiding* remkabel* remmen autospiegel* buitenspiegel* autolak car tires tyres brakes bakfiets wielen wiel",
    "werkplek": "gemeentehuis stadhuis kantoor raadhuis raadzaal provinciehuis waterschap*",
    "school": "school basisschool schoolplein opvang kinderopvang bso creche training voetbalclub sportclub schoolhek juf meester daycare",
    "vreemde": "trekkers kerels heren demonstranten bestuurder fietser motorrijder* knul ne_mens pick-up pickup* auto_met busjes bus meneer mevrouw boer jager ondernemer ingeland* aannemer* bezoeker* kennis "
    "iemand man mannen kerel* gast gasten vent venten persoon figuur figuren onbekende* vreemde* lui types type jongens jongen gozer*"
    " vrouw groep groepje groepen demonstrant* actievoerder* boeren soevereinen relschopper* menigte meute hij ze zij iedereen"
    " inwoner* indringer* gemaskerd* gasten mensen knapen snuiter* tieners jongeren someone somebody guy guys man men people stranger"
    " he they ie busje dader* twee_man drie_man vier_man hooligan* gek dronkaard* ex volk bende*",
    "anoniem": "anoniem* onbekend* iemand afzender* onherkenbaar* anonymous unknown privenummer",
    "bekend": "bezorger* pakketbezorger* postbode* pakketje postnl dhl monteur* loodgieter* schilder* schoonmaker* schoonmaakster buurman"
    " buurvrouw buren buurjongen* overbuur* thuiszorg glazenwasser* collectant* familie vriend vrienden vriendin visite oppas"
    " hovenier* tuinman aannemer* installateur* kinderen_spelen opa oma moeder* zoon dochter* schoonmoeder adviseur* makelaar*"
    " meteropnemer* sinterklaas klant* krantenjongen krantenbezorger* taxi bestelling eten_bezorgd leverancier* vuilnis*"
    " slotenmaker* timmerman klusjesman jehova* zwager verhuizer* elektricien* aanbelt koerier* maaltijd* pizzakoerier bezoek"
    " buurmeisje* kraamhulp verpleegkundige huisarts delivery neighbour neighbor postman",
    "collega": "collega* fractiegeno* partijgeno* mederaadslid* ambtsgenoot* fractievoorzitter voorganger* colleague*",
    "ver": "op_de_radio in_een_ander_land teletekst in_de_hoofdstad ver_van_ons_bed cluedo in_een_dorp soapserie in_de_serie in_het_boek een_boek zag_op_tv op_het_nieuws het_verzet bevrijdingsdag dodenherdenking_toespraak in_de_oorlog "
    "nieuws journaal film films filmhuis filmavond las_ik las_in_de_krant stond_in_de_krant regiokrant serie series boek roman podcast documentaire game fortnite televisie tv netflix voorstelling"
    " toneelstuk museum oorlog tweede_wereldoorlog geschiedenis werkstuk thriller* detective* krimi aflevering quiz buitenland"
    " amerika oekraine gaza rusland willem_van_oranje fortuyn kennedy pim_fortuyn theo_van_gogh boekenclub tatort artikel column"
    " sims gta videospel computerspel ps5 playstation xbox call_of_duty minecraft the_news movie",
    "anderen": "raadsleden kamerleden politici bestuurders wethouders burgemeesters ambtsdragers statenleden journalisten mensen_die vrouwen_in raadslid_van wethouder_van burgemeester_van onze_wethouder onze_burgemeester de_burgemeester_van een_wethouder_in"
    " een_raadslid_uit een_burgemeester_in niet_bij_mij niet_bij_me niet_ik niet_ikzelf een_ander iemand_anders bij_de_burgemeester onze_griffier de_griffier",
    "ander": "buurman buurvrouw buren vriend vriendin kennis nicht neef oom tante zwager overbuurman",
    # --- where ---------------------------------------------------------------------------------------------------------
    "bij_huis": "voor_<bezit>?_<huis> aan_<bezit>?_<huis> bij_<bezit>_<huis> in_<bezit>_<huis> achter_<bezit>?_<huis> op_<bezit>_<huis>"
    " tegen_<bezit>_<huis> om_<bezit>_<huis> tegenover_<bezit>_<huis> rond_<bezit>?_<huis> onder_<bezit>_<huis> op_<bezit>_stoep"
    " naast_<bezit>_<huis> bij_ons_voor langs_<bezit>_<huis> rondom_<bezit>_<huis> in_<bezit>_straat in_<bezit>_hof bij_mij_thuis"
    " bij_ons_thuis hier_beneden hier_buiten beneden binnen outside_<bezit>?_<huis> at_<bezit>_<huis> in_<bezit>_<huis> on_<bezit>_<huis>"
    " at_the_door outside buiten aanbelt in_huis in_de_struiken in_de_bosjes door_<bezit>_<huis> hier_voor te_me_<huis> binnengekomen"
    " bij_me_voor bij_me_thuis bij_me_aan_de_deur ten_huize voordeur achterdeur onder_de_lantaarn* aan_de_overkant de_inrit",
    "voor_deur": "voor_<bezit>?_deur aan_<bezit>?_deur aan_de_poort voor_ons_huis voor_mijn_huis bij_ons_voor_de_deur voor_het_huis"
    " op_de_stoep aan_het_hek voor_de_poort",
    "thuis": "thuis huisadres prive priveadres bij_mij_thuis bij_ons_thuis at_home woonadres thuisadres",
    # --- when ----------------------------------------------------------------------------------------------------------
    "nu": "nu nou momenteel op_dit_moment op_het_moment right_now now nog_steeds_buiten zojuist daarnet daarstraks net_nu thans"
    " zonet minuut_geleden paar_minuten_geleden minuten_geleden net_gebeurd net_pas just_now currently op_dit_ogenblik"
    " terwijl_ik_dit_typ vlakbij seconden_geleden halfuur_geleden half_uur_geleden kwartier_geleden ondertussen hier_en_nu"
    " meteen snel alsjeblieft_snel rap dadelijk aan_het_bellen blijft_staan zijn_nog gaat_niet_weg niet_weg willen_niet_weg"
    " wil_niet_weg gaan_niet_weg momenteel",
    "net": "net zojuist zonet daarnet daarstraks just zopas er_is_net pas_net juist_nu daarjuist",
    "komt": "vanavond straks zometeen dadelijk onderweg over_een_kwartier over_een_uur over_een_halfuur over_een_half_uur over_<getal>_minuten"
    " komende_nacht vannacht_nog binnen_een_uur tonight in_an_hour deze_avond zo_dadelijk eraan er_aan komen_nu komt_nu"
    " komen_eraan on_my_way on_their_way over_<getal>_min zo_bij_je binnen_het_uur nog_vandaag meteen_langs vandaag_nog",
    "getal": "een twee drie vier vijf zes zeven acht negen tien elf twaalf vijftien twintig dertig paar enkele 1* 2* 3* 4* 5* 6* 7* 8* 9*",
    "recent": "gisteren* eergisteren vannacht_om afgelopen vorige_week vorige_maand vorige_vrijdag vorige_zaterdag laatst sinds_de_zomer dit_jaar laatste_tijd onlangs recent maandag* dinsdag* woensdag* donderdag*"
    " vrijdag* zaterdag* zondag* gisteravond gisternacht vanmorgen vanochtend vanmiddag deze_week dagen_geleden weken_geleden"
    " week_geleden weekend last_night yesterday last_week van_de_week deze_maand maand_geleden weken_terug dagen_terug week_terug"
    " sinds de_laatste_weken uur_geleden eerder_vandaag kort_geleden vorig_weekend vandaag vrijdagnacht maanden_geleden vandenacht",
    "vannacht": "vannacht 's_nachts vanacht deze_nacht",
    "herhaald": "elke iedere telkens steeds alweer weer opnieuw wekelijks dagelijks al_<getal>_dagen al_<getal>_avonden al_<getal>_nachten"
    " keer_op_keer <getal>_keer op_rij achter_elkaar al_weken al_dagen al_maanden voortdurend constant continu vaker regelmatig"
    " soms every again blijft blijven nog_steeds al_een_tijd al_tijden al_een_paar dezelfde zelfde always altijd meermaals"
    " herhaaldelijk tweede derde vierde vijfde zoveelste al_de_hele_week de_hele_week nachten avonden paar_avonden",
    "oud": "jaren_geleden jaar_geleden jaar_terug jaren_terug vroeger destijds toentertijd in_de_jaren ooit lang_geleden years_ago"
    " 196* 197* 198* 199* 200* 201* 2020 2021 2022 2023 2024 vorig_jaar 20_jaar jeugd toen_ik_klein als_kind"
    ""
    " in_de_vorige_periode vorige_raadsperiode vorige_periode tijdens_corona coronatijd long_ago voorgoed_voorbij",
    "gesloten": "opgelost afgesloten afgehandeld voorbij nooit_meer_iets nooit_meer_wat daarna_niets grap loos vals_alarm veroordeeld"
    " uitgepraat uitgesproken bijgelegd excuses sorry_gezegd sindsdien_niets sindsdien_rustig sindsdien_niks niets_meer niks_meer"
    " rustig_sindsdien over_en_uit verleden verhuisd overleden nooit_meer nergens_last klaar_mee vergeven goedgekomen"
    " goed_gekomen allang_geseponeerd resolved vast_voor sloot_dossier gesloten_zaak afgedaan",
    "loopt_door": "stopt_niet nu_terug is_terug weer_los elk_jaar ieder_jaar om_de_paar om_de_week iedere_maand elke_maand nog_iedere zoekt_me_op nu_komt_hij weer_een kwam_terug vrijgekomen "
    "sindsdien nog_steeds en_nu nu_weer weer_begonnen blijft gaat_door opnieuw nu_ook still again tot_op_de_dag_van_vandaag"
    " nog_altijd weer_vrij komt_vrij vrijgelaten dit_jaar begint_weer steeds_weer nog_elke houdt_niet_op",
}
