# Words of all reports: columns, figures, cells, headlines.

# Numbers that are not known or shown exactly

amount-fewer-than = fewer than { $amount }
amount-at-least = at least { $amount }
amount-at-most = at most { $amount }
amount-about = about { $amount }
amount-range = { $least } to { $greatest }
amount-kilometres = { $amount } km
amount-about-kilometres = about { $amount } km
amount-percent = { $amount }%

# The answers in cells

cell-yes = yes
cell-no = no
cell-no-days = none

cell-monday = Monday
    .short = Mon
cell-tuesday = Tuesday
    .short = Tue
cell-wednesday = Wednesday
    .short = Wed
cell-thursday = Thursday
    .short = Thu
cell-friday = Friday
    .short = Fri

cell-programme-academisch = academische pabo

cell-standing-partner = partner
cell-standing-aspirant = aspirant
cell-standing-shell = shell
cell-standing-candidate = candidate

cell-strength-prefer = prefers
cell-strength-must = must

cell-cluster-existing = existing
cell-cluster-new = new

# Titles of tables

table-goals = How good the plan is
table-placements = Placements
table-clusters = Clusters
table-boards = Boards
table-schools = Schools
table-left-out = Left out
table-indicators = Indicators
table-rules = Rules
table-of-board = Board { $name }
table-of-cluster = Cluster { $name }

# Titles of columns about students

column-student = student
column-students = students
column-programme = programme
column-year = year
column-home = home
column-free-days = free days
column-class-days = class days
column-member = member of community
column-free-on-meeting-day = free on meeting day
column-journey = journey (km)
column-denomination-wish = denomination wished
column-wish-strength = strength
column-denomination-met = denomination met
column-concept-wish = concepts wished
column-concept-met = concept met
column-wish-rank = wish number
column-fixed = fixed
column-overridden = rules overridden
column-points = points
column-points-of-rule = points: { $rule }
column-reason = reason
column-school-count = schools
column-refused-by = refused: { $rule }
column-full = full
column-cluster-full = cluster full
column-not-used = not in use
column-room = with room

# Titles of columns about schools, clusters and boards

column-school = school
column-school-id = school id
column-town = town
column-board = board
column-board-id = board id
column-cluster = cluster
column-cluster-id = cluster id
column-meeting-day = meeting day
column-kind = kind
column-schools = schools
column-members = members
column-least = least
column-target = target
column-most = most
column-off-target = off target
column-others = others
column-places = places
column-fill = fill
column-standing = standing
column-clusters-used = clusters used
column-clusters-most = clusters allowed
column-cost = cost (€)
column-grant = grant (€)
column-net = net (€)
column-denomination = denomination
column-concepts = concepts

# Titles of columns about goals, figures and rules

column-goal = goal
column-value = value
column-bound = bound
column-gap = gap
column-figure = figure
column-about = about
column-number = number
column-of = of
column-share = share
column-rule = id
column-title = rule
column-in-force = in force
column-settings = settings
column-statement = what it says

# Figures

figure-in-clusters = placed in a cluster
figure-in-shell = placed in the shell
figure-left-out = left out
figure-journey-mean = mean journey
figure-journey-median = median journey
figure-journey-90 = 90% travel at most
figure-journey-longest = longest journey
figure-journey-comfortable = journeys within what is comfortable
figure-denomination-met = wish for denomination met
figure-concept-met = wish for concept met
figure-wish-met = got wish number { $rank }
figure-wish-unmet = got none of the wishes
figure-free-on-meeting-day = members free on their meeting day
figure-clusters-used = clusters used
figure-clusters-new = new clusters
figure-clusters-unused = existing clusters not used
figure-clusters-off-target = clusters off their target
figure-members = members of communities
figure-fill = students at places of board
figure-fill-gini = unevenness of fill (Gini)
figure-cost = cost in euros
figure-grant = grant in euros
figure-net = net in euros
figure-of = { $figure }: { $subject }
figure-in-percent = { $figure } (%)
figure-in-metres = { $figure } (m)
figure-in-points = { $figure } (points)
figure-of-goal = goal “{ $goal }”
figure-bound-of-goal = lower bound of goal “{ $goal }”
figure-journey-known = students whose journey is known
figure-denomination-wished = students with a wish for a denomination
figure-concept-wished = students with a wish for a concept

# Goals of the search

goal-unplaced = students left out
goal-longest-journey = longest journey (m)
goal-longest-journey-of-rank = longest journey number { $rank } (m)
goal-meeting-day = members who miss the meeting
goal-denomination = unmet wishes for a denomination
goal-clusters = new clusters
goal-total = points in total
goal-lot = lots between equal plans
goal-moves = students who move

# Why a student is left out

left-out-why =
    { $schools ->
        [one] Of { $schools } school
       *[other] Of { $schools } schools
    }: { $parts }. { $conclusion }
left-out-without-schools = There are no schools.
left-out-part = { $count } { $what }
left-out-refused = { $count } refused by ‘{ $rule }’
left-out-full = { $count } full
left-out-cluster-full = { $count } in a cluster that is full
left-out-not-used = { $count } not in use
left-out-room = { $count } with room

left-out-no-school = No school is possible under the rules.
left-out-all-full = All that remain are full: a place there would move someone else.
left-out-not-known = The search ended before it was clear whether a better plan has a place.
left-out-dearer-elsewhere = A place there would break a bound on a school, a cluster, a board or the plan, or cost more elsewhere than leaving this student out.
left-out-another-cluster = Using one more cluster is not allowed, or costs more than leaving this student out.

# How good a plan is

quality-optimal = No plan under these rules is better: that is proven.
quality-unknown = The plan does not say how good it is.
quality-gap = No plan under these rules is more than { $gap } better: that is proven.
quality-level-least = { $goal }: { $value }, the least possible.
quality-level-unknown = { $goal }: { $value }; how good that is, is not known.
quality-level-gap = { $goal }: { $value }; no plan gets below { $bound } (gap { $gap }).
quality-checked = An independent check of every rule and figure agrees.

# Headlines

headline-part = { $number } of { $of }
headline-part-open = { $number } (of how many is not shown)
headline-mean-hidden = not shown, since it may be that of fewer than { $smallest } students
headline-part-with-share = { $number } of { $of } ({ $share })
headline-placed =
    Placed in a training cluster: { $core } of { $of ->
        [one] { $of } student
       *[other] { $of } students
    }
headline-placed-with-share = { $placed } ({ $share })
headline-in-shell = { $count } in the shell
headline-nobody-left-out = nobody is left out
headline-left-out = left out: { $count }
headline-clusters = Clusters used: { $used }, of these new: { $new }
headline-clusters-unused = existing clusters not used: { $count }
headline-mean-journey = Mean journey, one way: { $distance }
headline-90-journey = 90% travel at most { $distance }
headline-longest-journey = the longest journey is { $distance }
headline-denomination = Wish for { $term } met: { $met } of those placed.
headline-meeting-day = Members who are free on their meeting day: { $free }.
grant-counts = { $of ->
    [given] The grant counts { $count ->
        [one] { $count } student
       *[other] { $count } students
    } in clusters in an earlier year.
    [previous] The grant counts { $count ->
        [one] { $count } student
       *[other] { $count } students
    } in clusters in the earlier plan.
   *[this] The grant counts the students in clusters of this plan, { $count } in all: the number of an earlier year is not known.
}
headline-money = Cost: € { $cost }; grant: € { $grant }; net: € { $net }.

# Readers of a report

readers-planner = For planners: with personal data (homes, wishes, free days). Keep it accordingly.
readers-board = For { $board }: with its own students, by number, without wishes, homes, free days and reasons; of others no group smaller than five.
readers-public = For anyone: no student, no home nearer than a postcode area and no group smaller than five.
readers-withheld = Not shown, since together with other numbers it would reveal a group of fewer than { $smallest } students: { $parts }.
withheld-in-year = in { $year } ({ $parts })
withheld-journey-ranks = median and 90th percentile of the journeys
withheld-homes = homes on the map
withheld-bars = the chart of journeys
withheld-comfortable = journeys within the comfortable distance
withheld-ranked = ranked wishes
withheld-concepts = wishes for a concept
withheld-denominations = wishes for a denomination
withheld-attendance-by-programme = free on the meeting day per programme
withheld-mean = the mean journey
withheld-reasons = why students are left out
withheld-clusters = members per cluster
withheld-attendance = members and who is free on the meeting day
withheld-money = money
withheld-boards = students per board
withheld-students = where all students are
withheld-programmes = students per programme

# Lists and letters for planners

table-changes = Changes
table-leavers = No longer here
table-letters = Letters

column-from = was at
column-to = is now at
column-change = why
column-place-left = why the place was left
column-new = new
column-name = name
column-first-name = first name
column-name-prefix = name prefix
column-last-name = last name
column-email = e-mail
column-telephone = telephone
column-transport = transport
column-remarks = remarks
column-contact-person = contact person
column-contact-email = e-mail of the contact
column-contact-telephone = telephone of the contact
column-address = address
column-trainer = trainer at the schools
column-trainer-email = e-mail of the trainer at the schools
column-trainer-telephone = telephone of the trainer at the schools
column-institute-trainer = trainer at the institute
column-institute-trainer-email = e-mail of the trainer at the institute
column-places-taken = places taken
column-places-free = places free
column-letter = letter

cell-school-gone = a school that takes no part any more
cell-named-school-gone = { $school } (takes no part any more)
cell-left-out = no place
cell-absent = was not there
cell-change-new = new in this plan; not charged
cell-change-had-none = had no place before; not charged
cell-change-school-gone = the earlier school takes no part any more
cell-change-moved = goes to another school
cell-change-lost-place = has no place any more
cell-change-fewer = fewer students than before; not charged
cell-change-gone = is in the instance no longer; not charged
left-refused = rule “{ $rule }” does not admit the student there now
left-not-used = the school is in no cluster of this plan that the student may join
left-fewer-places = the school has { $places ->
        [one] 1 place
       *[other] { $places } places
    } now; { $students } of today's students were there
left-full =
    { $places ->
        [one] another student has its only place
       *[other] other students have all { $places } places
    }
left-group-full = other students have all places for this programme or year
left-cluster-full = the cluster of the school has as many members as it may have
left-room = the place is still free
left-same-price = { $why }; to the student the two schools are worth the same
left-cheaper = { $why }; for this student the new school is worth { $price } km more
left-dearer = { $why }; for this student the new school is worth { $price } km less

# Date and version of a report

edition-date = date: { $date }
edition-version = version: { $version }
# Pairs of students.
table-pairs = Together and apart
column-because = because
column-other-student = with student
column-meeting-place = where
column-pair-met = is so
cell-one-school = one school
cell-one-cluster = one cluster

# Journeys within one postcode.
cell-within-postcode = within the postcode
figure-journey-within-postcode = journeys within one postcode, counted as 0 m

# Existing clusters that are not used
table-unused-clusters = Existing clusters not used
column-to-keep = what would keep it
unused-too-few-places =
    { $count ->
        [0] Its schools have no places
        [one] Its schools have { $count } place
       *[other] Its schools have { $count } places together
    }, and the cluster needs at least { $needed ->
        [one] { $needed } member
       *[other] { $needed } members
    }.
unused-too-few-students =
    { $count ->
        [0] The rules let no member go there
        [one] The rules let only { $count } member go there
       *[other] The rules let only { $count } members go there
    }, and the cluster needs at least { $needed }.
unused-limit-reached =
    { $owner } uses { $count ->
        [0] no clusters
        [one] { $count } cluster
       *[other] { $count } clusters
    }, as many as it may.
unused-not-better = It could be used, but no plan with it is better: that is proven.
unused-not-known = The search ended before it was known whether a plan with it is better.
unused-keep-places =
    { $count ->
        [one] { $count } more place
       *[other] { $count } more places
    }{ $least ->
        [0] { "" }
       *[other] , or a minimum of { $least } for this cluster
    }
unused-keep-students =
    { $count ->
        [one] room in the rules for { $count } more member
       *[other] room in the rules for { $count } more members
    }{ $least ->
        [0] { "" }
       *[other] , or a minimum of { $least } for this cluster
    }
unused-keep-limit = one more cluster for { $owner }, or this one in place of another
unused-keep-price = only the demand that it is used; `repair --keep` finds the price
