# Wat een planner over een student leest: `why`.

why-is-at = {"  "}geplaatst op { $placement }
why-was-at = {"  "}was in het eerdere plan op { $school }: { $reason }
why-before-full = andere studenten hebben daar de plekken
why-left-out = {"  "}niet geplaatst: { $count }
why-charged = {"    "}punten: { $charges }
why-charged-nothing = {"    "}punten: geen
why-already-there = {"  "}de student is daar al geplaatst
why-placement = { $school }, { $setting }
why-placement-journey = { $school }, { $setting }, { $journey } km
why-placement-of =
    { $count ->
        [one] { $placement }, { $count } student
       *[other] { $placement }, { $count } studenten
    }
why-in-shell = in de schil
why-in-cluster = in cluster { $cluster }

# Wat er met alle scholen gebeurde.
why-of-schools =
    { $count ->
        [one] Van { $count } school:
       *[other] Van { $count } scholen:
    }
why-taken-away = { $number } afgevallen door regel { $rule }
why-last-rule = {"  "}(de laatste regel waardoor er een afvalt, is { $rule })
why-schools = { $number } { $what }: { $schools }
why-schools-full = vol
why-schools-cluster-full = in een cluster dat vol is
why-schools-not-used = niet in gebruik
why-schools-with-room = met ruimte
why-cluster-full = cluster vol
why-room = ruimte
why-named =
    { $more ->
        [0] { $names }
       *[other] { $names } … en nog { $more }
    }

# Waarom daar niet.
why-not-at = Waarom niet op { $name }:
why-refused = {"  "}{ $school }: geweigerd door regel { $rule }: { $sentence }
why-state = {"  "}{ $school }: { $state }
why-state-full = geen regel weigert de school; die is vol
why-state-cluster-full = geen regel weigert de school; het cluster heeft zoveel leden als is toegestaan
why-state-not-used = geen regel weigert de school; die is in het plan niet in gebruik
why-state-room = geen regel weigert de school, en er is ruimte

# Wat een plek zou kosten.
why-scope-held = met de clusters van nu
why-scope-free = met welke clusters dan ook
why-place-at = Een plek op { $name }, { $scope }:
why-place-after-all = De goedkoopste manier om toch een plek te geven, { $scope }:
why-not-found-out = {"  "}niet op tijd uitgezocht: geen plan gevonden, en geen bewijs dat er geen is. Geef meer tijd met --time-limit.
why-impossible = {"  "}dit kan in geen enkel plan: dat is bewezen.
why-all-refused = {"  "}De regels weigeren elk van deze scholen, zoals hierboven staat.
why-cannot-hold = {"  "}Dit gaat niet samen:
why-demand = {"    "}{ $rule } — { $sentence }
why-change-exact = {"  "}de score verandert met { $change } (exact: dat is bewezen)
why-change-bound = {"  "}de score verandert met { $change } (in geen plan met minder dan { $bound })
why-goal = {"  "}doel { $goal }: { $now } → { $then }
why-then-at = {"  "}de student komt dan op { $placement }
why-per-rule = {"  "}per regel: { $rules }
why-nobody-moves = {"  "}niemand anders wisselt van school
why-movers = {"  "}anderen die van school wisselen of hun plek verliezen ({ $count }):
why-movers-fewest = {"  "}anderen die van school wisselen of hun plek verliezen ({ $count }, het minste bij deze score):
why-mover = {"    "}{ $text }
why-more-movers = {"    "}… en nog { $count }; --json noemt ze allemaal

# Andere scholen.
why-alternatives = Andere scholen, { $scope }, de goedkoopste eerst:
why-more-alternatives = {"  "}… en nog { $count }; vraag erom met --alternatives N.
why-not-known = niet bekend
why-column-km = km
why-column-own-points = eigen punten
why-column-state = toestand
why-column-change = verandering
why-column-movers = wisselaars

# Alle studenten zonder plek, naast elkaar.
why-nobody = Iedereen heeft een plek: er valt niets te verklaren.
why-column-schools = scholen
why-column-last-rule = laatste regel
why-column-remain = over
why-column-then-at = dan op
why-clusters-held = De clusters van het plan blijven; met --free mogen ook andere gebruikt worden.
why-clusters-free = Andere clusters dan die van het plan mogen gebruikt worden.
why-missing = De tijd was om voordat er nog { $count } bekeken konden worden: { $students }.

# De paren van de student
why-pair-together =
    samen met { $other } { $at ->
        [cluster] in één cluster
       *[school] op één school
    }
why-pair-apart =
    niet met { $other } { $at ->
        [cluster] in één cluster
       *[school] op één school
    }
why-pair-because = { $asked } ({ $because })
why-pair-met =
    {"  "}{ $must ->
        [yes] verplicht
       *[no] gevraagd
    }: { $asked }; dat is zo, en { $must ->
        [yes] beperkt waar de student nog meer kan zijn: de ander is op { $school }
       *[no] telt mee in de prijzen hieronder als het verandert: de ander is op { $school }
    }
why-pair-not-met =
    {"  "}{ $must ->
        [yes] verplicht
       *[no] gevraagd
    }: { $asked }; dat is niet zo: de ander is op { $school }
why-pair-left-out =
    {"  "}{ $must ->
        [yes] verplicht
       *[no] gevraagd
    }: { $asked }; het telt pas als de student een plek heeft: de ander is op { $school }
why-pair-other-left-out =
    {"  "}{ $must ->
        [yes] verplicht
       *[no] gevraagd
    }: { $asked }; de ander heeft geen plek, dus telt het niet
