# Fact sheets

sheet-written = Fact sheets: { $count } in { $folder }
sheet-kind-region = Fact sheet on need for land: region
sheet-kind-entity = Fact sheet on need for land: { $sector }
sheet-identity = Scenario { $scenario }. Hectares net since { $base }; horizons { $years }.
sheet-figures = How much, and of which quality
sheet-need-in = need { $year }
sheet-release-in = released { $year }
sheet-balance-in = balance { $year }
sheet-room-in = room { $year }
sheet-shortage-in = expected shortage { $year }
sheet-chance-in = chance of shortage { $year }
sheet-chance = chance of more than 1 ha: { $chance }
sheet-used-up = development room used up in { $year }
sheet-used-up-beside = chance that it is by then
sheet-by-segment = Need, room and shortage by segment, ha net: P50 (P5 – P95); shortage: mean
sheet-by-segment-entity = Need and released land by segment, ha net: P50 (P5 – P95)
sheet-destinations = Where the need up to and including { $year } ends up, ha net
sheet-by-sector = Where the need comes from, ha net: P50 (P5 – P95)
sheet-regions = Room and shortage in the region, of all who ask there, ha net
sheet-chart = Need for land since { $base } by segment: { $name }
sheet-mean = mean
sheet-share = share
sheet-ladder = The Ladder for sustainable urbanisation (article 5.129g Bkl)
sheet-question-need = Is there a need? (paragraph 2 (a))
sheet-question-within = Can it be met within urban area? (paragraph 2 (b))
sheet-question-cannot = What this computation does not answer
sheet-no-need = No need was computed for this object or region.
sheet-quantity = { $name } asks from { $base } up to and including { $year } for { $band }, net.
sheet-quality = By segment (median): { $segments }.
sheet-released = Against that is released: { $band }.
sheet-within = Up to and including { $year } an expected { $dense } is met by building more densely on existing sites, and { $here } on vacant, released or planned land in the region.
sheet-beyond = { $elsewhere } goes to other regions. For { $unmet } there is no fitting land: that need waits or has lapsed.
sheet-within-entity = Supply and shortage are computed by region and segment, for all who ask together, and not by object.
sheet-within-regions = Expected shortage in { $year }: { $regions }.
sheet-within-limit = Planned sites can lie within or outside urban area: that border is not in the computation.
sheet-cannot-urban = Whether a plan is an urban development that is sufficiently substantial (paragraph 1).
sheet-cannot-place = Whether there is a fitting place within urban area, or in the urban green at the edge of built-up area: the computation knows regions and segments, no plots.
sheet-cannot-service = The need for a single service or establishment (paragraph 4).
sheet-cannot-feasible = Whether a location is feasible as to environment, nitrogen, grid connection and land development.
sheet-foot =
    { draws }; 9 of 10 lie between P5 and P95. { $all ->
        [one] 1 input
       *[other] { $all } inputs
    }, of which { $assumption ->
        [one] 1 is an assumption
       *[other] { $assumption } are assumptions
    }. Made with ruimtevraag { $version }, fingerprint { $fingerprint }. No forecast of the government or a planning bureau.
sheet-law = Article 5.129g of the Besluit kwaliteit leefomgeving (Dutch decree on the quality of the living environment) asks that an urban development take account of the need for it and, outside urban area, of the possibilities to meet that need within. This fact sheet supports that weighing and does not replace it.
