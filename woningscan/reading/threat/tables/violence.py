"""Words of violence, threat, watching, exposure, abuse and worry."""

VIOLENCE = {
    # --- announced or hinted violence ----------------------------------------------------------------------------------
    "ik_word": "ik_word ik_wordt word_ik we_worden wij_worden i_am_being i'm_being",
    "bedreig": "~dreigement bedreiginge bedreigen berdreigd bedrijgd bedreichd doodsbedreigd dreigmails dreigpost dreigberichten "
    "~bedreigd ~bedreigen ~bedreiging ~bedreigingen ~bedreigt ~bedreigde ~bedreigden *bedreiging *bedreigingen bedreigd* threatened"
    " threats threatening ~doodsbedreiging ~doodsbedreigingen ~doodbedreiging ~doodsbedreigen dreigbrief* dreigbericht* dreigtelefoon*"
    " dreigmail* ~dreigbrief ~dreigmail ~dreigementen ~dreigement dreigapp* dreigtweet* doodsverwensing death_threat* threat"
    " dreigbelletje* dreigt_met dreigde_met dreigden_met dreigen_met dreigde_me dreigt_me dreigde_ons dreigen_me dreigden_me gedreigd"
    " dreigde_dat dreigt_dat dreigen_dat bedreigingstelefoon* doodsbedreigd* dreigden_dat",
    "dreiging": "~dreiging ~dreigingen dreigend* dreigt dreigen",
    "doden": "platwalsen opensnijden open_snijden snij_.._open snijden_.._open vierendelen doodrijdt dood_rijdt doodrijd prikken_me me_prikken doodschiete dood_schiete doodmake doodsteke dood_steekt neerschiet neersteekt doodschiet doodslaat doodsteekt dood_te_rijden dood_te_slaan onder_een_trein onder_een_vrachtwagen trekker_overhalen trekker_zal_overhalen put_down vergif_geven slachten geslacht_worden opengereten aan_het_mes aan_een_boom aan_de_galg verbranden verbrand_worden levend_villen villen uit_het_raam_gooien van_de_brug van_het_balkon doodmaakt doodmaken zou_doodmaken dood_geslagen hersens_inslaat hersens_ingeslagen inslaat zal_vermoorden gaat_vermoorden te_vermoorden dood_gaan_maken om_zeep doodbloeden gevierendeeld een_kopje_kleiner "
    "~vermoorden ~vermoord ~vermoordt vermoorde afmaken afgemaakt afmaakt maak_.._af maakt_.._af maken_.._af afmak*"
    " doodschieten doodgeschoten doodschiet schiet_.._dood schieten_.._dood doodsteken doodgestoken neersteken neergestoken neerschieten"
    " neergeschoten schiet_.._neer steek_.._neer steken_.._neer steekt_.._neer doodslaan doodgeslagen sla_.._dood slaan_.._dood"
    " doodmaken doodgemaakt maak_.._dood maken_.._dood liquideren liquidatie geliquideerd omleggen omgelegd leg_.._om leggen_.._om"
    " onthoofd* wurg* gewurgd verkracht* executeren geexecuteerd executie lynchen gelyncht ophangen hang_.._op hangen_.._op"
    " mollen gemold kapotschieten kapotmaken_je maak_.._kapot maken_.._kapot verzuipen verdrinken kelen keel_doorsnijden"
    " doorgesneden_keel snij_.._keel_.._door snijden_.._keel_.._door levend_begraven levend_verbranden afknallen knal_.._af knallen_.._af"
    " knalt_.._af afgeknald kill killed killing murder shoot_you stab rape behead hang_you burn_you beat_you doodrijden rijd_.._dood"
    " overhoop_schieten schiet_.._overhoop afslachten koud_maken maak_.._koud koudmaken doodknuppelen doodtrappen trap_.._dood"
    " naar_de_keel kop_eraf kop_afhakken hoofd_eraf kop_afsnijden hakken_.._kop aan_stukken afgeslacht dood_te_maken dood_te_schieten"
    " af_te_maken neer_te_schieten dood_te_steken van_kant_maken maak_.._van_kant uit_de_weg_ruimen ruimen_.._uit_de_weg uit_de_weg_geruimd"
    " kapot_maken kapot_te_maken opblazen op_te_blazen blaas_.._op blazen_.._op opgeblazen vergassen ombrengen om_te_brengen"
    " van_het_leven_beroven",
    "mishandelen": "in_elkaar_slaan in_elkaar_geslagen in_elkaar_trappen in_elkaar_rammen slaan_.._in_elkaar sla_.._in_elkaar mishandel* toetakelen"
    " verrot_slaan verrot_geslagen benen_breken breek_.._benen breken_.._benen knieen_kapot knieschijven te_grazen_nemen"
    " te_pakken_nemen te_pakken_krijgen krijgen_.._te_pakken te_grazen_genomen iets_aandoen iets_aan_te_doen wat_aandoen wat_aan_te_doen"
    " op_zijn_bek_slaan op_mijn_bek klappen_krijgen klappen_geven verrot_trappen aftuigen afgetuigd kapotslaan op_de_muil_slaan"
    " een_mes_in bek_verbouwen gezicht_verbouwen ontvoer* kidnap* gijzel* wel_een_keer_meenemen hurt_you hurt_me hurt_my"
    " beat_me_up op_mijn_gezicht_slaan op_je_gezicht in_het_ziekenhuis_slaan ribben_breken sloopt_me slopen_je lek_steken"
    " steek_.._lek zuur_in_het_gezicht zoutzuur een_lesje_leren komt_niet_levend levend_thuis niet_levend pakken_we pakken_je"
    " we_pakken_je ik_pak_je grijpen_je rammen_je opereren_zonder slaan_je sla_je trap_je schiet_je steek_je",
    "geslagen": "geslagen geduwd geschopt gespuugd bespuugd aangevallen bespogen getrapt gestompt mishandeld klap_gegeven klap_in vastgegrepen"
    " vastgepakt belaagd stomp aangevlogen attacked assaulted gewurgd afgetuigd duwde sloeg schopte spuugde greep omver kopstoot",
    "aanval_nu": "valt_me_aan vallen_ons_aan vallen_me_aan slaat_me slaan_ons slaat_mijn steekt_me schiet_op_ons schieten_op wordt_geschoten"
    " er_wordt_geschoten word_aangevallen worden_aangevallen word_mishandeld wordt_aangevallen wordt_mishandeld gooien_met_stenen"
    " gooien_stenen gooien_met_vuurwerk gooien_vuurwerk gooit_stenen gooien_met_eieren bestormen trappen_de_deur trapt_de_deur"
    " trappen_tegen_de_deur beuken beukt rammen_op ramt_op slaan_ruiten slaat_ruiten gooien_ruiten gooien_de_ruiten forceren forceert"
    " instampen aan_het_instampen intrappen aan_het_intrappen aan_het_inbreken breken_in breekt_in komen_binnen komt_binnen"
    " willen_naar_binnen wil_naar_binnen proberen_binnen probeert_binnen probeert_in_te_breken proberen_in_te_breken"
    " klimmen_over klimt_over klimt_naar steken_.._in_brand steekt_.._in_brand breaking_in trying_to_get_in attacking stampen"
    " rammelt rammelen morrelt morrelen bonkt bonken bonst bonzen inbeuken openbreken aan_het_openbreken",
    "brandstichten": "brandsticht* brand_gesticht brand_stichten in_brand_steken in_brand_gestoken in_de_fik_gestoken in_de_fik_steken in_de_hens"
    " platbranden plat_branden afbranden affikken in_brand_zetten in_de_brand_steken steek_.._in_de_fik steken_.._in_de_fik steek_.._in_brand"
    " in_de_fik_gezet in_vlammen_op aangestoken aansteken burn_down burn_your in_de_fik_zetten steken_.._in_brand fikt_af"
    " in_de_as_leggen in_as",
    "explosief": "explosie plofte ontploft_ding vuurwerkexplosie gasbom handgranaat_aan "
    "vuurwerkbommen wekker_getaped flessengas nagelbom spijkerbom bommelding* bommeldingen cobra6 "
    "explosief* explosie* granaat handgranaat granaten bommen bompakket* bombrief* bommetje molotov* molotovcocktail* cobra cobra's"
    " springstof* vuurwerkbom* brandbom* benzinebom* semtex dynamiet pijpbom* bomb grenade nitraat nitraatbom zwaar_vuurwerk"
    " illegaal_vuurwerk lawinepijl* bom_geplaatst",
    "ontploft": "ontploft ontplofte ontploffing* knal explosie geexplodeerd klapper opgeblazen exploded explodeerde",
    "vuurwerk": "vuurwerk rotje* strijker* nitraat vlinderbom* vuurpijl* vuurwerkbom* rookbom* fakkel* cobra",
    "wapen": "moker kettingzaag shovel slijptol pook steekmes dolk luchtbuks hagelgeweer gewapende klauwhamer baksteen "
    "stanleymes breekijzer luchtdrukwapen kruisboog riek mestvork pijl zuur kapmes slagersmes kolf wapenstok staaf keu golfclub zeis schop "
    "wapen wapens vuurwapen* pistool pistolen mes messen geweer geweren revolver jachtgeweer bijl machete honkbalknuppel knuppel"
    " koevoet hamer kalasjnikov ak47 gun knife weapon stok ijzeren_staaf slagwapen steekwapen hakmes gewapend* alarmpistool"
    " schroevendraaier taser boksbeugel ploertendoder loop_van",
    "kogel": "~kogel ~kogels ~kogelbrief kogelhuls* ~patroon patronen huls hulsje hulzen 9mm bullet bullets kogelpatroon kogeltje"
    " kogelgat kogelgaten kogelinslag*",
    "beschoten": "beschoten geschoten schoten schotgaten kogelgat* kogelinslag* beschieting beschietingen schot shots shot_at drive_by",
    "symbool": "~rouwkaart ~rouwkaarten ~rouwkrans rouwkransen rouwadvertentie* rouwbericht overlijdensadvertentie* overlijdensbericht* doodskist*"
    " ~doodskist grafsteen* grafkrans* grafkaars* strop stroppen galg galgen guillotine doodshoofd* kruis_op doodskop condoleance*"
    " rouwboeket rouwlint gecondoleerd noose lijkkist lijkzak hakenkruis* swastika* dode_rat dode_vogel dode_duif dode_kat"
    " dode_vis dode_kraai varkenskop bloederig* paardenhoofd poeder* ~poederbrief wit_poeder lucifer* doosje_lucifers jerrycan*"
    " dode_muis dode_kip rattengif varkenshoofd grafzerk begrafenis* uitvaart* kist_met doodskaart overlijdenskaart kaars_met",
    "aftellen": "nog_<getal>_dagen nog_<getal>_nachtjes aftellen aftel* je_tijd_is_om dagen_zijn_geteld tijd_begint tik_tak tiktak tick_tock"
    " countdown nog_<getal>_nachten teller je_dagen_zijn je_tijd_komt",
    "spreuk_dood": "je_leeft_niet_lang je_gaat_eraan jullie_gaan_eraan je_gaat_er_aan gaan_we_eraan ga_je_aan je_bent_dood jullie_zijn_dood je_bent_er_geweest"
    " je_bent_de_volgende jij_bent_de_volgende u_bent_de_volgende jullie_zijn_de_volgende je_gaat_dood jullie_gaan_dood"
    " je_zult_sterven je_zal_sterven ga_je_sterven je_haalt_.._niet haalt_het_einde haal_je_niet je_einde laatste_dag laatste_kerst"
    " laatste_verjaardag kogel_door kogel_met kogel_voor kogel_klaar kogel_heeft kogel_verdien* verdient_een_kogel verdien_je_een_kogel kogel_in"
    " kogel_tussen prijs_op_<mens>_hoofd prijs_op_<mens>_kop op_een_dodenlijst op_de_dodenlijst dodenlijst doodslijst hitlijst"
    " zwarte_lijst_van staat_op_de_lijst volgende_op_de_lijst geniet_nog_van zolang_het_nog_kan zolang_je_ze_nog nog_hebt"
    " you_are_dead you_will_die you_are_next dead_man watch_your_back we_will_find_you we_know_where_you_live i_know_where_you_live"
    " find_you_and find_you know_where_you_live going_to_die je_bloed er_zal_bloed bloed_vloeien rolstoel graf_graven graf_is"
    " in_een_kist tussen_zes_planken zes_planken onder_de_groene_zoden onder_de_zoden je_hoofd_eraf naast_fortuyn net_als_fortuyn"
    " pim_achterna fortuyn_achterna zoals_fortuyn rust_zacht rust_in_vrede rip mijn_begrafenis bedden_met mes_in_je jullie_branden"
    " je_brandt je_zult_branden rest_in_peace will_get_you come_for_you coming_for_you kopje_kleiner in_de_kliko dead_soon",
    "spreuk_vind": "weten_je_te_vinden weet_je_te_vinden je_weten_te_vinden je_te_vinden u_te_vinden jullie_te_vinden me_te_vinden ons_te_vinden"
    " we_vinden_je ik_vind_je weten_waar_je_woont weet_waar_je_woont waar_jullie_wonen waar_u_woont waar_je_woont weten_waar_je_kinderen"
    " weet_waar_je_kinderen waar_je_kinderen waar_je_kind waar_je_dochter waar_je_zoon waar_je_vrouw waar_je_man waar_je_ouders"
    " waar_je_gezin we_komen_je_halen ik_kom_je_halen komen_je_halen kom_je_halen komen_me_halen komt_me_halen komen_ons_halen"
    " komt_je_halen me_komen_halen ons_komen_halen je_komen_halen zou_komen_halen komen_halen kom_je_pakken komen_we_langs kom_ik_langs"
    " komen_je_opzoeken kom_je_opzoeken komen_wel_langs langs_zou_komen komen_een_keer_langs we_zien_je ik_zie_je we_zien_elkaar"
    " ik_krijg_je_wel we_krijgen_je we_krijgen_jullie ik_krijg_je je_krijgt_nog jouw_tijd je_tijd je_beurt jij_bent_aan_de_beurt"
    " bent_aan_de_beurt ben_je_aan_de_beurt sta_je_op_de_lijst doe_de_groeten groeten_aan groetjes_aan groet_je pas_maar_op pas_op_je"
    " kijk_achterom achterom_kijken over_je_schouder over_mijn_schouder zou_maar_oppassen moest_maar_oppassen moet_oppassen moest_oppassen"
    " let_op_je let_maar_op zou_zonde_zijn zonde_zijn_als zou_jammer_zijn jammer_zijn_als mooi_huis leuke_kinderen mooie_kinderen"
    " leuke_dochter mooie_dochter mooi_gezin we_houden_je_in_de_gaten ik_hou_je_in_de_gaten houden_jullie_in_de_gaten houden_je_in_de_gaten"
    " we_volgen_je wij_weten_alles slaap_lekker slaap_je_wel weten_hoe_laat weet_hoe_laat weten_welke_school weet_welke_school"
    " weet_waar_mijn weten_waar_mijn weet_waar_ons weet_waar_onze weten_waar_ons weten_waar_onze waar_mijn_kinderen ongelukje"
    " er_kan_je_iets er_kan_zomaar kan_iets_overkomen iets_overkomen wat_overkomen krijgt_er_spijt krijg_je_spijt krijg_je_spijt_van"
    " spijt_van_krijgen spijt_krijgen hier_krijg_je zul_je_bezuren zal_je_bezuren gaat_het_bezuren zal_boeten zul_je_boeten ga_je_boeten"
    " zult_boeten gaat_boeten laten_boeten betaald_zetten betalen_met zal_je_leren afrekenen reken_met_je_af rekenen_met_je_af met_je_af"
    " met_me_af met_ons_af voorproefje waarschuwing eerste_waarschuwing laatste_waarschuwing you_will_pay you_will_regret watching_you"
    " weet_ons_te_vinden weten_ons_te_vinden weten_me_te_vinden weet_me_te_vinden weten_jullie_te_vinden weten_u_te_vinden"
    " volgende_keer_is volgende_keer_ben volgende_keer_kom wij_komen_terug we_komen_terug ik_kom_terug komen_terug",
    "waar_woont": "waar_ik_woon waar_wij_wonen waar_we_wonen waar_je_woont waar_mijn_gezin waar_ik_slaap where_i_live where_we_live",
    # --- watching and following ----------------------------------------------------------------------------------------
    "volgen": "geobserveerd bumper_hing op_mijn_bumper op_de_bumper hangt_achter_me rijdt_mee rijden_mee achterna_gezeten achterna_zat word_gevolgd worden_gevolgd wordt_gevolgd werd_gevolgd klemgezet klem_gezet schaduwt keeps_following "
    "volgt_me volgt_ons volgt_mijn volgen_me volgen_ons volgde_me volgde_ons volgde_mijn volgden_me volgden_ons achtervolg* gevolgd"
    " achterna_gereden achterna_gelopen reed_achter_me reed_me_achterna rijdt_achter_me rijdt_me_achterna achter_me_aan achter_ons_aan"
    " achter_mijn_dochter achter_mijn_zoon achter_mijn_vrouw following_me following_us followed_me followed_us stalk* ~stalker ~stalken"
    " ~gestalkt opgewacht opwacht opwachten wacht_me_op wachtte_me_op wachtten_me_op wachten_me_op zit_achter_me klem_gereden klemgereden"
    " klemrijden van_de_weg_gereden van_de_weg_gedrukt van_de_weg_te afgesneden besluip* beslop* followed me_volgt me_achtervolgt ons_volgt"
    " peilzender gps_tracker airtag tracker baken",
    "bespieden": "gluurt gluren gluurde bespied* begluurd begluren filmt filmen filmde filmden fotografeert fotografeert fotografeerde foto's_van"
    " foto's_maakt foto's_maken maakt_foto's maakte_foto's maken_foto's observeert observeren observeerde in_de_gaten kijkt_naar_binnen"
    " kijken_naar_binnen keek_naar_binnen verrekijker drone drones houdt_ons_in houdt_me_in posten post_voor watching_our watching_the"
    " noteert_kenteken opgeschreven schaduwen loerde loert loeren tekens_op markering* merkteken* krijtstreep* foto_van film_van filmpje_van"
    " video_van foto's_van_mijn taking_pictures filming",
    "staan_nu": "staat staan loopt lopen sluipt sluipen zit zitten hangt hangen klimt klimmen komt komen probeert proberen belt bellen rammelt bonkt"
    " bonken beukt beuken schreeuwt schreeuwen roept roepen wacht wachten kijkt kijken drukt verzamelen verzamelt trekt filmt filmen staan_er"
    " gooit gooien ligt liggen is zijn dringt drinkt blijft zwaait duwt morrelt morrelen klopt standing hiding voelt rijdt rijden verstopt"
    " hij_is ze_zijn is_er zijn_er stuift trapt trappen klauter* banging waits heeft",
    "staan_toen": "stond stonden liep liepen slopen sloop zat zaten hing hingen kwam kwamen belde belden bonkte bonkten schreeuwde schreeuwden riep"
    " riepen wachtte wachtten keek keken drukte reed reden klom klommen probeerde probeerden lag lagen gestaan aangebeld rondgelopen"
    " geweest rondgehangen geprobeerd gezien stood came was rammelde morrelde voelde kwamen_er verscheen sloeg gekomen",
    # --- acts against home, car, animal ---------------------------------------------------------------------------------
    "vernielen": "brievenbus_opgeblazen brievenbus_opgeblazen ingebeukt ingeschopt kapotgetrokken afgerukt gekerfd ontregeld vernielde vernielden vernielt sloegen_in gooiden_in gooiden_een_steen gooiden_stenen gooide_een_steen bakstenen klinker_door kei_door tegel_door stoeptegel molotov_tegen verfbom verfbommen paintball_tegen teer_op pek_op vergrendeld_met sloten_vol lijm_in_het_slot slot_dichtgelijmd hakenkruizen_op doodskop_op "
    "geblazen eruit_geblazen nekhoogte visdraad draad_gespannen touw_gespannen kras_van krassen opengeknipt omgeduwd leeggegooid vol_gespoten afgesloten_met_ketting drijfmest gierput omgeploegd "
    "doorgesneeje dorgesneden doorgesnede volgespoten_met dichtgelast losgedraaid doorgeprikt ingesneden eraf_geschroefd laten_zinken leeg_laten_lopen mes_in_autoband lek_tweede in_brand_gestoken aangestoken in_brand_gezet "
    "ingegooid ingooien ingeslagen ingetrapt ingetikt kapotgegooid kapotgeslagen kapotgemaakt vernield* vernieling vernielingen beklad*"
    " bekrast bekladding beklad lekgestoken lek_gestoken doorgestoken lekgeprikt doorgesneden doorgeknipt losgedraaid losgeschroefd"
    " bekogeld besmeurd ondergekalkt ondergespoten gesaboteerd sabotage volgespoten gesmeten gesloopt geklad kapotgetrapt opengebroken"
    " smashed slashed vandali* kapot_gestoken leeggelopen in_puin omgegooid gekrast lek_geprikt losgehaald doorgezaagd opengezet"
    " rotte_eieren eieren_tegen eieren_gegooid eieren_op verf_tegen verf_op verf_over poep_door stront_door steen_door baksteen_door"
    " steen_door stenen_door mest_gedumpt mest_voor mest_gestort asbest_gedumpt afval_gedumpt suiker_in zand_in_de_tank mest_op kapotgestoken"
    " ingekrast gedumpt uitgegoten dichtgelijmd dichtgekit gelijmd hooi_in_brand spijkers afgezaagd gekalkt gespoten lekke_banden"
    " platgestoken platte_banden spoten bekladden",
    "gooien_door": "door_de_brievenbus in_de_brievenbus in_de_bus door_de_ruit door_het_raam door_de_bus naar_het_huis tegen_het_raam tegen_de_ruit"
    " tegen_de_gevel tegen_de_deur tegen_ons_raam tegen_onze_gevel tegen_de_voordeur onder_de_auto onder_mijn_auto onder_onze_auto"
    " tegen_ons_huis tegen_mijn_huis through_the_letterbox through_our_window tegen_de_garagedeur tegen_onze_voordeur in_mijn_brievenbus"
    " in_onze_brievenbus bij_de_post op_de_mat op_de_deurmat onder_de_ruitenwisser achter_de_ruitenwisser op_de_stoep tussen_de_post"
    " aan_de_deurklink aan_de_deur op_het_dak",
    "dier_kwaad": "vergiftigd gif vergif doodgemaakt opgehangen afgemaakt gestoken mishandeld verdwenen poisoned antivries dood dode doodgestoken"
    " doodgeschoten rattengif gehaktbal* onthoofd*",
    # --- exposure ------------------------------------------------------------------------------------------------------
    "adres": "adres huisadres priveadres woonadres thuisadres adresgegevens privegegevens telefoonnummer 06 06nummer 06-nummer nummer kenteken"
    " address straatnaam huisnummer prive-adres woonplaats persoonsgegevens foto_van_mijn_huis foto_van_ons_huis foto's_van_ons_huis"
    " foto's_van_mijn_huis privenummer",
    "delen": "gedeeld gezet geplaatst gepost gedeelt deelt delen online facebook twitter telegram tiktok instagram x rondgestuurd verspreid"
    " gepubliceerd openbaar_gemaakt groepsapp appgroep gelekt staat_op staan_op rond_gaat gaat_rond circuleert posted shared leaked"
    " op_internet op_straat ergens_online forum chatgroep whatsappgroep kanaal rondgaat",
    "doxing": "~doxing doxen gedoxt gedoxed ~gedoxt doxxing doxx doxed doxxed",
    "bezoekoproep": "op_bezoek langsgaan langs_gaan ga_eens_langs langs_te_gaan even_langs bezoekje langskomen doe_wat_nodig wie_gaat_er_mee"
    " wie_gaat_mee ga_langs gaan_langs opzoeken kom_allemaal oproep actie_voeren doe_er_iets haal_hem haal_haar langs_bij zoek_hem_op"
    " zoek_haar_op zoek_ze_op weten_jullie_wat je_weet_wat succes_ermee go_visit pay_a_visit op_de_koffie bloemetje_brengen langs_te_komen",
    # --- police and protection ------------------------------------------------------------------------------------------
    "politiezaak": "bedreiger bedreigers proeftijd "
    "aangifte beveiliging_gekregen beveiligd_door politiebescherming beveiligers persoonsbeveiliging bewaking noodknop wijkagent"
    " recherche politiebewaking dkdb safehouse onderduik* ondergedoken politie_surveilleert surveillance contactverbod straatverbod"
    " gebiedsverbod politie officier_van_justitie om_onderzoek melding_gedaan police",
    "politie_weet": "politie_weet* politie_is_op_de_hoogte politie_onderzoekt aangifte_gedaan aangifte_is_gedaan heb_aangifte hebben_aangifte politie_weet_ervan"
    " politie_kent bij_de_politie_gemeld gemeld_bij_de_politie politie_ingelicht politie_is_ingelicht politie_is_ermee politie_heeft"
    " politie_komt politie_rijdt recherche_is recherche_doet politie_doet politie_was politie_is_geweest police_know* politie_gebeld"
    " politie_is_gebeld politie_is_bezig wijkagent_weet verdachte verdachten",
    # --- emergencies ---------------------------------------------------------------------------------------------------
    "nood": "stuur_iemand stuur_een_wagen kom_snel kom_nu_snel nu_iemand_sturen onmiddellijke_assistentie politie_aub help_ons help_mij red_ons kunnen_jullie_nu help_help politie_alsjeblieft kunt_u_de_politie wilt_u_de_politie "
    "help help_me ~noodgeval stuur_politie stuur_hulp politie_nodig ambulance nood bel_112 bel_de_politie bel_politie send_help send_police"
    " call_the_police sos hulp_nodig_nu heb_nu_hulp hulp_nu nu_hulp snel_hulp politie_komt_niet politie_snel spoed levensgevaar"
    " in_gevaar call_911 please_help in_danger",
    "niet_praten": "kan_niet_praten kan_niet_vrij_praten kan_niet_bellen kan_nu_niet_praten kan_niet_hardop kan_niet_vrij kan_niks_zeggen mag_niet_praten"
    " kan_niet_spreken durf_niet_te_praten kan_niet_typen hij_leest_mee ze_lezen_mee hij_kijkt_mee kan_nu_niet_bellen durf_niet_te_bellen"
    " can_not_talk can_not_speak hij_mag_dit_niet mag_niet_weten_dat_ik moet_fluisteren verstopt_in zit_verstopt opgesloten_in"
    " zit_op_zolder zit_in_de_kast zit_in_de_badkamer opgesloten ingesloten verschanst",
    "brand_nu": "staat_in_brand staan_in_brand staat_in_de_fik staat_in_lichterlaaie staat_in_de_hens huis_brandt brandt_hier er_is_brand brand_in vlammen_slaan"
    " rook_komt rook_in_huis ruik_rook ruik_gas ruik_benzine gaslucht benzinelucht het_rookt er_brandt brandt_het brand_op brand_bij"
    " alles_staat_in er_komt_rook on_fire house_is_burning vlammen er_is_hier_brand vlam_in de_brand_in het_brandt fik_in brandt_mijn brandt_onze",
    "onwel": "hartaanval hartstilstand bewusteloos flauwgevallen ademt_niet gereanimeerd reanim* onwel bloedt_hevig beroerte niet_bij_kennis in_elkaar_gezakt"
    " bloedt gewond neergevallen stikt heart_attack",
    # --- diffuse -------------------------------------------------------------------------------------------------------
    "schelden": "~uitgescholden uitgemaakt ~scheldmail scheld* gescheld schold schelden ~beledigd beledig* beledigend* uitschelden ~haatmail haat*"
    " ~intimidatie ~intimiderend ~intimideren ~geintimideerd intimid* lastiggevallen lastigvallen ~lastiggevallen lastig_gevallen ~treiteren"
    " getreiterd pesten gepest pest ~agressie ~agressief agressieve verwens* vervloek* kanker* kkr* tering* tyfus* hoer hoeren landverrader*"
    " verrader* volksverrader* nazi nsb'er nsber racis* seksis* seksueel_getinte dickpic* uitgejouwd uitgefloten boegeroep bagger drek"
    " uitgelachen belachelijk_gemaakt vuilspuit* spuug* gespuugd grof grove grofgebekt grofheden laster roddels leugens smaad insult* abuse"
    " harass* hate trol trollen schreeuwde schreeuwden schreeuwend* woedend* boos boze kwaad kwade tierde tieren tekeer tekeergaan verbaal"
    " vijandig* vijandelijk* ruzie_gezocht heksenjacht bagger* smerige gore rotopmerking* nare_reacties nare_mails vervelende_mails"
    " nare_berichten onaangename rare_berichten vieze_berichten rare_telefoontjes nare_dingen hatelijk* hetze vijandige uitlating* vernederd",
    "onrust": "bang bange angst* onveilig* ongerust onrustig* ~onveilig ~angstig niet_veilig niet_meer_veilig zorgen slapeloos* slaap_slecht slapen_slecht"
    " slaapt_slecht slaap_niet gespannen spanning stress ongemakkelijk onprettig unheimisch niet_gerust onderbuikgevoel nerveus schrikachtig"
    " paniek panisch scared afraid worried unsafe eng beklemmend naar_gevoel raar_gevoel niet_lekker grimmig* durf_niet durft_niet durven_niet"
    " durf_minder durf_bijna dreigende_sfeer gespannen_sfeer schrik_van geschrokken op_mijn_hoede niet_pluis onheilspellend* spannend_thuis"
    " piekeren pieker bedrukt opgejaagd alert vertrouw_het_niet paranoia paranoide achterdochtig bekeken_voel kijk_steeds bangig schrik",
    "bang_ik": "ik_ben_bang we_zijn_bang wij_zijn_bang ben_bang is_bang zijn_bang voel_me_onveilig voelen_ons_onveilig niet_meer_veilig niet_veilig"
    " voel_me_niet maak_me_zorgen maken_ons_zorgen slaap_slecht slaap_er_slecht durf_niet_meer durven_niet_meer durft_niet_meer durf_niet_naar"
    " i_am_scared bang_dat bang_om bang_voor onveilig_gevoel voelt_onveilig niet_gerust ongerust heb_schrik benauwd_voor",
    "doodswens": "wenst_me wensen_me wenste_me hoop_dat_je_sterft hoop_dat_je_doodgaat hopen_dat_ik hoopt_dat_ik val_dood ga_dood sterf kanker_toe dood_wensen"
    " dood_gewenst doodwensen dood_toe_gewenst krijg_kanker krijg_de dood_zou_moeten crepeer beter_dood hoop_dat_hij_doodgaat doodvallen"
    " verrek ziekte_toe toegewenst hope_you_die",
    "klein_huis": "verkiezingsbord* affiche* poster* sticker stickers graffiti vlag belletje_trekken belletjetrek* eieren vuilniszak* afval plantenbak*"
    " bloempot* toiletpapier spandoek* verkiezingsposter* tuinkabouter bloembak* sandwichbord",
    "raar": "raar rare vreemd vreemde verdacht verdachte gek onbekend onbekende onbekend_nummer anoniem anonieme opgehangen niks_gezegd stil_aan eigenaardig*"
    " weird strange mysterieu*",
    "contact": "voicemail kerstkaart filmpje tekening briefje breifje papiertje ansichtkaart poster drill beller afzender mailbericht stories "
    "telefoontje* berichten bericht mail mails brief brieven app appjes sms kaart kaartje gebeld belde belt telefoon nummers dm dm's tweet tweets"
    " reacties reactie post pakket pakketje envelop enveloppe gemaild geappt call calls message messages email",
    "zorg": "do_not_want_to_be_here can_not_do_this bij_het_spoor langs_het_spoor van_het_dak_te er_niet_meer_wil wil_er_niet_meer zie_geen_uitweg geen_uitweg helemaal_op ben_op kan_het_niet_meer trek_het_allemaal_niet weet_niet_hoe_ik_verder wil_slapen_en_niet niet_meer_wakker "
    "kan_niet_meer kan_er_niet_meer zie_het_niet_meer zelfmoord* suicid* ~zelfmoord uit_het_leven_stappen er_niet_meer_zijn niet_meer_leven dood_willen"
    " wil_dood leven_heeft_geen_zin wil_niet_meer_leven mezelf_iets_aan mezelf_iets_aandoen houd_het_niet_meer hou_het_niet_meer trek_het_niet_meer"
    " trek_dit_niet stort_in kill_myself want_to_die zit_er_doorheen zit_er_helemaal_doorheen beter_af_zonder_mij beter_af_zonder_me"
    " een_einde_aan_mijn_leven einde_aan_maken overspannen burn-out op_instorten geen_zin_meer_in_het_leven niet_meer_verder er_een_einde"
    " ten_einde_raad",
}
