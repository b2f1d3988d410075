# Conditions, and the rules under which they are met

condition-above = boven { $threshold }
condition-at-least = ten minste { $threshold }
condition-below = onder { $threshold }
condition-at-most = ten hoogste { $threshold }
unit-ha-net = ha netto
unit-year = jaar
unit-ha-gross = ha bruto

discover-walk = de toevalswandeling van { $name }
discover-equals = gelijk aan { $threshold }
discover-and = en
discover-rule = Als { $restrictions }, dan { $often }. Zo is het in { $mass } van de trekkingen; dat verklaart { $coverage } van de trekkingen die aan de voorwaarde voldoen.
discover-tenths = in { $tenths } van de 10 trekkingen ({ $percent })
discover-nearly-always = in vrijwel alle trekkingen ({ $percent })
discover-part = in { $percent } van de trekkingen

discover-topic-often = Hoe vaak
discover-topic-rule = Regel { $number }
discover-topic-none = Geen regel
discover-heading = { $title }: { $condition }
discover-share = Dat geldt in { $share } van { draws }. { $outcomes }: { $spread }.
discover-tested = Grenzen gezocht in de ene helft van de trekkingen; de cijfers hieronder gelden voor de andere helft.
discover-first = Regel { $number }.
discover-next = Regel { $number }, voor de overige trekkingen.
discover-none = Geen invoer scheidt deze trekkingen aantoonbaar van de andere.
discover-no-more = Voor de rest van de trekkingen is er geen regel die standhoudt.
discover-extreme = Te weinig trekkingen vallen aan één kant van deze grens om voorwaarden te kunnen vinden.
discover-try = Deze grens scheidt wel: --when "{ $condition }"
discover-try-yes-or-no = Kies een uitkomst in hectares, zoals backlog, met een grens die de trekkingen verdeelt.
discover-column-restriction = grens
discover-column-within = geldt in
discover-column-kept = keert terug
discover-column-range = grens P5 – P95
discover-column-p = p-waarde
discover-kept-note = Keert terug: deel van { $times } willekeurige verdelingen van de trekkingen waarin de eerste regel deze invoer aan deze kant begrenst.
discover-group-note = Invoeren uit één correlatiegroep bewegen samen; een regel kan de ene noemen waar de andere het werk doet.

chart-tradeoff-title = Afruil tussen dekking en dichtheid: { $condition }
chart-tradeoff-reading = Elke stap naar links perkt de invoer verder in: minder van de trekkingen die voldoen vallen erbinnen, maar van wat erbinnen valt voldoet een groter deel. Gemeten in trekkingen waarin niet is gezocht. { $chosen }
chart-tradeoff-chosen = De regel, na het weglaten van wat niets toevoegt: dichtheid { $density } bij dekking { $coverage }.
chart-coverage = dekking: deel van de trekkingen die voldoen, %
chart-density = dichtheid: deel dat voldoet, %
chart-tradeoff-searched = waar gezocht is
chart-tradeoff-tested = waar niet gezocht is
chart-box-title = Waar het gebeurt: { $condition }
chart-box-reading = Elke stip is een trekking ({ $shown } van { $draws }); de rechthoek is wat de regel van deze twee invoeren vraagt; stippen van een invoer met twee waarden liggen gespreid. { $rule }
chart-box-met = voldoet
chart-box-not-met = voldoet niet
chart-box-box = binnen de regel
chart-chosen = de regel

# The smallest package of levers

packages =
    { $tried ->
        [one] 1 pakket
       *[other] { $tried } pakketten
    }
relief-heading = Welke maatregelen brengen { $condition } onder { $below } van { draws }?
relief-ends =
    Zonder maatregelen is het zo in { $without } van de trekkingen, { $levers ->
        [one] met die ene maatregel
       *[other] met alle { $levers } samen
    } in { $all }.
relief-proven =
    Het kleinste pakket telt { $size ->
        [one] 1 maatregel
       *[other] { $size } maatregelen
    }; pakketten van die omvang die volstaan: { $packages }. Bewezen het kleinst: elk kleiner pakket is op dezelfde trekkingen geprobeerd ({ packages } in totaal).
relief-found =
    Een pakket van { $size ->
        [one] 1 maatregel
       *[other] { $size } maatregelen
    } volstaat. Niet bewezen het kleinst: niet elk kleiner pakket is geprobeerd ({ packages } in totaal).
relief-none = Geen enkel geprobeerd pakket volstaat ({ packages }: één maatregel tegelijk erbij, en alles samen).
relief-column-levers = maatregelen
relief-column-share = deel van de trekkingen
relief-column-cost = kosten, mln euro
chart-relief-title = Met steeds meer maatregelen: { $condition }
chart-relief-reading = Hoe vaak het nog zo is op dezelfde { draws }, met telkens de maatregel erbij die dan het meest helpt; ernaast elke maatregel apart, en de kleinste pakketten die volstaan.
chart-relief-unit = % van de trekkingen
chart-relief-path = één maatregel tegelijk erbij
chart-relief-others = elke maatregel apart
chart-relief-enough = kleinste pakketten die volstaan
chart-relief-limit = grens: onder { $below }
chart-relief-none = geen maatregel
chart-relief-all =
    { $levers ->
        [one] de ene maatregel
       *[other] alle { $levers } samen
    }
