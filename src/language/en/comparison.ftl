# Comparison of policy variants

chart-variants-title = Change of the shortage by policy variant
chart-paired-reading = Scenario { $scenario }. Shortage: need not met since the base year (it waits, lapsed or left). Difference with and without the variant on the same { draws }: median and P5–P95 of the paired differences.
chart-less-shortage = less shortage
chart-more-shortage = more shortage
chart-frontier-title = Cost and avoided shortage by policy variant up to { $year }
chart-frontier-reading = Scenario { $scenario }, { draws }. Shortage avoided (need that would not have been met) against cost up to that year: median and P5–P95.
chart-places-title = { $variant }: change of the shortage by region and segment in { $year }
unit-mln-euro = million euro

comparison-heading =
    { $title }: { $draws ->
        [one] 1 paired draw
       *[other] { $draws } paired draws
    }; change of the shortage (ha net, need not met since the base year) against no policy
column-variant = policy variant
column-better = P(less shortage) { $year }
column-cost = cost up to { $year }, mln euro
column-per-ha = mln euro per avoided ha
column-regret = regret { $year }, ha
comparison-without = no policy: expected shortage { $figures }
satisfied-heading =
    Robustness over the scenarios, none of which is given a probability
    Satisfies: { $condition }. A variant satisfies in a scenario when at least { $level } of the draws do
satisfied-usual = Without --satisfied the limit is half the shortage that is expected without policy in the first scenario, rounded to two digits.
column-satisfies = satisfies in
column-satisfied-in = satisfies in … of
    { $scenarios ->
        [one] 1 scenario
       *[other] { $scenarios } scenarios
    }
column-worst-case = worst
    { $level }
column-largest-regret = largest
    regret, ha
chart-robustness-title = How often it satisfies: { $condition }
chart-robustness-reading = The part of the draws of each scenario that satisfy; the scenario in which it is smallest has a border. On top the variant that satisfies in most scenarios in at least { $level } of the draws. Scenarios have no probability and are not averaged.
chart-worst-case-title = { $outcome } by policy variant in each scenario
chart-worst-case-reading = Median and P5–P95 within each scenario; the least favourable median and end of a band are the worst case. Scenarios have no probability and are not averaged.
delay-progress = delay
delay-heading = Delay: each lever on its own, effect in the last horizon { $year }, scenario { $scenario }, { draws }
column-lever = lever
column-decision = decision
column-avoided = avoided ha
column-lost = ha lost per year of delay
column-safe = latest safe decision year

published-title = Published forecasts, computed again
published-topic-score = What was realised
published-topic-medians = What others forecast
published-heading = Published forecasts, rerun with their own inputs
column-case = forecast
column-their-band = their band
column-our-band = our P5 – P50 – P95
column-realised = realised
column-inside-theirs = inside their band
column-inside-ours = inside our band
published-score =
    Of { $all ->
        [one] 1 case
       *[other] { $all } cases
    } with a realisation, it lay inside our P5–P95 in { $ours } (expected with the right uncertainty: { $expected }), and of the { $banded } with a published band inside that in { $theirs }. Mean deviation of our median: { $bias }.
published-medians =
    Our median lies inside the published band in { $inside } of { $all ->
        [one] 1 case
       *[other] { $all } cases
    }.
answer-yes = yes
answer-no = no
answer-unknown = –
outcome-unmet = Need never met
formula-unmet = The backlog in the year plus all need that lapsed or left since the base year.

chart-all-sectors = all sectors
chart-summed-sectors = Sum of { $others } and { $last }.
chart-whole-country = the whole country
chart-all-regions = All regions
chart-demand-supply = Demand and supply since { $base }: { $place }
chart-demand-supply-reading = All demand beside the land that was free in { $base } or came available since. The difference is not the shortfall: existing sites, other segments and other places take demand too.
chart-backlog-over-years = Backlog: what finds no land anywhere, year by year
chart-backlog-reading = As it stands in the year, not added up over years.
chart-shortage-probability = Probability of a shortage of land in { $year } by region and segment
chart-shortage-probability-reading = Share of draws in which more than 1 ha of need waits in that year.
chart-shortage-map = Expected shortfall of land by province in { $year }
chart-shortage-map-reading = Mean of the need that waits in that year; draws without shortage count as 0.
chart-spill-over = Which region hosts whose need for land, { $base }–{ $year }
chart-spill-over-reading = Means over draws.
chart-spill-over-in-words = { $name }: { $out } ha to other regions, { $in } ha from other regions.
