# Terminal: explain

explain-distribution = verdeling
explain-band = P5/P50/P95
explain-evidence = bewijskracht
explain-source = bron
explain-note = opmerking
explain-group = samenhang
explain-layer = staat in

# Terminal: explain, words

explain-meaning = betekenis
explain-formula = formule
explain-mean = gemiddeld { $mean }
explain-fixed = vast
explain-filled = gevuld door
explain-filled-note = { $row }, één waarde voor alle plekken zonder eigen waarde
explain-filled-apart = { $row }, per plek apart getrokken
explain-serves = dient
explain-serves-apart = elke plek een eigen trekking
explain-only-here = alleen deze plek
explain-moved-by = beweegt door
explain-moved-in = { $lever } ({ $kind }; variant { $variants }): { $how }; besluit { $year }; λ uit medianen { $strength }
explain-moved-at = bij
explain-moves-complement = 1 − (1−x)(1−λ)
explain-moves-shrink = x·(1−λ)
explain-moves-multiply = x·(1 + λ·(factor − 1)), factor = { $amount }
explain-moves-add = x + λ·toename, toename = { $amount }
explain-moves = beweegt
explain-moves-none = geen invoer; voegt een plan toe: { $region }, { $segment }
explain-replaced = vervangen
explain-kind = soort
explain-sector = sector
explain-region = regio
explain-location = ligging
explain-location-text = { $lon }° oost, { $lat }° noord ({ $grade }: { $note })
explain-segment = werkmilieu
explain-transition = omslag
explain-status = status
explain-belongs-to = hoort bij
explain-events = gebeurtenissen
explain-technologies = technologie
explain-inputs = Invoer (achter ←: het begin waaronder een gedeelde waarde staat)
explain-column-name = naam
explain-column-band = P5 – P95
explain-column-unit = eenheid
explain-column-support = bewijskracht
explain-shape = vorm
explain-shape-constant = constant
explain-shape-growth = groei per jaar, tot en met { $years }
explain-shape-anchors = waarden in { $years }, { $join } verbonden; daarna constant
explain-shape-fading = groei die afneemt van nu naar later
explain-shape-elasticity = verandering sinds het basisjaar tot de macht β (elasticiteit)
explain-shape-error = met procesruis: maal exp(σ·W(t))
explain-join-linear = met een rechte lijn
explain-join-geometric = met een vaste groeivoet
explain-join-logistic = met een S-kromme
explain-median-path = mediane invoer
explain-median-path-note = elke invoer op zijn mediaan, zonder procesruis; niet de mediaan van het pad
explain-pathway = pad in de tijd
explain-unit = eenheid
explain-contributors = draagt bij
explain-benchmarks = Gepubliceerde cijfers ter toetsing; er is niets op afgesteld
explain-no-benchmarks = geen gepubliceerde cijfers voor deze uitkomst
explain-prefix-too =
    ook het begin van { $count ->
        [one] 1 waarde
       *[other] { $count } waarden
    }: vraag { $name }. (met punt) voor de lijst
explain-decision = besluit
explain-variant = beleidsvariant
explain-price-year = prijspeil
explain-levers = Maatregelen
explain-strength = sterkte λ
explain-strength-note = elke invoer op zijn mediaan; niet de mediaan van λ
explain-no-cost = geen kosten opgegeven
explain-cost = kosten
explain-cost-list = met { $names }
explain-cited-by =
    Aangehaald door { $count ->
        [one] 1 waarde of gepubliceerd cijfer
       *[other] { $count } waarden en gepubliceerde cijfers
    }
explain-graded =
    { $grade }: { $count ->
        [one] 1 waarde
       *[other] { $count } waarden
    }
explain-listed =
    { $name }: { $count ->
        [one] 1 waarde
       *[other] { $count } waarden
    }
explain-more = en nog { $count }
explain-realised = gerealiseerd

# Kinds of objects, and their formulas

kind-cluster = industriecluster
kind-technology = transitietechnologie
kind-stream = materiaalstroom
kind-activity = circulaire activiteit
kind-hub = circulaire hub
kind-circular-jobs = reparatie en tweedehands
kind-linear-land = land van de lineaire economie
kind-campus = campus
kind-branch = bedrijfstak
kind-housing-work-space = werkruimte in woningbouwlocaties
kind-replacement = vervanging van getransformeerd terrein
kind-event = gebeurtenis
kind-plan = plan voor een terrein
kind-vacant-land = leegstaand land
kind-levers = maatregelen van een beleidsvariant

kind-formula-fossil-release = vrijkomend fossiel land = ρ·G0·v̄·[τ(t−δ) − τ(t−1−δ)] ha netto per jaar, met G0 = f·A
kind-formula-green = groene vraag = G0·v̄·r·M·[τ(t) − τ(t−1)] ha netto per jaar, met G0 = f·A
kind-formula-double-use = dubbel ruimtegebruik = G0·v̄·[τ(t) − τ(t−δ)] ha netto
kind-formula-production = gewenst land van bestaande productie = A·(1−f)·(Q(t)/Q(t0))^β ha netto
kind-formula-technology = vraag van technologie k = (1−ω)·a·aandeel·[M(t) − M(t0)]⁺ ha netto
kind-formula-capped-share = aandeel van cluster i = wᵢ / max(1, Σw); wat onder 1 blijft, landt elders
kind-formula-process = verwerkingsland = V·φ·k·(1−e)^(t−t0) ha netto
kind-formula-storage = opslagland = V·ψ·d·κ ha netto
kind-formula-hub = land van hubs = aantal(t) × ha per hub
kind-formula-circular-jobs = land van banen = J(t)·m/(FSI·10⁴) ha netto
kind-formula-linear = vrijkomend = ρ·L0·[τ(t−δ) − τ(t−1−δ)]; dubbel ruimtegebruik = ρ·L0·[τ(t) − τ(t−δ)]
kind-formula-held = vraag = groei van aangehouden(t); vrijkomend = ρ × krimp ervan, met aangehouden(t) = max gewenst(u) over t−H ≤ u ≤ t
kind-formula-floor = ΔF(t) = [J(t)·m·(1−h(t)) − J(t0)·m·(1−h(t0))]/(1−v) m² vloer
kind-formula-campus-land = land sinds het basisjaar = max(0, ΔF(t)·(1−d) − R)/(FSI·10⁴) ha bruto, maal het netto deel
kind-formula-scale-up = vraag van doorgroeiers = γ·[J(t) − J(t0)]⁺·q/10⁴ ha netto
kind-formula-branch = gewenst land = J(t)·λ(t)·q(t)/10⁴ ha netto
kind-formula-housing = vraag sinds het basisjaar = [F(t) − F(t0)]/(FSI·10⁴) ha netto
kind-formula-replacement = vraag = S·ζ(t)·(deel dat verhuist) ha netto per jaar; vrijkomend = S·ζ(t)·(deel gecompenseerd)
kind-formula-event = vraag in het jaar = gebeurt (1 of 0) × oppervlakte ha netto
kind-formula-transition = τ(t) = (s(t) − s(t0))/(s(t*) − s(t0)), met s(t) = 1/(1 + exp(−κ(t − t50)))
kind-formula-plan = aanbod = bruto oppervlakte × netto deel, in jaar + vertraging, als het plan er komt
kind-formula-vacant = leegstaand land = max(0, leegstand − frictie) × voorraad ha netto
kind-formula-gross = bruto = netto / netto-brutoverhouding
kind-formula-share = aandeel = gewicht / som van de gewichten, per trekking
kind-formula-intensified = gevuld zonder land = ι × nieuwe vraag
kind-formula-spill = naar regio j gaat een deel evenredig met exp(−ν·kmᵢⱼ)·vrij landⱼ
kind-formula-lever = λ(t) = clamp((t − besluit − aanlooptijd)/ingroei, 0, 1)·deelname·effect
kind-formula-cost = kosten(t) = eenmalig (vanaf besluit) + per ha × hectares + per jaar × jaren vanaf eerste effect; een nieuw terrein × komt

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

kind-lever-intensify = intensiveren: meer nieuwe vraag op bestaande terreinen
kind-lever-protect = beschermen: minder terrein wordt woningbouw
kind-lever-compensate = compenseren: verloren terrein elders opnieuw aanleggen
kind-lever-new-site = nieuw terrein
kind-lever-lock-segment = kwaliteitsslot: geen ander werkmilieu in de plaats
kind-lever-close-sooner = eerder sluiten: kortere sluiting en sanering
kind-lever-reuse = hergebruik: groter deel van beëindigd land herbruikbaar
kind-lever-densify-campus = campus verdichten
kind-lever-spill-agreement = regionale samenwerking: meer vraag mag naar andere regio's
kind-lever-import-instead = importeren: minder capaciteit na het basisjaar
kind-lever-prioritise-grid = netcapaciteit eerst: minder vertraging van plannen
kind-lever-adjust = bijstelling van een genoemde invoer

# Fields: the meaning of every input, and the formula in which it stands

field-industry-area =
    A: het land van het cluster in het basisjaar, ha netto.
    { kind-formula-green }
    { kind-formula-production }
field-industry-fossil_share =
    f: het deel van het clusterland waarop fossiele productie staat.
    { kind-formula-green }
    { kind-formula-production }
field-industry-ended_share =
    v̄: het deel van het fossiele volume dat is beëindigd als de omslag compleet is.
    { kind-formula-fossil-release }
    { kind-formula-green }
field-industry-green_return =
    r: het deel van de beëindigde fossiele productie dat in groene vorm in het cluster terugkeert.
    { kind-formula-green }
field-industry-green_land_factor =
    M: land per product van groene productie, als veelvoud van fossiele productie.
    { kind-formula-green }
field-industry-reusable_share =
    ρ: het deel van beëindigd land dat opnieuw te gebruiken is.
    { kind-formula-fossil-release }
    { kind-formula-held }
field-industry-closure_delay =
    δ: jaren van de omslag tot het land gesloten en schoon is; voor bestaande productie ook H.
    { kind-formula-fossil-release }
    { kind-formula-double-use }
field-industry-production =
    Q(t)/Q(t0): productie op het niet-fossiele deel, index met 1 in het basisjaar.
    { kind-formula-production }
field-technology-cluster =
    w: gewicht van een cluster in de nationale capaciteit.
    { kind-formula-capped-share }
    { kind-formula-technology }
field-technology-capacity =
    M(t): nationale capaciteit in de eigen eenheid van de technologie.
    { kind-formula-technology }
field-technology-footprint =
    a: ruimtebeslag, ha netto per eenheid capaciteit.
    { kind-formula-technology }
field-technology-inside_fence =
    ω: het deel dat binnen het hek van bestaande fabrieken past.
    { kind-formula-technology }
field-transition-midpoint =
    t50: het jaar waarin de omslag halverwege is.
    { kind-formula-transition }
field-transition-speed =
    κ: snelheid van de omslag, per jaar.
    { kind-formula-transition }
field-activity-footprint =
    k: landcoëfficiënt van de activiteit, ha netto per kt per jaar.
    { kind-formula-process }
field-activity-efficiency =
    e: jaarlijkse winst in ruimte per ton.
    { kind-formula-process }
field-circular-volume =
    V(t): de materiaalstroom, kt per jaar.
    { kind-formula-process }
    { kind-formula-storage }
field-circular-route =
    φ(t): het deel van de stroom dat de activiteit doorloopt; delen mogen samen boven 1 komen.
    { kind-formula-process }
field-circular-stored_share =
    ψ: het deel van de stroom dat wordt opgeslagen.
    { kind-formula-storage }
field-circular-dwell_time =
    d: jaren in opslag.
    { kind-formula-storage }
field-circular-storage_footprint =
    κ: ha netto per kt in opslag.
    { kind-formula-storage }
field-circular-storage_segment =
    Gewicht van een werkmilieu in het opslagland.
    { kind-formula-share }
field-circular-holding_period =
    H: jaren waarna niet gebruikt land wordt teruggegeven.
    { kind-formula-held }
field-circular-reusable_share =
    ρ: het deel van teruggegeven land dat opnieuw te gebruiken is.
    { kind-formula-held }
field-circular-count =
    Aantal hubs in de tijd.
    { kind-formula-hub }
field-circular-footprint =
    Ha netto per hub.
    { kind-formula-hub }
field-circular-jobs =
    J(t): circulaire banen op bedrijventerreinen.
    { kind-formula-circular-jobs }
field-circular-floor_per_job =
    m: vloer per baan, m².
    { kind-formula-circular-jobs }
field-circular-floor_space_index =
    FSI: m² vloer per m² kavel.
    { kind-formula-circular-jobs }
field-circular-area =
    L0: land van de lineaire economie in het basisjaar, ha netto.
    { kind-formula-linear }
field-circular-released_share =
    ρ: het deel van het lineaire land dat eindigt en vrijkomt.
    { kind-formula-linear }
field-circular-closure_delay =
    δ: jaren van de omslag tot het land opnieuw te gebruiken is.
    { kind-formula-linear }
field-campus-jobs =
    J(t0): banen op de campus in het basisjaar.
    { kind-formula-floor }
field-campus-jobs_index =
    J(t)/J(t0): banen als index met 1 in het basisjaar.
    { kind-formula-floor }
    { kind-formula-scale-up }
field-campus-floor_per_job =
    m: bruto vloer per baan, m².
    { kind-formula-floor }
field-campus-hybrid_saving =
    h(t): het deel van de vloer dat hybride werken bespaart.
    { kind-formula-floor }
field-campus-frictional_vacancy =
    v: het deel van de vloer dat in een werkende markt leegstaat.
    { kind-formula-floor }
field-campus-densification =
    d: het deel van de extra vloer dat bestaande kavels opvangen.
    { kind-formula-campus-land }
field-campus-room =
    R: ontwikkelruimte, m² vloer die nog op de campus gebouwd kan worden.
    { kind-formula-campus-land }
field-campus-floor_space_index =
    FSI: m² vloer per m² bruto campusland.
    { kind-formula-campus-land }
field-campus-net_to_gross =
    Het netto deel van bruto campusland.
    { kind-formula-campus-land }
field-campus-scale_up_share =
    γ: banen die vertrekken per baan die de campus erbij krijgt.
    { kind-formula-scale-up }
field-campus-scale_up_land_per_job =
    q: m² netto bedrijfsland per vertrokken baan.
    { kind-formula-scale-up }
field-campus-scale_up_segment =
    Gewicht van een werkmilieu in de vraag van doorgroeiers.
    { kind-formula-share }
field-background-jobs =
    J(t): banen in de bedrijfstak.
    { kind-formula-branch }
field-background-share_on_sites =
    λ(t): het deel van de banen dat op bedrijventerreinen zit.
    { kind-formula-branch }
field-background-land_per_job =
    q(t): m² netto land per baan.
    { kind-formula-branch }
field-background-holding_period =
    H: jaren waarna niet gebruikt land wordt teruggegeven.
    { kind-formula-held }
field-background-reusable_share =
    ρ: het deel van teruggegeven land dat opnieuw te gebruiken is.
    { kind-formula-held }
field-background-floor =
    F(t): werkvloer die tot en met het jaar in woningbouwlocaties is gebouwd, m².
    { kind-formula-housing }
field-background-floor_space_index =
    FSI: m² vloer per m² netto land.
    { kind-formula-housing }
field-background-stock =
    S: bedrijfsland in het basisjaar, ha netto.
    { kind-formula-replacement }
field-background-transformation_rate =
    ζ(t): het deel van de voorraad dat per jaar woningbouw wordt.
    { kind-formula-replacement }
field-background-relocating_share =
    Het deel van het verloren land waarvan de bedrijven ander land nodig hebben.
    { kind-formula-replacement }
field-background-compensated_share =
    Het deel van het verloren land dat elders in de regio opnieuw wordt aangelegd.
    { kind-formula-replacement }
field-event-occurs =
    1 in trekkingen waarin de ontwikkeling er komt, anders 0.
    { kind-formula-event }
field-event-year =
    Het jaar waarin de ontwikkeling om land vraagt.
    { kind-formula-event }
field-event-area =
    Het land waar de ontwikkeling om vraagt, ha netto.
    { kind-formula-event }
field-plan-gross_area =
    Oppervlakte van het plan, ha bruto.
    { kind-formula-plan }
field-plan-net_to_gross =
    Het netto deel van het plan.
    { kind-formula-plan }
field-plan-comes =
    1 in trekkingen waarin het plan er komt, anders 0.
    { kind-formula-plan }
field-plan-year =
    Het jaar waarvoor het terrein gepland is.
    { kind-formula-plan }
field-plan-delay =
    Jaren die het plan later komt dan gepland.
    { kind-formula-plan }
field-supply-stock =
    Alle bedrijfsland van regio en werkmilieu in het basisjaar, ha netto.
    { kind-formula-vacant }
field-supply-vacancy =
    Het deel van de voorraad dat leegstaat.
    { kind-formula-vacant }
field-supply-friction =
    Het deel van de voorraad dat in een werkende markt leegstaat.
    { kind-formula-vacant }
field-supply-release_lag =
    Jaren van teruggegeven land tot het weer wordt aangeboden.
    aanbod(t) = leegstaand + plannen + vrijgekomen land van (t − deze jaren)
field-supply-distance_decay =
    ν: hoe snel uitwijken met de afstand afneemt, per km.
    { kind-formula-spill }
field-supply-intensification =
    ι: het deel van nieuwe vraag dat bestaande terreinen door dichter bouwen opvangen.
    { kind-formula-intensified }
field-supply-mobile_share =
    Het deel van de vraag zonder land in de eigen regio dat naar een andere regio kan.
    { kind-formula-spill }
field-supply-lapse =
    Het deel van de onvervulde vraag dat per jaar vervalt of het land verlaat.
    vervallen(t) = deel × vraag die na uitwijken over is; de rest blijft wachten
field-supply-reserve_years =
    Jaren gemiddelde uitgifte die op voorraad horen te liggen.
    reserve(t) = jaren × gemiddelde uitgifte van de laatste vijf jaar
field-supply-substitution =
    Het deel van onvervulde vraag van het eerste werkmilieu dat land van het tweede aanvaardt.
    vervangen = min(deel × wat in eigen werkmilieu overblijft, vrij land van het andere)
field-net_to_gross =
    Het netto deel van bruto terrein, per werkmilieu of voor alle.
    { kind-formula-gross }
field-lever-decision_year =
    Het kalenderjaar van het besluit.
    { kind-formula-lever }
field-lever-lead_time =
    Aanlooptijd: jaren van besluit tot het eerste effect (bij een nieuw terrein: tot uitgifte).
    { kind-formula-lever }
field-lever-ramp =
    Ingroei: jaren van het eerste tot het volle effect; 0 is ineens.
    { kind-formula-lever }
field-lever-uptake =
    Deelname: het deel van de betrokkenen dat meedoet.
    { kind-formula-lever }
field-lever-effect =
    Het volle effect op wie meedoet; bij een bijstelling de factor of de toename.
    { kind-formula-lever }
field-lever-gross_area =
    Oppervlakte van het nieuwe terrein, ha bruto.
    { kind-formula-plan }
field-lever-net_to_gross =
    Het netto deel van het nieuwe terrein.
    { kind-formula-plan }
field-lever-comes =
    1 in trekkingen waarin het terrein er komt, anders 0.
    { kind-formula-plan }
field-lever-cost_fixed =
    Eenmalige kosten bij het besluit, mln euro.
    { kind-formula-cost }
field-lever-cost_per_ha =
    Kosten per hectare, mln euro.
    { kind-formula-cost }
field-lever-cost_per_year =
    Kosten per jaar vanaf het eerste effect, mln euro.
    { kind-formula-cost }
field-lever-hectares =
    Hectares waarop de maatregel werkt; alleen voor de kosten.
    { kind-formula-cost }
field-any-segment =
    Gewicht van een werkmilieu in het land van het object.
    { kind-formula-share }
field-any-region =
    Gewicht van een regio in de vraag van het object.
    { kind-formula-share }

field-part-year = Hier: de waarde in { $year }; tussen genoemde jaren volgt het pad de gekozen verbinding.
field-part-start = Hier: het niveau in het basisjaar.
field-part-growth = Hier: de groei tot en met { $year }: pad(t) = pad(t−1)·(1 + groei).
field-part-now = Hier: g0 in g(u) = g∞ + (g0 − g∞)·exp(−(u − t0)/θ), pad(t) = exp ∫g.
field-part-later = Hier: g∞ in g(u) = g∞ + (g0 − g∞)·exp(−(u − t0)/θ), pad(t) = exp ∫g.
field-part-decay = Hier: θ in g(u) = g∞ + (g0 − g∞)·exp(−(u − t0)/θ), pad(t) = exp ∫g.
field-part-elasticity = Hier: de elasticiteit β: pad(t) = vorm(t0)·(vorm(t)/vorm(t0))^β, t0 het basisjaar.
field-part-structural_error = Hier: σ van de procesruis: pad(t) = pad zonder ruis·exp(σ·W(t)), W een toevalswandeling vanaf het basisjaar.

or-later = { $year } of later
run-variants =
    De uitkomsten van { $number ->
        [one] 1 beleidsvariant
       *[other] { $number } beleidsvarianten
    } staan in de tabellen; `compare` zet ze naast elkaar
