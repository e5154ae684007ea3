# Answers to questions: why, repair, sites, drill, fairness-curve, diff, ladder.

# The letter to a student. `there` is yes if the question is about one school, cluster or board.
report-letter-placed = Your place is at { $school }.
report-letter-placed-at = Your place is at { $school }, { $distance } km from home.
report-letter-moves = You go to { $school } in place of { $before }, a school { $which }.
report-letter-moves-at = You go to { $school }, { $distance } km from home, in place of { $before }, a school { $which }.
report-letter-school-gone = that takes no part any more
report-letter-placed-but = { $placed } Not everything worked out: { $charged }.

report-letter-remains-full =
    { $count ->
        [one] that is full
       *[other] that are full
    }
report-letter-remains-not-used =
    { $count ->
        [one] that is not used this year
       *[other] that are not used this year
    }
report-letter-remains-room = where placing you does not fit the plan as a whole

report-letter-home-unknown = We do not know where you live.
report-letter-schools = { $number } { $which }
report-letter-without-schools = There is no place for you at this moment: there are no schools.
report-letter-left-out =
    There is no place for you at this moment. Of the { $schools } schools there { $count ->
        [one] is
       *[other] are
    } { $parts }.

report-letter-impossible-held =
    We have checked that no plan with the present training clusters can give you a place{ $there ->
        [yes] { " " }there
       *[no] { "" }
    }.
report-letter-impossible =
    We have checked that no plan that keeps all rules can give you a place{ $there ->
        [yes] { " " }there
       *[no] { "" }
    }.
report-letter-unknown =
    Whether you can be placed{ $there ->
        [yes] { " " }there
       *[no] { "" }
    } after all is still being looked into.
report-letter-as-good =
    There is also a plan that is just as good, in which you have a place{ $there ->
        [yes] { " " }there
       *[no] { "" }
    }.
report-letter-better =
    A plan was found that is better, in which you have a place{ $there ->
        [yes] { " " }there
       *[no] { "" }
    }.
report-letter-best =
    We have worked it out: in the best plan in which you have a place{ $there ->
        [yes] { " " }there
       *[no] { "" }
    }, { $worse }.
report-letter-best-found =
    We have worked it out: in the best plan that we found in which you have a place{ $there ->
        [yes] { " " }there
       *[no] { "" }
    }, { $worse }.
report-letter-others-left-out = others lose theirs
report-letter-others-move = others have to change schools, and that outweighs what it brings
report-letter-costs-more = what it costs outweighs what it brings

report-letter-refused =
    { $count ->
        [one] { $name } was not possible: it is a school { $which }.
       *[other] { $name } was not possible: these are schools { $which }.
    }
report-letter-full = At { $name } all places are taken.
report-letter-full-for-you = At { $name } the places that are open to you are taken.
report-letter-allowed = The rules would have allowed { $name }.

# Sets of changes that would give everyone a place. Prices are in kilometres.
prices-title = { $name }: the range of each price within which the best plan of today stays the best, in km
prices-not-proven = The best plan was not proven to be the best before the search stopped: allow more time or work.
prices-column-now = now
prices-column-from = from
prices-column-to = to
prices-column-below = elsewhere below
prices-column-above = elsewhere above
prices-legend = Each price is changed alone. Elsewhere: students who are not at their school any more in the plan that is better just beyond the range.
prices-legend-left-out = In brackets: the change in the number of students without a place.
prices-legend-plus = +: no higher price was tried.
prices-legend-unknown = ?: not proven before the search stopped.
report-repair-no-plan = The instance has no plan without changes. These demands cannot all be met:
report-repair-impossible = No changes of these kinds give everyone a place: proven.
report-repair-impossible-because = No changes of these kinds give everyone a place: proven. These demands prevent it in any case:
report-repair-incomplete = The time ran out before the search was complete: allow more with --time-limit.
report-repair-demand = { "  " }{ $rule } — { $sentence }
report-repair-none-needed = Everyone can be placed without any change{ $score }.
report-repair-kept =
    { $count ->
        [one] Cluster { $clusters } must be used.
       *[other] Clusters { $clusters } must be used.
    }
report-repair-keeping-price =
    { $count ->
        [one] Using it costs { $price } km: that much less is the best score without that demand.
       *[other] Using them costs { $price } km: that much less is the best score without that demand.
    }
report-repair-keeping-at-most =
    { $count ->
        [one] Using it costs at most { $price } km, compared with the best score without that demand.
       *[other] Using them costs at most { $price } km, compared with the best score without that demand.
    }
report-repair-keeping-free =
    { $count ->
        [one] Using it costs nothing: without that demand the best score is the same.
       *[other] Using them costs nothing: without that demand the best score is the same.
    }
report-repair-keeping-unknown =
    { $count ->
        [one] What using it costs is not known: the time ran out before the plan without that demand was found.
       *[other] What using them costs is not known: the time ran out before the plan without that demand was found.
    }
report-repair-cheapest = { $number }. Price { $price } km (none is cheaper):
report-repair-next-cheapest = { $number }. Price { $price } km (none that differs is cheaper):
report-repair-unproven = { $number }. Price { $price } km (none costs less than { $bound } km):
report-repair-next-unproven = { $number }. Price { $price } km (none that differs costs less than { $bound } km):
report-repair-change = { "   " }{ $change } ({ $price } km)
report-repair-confirmed = { "   " }With these changes everyone is placed{ $score }.
report-repair-unconfirmed = { "   " }The time ran out before a plan with these changes was made.
report-repair-score = , at best with a score of { $score }
report-repair-score-above = , with a score of { $score } (at least { $bound })
report-repair-score-unknown = { "" }
report-repair-places =
    { $count ->
        [one] { $count } more place at { $school }
       *[other] { $count } more places at { $school }
    }
report-repair-clusters =
    { $count ->
        [one] { $owner } uses { $count } more cluster
       *[other] { $owner } uses { $count } more clusters
    }
report-repair-kilometres = { $student } may travel { $amount } km further
report-repair-meeting = { $student } misses the meeting
report-repair-wish = the wish of { $student } for a denomination becomes a preference

# Demands that clash.
report-clash = No plan exists under the rules. { $opening }
report-clash-irreducible = These demands cannot be met together; without any one of them they could:
report-clash-reducible = Among these demands are some that cannot be met together:
report-clash-unproven = These demands may conflict with each other:
report-clash-rule = { $rule } — { $sentence }
report-clash-demand = { "  " }{ $demand }
report-clash-breach-title = The smallest violation that would allow a plan:
report-clash-breach = { "  " }{ $demand }: by { $by }
report-clash-advice = Change one of these in the instance, or switch its rule off, and solve again.
