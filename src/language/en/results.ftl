# Titles of tables

table-summary = Distribution of every outcome
table-difference = What policy variants change, draw by draw
table-shortage = Where land runs short
table-exchange = Who hosts whose need
table-quality_lock = Scarce land taken by users who do not need it
table-benchmarks = Published figures beside the computed band
table-inputs = Inputs with source and evidence grade
table-sources = Sources
table-comparison = Change of the shortage by variant, region and segment
table-ranking = Cost and effect of each variant
table-regret = Regret of each choice over the scenarios
table-robustness = Robustness of every variant over the scenarios
table-robustness_by_scenario = How every variant does in every scenario
table-delay = What putting off each lever loses
table-scoreboard = Published forecasts beside ours and beside what was realised
table-boxes = Rules and how well they fit
table-restrictions = Limits of every rule
table-tradeoff = Trade-off between coverage and density
table-stability = Limits that come back when the draws are divided anew
table-sensitivity = What drives need and shortage
table-evidence = What the spread rests on
table-sobol = Sobol’ indices of independent factors
table-morris = Elementary effects of Morris of every input

# The workbook

book-cover = read me
book-plots = charts
book-plots-title = Charts that the spreadsheet draws itself, each beside its figures
book-sheets = Sheets
book-scenario = Scenario
book-scenario-text =
    { $title }. Since { $base }, reported in full for { $years }. Of { $all ->
        [one] 1 input
       *[other] { $all } inputs
    } { $assumption ->
        [one] 1 is an assumption
       *[other] { $assumption } are assumptions
    }.
book-made = Made with
book-made-text = ruimtevraag { $version }, { draws } (design { $design }, seed { $seed })
book-repeat = To repeat it
book-fingerprint = Fingerprint
book-reading = How to read it
book-reading-text =
    P50 is the median; in nine of ten draws the outcome lies between P5 and P95.
    "all" in a column: summed over everything in that column, within each draw. Quantiles do not add up.
    Hectares are net unless the unit says otherwise. An empty cell in a column of years: later than the last year.

# Charts of several runs

plot-side-by-side = Bands show the uncertainty within each scenario. All scenarios stand on one scale and are never averaged.

# Two finished runs

runs-which = { $run }: { $folder } ({ $owner }, { draws }, { $design }, seed { $seed }, version { $version })
column-run-a = A: P5 – P50 – P95
column-run-b = B: P5 – P50 – P95
column-run-difference = mean B − A
column-run-error = standard error
runs-same-draws =
    Ha net. Same seed, design and number of draws: inputs of one name had the same random numbers in A and B.
    The difference of the means is therefore the mean difference draw by draw; the standard error is an upper bound.
    The band of the difference does not follow from two summaries: for that, run both as variants in one `compare`.
runs-other-draws =
    Ha net. Not paired: A and B differ in seed, design or number of draws. A difference within two standard errors may be chance.
table-decomposition = What each driver brings to the change
table-relief = Packages of levers and how often it still happens
