# Changes taken apart

driver-production = bestaande productie
driver-green-return = fossiel land en groene terugkeer
driver-technologies = transitietechnologie
driver-circular = circulaire economie
driver-campuses = campussen en ontwikkelingen
driver-background = overige bedrijvigheid
driver-supply = aanbod van land
driver-other = overige invoer
driver-set-up = opzet (wat geen waarde van een invoer is)

decompose-over-time = sinds { $base }
decompose-still = als alles stilstond
decompose-all = alles beweegt
decompose-between = van { $from } naar { $to }
decompose-no-variant = geen beleid
decompose-heading = { $outcome }: { $change }, { draws }
decompose-column-driver = drijvende kracht
decompose-column-mean = gemiddeld
decompose-median = Mediaan: van { $from } naar { $to }, een verandering van { $median }. Het verschil met de verandering van het gemiddelde is { $rest }: medianen tellen niet op.
decompose-message = Gemiddeld van { $from } ({ $from_name }) naar { $to } ({ $to_name }). Het meest dragen bij: { $largest }.
decompose-method = De delen zijn exacte Shapleywaarden: het gemiddelde over alle volgordes waarin de krachten kunnen meetellen, op dezelfde trekkingen.
chart-waterfall-title = Wat de verandering maakt: { $outcome }, { $change }
chart-waterfall-reading = Gemiddelden over dezelfde trekkingen. Elk deel is het gemiddelde over alle volgordes waarin de drijvende krachten kunnen meetellen (Shapley); de delen tellen op tot de hele verandering.
chart-adds = komt erbij
chart-takes-off = gaat eraf
