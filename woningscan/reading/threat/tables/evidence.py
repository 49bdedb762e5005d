"""Word classes that weigh in without being a signal of their own: sounds, hints, insults, unrest, everyday explanations."""

EVIDENCE = {
    # --- something is happening -----------------------------------------------------------------------------------------
    "horen": "hoor hoort horen gehoord hoorde hoorden hear heard zie ziet zien zag zagen see saw ruik ruikt voel voelde luister merk",
    "geluid": "voetstappen stappen gestommel gebonk geklop geluid geluiden gerammel glasgerinkel glas gekraak kraakt geschreeuw gegil schreeuw gil stemmen"
    " klap knal knallen dreun klik gebonk lawaai getik gemorrel gehijg ademt gekras gerinkel slot_draaien lopen_op footsteps noise",
    "indringer": "inbreker inbrekers inbreek* ~inbreker indringer* insluiper* overvaller* overval burglar* intruder* ingebroken breekt",
    "in_huis": "binnen boven beneden zolder kelder gang trap overloop slaapkamer badkamer keuken woonkamer bijkeuken hal inside upstairs downstairs in_huis",
    "verborgen": "bivakmuts* masker* gemaskerd* capuchon* hoodie vermomd donkere_kleren onherkenbaar mask hoody zwart_gekleed in_het_zwart sjaal_voor zonnebril helm",
    "nadert": "dichterbij deze_kant_op onderweg_naar op_weg komen_eraan komt_eraan komt_dichter komen_dichter rent rennen loopt_op_me af_op komt_op_me komen_op"
    " achter_me_aan me_achterna vlak_achter achter_me achter_ons naast_me voor_me haalt_me_in inhalen klem omsingel* ingesloten insluiten drijft",
    "is_er": "hij_is_er ze_zijn_er zij_zijn_er hij_is_hier ze_zijn_hier hij_is_terug ze_zijn_terug hij_staat_er ze_staan_er hij_is_binnen ze_zijn_binnen"
    " iemand_in_huis iemand_binnen iemand_beneden iemand_boven in_mijn_huis in_ons_huis is_in_huis zijn_in_huis zitten_erin zit_erin zitten_er_in"
    " d'r_in er_is_iemand er_zit_iemand er_loopt_iemand er_staat_iemand er_staan er_lopen er_zijn_mensen hij_zoekt_me zoeken_me zoekt_ons komt_eraan"
    " he_is_here they_are_here someone_is_in somebody_is_in is_inside are_inside er_zit_een er_staat_een er_loopt_een er_komt_een weer_hier weer_er",
    "smeken": "rap snel alsjeblieft alstublieft please spoed meteen direct onmiddellijk vlug nu_meteen wat_moet_ik wat_nu wa_mot_ik durf_niet help hulp mayday",
    "medisch": "toeval flauw borst hartinfarct beroerte epilepsie allergisch* stikken gevallen bloed bloedt bloeden gewond* pijn arm_tintelt ambulance* bewusteloos* pillen"
    " overdosis ademen adem ademhaling verslikt reanimatie blauw gebroken hoofdwond suikerziekte hypo onwel buiten_westen weeen koolmonoxide wc-eend buiten_bewustzijn",
    "vuur": "brand brandt branden brandend* fik fikt fikken vlam vlammen vuur rook rookt smeult schroei* aansteken aangestoken lichterlaaie hens benzine benzinegeur aanmaakblok*"
    " lucifer lucifers aansteker fakkel* fire burn burning flames smoke uitgebrand afgebrand afgefikt verbrand* geblakerd brandwond* gloeit jerrycan brandgeur brandlucht",
    "blussen": "brandweer blussen geblust blusser brandblusser blusdeken",
    "verdacht_ding": "warm draadjes klei antennetje antenne staaf gasfles accu lap_erin druppelt stinkt chloor amandelen zonder_postzegel niet_besteld batterijtje batterij telefoon_met doos "
    "pakje tape zoemt piept tikt tikkend rugzak tas koffer draden draadjes kabels lont kastje apparaatje blikje flesje fles doosje kistje eod explosieven"
    " opruimingsdienst robot bomrobot envelop iets_onder poeder goedje vloeistof zuur buisje",
    # --- menace ---------------------------------------------------------------------------------------------------------
    "dood": "dood dode doden dooie dooien doodgaan sterven sterf sterft gestorven graf graven begraven begraafplaats kerkhof lijk lijken kist doodskist begrafenis uitvaart levend"
    " leven leeft overleven overleeft death dead die dies kill rouw rip hemel hel as_verstrooi* crematie kruis levensverwachting laatste_adem overleden",
    "lichaam": "hoofd kop keel nek hals benen been knieen vingers tanden gezicht smoel bek muil strot rug schedel hersens hersenen oor oren ogen bloed botten ribben hand handen polsen head neck throat",
    "wapentuig": "wapen* vuurwapen* pistool revolver geweer mes messen kapmes hakmes slagersmes keukenmes dolk kolf kruisboog bijl hakbijl machete knuppel koevoet kogel* patroon patronen"
    " huls hulzen loop munitie katapult luchtbuks boog zeis hooivork riek kettingzaag strop touw galg* guillotine gun knife bullet* zwaard hamer honkbalknuppel knuppels ketting pikhouweel"
    " nekschot schot schoten schieten schiet geschoten schoot guns rifle shoot shooting doorladen doorgeladen getrokken_mes glassplinters scheermes* pepperspray taser snijden steken gestoken",
    "dreigtaal": "binnenkort wacht_maar wachten_maar wacht_jij je_krijgt_bezoek krijgt_bezoek bezoek je_volgt jij_volgt volgende eerst_dit dan_jij tot_snel tot_gauw tot_morgen tot_ziens"
    " tot_dan tot_vanavond bijna_zover het_is_bijna gezondheid_van voor_jou_is voor_jou_ook jij_ook gevolgen gevolg consequenties voorzichtig kwetsbaar makkelijke_prooi zomaar_gebeuren"
    " iets_gebeuren gebeurt_er_iets ongeluk ongelukken ongeval overkomt overkomen wraak vergelding straf straffen gestraft boeten boet afrekening afrekenen rekening te_pakken pakken grijpen"
    " oppassen opletten uitkijken uit_te_kijken schouder achterom te_vinden vinden opzoeken langskomen langs_komen ophalen meenemen mee_te_nemen halen thuis_komen terugkomen komen_terug"
    " onthouden onthoud vergeten_niet vergeet_niet vergeten_je_niet we_weten ik_weet hij_weet ze_weten weten_alles arrest* tribunaal tribunalen volkstribunaal berecht berechten vonnis doodvonnis doodstraf"
    " opruimen weg_te_halen uitschakelen kaltstellen slopen sloop vermorzelen verzuipen vernietigen kapot stoppen_als dan_stopt anders als_je als_jij als_jullie als_u if_you or_else zwijg*"
    " bek_houden mond_houden stemt trek_je terugtrekt intrekt waarschuw* gewaarschuwd laatste_kans kans watching soon regret pay revenge alleen_loopt alleen_thuis hoe_laat",
    "weten_van": "weet_waar weten_waar weet_wanneer weten_wanneer weet_hoe_laat weten_hoe_laat weet_welke weten_welke weet_wat_ik weet_precies weten_precies weet_exact mijn_agenda mijn_route routes"
    " hoe_laat_ik hoe_laat_we waar_ik_ben waar_ik_die kenteken schema tijden looproute hardlooproute slaapt slaapkamer_van welke_kamer welke_school welke_klas naam_van_mijn namen_van_mijn bij_naam"
    " onze_namen hun_namen geboortedatum noemden noemde genoemd kent_mijn kennen_mijn klas juf training_heeft",
    "bericht_in": "beloofde beloofd gezworen zweerde ezegd zegd zegge geschreve gezegd laten_weten te_verstaan medegedeeld mededeling te_horen_gekregen rapt hoorde_dat gevraagd vroeg vroegen stelt deelde schreven_ze told people_write keeps "
    "kreeg krijg krijgen krijgt kregen gekregen ontvangen ontving stuurt stuurde stuurden sturen schrijft schreef schreven schrijven zei zeiden zegt zeggen geroepen riep riepen roept roepen"
    " fluisterde staat_er stond_er met_de_tekst de_tekst met_mijn_naam mijn_naam onze_naam mijn_foto gemaild geappt belde belt gebeld voicemail ingesproken sms appte appt appje mailde mailt dm"
    " reactie comment gepost post opgehangen briefje brief kaart kaartje ansichtkaart envelop spandoek bord geschreven gekalkt gespoten gekerfd geverfd gekrast telefoontje got received said says",
    "doelwit": "mijn_kinderen onze_kinderen mijn_kind mijn_dochter onze_dochter mijn_zoon onze_zoon mijn_vrouw mijn_man mijn_partner mijn_gezin ons_gezin mijn_moeder mijn_ouders mijn_hond mijn_kat mijn_huis"
    " ons_huis mijn_auto onze_auto mijn_kop mijn_hoofd mijn_familie onze_hond mijn_fiets mijn_bus mijn_stal mijn_kleinzoon mijn_kleinkind* mijn_zus mijn_broer je_kinderen je_kind je_gezin je_vrouw je_man"
    " je_huis je_dochter je_zoon je_ouders your_kids your_family your_house je_hond je_familie mijn_paard",
    "sabotage": "wielmoeren remmen remleiding loszit losgedraaid doorgezaagd omgezaagd doorgeknipt doorgesneden gesaboteerd omgehakt"
    " losgemaakt gezaagd uitgetrokken uit_de_grond eruit_gereden omgereden omver geramd ramde ramden aangereden vernield gesloopt ingeslagen ingegooid bekrast beklad "
    " hakenkruis poep uitwerpselen stront urine pies gooide gooiden gegooid smeet gooit gelegd achtergelaten neergezet vastgebonden geprikt gespijkerd genageld",
    "toestand": "los leeg banden spiegel suiker tank rem spaken ketting zadel kapot stuk letters verf lag lagen gehangen opgehangen mest eieren graffiti afgebroken gereden",
    "spion": "peilzender zender tracker airtag afluister* microfoon camera_gevonden spyware gps verborgen_camera verrekijker drone* foto foto's filmt filmde gefilmd filmen gefotografeerd fotografeert gluurt bespioneer*"
    " zelfde_auto dezelfde_auto zelfde_man dezelfde_man zelfde_busje hetzelfde_busje zelfde_kenteken elke_afslag overal_waar telkens_dezelfde steeds_dezelfde rijdt_weg reed_weg stapvoets langzaam langsrijd* lichten_uit motor_aan"
    " parkeert rondjes stopt_als blijft_staan kijkt_naar staart staarde opgewacht wacht_op post_op houdt_in_de_gaten",
    "plek_raad": "raad raadsvergadering gemeenteraad vergadering debat spreekuur inspraakavond inspreker insprekers hoorzitting inloopavond commissie raadszaal statenzaal motie stemming azc stikstof windmolen* windpark"
    " asiel* opvang_van statushouders besluit bestemmingsplan boeren actiegroep demonstratie demonstranten tribune bewonersavond verkiezingen coalitie omgekeerde_vlag peilbesluit sluiting drugspand",
    # --- diffuse --------------------------------------------------------------------------------------------------------
    "scheldwoord": "bagger_over haatreacties haatberichten scheldkanonnade sneer sneren trollen dreinende vuilspuiterij gescheld scheldwoorden bedreigende_toon_niet kutwethouder kankerwijf tyfuswijf randdebiel lafaard schijtlijster windvaan draaikont landverraad volksverlakker sjoemelaar baantjesjager "
    "onderkruipsel mispunt hoofddoek dommerik ezel koe heksenketel afgebrand riool hashtag gemeen rotgevoel nepwethouder sufferd "
    "schelden uitschelden "
    "kutwijf trut trien teef bitch hoer slet sloerie kuthoer klootzak eikel lul mongool idioot idioten debiel sukkel loser prutser leugenaar* zakkenvuller* profiteur* dief boef crimineel rat ratje slang varken zwijn aap kakkerlak"
    " ongedierte tuig schoft schurk smeerlap vuilak vies_wijf vieze_vuile vuile verrader* landverrader* nsb* nazi fascist* communist* corrupt* moordenaar* kindermoordenaar pedo* kanker* tering* tyfus* kut* flikker homo* jood* antisemit* racist* racis* seksist*"
    " schande schaam schamen waardeloos onbekwaam incompetent dom_wijf heks takkewijf rotzak viespeuk viezerik oplichter* graaier* elite nicht makak neger moslimhoer stuk_vreten gore opkrassen oprotten wegwezen rot_op rot_toch terug_naar_je dictator hypocriet"
    " secreet dierenbeul vreetzak uitschot addergebroed volksverrader janet wijf lelijk lelijke scum cunt pig whore traitor liar",
    "afkeer": "haat haten hatelijk* boos boze woedend* kwaad nijdig razend vijandig* verhard verhitte grimmig sfeer stemming geschreeuw schreeuwen schreeuwde schreeuwden nageroepen uitgejouwd uitgefloten sist gesist fluiten nek_aan nagekeken genegeerd negeren zwijgen"
    " kritiek verwijt* schuld middelvinger* opgestoken toeterend toeterde toeteren claxon* spugen spuugt spuugde boegeroep uitgemaakt uitgescholden afgebekt gescholden beledigd belachelijk karikatuur meme* cartoon* spotprent roddel* laster smaad geruchten leugens"
    " pesten gepest treiteren weggepest weggekeken draaien_zich_om obsessief opdringerig ongepast* seksueel dickpic* geslachtsdelen naaktfoto* opmerkingen vuist_op_tafel rechtszaak advocaat klacht kort_geding tuchtklacht petitie aftreden ontslag carriere motie_van_wantrouwen",
    "gevoel": "gespannen onderhuids zorgelijk kwetsbaar hoofdpijn_van slapeloze nachten_wakker lig_wakker wakker_van onrust onrustiger banger voorzichtiger kijk_om_me_heen schichtig wantrouwen wantrouw naargeestig bedrukt knoop_in_mijn_maag steen_in_mijn_maag tranen "
    "onzeker trillerig prettig rotgevoel droog kan_het_niet_meer anymore gezeur verdrietig huilde "
    "bang bange angst* onveilig* ongerust* onrust* zorgen nerveus zenuwachtig gespannen stress* slapeloos* slaap slapen slaapt nachtmerries nachtmerrie piekeren pieker wakker tril trillen geschrokken schrok schrik schrikken schrikachtig paniek* huilen huil gehuild moe uitgeput"
    " verdrietig somber alleen_voel eenzaam opgejaagd bekeken achterdochtig alert waakzaam gordijnen link spannend eng akelig griezelig ongemakkelijk onprettig voel voelt gevoel gevoelens durf durft durven vermijd mijd mijden twijfel overdreven aanstel* onzin_misschien onzin_waarschijnlijk"
    " zwaar raakt aangeslagen van_slag vel kriebel* buikpijn maagpijn check_steeds kijk_steeds controleer wen_je went gewend hoort_erbij stoppen stop_ermee niet_meer_verkiesbaar uit_de_politiek sociale_media_weg weggehaald afgesloten_account thuis_blijven trekt trek_het aan_mijn_deur"
    " scared afraid worried anxious unsafe safe nervous uneasy feel tired",
    "feit": "schreef_hij schreven_ze zei_hij hing lag stond_er kreeg kregen ligt_hier heb_ik_hier in_de_la heb_ze_nodig want_hij die_patroon die_filmpjes waarop_hij waarin_hij brief_met_bloed die_me er_hier kerels_staan ik_kreeg er_is_al er_zijn_al drie_keer_gezegd doodsbedreiging_gehad "
    "nu_iemand nu_ze nu_ik nu_we nu_mijn nu_er nu_hij ik_heb_er heb_er_nl namelijk ik_kreeg heb_gekregen ik_ben_bedreigd we_zijn_bedreigd ik_word wij_worden heeft_bedreigd hebben_bedreigd heeft_gedreigd bedreigd_heeft"
    " ik_heb_een we_hebben_een sinds_ik sinds_hij sinds_ze want_er omdat_er omdat_hij omdat_ze staan_weer staat_weer die_kogel die_brief deze_brief deze_bedreiging mijn_bedreiger die_vent die_man die_kerel die_kerels die_gast dat_pakje deze_mail dit_bericht die_kaart",
    # --- everyday explanations --------------------------------------------------------------------------------------------
    "uitleg": "notaris zonnebloem tros onkruidbrander kapot_van uitvaart_van proefrit receptie bruiloft lantaarnpalen afgelast huurder logee schoonzoon kleinzoon_van dochter_van gevallen_blad sneeuw krab poetsen glasbewassing "
    "glazenwasser pech kermis peuters chauffeur thuiszorg lampion* vriendje tuincentrum nieuwsbrief aanbieding korting verzekeraar vervangen gerepareerd gemaakt glaszetter verhuur winkel schaap geit gans paard aardappels soep patat frietjes sinaasappel boom takken wind regen "
    "bleek blijkt bleken gewoon eigen zelf vergeten sleutel_vergeten sorry haha hahaha lol hihi grapje gelukkig oh_nee o_nee spelletje spelen verkleed verkleedpartij toneel* toneelstuk oefening oefenen loos vals achteraf uiteindelijk eigenlijk_niks namelijk dus_niks"
    " niks_aan_de_hand niets_aan_de_hand geen_paniek geen_zorgen lief schat gezellig leuk mooi feest* taart gebak koffie wijn bier eten kok kreeft recept restaurant kapper schaatsen darten ajax feyenoord psv wedstrijd gewonnen verloren spreekbeurt traktatie slogan reclame factuur cadeau kado"
    " ouderdom jaar_oud overleden nieren aangereden dierenarts vaas opa oma sneeuwbal* egel marter eekhoorn specht wesp* duif vogel muis muizen konijn kudde bruiloft sarah abraham jarig verjaardag ballon* carnaval sinterklaas piet kerstman paashaas collecte bezorg* bestel* besteld schilder* hovenier* stukadoor"
    " loodgieter glasvezel kpn ziggo leasemaatschappij monteur aannemer dakdekker timmerman slotenmaker installateur scharensliep krant gazet post postbode pakket* groceries delivery boodschappen picnic albert_heijn buren buurjongen* buurmeisje* logees visite neef nicht zwager fietsenmaker compressor uitlaat brommer"
    " kwajongens kleuters figuurlijk spreekwoordelijk natuurlijk uiteraard logisch woordgrap humor lachen gelachen",
    "huisdomein": "slot sloten cilinder* dubbel_glas dubbelglas beglazing schutting heg oprit poort schuur garage brievenbus voordeur achterdeur schuifpui kozijn* lamp lampen verlichting sensor camera* deurbel* alarm alarmsysteem rookmelder* kluis sleutel sleutels grendel* kierstandhouder deurspion* luik luiken rolluik*"
    " wachtwoord* router update* wifi backup vakantie buurtapp ladder kliko container* bewoon huurwoning koopwoning appartement verdieping etage vrijstaand hoekhuis rijtjeshuis twee-onder-een-kap bouwjaar monument",
    "boeking": "afspraak datum tijdstip ochtend middag adviseur langskomen beschikbaar telefonisch bereikbaar mailadres postcode gemeente annuleren verzetten aanvragen aanvraag boeken plannen inplannen formulier kosten gratis hoe_lang_duurt secretariaat",
    "vraagwoord": "wat hoe waarom wanneer wie welke hoeveel waar kunnen kunt kun mag moet moeten heeft hebben is zijn krijg what how why when",
    "ontkracht": "nee nooit niemand geen niks niets nergens noppes nope never no none nooit_iets nooit_gebeurd gelukkig_niet niet_dat_ik_weet niets_meegemaakt niks_meegemaakt geen_last",
    "gesprek": "hoi hallo goedemorgen goedemiddag goedenavond dag doei bedankt dank dankjewel oke ok prima ja jawel jep nee nope verder volgende_vraag terug stop opnieuw overslaan help_tekst",
}
