# The page of a path over the years.

growth-page-title = Growth path { $first } to { $last }
growth-page-for-planners = For planners: names students who are left out, and what each board has.
growth-page-for-public = For anyone: no student and no group smaller than five.
growth-page-for-board = For { $board }: how many students it has; of others no group smaller than five.

growth-page-goal = Goal
growth-page-reality = Reality
growth-page-options = Options
growth-page-forward = Way forward
growth-page-maps = A map per year
growth-page-boards = Per board
growth-page-own-board = Our board

# Goal

growth-page-outcome-aimed = In { $year } { $core } of { $of } students are in a cluster ({ $share }); { $aim }% is aimed at.
growth-page-outcome = In { $year } { $core } of { $of } students are in a cluster ({ $share }).
growth-page-no-goal = No share of students in clusters is aimed at.
growth-page-met = The share aimed at is reached in every year.
growth-page-met-from = From { $year } on the share aimed at is reached in every year.
growth-page-not-met = In { $years } the share aimed at is not reached.
growth-page-not-known = Whether the share aimed at is reached in { $years } is not shown: it would reveal a small group.
growth-page-chart = Share of students in clusters
growth-page-chart-table = The table of years has the same numbers.
growth-page-in-clusters = in clusters (%)
growth-page-reached = reached
growth-page-aimed = aimed at
growth-page-not-drawn = A share that would reveal a small group is not drawn.
growth-page-share-by-year = Share per year
growth-page-column-year = Year
growth-page-column-students = Students
growth-page-column-in-clusters = In clusters
growth-page-column-share = Share
growth-page-column-aim = Aim
growth-page-column-aimed-at = Students aimed at
growth-page-column-short = Short
growth-page-column-left-out = Left out
growth-page-points = A thousand points are one kilometre of one student's journey.

# Reality

growth-page-first-year-of-path = The first year of the path
growth-page-today = Today: { $year } before any decision
growth-page-today-boards = { $boards ->
        [one] { $boards } board takes part
       *[other] { $boards } boards take part
    }, with { $clusters ->
        [one] { $clusters } cluster
       *[other] { $clusters } clusters
    } and { $places ->
        [one] { $places } place
       *[other] { $places } places
    } in clusters.
growth-page-today-shell = { $boards ->
        [one] { $boards } board is
       *[other] { $boards } boards are
    } in the shell, with { $places ->
        [one] { $places } place
       *[other] { $places } places
    }.
growth-page-today-share = { $core } of { $of } students are trained in a cluster ({ $share }).
growth-page-today-journey = The mean journey of those placed is
growth-page-today-is = These are the numbers of the best plan found for the first year if no board enters and no cluster opens.
growth-page-first-year = The path begins in { $year } with { $boards ->
        [one] { $boards } board
       *[other] { $boards } boards
    } and { $clusters ->
        [one] { $clusters } cluster
       *[other] { $clusters } clusters
    }, of which { $opened } new.
growth-page-bottleneck = The first bottleneck is { $what }: in that year it blocks { $count ->
        [one] { $count } student who is left out
       *[other] { $count } students who are left out
    }.

# Options

growth-page-figures = What each year brings
growth-page-column-figure = Figure
growth-page-row-share = In a cluster
growth-page-row-shell = In the shell (students)
growth-page-row-left-out = Left out (students)
growth-page-row-journey = Mean journey, one way
growth-page-row-far = 90% travel at most
growth-page-row-meeting-day = Free on the meeting day
growth-page-row-denomination = Wish for { $term } met
growth-page-row-first-wish = First wish met
growth-page-row-clusters = Clusters in use, each with a trainer
growth-page-row-trainers = New clusters: trainers to appoint
growth-page-euros = Euros a year
growth-page-no-euros = Euros are left out: they would reveal a small group.
growth-page-cost = Cost (€)
growth-page-grant = Grant paid (€)
growth-page-net = Net (€)
growth-page-limit = At most (€)
growth-page-sum = Net so far (€)
growth-page-earned = Grant for this year's students (€)
growth-page-to-come = Still to be paid out (€)
growth-page-advance = The grant for a year's students is paid { $years ->
        [one] a year
       *[other] { $years } years
    } later. Until then others must advance it: at most € { $euros }, at the end of { $year }.
growth-page-counts-itself = The grant paid in { $year } counts the students of that year itself, since those of an earlier year are not known.
growth-page-who-left-out = Who is left out, and in which year
growth-page-column-student = Student

# Way forward

growth-page-calendar = Opening calendar
growth-page-calendar-reads = Per board and year the clusters in use. Boards in which something happens are at the top.
growth-page-in-use = cluster in use
growth-page-opens-this-year = opens in this year
growth-page-board = Board
growth-page-takes-no-part = takes no part
growth-page-enters = enters
growth-page-opens = opens { $cluster }
growth-page-closes = ends { $cluster }
growth-page-stay-out = These boards may enter, and do not on this path: { $boards }.
growth-page-decisions = What to decide, and before which date
growth-page-decide-note = A board says before 1 April that it takes part in the next school year; one school of each new cluster appoints a trainer before the summer.
growth-page-nothing = No board enters and no cluster opens.
growth-page-column-decide = Decide
growth-page-column-what = What
growth-page-column-trainer = Trainer appointed
growth-page-column-waits = Not earlier, since
growth-page-later-unknown = not while all else stays, or not found out in time
growth-page-column-later = A year later costs (points)
growth-page-column-draws = In the own path of this many of { $count } draws
growth-page-april = before 1 April { $year }
growth-page-april-before = before 1 April of the year before
growth-page-summer = before the summer of { $year }
growth-page-summer-before = before the summer
growth-page-decide-entry = Enters in { $year }
growth-page-decide-opening = Cluster { $cluster } opens in { $year }, on { $day }, with { $schools }; in use to the end of { $until }
growth-page-decide-closing = Cluster { $cluster } is not used any more from { $year } on
growth-waits-first = it is the first year
growth-waits-nothing = no limit of the path: it is chosen so
growth-waits-earliest = the board may enter no earlier
growth-waits-latest = the board must enter by this year
growth-unless-pace = earlier only if something else waits or the pace is raised
growth-unless-clusters = earlier only if the board or network may have more clusters by then
growth-unless-pace-and-clusters = earlier only if the board or network may have more clusters by then and, besides, something else waits or the pace is raised
growth-waits-entries = in { $year } { $most ->
        [one] { $most } board enters
       *[other] { $most } boards enter
    }, the most a year
growth-waits-entry = { $board } enters in this year
growth-waits-openings = in { $year } { $most ->
        [one] { $most } cluster opens
       *[other] { $most } clusters open
    }, the most a year
growth-waits-own-openings = in { $year } the board or network opens { $most ->
        [one] { $most } cluster
       *[other] { $most } clusters
    }, the most a year of each
growth-waits-clusters = in { $year } the board or network may have { $most ->
        [0] no cluster
        [one] { $most } cluster, and has it
       *[other] { $most } clusters, and has them
    }
growth-waits-budget = in { $year } € { $net } of the € { $most } is spent: one more cluster may not fit
growth-waits-budget-hidden = in { $year } at most € { $most } may be spent; whether one more cluster fits in that is not stated
growth-waits-new-school = { $school } did not exist in { $year }
growth-waits-other-cluster = { $school } was in another cluster in { $year }

# Maps

growth-page-maps-read = The clusters of each year, on one scale. Clusters that open in a year are dashed.
growth-page-on-map = { $clusters ->
        [one] { $clusters } cluster
       *[other] { $clusters } clusters
    }, none new
growth-page-on-map-opened = { $clusters ->
        [one] { $clusters } cluster
       *[other] { $clusters } clusters
    }, { $number } new: { $opened }

# Per board

growth-page-boards-read = For the yearly talk: what each board has to decide, and what it has. On paper each board has a page of its own.
growth-page-board-decides = To decide
growth-page-board-nothing = The board has nothing to decide: it goes on with what it has.
growth-page-board-years = Year by year
growth-page-board-places = Places are those of schools in a cluster; while a board is in the shell, also those of its other schools.
growth-page-board-clusters = Clusters with its schools
growth-page-outside = Why the board stays out
growth-page-outside-may = The board may enter from { $year } on, with { $schools ->
        [one] { $schools } school
       *[other] { $schools } schools
    } and { $places ->
        [one] { $places } place
       *[other] { $places } places
    }. On this path it does not.
growth-page-outside-impossible = It is proven that the pace and the rules of every year allow no path on which it enters.
growth-page-outside-not-found = No path was found on which it enters. That there is none is not proven.
growth-page-outside-unknown = What would change if it entered was not found out.
growth-page-outside-unused = It is not needed: also on the best path found on which it enters, in { $year }, no cluster with one of its schools opens.
growth-page-outside-used = If it enters in { $year }, { $opened ->
        [one] { $opened } cluster with a school of the board opens
       *[other] { $opened } clusters with a school of the board open
    }.
growth-page-outside-same = That path costs as many points as this one.
growth-page-outside-more = That path costs { $points } points more than this one.
growth-page-outside-students = In { $year } it has { $then } students in clusters, this one { $now }.
growth-page-outside-proven = It is proven that no path on which the board enters costs less than this one.
growth-page-outside-proven-more = It is proven that every path on which the board enters costs at least { $points } points more.
growth-page-outside-unproven = It is not proven that no path on which the board enters costs less.
growth-page-outside-unproven-less = It is not proven that no path on which the board enters costs less: up to { $points } points less is not ruled out.
growth-page-column-standing = Standing
growth-page-column-clusters = Clusters
growth-page-column-new-clusters = New
growth-page-column-own-students = Its students
growth-page-column-places = Places
growth-page-column-filled = Filled
growth-page-standing-enters = { $standing }, enters
growth-page-column-cluster = Cluster
growth-page-column-schools = Schools
growth-page-column-day = Meets on
growth-page-column-used = In use
growth-page-used-always = in every year
growth-page-used-from = from { $year } on
growth-page-used-from-to = { $first } to { $last }
