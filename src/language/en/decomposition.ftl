# Changes taken apart

driver-production = existing production
driver-green-return = fossil land and green return
driver-technologies = technologies of the transition
driver-circular = circular economy
driver-campuses = campuses and developments
driver-background = other business
driver-supply = supply of land
driver-other = other inputs
driver-set-up = set-up (what is no value of an input)

decompose-over-time = since { $base }
decompose-still = if all stood still
decompose-all = all moves
decompose-between = from { $from } to { $to }
decompose-no-variant = no policy
decompose-heading = { $outcome }: { $change }, { draws }
decompose-column-driver = driver
decompose-column-mean = mean
decompose-median = Median: from { $from } to { $to }, a change of { $median }. The difference from the change of the mean is { $rest }: medians do not add up.
decompose-message = On average from { $from } ({ $from_name }) to { $to } ({ $to_name }). What contributes most: { $largest }.
decompose-method = The parts are exact Shapley values: the mean over all orders in which the drivers can count, on the same draws.
chart-waterfall-title = What makes the change: { $outcome }, { $change }
chart-waterfall-reading = Means over the same draws. Each part is the mean over all orders in which the drivers can count (Shapley); the parts add up to the whole change.
chart-adds = adds
chart-takes-off = takes off
