# Teksten over varianten, groei, de trap, vergelijken en vastzetten op de pagina.

serve-studies = Varianten en groei over de jaren
serve-studies-explained = Een batch plant veel varianten van het project en vergelijkt ze; een groeipad plant meerdere jaren tegelijk. Allebei staan ze als document in de map van het project, en hun rapporten ziet u hier. De planning op het scherm blijft zoals die is.
serve-study-variants = Varianten vergelijken
serve-study-variants-explained = Kies wat er varieert, en tussen welke waarden. Elke combinatie wordt gepland, naast het project zoals het nu is.
serve-study-growth = Groei over de jaren
serve-study-growth-explained = Hoeveel clusters zijn er nodig, waar en wanneer, om het aandeel in clusters van het eerste tot het laatste jaar te laten stijgen? Een cluster dat opengaat, blijft minstens twee jaar.
serve-study-drop = Sleep een document van een batch of een groeipad hierheen, of
serve-study-start = Starten
serve-study-again = Opnieuw starten
serve-study-begin = Starten
serve-study-stop = Stop; wat klaar is, blijft bewaard
serve-study-ended = Resultaat
serve-study-seconds = Zoek hoogstens, per planning
serve-study-progress = { $done } van de { $count } planningen klaar
serve-study-done =
    { $count ->
        [one] Er is { $count } planning gemaakt. Het rapport vergelijkt die met het project zoals het is.
       *[other] Alle { $count } planningen zijn gemaakt. Het rapport vergelijkt ze.
    }
serve-study-done-without = Alle { $count } varianten zijn uitgerekend, waarvan { $without } zonder planning. Het rapport zegt waarom.
serve-study-stopped = Gestopt: { $done } van de { $count } planningen zijn klaar. Start opnieuw voor de rest; wat klaar is, wordt niet nog eens gemaakt.
serve-study-path-done = Het beste pad over { $count } jaar dat is gevonden, staat in het rapport.
serve-study-no-plan = Voor { $year } is geen planning mogelijk na wat de jaren ervoor hebben besloten.
serve-study-none-found = Er is geen pad gevonden. Dat er geen bestaat, is niet bewezen: geef het zoeken meer tijd.
serve-study-in-draw = In loting { $draw }: { $reason }
serve-study-too-many = Deze batch heeft { $count } planningen; vanaf de pagina mogen het er { $most } zijn. Gebruik de opdracht { $command }
serve-study-no-document = { $name } is geen document van een batch of een groeipad.
serve-study-vary = Kies één tot { $most } dingen die variëren, elk met één tot { $values } waarden.
serve-study-growth-range = Twee tot tien jaar, en percentages van 0 tot 100.
serve-study-draws = Herhaal elke variant met uitval door loting:
serve-study-draws-count = lotingen
serve-study-variants-file = varianten
serve-study-growth-file = groei
serve-study-variant = variant
serve-study-now-id = nu
serve-study-now = Zoals het nu is
serve-results-none = In de map van het project staat nog geen document van een batch of een groeipad.
serve-results-not-kept = De resultaten konden niet worden geschreven: { $reason }. Maak ruimte en start opnieuw: wat klaar is, wordt niet nog eens gedaan.
serve-results-in-use = Een ander programma is bezig in de map { $name }. Wacht daarop, of stop het.
serve-results-of-command = De map { $name } is gemaakt door de opdracht batch, die de planningen in één bestand bewaart: ga verder met de opdracht, of verwijder de map.
serve-vary-what = Wat er varieert, { $number }
serve-vary-values = Waarden daarvan, { $number }
serve-vary-nothing = (verder niets)
serve-vary-example = waarden, bijvoorbeeld 1 2 3
serve-vary-no-number = “{ $value }” is geen getal. Schrijf hele getallen met een spatie ertussen, bijvoorbeeld 1 2 3.
serve-vary-clusters = Meer clusters voor elk bestuur
serve-vary-clusters-of = Meer clusters voor { $board }
serve-vary-places = Meer plekken op elke school
serve-vary-grow = Meer studenten, in procent
serve-vary-drop-out = Studenten die uitvallen, in procent
serve-vary-setting = { $rule }, { $setting }
serve-vary-now = {" "}(nu { $value })
serve-growth-first = Eerste schooljaar begint in
serve-growth-years = Jaren
serve-growth-from = Aandeel in clusters, eerste jaar (%)
serve-growth-to = Aandeel in clusters, laatste jaar (%)
serve-growth-grow = Meer studenten per jaar (%)
serve-growth-new = Nieuwe clusters per jaar, hoogstens (mag leeg blijven)
serve-growth-candidates = kandidaat-besturen mogen meedoen
serve-ladder-explained = Hoeveel beter kan de planning worden met hoe weinig verschuiven? Eén beste planning per aantal studenten dat van school wisselt.
serve-ladder-ask = Wat levert elke wisseling van school op?
serve-ladder-title = De beste planning per aantal wisselingen van school
serve-ladder-read = Elke rij zegt hoeveel studenten ergens anders mogen zitten dan in de planning op het scherm, en wat de beste planning dan kost. Zet die op het scherm die haar wisselingen waard is; wie er van school wisselt, staat daarna bij Versies.
serve-ladder-most = Mogen van school wisselen
serve-ladder-changes = Wisselen van school
serve-ladder-gain = Verschil met de rij erboven
serve-ladder-unlimited = zoveel als loont
serve-ladder-impossible = met zo weinig wisselingen is geen planning mogelijk
serve-ladder-taken = Deze planning staat op het scherm. Wie er van school wisselt, staat bij Versies, waar u haar met de vorige vergelijkt.
serve-compare-two = Twee versies vergelijken
serve-compare-do = Vergelijk
serve-compare-other-data = Deze versies zijn voor verschillende gegevens gemaakt; wat elk toen kostte, zegt dus niets over het verschil. De laatste regel legt beide naast de gegevens van nu.
serve-compare-own = Alle prijzen samen, naar de eigen gegevens
serve-compare-now = Alle prijzen samen, naar de gegevens van nu
serve-compare-no-fit = past niet
serve-compare-all = Alle cijfers, en welke clusters verschillen
serve-compare-moved =
    { $count ->
        [one] { $count } wisselt van school
       *[other] { $count } wisselen van school
    }
serve-compare-new =
    { $count ->
        [one] { $count } is nieuw
       *[other] { $count } zijn nieuw
    }
serve-compare-gone =
    { $count ->
        [one] { $count } is vertrokken
       *[other] { $count } zijn vertrokken
    }
serve-compare-placed =
    { $count ->
        [one] { $count } heeft nu wel een plek
       *[other] { $count } hebben nu wel een plek
    }
serve-compare-fell-out =
    { $count ->
        [one] { $count } heeft geen plek meer
       *[other] { $count } hebben geen plek meer
    }
serve-compare-list = Wie er ergens anders zit, van waar naar waar
serve-compare-from = Van
serve-compare-to = Naar
serve-compare-map = Wie van school wisselt, op de kaart
serve-commands =
    { $count ->
        [one] De opdracht die hetzelfde doet
       *[other] De opdrachten die hetzelfde doen
    }
serve-command-prices = Wat elke prijs met de planning doet
serve-hold-all = Iedereen vastzetten
serve-decide = Beslissen
serve-nobody-here = Niemand hier
serve-nobody-at = Niemand bij
serve-forbid-everyone = iedereen
serve-hold-board = Iedereen van een bestuur vastzetten
serve-all-of = in { $name }
serve-never-at = Nooit bij
serve-never-at-where = School, cluster of bestuur
serve-forbid-ticked = de aangekruiste studenten
serve-select-all = Alle getoonde studenten aankruisen
serve-slider = { $setting }, schuif
serve-weighs = weegt even zwaar als { $kilometres } km reizen
serve-trainers = Opleiders
serve-letters = Brieven aan studenten
serve-letters-file = Tabel om brieven samen te voegen (CSV)
serve-list-workbook = Deze lijst als werkmap
serve-list-document = Deze lijst als Word-bestand
serve-recent = Eerder geopend
serve-no-recent = Dit project staat niet meer in de lijst.
serve-ladder-none = Geen enkele wisseling van school maakt de planning op het scherm beter.
