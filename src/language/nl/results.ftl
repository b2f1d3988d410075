# Titles of tables

table-summary = Verdeling van elke uitkomst
table-difference = Wat beleidsvarianten per trekking veranderen
table-shortage = Waar ruimte tekortschiet
table-exchange = Wie wiens vraag opvangt
table-quality_lock = Schaars terrein bij gebruikers die het niet nodig hebben
table-benchmarks = Gepubliceerde cijfers naast de berekende bandbreedte
table-inputs = Invoeren met bron en bewijskracht
table-sources = Bronnen
table-comparison = Verandering van het tekort per variant, regio en werkmilieu
table-ranking = Kosten en effect per variant
table-regret = Spijt per keuze over de scenario's
table-robustness = Robuustheid van elke variant over de scenario's
table-robustness_by_scenario = Hoe elke variant het in elk scenario doet
table-delay = Wat uitstel van elke maatregel kost
table-scoreboard = Gepubliceerde ramingen naast de onze en naast wat gerealiseerd is
table-boxes = Regels en hoe goed ze passen
table-restrictions = Grenzen van elke regel
table-tradeoff = Afruil tussen dekking en dichtheid
table-stability = Grenzen die terugkeren als de trekkingen anders worden verdeeld
table-sensitivity = Wat vraag en tekort bepaalt
table-evidence = Waar de spreiding op rust
table-sobol = Indices van Sobol’ van onafhankelijke factoren
table-morris = Effecten van Morris van elke invoer

# The workbook

book-cover = toelichting
book-plots = grafieken
book-plots-title = Grafieken die het rekenblad zelf tekent, elk naast zijn cijfers
book-sheets = Bladen
book-scenario = Scenario
book-scenario-text =
    { $title }. Sinds { $base }, volledig gerapporteerd voor { $years }. Van { $all ->
        [one] 1 invoer
       *[other] de { $all } invoeren
    } { $assumption ->
        [one] is er 1 een aanname
       *[other] zijn er { $assumption } een aanname
    }.
book-made = Gemaakt met
book-made-text = ruimtevraag { $version }, { draws } (ontwerp { $design }, startwaarde { $seed })
book-repeat = Zo te herhalen
book-fingerprint = Vingerafdruk
book-reading = Leeswijzer
book-reading-text =
    P50 is de mediaan; in negen van de tien trekkingen ligt de uitkomst tussen P5 en P95.
    "all" in een kolom: over alles in die kolom opgeteld, per trekking. Kwantielen zijn niet optelbaar.
    Hectares zijn netto, tenzij de eenheid anders zegt. Een leeg jaartal in een kolom met jaren: later dan het laatste jaar.

# Charts of several runs

plot-side-by-side = De banden tonen onzekerheid binnen elk scenario. Alle scenario's staan op dezelfde schaal en worden nooit gemiddeld.

# Two finished runs

runs-which = { $run }: { $folder } ({ $owner }, { draws }, { $design }, startwaarde { $seed }, versie { $version })
column-run-a = A: P5 – P50 – P95
column-run-b = B: P5 – P50 – P95
column-run-difference = gemiddelde B − A
column-run-error = standaardfout
runs-same-draws =
    Ha netto. Zelfde startwaarde, ontwerp en aantal trekkingen: invoeren met dezelfde naam hadden in A en B dezelfde toevalsgetallen.
    Het verschil van de gemiddelden is daarmee het gemiddelde verschil per trekking; de standaardfout is een bovengrens.
    De bandbreedte van het verschil volgt niet uit twee samenvattingen: draai daarvoor beide als variant in één `compare`.
runs-other-draws =
    Ha netto. Niet gepaard: A en B verschillen in startwaarde, ontwerp of aantal trekkingen. Een verschil binnen twee standaardfouten kan toeval zijn.
table-decomposition = Wat elke drijvende kracht aan de verandering bijdraagt
table-relief = Pakketten van maatregelen en hoe vaak het dan nog gebeurt
