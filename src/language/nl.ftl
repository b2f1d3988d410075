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
evidence-line = { $all } onzekere invoeren: { $measured } gemeten, { $published } gepubliceerd, { $derived } afgeleid, { $assumption } aanname
published-line = { $outside } van { $all } gepubliceerde cijfers liggen buiten de berekende bandbreedte P5–P95
overview-shortage = Tekort: kans dat meer dan 1 ha wacht, verwacht tekort en gemiddelde van de slechtste 5% van de trekkingen, in ha netto
pinching-line = Grootste verwachte tekort in { $year }: { $regions }
pinching-region = { $region } { $expected } ha (kans { $chance })
run-left-in = Tabellen en grafieken staan in { $folder }
run-ended-reached = Nauwkeurig genoeg na { $draws } trekkingen: { $value } met een standaardfout van { $error } ({ $rule })
run-ended-cap = Niet nauwkeurig genoeg na alle { $draws } toegestane trekkingen: { $value } met een standaardfout van { $error } ({ $rule })
check-line = { $id }: in orde; basisjaar { $base }, zichtjaren { $horizons }; { $industry } industrieclusters, { $circular } circulaire stromen, { $campus } campussen, { $benchmarks } gepubliceerde cijfers

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
formula-intensified = Nieuwe vraag sinds het basisjaar die op bestaand terrein wordt opgevangen door dichter te bouwen; een deel van de uitbreidingsvraag, zonder land.
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
formula-cost = Wat de maatregelen van een beleidsvariant tot en met het jaar kosten: eenmalig vanaf het besluit, per hectare en per jaar vanaf het eerste effect (mln euro).
outcome-backlog_gross = Onvervulde vraag (bruto)
formula-backlog_gross = De onvervulde vraag per kwaliteitssegment, gedeeld door de netto-brutoverhouding en opgeteld.

# Charts of a run

chart-unit-net = ha netto
chart-reading-bands = Scenario { $scenario }. De banden tonen onzekerheid binnen dit scenario ({ $draws } trekkingen); scenario's worden nooit gemiddeld.
chart-reading-whiskers = Scenario { $scenario }. De spreiding P5–P95 toont onzekerheid binnen dit scenario ({ $draws } trekkingen); scenario's worden nooit gemiddeld.
chart-reading-plain = Scenario { $scenario }, { $draws } trekkingen; scenario's worden nooit gemiddeld.
chart-own-source = ruimtevraag { $version }, scenario { $id }, { $draws } trekkingen ({ $design }, zaad { $seed })
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

comparison-heading = { $title }: { $draws } gepaarde trekkingen; verandering van het tekort (ha netto, vraag die sinds het basisjaar niet is vervuld) tegen geen beleid
column-variant = beleidsvariant
column-better = P(beter) { $year }
column-cost = kosten tot { $year }, mln euro
column-per-ha = mln euro per vermeden ha
column-regret = spijt { $year }, ha
comparison-without = geen beleid: verwacht tekort { $figures }
delay-heading = Uitstel: elke maatregel apart, op de laatste zichtdatum
column-lever = maatregel
column-decision = besluit
column-avoided = vermeden ha
column-lost = ha verlies per jaar uitstel
column-safe = laatste veilige besluitjaar

published-heading = Gepubliceerde prognoses, opnieuw gerekend met hun eigen invoer
column-case = prognose
column-their-band = hun band
column-our-band = onze P5 – P50 – P95
column-realised = gerealiseerd
column-inside-theirs = binnen hun band
column-inside-ours = binnen onze band
published-score = Van { $all } gevallen met een realisatie lag die { $theirs } keer binnen de gepubliceerde band en { $ours } keer binnen onze P5–P95 (verwacht bij juiste onzekerheid: { $expected }). Gemiddelde afwijking van onze mediaan: { $bias }.
published-medians = Onze mediaan ligt in { $inside } van { $all } gevallen binnen de gepubliceerde band.
yes = ja
no = nee
unknown = –
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
