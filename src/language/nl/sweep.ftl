# Sweeps: berekeningen over veel scenario's, varianten en waarden

sweep-plan = { $id }: { $cases } ({ $scenarios } × { $points }) met { $variants }, elk { $draws }; { $outcomes } bewaard
sweep-resumed = Al gedaan: { $done } van { $all }; { $open } te gaan
sweep-torn = De laatste regel van het logboek was half geschreven en is weggehaald; die berekening wordt overgedaan
sweep-damaged = Beschadigd in het logboek: { $lines }; wat daarin stond wordt overgedaan
sweep-other-program = Het logboek is van een andere versie van het programma, { $program }; wat die vond, telt hier niet mee
sweep-changed = Sinds de vorige keer zijn veranderd: { $files }
sweep-of-no-use = Niet van dienst en ongebruikt in het logboek: { $runs } van andere bestanden, instellingen of versies
sweep-pace = Naar de eerste berekeningen te oordelen nog { $time }
sweep-stopped = Gestopt met { $done } van { $all } gedaan; dezelfde opdracht gaat verder waar deze bleef
sweep-estimate = Naar schatting { $time } met { $at_once } tegelijk, uit een proef met { $draws }
sweep-seconds = { $number } s
sweep-minutes = { $number } min
sweep-hours = { $number } uur
sweep-shard = Deel { $shard }: { $cases }, in { $file }
sweep-shard-there = Deel { $shard } staat al in { $file } en is niet overgedaan
sweep-merged = { $parts } samengevoegd
sweep-heading = { $title }: laagste en hoogste mediaan over { $points }
sweep-column-scenario = scenario
sweep-column-variant = variant
sweep-column-lowest = laagste P50
sweep-column-highest = hoogste P50
sweep-column-at = bij
sweep-submitted = Taken { $array } rekenen de delen, taak { $merge } voegt ze samen
sweep-script = Het script staat in { $file }; dien het in met: bash { $file }
sweep-parts-done = delen

table-sweep = Uitkomsten per scenario, variant en punt

# Key messages of a sweep

sweep-topic-variants = Beleidsvarianten: { $outcome } ({ $unit })
sweep-largest-change = { $scenario }: het meest verandert “{ $variant }”, over de punten { $low } tot { $high }.

# Charts of a sweep

chart-sweep-source = ruimtevraag { $version }, sweep { $id }, { draws } per punt ({ $design }, startwaarde { $seed })
sweep-no-variant = Zonder beleidsvariant
sweep-ends = { $name }: tussen { $low } ({ $low_at }) en { $high } ({ $high_at }).
chart-sweep-held = Vast gehouden: { $values }.
chart-heat-map = { $outcome }: mediaan naar { $across } en { $beside }
chart-heat-map-reading = { $variant }. Elk vak is een berekening met { draws }. Scenario's staan op dezelfde schaal en worden nooit gemiddeld.
chart-change = { $outcome }: wat beleidsvarianten veranderen ({ $scenario })
chart-change-reading = Mediaan van het verschil per trekking met hetzelfde punt zonder beleidsvariant ({ draws }). { $largest }
chart-change-largest =
    { $shown ->
        [one] Getekend is de variant die het meest verandert, van { $all }.
       *[other] Getekend zijn de { $shown } van { $all } varianten die het meest veranderen.
    }
chart-lines = { $outcome } naar { $across }, bij drie waarden van { $beside }
chart-line = { $outcome } naar { $across }
chart-points = { $outcome } naar { $across }, waarmee de uitkomst het sterkst samengaat
chart-lines-reading = { $variant }. Mediaan en P5–P95 van { draws } per punt. Scenario's staan op dezelfde schaal en worden nooit gemiddeld.
chart-parallel = Alle punten: parameters en uitkomsten naast elkaar
chart-parallel-reading = { $variant }. Elke lijn is een punt van een scenario ({ $drawn } van { $all }) met { draws }; op elke as staat haar waarde, bij uitkomsten de mediaan.
chart-clouds = Kosten van beleidsvarianten en wat overblijft: { $outcome } ({ $scenario })
chart-clouds-reading = Klein: elk punt ({ draws }, medianen). Groot, en de lijn: de varianten onderling bij { $point }, want waarden van invoer zijn geen keuze en varianten wel.
chart-clouds-in-words = Niet overtroffen, van goedkoop naar duur: { $names }.
chart-frontier-left = niet overtroffen: geen andere variant laat minder over voor minder
