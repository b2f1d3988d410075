# Sweeps: berekeningen over veel scenario's, varianten en waarden

sweep-plan = { $id }: { $cases } berekeningen ({ $scenarios } scenario's × { $points } punten) met { $variants } varianten, { $draws } trekkingen elk; { $outcomes } uitkomsten bewaard
sweep-resumed = { $done } van { $all } berekeningen waren al gedaan; { $open } te gaan
sweep-torn = De laatste regel van het logboek was half geschreven en is weggehaald; die berekening wordt overgedaan
sweep-damaged = { $number } regels van het logboek zijn beschadigd; die berekeningen worden overgedaan
sweep-other-program = Het logboek is van een andere versie van het programma, { $program }; wat die vond, telt hier niet mee
sweep-changed = Sinds de vorige keer zijn veranderd: { $files }
sweep-of-no-use = { $number } eerder gedane berekeningen horen bij andere bestanden, instellingen of versies en blijven ongebruikt in het logboek staan
sweep-pace = Naar de eerste berekeningen te oordelen nog { $time }
sweep-stopped = Gestopt met { $done } van { $all } berekeningen gedaan; dezelfde opdracht gaat verder waar deze bleef
sweep-estimate = Naar schatting { $time } met { $at_once } berekeningen tegelijk, uit een proef met { $draws } trekkingen
sweep-seconds = { $number } s
sweep-minutes = { $number } min
sweep-hours = { $number } uur
sweep-shard = Deel { $shard }: { $cases } berekeningen, in { $file }
sweep-shard-there = Deel { $shard } staat al in { $file } en is niet overgedaan
sweep-merged = { $shards } delen samengevoegd
sweep-heading = { $title }: laagste en hoogste mediaan over { $points } punten
sweep-column-scenario = scenario
sweep-column-variant = variant
sweep-column-lowest = laagste P50
sweep-column-highest = hoogste P50
sweep-column-at = bij
sweep-submitted = Taken { $array } rekenen de delen, taak { $merge } voegt ze samen
sweep-script = Het script staat in { $file }; dien het in met: bash { $file }
sweep-parts-done = delen

table-sweep = Uitkomsten per scenario, variant en punt

