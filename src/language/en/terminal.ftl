# Terminal: run and check

overview-heading = { $title }: { draws }, demand for land in ha net since { $base }
evidence-line =
    { $all ->
        [one] 1 input
       *[other] { $all } inputs
    }, of which { $uncertain } uncertain: { $measured } measured, { $published } published, { $derived } derived, { $assumption } assumption
published-line =
    { $outside } of { $all ->
        [one] 1 comparable published figure
       *[other] { $all } comparable published figures
    } { $outside ->
        [one] lies
       *[other] lie
    } outside the computed P5–P95 band
overview-shortage = Shortage: chance that more than 1 ha waits, expected shortfall, and mean of the worst 5% of draws, in ha net
pinching-line = Greatest expected shortfall in { $year }: { $regions }
pinching-region = { $region } { $expected } ha (chance { $chance })
run-left-in = Tables and charts are in { $folder }
run-counted = The draws did not fit in the memory allowed (--memory): quantiles come from counts, and are off by { $error } at most (near zero by a small fixed amount)
run-ended-reached = Precise enough after { draws }: { $value } with a standard error of { $error } ({ $rule })
run-ended-cap =
    Not precise enough after { $draws ->
        [one] the one draw that was allowed
       *[other] all { $draws } draws that were allowed
    }: { $value } with a standard error of { $error } ({ $rule })
check-line =
    { $id }: valid; base year { $base }, horizons { $horizons }; { $industry ->
        [one] 1 industry cluster
       *[other] { $industry } industry clusters
    }, { $circular ->
        [one] 1 circular object
       *[other] { $circular } circular objects
    }, { $campus ->
        [one] 1 campus
       *[other] { $campus } campuses
    }, { $benchmarks ->
        [one] 1 published figure
       *[other] { $benchmarks } published figures
    }

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
