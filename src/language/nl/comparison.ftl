# Comparison of policy variants

chart-variants-title = Verandering van het tekort per beleidsvariant
chart-paired-reading = Scenario { $scenario }. Tekort: vraag die sinds het basisjaar niet is vervuld (wacht, vervallen of vertrokken). Verschil met en zonder variant op dezelfde { draws }: mediaan en P5–P95 van de gepaarde verschillen.
chart-less-shortage = minder tekort
chart-more-shortage = meer tekort
chart-frontier-title = Kosten en vermeden tekort per beleidsvariant tot en met { $year }
chart-frontier-reading = Scenario { $scenario }, { draws }. Vermeden tekort (vraag die anders niet zou zijn vervuld) tegen de kosten tot en met dat jaar: mediaan en P5–P95.
chart-places-title = { $variant }: verandering van het tekort per regio en werkmilieu in { $year }
unit-mln-euro = mln euro

comparison-heading =
    { $title }: { $draws ->
        [one] 1 gepaarde trekking
       *[other] { $draws } gepaarde trekkingen
    }; verandering van het tekort (ha netto, vraag die sinds het basisjaar niet is vervuld) ten opzichte van geen beleid
column-variant = beleidsvariant
column-better = kans op minder tekort { $year }
column-cost = kosten t/m { $year }, mln euro
column-per-ha = mln euro per vermeden ha
column-regret = spijt { $year }, ha
comparison-without = geen beleid: verwacht tekort { $figures }
satisfied-heading =
    Robuustheid over de scenario's, waarvan geen een kans krijgt
    Voldoet: { $condition }. Een variant voldoet in een scenario als ten minste { $level } van de trekkingen voldoet
satisfied-usual = Zonder --satisfied is de grens de helft van het tekort dat zonder beleid in het eerste scenario wordt verwacht, op twee cijfers afgerond.
column-satisfies = voldoet in
column-satisfied-in = voldoet in … van
    { $scenarios ->
        [one] 1 scenario
       *[other] { $scenarios } scenario's
    }
column-worst-case = ongunstigste
    { $level }
column-largest-regret = grootste
    spijt, ha
chart-robustness-title = Hoe vaak het voldoet: { $condition }
chart-robustness-reading = Deel van de trekkingen van elk scenario dat voldoet; omlijnd het scenario waarin dat het kleinst is. Bovenaan de variant die in de meeste scenario's in ten minste { $level } van de trekkingen voldoet. Scenario's krijgen geen kans en worden niet gemiddeld.
chart-worst-case-title = { $outcome } per beleidsvariant in elk scenario
chart-worst-case-reading = Mediaan en P5–P95 binnen elk scenario; de ongunstigste mediaan en de ongunstigste kant van de band zijn het slechtste geval. Scenario's krijgen geen kans en worden niet gemiddeld.
delay-progress = uitstel
delay-heading = Uitstel: elke maatregel apart, effect in het laatste zichtjaar { $year }, scenario { $scenario }, { draws }
column-lever = maatregel
column-decision = besluit
column-avoided = vermeden ha
column-lost = verlies per jaar uitstel, ha
column-safe = laatste veilige besluitjaar

published-title = Gepubliceerde ramingen nagerekend
published-topic-score = Wat werd gerealiseerd
published-topic-medians = Wat anderen raamden
published-heading = Gepubliceerde ramingen, opnieuw gerekend met hun eigen invoer
column-case = raming
column-their-band = hun band
column-our-band = onze P5 – P50 – P95
column-realised = gerealiseerd
column-inside-theirs = binnen hun band
column-inside-ours = binnen onze band
published-score =
    Van { $all ->
        [one] 1 geval
       *[other] { $all } gevallen
    } met een realisatie lag die { $ours } keer binnen onze P5–P95 (verwacht bij juiste onzekerheid: { $expected }), en van de { $banded } met een gepubliceerde band { $theirs } keer daarbinnen. Gemiddelde afwijking van onze mediaan: { $bias }.
published-medians =
    Onze mediaan ligt in { $inside } van { $all ->
        [one] 1 geval
       *[other] { $all } gevallen
    } binnen de gepubliceerde band.
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
