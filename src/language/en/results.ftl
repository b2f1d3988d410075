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
