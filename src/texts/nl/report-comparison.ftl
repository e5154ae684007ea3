# Vergelijking van de scenario's van een batch.

comparison-opening = Scenario's: { $scenarios }, vergeleken met { $reference }.
comparison-opening-draws = Scenario's: { $scenarios }, vergeleken met { $reference }; trekkingen per scenario: { $draws }.
comparison-opening-paths = Elk scenario is een groeipad. Cijfers waar geen jaren bij staan, gaan over het laatste jaar.
comparison-last-year = In het laatste jaar van elk groeipad:
comparison-brackets-all = Verschillen zijn per trekking genomen; tussen haken staat waar alle trekkingen liggen.
comparison-brackets-90 = Verschillen zijn per trekking genomen; tussen haken staat waar 90% van de trekkingen ligt.

# Tabellen

comparison-table-students = Aandeel Samen Opleiden (geplaatst in een cluster), en aantallen
comparison-table-quality = Enkele reis, wensen voor openbaar (van wie geplaatst is), vrij op de bijeenkomstdag, en geld
comparison-table-path = Alle jaren van het groeipad samen
comparison-table-path-proof = Wat het groeipad kost, en wat bewezen is
comparison-path-proven = “{ $title }”: het groeipad kost { $points } punten. Bewezen is dat geen groeipad van dit scenario minder kost.
comparison-path-proven-draws = “{ $title }”: het groeipad kost gemiddeld over de trekkingen { $points } punten. In elke trekking is bewezen dat geen groeipad minder kost.
comparison-path-gap = “{ $title }”: het groeipad kost { $points } punten. Of het het beste is, is niet bewezen: geen groeipad van dit scenario kost minder dan { $bound } punten, dus er is hoogstens { $gap } te besparen.
comparison-path-gap-draws = “{ $title }”: het groeipad kost gemiddeld over de trekkingen { $points } punten. Of de groeipaden de beste zijn, is niet bewezen: in elke trekking is er hoogstens { $gap } te besparen.
comparison-path-unproven = “{ $title }”: het groeipad kost { $points } punten. Hoe goed dat is, is niet bewezen.
comparison-stopped = { $scenario }: de zoektocht is { $often } afgebroken; het plan kan nog tot { $gap } beter.
comparison-stopped-unproven = { $scenario }: de zoektocht is { $often } afgebroken; hoe goed het plan is, is niet bekend.
comparison-stopped-once = voortijdig
comparison-stopped-reference = Verschillen van de andere scenario's daarmee zijn dus niet zeker.
comparison-stopped-uncertain = Een verschil met { $reference } is dus niet zeker.
comparison-stopped-holds = Wat hier staat over nieuwe clusters, knelpunten en overtroffen worden, geldt voor de plannen die gevonden zijn; met meer tijd kan het anders uitkomen.
comparison-table-years = Aandeel Samen Opleiden per jaar

comparison-column-total = totaal %
comparison-column-voltijd = voltijd %
comparison-column-deeltijd = deeltijd %
comparison-column-left-out = niet geplaatst
comparison-column-shell = schil
comparison-column-clusters = clusters
comparison-column-mean-journey = gemiddeld km
comparison-column-90-journey = 90% binnen km
comparison-column-openbaar = openbaar %
comparison-column-meeting-day = vrij op dag %
comparison-column-net = netto euro
comparison-column-path-entered = besturen erbij
comparison-column-path-opened = clusters geopend
comparison-column-path-short = tekort op doel
comparison-column-path-advance = meest voor te schieten, euro
comparison-column-path-points = punten
comparison-column-path-bound = geen groeipad kost minder dan
comparison-column-path-year-by-year = jaar voor jaar gevonden
comparison-column-year = { $year } %

comparison-row-no-plan = { $title }: geen plan
comparison-row-mean = gemiddeld
comparison-row-plan = plan
comparison-row-difference = verschil
comparison-row-range = bereik
comparison-row-90 = 90%

# Kernzinnen

comparison-headline = { $title }: { $share }% van de studenten wordt opgeleid in een cluster. { $left_out }
comparison-headline-hidden = { $title }: het aandeel in een cluster zou een kleine groep verraden en wordt niet genoemd.
comparison-headline-compared = { $title }: { $share }% van de studenten wordt opgeleid in een cluster, { $difference }. { $left_out }
comparison-difference-none = evenveel als in { $reference }
comparison-difference-small = gemiddeld vrijwel evenveel als in { $reference }
comparison-difference-more = { $points } procentpunt meer dan in { $reference }
comparison-difference-less = { $points } procentpunt minder dan in { $reference }
comparison-interval-point = (in elke trekking)
comparison-interval = ({ $draws }: { $near } tot { $far })
comparison-interval-around-zero = ({ $draws }: van { $from } tot { $to })
comparison-draws-all = alle trekkingen
comparison-draws-90 = 90% van de trekkingen
comparison-more = { $points } meer
comparison-less = { $points } minder
comparison-nobody-left-out = Iedereen krijgt een plek.
comparison-over-all-years = Over alle jaren samen: { $sentence }
comparison-left-out =
    { $count ->
        [one] { $count } student wordt niet geplaatst.
       *[other] { $count } studenten worden niet geplaatst.
    }
comparison-left-out-on-average = Gemiddeld worden { $count } studenten niet geplaatst.

# Plekken voor nieuwe clusters

comparison-no-new-cluster = In geen enkele doorrekening wordt een nieuw cluster geopend.
comparison-nearest-site = Geen nieuw cluster wordt in { $percent }% van de doorrekeningen geopend; het dichtst daarbij komt dat van { $schools }, in { $runs } van de { $of }.
comparison-robust-site = Robuuste plek: een nieuw cluster van { $schools } wordt geopend in { $runs } van de { $of } doorrekeningen.
comparison-robust-site-planned = Robuuste plek: een nieuw cluster van { $schools } wordt geopend in { $runs } van de { $of } doorrekeningen met een plan.

# Knelpunten

comparison-bottleneck =
    { $title }: het eerste knelpunt is { $what } (`{ $rule }`); dat staat { $count ->
        [one] { $count } student in de weg die niet geplaatst wordt
       *[other] { $count } studenten in de weg die niet geplaatst worden
    }.
comparison-bottleneck-in-draws =
    { $title }: het eerste knelpunt is { $what } (`{ $rule }`); dat staat { $count ->
        [one] { $count } student in de weg die niet geplaatst wordt
       *[other] { $count } studenten in de weg die niet geplaatst worden
    }, { $often }.
comparison-bottleneck-shared =
    { $scenarios } is het eerste knelpunt { $what } (`{ $rule }`); dat staat { $count ->
        [one] { $count } student in de weg die niet geplaatst wordt
       *[other] { $count } studenten in de weg die niet geplaatst worden
    }.
comparison-bottleneck-shared-in-draws =
    { $scenarios } is het eerste knelpunt { $what } (`{ $rule }`); dat staat { $count ->
        [one] { $count } student in de weg die niet geplaatst wordt
       *[other] { $count } studenten in de weg die niet geplaatst worden
    }, { $often }.
comparison-in-all = In alle { $count } scenario's met een plan
comparison-in-all-but = In alle scenario's met een plan behalve { $names }
comparison-in-some = In { $names }
comparison-unchanged = { $title } verandert niets ten opzichte van { $reference }: dezelfde clusters, en even veel studenten geplaatst.
comparison-unchanged-cannot =
    { $count ->
        [one] Het bestuur of netwerk dat er een cluster bij mag hebben, kan er geen vormen
       *[other] De besturen of netwerken die er een cluster bij mogen hebben, kunnen er geen vormen
    }: { $owners }.
comparison-unchanged-dear =
    { $count ->
        [one] Dit bestuur of netwerk kan nog een cluster vormen
       *[other] Deze besturen of netwerken kunnen nog een cluster vormen
    }, maar dat maakt het plan niet beter: { $owners }.
comparison-unchanged-not-found =
    { $count ->
        [one] Dit bestuur of netwerk kan nog een cluster vormen
       *[other] Deze besturen of netwerken kunnen nog een cluster vormen
    }, maar een beter plan is daarmee niet gevonden: { $owners }.
comparison-extra-cost =
    { $title }: { $students ->
        [one] { $students } student
       *[other] { $students } studenten
    } meer geplaatst dan in { $reference }, voor netto { $net } euro meer; dat is { $euros } euro per extra geplaatste student.
comparison-extra-cost-less =
    { $title }: { $students ->
        [one] { $students } student
       *[other] { $students } studenten
    } meer geplaatst dan in { $reference }, en netto { $net } euro goedkoper.
comparison-in-draws =
    { $of ->
        [one] in de enige trekking
       *[other] in { $runs } van de { $of } trekkingen
    }
comparison-in-draws-planned =
    { $of ->
        [one] in de enige trekking met een plan
       *[other] in { $runs } van de { $of } trekkingen met een plan
    }

# Omslagpunten van een parameter

comparison-along = Langs `{ $parameter }`
comparison-along-with = Langs `{ $parameter }`, met { $others }
comparison-break-even-never = { $line }: zelfs bij { $last } krijgt iedereen een plek.
comparison-break-even =
    { $line }: tot en met { $last } krijgt iedereen een plek; bij { $first } { $count ->
        [one] wordt { $count } student niet geplaatst
       *[other] worden { $count } studenten niet geplaatst
    }.
comparison-break-even-always =
    { $line }: bij { $first } { $count ->
        [one] wordt { $count } student niet geplaatst
       *[other] worden { $count } studenten niet geplaatst
    }.
comparison-break-even-free = Vanaf { $from } krijgt iedereen een plek.
comparison-break-even-unknown = Bij { $values } is er geen enkel plan.

# Strategieën tegenover elkaar

comparison-none-dominated = Geen van de { $count } strategieën (scenario's buiten een raster) wordt door een andere overtroffen op { $measures } samen.
comparison-dominated = { $scenario } wordt overtroffen door { $by }: die doet het beter op { $better }.
comparison-dominated-equal = { $scenario } wordt overtroffen door { $by }: die doet het beter op { $better }, en even goed op { $equal }.
comparison-dominated-leaves-out-more = Maar in { $by } worden meer studenten niet geplaatst dan in { $scenario }.
comparison-dominated-path-leaves-out-more = Maar over alle jaren samen worden in { $by } meer studenten niet geplaatst dan in { $scenario }.
comparison-dominance-uncertain = Van deze zoektochten zijn er afgebroken, dus dit is niet zeker: met meer tijd kan een andere strategie de betere zijn.
comparison-measure-core = het aandeel Samen Opleiden
comparison-measure-path-core = het aandeel Samen Opleiden in het laatste jaar
comparison-measure-net = de nettokosten
comparison-measure-path-net = de nettokosten over alle jaren
comparison-measure-journey = de gemiddelde enkele reis
comparison-measure-path-journey = de gemiddelde enkele reis in het laatste jaar

# Doorrekeningen zonder plan

comparison-failure = { $title }: geen plan, { $outcome }.
comparison-failure-in-draws = { $title }: geen plan { $often }, { $outcome }.
comparison-outcome-plan = al is er een plan
comparison-outcome-infeasible = want onder deze regels bestaat er geen
comparison-outcome-nothing-found = want binnen de gestelde grenzen is er geen gevonden
comparison-outcome-refused = want de wijzigingen passen niet op deze uitgangssituatie
comparison-outcome-failed = door een fout in het programma
comparison-bottleneck-other = een andere regel
