# Comparison of the scenarios of a batch.

comparison-opening = Scenarios: { $scenarios }, compared with { $reference }.
comparison-opening-draws = Scenarios: { $scenarios }, compared with { $reference }; draws per scenario: { $draws }.
comparison-opening-paths = Each scenario is a growth path. Figures that say nothing of years are those of its last year.
comparison-last-year = In the last year of each path:
comparison-brackets-all = Differences are taken draw by draw; all draws lie within the brackets.
comparison-brackets-90 = Differences are taken draw by draw; 90% of the draws lie within the brackets.

# Tables

comparison-table-students = Share Samen Opleiden (placed in a cluster), and numbers
comparison-table-quality = Journey one way, wishes for openbaar (of those placed), free on the meeting day, and money
comparison-table-path = All years of the path together
comparison-table-path-proof = What the path costs, and what is proven
comparison-path-proven = “{ $title }”: the path costs { $points } points. It is proven that no path of this scenario costs less.
comparison-path-proven-draws = “{ $title }”: the path costs { $points } points on average over the draws. In every draw it is proven that no path costs less.
comparison-path-gap = “{ $title }”: the path costs { $points } points. Whether it is the best is not proven: no path of this scenario costs less than { $bound } points, so at most { $gap } can be saved.
comparison-path-gap-draws = “{ $title }”: the path costs { $points } points on average over the draws. Whether the paths are the best is not proven: in each draw at most { $gap } can be saved.
comparison-path-unproven = “{ $title }”: the path costs { $points } points. Nothing is proven of how good it is.
comparison-stopped = { $scenario }: the search was stopped { $often }; the plan could be up to { $gap } better.
comparison-stopped-unproven = { $scenario }: the search was stopped { $often }; how good the plan is, is not known.
comparison-stopped-once = before its end
comparison-stopped-reference = So the differences of the others from it are not certain.
comparison-stopped-uncertain = So a difference from { $reference } is not certain.
comparison-stopped-holds = What is said here of new clusters, bottlenecks and dominance holds for the plans that were found; with more time it may be otherwise.
comparison-table-years = Share Samen Opleiden in each year

comparison-column-total = total %
comparison-column-voltijd = voltijd %
comparison-column-deeltijd = deeltijd %
comparison-column-left-out = left out
comparison-column-shell = shell
comparison-column-clusters = clusters
comparison-column-mean-journey = mean km
comparison-column-90-journey = 90% within km
comparison-column-openbaar = openbaar %
comparison-column-meeting-day = free on day %
comparison-column-net = net euros
comparison-column-path-entered = boards entering
comparison-column-path-opened = clusters opened
comparison-column-path-short = short of share
comparison-column-path-advance = most to advance, euros
comparison-column-path-points = points
comparison-column-path-bound = no path costs less than
comparison-column-path-year-by-year = found year by year
comparison-column-year = { $year } %

comparison-row-no-plan = { $title }: no plan
comparison-row-mean = mean
comparison-row-plan = plan
comparison-row-difference = difference
comparison-row-range = range
comparison-row-90 = 90%

# Headlines

comparison-headline = { $title }: { $share }% of the students are trained in a cluster. { $left_out }
comparison-headline-hidden = { $title }: the share trained in a cluster would reveal a small group and is not stated.
comparison-headline-compared = { $title }: { $share }% of the students are trained in a cluster, { $difference }. { $left_out }
comparison-difference-none = the same as in { $reference }
comparison-difference-small = on average about the same as in { $reference }
comparison-difference-more = { $points } percentage points more than in { $reference }
comparison-difference-less = { $points } percentage points less than in { $reference }
comparison-interval-point = (in every draw)
comparison-interval = ({ $draws }: { $near } to { $far })
comparison-interval-around-zero = ({ $draws }: from { $from } to { $to })
comparison-draws-all = all draws
comparison-draws-90 = 90% of draws
comparison-more = { $points } more
comparison-less = { $points } less
comparison-nobody-left-out = Nobody is left out.
comparison-over-all-years = Over all years together: { $sentence }
comparison-left-out =
    { $count ->
        [one] { $count } student is left out.
       *[other] { $count } students are left out.
    }
comparison-left-out-on-average = On average { $count } students are left out.

# Sites of new clusters

comparison-no-new-cluster = No run opens a new cluster.
comparison-nearest-site = No new cluster is opened in { $percent }% of the runs; the nearest is that of { $schools }, in { $runs } of the { $of }.
comparison-robust-site = Robust site: a new cluster of { $schools } is opened in { $runs } of the { $of } runs.
comparison-robust-site-planned = Robust site: a new cluster of { $schools } is opened in { $runs } of the { $of } runs that have a plan.

# Bottlenecks

comparison-bottleneck =
    { $title }: the first bottleneck is { $what } (`{ $rule }`); it blocks { $count ->
        [one] { $count } student who is left out
       *[other] { $count } students who are left out
    }.
comparison-bottleneck-in-draws =
    { $title }: the first bottleneck is { $what } (`{ $rule }`); it blocks { $count ->
        [one] { $count } student who is left out
       *[other] { $count } students who are left out
    }, { $often }.
comparison-bottleneck-shared =
    { $scenarios } the first bottleneck is { $what } (`{ $rule }`); it blocks { $count ->
        [one] { $count } student who is left out
       *[other] { $count } students who are left out
    }.
comparison-bottleneck-shared-in-draws =
    { $scenarios } the first bottleneck is { $what } (`{ $rule }`); it blocks { $count ->
        [one] { $count } student who is left out
       *[other] { $count } students who are left out
    }, { $often }.
comparison-in-all = In all { $count } scenarios that have a plan
comparison-in-all-but = In all scenarios that have a plan except { $names }
comparison-in-some = In { $names }
comparison-unchanged = { $title } changes nothing compared with { $reference }: the same clusters, and as many students placed.
comparison-unchanged-cannot =
    { $count ->
        [one] No further cluster can be formed by the board or network that may have one more
       *[other] No further cluster can be formed by the boards or networks that may have one more
    }: { $owners }.
comparison-unchanged-dear =
    { $count ->
        [one] This board or network could form another cluster
       *[other] These boards or networks could form another cluster
    }, but that would make the plan no better: { $owners }.
comparison-unchanged-not-found =
    { $count ->
        [one] This board or network could form another cluster
       *[other] These boards or networks could form another cluster
    }, but no better plan with it was found: { $owners }.
comparison-extra-cost =
    { $title }: { $students ->
        [one] { $students } student
       *[other] { $students } students
    } placed more than in { $reference }, for { $net } euros net more; that is { $euros } euros per extra student placed.
comparison-extra-cost-less =
    { $title }: { $students ->
        [one] { $students } student
       *[other] { $students } students
    } placed more than in { $reference }, and { $net } euros net cheaper.
comparison-in-draws =
    { $of ->
        [one] in the only draw
       *[other] in { $runs } of the { $of } draws
    }
comparison-in-draws-planned =
    { $of ->
        [one] in the only draw that has a plan
       *[other] in { $runs } of the { $of } draws that have a plan
    }

# Break-even values of a parameter

comparison-along = Along `{ $parameter }`
comparison-along-with = Along `{ $parameter }`, with { $others }
comparison-break-even-never = { $line }: even at { $last } nobody is left out.
comparison-break-even =
    { $line }: up to { $last } nobody is left out; at { $first } { $count ->
        [one] { $count } student is left out
       *[other] { $count } students are left out
    }.
comparison-break-even-always =
    { $line }: at { $first } { $count ->
        [one] { $count } student is left out
       *[other] { $count } students are left out
    }.
comparison-break-even-free = From { $from } on nobody is left out.
comparison-break-even-unknown = At { $values } there is no plan at all.

# Strategies against each other

comparison-none-dominated = None of the { $count } strategies (scenarios outside a grid) is dominated by another on { $measures } together.
comparison-dominated = { $scenario } is dominated by { $by }, which does better on { $better }.
comparison-dominated-equal = { $scenario } is dominated by { $by }, which does better on { $better }, and equally well on { $equal }.
comparison-dominated-leaves-out-more = But { $by } leaves out more students than { $scenario }.
comparison-dominated-path-leaves-out-more = But over all years together { $by } leaves out more students than { $scenario }.
comparison-dominance-uncertain = Some of these searches were stopped, so this is not certain: with more time another strategy may be the better one.
comparison-measure-core = the share trained in clusters
comparison-measure-path-core = the share trained in clusters in the last year
comparison-measure-net = net cost
comparison-measure-path-net = net cost over all years
comparison-measure-journey = the mean journey
comparison-measure-path-journey = the mean journey in the last year

# Runs without a plan

comparison-failure = { $title }: no plan, { $outcome }.
comparison-failure-in-draws = { $title }: no plan { $often }, { $outcome }.
comparison-outcome-plan = although there is one
comparison-outcome-infeasible = since none exists under the rules
comparison-outcome-nothing-found = since none was found within the limits
comparison-outcome-refused = since the changes make no sense on this base
comparison-outcome-failed = by a fault of the program
comparison-bottleneck-other = another rule
