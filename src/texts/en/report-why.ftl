# What a planner reads about a student: `why`.

why-is-at = {"  "}is at { $placement }
why-was-at = {"  "}was at { $school } in the earlier plan: { $reason }
why-before-full = other students have the places there
why-left-out = {"  "}left out: { $count }
why-charged = {"    "}charged: { $charges }
why-charged-nothing = {"    "}charged: nothing
why-already-there = {"  "}the student is there already
why-placement = { $school }, { $setting }
why-placement-journey = { $school }, { $setting }, { $journey } km
why-placement-of =
    { $count ->
        [one] { $placement }, { $count } student
       *[other] { $placement }, { $count } students
    }
why-in-shell = in the shell
why-in-cluster = in cluster { $cluster }

# What became of all schools.
why-of-schools =
    { $count ->
        [one] Of { $count } school:
       *[other] Of { $count } schools:
    }
why-taken-away = { $number } taken away by rule { $rule }
why-last-rule = {"  "}(the last rule that takes any away is { $rule })
why-schools = { $number } { $what }: { $schools }
why-schools-full = full
why-schools-cluster-full = in a cluster that is full
why-schools-not-used = not in use
why-schools-with-room = with room
why-cluster-full = cluster full
why-room = room
why-named =
    { $more ->
        [0] { $names }
       *[other] { $names } … and { $more } more
    }

# Why not there.
why-not-at = Why not at { $name }:
why-refused = {"  "}{ $school }: refused by rule { $rule }: { $sentence }
why-state = {"  "}{ $school }: { $state }
why-state-full = no rule refuses it; it is full
why-state-cluster-full = no rule refuses it; its cluster has as many members as it may have
why-state-not-used = no rule refuses it; the plan does not use it
why-state-room = no rule refuses it, and it has room

# What a place would cost.
why-scope-held = with the clusters as they are
why-scope-free = whatever clusters are used
why-place-at = A place at { $name }, { $scope }:
why-place-after-all = The cheapest way to give a place after all, { $scope }:
why-not-found-out = {"  "}not found out in time: neither a plan nor a proof that there is none. Give it more time with --time-limit.
why-impossible = {"  "}no plan can do it: proven.
why-all-refused = {"  "}The rules refuse every school of these, as listed above.
why-cannot-hold = {"  "}These cannot hold together:
why-demand = {"    "}{ $rule } — { $sentence }
why-change-exact = {"  "}the score changes by { $change } (exactly: proven)
why-change-bound = {"  "}the score changes by { $change } (no plan changes it by less than { $bound })
why-goal = {"  "}goal { $goal }: { $now } → { $then }
why-then-at = {"  "}the student is then at { $placement }
why-per-rule = {"  "}per rule: { $rules }
why-nobody-moves = {"  "}nobody else moves
why-movers = {"  "}others who move or lose their place ({ $count }):
why-movers-fewest = {"  "}others who move or lose their place ({ $count }, the fewest at this score):
why-mover = {"    "}{ $text }
why-more-movers = {"    "}… and { $count } more; --json names them all

# Other schools.
why-alternatives = Other schools, { $scope }, those that cost least first:
why-more-alternatives = {"  "}… and { $count } more; ask for them with --alternatives N.
why-not-known = not known
why-column-km = km
why-column-own-points = own points
why-column-state = state
why-column-change = change
why-column-movers = movers

# All students who are left out, side by side.
why-nobody = Everyone has a place: there is nobody to answer for.
why-column-schools = schools
why-column-last-rule = last rule
why-column-remain = remain
why-column-then-at = then at
why-clusters-held = The clusters of the plan are held; --free lets others be used.
why-clusters-free = Other clusters than those of the plan may be used.
why-missing = The time ran out before { $count } more could be looked at: { $students }.

# The pairs of the student
why-pair-together =
    together with { $other } { $at ->
        [cluster] in one cluster
       *[school] at one school
    }
why-pair-apart =
    not { $at ->
        [cluster] in one cluster
       *[school] at one school
    } with { $other }
why-pair-because = { $asked } ({ $because })
why-pair-met =
    {"  "}{ $must ->
        [yes] required
       *[no] asked
    }: { $asked }; it is so, and { $must ->
        [yes] limits where else the student can be: the other is at { $school }
       *[no] a change of it is counted in the prices below: the other is at { $school }
    }
why-pair-not-met =
    {"  "}{ $must ->
        [yes] required
       *[no] asked
    }: { $asked }; it is not so: the other is at { $school }
why-pair-left-out =
    {"  "}{ $must ->
        [yes] required
       *[no] asked
    }: { $asked }; it counts once the student has a place: the other is at { $school }
why-pair-other-left-out =
    {"  "}{ $must ->
        [yes] required
       *[no] asked
    }: { $asked }; the other has no place, so it does not count
