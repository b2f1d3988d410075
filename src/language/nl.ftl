# Texts in Dutch. The same keys stand in en.ftl; a test compares them.

# Sectors

sector-industry = Industrieclusters
sector-circular = Circulaire economie
sector-campus = Campussen
sector-background = Overige bedrijvigheid
sector-all = Totaal
sector-in-sentence-industry = industrieclusters
sector-in-sentence-circular = circulaire economie
sector-in-sentence-campus = campussen
sector-in-sentence-background = overige bedrijvigheid

# Segments: the quality of land

segment-wet-hmc = Nat HMC-terrein
segment-dry-hmc = Droog HMC-terrein
segment-regular = Regulier bedrijventerrein
segment-campus = Campus
segment-urban = Stedelijk
segment-all = Alle werkmilieus
segment-note = HMC: hoge milieucategorie (4 en hoger). Nat: aan de kade.

# Outcomes

outcome-need = Ruimtevraag
outcome-release = Vrijkomende ruimte
outcome-balance = Saldo
outcome-need_gross = Ruimtevraag (bruto)
outcome-double_use = Dubbel ruimtegebruik
outcome-double_use_peak = Piek dubbel ruimtegebruik
outcome-double_use_peak_year = Jaar van de piek
outcome-room_used_up = Ontwikkelruimte is op
outcome-room_used_up_year = Jaar waarin ontwikkelruimte op is

# Formulas in words

formula-need =
    Som over de jaren sinds het basisjaar van het land waar nieuw om gevraagd wordt.
    Krimp telt niet als negatieve vraag maar als vrijkomende ruimte.
formula-release =
    Som over de jaren sinds het basisjaar van het land dat krimpende of stoppende activiteit teruggeeft:
    het herbruikbare deel van het vrijkomende land, na sluiting en sanering.
formula-balance =
    Ruimtevraag min vrijkomende ruimte sinds het basisjaar, per trekking.
    Negatief: er komt meer vrij dan er gevraagd wordt.
formula-need_gross =
    Ruimtevraag per werkmilieu gedeeld door de verhouding netto/bruto van dat werkmilieu:
    de kavels met wegen, water en groen van het hele terrein.
formula-double_use =
    Fossiel land × deel dat eindigt × (omslag nu − omslag δ jaar eerder), met δ de jaren van sluiting en sanering:
    het land waarop in dat jaar oud en nieuw naast elkaar staan.
formula-double_use_peak =
    Het grootste dubbele ruimtegebruik van alle jaren, per trekking.
    De mediaan hiervan ligt boven de piek van de mediane lijn, want niet elke trekking piekt in hetzelfde jaar.
formula-double_use_peak_year =
    Het eerste jaar waarin het dubbele ruimtegebruik het grootst is, per trekking.
formula-room_used_up =
    1 als de ontwikkelruimte van de campus in of voor dat jaar op is, anders 0;
    het gemiddelde is dus de kans daarop.
formula-room_used_up_year =
    Het eerste jaar waarin de groei van het vloeroppervlak, na verdichten, de ontwikkelruimte van de campus overschrijdt;
    oneindig als dat niet voor het laatste jaar gebeurt.

# Evidence grades

evidence-measured = gemeten
evidence-published = gepubliceerd
evidence-derived = afgeleid
evidence-assumption = aanname

# Scope of a published figure beside the computed outcome

scope-same = zelfde afbakening
scope-wider = ruimere afbakening
scope-narrower = engere afbakening
scope-other = andere afbakening

# Terminal: run and check

overview-heading = { $title }: { $draws } trekkingen, ruimtevraag in ha netto sinds { $base }
evidence-line = { $all } invoeren, waarvan { $uncertain } onzeker: { $measured } gemeten, { $published } gepubliceerd, { $derived } afgeleid, { $assumption } aanname
published-line = { $outside } van { $all } vergelijkbare gepubliceerde cijfers liggen buiten de berekende bandbreedte P5–P95
overview-shortage = Tekort: kans dat meer dan 1 ha wacht, verwacht tekort en gemiddelde van de slechtste 5% van de trekkingen, in ha netto
pinching-line = Grootste verwachte tekort in { $year }: { $regions }
pinching-region = { $region } { $expected } ha (kans { $chance })
run-left-in = Tabellen en grafieken staan in { $folder }
run-counted = De trekkingen pasten niet in het toegestane geheugen (--memory): kwantielen komen uit tellingen, en wijken hooguit { $error } af (bij waarden dicht bij nul een vaste, kleine maat)
run-ended-reached = Nauwkeurig genoeg na { $draws } trekkingen: { $value } met een standaardfout van { $error } ({ $rule })
run-ended-cap = Niet nauwkeurig genoeg na alle { $draws } toegestane trekkingen: { $value } met een standaardfout van { $error } ({ $rule })
check-line = { $id }: in orde; basisjaar { $base }, zichtjaren { $horizons }; { $industry } industrieclusters, { $circular } circulaire objecten, { $campus } campussen, { $benchmarks } gepubliceerde cijfers

column-sector = sector
column-segment = werkmilieu
column-p-shortage = kans
column-expected = verwacht
column-worst = slechtste 5%
column-outcome = uitkomst
column-published = gepubliceerd
column-year = jaar
column-figure = cijfer
column-scope = afbakening
column-band = berekend P5 – P95

# Terminal: explain

explain-distribution = verdeling
explain-band = P5/P50/P95
explain-evidence = onderbouwing
explain-source = bron
explain-note = toelichting
explain-group = samenhang
explain-layer = staat in

# Charts: words

chart-source = Bron: { $source }
chart-median = mediaan
chart-band-outer = P5–P95 (90% van de trekkingen)
chart-band-inner = P25–P75 (de helft van de trekkingen)
chart-whisker-total = mediaan en P5–P95 van het totaal
chart-whisker = mediaan met P5–P95
chart-published = Gepubliceerde cijfers
chart-published-mark = gepubliceerd cijfer
chart-peak = piek: { $height } in { $year }
chart-peak-mark = piek per trekking (mediaan, P5–P95)
chart-share-of-draws = aandeel van de trekkingen
chart-demand = vraag
chart-supply = aanbod
chart-no-value = geen waarde
chart-nothing = Geen uitkomsten om te tekenen
chart-not-drawn = niet getekend: { $names }
chart-less = minder
chart-more = meer
chart-draws = aantal trekkingen (logaritmische schaal)
chart-interval = schatting ± 1,96 standaardfout
chart-convergence = Hoe de schatting tot rust kwam: { $name } in { $year }
chart-convergence-reading = De schatting van { $rule } naarmate er trekkingen bijkwamen.
chart-variants = Beleidsvarianten
chart-frontier = niet overtroffen: geen andere variant doet meer voor minder
chart-hosts = Rij: regio waar de vraag ontstaat. Kolom: regio waar zij landt. Omkaderd, zonder tint: in de eigen regio.
chart-map-source = Grenzen: Natural Earth (publiek domein)

outcome-supply = Aanbod
formula-supply = Land dat in het basisjaar vrij was of sindsdien beschikbaar kwam: plannen, leegstand boven frictie en vrijkomende ruimte.
outcome-intensified = Op bestaand terrein
formula-intensified = Nieuwe vraag sinds het basisjaar die op bestaand terrein wordt opgevangen door dichter te bouwen; een deel van alle nieuwe vraag, die dan geen grond neemt.
outcome-placed = Geplaatst in eigen regio en werkmilieu
formula-placed = Vraag sinds het basisjaar die land vindt in de eigen regio en het eigen werkmilieu.
outcome-substituted = Uitgeweken naar ander werkmilieu
formula-substituted = Vraag sinds het basisjaar die in de eigen regio land van een ander werkmilieu neemt.
outcome-substituting = Ingenomen door ander werkmilieu
formula-substituting = Land dat sinds het basisjaar is ingenomen door vraag voor een ander werkmilieu in dezelfde regio.
outcome-spilled_out = Uitgeweken naar andere regio
formula-spilled_out = Vraag sinds het basisjaar die in een andere regio land vindt.
outcome-spilled_in = Opgevangen uit andere regio
formula-spilled_in = Vraag uit andere regio's die sinds het basisjaar in deze regio land vindt.
outcome-hosted = Opgevangen in bepaalde regio
formula-hosted = Vraag van de ene regio die sinds het basisjaar in een bepaalde andere regio land vindt.
outcome-stood_in = Opgevangen op bepaald werkmilieu
formula-stood_in = Vraag voor het ene werkmilieu die sinds het basisjaar land van een bepaald ander werkmilieu neemt.
outcome-uptake = Uitgifte
formula-uptake = Al het land dat sinds het basisjaar is ingenomen: door de eigen vraag, door andere werkmilieus en uit andere regio's.
outcome-lapsed = Vervallen vraag
formula-lapsed = Vraag die sinds het basisjaar is vervallen of naar het buitenland vertrok, na te hebben gewacht.
outcome-backlog = Onvervulde vraag
formula-backlog = Vraag die in het jaar wacht omdat er nergens land voor is.
outcome-shortage = Tekort
formula-shortage = 1 als in het jaar meer dan 1 ha vraag wacht, anders 0; het gemiddelde is dus de kans op tekort.
outcome-first_shortage_year = Eerste jaar met tekort
formula-first_shortage_year = Het eerste jaar waarin meer dan 1 ha vraag wacht; oneindig als dat niet voor het laatste jaar gebeurt.
outcome-free = Vrij land
formula-free = Land dat aan het eind van het jaar vrij is.
outcome-reserve = Strategische reserve
formula-reserve = Jaren ijzeren voorraad × gemiddelde uitgifte per jaar in de laatste vijf jaar.
outcome-backlog_with_reserve = Onvervulde vraag met reserve
formula-backlog_with_reserve = Onvervulde vraag plus wat het vrije land tekortkomt aan de strategische reserve.
outcome-cost = Kosten
formula-cost = Wat de maatregelen van een beleidsvariant tot en met het jaar kosten: eenmalig en per hectare vanaf het besluit, per jaar vanaf het eerste jaar met effect; een nieuw terrein als en zodra het er komt (mln euro).
outcome-backlog_gross = Onvervulde vraag (bruto)
formula-backlog_gross = De onvervulde vraag per werkmilieu, gedeeld door de netto-brutoverhouding en opgeteld.

# Charts of a run

chart-unit-net = ha netto
chart-reading-bands = Scenario { $scenario }. De banden tonen onzekerheid binnen dit scenario ({ $draws } trekkingen); scenario's worden nooit gemiddeld.
chart-reading-whiskers = Scenario { $scenario }. De spreiding P5–P95 toont onzekerheid binnen dit scenario ({ $draws } trekkingen); scenario's worden nooit gemiddeld.
chart-reading-plain = Scenario { $scenario }, { $draws } trekkingen; scenario's worden nooit gemiddeld.
chart-own-source = ruimtevraag { $version }, scenario { $id }, { $draws } trekkingen ({ $design }, startwaarde { $seed })
chart-need-over-years = Ruimtevraag sinds { $base }: { $sector }
chart-balance-over-years = Saldo sinds { $base }: ruimtevraag min vrijkomende ruimte, alle sectoren
chart-need-by-segment = Ruimtevraag sinds { $base } naar sector en werkmilieu
chart-parts = De delen zijn gemiddelden en tellen op tot het gemiddelde van het totaal; de stip is de mediaan.
chart-need-by-region = Ruimtevraag sinds { $base } per regio
chart-need-map = Ruimtevraag sinds { $base } per provincie in { $year } (mediaan)
chart-need-by-entity = Ruimtevraag sinds { $base } binnen de sector: { $sector }
chart-largest = De { $shown } grootste van { $all }.
chart-double-use-over-years = Dubbel ruimtegebruik: oud en nieuw staan tijdens de omslag naast elkaar
chart-double-use-reading = De piek per trekking ligt hoger dan de mediane lijn, want niet elke trekking piekt in hetzelfde jaar.
chart-need-distribution = Verdeling van de totale ruimtevraag sinds { $base }
chart-in-words = { $name } { $year }: mediaan { $p50 }, P5 { $p05 }, P95 { $p95 } ha.

# Comparison of policy variants

chart-variants-title = Verandering van het tekort per beleidsvariant
chart-paired-reading = Scenario { $scenario }. Tekort: vraag die sinds het basisjaar niet is vervuld (wacht, vervallen of vertrokken). Verschil met en zonder variant op dezelfde { $draws } trekkingen: mediaan en P5–P95 van de gepaarde verschillen.
chart-less-shortage = minder tekort
chart-more-shortage = meer tekort
chart-frontier-title = Kosten en vermeden tekort per beleidsvariant tot en met { $year }
chart-frontier-reading = Scenario { $scenario }, { $draws } trekkingen. Vermeden tekort (vraag die anders niet zou zijn vervuld) tegen de kosten tot en met dat jaar: mediaan en P5–P95.
chart-places-title = { $variant }: verandering van het tekort per regio en werkmilieu in { $year }
unit-mln-euro = mln euro

comparison-heading = { $title }: { $draws } gepaarde trekkingen; verandering van het tekort (ha netto, vraag die sinds het basisjaar niet is vervuld) ten opzichte van geen beleid
column-variant = beleidsvariant
column-better = kans op minder tekort { $year }
column-cost = kosten t/m { $year }, mln euro
column-per-ha = mln euro per vermeden ha
column-regret = spijt { $year }, ha
comparison-without = geen beleid: verwacht tekort { $figures }
delay-heading = Uitstel: elke maatregel apart, effect in het laatste zichtjaar { $year }, scenario { $scenario }, { $draws } trekkingen
column-lever = maatregel
column-decision = besluit
column-avoided = vermeden ha
column-lost = verlies per jaar uitstel, ha
column-safe = laatste veilige besluitjaar

published-heading = Gepubliceerde prognoses, opnieuw gerekend met hun eigen invoer
column-case = prognose
column-their-band = hun band
column-our-band = onze P5 – P50 – P95
column-realised = gerealiseerd
column-inside-theirs = binnen hun band
column-inside-ours = binnen onze band
published-score = Van { $all } gevallen met een realisatie lag die { $ours } keer binnen onze P5–P95 (verwacht bij juiste onzekerheid: { $expected }), en van de { $banded } met een gepubliceerde band { $theirs } keer daarbinnen. Gemiddelde afwijking van onze mediaan: { $bias }.
published-medians = Onze mediaan ligt in { $inside } van { $all } gevallen binnen de gepubliceerde band.
answer-yes = ja
answer-no = nee
answer-unknown = –
outcome-unmet = Niet vervulde vraag
formula-unmet = De onvervulde vraag in het jaar plus alle vraag die sinds het basisjaar is vervallen of vertrokken.

chart-all-sectors = alle sectoren
chart-summed-sectors = Som van { $others } en { $last }.
chart-whole-country = heel Nederland
chart-all-regions = Alle regio's
chart-demand-supply = Vraag en aanbod sinds { $base }: { $place }
chart-demand-supply-reading = Alle vraag naast het land dat in { $base } vrij was of sindsdien beschikbaar kwam. Het verschil is niet het tekort: vraag kan ook op bestaand terrein, in een ander werkmilieu of elders terecht.
chart-backlog-over-years = Onvervulde vraag: wat in elk jaar nergens land vindt
chart-backlog-reading = De stand in het jaar, niet opgeteld over jaren.
chart-shortage-probability = Kans op een ruimtetekort in { $year } per regio en werkmilieu
chart-shortage-probability-reading = Deel van de trekkingen waarin in dat jaar meer dan 1 ha vraag wacht.
chart-shortage-map = Verwacht ruimtetekort per provincie in { $year }
chart-shortage-map-reading = Gemiddelde van de vraag die in dat jaar wacht; trekkingen zonder tekort tellen als 0.
chart-spill-over = Welke regio vangt wiens ruimtevraag op, { $base }–{ $year }
chart-spill-over-reading = Gemiddelden over de trekkingen.
chart-spill-over-in-words = { $name }: { $out } ha naar andere regio's, { $in } ha uit andere regio's.

# Terminal: explain, words

explain-meaning = betekenis
explain-formula = formule
explain-mean = gemiddeld { $mean }
explain-fixed = vast
explain-filled = gevuld door
explain-filled-note = { $row }, één waarde voor alle plekken zonder eigen waarde
explain-filled-apart = { $row }, per plek apart getrokken
explain-serves = dient
explain-serves-apart = elke plek een eigen trekking
explain-only-here = alleen deze plek
explain-moved-by = beweegt door
explain-moved-in = { $lever } ({ $kind }; variant { $variants }): { $how }; besluit { $year }; λ uit medianen { $strength }
explain-moved-at = bij
explain-moves-complement = 1 − (1−x)(1−λ)
explain-moves-shrink = x·(1−λ)
explain-moves-multiply = x·(1 + λ·(factor − 1)), factor = { $amount }
explain-moves-add = x + λ·toename, toename = { $amount }
explain-moves = beweegt
explain-moves-none = geen invoer; voegt een plan toe: { $region }, { $segment }
explain-replaced = vervangen
explain-kind = soort
explain-sector = sector
explain-region = regio
explain-segment = werkmilieu
explain-transition = omslag
explain-status = status
explain-belongs-to = hoort bij
explain-events = gebeurtenissen
explain-technologies = technologie
explain-inputs = Invoer (achter ←: het begin waaronder een gedeelde waarde staat)
explain-column-name = naam
explain-column-band = P5 – P95
explain-column-unit = eenheid
explain-column-support = onderbouwing
explain-shape = vorm
explain-shape-constant = constant
explain-shape-growth = groei per jaar, tot en met { $years }
explain-shape-anchors = waarden in { $years }, { $join } verbonden; daarna constant
explain-shape-fading = groei die afneemt van nu naar later
explain-shape-elasticity = tot de macht β (elasticiteit)
explain-shape-error = met procesruis: maal exp(σ·W(t))
explain-join-linear = met een rechte lijn
explain-join-geometric = met een vaste groeivoet
explain-join-logistic = met een S-kromme
explain-median-path = mediane invoer
explain-median-path-note = elke invoer op zijn mediaan, zonder procesruis; niet de mediaan van het pad
explain-pathway = pad in de tijd
explain-unit = eenheid
explain-contributors = draagt bij
explain-benchmarks = Gepubliceerde cijfers ter toetsing; er is niets op afgesteld
explain-no-benchmarks = geen gepubliceerde cijfers voor deze uitkomst
explain-prefix-too = ook het begin van { $count } waarden: vraag { $name }. (met punt) voor de lijst
explain-decision = besluit
explain-variant = beleidsvariant
explain-price-year = prijspeil
explain-levers = Maatregelen
explain-strength = sterkte λ
explain-strength-note = elke invoer op zijn mediaan; niet de mediaan van λ
explain-no-cost = geen kosten opgegeven
explain-cost = kosten
explain-cost-list = met { $names }
explain-cited-by = Aangehaald door { $count } waarden en gepubliceerde cijfers
explain-graded = { $grade }: { $count } waarden
explain-listed = { $name }: { $count } waarden
explain-more = en nog { $count }
explain-realised = gerealiseerd

# Kinds of objects, and their formulas

kind-cluster = industriecluster
kind-technology = transitietechnologie
kind-stream = materiaalstroom
kind-activity = circulaire activiteit
kind-hub = circulaire hub
kind-circular-jobs = reparatie en tweedehands
kind-linear-land = land van de lineaire economie
kind-campus = campus
kind-branch = bedrijfstak
kind-housing-work-space = werkruimte in woningbouwlocaties
kind-replacement = vervanging van getransformeerd terrein
kind-event = gebeurtenis
kind-plan = plan voor een terrein
kind-vacant-land = leegstaand land
kind-levers = maatregelen van een beleidsvariant

kind-formula-fossil-release = vrijkomend fossiel land = ρ·G0·v̄·[τ(t−δ) − τ(t−1−δ)] ha netto per jaar, met G0 = f·A
kind-formula-green = groene vraag = G0·v̄·r·M·[τ(t) − τ(t−1)] ha netto per jaar, met G0 = f·A
kind-formula-double-use = dubbel ruimtegebruik = G0·v̄·[τ(t) − τ(t−δ)] ha netto
kind-formula-production = gewenst land van bestaande productie = A·(1−f)·(Q(t)/Q(t0))^β ha netto
kind-formula-technology = vraag van technologie k = (1−ω)·a·aandeel·[M(t) − M(t0)]⁺ ha netto
kind-formula-capped-share = aandeel van cluster i = wᵢ / max(1, Σw); wat onder 1 blijft, landt elders
kind-formula-process = verwerkingsland = V·φ·k·(1−e)^(t−t0) ha netto
kind-formula-storage = opslagland = V·ψ·d·κ ha netto
kind-formula-hub = land van hubs = aantal(t) × ha per hub
kind-formula-circular-jobs = land van banen = J(t)·m/(FSI·10⁴) ha netto
kind-formula-linear = vrijkomend = ρ·L0·[τ(t−δ) − τ(t−1−δ)]; dubbel ruimtegebruik = ρ·L0·[τ(t) − τ(t−δ)]
kind-formula-held = vraag = groei van aangehouden(t); vrijkomend = ρ × krimp ervan, met aangehouden(t) = max gewenst(u) over t−H ≤ u ≤ t
kind-formula-floor = ΔF(t) = [J(t)·m·(1−h(t)) − J(t0)·m·(1−h(t0))]/(1−v) m² vloer
kind-formula-campus-land = land sinds het basisjaar = max(0, ΔF(t)·(1−d) − R)/(FSI·10⁴) ha bruto, maal het netto deel
kind-formula-scale-up = vraag van doorgroeiers = γ·[J(t) − J(t0)]⁺·q/10⁴ ha netto
kind-formula-branch = gewenst land = J(t)·λ(t)·q(t)/10⁴ ha netto
kind-formula-housing = vraag sinds het basisjaar = [F(t) − F(t0)]/(FSI·10⁴) ha netto
kind-formula-replacement = vraag = S·ζ(t)·(deel dat verhuist) ha netto per jaar; vrijkomend = S·ζ(t)·(deel gecompenseerd)
kind-formula-event = vraag in het jaar = gebeurt (1 of 0) × oppervlakte ha netto
kind-formula-transition = τ(t) = (s(t) − s(t0))/(s(t*) − s(t0)), met s(t) = 1/(1 + exp(−κ(t − t50)))
kind-formula-plan = aanbod = bruto oppervlakte × netto deel, in jaar + vertraging, als het plan er komt
kind-formula-vacant = leegstaand land = max(0, leegstand − frictie) × voorraad ha netto
kind-formula-gross = bruto = netto / netto-brutoverhouding
kind-formula-share = aandeel = gewicht / som van de gewichten, per trekking
kind-formula-intensified = gevuld zonder land = ι × nieuwe vraag
kind-formula-spill = naar regio j gaat een deel evenredig met exp(−ν·kmᵢⱼ)·vrij landⱼ
kind-formula-lever = λ(t) = clamp((t − besluit − aanlooptijd)/ingroei, 0, 1)·deelname·effect
kind-formula-cost = kosten(t) = eenmalig (vanaf besluit) + per ha × hectares + per jaar × jaren vanaf eerste effect; een nieuw terrein × komt

kind-cluster-formula =
    { kind-formula-fossil-release }
    { kind-formula-green }
    { kind-formula-double-use }
    { kind-formula-production }
    { kind-formula-technology }
kind-technology-formula =
    { kind-formula-technology }
    { kind-formula-capped-share }
kind-stream-formula =
    { kind-formula-process }
    { kind-formula-storage }
    { kind-formula-held }
kind-activity-formula = { kind-formula-process }
kind-hub-formula =
    { kind-formula-hub }
    { kind-formula-held }
kind-circular-jobs-formula =
    { kind-formula-circular-jobs }
    { kind-formula-held }
kind-linear-land-formula = { kind-formula-linear }
kind-campus-formula =
    { kind-formula-floor }
    { kind-formula-campus-land }
    { kind-formula-scale-up }
kind-branch-formula =
    { kind-formula-branch }
    { kind-formula-held }
kind-housing-work-space-formula = { kind-formula-housing }
kind-replacement-formula = { kind-formula-replacement }
kind-event-formula = { kind-formula-event }
kind-plan-formula = { kind-formula-plan }

kind-lever-intensify = intensiveren: meer nieuwe vraag op bestaande terreinen
kind-lever-protect = beschermen: minder terrein wordt woningbouw
kind-lever-compensate = compenseren: verloren terrein elders opnieuw aanleggen
kind-lever-new-site = nieuw terrein
kind-lever-lock-segment = kwaliteitsslot: geen ander werkmilieu in de plaats
kind-lever-close-sooner = eerder sluiten: kortere sluiting en sanering
kind-lever-reuse = hergebruik: groter deel van beëindigd land herbruikbaar
kind-lever-densify-campus = campus verdichten
kind-lever-spill-agreement = regionale samenwerking: meer vraag mag naar andere regio's
kind-lever-import-instead = importeren: minder capaciteit na het basisjaar
kind-lever-prioritise-grid = netcapaciteit eerst: minder vertraging van plannen
kind-lever-adjust = bijstelling van een genoemde invoer

# Fields: the meaning of every input, and the formula in which it stands

field-industry-area =
    A: het land van het cluster in het basisjaar, ha netto.
    { kind-formula-green }
    { kind-formula-production }
field-industry-fossil_share =
    f: het deel van het clusterland waarop fossiele productie staat.
    { kind-formula-green }
    { kind-formula-production }
field-industry-ended_share =
    v̄: het deel van het fossiele volume dat is beëindigd als de omslag compleet is.
    { kind-formula-fossil-release }
    { kind-formula-green }
field-industry-green_return =
    r: het deel van de beëindigde fossiele productie dat in groene vorm in het cluster terugkeert.
    { kind-formula-green }
field-industry-green_land_factor =
    M: land per product van groene productie, als veelvoud van fossiele productie.
    { kind-formula-green }
field-industry-reusable_share =
    ρ: het deel van beëindigd land dat opnieuw te gebruiken is.
    { kind-formula-fossil-release }
    { kind-formula-held }
field-industry-closure_delay =
    δ: jaren van de omslag tot het land gesloten en schoon is; voor bestaande productie ook H.
    { kind-formula-fossil-release }
    { kind-formula-double-use }
field-industry-production =
    Q(t)/Q(t0): productie op het niet-fossiele deel, index met 1 in het basisjaar.
    { kind-formula-production }
field-technology-cluster =
    w: gewicht van een cluster in de nationale capaciteit.
    { kind-formula-capped-share }
    { kind-formula-technology }
field-technology-capacity =
    M(t): nationale capaciteit in de eigen eenheid van de technologie.
    { kind-formula-technology }
field-technology-footprint =
    a: ruimtebeslag, ha netto per eenheid capaciteit.
    { kind-formula-technology }
field-technology-inside_fence =
    ω: het deel dat binnen het hek van bestaande fabrieken past.
    { kind-formula-technology }
field-transition-midpoint =
    t50: het jaar waarin de omslag halverwege is.
    { kind-formula-transition }
field-transition-speed =
    κ: snelheid van de omslag, per jaar.
    { kind-formula-transition }
field-activity-footprint =
    k: landcoëfficiënt van de activiteit, ha netto per kt per jaar.
    { kind-formula-process }
field-activity-efficiency =
    e: jaarlijkse winst in ruimte per ton.
    { kind-formula-process }
field-circular-volume =
    V(t): de materiaalstroom, kt per jaar.
    { kind-formula-process }
    { kind-formula-storage }
field-circular-route =
    φ(t): het deel van de stroom dat de activiteit doorloopt; delen mogen samen boven 1 komen.
    { kind-formula-process }
field-circular-stored_share =
    ψ: het deel van de stroom dat wordt opgeslagen.
    { kind-formula-storage }
field-circular-dwell_time =
    d: jaren in opslag.
    { kind-formula-storage }
field-circular-storage_footprint =
    κ: ha netto per kt in opslag.
    { kind-formula-storage }
field-circular-storage_segment =
    Gewicht van een werkmilieu in het opslagland.
    { kind-formula-share }
field-circular-holding_period =
    H: jaren waarna niet gebruikt land wordt teruggegeven.
    { kind-formula-held }
field-circular-reusable_share =
    ρ: het deel van teruggegeven land dat opnieuw te gebruiken is.
    { kind-formula-held }
field-circular-count =
    Aantal hubs in de tijd.
    { kind-formula-hub }
field-circular-footprint =
    Ha netto per hub.
    { kind-formula-hub }
field-circular-jobs =
    J(t): circulaire banen op bedrijventerreinen.
    { kind-formula-circular-jobs }
field-circular-floor_per_job =
    m: vloer per baan, m².
    { kind-formula-circular-jobs }
field-circular-floor_space_index =
    FSI: m² vloer per m² kavel.
    { kind-formula-circular-jobs }
field-circular-area =
    L0: land van de lineaire economie in het basisjaar, ha netto.
    { kind-formula-linear }
field-circular-released_share =
    ρ: het deel van het lineaire land dat eindigt en vrijkomt.
    { kind-formula-linear }
field-circular-closure_delay =
    δ: jaren van de omslag tot het land opnieuw te gebruiken is.
    { kind-formula-linear }
field-campus-jobs =
    J(t0): banen op de campus in het basisjaar.
    { kind-formula-floor }
field-campus-jobs_index =
    J(t)/J(t0): banen als index met 1 in het basisjaar.
    { kind-formula-floor }
    { kind-formula-scale-up }
field-campus-floor_per_job =
    m: bruto vloer per baan, m².
    { kind-formula-floor }
field-campus-hybrid_saving =
    h(t): het deel van de vloer dat hybride werken bespaart.
    { kind-formula-floor }
field-campus-frictional_vacancy =
    v: het deel van de vloer dat in een werkende markt leegstaat.
    { kind-formula-floor }
field-campus-densification =
    d: het deel van de extra vloer dat bestaande kavels opvangen.
    { kind-formula-campus-land }
field-campus-room =
    R: ontwikkelruimte, m² vloer die nog op de campus gebouwd kan worden.
    { kind-formula-campus-land }
field-campus-floor_space_index =
    FSI: m² vloer per m² bruto campusland.
    { kind-formula-campus-land }
field-campus-net_to_gross =
    Het netto deel van bruto campusland.
    { kind-formula-campus-land }
field-campus-scale_up_share =
    γ: banen die vertrekken per baan die de campus erbij krijgt.
    { kind-formula-scale-up }
field-campus-scale_up_land_per_job =
    q: m² netto bedrijfsland per vertrokken baan.
    { kind-formula-scale-up }
field-campus-scale_up_segment =
    Gewicht van een werkmilieu in de vraag van doorgroeiers.
    { kind-formula-share }
field-background-jobs =
    J(t): banen in de bedrijfstak.
    { kind-formula-branch }
field-background-share_on_sites =
    λ(t): het deel van de banen dat op bedrijventerreinen zit.
    { kind-formula-branch }
field-background-land_per_job =
    q(t): m² netto land per baan.
    { kind-formula-branch }
field-background-holding_period =
    H: jaren waarna niet gebruikt land wordt teruggegeven.
    { kind-formula-held }
field-background-reusable_share =
    ρ: het deel van teruggegeven land dat opnieuw te gebruiken is.
    { kind-formula-held }
field-background-floor =
    F(t): werkvloer die tot en met het jaar in woningbouwlocaties is gebouwd, m².
    { kind-formula-housing }
field-background-floor_space_index =
    FSI: m² vloer per m² netto land.
    { kind-formula-housing }
field-background-stock =
    S: bedrijfsland in het basisjaar, ha netto.
    { kind-formula-replacement }
field-background-transformation_rate =
    ζ(t): het deel van de voorraad dat per jaar woningbouw wordt.
    { kind-formula-replacement }
field-background-relocating_share =
    Het deel van het verloren land waarvan de bedrijven ander land nodig hebben.
    { kind-formula-replacement }
field-background-compensated_share =
    Het deel van het verloren land dat elders in de regio opnieuw wordt aangelegd.
    { kind-formula-replacement }
field-event-occurs =
    1 in trekkingen waarin de ontwikkeling er komt, anders 0.
    { kind-formula-event }
field-event-year =
    Het jaar waarin de ontwikkeling om land vraagt.
    { kind-formula-event }
field-event-area =
    Het land waar de ontwikkeling om vraagt, ha netto.
    { kind-formula-event }
field-plan-gross_area =
    Oppervlakte van het plan, ha bruto.
    { kind-formula-plan }
field-plan-net_to_gross =
    Het netto deel van het plan.
    { kind-formula-plan }
field-plan-comes =
    1 in trekkingen waarin het plan er komt, anders 0.
    { kind-formula-plan }
field-plan-year =
    Het jaar waarvoor het terrein gepland is.
    { kind-formula-plan }
field-plan-delay =
    Jaren die het plan later komt dan gepland.
    { kind-formula-plan }
field-supply-stock =
    Alle bedrijfsland van regio en werkmilieu in het basisjaar, ha netto.
    { kind-formula-vacant }
field-supply-vacancy =
    Het deel van de voorraad dat leegstaat.
    { kind-formula-vacant }
field-supply-friction =
    Het deel van de voorraad dat in een werkende markt leegstaat.
    { kind-formula-vacant }
field-supply-release_lag =
    Jaren van teruggegeven land tot het weer wordt aangeboden.
    aanbod(t) = leegstaand + plannen + vrijgekomen land van (t − deze jaren)
field-supply-distance_decay =
    ν: hoe snel uitwijken met de afstand afneemt, per km.
    { kind-formula-spill }
field-supply-intensification =
    ι: het deel van nieuwe vraag dat bestaande terreinen door dichter bouwen opvangen.
    { kind-formula-intensified }
field-supply-mobile_share =
    Het deel van de vraag zonder land in de eigen regio dat naar een andere regio kan.
    { kind-formula-spill }
field-supply-lapse =
    Het deel van de onvervulde vraag dat per jaar vervalt of het land verlaat.
    vervallen(t) = deel × vraag die na uitwijken over is; de rest blijft wachten
field-supply-reserve_years =
    Jaren gemiddelde uitgifte die op voorraad horen te liggen.
    reserve(t) = jaren × gemiddelde uitgifte van de laatste vijf jaar
field-supply-substitution =
    Het deel van onvervulde vraag van het eerste werkmilieu dat land van het tweede aanvaardt.
    vervangen = min(deel × wat in eigen werkmilieu overblijft, vrij land van het andere)
field-net_to_gross =
    Het netto deel van bruto terrein, per werkmilieu of voor alle.
    { kind-formula-gross }
field-lever-decision_year =
    Het kalenderjaar van het besluit.
    { kind-formula-lever }
field-lever-lead_time =
    Aanlooptijd: jaren van besluit tot het eerste effect (bij een nieuw terrein: tot uitgifte).
    { kind-formula-lever }
field-lever-ramp =
    Ingroei: jaren van het eerste tot het volle effect; 0 is ineens.
    { kind-formula-lever }
field-lever-uptake =
    Deelname: het deel van de betrokkenen dat meedoet.
    { kind-formula-lever }
field-lever-effect =
    Het volle effect op wie meedoet; bij een bijstelling de factor of de toename.
    { kind-formula-lever }
field-lever-gross_area =
    Oppervlakte van het nieuwe terrein, ha bruto.
    { kind-formula-plan }
field-lever-net_to_gross =
    Het netto deel van het nieuwe terrein.
    { kind-formula-plan }
field-lever-comes =
    1 in trekkingen waarin het terrein er komt, anders 0.
    { kind-formula-plan }
field-lever-cost_fixed =
    Eenmalige kosten bij het besluit, mln euro.
    { kind-formula-cost }
field-lever-cost_per_ha =
    Kosten per hectare, mln euro.
    { kind-formula-cost }
field-lever-cost_per_year =
    Kosten per jaar vanaf het eerste effect, mln euro.
    { kind-formula-cost }
field-lever-hectares =
    Hectares waarop de maatregel werkt; alleen voor de kosten.
    { kind-formula-cost }
field-any-segment =
    Gewicht van een werkmilieu in het land van het object.
    { kind-formula-share }
field-any-region =
    Gewicht van een regio in de vraag van het object.
    { kind-formula-share }

field-part-year = Hier: de waarde in { $year }; tussen genoemde jaren volgt het pad de gekozen verbinding.
field-part-start = Hier: het niveau in het basisjaar.
field-part-growth = Hier: de groei tot en met { $year }: pad(t) = pad(t−1)·(1 + groei).
field-part-now = Hier: g0 in g(u) = g∞ + (g0 − g∞)·exp(−(u − t0)/θ), pad(t) = exp ∫g.
field-part-later = Hier: g∞ in g(u) = g∞ + (g0 − g∞)·exp(−(u − t0)/θ), pad(t) = exp ∫g.
field-part-decay = Hier: θ in g(u) = g∞ + (g0 − g∞)·exp(−(u − t0)/θ), pad(t) = exp ∫g.
field-part-elasticity = Hier: de elasticiteit β: pad(t) = vorm(t)^β.
field-part-structural_error = Hier: σ van de procesruis: pad(t) = vorm(t)^β·exp(σ·W(t)), W een toevalswandeling vanaf het basisjaar.

or-later = { $year } of later
run-variants = De uitkomsten van { $number } beleidsvarianten staan in de tabellen; `compare` zet ze naast elkaar
