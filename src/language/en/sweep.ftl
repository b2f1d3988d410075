# Sweeps: computations over many scenarios, variants and values

sweep-plan = { $id }: { $cases } ({ $scenarios } × { $points }) with { $variants }, { $draws } each; { $outcomes } kept
sweep-resumed = Done before: { $done } of { $all }; { $open } to go
sweep-torn = The last line of the journal was half written and is cut off; that run is done again
sweep-damaged = Damaged in the journal: { $lines }; what they held is done again
sweep-other-program = The journal is of another version of the program, { $program }; what that found does not count here
sweep-changed = Changed since the last time: { $files }
sweep-of-no-use = Of no use, and left in the journal: { $runs } of other files, settings or versions
sweep-pace = Judging by the first runs, { $time } to go
sweep-stopped = Stopped with { $done } of { $all } done; the same command goes on where this one was
sweep-estimate = An estimated { $time } with { $at_once } at once, from a trial with { $draws }
sweep-seconds = { $number } s
sweep-minutes = { $number } min
sweep-hours = { $number } h
sweep-shard = Part { $shard }: { $cases }, in { $file }
sweep-shard-there = Part { $shard } is in { $file } already and was not done again
sweep-merged = { $parts } put together
sweep-heading = { $title }: lowest and highest median over { $points }
sweep-column-scenario = scenario
sweep-column-variant = variant
sweep-column-lowest = lowest P50
sweep-column-highest = highest P50
sweep-column-at = at
sweep-submitted = Tasks { $array } compute the parts, task { $merge } puts them together
sweep-script = The script is in { $file }; submit it with: bash { $file }
sweep-parts-done = parts

table-sweep = Outcomes by scenario, variant and point

# Key messages of a sweep

sweep-topic-variants = Policy variants: { $outcome } ({ $unit })
sweep-largest-change = { $scenario }: “{ $variant }” changes most, { $low } to { $high } over the points.

# Charts of a sweep

chart-sweep-source = ruimtevraag { $version }, sweep { $id }, { draws } a point ({ $design }, seed { $seed })
sweep-no-variant = No policy variant
sweep-ends = { $name }: between { $low } ({ $low_at }) and { $high } ({ $high_at }).
chart-sweep-held = Held: { $values }.
chart-heat-map = { $outcome }: median by { $across } and { $beside }
chart-heat-map-reading = { $variant }. Each cell is a run of { draws }. Scenarios are on the same scale and are never averaged.
chart-change = { $outcome }: what policy variants change ({ $scenario })
chart-change-reading = Median of the difference, draw by draw, from the same point without a policy variant ({ draws }). { $largest }
chart-change-largest =
    { $shown ->
        [one] Drawn is the variant that changes most, of { $all }.
       *[other] Drawn are the { $shown } of { $all } variants that change most.
    }
chart-lines = { $outcome } by { $across }, at three values of { $beside }
chart-line = { $outcome } by { $across }
chart-points = { $outcome } by { $across }, with which it goes most closely
chart-lines-reading = { $variant }. Median and P5–P95 of { draws } at each point. Scenarios are on the same scale and are never averaged.
chart-parallel = All points: parameters and outcomes side by side
chart-parallel-reading = { $variant }. Each line is a point of a scenario ({ $drawn } of { $all }) with { draws }; each axis has its value, for outcomes the median.
chart-clouds = Cost of policy variants and what is left: { $outcome } ({ $scenario })
chart-clouds-reading = Small: every point ({ draws }, medians). Large, and the line: the variants compared at { $point }, since values of inputs are no choice and variants are.
chart-clouds-in-words = Not outdone, from cheap to dear: { $names }.
chart-frontier-left = not outdone: no other variant leaves less for less
