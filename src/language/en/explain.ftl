# Terminal: explain

explain-distribution = distribution
explain-band = P5/P50/P95
explain-evidence = evidence
explain-source = source
explain-note = note
explain-group = correlation
explain-layer = stands in

# Terminal: explain, words

explain-meaning = meaning
explain-formula = formula
explain-mean = mean { $mean }
explain-fixed = fixed
explain-filled = filled by
explain-filled-note = { $row }, one value for all places without a value of their own
explain-filled-apart = { $row }, drawn apart for each place
explain-serves = serves
explain-serves-apart = each place has draws of its own
explain-only-here = this place alone
explain-moved-by = moved by
explain-moved-in = { $lever } ({ $kind }; variant { $variants }): { $how }; decided { $year }; λ from medians { $strength }
explain-moved-at = at
explain-moves-complement = 1 − (1−x)(1−λ)
explain-moves-shrink = x·(1−λ)
explain-moves-multiply = x·(1 + λ·(factor − 1)), factor = { $amount }
explain-moves-add = x + λ·amount, amount = { $amount }
explain-moves = moves
explain-moves-none = no input; adds a plan site: { $region }, { $segment }
explain-replaced = replaced
explain-kind = kind
explain-sector = sector
explain-region = region
explain-location = location
explain-location-text = { $lon }° east, { $lat }° north ({ $grade }: { $note })
explain-segment = segment
explain-transition = transition
explain-status = status
explain-belongs-to = belongs to
explain-events = events
explain-technologies = technology
explain-inputs = Inputs (behind ←: the start under which a shared value is given)
explain-column-name = name
explain-column-band = P5 – P95
explain-column-unit = unit
explain-column-support = evidence
explain-shape = shape
explain-shape-constant = constant
explain-shape-growth = growth per year, until { $years }
explain-shape-anchors = values in { $years }, joined by { $join }; constant afterwards
explain-shape-fading = growth that fades from now to later
explain-shape-elasticity = change since the base year raised to the elasticity β
explain-shape-error = with process noise: times exp(σ·W(t))
explain-join-linear = a straight line
explain-join-geometric = a constant rate of growth
explain-join-logistic = an S-curve
explain-median-path = median inputs
explain-median-path-note = every input at its median, without process noise; not the median of the path
explain-pathway = pathway in time
explain-unit = unit
explain-contributors = made by
explain-benchmarks = Published figures to hold the outcome against; never tuned to
explain-no-benchmarks = no published figures for this outcome
explain-prefix-too =
    also the start of { $count ->
        [one] 1 value
       *[other] { $count } values
    }: ask { $name }. (with a dot) for the list
explain-decision = decision
explain-variant = policy variant
explain-price-year = prices of
explain-levers = Levers
explain-strength = strength λ
explain-strength-note = every input at its median; not the median of λ
explain-no-cost = no cost given
explain-cost = cost
explain-cost-list = with { $names }
explain-cited-by =
    Cited by { $count ->
        [one] 1 value or published figure
       *[other] { $count } values and published figures
    }
explain-graded =
    { $grade }: { $count ->
        [one] 1 value
       *[other] { $count } values
    }
explain-listed =
    { $name }: { $count ->
        [one] 1 value
       *[other] { $count } values
    }
explain-more = and { $count } more
explain-realised = realised

# Kinds of objects, and their formulas

kind-cluster = industry cluster
kind-technology = transition technology
kind-stream = material stream
kind-activity = circular activity
kind-hub = circular hub
kind-circular-jobs = repair and second hand
kind-linear-land = land of the linear economy
kind-campus = campus
kind-branch = business branch
kind-housing-work-space = work space in housing locations
kind-replacement = replacement of transformed land
kind-event = event
kind-plan = plan site
kind-vacant-land = vacant land
kind-levers = levers of a policy variant

kind-formula-fossil-release = fossil land released = ρ·G0·v̄·[τ(t−δ) − τ(t−1−δ)] ha net per year, with G0 = f·A
kind-formula-green = green need = G0·v̄·r·M·[τ(t) − τ(t−1)] ha net per year, with G0 = f·A
kind-formula-double-use = double use = G0·v̄·[τ(t) − τ(t−δ)] ha net
kind-formula-production = land wanted by existing production = A·(1−f)·(Q(t)/Q(t0))^β ha net
kind-formula-technology = need of technology k = (1−ω)·a·share·[M(t) − M(t0)]⁺ ha net
kind-formula-capped-share = share of cluster i = wᵢ / max(1, Σw); what stays below 1 lands elsewhere
kind-formula-process = process land = V·φ·k·(1−e)^(t−t0) ha net
kind-formula-storage = storage land = V·ψ·d·κ ha net
kind-formula-hub = land of hubs = count(t) × ha per hub
kind-formula-circular-jobs = land of jobs = J(t)·m/(FSI·10⁴) ha net
kind-formula-linear = release = ρ·L0·[τ(t−δ) − τ(t−1−δ)]; double use = ρ·L0·[τ(t) − τ(t−δ)]
kind-formula-held = need = growth of held(t); release = ρ × fall of it, with held(t) = max wanted(u) over t−H ≤ u ≤ t
kind-formula-floor = ΔF(t) = [J(t)·m·(1−h(t)) − J(t0)·m·(1−h(t0))]/(1−v) m² floor
kind-formula-campus-land = land since the base year = max(0, ΔF(t)·(1−d) − R)/(FSI·10⁴) ha gross, times the net part
kind-formula-scale-up = need of grown-up firms = γ·[J(t) − J(t0)]⁺·q/10⁴ ha net
kind-formula-branch = land wanted = J(t)·λ(t)·q(t)/10⁴ ha net
kind-formula-housing = need since the base year = [F(t) − F(t0)]/(FSI·10⁴) ha net
kind-formula-replacement = need = S·ζ(t)·(relocating share) ha net per year; release = S·ζ(t)·(compensated share)
kind-formula-event = need in the year = occurs (1 or 0) × area ha net
kind-formula-transition = τ(t) = (s(t) − s(t0))/(s(t*) − s(t0)), with s(t) = 1/(1 + exp(−κ(t − t50)))
kind-formula-plan = supply = gross area × net part, in year + delay, if the plan comes
kind-formula-vacant = vacant land = max(0, vacancy − friction) × stock ha net
kind-formula-gross = gross = net / net-to-gross ratio
kind-formula-share = share = weight / sum of the weights, in each draw
kind-formula-intensified = met without land = ι × new need
kind-formula-spill = to region j goes a part in proportion to exp(−ν·kmᵢⱼ)·free landⱼ
kind-formula-lever = λ(t) = clamp((t − decision − lead)/ramp, 0, 1)·uptake·effect
kind-formula-cost = cost(t) = fixed (from the decision) + per ha × hectares + per year × years from the first effect on; a new site × comes

kind-cluster-formula =
    { kind-formula-fossil-release }
    { kind-formula-green }
    { kind-formula-double-use }
    { kind-formula-production }
    { kind-formula-technology }
kind-technology-formula =
    { kind-formula-technology }
    { kind-formula-capped-share }
kind-stream-formula =
    { kind-formula-process }
    { kind-formula-storage }
    { kind-formula-held }
kind-activity-formula = { kind-formula-process }
kind-hub-formula =
    { kind-formula-hub }
    { kind-formula-held }
kind-circular-jobs-formula =
    { kind-formula-circular-jobs }
    { kind-formula-held }
kind-linear-land-formula = { kind-formula-linear }
kind-campus-formula =
    { kind-formula-floor }
    { kind-formula-campus-land }
    { kind-formula-scale-up }
kind-branch-formula =
    { kind-formula-branch }
    { kind-formula-held }
kind-housing-work-space-formula = { kind-formula-housing }
kind-replacement-formula = { kind-formula-replacement }
kind-event-formula = { kind-formula-event }
kind-plan-formula = { kind-formula-plan }

kind-lever-intensify = intensify: more new need on existing sites
kind-lever-protect = protect: less business land turns into housing
kind-lever-compensate = compensate: lay out lost land anew elsewhere
kind-lever-new-site = new site
kind-lever-lock-segment = segment lock: no other segment stands in
kind-lever-close-sooner = close sooner: closing and cleaning up takes less time
kind-lever-reuse = reuse: a larger part of ended land can be used again
kind-lever-densify-campus = densify campuses
kind-lever-spill-agreement = regional agreement: more need may go to other regions
kind-lever-import-instead = import instead: less capacity after the base year
kind-lever-prioritise-grid = grid first: less delay of plans
kind-lever-adjust = adjustment of a named input

# Fields: the meaning of every input, and the formula in which it stands

field-industry-area =
    A: the land of the cluster in the base year, ha net.
    { kind-formula-green }
    { kind-formula-production }
field-industry-fossil_share =
    f: the part of the cluster's land on which fossil production stands.
    { kind-formula-green }
    { kind-formula-production }
field-industry-ended_share =
    v̄: the part of the fossil volume that has ended when the transition is complete.
    { kind-formula-fossil-release }
    { kind-formula-green }
field-industry-green_return =
    r: the part of the ended fossil production that returns in green form in the cluster.
    { kind-formula-green }
field-industry-green_land_factor =
    M: land per product of green production, as a multiple of fossil production.
    { kind-formula-green }
field-industry-reusable_share =
    ρ: the part of ended land that can be used again.
    { kind-formula-fossil-release }
    { kind-formula-held }
field-industry-closure_delay =
    δ: years from the switch to land that is closed and clean; for existing production also H.
    { kind-formula-fossil-release }
    { kind-formula-double-use }
field-industry-production =
    Q(t)/Q(t0): production on the part that is not fossil, an index of 1 in the base year.
    { kind-formula-production }
field-technology-cluster =
    w: weight of a cluster in the national capacity.
    { kind-formula-capped-share }
    { kind-formula-technology }
field-technology-capacity =
    M(t): national capacity in the technology's own unit.
    { kind-formula-technology }
field-technology-footprint =
    a: footprint, ha net per unit of capacity.
    { kind-formula-technology }
field-technology-inside_fence =
    ω: the part that fits inside the fence of existing plants.
    { kind-formula-technology }
field-transition-midpoint =
    t50: the year in which the transition is half way.
    { kind-formula-transition }
field-transition-speed =
    κ: speed of the transition, per year.
    { kind-formula-transition }
field-activity-footprint =
    k: land coefficient of the activity, ha net per kt per year.
    { kind-formula-process }
field-activity-efficiency =
    e: yearly gain in land per tonne.
    { kind-formula-process }
field-circular-volume =
    V(t): the material stream, kt per year.
    { kind-formula-process }
    { kind-formula-storage }
field-circular-route =
    φ(t): the part of the stream that passes the activity; parts may sum above 1.
    { kind-formula-process }
field-circular-stored_share =
    ψ: the part of the stream that is stored.
    { kind-formula-storage }
field-circular-dwell_time =
    d: years in stock.
    { kind-formula-storage }
field-circular-storage_footprint =
    κ: ha net per kt in stock.
    { kind-formula-storage }
field-circular-storage_segment =
    Weight of a segment in the storage land.
    { kind-formula-share }
field-circular-holding_period =
    H: years after which land that is not used is given back.
    { kind-formula-held }
field-circular-reusable_share =
    ρ: the part of land given back that can be used again.
    { kind-formula-held }
field-circular-count =
    Number of hubs in time.
    { kind-formula-hub }
field-circular-footprint =
    Ha net per hub.
    { kind-formula-hub }
field-circular-jobs =
    J(t): circular jobs on business sites.
    { kind-formula-circular-jobs }
field-circular-floor_per_job =
    m: floor per job, m².
    { kind-formula-circular-jobs }
field-circular-floor_space_index =
    FSI: m² floor per m² plot.
    { kind-formula-circular-jobs }
field-circular-area =
    L0: land of the linear economy in the base year, ha net.
    { kind-formula-linear }
field-circular-released_share =
    ρ: the part of the linear land that ends and comes free.
    { kind-formula-linear }
field-circular-closure_delay =
    δ: years from the switch to land that can be used again.
    { kind-formula-linear }
field-campus-jobs =
    J(t0): jobs on the campus in the base year.
    { kind-formula-floor }
field-campus-jobs_index =
    J(t)/J(t0): jobs as an index of 1 in the base year.
    { kind-formula-floor }
    { kind-formula-scale-up }
field-campus-floor_per_job =
    m: gross floor per job, m².
    { kind-formula-floor }
field-campus-hybrid_saving =
    h(t): the part of floor that hybrid work saves.
    { kind-formula-floor }
field-campus-frictional_vacancy =
    v: the part of floor that stands empty in a working market.
    { kind-formula-floor }
field-campus-densification =
    d: the part of added floor that existing plots absorb.
    { kind-formula-campus-land }
field-campus-room =
    R: development room, m² floor that can still be built on the campus.
    { kind-formula-campus-land }
field-campus-floor_space_index =
    FSI: m² floor per m² gross campus land.
    { kind-formula-campus-land }
field-campus-net_to_gross =
    The net part of gross campus land.
    { kind-formula-campus-land }
field-campus-scale_up_share =
    γ: jobs that leave per job added on the campus.
    { kind-formula-scale-up }
field-campus-scale_up_land_per_job =
    q: m² net business land per job that leaves.
    { kind-formula-scale-up }
field-campus-scale_up_segment =
    Weight of a segment in the need of grown-up firms.
    { kind-formula-share }
field-background-jobs =
    J(t): jobs in the branch.
    { kind-formula-branch }
field-background-share_on_sites =
    λ(t): the part of the jobs that is on business sites.
    { kind-formula-branch }
field-background-land_per_job =
    q(t): m² net land per job.
    { kind-formula-branch }
field-background-holding_period =
    H: years after which land that is not used is given back.
    { kind-formula-held }
field-background-reusable_share =
    ρ: the part of land given back that can be used again.
    { kind-formula-held }
field-background-floor =
    F(t): work floor built in housing locations up to the year, m².
    { kind-formula-housing }
field-background-floor_space_index =
    FSI: m² floor per m² net land.
    { kind-formula-housing }
field-background-stock =
    S: business land in the base year, ha net.
    { kind-formula-replacement }
field-background-transformation_rate =
    ζ(t): the part of the stock that turns into housing, per year.
    { kind-formula-replacement }
field-background-relocating_share =
    The part of the lost land whose firms need other land.
    { kind-formula-replacement }
field-background-compensated_share =
    The part of the lost land that is laid out anew elsewhere in the region.
    { kind-formula-replacement }
field-event-occurs =
    1 in draws in which the development comes, else 0.
    { kind-formula-event }
field-event-year =
    The year in which the development asks for land.
    { kind-formula-event }
field-event-area =
    The land that the development asks for, ha net.
    { kind-formula-event }
field-plan-gross_area =
    Area of the plan site, ha gross.
    { kind-formula-plan }
field-plan-net_to_gross =
    The net part of the plan site.
    { kind-formula-plan }
field-plan-comes =
    1 in draws in which the plan comes, else 0.
    { kind-formula-plan }
field-plan-year =
    The year for which the site is planned.
    { kind-formula-plan }
field-plan-delay =
    Years by which the plan comes later than planned.
    { kind-formula-plan }
field-supply-stock =
    All business land of a region and segment in the base year, ha net.
    { kind-formula-vacant }
field-supply-vacancy =
    The part of the stock that is vacant.
    { kind-formula-vacant }
field-supply-friction =
    The part of the stock that stands vacant in a working market.
    { kind-formula-vacant }
field-supply-release_lag =
    Years from land given back to its being on offer.
    supply(t) = vacant + plan sites + land released in (t − these years)
field-supply-distance_decay =
    ν: how fast spill-over fades with distance, per km.
    { kind-formula-spill }
field-supply-intensification =
    ι: the part of new need that existing sites meet by building more densely.
    { kind-formula-intensified }
field-supply-mobile_share =
    The part of need without land in its own region that may go to another region.
    { kind-formula-spill }
field-supply-lapse =
    The part of unmet need that lapses or leaves the country, per year.
    lapsed(t) = share × need left after spill-over; the rest waits
field-supply-reserve_years =
    Years of mean uptake that should lie in reserve.
    reserve(t) = years × mean uptake of the past five years
field-supply-substitution =
    The part of unmet need for the first segment that accepts land of the second.
    substituted = min(share × what is left in its own segment, free land of the other)
field-net_to_gross =
    The net part of gross land, of one segment or of all.
    { kind-formula-gross }
field-lever-decision_year =
    The calendar year of the decision.
    { kind-formula-lever }
field-lever-lead_time =
    Lead time: years from the decision to the first effect (for a new site: to the land itself).
    { kind-formula-lever }
field-lever-ramp =
    Ramp: years from the first to the full effect; 0 is at once.
    { kind-formula-lever }
field-lever-uptake =
    Uptake: the part of those concerned that take part.
    { kind-formula-lever }
field-lever-effect =
    The full effect on those that take part; of an adjustment the factor or the amount.
    { kind-formula-lever }
field-lever-gross_area =
    Area of the new site, ha gross.
    { kind-formula-plan }
field-lever-net_to_gross =
    The net part of the new site.
    { kind-formula-plan }
field-lever-comes =
    1 in draws in which the site comes, else 0.
    { kind-formula-plan }
field-lever-cost_fixed =
    Cost once, at the decision, mln euro.
    { kind-formula-cost }
field-lever-cost_per_ha =
    Cost per hectare, mln euro.
    { kind-formula-cost }
field-lever-cost_per_year =
    Cost per year from the first effect on, mln euro.
    { kind-formula-cost }
field-lever-hectares =
    Hectares that the lever works on; for its cost only.
    { kind-formula-cost }
field-any-segment =
    Weight of a segment in the land of the object.
    { kind-formula-share }
field-any-region =
    Weight of a region in the need of the object.
    { kind-formula-share }

field-part-year = Here: the value in { $year }; between named years the pathway follows its join.
field-part-start = Here: the level in the base year.
field-part-growth = Here: growth until { $year }: path(t) = path(t−1)·(1 + growth).
field-part-now = Here: g0 in g(u) = g∞ + (g0 − g∞)·exp(−(u − t0)/θ), path(t) = exp ∫g.
field-part-later = Here: g∞ in g(u) = g∞ + (g0 − g∞)·exp(−(u − t0)/θ), path(t) = exp ∫g.
field-part-decay = Here: θ in g(u) = g∞ + (g0 − g∞)·exp(−(u − t0)/θ), path(t) = exp ∫g.
field-part-elasticity = Here: the elasticity β: path(t) = shape(t0)·(shape(t)/shape(t0))^β, t0 the base year.
field-part-structural_error = Here: σ of the process noise: path(t) = path without noise·exp(σ·W(t)), W a random walk from the base year.

or-later = { $year } or later
run-variants =
    The outcomes of { $number ->
        [one] 1 policy variant
       *[other] { $number } policy variants
    } stand in the tables; `compare` puts them side by side
