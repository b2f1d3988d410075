# Sweeps: computations over many scenarios, variants and values

sweep-plan = { $id }: { $cases } runs ({ $scenarios } scenarios × { $points } points) with { $variants } variants, { $draws } draws each; { $outcomes } outcomes kept
sweep-resumed = { $done } of { $all } runs were done before; { $open } to go
sweep-torn = The last line of the journal was half written and is cut off; that run is done again
sweep-damaged = { $number } lines of the journal are damaged; those runs are done again
sweep-other-program = The journal is of another version of the program, { $program }; what that found does not count here
sweep-changed = Changed since the last time: { $files }
sweep-of-no-use = { $number } runs done before are of other files, settings or versions, and stay in the journal unused
sweep-pace = Judging by the first runs, { $time } to go
sweep-stopped = Stopped with { $done } of { $all } runs done; the same command goes on where this one was
sweep-estimate = An estimated { $time } with { $at_once } runs at once, from a trial with { $draws } draws
sweep-seconds = { $number } s
sweep-minutes = { $number } min
sweep-hours = { $number } h
sweep-shard = Part { $shard }: { $cases } runs, in { $file }
sweep-shard-there = Part { $shard } is in { $file } already and was not done again
sweep-merged = { $shards } parts put together
sweep-heading = { $title }: lowest and highest median over { $points } points
sweep-column-scenario = scenario
sweep-column-variant = variant
sweep-column-lowest = lowest P50
sweep-column-highest = highest P50
sweep-column-at = at
sweep-submitted = Tasks { $array } compute the parts, task { $merge } puts them together
sweep-script = The script is in { $file }; submit it with: bash { $file }
sweep-parts-done = parts

table-sweep = Outcomes by scenario, variant and point

