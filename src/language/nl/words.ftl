# Sectors

sector-industry = Industrieclusters
sector-circular = Circulaire economie
sector-campus = Campussen
sector-background = Overige bedrijvigheid
sector-all = Totaal
sector-in-sentence-industry = industrieclusters
sector-in-sentence-circular = de circulaire economie
sector-in-sentence-campus = campussen
sector-in-sentence-background = overige bedrijvigheid

# Segments: the quality of land

segment-wet-hmc = Nat HMC-terrein
segment-dry-hmc = Droog HMC-terrein
segment-regular = Regulier bedrijventerrein
segment-campus = Campus
segment-urban = Stedelijk
segment-all = Alle werkmilieus
segment-note = HMC: hoge milieucategorie (4 en hoger). Nat: aan de kade.

# Outcomes

outcome-need = Ruimtevraag
outcome-release = Vrijkomende ruimte
outcome-balance = Saldo
outcome-need_gross = Ruimtevraag (bruto)
outcome-double_use = Dubbel ruimtegebruik
outcome-double_use_peak = Piek dubbel ruimtegebruik
outcome-double_use_peak_year = Jaar van de piek
outcome-room_used_up = Ontwikkelruimte is op
outcome-room_used_up_year = Jaar waarin ontwikkelruimte op is

# Formulas in words

formula-need =
    Som over de jaren sinds het basisjaar van het land waar nieuw om gevraagd wordt.
    Krimp telt niet als negatieve vraag maar als vrijkomende ruimte.
formula-release =
    Som over de jaren sinds het basisjaar van het land dat krimpende of stoppende activiteit teruggeeft:
    het herbruikbare deel van het vrijkomende land, na sluiting en sanering.
formula-balance =
    Ruimtevraag min vrijkomende ruimte sinds het basisjaar, per trekking.
    Negatief: er komt meer vrij dan er gevraagd wordt.
formula-need_gross =
    Ruimtevraag per werkmilieu gedeeld door de verhouding netto/bruto van dat werkmilieu:
    de kavels met wegen, water en groen van het hele terrein.
formula-double_use =
    Fossiel land × deel dat eindigt × (omslag nu − omslag δ jaar eerder), met δ de jaren van sluiting en sanering:
    het land waarop in dat jaar oud en nieuw naast elkaar staan.
formula-double_use_peak =
    Het grootste dubbele ruimtegebruik van alle jaren, per trekking.
    De mediaan hiervan ligt boven de piek van de mediane lijn, want niet elke trekking piekt in hetzelfde jaar.
formula-double_use_peak_year =
    Het eerste jaar waarin het dubbele ruimtegebruik het grootst is, per trekking.
formula-room_used_up =
    1 als de ontwikkelruimte van de campus in of voor dat jaar op is, anders 0;
    het gemiddelde is dus de kans daarop.
formula-room_used_up_year =
    Het eerste jaar waarin de groei van het vloeroppervlak, na verdichten, de ontwikkelruimte van de campus overschrijdt;
    oneindig als dat niet voor het laatste jaar gebeurt.

# Evidence grades

evidence-measured = gemeten
evidence-published = gepubliceerd
evidence-derived = afgeleid
evidence-assumption = aanname

# Scope of a published figure beside the computed outcome

scope-same = zelfde afbakening
scope-wider = ruimere afbakening
scope-narrower = engere afbakening
scope-other = andere afbakening

# Distributions of inputs, and their parameters

distribution-fixed = vast
distribution-uniform = uniform
distribution-triangular = driehoek
distribution-pert = PERT
distribution-normal = normaal
distribution-lognormal = lognormaal
distribution-beta = bèta
distribution-gamma = gamma
distribution-discrete = discreet
distribution-bernoulli = ja of nee
distribution-empirical = empirisch
distribution-elicited = geschat door deskundigen
parameter-low = laag
parameter-central = midden
parameter-high = hoog
parameter-min = ten minste
parameter-max = ten hoogste
parameter-sd = standaardafwijking
parameter-shape = vorm
parameter-alpha = alfa
parameter-beta = bèta
parameter-scale = schaal
parameter-values = waarden
parameter-weights = gewichten

# Numbers of things

draws =
    { $draws ->
        [one] 1 trekking
       *[other] { $draws } trekkingen
    }
count-run =
    { $count ->
        [one] 1 berekening
       *[other] { $number } berekeningen
    }
count-scenario =
    { $count ->
        [one] 1 scenario
       *[other] { $number } scenario's
    }
count-point =
    { $count ->
        [one] 1 punt
       *[other] { $number } punten
    }
count-variant =
    { $count ->
        [one] 1 variant
       *[other] { $number } varianten
    }
count-draw =
    { $count ->
        [one] 1 trekking
       *[other] { $number } trekkingen
    }
count-outcome =
    { $count ->
        [one] 1 uitkomst
       *[other] { $number } uitkomsten
    }
count-line =
    { $count ->
        [one] 1 regel
       *[other] { $number } regels
    }
count-part =
    { $count ->
        [one] 1 deel
       *[other] { $number } delen
    }
count-row =
    { $count ->
        [one] 1 rij
       *[other] { $number } rijen
    }
count-region =
    { $count ->
        [one] 1 regio
       *[other] { $number } regio's
    }
count-industry =
    { $count ->
        [one] 1 industriecluster
       *[other] { $number } industrieclusters
    }
count-circular =
    { $count ->
        [one] 1 object in de circulaire economie
       *[other] { $number } objecten in de circulaire economie
    }
count-campus =
    { $count ->
        [one] 1 campus
       *[other] { $number } campussen
    }
count-background =
    { $count ->
        [one] 1 groep overige bedrijvigheid
       *[other] { $number } groepen overige bedrijvigheid, die om dezelfde terreinen vragen
    }
