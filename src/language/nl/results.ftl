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
