# Fact sheets

sheet-written = Factsheets: { $count } in { $folder }
sheet-kind-region = Factsheet ruimtevraag: regio
sheet-kind-entity = Factsheet ruimtevraag: { $sector }
sheet-identity = Scenario { $scenario }. Hectares netto sinds { $base }; zichtjaren { $years }.
sheet-figures = Hoeveel, en van welke kwaliteit
sheet-need-in = vraag { $year }
sheet-release-in = vrijkomend { $year }
sheet-balance-in = saldo { $year }
sheet-room-in = ruimte { $year }
sheet-shortage-in = verwacht tekort { $year }
sheet-chance-in = kans op tekort { $year }
sheet-chance = kans op meer dan 1 ha: { $chance }
sheet-used-up = ontwikkelruimte op in { $year }
sheet-used-up-beside = kans dat zij dan op is
sheet-by-segment = Vraag, ruimte en tekort per werkmilieu, ha netto: P50 (P5 – P95); tekort: gemiddelde
sheet-by-segment-entity = Vraag en vrijkomende ruimte per werkmilieu, ha netto: P50 (P5 – P95)
sheet-destinations = Waar de vraag tot en met { $year } terechtkomt, ha netto
sheet-by-sector = Waar de vraag vandaan komt, ha netto: P50 (P5 – P95)
sheet-regions = Ruimte en tekort in de regio, van alle vragers samen, ha netto
sheet-chart = Ruimtevraag sinds { $base } per werkmilieu: { $name }
sheet-mean = gemiddelde
sheet-share = aandeel
sheet-ladder = De Ladder voor duurzame verstedelijking (artikel 5.129g Bkl)
sheet-question-need = Is er behoefte? (lid 2, onder a)
sheet-question-within = Kan het binnen het stedelijk gebied? (lid 2, onder b)
sheet-question-cannot = Wat deze berekening niet beantwoordt
sheet-no-need = Voor dit object of deze regio is geen vraag berekend.
sheet-quantity = { $name } vraagt van { $base } tot en met { $year } { $band }, netto.
sheet-quality = Naar werkmilieu (mediaan): { $segments }.
sheet-released = Daartegenover komt vrij: { $band }.
sheet-within = Tot en met { $year } wordt naar verwachting { $dense } opgevangen door dichter te bouwen op bestaand terrein, en { $here } op leegstaand, vrijgekomen of gepland terrein in de regio.
sheet-beyond = Naar andere regio's wijkt { $elsewhere } uit. Voor { $unmet } is er geen passend terrein: die vraag wacht of is vervallen.
sheet-within-entity = Aanbod en tekort zijn per regio en werkmilieu berekend, voor alle vragers samen, en niet per object.
sheet-within-regions = Verwacht tekort in { $year }: { $regions }.
sheet-within-limit = Geplande terreinen kunnen binnen of buiten het stedelijk gebied liggen: die grens zit niet in de berekening.
sheet-cannot-urban = Of een plan een stedelijke ontwikkeling is die voldoende substantieel is (lid 1).
sheet-cannot-place = Of er binnen het stedelijk gebied, of in het stedelijk groen aan de rand van de bebouwing, een geschikte plek is: er wordt gerekend met regio's en werkmilieus, niet met kavels.
sheet-cannot-service = De behoefte aan een afzonderlijke dienst of vestiging (lid 4).
sheet-cannot-feasible = Of een locatie haalbaar is voor milieu, stikstof, netaansluiting en grondexploitatie.
sheet-foot =
    { draws }; tussen P5 en P95 liggen 9 van de 10. { $all ->
        [one] 1 invoer
       *[other] { $all } invoeren
    }, waarvan { $assumption ->
        [one] 1 een aanname is
       *[other] { $assumption } aannames zijn
    }. Gemaakt met ruimtevraag { $version }, vingerafdruk { $fingerprint }. Geen raming van kabinet of planbureau.
sheet-law = Artikel 5.129g Besluit kwaliteit leefomgeving vraagt om bij een stedelijke ontwikkeling rekening te houden met de behoefte eraan en, buiten het stedelijk gebied, met de mogelijkheden om er binnen dat gebied in te voorzien. Deze factsheet onderbouwt die afweging en vervangt haar niet.
