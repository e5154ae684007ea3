# Antwoorden op vragen: why, repair, sites, drill, fairness-curve, diff, ladder.

# De brief aan een student. `there` is yes als de vraag over één school, cluster of bestuur gaat.
report-letter-placed = Je bent geplaatst op { $school }.
report-letter-placed-at = Je bent geplaatst op { $school }, { $distance } km van huis.
report-letter-moves = Je gaat naar { $school } in plaats van { $before }, een school { $which }.
report-letter-moves-at = Je gaat naar { $school }, { $distance } km van huis, in plaats van { $before }, een school { $which }.
report-letter-school-gone = die niet meer meedoet
report-letter-placed-but = { $placed } Niet alles is gelukt: { $charged }.

report-letter-remains-full =
    { $count ->
        [one] die vol is
       *[other] die vol zijn
    }
report-letter-remains-not-used =
    { $count ->
        [one] die dit jaar niet meedoet
       *[other] die dit jaar niet meedoen
    }
report-letter-remains-room = waar je plaatsing niet in het hele plan past

report-letter-home-unknown = Je woonadres is bij ons niet bekend.
report-letter-schools = { $number } { $which }
report-letter-without-schools = Er is op dit moment geen plek voor je: er zijn geen scholen.
report-letter-left-out =
    Er is op dit moment geen plek voor je. Van de { $schools } scholen { $count ->
        [one] is
       *[other] zijn
    } er { $parts }.

report-letter-impossible-held =
    We hebben nagerekend dat geen enkel plan met de huidige opleidingsclusters je { $there ->
        [yes] daar{ " " }
       *[no] { "" }
    }een plek kan geven.
report-letter-impossible =
    We hebben nagerekend dat geen enkel plan dat aan alle regels voldoet je { $there ->
        [yes] daar{ " " }
       *[no] { "" }
    }een plek kan geven.
report-letter-unknown =
    Of je { $there ->
        [yes] daar{ " " }
       *[no] { "" }
    }alsnog geplaatst kunt worden, zoeken we nog uit.
report-letter-as-good =
    Er is ook een plan dat even goed is, waarin je { $there ->
        [yes] daar{ " " }
       *[no] { "" }
    }wel een plek hebt.
report-letter-better =
    Er is een plan gevonden dat beter is, waarin je { $there ->
        [yes] daar{ " " }
       *[no] { "" }
    }wel een plek hebt.
report-letter-best =
    We hebben het nagerekend: in het beste plan waarin je { $there ->
        [yes] daar{ " " }
       *[no] { "" }
    }een plek hebt, { $worse }.
report-letter-best-found =
    We hebben het nagerekend: in het beste plan dat we vonden waarin je { $there ->
        [yes] daar{ " " }
       *[no] { "" }
    }een plek hebt, { $worse }.
report-letter-others-left-out = verliezen anderen hun plek
report-letter-others-move = moeten anderen naar een andere school, en weegt dat zwaarder dan wat het oplevert
report-letter-costs-more = weegt wat het kost zwaarder dan wat het oplevert

report-letter-refused =
    { $count ->
        [one] Naar { $name } kun je niet: dat is een school { $which }.
       *[other] Naar { $name } kun je niet: dat zijn scholen { $which }.
    }
report-letter-full = Bij { $name } zijn alle plekken bezet.
report-letter-full-for-you = Bij { $name } zijn de plekken die voor jou openstaan bezet.
report-letter-allowed = Volgens de regels had je naar { $name } gekund.

# Wijzigingen waarmee iedereen een plek krijgt. Prijzen zijn in kilometers.
prices-title = { $name }: tussen welke waarden van elke prijs het beste plan van nu het beste blijft, in km
prices-not-proven = Van het beste plan was nog niet bewezen dat het het beste is toen de zoektocht stopte: geef meer tijd of werk.
prices-column-now = nu
prices-column-from = van
prices-column-to = tot
prices-column-below = elders eronder
prices-column-above = elders erboven
prices-legend = Elke prijs verandert alleen. Elders: studenten die niet meer op hun school zijn in het plan dat net buiten die waarden beter is.
prices-legend-left-out = Tussen haakjes: hoe het aantal studenten zonder plek verandert.
prices-legend-plus = +: een hogere prijs is niet geprobeerd.
prices-legend-unknown = ?: nog niet bewezen toen de zoektocht stopte.
report-repair-no-plan = De instantie heeft nu geen plan. Aan deze eisen kan niet tegelijk worden voldaan:
report-repair-impossible = Wijzigingen van deze soorten kunnen niet iedereen een plek geven: dat is bewezen.
report-repair-impossible-because = Wijzigingen van deze soorten kunnen niet iedereen een plek geven: dat is bewezen. Deze eisen staan hoe dan ook in de weg:
report-repair-incomplete = De tijd was op voordat alles was doorzocht: geef meer met --time-limit.
report-repair-demand = { "  " }{ $rule } — { $sentence }
report-repair-none-needed = Iedereen kan zonder wijziging worden geplaatst{ $score }.
report-repair-kept =
    { $count ->
        [one] Cluster { $clusters } moet gebruikt worden.
       *[other] De clusters { $clusters } moeten gebruikt worden.
    }
report-repair-keeping-price =
    { $count ->
        [one] Dat kost { $price } km: zoveel lager is de beste score zonder die eis.
       *[other] Samen kost dat { $price } km: zoveel lager is de beste score zonder die eis.
    }
report-repair-keeping-at-most =
    { $count ->
        [one] Dat kost hooguit { $price } km, vergeleken met de beste score zonder die eis.
       *[other] Samen kost dat hooguit { $price } km, vergeleken met de beste score zonder die eis.
    }
report-repair-keeping-free =
    { $count ->
        [one] Dat kost niets: zonder die eis is de beste score dezelfde.
       *[other] Samen kost dat niets: zonder die eis is de beste score dezelfde.
    }
report-repair-keeping-unknown =
    { $count ->
        [one] Wat dat kost is niet bekend: de tijd was op voordat het plan zonder die eis was gevonden.
       *[other] Wat dat samen kost is niet bekend: de tijd was op voordat het plan zonder die eis was gevonden.
    }
report-repair-cheapest = { $number }. Prijs { $price } km (goedkoper kan niet):
report-repair-next-cheapest = { $number }. Prijs { $price } km (geen andere is goedkoper):
report-repair-unproven = { $number }. Prijs { $price } km (geen kost minder dan { $bound } km):
report-repair-next-unproven = { $number }. Prijs { $price } km (geen andere kost minder dan { $bound } km):
report-repair-change = { "   " }{ $change } ({ $price } km)
report-repair-confirmed = { "   " }Hiermee wordt iedereen geplaatst{ $score }.
report-repair-unconfirmed = { "   " }De tijd was op voordat hiermee een plan was gemaakt.
report-repair-score = , met op zijn best een score van { $score }
report-repair-score-above = , met een score van { $score } (minstens { $bound })
report-repair-score-unknown = { "" }
report-repair-places =
    { $count ->
        [one] { $count } plek meer op { $school }
       *[other] { $count } plekken meer op { $school }
    }
report-repair-clusters =
    { $count ->
        [one] { $owner } gebruikt { $count } cluster meer
       *[other] { $owner } gebruikt { $count } clusters meer
    }
report-repair-kilometres = { $student } mag { $amount } km verder reizen
report-repair-meeting = { $student } mist de bijeenkomst
report-repair-wish = de wens van { $student } voor een denominatie wordt een voorkeur

# Eisen die botsen.
report-clash = Onder de regels bestaat geen plan. { $opening }
report-clash-irreducible = Aan deze eisen kan niet tegelijk worden voldaan; zonder één ervan wel:
report-clash-reducible = Een deel van deze eisen gaat niet samen:
report-clash-unproven = Deze eisen zitten elkaar mogelijk in de weg:
report-clash-rule = { $rule } — { $sentence }
report-clash-demand = { "  " }{ $demand }
report-clash-breach-title = De kleinste overtreding waarmee een plan mogelijk wordt:
report-clash-breach = { "  " }{ $demand }: met { $by }
report-clash-advice = Wijzig een van deze eisen in de instantie, of zet de regel uit, en plan opnieuw.
