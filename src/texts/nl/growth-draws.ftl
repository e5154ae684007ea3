# Groeipaden onder onzekerheid.

growth-draw-nobody-found = in { $year } van trekking { $draw } is er geen student meer
growth-draw-nobody-help = laat in de trekkingen minder studenten vertrekken
growth-draw-in-found = `{ $board }` doet in { $year } van de eerste trekking al mee
growth-draw-in-allowed = wijzigingen die het aan het groeipad laten wanneer besturen toetreden
growth-draw-in-help = haal het bestuur uit de wijzigingen van de trekkingen, of uit `boards`

growth-draws-year-by-year = --year-by-year plant voor één instroom, en het document heeft trekkingen: laat het weg. Hoe een groeipad dat jaar voor jaar is gevonden het in de trekkingen doet, staat bij de alternatieven, of volledig met --given
growth-robust-needs-draws = --robust gaat over trekkingen, en het document heeft er geen: voeg `draws` toe, of laat het weg
growth-given-needs-draws = --given zegt hoe de besluiten van een groeipad het doen in trekkingen van de instroom, en het document heeft er geen: voeg `draws` toe, met `count`, `seed` en `changes`. Of een groeipad zonder trekkingen klopt en wat het kost, zegt `verify`
growth-given-impossible = Bewezen is dat de gegeven besluiten geen plan geven in trekking { $draws } (0 is de verwachte instroom).
growth-given-not-found = Met de gegeven besluiten is geen plan gevonden in trekking { $draws } (0 is de verwachte instroom). Dat er geen is, is niet bewezen: als studenten in de jaren ervoor anders worden geplaatst, of met meer tijd, is er misschien wel een.
growth-given-unknown = De zoektocht stopte voordat bekend was of de gegeven besluiten in elke trekking een plan geven. Geef meer tijd.
growth-given-board-help = schrijf het id van een bestuur uit `boards` van het document, of haal de toetreding weg
growth-given-entry-allowed = een jaar van { $first } tot en met { $last }
growth-given-entry-help = kies een ander jaar, of pas `earliest` of `latest` van het bestuur in het document aan
growth-given-missing-found = `{ $board }` treedt niet toe
growth-given-missing-allowed = een toetreding van elk bestuur met `latest`
growth-given-missing-help = voeg de toetreding toe, of haal `latest` weg uit het document
growth-given-entries-found = { $count } toetredingen in { $year }
growth-given-new-found = { $count } nieuwe clusters
growth-given-new-each-found = { $count } nieuwe clusters van { $board }
growth-given-pace-allowed = hoogstens { $most } (`{ $key }`)
growth-given-pace-help = neem minder besluiten in dat jaar, of verhoog `{ $key }` in het document
growth-given-school-allowed = het id van een school in de instantie van dat jaar
growth-given-school-help = schrijf het id van een school in de instantie van dat jaar
growth-given-none-allowed = niets: het document noemt er geen
growth-given-cluster-twice-allowed = dezelfde scholen op dezelfde dag één keer
growth-given-opened-found = { $count ->
        [0] geen opening
       *[other] { $ids }
    }
growth-given-opened-allowed = { $count ->
        [0] geen opening, zoals in het plan van dat jaar
       *[other] wat het plan van dat jaar opent: { $ids }, met dezelfde scholen en dagen
    }
growth-given-opened-help = clusters komen uit de plannen naast het bestand: pas het document aan en zoek een nieuw groeipad, of zet `opened` terug
growth-draws-line = { $count ->
        [one] { $count } trekking van de instroom, met eigen wijzigingen
       *[other] { $count } trekkingen van de instroom, met eigen wijzigingen
    }: { $changes }
growth-no-such-draw = het document heeft geen trekking { $draw }
growth-draws-allowed = Kies 1 tot en met { $count }.
growth-draws-none-allowed = Het heeft geen `draws`: laat --draw weg.
growth-in-draw = In trekking { $draw }:
growth-none-for-all = Er zijn geen besluiten gevonden die in elk jaar van elke trekking een plan geven. Laat de trekkingen minder verschillen, maak grenzen ruimer of geef de zoektocht meer tijd.
growth-draws-interrupted = Onderbroken: wat van de trekkingen klaar is, blijft in de map staan, en dezelfde opdracht gaat daarmee verder.

growth-progress-own = het beste groeipad van elke trekking apart, { $done } van { $of } klaar
growth-progress-judged = { $judged } besluiten in alle trekkingen beoordeeld
growth-progress-judged-best = { $judged } besluiten in alle trekkingen beoordeeld, beste { $best }

growth-check-no-draws = er staan trekkingen in, en het document heeft er geen
growth-check-draws-absent = er staat niets in over de trekkingen van het document
growth-check-draws-number = de trekkingen zijn niet 1 tot en met { $count }, zoals in het document
growth-check-draw-clusters = de clusters in gebruik zijn niet die bij de verwachte instroom
growth-check-own-file = het bestand met het eigen groeipad van de trekking is niet het bedoelde
growth-check-own-value = waarde of grens van het eigen groeipad van de trekking zijn niet die van het bestand
growth-check-own = het eigen groeipad van de trekking: { $sentence }
growth-check-own-worse = het eigen groeipad van de trekking kost daar meer dan het groeipad zelf, en is dus niet het beste dat bekend is
growth-check-regret = de spijt is { $claimed } punten, en uit de plannen volgt { $value }
growth-check-cost = som, ergste of spijt komt niet overeen met de waarden van de trekkingen zelf
growth-check-support = de aantallen trekkingen waarvan het eigen pad toetredingen en openingen dan ook heeft, kloppen niet met die paden
growth-check-robust = de waarde over alle trekkingen is { $claimed } punten, en uit de trekkingen volgt { $value }
growth-check-robust-bound = de grens over alle trekkingen is niet wat uit de grenzen van de trekkingen volgt
growth-check-alternative = een alternatief doet het in de trekkingen beter dan het groeipad
growth-finding-draw = trekking { $draw }

growth-draws-title = Tot zover de verwachte instroom. Dezelfde openingen en toetredingen in { $count ->
        [one] { $count } trekking
       *[other] { $count } trekkingen
    }; wie waar komt, volgt in elke trekking:
growth-column-share-lowest = laagste aandeel
growth-column-share-highest = hoogste
growth-column-left-out-least = zonder plek, minst
growth-column-left-out-most = meest
growth-column-met = doel gehaald
growth-met-in = in { $met } van { $count }
growth-draws-fares = Wat dat kost, in punten:
growth-column-mean = gemiddeld
growth-column-worst = ergste
growth-column-regret = spijt
growth-fare-this = dit groeipad
growth-fare-expected-intake = gepland voor de verwachte instroom
growth-fare-year-by-year = jaar voor jaar gepland
growth-fare-not-found = geen plan gevonden in { $count ->
        [one] { $count } trekking
       *[other] { $count } trekkingen
    }, niet bewezen dat er geen is
growth-fare-impossible = geen plan in { $count ->
        [one] { $count } trekking
       *[other] { $count } trekkingen
    }
growth-regret-is = Spijt is wat een trekking meer kost dan haar eigen beste groeipad, als de instroom vooraf bekend was geweest.
growth-robust-optimal-mean = Geen besluiten kosten gemiddeld minder; dat is bewezen.
growth-robust-optimal-worst = Geen besluiten kosten in de ergste trekking minder; dat is bewezen.
growth-robust-optimal-regret = Geen besluiten geven minder spijt; dat is bewezen.
growth-robust-bound-mean = Geen besluiten kosten gemiddeld minder dan { $bound }; dat is bewezen (marge { $gap }).
growth-robust-bound-worst = Geen besluiten kosten in de ergste trekking minder dan { $bound }; dat is bewezen (marge { $gap }).
growth-robust-bound-regret = Of andere besluiten minder spijt geven, is niet bewezen.
growth-robust-own-open = Geen besluiten geven minder spijt tegenover de beste paden die per trekking zijn gevonden. Die hoeven niet de beste te zijn, dus de echte spijt kan groter zijn.
growth-robust-bound-regret-open = Of andere besluiten minder spijt geven, is niet bewezen. De spijt is gemeten tegenover de beste paden die per trekking zijn gevonden; die hoeven niet de beste te zijn, dus de echte spijt kan groter zijn.
growth-valid-draws = Ook in { $count ->
        [one] { $count } trekking
       *[other] { $count } trekkingen
    } kloppen de plannen, met in elk jaar dezelfde clusters.
growth-page-draws = Hoe het groeipad het doet in { $count ->
        [one] { $count } trekking
       *[other] { $count } trekkingen
    } van de instroom
growth-page-draws-fares = Wat dat in de trekkingen kost (punten)
