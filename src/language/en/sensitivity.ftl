# What drives an outcome

audit-heading = What the spread rests on: part of the variance by evidence grade of the inputs
audit-rest = interplay and chance
audit-drivers = { $outcome } in { $year } depends most on { $drivers }
audit-driver = { $name } ({ $share })
audit-study = The first to be measured better: { $name }. Knowing it is expected to make the band P5–P95 { $narrowing } narrower ({ $outcome }, { $year })
audit-too-few =
    Note: { $draws ->
        [one] 1 draw is
       *[other] { $draws } draws are
    } few for { $drivers ->
        [one] 1 uncertain quantity
       *[other] { $drivers } uncertain quantities
    }. All shares together may be off by { $chance } of the variance by chance (two standard errors); with --draws { $needed } that is 10% at most
audit-over-years = all years

column-driver = input
column-share = share
column-first-order = index (95%)
column-tenths = lowest – highest tenth
column-narrowing = narrower
column-evidence = evidence

sensitivity-heading = { $title }: what drives the outcome, from { draws }
sensitivity-outcome = { $outcome }, { $year }: mean { $mean }, P5–P95 { $low } to { $high }
sensitivity-reading =
    Share: part of the variance, nothing counted twice; with the input's part in what its group has in common.
    Index: part of the variance that goes when the input is known, with all that it tells of correlated inputs.
    Tenth: mean outcome in the draws in which the input is lowest or highest.
    Narrower: part by which P5–P95 is expected to shrink when the input is known exactly.
sensitivity-others =
    { $count ->
        [one] 1 other uncertain quantity brings { $share }
       *[other] { $count } other uncertain quantities bring { $share } together
    }

chart-tornado = What drives the spread: { $outcome } in { $year }
chart-tornado-reading = Mean outcome in the tenth of draws in which the input is lowest or highest; behind it the share in the variance.
chart-tornado-low = lowest tenth of the input
chart-tornado-high = highest tenth of the input
chart-tornado-mean = mean: { $mean }
chart-tornado-share = share
chart-tornado-in-words = { $name }: from { $low } to { $high }, share { $share }.
chart-evidence = What the spread rests on, by evidence grade
chart-evidence-reading = Part of the variance that each group of inputs brings alone. The rest is interplay between inputs, and chance of the sample.
chart-evidence-unit = % of the variance
chart-evidence-in-words = { $name } in { $year }: { $parts }.

chart-sobol = What drives the spread, interactions included: { $outcome } in { $year }
chart-sobol-reading = Sobol’ index of each independent factor: the part of the variance that goes when the factor is known, and the total with all interactions with other factors.
chart-sobol-first = alone
chart-sobol-total = with interactions
chart-sobol-mark = estimate with 95% interval
chart-sobol-column = estimate (95%)
chart-sobol-in-words = { $name }: alone { $first }%, with interactions { $total }%.
chart-morris = Which inputs matter: { $outcome } in { $year }
chart-morris-reading = Elementary effects of Morris over the whole range of each input. To the right: a large effect. Above the line the effect depends much on the level or on other inputs.
chart-morris-size = size of the effect, mean, { $unit }
chart-morris-spread = spread of the effect, { $unit }
chart-morris-drivers = Inputs
chart-morris-diagonal = spread as large as the effect
chart-morris-in-words = { $name }: effect { $size }, spread { $spread }.

column-factor = factor
column-total = total (95%)
column-within = mostly through
column-mean-size = effect
column-mean = signed
column-sigma = spread

factor-group = group { $name }
factor-ungrouped = { $name }, no group
factor-input = { $name }
factor-walk = { $name } (random walk)
sobol-heading = { $title }: Sobol’ indices of independent factors, from samples of { draws }
sobol-reading =
    Index: part of the variance that goes when the whole factor is known. Total: with all interplay with other factors.
    Mostly through: how the index of a group divides over its inputs, by the share that the same draws show.
    What groups share by being correlated counts to the group that the scenario names first.
sobol-interactions = All factors by themselves: the rest, { $share }, is interplay and chance
sobol-too-small = Note: with { draws } a sample, intervals reach beyond 0.1 to either side; give --draws a larger number
morris-heading =
    { $title }: elementary effects of Morris, from { $draws ->
        [one] 1 starting point
       *[other] { $draws } starting points
    }
morris-reading =
    Effect: change of the outcome over the whole range of the input (ha), measured in steps of half the range.
    Of inputs in a group only their own part counts; what the group has in common stands apart.

explain-drivers = { $name }: what drives this outcome, from a quick run of { draws }
explain-drivers-band = mean { $mean }, P5–P95 { $low } to { $high }
explain-drivers-support = Spread rests on
explain-drivers-walk = the size of the random walk is
explain-drivers-too = With a year behind it, as in { $name },2050, what drives the outcome is shown too.
