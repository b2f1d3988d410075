# Report: page

report-kind = Demand for land: report
report-kind-sweep = Demand for land: scenarios, variants and values
report-kind-discover = Demand for land: under which conditions
report-kind-decompose = Demand for land: what makes a change
report-kind-published = Demand for land: forecasts by others, computed again
report-kind-compare = Demand for land: policy variants compared
report-kind-sensitivity = Demand for land: what drives the outcome
report-several = Scenarios side by side: { $titles }
report-written = The report is in { $file }
report-skip = Skip to content
report-contents = Contents
report-foot = Made with ruimtevraag, free software under the EUPL 1.2. Boundaries of provinces: Natural Earth (public domain). Typeface: Open Sans (Apache 2.0). Charts: vega, vega-lite and vega-embed (BSD-3-Clause).
report-identity-line = Horizons { $years }; { $draws }; seed { $seed }; ruimtevraag { $version }; fingerprint { $fingerprint }
report-list = { $others } and { $last }
report-save-svg = Save as SVG
report-save-png = Save as PNG
report-figures = Figures behind this chart

# Report: headings

report-section-messages = Key messages
report-section-sweep = Outcomes over the points
report-section-scoreboard = Their forecast, ours, and what came
report-section-scope = Question and scope
report-section-outcome = The outcome by sector
report-section-scenarios = Scenarios side by side
report-section-need = Need for land by sector
report-section-quality = Quality: segments
report-section-places = Need for land by region
report-section-entities = Clusters, streams and campuses
report-section-double-use = Double use of land
report-section-shortage = Supply and shortage
report-section-variants = Policy variants
report-section-drivers = What drives the outcome
report-section-other = Other outcomes
report-section-benchmarks = Published figures beside it
report-section-inputs = All inputs
report-section-sources = Sources
report-section-method = Method
report-section-limits = What this report cannot say
report-section-repeat = Repeating the run

# Report: key messages

report-band = { $p50 } ha (in 9 of 10 draws between { $p05 } and { $p95 } ha)
report-in-year = in { $year } { $band }
report-of-sector = { $sector } { $p50 } ha ({ $p05 } – { $p95 })
report-topic-need = Need for land
report-topic-sectors = By sector
report-topic-release = Released land
report-topic-double-use = Double use
report-topic-shortage = Shortage
report-topic-published = Beside published figures
report-topic-evidence = What the outcome rests on
report-message-need = Together { $sectors } ask for new land, counted from { $base } and in hectares net: { $bands }.
report-message-sectors = Up to and including { $year } the need is: { $bands }. P5 and P95 in brackets.
report-message-release = Against that need land is also released up to and including { $year }: { $band }. The balance is { $balance }.
report-message-double-use = During the transition old and new plants stand side by side. At its peak that takes { $band }, around { $year } (in 9 of 10 draws between { $first } and { $last }).
report-message-shortage = In { $year } an expected { $expected } ha of need waits since there is no fitting land; the chance that more than 1 ha waits is { $chance }. In the worst 5% of draws { $worst } ha waits on average.
report-message-pinch = It pinches most in { $regions }, and for the segments { $segments }.
report-topic-variants = What policy changes
report-of-variant = { $variant } ({ $p50 } ha; { $p05 } – { $p95 })
report-message-variants = The need that is not met up to { $year } falls most by { $variants }. The first figure is the median of the difference on the same draws; P5 and P95 follow.
report-message-variants-little =
    { $count ->
        [one] One of the { $all } policy variants lowers
       *[other] { $count } of the { $all } policy variants lower
    } it by less than 1 ha in the median, or not at all.
report-message-variants-none =
    { $all ->
        [one] The policy variant does not lower
       *[other] None of the { $all } policy variants lowers
    } the need that is not met up to { $year } by more than 1 ha in the median.
report-message-published =
    { $inside } of { $all ->
        [one] 1 comparable published figure
       *[other] the { $all } comparable published figures
    } { $inside ->
        [one] lies
       *[other] lie
    } within the computed band (P5–P95), { $below } below it and { $above } above it.
report-message-evidence =
    { $share } of the inputs { $assumption ->
        [one] is an assumption
       *[other] are assumptions
    } ({ $assumption } of { $all }); { $derived ->
        [one] 1 is
       *[other] { $derived } are
    } derived from published figures, { $published } published and { $measured } measured. { $uncertain ->
        [one] 1 input is uncertain and differs
       *[other] { $uncertain } inputs are uncertain and differ
    } between draws.

# Report: question and scope

report-question = How much land will industry clusters, the circular economy and campuses ask for in { $years }, where and of which quality? How much of it fits on land that is there, planned or released? How sure is that, and what does policy change?
report-question-sweep = What does each value of the inputs that change here mean, in each scenario and with each policy variant? The computation does not say which value holds; it says what each would mean. Years: { $years }.
report-question-discover = Under which conditions does it happen? Rules over the uncertain inputs were sought in one half of the draws and tested in the other. Years: { $years }.
report-question-decompose = Which drivers make the change, and how much each? Years: { $years }.
report-question-published = What would this computation have said from the inputs with which others made their forecast, and how does that compare with their forecast and with what was realised?
report-extent = Computed from { $base } up to and including { $last }, for { $regions }: { $entities }.
report-reading = How to read the figures
report-reading-need = Need is land newly asked for since { $base }, in hectares net: plots issued, without the roads, water and green of the site. Decline is no negative need but released land. The balance is the difference.
report-reading-band = Every figure is the median (P50) of { $draws }, unless it says mean or expected. Nine of ten draws lie between P5 and P95. Totals are added within each draw: the P95 of a total is not the sum of the P95s.
report-reading-scenarios = A scenario is a picture of the future without a probability. Scenarios stand side by side and are never averaged.
report-alone = The median with P5 and P95 in brackets: nine of ten draws lie between them.
report-side-by-side = The median of each scenario with P5 and P95 in brackets. The band shows the uncertainty within a scenario; the difference between scenarios comes on top.
report-caption-bands = { $outcome } since { $base }, ha net: P50 (P5 – P95)

# Report: supply and shortage

report-shortage = Need that finds no fitting land waits; part of it lapses. The expected shortage is the mean over all draws of what waits. The last column is the mean of the worst 5% of draws.
report-caption-segments = Shortage by segment, ha net
report-caption-regions = Shortage by region, ha net
report-all-regions = All regions

# Report: published figures

report-benchmarks = Published figures are benchmarks: the computation was not tuned to them. Where a figure lies outside the band, the scope differs, or the inputs and the publication disagree. The last column says how the scopes compare and how well the figure is supported.
report-scoreboard = Each row is a forecast that was published before, computed again from the inputs that came with it. A dash: not published, or not known yet.
report-caption-scoreboard = Published forecasts, ha
report-sweep = Without a policy variant, where that was run. All points of the scenario lie between the lowest and the highest median.
report-caption-sweep = lowest and highest median by outcome
report-caption-first-rows = { $title }: the first { $shown } of { $rows }; all are in { $file }
report-caption-benchmarks = Published figures beside the computed band, ha (net, unless it says gross)
report-verdict-below = below
report-verdict-inside = within
report-verdict-above = above
report-verdict-none = not computed

# Report: inputs

report-inputs = Every input has a distribution, a unit, a source and an evidence grade: measured, published, derived (arithmetic on published figures) or assumption. Notes are in the language of the scenario.
report-caption-inputs =
    { $count ->
        [one] The one input
       *[other] All { $count } inputs
    } with source and evidence grade
report-search = Search in name, source and note
report-all-grades = all
report-found = # inputs found
report-found-one = 1 input found

# Report: method, limits, repeating

report-span = from { $base } up to and including { $last }
report-spans = from its own base year up to and including its own last year, from { $base } to { $last } taken together,
report-own-base = the base year of the scenario
report-method-demand = For every year { $span } the model computes how much land each object asks for and gives back. Industry clusters ask for land for growth, for new technology and for green production that replaces fossil production; the circular economy for streams, storage and hubs; campuses for jobs whose growth fades. Other business asks for the same sites and therefore counts.
report-method-supply = Per year, region and segment need is laid beside supply: first in its own region and segment, then in a substitute segment, then in other regions by distance. What remains waits, and part of it lapses or leaves. Need and placement agree within each draw to a billionth of a hectare.
report-method-draws = Uncertain inputs are drawn ({ $design }); inputs that hang together move together. All policy variants see the same draws, so that differences between variants are no coincidence.
report-method-error = The median of the total need in { $year } is { $p50 } ha, with a sampling error (standard error) of { $error } ha.
report-design-mc = Monte Carlo
report-design-lhs = Latin hypercube
report-design-sobol = Sobol' sequence
report-limit-inputs = The outcome is as good as the inputs. Where an assumption decides, this report does not.
report-limit-band = The band shows the uncertainty that the inputs describe. What the model leaves out is not in it.
report-limit-place = The model knows regions and segments, no plots. It does not say in which place a site should come.
report-limit-scenarios = Scenarios have no probability. An average over scenarios has no meaning.
report-limit-published = It is no forecast of the government or of a planning bureau.
report-repeat = With the same files, the same version and this line the outcome is the same to the byte, on any machine and any number of cores.
report-identity = Version { $version }, design { $design }, seed { $seed }, fingerprint { $fingerprint }.

# Report: columns

report-column-driver = input
report-column-at-low = outcome where the input is low
report-column-at-high = outcome where the input is high
report-rows-and-columns = row: { $rows }; column: { $columns }
report-over-points = over all points
report-column-name = name
report-column-total = total
report-column-height = height
report-column-low = low
report-column-central = central
report-column-high = high
report-column-cost = cost
report-column-effect = effect
report-column-draws = draws
report-column-estimate = estimate
report-column-error = standard error
report-column-sector = sector
report-column-region = region
report-column-chance = chance
report-column-expected = expected
report-column-worst = worst 5%
report-column-publisher = published by
report-column-about = outcome
report-column-year = year
report-column-figure = figure (low – high)
report-column-band = P50 (P5 – P95)
report-column-verdict = lies
report-column-comparable = comparability
report-column-input = input
report-column-distribution = distribution
report-column-unit = unit
report-column-grade = evidence
report-column-source = source
report-column-note = note
report-drivers-too-few =
    Note: there are few draws for so many uncertain inputs. All shares together may be off by { $chance ->
        [one] 1 percentage point
       *[other] { $chance } percentage points
    } by chance (two standard errors); read the order, not the figures, or run with more draws.
