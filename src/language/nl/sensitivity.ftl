# What drives an outcome

audit-heading = Waar de spreiding op rust: deel van de variantie naar bewijskracht van de invoer
audit-rest = samenspel en toeval
audit-drivers = { $outcome } in { $year } hangt het meest af van { $drivers }
audit-driver = { $name } ({ $share })
audit-study = Het eerst beter te meten: { $name }. Wie die kent, maakt de band P5–P95 naar verwachting { $narrowing } smaller ({ $outcome }, { $year })
audit-too-few =
    Let op: { $draws ->
        [one] 1 trekking is
       *[other] { $draws } trekkingen zijn
    } weinig voor { $drivers ->
        [one] 1 onzekere grootheid
       *[other] { $drivers } onzekere grootheden
    }. Alle aandelen samen kunnen door toeval { $chance } van de variantie afwijken (twee standaardfouten); met --draws { $needed } is dat hooguit 10%
audit-over-years = alle jaren

column-driver = invoer
column-share = aandeel
column-first-order = index (95%)
column-tenths = laagste – hoogste tiende
column-narrowing = smaller
column-evidence = bewijskracht

sensitivity-heading = { $title }: wat de uitkomst bepaalt, uit { draws }
sensitivity-outcome = { $outcome }, { $year }: gemiddeld { $mean }, P5–P95 { $low } tot { $high }
sensitivity-reading =
    Aandeel: deel van de variantie, niets dubbel geteld; met het deel van de gezamenlijke factor van de groep.
    Index: deel van de variantie dat verdwijnt als de invoer bekend is, met alles wat die over samenhangende invoer zegt.
    Tiende: gemiddelde uitkomst in de trekkingen waarin de invoer het laagst of het hoogst is.
    Smaller: deel waarmee P5–P95 naar verwachting krimpt als de invoer precies bekend is.
sensitivity-others =
    { $count ->
        [one] 1 andere onzekere grootheid brengt { $share }
       *[other] { $count } andere onzekere grootheden brengen samen { $share }
    }

chart-tornado = Wat de spreiding bepaalt: { $outcome } in { $year }
chart-tornado-reading = Gemiddelde uitkomst in het tiende deel van de trekkingen waarin de invoer het laagst of het hoogst is; erachter het aandeel in de variantie.
chart-tornado-low = laagste tiende van de invoer
chart-tornado-high = hoogste tiende van de invoer
chart-tornado-mean = gemiddelde: { $mean }
chart-tornado-share = aandeel
chart-tornado-in-words = { $name }: van { $low } tot { $high }, aandeel { $share }.
chart-evidence = Waar de spreiding op rust, naar bewijskracht
chart-evidence-reading = Deel van de variantie dat elke groep invoer alleen brengt. De rest is samenspel van invoer en toeval van de steekproef.
chart-evidence-unit = % van de variantie
chart-evidence-in-words = { $name } in { $year }: { $parts }.

chart-sobol = Wat de spreiding bepaalt, met alle samenspel: { $outcome } in { $year }
chart-sobol-reading = Index van Sobol’ per onafhankelijke factor: het deel van de variantie dat verdwijnt als de factor bekend is, en het totaal met alle samenspel met andere factoren.
chart-sobol-first = alleen
chart-sobol-total = met samenspel
chart-sobol-mark = schatting met 95%-interval
chart-sobol-column = schatting (95%)
chart-sobol-in-words = { $name }: alleen { $first }%, met samenspel { $total }%.
chart-morris = Welke invoer ertoe doet: { $outcome } in { $year }
chart-morris-reading = Effecten van Morris over het hele bereik van elke invoer. Rechts: een groot effect. Boven de lijn hangt het effect sterk af van het niveau of van andere invoer.
chart-morris-size = grootte van het effect, gemiddeld, { $unit }
chart-morris-spread = spreiding van het effect, { $unit }
chart-morris-drivers = Invoer
chart-morris-diagonal = spreiding even groot als het effect
chart-morris-in-words = { $name }: effect { $size }, spreiding { $spread }.

column-factor = factor
column-total = totaal (95%)
column-within = vooral door
column-mean-size = effect
column-mean = met teken
column-sigma = spreiding

factor-group = groep { $name }
factor-ungrouped = { $name }, zonder groep
factor-input = { $name }
factor-walk = { $name } (toevalswandeling)
sobol-heading = { $title }: indices van Sobol’ van onafhankelijke factoren, uit steekproeven van { draws }
sobol-reading =
    Index: deel van de variantie dat verdwijnt als de hele factor bekend is. Totaal: met alle samenspel met andere factoren.
    Vooral door: hoe de index van een groep zich over zijn invoer verdeelt, naar het aandeel dat uit dezelfde trekkingen blijkt.
    Wat groepen delen doordat zij samenhangen, telt bij de groep die het scenario het eerst noemt.
sobol-interactions = Alle factoren elk apart: de rest, { $share }, is samenspel en toeval
sobol-too-small = Let op: met { draws } per steekproef reiken intervallen verder dan 0,1 naar weerszijden; geef --draws een groter getal
morris-heading =
    { $title }: effecten van Morris, vanuit { $draws ->
        [one] 1 startpunt
       *[other] { $draws } startpunten
    }
morris-reading =
    Effect: verandering van de uitkomst over het hele bereik van de invoer (ha), gemeten met stappen van het halve bereik.
    Van invoer in een groep telt alleen het eigen deel; wat de groep gemeen heeft, staat apart.

explain-drivers = { $name }: wat deze uitkomst bepaalt, uit een korte run van { draws }
explain-drivers-band = gemiddeld { $mean }, P5–P95 { $low } tot { $high }
explain-drivers-support = Spreiding rust op
explain-drivers-walk = de omvang van de toevalswandeling is
explain-drivers-too = Met een jaar erbij, zoals { $name },2050, staat er ook wat de uitkomst bepaalt.
