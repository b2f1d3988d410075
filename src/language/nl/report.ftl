# Report: page

report-kind = Ruimtevraag: rapport
report-kind-sweep = Ruimtevraag: scenario's, varianten en waarden doorgerekend
report-kind-discover = Ruimtevraag: onder welke voorwaarden
report-kind-decompose = Ruimtevraag: wat een verandering maakt
report-kind-published = Ruimtevraag: ramingen van anderen nagerekend
report-kind-compare = Ruimtevraag: beleidsvarianten vergeleken
report-kind-sensitivity = Ruimtevraag: wat de uitkomst bepaalt
report-several = Scenario's naast elkaar: { $titles }
report-written = Het rapport staat in { $file }
report-skip = Naar de inhoud
report-contents = Inhoud
report-foot = Gemaakt met ruimtevraag, vrije software onder de EUPL 1.2. Grenzen van provincies: Natural Earth (publiek domein). Lettertype: Open Sans (Apache 2.0). Grafieken: vega, vega-lite en vega-embed (BSD-3-Clause).
report-identity-line = Zichtjaren { $years }; { $draws }; startwaarde { $seed }; ruimtevraag { $version }; vingerafdruk { $fingerprint }
report-list = { $others } en { $last }
report-save-svg = Opslaan als SVG
report-save-png = Opslaan als PNG
report-figures = Cijfers bij deze grafiek

# Report: headings

report-section-messages = Kernboodschappen
report-section-sweep = Uitkomsten over de punten
report-section-scoreboard = Hun raming, de onze en wat het werd
report-section-scope = Vraag en afbakening
report-section-outcome = De uitkomst per sector
report-section-scenarios = Scenario's naast elkaar
report-section-need = Ruimtevraag per sector
report-section-quality = Kwaliteit: werkmilieus
report-section-places = Ruimtevraag per regio
report-section-entities = Clusters, stromen en campussen
report-section-double-use = Dubbel ruimtegebruik
report-section-shortage = Aanbod en tekort
report-section-variants = Beleidsvarianten
report-section-drivers = Wat de uitkomst bepaalt
report-section-other = Overige uitkomsten
report-section-benchmarks = Gepubliceerde cijfers ernaast
report-section-inputs = Alle invoer
report-section-sources = Bronnen
report-section-method = Werkwijze
report-section-limits = Wat dit rapport niet kan zeggen
report-section-repeat = De berekening herhalen

# Report: key messages

report-band = { $p50 } ha (in 9 van de 10 trekkingen tussen { $p05 } en { $p95 } ha)
report-in-year = in { $year } { $band }
report-of-sector = { $sector } { $p50 } ha ({ $p05 } – { $p95 })
report-topic-need = Ruimtevraag
report-topic-sectors = Per sector
report-topic-release = Vrijkomende ruimte
report-topic-double-use = Dubbel ruimtegebruik
report-topic-shortage = Tekort
report-topic-published = Vergelijking met gepubliceerde cijfers
report-topic-evidence = Waar de uitkomst op rust
report-message-need = Samen vragen { $sectors }, gerekend vanaf { $base } en in hectare netto, { $bands }.
report-message-sectors = Tot en met { $year } vragen { $bands }. Tussen haakjes P5 en P95.
report-message-release = Tegenover die vraag komt tot en met { $year } ook ruimte vrij: { $band }. Het saldo is { $balance }.
report-message-double-use = Tijdens de omslag staan oude en nieuwe installaties naast elkaar. Op de piek kost dat { $band }, rond { $year } (in 9 van de 10 trekkingen tussen { $first } en { $last }).
report-message-shortage = In { $year } wacht naar verwachting { $expected } ha vraag omdat er geen passend terrein is; de kans dat meer dan 1 ha wacht is { $chance }. In de slechtste 5% van de trekkingen wacht gemiddeld { $worst } ha.
report-message-pinch = Het knelt het meest in { $regions }, en voor de werkmilieus { $segments }.
report-topic-variants = Wat beleid verandert
report-of-variant = { $variant } ({ $p50 } ha; { $p05 } – { $p95 })
report-message-variants = De vraag die tot en met { $year } niet wordt vervuld, neemt het meest af door { $variants }. Het eerste cijfer is de mediaan van het verschil op dezelfde trekkingen; daarna volgen P5 en P95.
report-message-variants-little =
    { $count ->
        [one] Eén van de { $all } beleidsvarianten verlaagt haar
       *[other] { $count } van de { $all } beleidsvarianten verlagen haar
    } in de mediaan met minder dan 1 ha, of helemaal niet.
report-message-variants-none =
    { $all ->
        [one] De beleidsvariant verlaagt
       *[other] Geen van de { $all } beleidsvarianten verlaagt
    } de vraag die tot en met { $year } niet wordt vervuld in de mediaan met meer dan 1 ha.
report-message-published =
    { $inside } van { $all ->
        [one] 1 vergelijkbaar gepubliceerd cijfer
       *[other] de { $all } vergelijkbare gepubliceerde cijfers
    } { $inside ->
        [one] ligt
       *[other] liggen
    } binnen de berekende bandbreedte (P5–P95), { $below } eronder en { $above } erboven.
report-message-evidence =
    { $share } van de invoeren is een aanname ({ $assumption } van { $all }); { $derived ->
        [one] 1 is
       *[other] { $derived } zijn
    } afgeleid van gepubliceerde cijfers, { $published } gepubliceerd en { $measured } gemeten. { $uncertain ->
        [one] 1 invoer is onzeker en verschilt
       *[other] { $uncertain } invoeren zijn onzeker en verschillen
    } per trekking.

# Report: question and scope

report-question = Hoeveel ruimte vragen industrieclusters, de circulaire economie en campussen in { $years }, waar en van welke kwaliteit? Hoeveel daarvan past op terrein dat er is, gepland is of vrijkomt? Hoe zeker is dat, en wat verandert beleid eraan?
report-question-sweep = Wat betekent elke waarde van de invoer die hier verandert, in elk scenario en met elke beleidsvariant? De berekening zegt niet welke waarde geldt, wel wat elke waarde zou betekenen. Zichtjaren: { $years }.
report-question-discover = Onder welke voorwaarden gebeurt het? Gezocht is naar regels over de onzekere invoer in de ene helft van de trekkingen; getoetst zijn ze in de andere helft. Zichtjaren: { $years }.
report-question-decompose = Welke drijvende krachten maken de verandering, en hoeveel elk? Zichtjaren: { $years }.
report-question-published = Wat zou deze berekening hebben gezegd met de invoer waarmee anderen hun raming maakten, en hoe verhoudt dat zich tot hun raming en tot wat werd gerealiseerd?
report-extent = Berekend van { $base } tot en met { $last }, voor { $regions }: { $entities }.
report-reading = Zo leest u de cijfers
report-reading-need = Ruimtevraag is land waar sinds { $base } nieuw om gevraagd wordt, in hectare netto: uitgegeven kavels, zonder wegen, water en groen van het terrein. Krimp is geen negatieve vraag maar vrijkomende ruimte. Het saldo is het verschil.
report-reading-band = Elk cijfer is de mediaan (P50) van { $draws }, tenzij er gemiddelde of verwacht bij staat. Tussen P5 en P95 liggen negen van de tien trekkingen. Totalen zijn per trekking opgeteld: de P95 van een totaal is dus niet de som van de P95's.
report-reading-scenarios = Een scenario is een beeld van de toekomst waar geen kans aan hangt. Scenario's staan naast elkaar en worden nooit gemiddeld.
report-alone = Mediaan met tussen haakjes P5 en P95: negen van de tien trekkingen liggen daartussen.
report-side-by-side = Mediaan met tussen haakjes P5 en P95 van elk scenario. De bandbreedte toont de onzekerheid binnen een scenario; het verschil tussen scenario's komt daar nog bij.
report-caption-bands = { $outcome } sinds { $base }, ha netto: P50 (P5 – P95)

# Report: supply and shortage

report-shortage = Vraag die geen passend terrein vindt, wacht; een deel daarvan vervalt. Het verwachte tekort is het gemiddelde over alle trekkingen van wat wacht. De laatste kolom is het gemiddelde van de slechtste 5% van de trekkingen.
report-caption-segments = Tekort per werkmilieu, ha netto
report-caption-regions = Tekort per regio, ha netto
report-all-regions = Alle regio's

# Report: published figures

report-benchmarks = Gepubliceerde cijfers zijn ijkpunten: de berekening is er niet op bijgesteld. Ligt een cijfer buiten de bandbreedte, dan verschilt de afbakening, of spreken invoer en publicatie elkaar tegen. De laatste kolom zegt hoe de afbakening zich verhoudt en hoe goed het cijfer is onderbouwd.
report-scoreboard = Elke rij is een raming die eerder is gepubliceerd, opnieuw berekend met de invoer die er toen bij stond. Een streep: niet gepubliceerd of nog niet bekend.
report-caption-scoreboard = Gepubliceerde ramingen, ha
report-sweep = Zonder beleidsvariant, waar die is doorgerekend. Tussen de laagste en de hoogste mediaan liggen alle punten van het scenario.
report-caption-sweep = laagste en hoogste mediaan per uitkomst
report-caption-first-rows = { $title }: de eerste { $shown } van { $rows }; alles staat in { $file }
report-caption-benchmarks = Gepubliceerde cijfers naast de berekende bandbreedte, ha (netto, tenzij er bruto staat)
report-verdict-below = eronder
report-verdict-inside = erbinnen
report-verdict-above = erboven
report-verdict-none = niet berekend

# Report: inputs

report-inputs = Elke invoer heeft een verdeling, een eenheid, een bron en een bewijskracht: gemeten, gepubliceerd, afgeleid (rekenwerk op gepubliceerde cijfers) of aanname. Opmerkingen staan er in de taal van het scenario.
report-caption-inputs =
    { $count ->
        [one] De ene invoer
       *[other] Alle { $count } invoeren
    } met bron en bewijskracht
report-search = Zoek in naam, bron en opmerking
report-all-grades = alle
report-found = # invoeren gevonden
report-found-one = 1 invoer gevonden

# Report: method, limits, repeating

report-span = van { $base } tot en met { $last }
report-spans = van het eigen basisjaar tot en met het eigen laatste jaar, alles bij elkaar van { $base } tot en met { $last },
report-own-base = het basisjaar van het scenario
report-method-demand = Voor elk jaar { $span } wordt per object berekend hoeveel land het vraagt en teruggeeft. Industrieclusters vragen land voor groei, voor nieuwe technologie en voor groene productie die fossiele vervangt; de circulaire economie voor stromen, opslag en hubs; campussen voor banen waarvan de groei afvlakt. Overige bedrijvigheid vraagt om dezelfde terreinen en telt daarom mee.
report-method-supply = De vraag wordt per jaar, regio en werkmilieu naast het aanbod gelegd: eerst in de eigen regio en het eigen werkmilieu, dan in een vervangend werkmilieu, dan in andere regio's naar afstand. Wat overblijft wacht, en een deel daarvan vervalt of vertrekt. Vraag en plaatsing kloppen per trekking tot op een miljardste hectare.
report-method-draws = Onzekere invoer wordt getrokken ({ $design }); invoer die samenhangt beweegt samen. Alle beleidsvarianten zien dezelfde trekkingen, zodat verschillen tussen varianten geen toeval zijn.
report-method-error = De mediaan van de totale ruimtevraag in { $year } is { $p50 } ha, met een steekproeffout (standaardfout) van { $error } ha.
report-design-mc = Monte Carlo
report-design-lhs = Latin hypercube
report-design-sobol = Sobol'-reeks
report-limit-inputs = De uitkomst is zo goed als de invoer. Waar een aanname beslist, beslist het rapport niet.
report-limit-band = De bandbreedte toont de onzekerheid die in de invoer is beschreven. Wat het model weglaat, zit er niet in.
report-limit-place = Het model kent regio's en werkmilieus, geen kavels. Het zegt niet op welke plek een terrein moet komen.
report-limit-scenarios = Aan scenario's hangt geen kans. Een gemiddelde over scenario's heeft geen betekenis.
report-limit-published = Het is geen raming van het kabinet of van een planbureau.
report-repeat = Met dezelfde bestanden, dezelfde versie en deze regel komt er tot op de byte hetzelfde uit, op elke computer en met elk aantal rekenkernen.
report-identity = Versie { $version }, ontwerp { $design }, startwaarde { $seed }, vingerafdruk { $fingerprint }.

# Report: columns

report-column-driver = invoer
report-column-at-low = uitkomst als de invoer laag is
report-column-at-high = uitkomst als de invoer hoog is
report-rows-and-columns = rij: { $rows }; kolom: { $columns }
report-over-points = over alle punten
report-column-name = naam
report-column-total = totaal
report-column-height = hoogte
report-column-low = laag
report-column-central = midden
report-column-high = hoog
report-column-cost = kosten
report-column-effect = effect
report-column-draws = trekkingen
report-column-estimate = schatting
report-column-error = standaardfout
report-column-sector = sector
report-column-region = regio
report-column-chance = kans
report-column-expected = verwacht
report-column-worst = slechtste 5%
report-column-publisher = gepubliceerd door
report-column-about = uitkomst
report-column-year = jaar
report-column-figure = cijfer (laag – hoog)
report-column-band = P50 (P5 – P95)
report-column-verdict = ligt
report-column-comparable = vergelijkbaarheid
report-column-input = invoer
report-column-distribution = verdeling
report-column-unit = eenheid
report-column-grade = bewijskracht
report-column-source = bron
report-column-note = opmerking
report-drivers-too-few = Let op: er zijn weinig trekkingen voor zoveel onzekere invoer. Alle aandelen samen kunnen door toeval { $chance } procentpunt afwijken (twee standaardfouten); lees er de volgorde in, niet de cijfers, of reken met meer trekkingen.
