# Texts in English. The same keys stand in nl.ftl; a test compares them.

# Sectors

sector-industry = Industry clusters
sector-circular = Circular economy
sector-campus = Campuses
sector-background = Other business
sector-all = Total
sector-in-sentence-industry = industry clusters
sector-in-sentence-circular = the circular economy
sector-in-sentence-campus = campuses
sector-in-sentence-background = other business

# Segments: the quality of land

segment-wet-hmc = Wet HMC land
segment-dry-hmc = Dry HMC land
segment-regular = Regular business site
segment-campus = Campus
segment-urban = Urban
segment-all = All segments
segment-note = HMC: high environmental category (4 and up). Wet: at the quay.

# Outcomes

outcome-need = Need
outcome-release = Release
outcome-balance = Balance
outcome-need_gross = Need (gross)
outcome-double_use = Double use
outcome-double_use_peak = Peak of double use
outcome-double_use_peak_year = Year of the peak
outcome-room_used_up = Development room used up
outcome-room_used_up_year = Year in which development room is used up

# Formulas in words

formula-need =
    Sum over the years since the base year of land newly asked for.
    Shrinkage does not count as negative need but as release.
formula-release =
    Sum over the years since the base year of land that shrinking or closing activity gives back:
    the reusable share of vacated land, after closure and remediation.
formula-balance =
    Need minus release since the base year, draw by draw.
    Negative: more land is released than is asked for.
formula-need_gross =
    Need by segment divided by the net/gross ratio of that segment:
    the plots with the roads, water and green of the whole site.
formula-double_use =
    Fossil land × share that ends × (transition now − transition δ years earlier), δ the years of closure and remediation:
    land on which old and new stand side by side in that year.
formula-double_use_peak =
    The largest double use of any year, draw by draw.
    Its median lies above the peak of the median line, since not every draw peaks in the same year.
formula-double_use_peak_year =
    The first year in which double use is largest, draw by draw.
formula-room_used_up =
    1 when the development room of the campus is used up in or before that year, else 0;
    its mean is the probability of that.
formula-room_used_up_year =
    The first year in which growth of floor space, after densifying, exceeds the development room of the campus;
    infinite when that does not happen before the last year.

# Evidence grades

evidence-measured = measured
evidence-published = published
evidence-derived = derived
evidence-assumption = assumption

# Scope of a published figure beside the computed outcome

scope-same = same scope
scope-wider = wider scope
scope-narrower = narrower scope
scope-other = other scope

# Terminal: run and check

overview-heading = { $title }: { $draws } draws, demand for land in ha net since { $base }
evidence-line = { $all } uncertain inputs: { $measured } measured, { $published } published, { $derived } derived, { $assumption } assumption
published-line = { $outside } of { $all } published figures lie outside the computed P5–P95 band
overview-shortage = Shortage: chance that more than 1 ha waits, expected shortfall, and mean of the worst 5% of draws, in ha net
pinching-line = Greatest expected shortfall in { $year }: { $regions }
pinching-region = { $region } { $expected } ha (chance { $chance })
run-left-in = Tables and charts are in { $folder }
run-ended-reached = Precise enough after { $draws } draws: { $value } with a standard error of { $error } ({ $rule })
run-ended-cap = Not precise enough after all { $draws } draws that were allowed: { $value } with a standard error of { $error } ({ $rule })
check-line = { $id }: valid; base year { $base }, horizons { $horizons }; { $industry } industry clusters, { $circular } circular streams, { $campus } campuses, { $benchmarks } published figures

column-sector = sector
column-segment = segment
column-p-shortage = chance
column-expected = expected
column-worst = worst 5%
column-outcome = outcome
column-published = published
column-year = year
column-figure = figure
column-scope = scope
column-band = computed P5 – P95

# Terminal: explain

explain-distribution = distribution
explain-band = P5/P50/P95
explain-evidence = evidence
explain-source = source
explain-note = note
explain-group = correlation
explain-layer = stands in

# Charts: words

chart-source = Source: { $source }
chart-median = median
chart-band-outer = P5–P95 (90% of draws)
chart-band-inner = P25–P75 (half of all draws)
chart-whisker-total = median and P5–P95 of the total
chart-whisker = median with P5–P95
chart-published = Published figures
chart-published-mark = published figure
chart-peak = peak: { $height } in { $year }
chart-peak-mark = peak per draw (median, P5–P95)
chart-share-of-draws = share of draws
chart-demand = demand
chart-supply = supply
chart-no-value = no value
chart-nothing = No outcomes to draw
chart-not-drawn = not drawn: { $names }
chart-less = less
chart-more = more
chart-draws = number of draws (logarithmic scale)
chart-interval = estimate ± 1.96 standard errors
chart-convergence = How the estimate settled: { $name } in { $year }
chart-convergence-reading = The estimate of { $rule } as draws were added.
chart-variants = Policy variants
chart-frontier = not beaten: no other variant does more for less
chart-hosts = Row: region where need arises. Column: region where it lands. Framed, without shade: in its own region.
chart-map-source = Boundaries: Natural Earth (public domain)

outcome-supply = Supply
formula-supply = Land that was free in the base year or came available since: plans, vacancy above friction and released land.
outcome-intensified = On existing sites
formula-intensified = New need since the base year that is met by building more densely on existing sites; a share of expansion need, without land.
outcome-placed = Placed in own region and segment
formula-placed = Need since the base year that finds land in its own region and segment.
outcome-substituted = Moved to another segment
formula-substituted = Need since the base year that takes land of another segment in its own region.
outcome-substituting = Taken by another segment
formula-substituting = Land taken since the base year by need for another segment in the same region.
outcome-spilled_out = Moved to another region
formula-spilled_out = Need since the base year that finds land in another region.
outcome-spilled_in = Hosted from another region
formula-spilled_in = Need of other regions that since the base year finds land in this one.
outcome-hosted = Hosted by a given region
formula-hosted = Need of one region that since the base year finds land in a given other one.
outcome-stood_in = Hosted on a given segment
formula-stood_in = Need for one segment that since the base year takes land of a given other one.
outcome-uptake = Land taken
formula-uptake = All land taken since the base year: by its own need, by other segments and from other regions.
outcome-lapsed = Lapsed need
formula-lapsed = Need that lapsed or left the country since the base year, after waiting.
outcome-backlog = Backlog
formula-backlog = Need that waits in the year because there is no land for it anywhere.
outcome-shortage = Shortage
formula-shortage = 1 when more than 1 ha of need waits in the year, else 0; the mean is thus the probability of shortage.
outcome-first_shortage_year = First year of shortage
formula-first_shortage_year = The first year in which more than 1 ha of need waits; infinite if that is not before the last year ends.
outcome-free = Free land
formula-free = Land that is free at the end of the year.
outcome-reserve = Strategic reserve
formula-reserve = Years of reserve × mean land taken per year in the past five years.
outcome-backlog_with_reserve = Backlog with reserve
formula-backlog_with_reserve = Backlog plus what free land lacks to the strategic reserve.
outcome-cost = Cost
formula-cost = What the levers of a policy variant cost up to and in the year: once from the decision on, per hectare, and per year from the first effect on (millions of euro).
outcome-backlog_gross = Backlog (gross)
formula-backlog_gross = The backlog of each segment divided by its net-to-gross ratio, added up.

# Charts of a run

chart-unit-net = ha net
chart-reading-bands = Scenario { $scenario }. Bands show uncertainty within this scenario ({ $draws } draws); scenarios are never averaged.
chart-reading-whiskers = Scenario { $scenario }. The spread P5–P95 shows uncertainty within this scenario ({ $draws } draws); scenarios are never averaged.
chart-reading-plain = Scenario { $scenario }, { $draws } draws; scenarios are never averaged.
chart-own-source = ruimtevraag { $version }, scenario { $id }, { $draws } draws ({ $design }, seed { $seed })
chart-need-over-years = Need for land since { $base }: { $sector }
chart-balance-over-years = Balance since { $base }: need minus release, all sectors
chart-need-by-segment = Need for land since { $base } by sector and segment
chart-parts = Parts are means and add up to the mean of the total; the dot is the median.
chart-need-by-region = Need for land since { $base } by region
chart-need-map = Need for land since { $base } by province in { $year } (median)
chart-need-by-entity = Need for land since { $base } within the sector: { $sector }
chart-largest = The { $shown } largest of { $all }.
chart-double-use-over-years = Double use: old and new stand side by side during the transition
chart-double-use-reading = The peak per draw lies above the median line, since not every draw peaks in the same year.
chart-need-distribution = Distribution of total need for land since { $base }
chart-in-words = { $name } { $year }: median { $p50 }, P5 { $p05 }, P95 { $p95 } ha.

# Comparison of policy variants

chart-variants-title = Change of the shortage by policy variant
chart-paired-reading = Scenario { $scenario }. Shortage: need not met since the base year (it waits, lapsed or left). Difference with and without the variant on the same { $draws } draws: median and P5–P95 of the paired differences.
chart-less-shortage = less shortage
chart-more-shortage = more shortage
chart-frontier-title = Cost and avoided shortage by policy variant up to { $year }
chart-frontier-reading = Scenario { $scenario }, { $draws } draws. Shortage avoided (need that would not have been met) against cost up to that year: median and P5–P95.
chart-places-title = { $variant }: change of the shortage by region and segment in { $year }
unit-mln-euro = million euro

comparison-heading = { $title }: { $draws } paired draws; change of the shortage (ha net, need not met since the base year) against no policy
column-variant = policy variant
column-better = P(better) { $year }
column-cost = cost to { $year }, mln euro
column-per-ha = mln euro per avoided ha
column-regret = regret { $year }, ha
comparison-without = no policy: expected shortage { $figures }
delay-heading = Delay: each lever on its own, at the last horizon
column-lever = lever
column-decision = decision
column-avoided = avoided ha
column-lost = ha lost per year of delay
column-safe = latest safe decision year

published-heading = Published forecasts, rerun with their own inputs
column-case = forecast
column-their-band = their band
column-our-band = our P5 – P50 – P95
column-realised = realised
column-inside-theirs = inside their band
column-inside-ours = inside our band
published-score = Of { $all } cases with a realisation it lay { $theirs } times inside the published band and { $ours } times inside our P5–P95 (expected with the right uncertainty: { $expected }). Mean deviation of our median: { $bias }.
published-medians = Our median lies inside the published band in { $inside } of { $all } cases.
yes = yes
no = no
unknown = –
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
