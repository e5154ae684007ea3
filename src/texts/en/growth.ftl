# Growth over the years: problems of a path, and what a check finds wrong.

growth-years-allowed = a path has two to ten years
growth-order-found = `{ $year }` after `{ $before }`
growth-order-allowed = years in order, each once
growth-order-help = put the years in order; an id such as 2028-2029 sorts by itself
growth-year-id-allowed = letters, digits, and `-`, `_` or `.` in between, since the plan's file bears this name
growth-year-id-help = write the school year, such as 2028-2029
growth-board-twice-allowed = each board once
growth-unknown-year-help = write the id of one of the years
growth-latest-found = { $latest }, before { $earliest }
growth-latest-allowed = a year that is not before `earliest`
growth-latest-help = write a later year, or leave `latest` out if the board need not enter
growth-unknown-board-found = `{ $board }`, which is no board in { $year }
growth-unknown-board-allowed = the id of a board that is there from its first year to the end
growth-unknown-board-help = write the id of a candidate or shell board
growth-already-in-found = `{ $board }`, which is `{ $standing }` already in { $year }
growth-already-in-allowed = a candidate board, or a shell board that becomes more than that
growth-already-in-help = take the board out of this list, or out of the changes that let it in
growth-kept-found = { $kept ->
        [one] { $kept } cluster
       *[other] { $kept } clusters
    } of this board must be used (`keep`), and it may have { $most }
growth-kept-allowed = at least as many clusters as must be used
growth-kept-help = raise max_clusters, or take `keep` away
growth-limit-found = { $limit }, while { $year } has no prices in euros
growth-limit-allowed = a limit only where `finance` is given
growth-limit-help = give `finance` in the base or by a change, or leave the limit out
growth-nobody-found = no students are left in { $year }
growth-nobody-allowed = at least one student a year
growth-nobody-help = raise the percentages that stay, or let students grow
growth-pace-found = { $must ->
        [one] { $must } board
       *[other] { $must } boards
    } must enter from { $first } to { $year }, and only { $may } may
growth-pace-found-in-year = in { $year } { $must ->
        [one] { $must } board
       *[other] { $must } boards
    } must enter, and only { $may } may
growth-pace-allowed = as many entries as boards must enter
growth-pace-help = raise entries_per_year, or give boards a later `latest`
growth-no-plan = { $year } has no plan after what the years before decided:
growth-no-path = It is proven that no path exists: no schedule gives every year a plan.
growth-none-found = No path was found. That none exists is not proven: give the search more time. Year by year:
growth-nothing-found = The search ended before it found a plan for { $year }. Give it more time.
growth-interrupted = Interrupted before there was a plan for { $year }. What is done is in the folder; the same command goes on with it.

growth-no-previous = an earlier plan is compared with one plan, not with a path: leave --previous out
growth-check-years = the years are not those of the document
growth-check-entry-unknown = { $board } enters, and is no board of the document, or in no year of it
growth-check-entry-twice = { $board } enters twice
growth-check-entry-points = the points for the entry of { $board } are not those of the document
growth-check-entry-time = { $board } enters too early, too late, or not at all although it must
growth-check-entries = { $count ->
        [one] { $count } board enters
       *[other] { $count } boards enter
    }, more than the pace of { $most }
growth-check-new = { $count ->
        [one] { $count } cluster is
       *[other] { $count } clusters are
    } new, more than the pace of { $most }
growth-check-new-each = { $owner } opens { $count ->
        [one] { $count } cluster
       *[other] { $count } clusters
    }, more than the pace of { $most }
growth-check-reopened = { $cluster } opens again after it has closed
growth-check-share = { $short ->
        [one] { $short } student is
       *[other] { $short } students are
    } short of the share, which is a demand
growth-check-figure = the value of `{ $key }` is not what follows from the plans
growth-check-most = more students are in clusters than is said to be possible
growth-check-value = the value is { $claimed } points, and the plans cost { $value }
growth-check-bound = the bound of { $bound } points is above the value of { $value }
growth-check-status = the status is not what follows from value and bound
growth-check-gap = the gap is not what follows from value and bound

growth-unknown-year = `{ $year }` is no year of the path
growth-progress-year = planning { $year }
growth-progress-bound = all years at once, bound { $bound }
growth-progress = all years at once, best { $best }, bound { $bound }

growth-title = Path over { $years } years, { $first } to { $last }: { $entries } of { $boards ->
        [one] { $boards } board enters
       *[other] { $boards } boards enter
    }, { $opened ->
        [one] { $opened } cluster opens
       *[other] { $opened } clusters open
    }
growth-column-year = year
growth-column-students = students
growth-column-in-clusters = in clusters
growth-column-share = share
growth-column-short = short
growth-column-clusters = clusters
growth-column-new = new
growth-optimal = The path costs { $value } points, and no path costs less.
growth-proven = The path costs { $value } points; no path costs less than { $bound } (gap { $gap }).
growth-unproven = The path costs { $value } points. No bound was computed: without --year-by-year all years are searched at once.
growth-foresight = The path found year by year costs { $alone } points, { $more } more ({ $share }): that is what planning ahead saves here.
growth-no-foresight = The path found year by year costs { $alone } points: planning ahead found nothing cheaper.
growth-out-of-reach = { $year }: { $aimed } of { $students } students in clusters cannot be reached. Within this pace no path has more than { $most } ({ $share }), which is proven.
growth-most = { $year }: within this pace no path has more than { $most } of { $students } students in clusters ({ $share }), which is proven.
growth-repair-impossible = Not all shares can be reached together, not by a higher pace or by earlier entries either, which is proven: it takes more schools, more places, other rules, or more euros where a year has a limit.
growth-repair = The shares are reached in every year if the limits give this much: { $changes }. Whether less is enough was not found out in time.
growth-repair-least = The shares are reached in every year if the limits give this much: { $changes }. Less is not enough, which is proven.
growth-repair-entries = { $by ->
        [one] one more board enters
       *[other] { $by } more boards enter
    } in { $year }
growth-repair-new = { $by ->
        [one] one more cluster opens
       *[other] { $by } more clusters open
    } in { $year }, each with a trainer
growth-repair-each = { $board } opens { $by ->
        [one] one more cluster
       *[other] { $by } more clusters
    } in { $year }
growth-repair-earlier = { $board } enters { $by ->
        [one] a year
       *[other] { $by } years
    } earlier
growth-optimal-without-points = It is proven that no path is cheaper.
growth-proven-without-points = It is proven that no path is more than { $gap } cheaper.
growth-bound-says-nothing = The path costs { $value } points. How good this path is cannot be said yet: the lower bound is too low. Give the search more time.
growth-bound-says-nothing-without-points = How good this path is cannot be said yet: the lower bound is too low. Give the search more time.
growth-today = Today, before any decision, { $core } of { $students } students are in clusters. { $proof }
growth-today-optimal = It is proven that no plan without decisions costs less.
growth-today-proven = It is proven that no plan without decisions costs over { $gap } less.
growth-today-unproven = There may be a much better plan: the search had too little time to prove anything of that.
growth-unproven-without-points = No bound was computed.
growth-foresight-without-points = Planning ahead saves { $share } of what the path costs that is found year by year.
growth-no-foresight-without-points = Planning ahead found nothing cheaper than the path that is found year by year.
growth-report-is-a-page = of a path there is a page only: write it to a file that ends in .html, without --table or --lists
growth-weekday = { $day ->
        [mon] Monday
        [tue] Tuesday
        [wed] Wednesday
        [thu] Thursday
        [fri] Friday
        [sat] Saturday
       *[sun] Sunday
    }
growth-repair-none = The limits need not give: within them the shares can be reached in every year. The path falls short because that costs less at this share_worth_km, as far as was found.
growth-foresight-not-finished = What planning ahead saves is not known: the path year by year was not finished in time.
growth-foresight-no-plan = What planning ahead saves cannot be said in points: planned year by year, some year has no plan.
growth-foresight-reaches-less = What planning ahead saves cannot be said in points: the path year by year reaches less.
growth-check-year-by-year = the path year by year costs { $alone } points, less than this path, which was the best found
growth-check-delay = a delay has a price below 0
growth-check-today = before any decision: { $sentence }
growth-check-today-bound = what is said to be proven of its plan cannot be so: a bound is at most the score, and equals it exactly where the plan is the best
growth-check-today-opens = a cluster opens, although nothing has been decided
growth-check-outside = the boards that stay out, or what is said of them, cannot be so
growth-check-repair = a repair is given where no share falls short, or changes are given where none is possible
growth-check-gap-missing = a bound is given without a gap, or a gap without a bound
growth-check-support-missing = a number of draws is given, and the path has no draws
growth-check-impossible = an alternative names draws that do not exist, or has costs although it leads to no plan
growth-demand-found = { $percent }% of { $students } students is { $need }, and the schools that can be in a cluster by { $year } have { $places } places
growth-demand-allowed = at most { $most }%, as long as the share is a demand
growth-demand-help = lower the share, add places, or give `share_worth_km`, so that falling short has a price
growth-calendar = What to decide when:
growth-before = decide before 1 April { $year }
growth-in-time = decide before 1 April of the year before
growth-enters = { $year }: { $board } enters; { $when }
growth-opens = { $year }: cluster { $cluster } opens on { $day } with { $schools }; { $when }, trainer appointed before summer
growth-closes = { $year }: cluster { $cluster } is not used any more
growth-later = a year later costs { $points } points more
growth-not-earlier = not earlier: { $reasons }
growth-not-earlier-unless = not earlier: { $reasons } – { $advice }
growth-not-later = a year later is not possible: { $reasons }
growth-not-later-unless = a year later is not possible while all else stays: { $reasons } – unless something else moves or the pace is raised
growth-claims = Taken on trust, since the plans do not show it: { $keys }. That no path costs less than the bound is what the path says.
growth-support = in { $number } of { $count } draws the own path has it by then
growth-valid = The path is valid: all { $years } years, what ties them together, and every figure that follows from the plans. It costs { $value } points.
growth-invalid = { $count ->
        [one] One thing is wrong
       *[other] { $count } things are wrong
    } with the path:
growth-understood = Path over { $base }: { $years } years, { $boards ->
        [one] { $boards } board
       *[other] { $boards } boards
    } that may enter
growth-year-line = { $year }: { $students ->
        [one] { $students } student
       *[other] { $students } students
    }, { $aim }
growth-aims = { $percent }% in clusters aimed at
growth-aims-at-nothing = no share aimed at

growth-goal-twice-allowed = each goal once
growth-goals-draws-found = goals besides `total`, and `draws`
growth-goals-draws-allowed = with `draws` only the cost is minimised
growth-goals-draws-help = take the other goals out, or leave `draws` out
growth-check-levels = the goals are not those of the document
growth-check-level = goal `{ $goal }` is said to be { $claimed }, and the years have { $value }
growth-check-level-bound = the bound { $bound } of goal `{ $goal }` is above its value, or not the bound of the path
growth-level-first-year = The shares are reached in every year from year { $value } of the path on (one more than there are years: never), and no path reaches them earlier.
growth-level-first-year-open = The shares are reached in every year from year { $value } of the path on (one more than there are years: never); whether a path reaches them from year { $bound } on was not found out in time.
growth-level-unplaced = { $value ->
        [one] { $value } student is
       *[other] { $value } students are
    } left out over all years, and no path leaves out fewer.
growth-level-unplaced-open = { $value ->
        [one] { $value } student is
       *[other] { $value } students are
    } left out over all years; no path leaves out fewer than { $bound }.
growth-level-total = The path costs { $value } points, and no path costs less than { $bound }.
growth-levels-order = Among the paths that are as good in that, the cost is as low as possible:
