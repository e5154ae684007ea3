# Texts of the pages of a plan and of a batch.

page-90-at-most = 90% at most
page-90-travel-at-most = 90% travel at most
page-about-this-report = About this report
page-all-figures-rules = All figures and rules
page-bar-90-draws = Bar: 90% of the draws.
page-bar-all-draws = Bar: all draws.
page-base-comparison = base of comparison
page-board = board
page-charts = Charts
page-cluster = cluster
page-clusters = clusters
page-clusters-by-their-members = Clusters by their members
page-clusters-used = Clusters used
page-concept = concept
page-cost = cost
page-denomination = denomination
page-dominated = dominated
page-enlarged = Enlarged,
page-numbers-for-programs = Every number is also in the file for programs, in a data element.
page-existing-not-used = existing not used
page-fill = fill
page-fill-per-board = Fill per board
page-for-memo = For a memo
page-for-whom = For whom
page-free-on-meeting-day = Free on the meeting day
page-grant = grant
page-home-student = home of a student
page-how-many-students-why = How many students, and why
page-in-cluster = in a cluster
page-in-cluster-2 = % in a cluster
page-in-shell = in the shell
page-in-short = In short
page-input-sha-256 = Input (SHA-256)
page-journey = journey
page-journeys-students-one-way = Journeys of students, one way
page-kilometres-one-way = kilometres, one way
page-left = Left
page-left-out = left out
page-left-out-2 = Left out
page-left-out-why = Left out, and why
page-line-base-comparison = Line: the base of comparison.
page-made-by = Made by
page-map = Map
page-map-schools-clusters = Map of schools and clusters
page-mean = mean
page-mean-journey-in-km = mean journey in km
page-mean-journey-one-way = Mean journey, one way
page-mean-journey-one-way-km = Mean journey, one way, km
page-members = members
page-members-against-bounds = members against the bounds
page-members-per-cluster = Members per cluster
page-met = met
page-net-cost = Net cost
page-net-cost-in-euros = net cost in euros
page-new = new
page-new-cluster = new cluster
page-no-plan = no plan
page-not-dominated = not dominated
page-not-dominated-no-other-scenario = not dominated: no other scenario is as good in all and better in some
page-not-weighed-in-grid-or = not weighed (in a grid, or some draw has no plan)
page-numbers = The numbers
page-numbers-2 = Numbers
page-of = of
page-on-this-page = On this page
page-other-or-no-denomination = other or no denomination
page-part = part
page-per-programme = Per programme
page-placement-plan = Placement plan
page-plans-two-scenarios-first-draw = The plans of two scenarios, of the first draw.
page-point-at-cluster-tap-it = Point at a cluster, tap it, or go there with the tab key: lines from home to school appear.
page-position = position
page-programme = programme
page-right = Right
page-rows = rows of
page-same-in-sentences-copy = The same in sentences, to copy
page-scenario = scenario
page-scenarios = Scenarios
page-scenarios-compared = Scenarios compared
page-school-in-no-cluster = school in no cluster
page-school-in-shell = school in the shell
page-search = Search
page-share-against-mean-journey = Share against mean journey
page-share-against-net-cost = Share against net cost
page-share-number = share and number
page-share-samen-opleiden = Share Samen Opleiden
page-share-samen-opleiden-2 = Share Samen Opleiden, %
page-show-where-students-live = Show where students live
page-skip-content = Skip to the content
page-students = students
page-students-by-journey-one-way = Students by journey, one way
page-students-places = Students of the places.
page-students-trained-in-cluster = of the students are trained in a cluster
page-scatter-table = The table of scenarios has the same numbers.
page-scrolls = The table is larger than its frame: scroll in it to see everything.
page-there-too-many-homes-draw = There are too many homes to draw one by one; they are drawn by square.
page-extra-cost = Cost per extra student placed
page-extra-cost-explained = Scenarios that place more students than “{ $reference }”, and what that costs more, net.
page-extra-cost-draws = On average over the draws.
page-sensitivity = How sensitive the plan is to each value
page-sensitivity-explained = Each row goes from one value of a parameter to the next, with everything else as it was, and shows by how much each figure rises. A price whose rows show 0 everywhere decides nothing within these values.
page-parameter = parameter
page-parameter-from = from
page-parameter-to = to
page-extra-students = placed more
page-extra-net = net euros more
page-extra-per-student = euros per extra student
page-share-along = Share in a cluster along { $parameter }
page-undrawn-hidden = Not drawn, since a number would reveal a group of fewer than { $smallest } students: { $names }.
page-undrawn-no-figure = Not drawn, since a number is missing: { $names }.
page-undrawn-no-plan = Not drawn, since there is no plan: { $names }.
page-undrawn-no-room = Not drawn, since the chart is full: { $names }.
page-scatter-too-few = There are fewer than two scenarios to draw.
page-those-who-wished-placed = Of those who wished and are placed.
page-cluster-tints = Colours distinguish clusters that lie close together, and mean nothing else; a new cluster has a dashed line.
page-town-names = Town names are at the middle of their schools.
page-two-maps = Two maps
page-what-became-schools = what became of the schools
page-where-students = where the students are
page-where-students-live-larger-more = where students live; larger is more students
page-wish = wish
page-wishes-met = Wishes met
page-plan-for = Plan for { $name }
page-wish-for-met = Wish for { $term } met
page-cluster-new = { $name } (new)
page-hidden-groups = Groups smaller than { $smallest } are hidden. < { $smallest }: fewer than { $smallest }; ≥: at least; ≈: about.
page-sizes-same = Band: { $least } to { $most } allowed; line: target { $target }.
page-sizes-different = Band: what is allowed; line: the target of each cluster.
page-journeys-description = Mean { $mean }; 90% travel at most { $late }. The numbers are below.
page-students-per-km =
    { $kilometres ->
        [one] students per km
       *[other] students per { $kilometres } km
    }
page-from-to-km = { $from } to { $to } km
page-map-description =
    { $schools ->
        [one] { $schools } school
       *[other] { $schools } schools
    }, { $clusters ->
        [one] { $clusters } cluster
       *[other] { $clusters } clusters
    }. North is up. The tables of schools and clusters have the same information.
page-some-live-beyond = Some students live beyond the map.
page-homes-beyond =
    { $count ->
        [one] { $count } home is beyond the map.
       *[other] { $count } homes are beyond the map.
    }
page-homes-not-shown = Students whose home is not shown: { $number }.
page-students-of-places = { $students } of { $places }
page-places =
    { $places ->
        [one] { $places } place
       *[other] { $places } places
    }
page-first-rows = The first { $shown } of { $rows } rows; the spreadsheet has all of them.
page-funnel-refused = refused by a rule
page-funnel-full = full
page-funnel-not-used = not in use
page-funnel-room = with room, but more expensive or beyond a limit
page-maps-of-first = Maps of the first { $shown } of { $all } scenarios.
page-of-hidden = of how many is not shown
