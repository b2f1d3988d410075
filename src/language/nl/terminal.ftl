# Terminal: run and check

overview-heading = { $title }: { draws }, ruimtevraag in ha netto sinds { $base }
evidence-line =
    { $all ->
        [one] 1 invoer
       *[other] { $all } invoeren
    }, waarvan { $uncertain } onzeker: { $measured } gemeten, { $published } gepubliceerd, { $derived } afgeleid, { $assumption } aanname
published-line =
    { $outside } van { $all ->
        [one] 1 vergelijkbaar gepubliceerd cijfer
       *[other] { $all } vergelijkbare gepubliceerde cijfers
    } { $outside ->
        [one] ligt
       *[other] liggen
    } buiten de berekende bandbreedte P5–P95
overview-shortage = Tekort: kans dat meer dan 1 ha wacht, verwacht tekort en gemiddelde van de slechtste 5% van de trekkingen, in ha netto
pinching-line = Grootste verwachte tekort in { $year }: { $regions }
pinching-region = { $region } { $expected } ha (kans { $chance })
run-left-in = Tabellen en grafieken staan in { $folder }
run-counted = De trekkingen pasten niet in het toegestane geheugen (--memory): kwantielen komen uit tellingen, en wijken hooguit { $error } af (bij waarden dicht bij nul een vaste, kleine maat)
run-ended-reached = Nauwkeurig genoeg na { draws }: { $value } met een standaardfout van { $error } ({ $rule })
run-ended-cap =
    Niet nauwkeurig genoeg na { $draws ->
        [one] de ene toegestane trekking
       *[other] alle { $draws } toegestane trekkingen
    }: { $value } met een standaardfout van { $error } ({ $rule })
check-line =
    { $id }: in orde; basisjaar { $base }, zichtjaren { $horizons }; { $industry ->
        [one] 1 industriecluster
       *[other] { $industry } industrieclusters
    }, { $circular ->
        [one] 1 circulair object
       *[other] { $circular } circulaire objecten
    }, { $campus ->
        [one] 1 campus
       *[other] { $campus } campussen
    }, { $benchmarks ->
        [one] 1 gepubliceerd cijfer
       *[other] { $benchmarks } gepubliceerde cijfers
    }

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
