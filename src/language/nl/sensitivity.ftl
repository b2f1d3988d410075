# What drives an outcome

audit-heading = Waar de spreiding op rust: deel van de variantie naar onderbouwing van de invoer
audit-rest = samenspel en toeval
audit-drivers = { $outcome } in { $year } hangt het meest af van { $drivers }
audit-driver = { $name } ({ $share })
audit-study = Het eerst beter te meten: { $name }. Wie die kent, maakt de band P5–P95 naar verwachting { $narrowing } smaller ({ $outcome }, { $year })
audit-over-years = alle jaren

column-driver = invoer
column-share = aandeel
column-first-order = index (95%)
column-rank-correlation = rangcorrelatie
column-low-tenth = laagste tiende
column-high-tenth = hoogste tiende
column-narrowing = smaller als bekend
column-evidence = onderbouwing
column-source = bron

sensitivity-heading = { $title }: wat de uitkomst bepaalt, uit { $draws } trekkingen
sensitivity-outcome = { $outcome }, { $year }: gemiddeld { $mean }, P5–P95 { $low } tot { $high }
sensitivity-reading =
    Aandeel: deel van de variantie, niets dubbel geteld; met het deel van de gezamenlijke factor van de groep.
    Index: deel van de variantie dat verdwijnt als de invoer bekend is, met alles wat die over samenhangende invoer zegt.
    Tiende: gemiddelde uitkomst in de trekkingen waarin de invoer het laagst of het hoogst is.
sensitivity-others = { $count } andere onzekere grootheden brengen samen { $share }

chart-tornado = Wat de spreiding bepaalt: { $outcome } in { $year }
chart-tornado-reading = Gemiddelde uitkomst in de tiende van de trekkingen waarin de invoer het laagst of het hoogst is; erachter het aandeel in de variantie.
chart-tornado-low = laagste tiende van de invoer
chart-tornado-high = hoogste tiende van de invoer
chart-tornado-mean = gemiddelde: { $mean }
chart-tornado-share = aandeel
chart-tornado-in-words = { $name }: van { $low } tot { $high } ha, aandeel { $share }.
chart-evidence = Waar de spreiding op rust, naar onderbouwing
chart-evidence-reading = Deel van de variantie dat elke groep invoer alleen brengt. De rest is samenspel van invoer en toeval van de steekproef.
chart-evidence-unit = % van de variantie
chart-evidence-in-words = { $name } in { $year }: { $parts }.
