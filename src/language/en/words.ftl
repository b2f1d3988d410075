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

# Distributions of inputs, and their parameters

distribution-fixed = fixed
distribution-uniform = uniform
distribution-triangular = triangular
distribution-pert = PERT
distribution-normal = normal
distribution-lognormal = lognormal
distribution-beta = beta
distribution-gamma = gamma
distribution-discrete = discrete
distribution-bernoulli = yes or no
distribution-empirical = empirical
distribution-elicited = elicited from experts
parameter-low = low
parameter-central = central
parameter-high = high
parameter-min = at least
parameter-max = at most
parameter-sd = sd
parameter-shape = shape
parameter-alpha = alpha
parameter-beta = beta
parameter-scale = scale
parameter-values = values
parameter-weights = weights

# Numbers of things

draws =
    { $draws ->
        [one] 1 draw
       *[other] { $draws } draws
    }
count-run =
    { $count ->
        [one] 1 run
       *[other] { $number } runs
    }
count-scenario =
    { $count ->
        [one] 1 scenario
       *[other] { $number } scenarios
    }
count-point =
    { $count ->
        [one] 1 point
       *[other] { $number } points
    }
count-variant =
    { $count ->
        [one] 1 variant
       *[other] { $number } variants
    }
count-draw =
    { $count ->
        [one] 1 draw
       *[other] { $number } draws
    }
count-outcome =
    { $count ->
        [one] 1 outcome
       *[other] { $number } outcomes
    }
count-line =
    { $count ->
        [one] 1 line
       *[other] { $number } lines
    }
count-part =
    { $count ->
        [one] 1 part
       *[other] { $number } parts
    }
count-row =
    { $count ->
        [one] 1 row
       *[other] { $number } rows
    }
count-region =
    { $count ->
        [one] 1 region
       *[other] { $number } regions
    }
count-industry =
    { $count ->
        [one] 1 industry cluster
       *[other] { $number } industry clusters
    }
count-circular =
    { $count ->
        [one] 1 object in the circular economy
       *[other] { $number } objects in the circular economy
    }
count-campus =
    { $count ->
        [one] 1 campus
       *[other] { $number } campuses
    }
count-background =
    { $count ->
        [one] 1 group of other business
       *[other] { $number } groups of other business, which ask for the same sites
    }
