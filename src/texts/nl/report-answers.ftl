# Antwoorden van diff, ladder, fairness-curve, drill en sites in tabellen.

# Kolommen en zinsdelen die in meer dan één antwoord staan.
report-column-students = studenten
report-column-left-out = niet geplaatst
report-column-points = punten
report-column-bound = ondergrens
report-column-gap = marge
report-column-difference = verschil
report-impossible = onmogelijk
report-checked = Elk plan is onafhankelijk gecontroleerd.
report-some-of = { $count } van { $student }
report-entry =
    { $count ->
        [1] { $student }
        [one] { $student } ({ $count } student)
       *[other] { $student } ({ $count } studenten)
    }

# Wat er tussen twee plannen verschilt.
difference-no-figures = Een van de plannen heeft geen cijfers: geef de instantie mee met --instance FILE.
difference-same-figures = Alle cijfers zijn gelijk.
difference-figures = Cijfers die verschillen
difference-column-before = eerst
difference-column-after = daarna
difference-changes =
    { $count ->
        [one] Vergeleken met het eerdere plan: { $count } wijziging
       *[other] Vergeleken met het eerdere plan: { $count } wijzigingen
    }
difference-changes-at-most =
    { $count ->
        [one] Vergeleken met het eerdere plan: { $count } wijziging, hoogstens { $most } toegestaan
       *[other] Vergeleken met het eerdere plan: { $count } wijzigingen, hoogstens { $most } toegestaan
    }
difference-nobody = Iedereen blijft op dezelfde plek.
difference-students = Studenten: { $parts }.
difference-moved = { $count } op een andere school
difference-fell-out = { $count } eerst met en nu zonder plek
difference-given-place = { $count } eerst zonder en nu met plek
difference-new-with-place = { $count } nieuw, met plek
difference-gone = { $count } niet meer in het latere plan
difference-more = {"  "}… en nog { $count }; `diff` noemt ze allemaal.
difference-move = { $student }: { $from } → { $to }
difference-left-out = niet geplaatst
difference-new = nieuw
difference-no-longer-there = vertrokken
difference-cluster-opens = Cluster { $cluster } gaat open: { $schools }, met bijeenkomst op { $day }.
difference-cluster-closes = Cluster { $cluster } sluit: { $schools }.
difference-cluster-schools = Cluster { $cluster } bestaat nu uit { $now } (eerst uit { $was }).
difference-cluster-day = Cluster { $cluster } heeft nu bijeenkomst op { $day } (eerst op { $day_was }).
difference-cluster-schools-and-day = Cluster { $cluster } bestaat nu uit { $now } (eerst uit { $was }) en heeft bijeenkomst op { $day } (eerst op { $day_was }).

# Plannen met steeds minder wijzigingen.
ladder-column-most = hoogstens
ladder-column-changes = wijzigingen
ladder-column-without-changes = zonder wijzigingen
ladder-column-value = waarde
ladder-as-allowed = zonder grens
ladder-not-reached = niet bereikt
ladder-legend = Waarden zijn punten; `zonder wijzigingen` is de score zonder de kosten van wijzigingen, en `verschil` is het verschil met de rij erboven.
ladder-fewest = Het kleinste aantal wijzigingen dat de regels toelaten: { $count }.
ladder-fewest-between =
    { $count ->
        [one] Geen plan heeft minder dan { $count } wijziging; met { $found } lukt het.
       *[other] Geen plan heeft minder dan { $count } wijzigingen; met { $found } lukt het.
    }
ladder-fewest-at-least =
    { $count ->
        [one] Geen plan heeft minder dan { $count } wijziging.
       *[other] Geen plan heeft minder dan { $count } wijzigingen.
    }
ladder-incomplete = Niet alles is bereikt voordat het zoeken moest stoppen: geef meer tijd.

# De langste reis tegenover de gemiddelde.
fairness-title = { $instance }: de langste reis tegenover de gemiddelde, in km
fairness-column-limit = grens
fairness-column-longest = langste
fairness-column-mean = gemiddeld
fairness-column-status = status
fairness-limit-unchanged = ongewijzigd
fairness-dominated = Niet getoond, omdat een andere rij op alles even goed is: { $limits }.
fairness-no-shorter = Geen enkele grens maakt de langste reis korter.
fairness-unreached = Niet op tijd een plan gevonden voor: { $limits } km.
fairness-shortest = Geen kortere grens dan { $limit } km geeft evenveel studenten een plek.
fairness-shortest-between = De kortste grens die evenveel studenten een plek geeft, ligt tussen { $lowest } en { $limit } km; er was geen tijd om dat preciezer te bepalen.
fairness-below =
    { $count ->
        [one] Met { $limit } km blijft ten minste { $count } student zonder plek.
       *[other] Met { $limit } km blijven ten minste { $count } studenten zonder plek.
    }
fairness-below-no-plan = Met { $limit } km bestaat er geen plan.

# Terugtrekken.
drill-title-school = Als een school zich terugtrekt: { $name }
drill-title-board = Als een bestuur zich terugtrekt: { $name }
drill-title-cluster = Als een cluster zich terugtrekt: { $name }
drill-today =
    Het plan van nu: { $points ->
        [one] { $points } punt
       *[other] { $points } punten
    }; { $core ->
        [one] { $core } student
       *[other] { $core } studenten
    } in clusters, { $shell } in de schil, { $left_out } niet geplaatst. Daarna { $clusters }.
drill-clusters-free = mogen clusters veranderen
drill-clusters-held = blijven de clusters zoals ze zijn, zonder wat zich terugtrekt
drill-column-fall-out = verliezen plek
drill-column-move = wisselen
drill-column-others = van elders
drill-column-come-in = komen erbij
drill-column-closed = gesloten clusters
drill-more =
    { $count ->
       *[other] {"  "}… en nog { $count } waarbij niemand een plek verliest: zie --json.
    }
drill-who-falls-out = Wie hun plek verliezen
drill-released =
    { $count ->
        [one] Zonder { $name } is cluster { $released } niet te behouden, hoewel de regels dat eisen.
       *[other] Zonder { $name } zijn de clusters { $released } niet te behouden, hoewel de regels dat eisen.
    }
drill-no-plan = Zonder { $name } bestaat er geen plan volgens de regels.
drill-not-searched = { $name } is niet op tijd doorgerekend.
drill-refused-fixed = Zonder { $name } is de instantie niet meer geldig: { $student } staat vast op { $school }, en die school kan dan in geen cluster.
drill-refused = Zonder { $name } is de instantie niet meer geldig: { $reason }.
drill-legend =
    `studenten`: wie er nu geplaatst zijn; `verliezen plek`: wie een plek hadden en er geen meer hebben;
    `punten`: wat het terugtrekken kost, zonder de kosten van het wisselen; `wisselen`: wie naar een andere school gaan;
    `van elders`: wie een school verlaten die blijft; `komen erbij`: wie geen plek hadden en er nu een hebben.
drill-unproven = * Het zoeken is gestopt: misschien bestaat er een beter plan.
drill-continuity-off = Regel continuity staat uit: studenten wisselen van school overal waar dat beter is.

# Waar één cluster meer, of één plek meer, het meest oplevert.
sites-title = Waar één cluster meer moet komen: { $name }
sites-today =
    Nu: { $points ->
        [one] { $points } punt
       *[other] { $points } punten
    } ({ $quality }), { $clusters ->
        [one] { $clusters } cluster
       *[other] { $clusters } clusters
    }; { $core ->
        [one] { $core } student
       *[other] { $core } studenten
    } in clusters, { $shell } in de schil, { $left_out } niet geplaatst.
sites-differences = Alle verschillen zijn ten opzichte van dat plan; minder punten is beter.
sites-proven = bewezen het minste
sites-at-least = ten minste { $bound }, marge { $gap }
sites-column-clusters = clusters
sites-column-shell = schil
sites-column-wish-met = wens vervuld
sites-column-free-on-day = vrij op de dag
sites-column-mean = gemiddeld km
sites-column-net = euro netto
sites-none = Nergens is een nieuw cluster gevonden.
sites-best = De beste van alle besturen
sites-owner = { $name }: { $worth }
sites-owner-with-limit =
    { $count ->
        [one] { $name }, { $count } cluster toegestaan: { $worth }
       *[other] { $name }, { $count } clusters toegestaan: { $worth }
    }
sites-not-searched = niet op tijd doorgerekend.
sites-not-worth-it = één cluster meer loont niet.
sites-no-worth-found = er is niet gevonden dat één cluster meer loont, maar het is niet uitgesloten.
sites-saves =
    { $count ->
        [one] één cluster meer scheelt { $count } punt.
       *[other] één cluster meer scheelt { $count } punten.
    }
sites-saves-at-least =
    { $count ->
        [one] één cluster meer scheelt ten minste { $count } punt.
       *[other] één cluster meer scheelt ten minste { $count } punten.
    }
sites-with = {"  "}Bij { $position }: { $parts }.
sites-meets = { $cluster } heeft bijeenkomst op { $day }
sites-given-up = { $cluster } vervalt
sites-opened-too = { $schools } ({ $day }) gaat ook open
sites-exact =
    { $count ->
        [one] Exact: er is { $count } mogelijk cluster.
       *[other] Exact: van de { $count } mogelijke clusters is er geen beter dan deze.
    }
sites-not-exact =
    { $count ->
        [one] Niet bewezen: { $settled } van { $count } mogelijk cluster is beslist.
       *[other] Niet bewezen: { $settled } van de { $count } mogelijke clusters zijn beslist.
    }
sites-not-exact-bound =
    { $count ->
        [one] Niet bewezen: { $settled } van { $count } mogelijk cluster is beslist. Geen plan met een ander cluster heeft minder dan { $bound } punten.
       *[other] Niet bewezen: { $settled } van de { $count } mogelijke clusters zijn beslist. Geen plan met een ander cluster heeft minder dan { $bound } punten.
    }
sites-without-options = Geen nieuw cluster is mogelijk bij { $owners }.
sites-clusters-held = de clusters van het plan blijven
sites-clusters-free = clusters mogen veranderen
sites-places = Eén plek meer bij een cluster, op de beste van zijn scholen ({ $how })
sites-places-more =
    { $count ->
       *[other] {"  "}… en nog { $count } die minder opleveren: zie --json of --csv.
    }
sites-places-worthless = {"  "}Een plek levert niets op bij { $clusters }.
sites-places-unused = {"  "}Niet in gebruik, zodat een plek niets oplevert: { $clusters }.
sites-places-unproven =
    { $count ->
        [one] {"  "}Van { $count } hiervan is niet bewezen dat het de beste is: zie --json.
       *[other] {"  "}Van { $count } hiervan is niet bewezen dat het de beste zijn: zie --json.
    }
sites-places-not-tried =
    { $count ->
        [one] {"  "}{ $count } school is niet op tijd geprobeerd.
       *[other] {"  "}{ $count } scholen zijn niet op tijd geprobeerd.
    }
sites-legend =
    Een punt is een meter reis van één student. `clusters`, `schil` en `niet geplaatst` tellen studenten;
    `wens vervuld` wie geplaatst is volgens de wens voor een denominatie; `vrij op de dag` leden die vrij zijn als hun cluster bijeenkomt.
sites-checked-and-proven = Elk plan is onafhankelijk gecontroleerd en bewezen het beste in zijn soort.
sites-checked = Elk plan is onafhankelijk gecontroleerd; waar niet staat dat het exact is, bestaat misschien een beter plan.
