# Answers of diff, ladder, fairness-curve, drill and sites in tables.

# Columns and phrases that several of them have.
report-column-students = students
report-column-left-out = left out
report-column-points = points
report-column-bound = bound
report-column-gap = gap
report-column-difference = difference
report-impossible = impossible
report-checked = Every plan was checked independently.
report-some-of = { $count } of { $student }
report-entry =
    { $count ->
        [1] { $student }
        [one] { $student } ({ $count } student)
       *[other] { $student } ({ $count } students)
    }

# What differs between two plans.
difference-no-figures = One of the plans has no figures: give the instance with --instance FILE.
difference-same-figures = All figures are the same.
difference-figures = Figures that differ
difference-column-before = before
difference-column-after = after
difference-changes =
    { $count ->
        [one] Against the earlier plan: { $count } change
       *[other] Against the earlier plan: { $count } changes
    }
difference-changes-at-most =
    { $count ->
        [one] Against the earlier plan: { $count } change, at most { $most } allowed
       *[other] Against the earlier plan: { $count } changes, at most { $most } allowed
    }
difference-nobody = Everyone stays where they were.
difference-students = Students: { $parts }.
difference-moved = { $count } at another school
difference-fell-out = { $count } without a place after having one
difference-given-place = { $count } with a place after having none
difference-new-with-place = { $count } new, with a place
difference-gone = { $count } not in the later plan any more
difference-more = {"  "}… and { $count } more; `diff` names them all.
difference-move = { $student }: { $from } → { $to }
difference-left-out = left out
difference-new = new
difference-no-longer-there = gone
difference-cluster-opens = Cluster { $cluster } opens: { $schools }, meeting on { $day }.
difference-cluster-closes = Cluster { $cluster } closes: { $schools }.
difference-cluster-schools = Cluster { $cluster } now has { $now } (had { $was }).
difference-cluster-day = Cluster { $cluster } now meets on { $day } (was { $day_was }).
difference-cluster-schools-and-day = Cluster { $cluster } now has { $now } (had { $was }), and meets on { $day } (was { $day_was }).

# Plans with fewer and fewer changes.
ladder-column-most = at most
ladder-column-changes = changes
ladder-column-without-changes = without changes
ladder-column-value = value
ladder-as-allowed = as allowed
ladder-not-reached = not reached
ladder-legend = Values are points; `without changes` is the score less what changes cost, and its difference that to the line before.
ladder-fewest = The fewest changes possible under the rules: { $count }.
ladder-fewest-between =
    { $count ->
        [one] No plan makes fewer than { $count } change; { $found } are possible.
       *[other] No plan makes fewer than { $count } changes; { $found } are possible.
    }
ladder-fewest-at-least =
    { $count ->
        [one] No plan makes fewer than { $count } change.
       *[other] No plan makes fewer than { $count } changes.
    }
ladder-incomplete = Not all was reached before the search had to stop: give it more time.

# The longest journey against the mean.
fairness-title = { $instance }: the longest journey against the mean, in km
fairness-column-limit = limit
fairness-column-longest = longest
fairness-column-mean = mean
fairness-column-status = status
fairness-limit-unchanged = unchanged
fairness-dominated = Not shown, since another row is as good in everything: { $limits }.
fairness-no-shorter = No limit makes the longest journey shorter.
fairness-unreached = No plan was found in time for: { $limits } km.
fairness-shortest = No shorter limit than { $limit } km gives as many students a place.
fairness-shortest-between = The shortest limit that gives as many students a place lies between { $lowest } and { $limit } km; there was no time to narrow it down.
fairness-below =
    { $count ->
        [one] With { $limit } km at least { $count } student is left out.
       *[other] With { $limit } km at least { $count } students are left out.
    }
fairness-below-no-plan = With { $limit } km no plan exists.

# Withdrawals.
drill-title-school = If a school withdraws: { $name }
drill-title-board = If a board withdraws: { $name }
drill-title-cluster = If a cluster withdraws: { $name }
drill-today =
    The plan today: { $points ->
        [one] { $points } point
       *[other] { $points } points
    }; { $core ->
        [one] { $core } student
       *[other] { $core } students
    } in clusters, { $shell } in the shell, { $left_out } left out. Then { $clusters }.
drill-clusters-free = clusters are free to change
drill-clusters-held = the clusters stay as they are, less what withdraws
drill-column-fall-out = lose place
drill-column-move = move
drill-column-others = from elsewhere
drill-column-come-in = gain place
drill-column-closed = clusters closed
drill-more =
    { $count ->
       *[other] {"  "}… and { $count } more, in which nobody loses a place: see --json.
    }
drill-who-falls-out = Who loses a place
drill-released =
    { $count ->
        [one] Without { $name } cluster { $released } can no longer be kept, although the rules demand it.
       *[other] Without { $name } clusters { $released } can no longer be kept, although the rules demand it.
    }
drill-no-plan = Without { $name } no plan exists under the rules.
drill-not-searched = { $name } was not searched in time.
drill-refused-fixed = Without { $name } the instance is no longer valid: { $student } is fixed at { $school }, which can then be in no cluster.
drill-refused = Without { $name } the instance is no longer valid: { $reason }.
drill-legend =
    `students`: placed there now; `lose place`: had a place and have none; `points`: what the withdrawal costs,
    without charges for moves; `move`: go to another school; `from elsewhere`: leave a school that stays;
    `gain place`: had no place and have one.
drill-unproven = * The search was stopped: a better plan may exist.
drill-continuity-off = Rule continuity is off: students move wherever that is better.

# Where one more cluster, or one more place, is worth most.
sites-title = Where one more cluster should come: { $name }
sites-today =
    Today: { $points ->
        [one] { $points } point
       *[other] { $points } points
    } ({ $quality }), { $clusters ->
        [one] { $clusters } cluster
       *[other] { $clusters } clusters
    }; { $core ->
        [one] { $core } student
       *[other] { $core } students
    } in clusters, { $shell } in the shell, { $left_out } left out.
sites-differences = All differences are with that plan; fewer points are better.
sites-proven = proven the least
sites-at-least = at least { $bound }, gap { $gap }
sites-column-clusters = clusters
sites-column-shell = shell
sites-column-wish-met = wish met
sites-column-free-on-day = free on day
sites-column-mean = mean km
sites-column-net = net euros
sites-none = No new cluster was found anywhere.
sites-best = The best over all boards
sites-owner = { $name }: { $worth }
sites-owner-with-limit =
    { $count ->
        [one] { $name }, { $count } cluster allowed: { $worth }
       *[other] { $name }, { $count } clusters allowed: { $worth }
    }
sites-not-searched = not searched in time.
sites-not-worth-it = one cluster more is not worth it.
sites-no-worth-found = no worth in one cluster more was found, and none is ruled out.
sites-saves =
    { $count ->
        [one] one cluster more saves { $count } point.
       *[other] one cluster more saves { $count } points.
    }
sites-saves-at-least =
    { $count ->
        [one] one cluster more saves { $count } point or more.
       *[other] one cluster more saves { $count } points or more.
    }
sites-with = {"  "}With { $position }: { $parts }.
sites-meets = { $cluster } meets on { $day }
sites-given-up = { $cluster } is given up
sites-opened-too = { $schools } ({ $day }) is opened too
sites-exact =
    { $count ->
        [one] Exact: there is { $count } possible cluster.
       *[other] Exact: of { $count } possible clusters none that is not listed is better.
    }
sites-not-exact =
    { $count ->
        [one] Not proven: { $settled } of { $count } possible cluster is settled.
       *[other] Not proven: { $settled } of { $count } possible clusters are settled.
    }
sites-not-exact-bound =
    { $count ->
        [one] Not proven: { $settled } of { $count } possible cluster is settled. No plan with another one has fewer than { $bound } points.
       *[other] Not proven: { $settled } of { $count } possible clusters are settled. No plan with another one has fewer than { $bound } points.
    }
sites-without-options = No further cluster can be formed by { $owners }.
sites-clusters-held = the clusters of the plan held
sites-clusters-free = clusters free to change
sites-places = One more place at a cluster, at the best of its schools ({ $how })
sites-places-more =
    { $count ->
       *[other] {"  "}… and { $count } more, worth less: see --json or --csv.
    }
sites-places-worthless = {"  "}Nothing is gained by a place at { $clusters }.
sites-places-unused = {"  "}Not in use, so that a place gains nothing: { $clusters }.
sites-places-unproven =
    { $count ->
        [one] {"  "}{ $count } of these is not proven the best: see --json.
       *[other] {"  "}{ $count } of these are not proven the best: see --json.
    }
sites-places-not-tried =
    { $count ->
        [one] {"  "}{ $count } school was not tried in time.
       *[other] {"  "}{ $count } schools were not tried in time.
    }
sites-legend =
    A point is a metre of one student's journey. `clusters`, `shell` and `left out` count students;
    `wish met` those placed as their wish for a denomination asks; `free on day` members who are free when their cluster meets.
sites-checked-and-proven = Every plan was checked independently and is proven the best of its kind.
sites-checked = Every plan was checked independently; where not said to be exact, a better one may exist.
