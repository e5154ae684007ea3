# Texts of `serve`.

serve-folder-in-use = The project in { $folder } is open already, in another plaatswijzer. Close that one, or choose another folder.
serve-bad-history = Line { $line } of history.jsonl in { $folder } does not follow from the lines before it. Put the file back as it was, or take instance.json into a new folder.
serve-folder-unusable = The folder { $folder } cannot be used: { $reason }. Choose a folder in which you may write.
serve-file-missing = the file { $name } is not in the folder of the project
serve-file-outside = the file { $name } is not in the folder of the project; put it there and name it without a folder
serve-file-too-large = This file is larger than { $bytes } bytes, the most that is read. Leave out what is no table of this year.
serve-plan-unreadable = The plan { $name } cannot be read: { $reason }
serve-instance-damaged = The file of the instance is damaged or was not saved whole: it goes wrong at line { $line }, column { $column }. Correct it there, or save it again.
serve-instance-not-as-format = The file of the instance is not as its format has it, first at line { $line }, column { $column }. { $problems }
serve-instance-unreadable = The instance cannot be used: { $reason }
serve-not-kept = Nothing was changed, because the disk did not take it: { $reason }. Make room, and try again.
serve-instance-not-written = The last change is kept in the history, but instance.json could not be written: { $reason }
serve-port-unusable = Port { $port } of this machine cannot be used: { $reason }. Choose another one with --port.
serve-no-secrets = This machine gives no random numbers: { $reason }
serve-search-running = A search is at work. Stop it first, or wait for it.
serve-no-clusters-to-hold = There is no plan to keep something of: make one first.
serve-search-crashed = The search ended by a fault of plaatswijzer. The project is as it was.
serve-search-failed = The search failed: { $reason }
serve-cannot-place = No plan was found with this student there and the same clusters. Hold the student there and plan again.
serve-cannot-make = This file cannot be made: { $reason }
serve-no-files = Choose at least one file.
serve-problems =
    { $count ->
        [one] Nothing was changed: { $count } problem has to be solved first.
       *[other] Nothing was changed: { $count } problems have to be solved first.
    }
serve-screen-bench = Plan
serve-screen-data = Data
serve-screen-rules = Rules
serve-screen-versions = Versions
serve-screen-out = Lists
serve-screens = Screens
serve-stale = Somebody has changed the project meanwhile. The page now shows what it has become; do it again if it is still right.
serve-lost = There is no connection to plaatswijzer. Nothing is lost: start it again.
serve-undo = Undo
serve-redo = Redo
serve-search = Search
serve-students = Students
serve-student = Student
serve-clusters = Clusters
serve-schools = Schools
serve-school = School
serve-board = Board
serve-places = Places
serve-unit-places = places
serve-unit-clusters = clusters
serve-places-of = Places at { $school }
serve-change = Change
serve-no-plan-yet = There is no plan yet.
serve-headline =
    { $clusters ->
        [one] Version { $version }: { $placed } of { $students } students have a place, in { $clusters } cluster.
       *[other] Version { $version }: { $placed } of { $students } students have a place, in { $clusters } clusters.
    }
serve-score = All prices together: { $score }.
serve-proven = No plan is better: that is proven.
serve-proven-few = No plan is better when every change from the earlier plan counts: that is proven.
serve-not-proven = At most { $gain } per student can still be gained.
serve-unproven = How much can still be gained is not known: plan again to find out.
serve-plan-outdated = This plan does not fit what was decided since. Plan again below.
serve-plan = Make a plan
serve-other-schools-outdated = What other schools cost is here again after planning again: this plan no longer fits what was decided.
serve-plan-again = Plan again
serve-plan-again-held = Plan again, keep the clusters
serve-good-enough = Difference from the best at most
serve-good-enough-best = 0: the best of all
serve-at-most = Search at most
serve-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
serve-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
serve-no-map = No school has coordinates, so there is no map.
serve-find = Find by name, school or postcode
serve-find-row = Find by name
serve-no-row = Nothing found.
serve-only = Which students
serve-only-all = Everyone
serve-only-left-out = Without a place
serve-only-held = Held
serve-only-forbidden = With a school forbidden
serve-sort = Order
serve-sort-state = Without a place first
serve-sort-name = By name
serve-sort-school = By school
serve-sort-journey = Longest journey first
serve-rows =
    { $count ->
        [one] { $count } student
       *[other] { $count } students
    }
serve-more-rows =
    { $count ->
        [one] Show { $count } more
       *[other] Show { $count } more
    }
serve-select-one = Select { $name }
serve-none-at-one-school = None of those ticked is at one school: there is nothing to hold.
serve-hold-selected = Hold where they are
serve-release-selected = Hold no longer
serve-year = year { $year }
serve-left-out = without a place
serve-held = held
serve-no-clusters-yet = The clusters appear with the first plan.
serve-shell = Shell
serve-members =
    { $members ->
        [one] { $members } member
       *[other] { $members } members
    } (at least { $least }, target { $target }, at most { $most })
serve-members-of =
    { $members ->
        [one] { $members } member
       *[other] { $members } members
    }, at most { $most }
serve-keep = Must stay
serve-keep-no-longer = Need not stay
serve-free = { $free } of { $places } places free
serve-searching = Searching. At most { $gain } per student can still be gained.
serve-searching-first = Searching. There is no plan yet.
serve-search-begins = The search begins.
serve-better-there = A better plan is there.
serve-first-there = A plan is there already.
serve-no-better-plan = The search has no better plan than the one on screen yet.
serve-stop = Stop with the best so far
serve-found-best = The best plan was found: no plan is better.
serve-found-best-held = The best plan with these clusters was found.
serve-found = A plan was found; at most { $gain } per student can still be gained.
serve-better = It is { $gain } better than the one on screen.
serve-better-at-goal = It is better than the one on screen: { $goal } goes from { $now } to { $then }.
serve-equal = It is as good as the one on screen.
serve-worse = It is not better than the one on screen.
serve-show-plan = Show it
serve-no-plan = No plan is possible: these demands clash.
serve-undo-last = Undo the last change
serve-nothing-found = No plan was found in this time. Give the search more time.
serve-overtaken = The search ended because the data were changed.
serve-choose-student = Choose a student to see where and why, and what other schools would cost.
serve-other-schools = Other schools
serve-working = One moment …
serve-id = Number
serve-programme = Programme
serve-days = Free on
serve-home = Home
serve-home-known = known
serve-home-unknown = not known
serve-wishes = Wishes
serve-denomination = Wished denomination
serve-some-left-out = { $count } of { $of } without a place
serve-is-left-out = Without a place
serve-held-at = Held at { $school }.
serve-release = Hold no longer
serve-hold-here = Hold here
serve-never-here = Never here
serve-forbidden-at = Never at { $name }.
serve-allow = Allow again
serve-because = Reason: { $because }
serve-no-other-school = No other school is possible with these clusters.
serve-not-used =
    { $count ->
        [one] { $count } school is in no cluster of this plan
       *[other] { $count } schools are in no cluster of this plan
    }
serve-refused-by =
    { $count ->
        [one] { $rule }: { $count } school refused
       *[other] { $rule }: { $count } schools refused
    }
serve-movers =
    { $count ->
        [one] { $count } other moves
       *[other] { $count } others move
    }
serve-who-moves = Also moving: { $names }.
serve-charge = { $rule }: costs { $price }
serve-charge-with-surcharge = { $rule }: costs { $price } ({ $journey }, with a surcharge beyond the comfortable distance)
serve-place-and-hold = Place here and hold
serve-place = Place here
serve-no-worse = ✓ no worse
serve-costs = + costs { $cost }
serve-saves = ✓ saves { $gain }
serve-unclear-here = ? plan again to find out
serve-not-used-here = ✕ in no cluster of this plan
serve-refused-here = ✕ refused: { $rule }
serve-no-versions = There is no accepted plan yet.
serve-version = Version { $number }
serve-on-screen = on screen
serve-version-name = Name
serve-version-note = Note
serve-keep-name = Keep
serve-restore = Put on screen
serve-compare = Compare with the plan on screen
serve-cannot-compare = These two plans cannot be compared.
serve-rules-explained = Prices are kilometres of journey: an unmet wish of 15 km weighs as much as 15 km of travel. A change counts when you plan again.
serve-rule-off = off
serve-charged = In the plan on screen: { $points }.
serve-switch-off = Switch off
serve-switch-on = Switch on
serve-set = Set
serve-welcome = Plan the placements of student teachers
serve-welcome-explained = Drop your spreadsheets here, all at once: students, schools, a table of postcodes, and if you have them boards and clusters. Without postcodes or coordinates the journeys are not known, and hardly anybody is placed. Nothing leaves this computer.
serve-example = Try the example region
serve-template = An empty workbook to fill in
serve-before-planning = Before planning
serve-no-warnings = Nothing is remarkable.
serve-more-warnings =
    { $count ->
        [one] … and { $count } more
       *[other] … and { $count } more
    }
serve-new-files = Read files again
serve-drop-files = Drop files here, or
serve-withdraw = Withdraws
serve-drop-out = Drops out
serve-withdrawn = { $name } takes no part any more.
serve-dropped-out = { $name } has dropped out.
serve-removed = { $name } is removed.
serve-nothing-out = There is no plan on screen that fits the data. Plan first.
serve-out-explained = Each file is made of the plan on screen. The command below it makes the same, in the folder of the project.
serve-out-headings = Headings of the lists
serve-out-name = Name
serve-out-school-year = School year
serve-out-school-year-example = for example 2027-2028
serve-out-lists = All lists and letters (workbooks in one zip)
serve-out-lists-docx = All lists and letters (Word files in one zip)
serve-out-workbook = Workbook for planners
serve-out-page = Page for the public
serve-out-page-planner = Page for planners
serve-out-plan = The plan as a file
serve-out-instance = The data as a file
serve-pair-at = where
serve-setting-again = to an earlier school again
serve-setting-cluster-eur = cost per cluster
serve-setting-default-day = usual meeting day
serve-setting-finance = finances
serve-setting-grant-base = fixed grant
serve-setting-grant-lag = years by which the grant lags
serve-setting-grant-per-student = grant per student
serve-setting-grant-steps = steps of the grant
serve-setting-hard = refused instead of priced
serve-setting-meeting-days = meeting days
serve-setting-opening-eur = cost of opening a new cluster
serve-setting-shell-student-eur = cost per student in the shell
serve-setting-student-eur = cost per student
serve-setting-alone-places = places for a cluster of one school
serve-setting-class-worth = price per missing class day (km)
serve-setting-comfortable = comfortable up to (km)
serve-setting-excess = extra price beyond that (%)
serve-setting-limit-eur = at most (euros)
serve-setting-limit = at most (km)
serve-setting-max = at most
serve-setting-max-changes = changes at most
serve-setting-max-percent = at most (%)
serve-setting-max-schools = schools at most
serve-setting-min = at least
serve-setting-min-schools = schools at least
serve-setting-min-years = years at least
serve-setting-none-worth = price if no wish is met (km)
serve-setting-opening = price of a new cluster (km)
serve-setting-reach = distance between schools (km)
serve-setting-step = price per step down the list (km)
serve-setting-target = target
serve-setting-worth = price (km)
serve-setting-below-min = price per member too few (km)
serve-costs-at-most = + costs at most { $cost }
serve-saves-at-least = ✓ saves at least { $gain }
serve-cancel = Cancel
serve-ok = OK
serve-reason-optional = Reason, and who decided (may stay empty)
serve-refused-host = This is not a name of this machine.
serve-refused-cookie = Open the address that plaatswijzer has printed.
serve-refused-origin = This does not come from a page of plaatswijzer.
serve-refused-token = This address was used before. Start plaatswijzer again for a new one.
serve-refused-kind = Send application/json.
serve-version-unreadable = The file of this plan cannot be read.
serve-version-unproven = How much can still be gained is not known.
serve-version-figures = { $placed } of { $students } students placed, all prices together { $score }. { $proven } Checked independently.
serve-plan-again-few = Plan again, move few
serve-exact-unknown = What it costs at the least was not found in time; plan again to find out.
serve-exact-costs = With these clusters it costs at the least { $cost }.
serve-exact-saves = With these clusters it saves at most { $gain }.
serve-hold-and-plan = Hold here and plan again
serve-unclear-explained = No plan with the student there was found this quickly. Planning again, with the student held there, may find one.
serve-version-accepted = Accepted
serve-unclear =
    { $count ->
        [one] Perhaps { $count } more school
       *[other] Perhaps { $count } more schools
    }
serve-waiting =
    { $count ->
        [one] { $count } plan was found and not accepted
       *[other] { $count } plans were found and not accepted
    }
serve-place-student = Student { $name }
serve-place-school = School { $name }
serve-place-board = Board { $name }
serve-place-cluster = Cluster { $name }
serve-mend-explained = Mend a cell here, or in the file itself and read it again. The files stay as they are; what you mend here is remembered in the project.
serve-mend = Mend and read again
serve-understood = How the spreadsheets were understood
serve-remarkable =
    { $count ->
        [one] { $count } thing is remarkable
       *[other] { $count } things are remarkable
    }
serve-spreadsheets-here = Spreadsheets in this folder
serve-read-these = Read these
serve-read-again = Read again
serve-sources-changed =
    { $count ->
        [one] { $names } has changed since it was read.
       *[other] { $names } have changed since they were read.
    }
serve-row = Row { $row }
serve-column = column { $column }
serve-found-allowed = Found: { $found }. Allowed: { $allowed }.
serve-cell-says = What row { $row }, column { $column } should say
serve-use = Use “{ $text }”
serve-leave-empty = Leave empty
serve-leave-row-out = Leave the row out
serve-rows-read =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
serve-columns-unused =
    { $count ->
        [one] { $count } column not used
       *[other] { $count } columns not used
    }
serve-column-in-file = Column in the file
serve-column-means = is read as
serve-near = looks like “{ $name }”
serve-not-used-column = not used
serve-means = What the column { $heading } means
serve-what-is = What { $name } is
serve-sheet-not-read = not read
serve-found-earlier = A plan that was found earlier was not shown yet; the data or the plan have changed since.
serve-overtaken-kept = The plan that it had found by then is kept; it does not know of the change.
serve-undone = Undone
serve-redone = Done again
serve-metres = { $metres } m
serve-screen-what-if = What if
serve-what-if-explained = Tick one or more changes and see what they would bring. Nothing in the project changes.
serve-what-if-close = A school closes
serve-what-if-grow = More students
serve-what-if-drop-out = Students drop out
serve-what-if-places = A school gets more places
serve-what-if-clusters = A board may have more clusters
serve-what-if-admit = A board takes part
serve-what-if-day = All clusters meet on
serve-what-if-work-out = Work it out
serve-what-if-running = Working it out.
serve-what-if-no-plan = With these changes no plan is possible.
serve-what-if-answer = What it would bring
serve-what-if-keep = Take over, as a version
serve-what-if-same-clusters = The same clusters stay in use. What differs comes from who is where.
serve-what-if-changes-not-counted = Of the difference, { $price } is the price of changes from an earlier plan. It counts now, and does not in this answer.
serve-what-if-who = Who would go elsewhere, and all figures
serve-no-plan-to-compare = There is no plan on screen that fits the data. Plan first.
serve-no-answer = There is no answer to keep.
serve-answer-outdated = The project has changed since this was worked out. Work it out again to take it over.
serve-figure-placed = With a place
serve-figure-left-out = Without a place
serve-figure-score = All prices together
serve-figure-now = now
serve-figure-then = then
serve-percent = percent
serve-day = Day
serve-preview = Preview
serve-out-boards = Page for a board
serve-out-list-preview = What a school, cluster, board, trainer or student will read
serve-out-list-of = List of
serve-boards = Boards
serve-schools-elsewhere = Elsewhere
serve-cluster = Cluster
serve-clusters-existing = Existing clusters
serve-standing = Standing
serve-most-clusters = Clusters at most
serve-most-clusters-of = Clusters at most of { $board }
serve-meeting-days = May meet on
serve-table-is = This table holds
serve-problems-in-spreadsheets =
    { $count ->
        [one] { $count } problem in the spreadsheets
       *[other] { $count } problems in the spreadsheets
    }
serve-fixed-excluded = student `{ $student }` is held at `{ $school }`, where the student may not go by the same data; being held takes precedence
serve-only-idle = student `{ $id }` may only go to clusters that take no part, and so can be placed nowhere
serve-because-nothing = student `{ $student }` has a reason, and nothing was decided that it could be about
serve-nobody-can-be-placed = nobody can be placed: no board has a cluster, may have one, or is in the shell; let a board have a cluster in the table of boards below
serve-no-postcodes = the place of { $kind } `{ $id }` is unknown: there is a postcode and no table of postcodes yet; drop one at “Read files again” on the screen Data
serve-unknown-postcode = postcode `{ $postcode }` is not in the project's table of postcodes. Correct it, or leave it blank: then the journeys are unknown. Or add it to the file with the postcodes, and read the files again on the screen Data
serve-not-in-postcodes = the place of { $kind } `{ $id }` is unknown: the postcode is not in the table of postcodes; correct the postcode, or add it to that file and read the files again on the screen Data
serve-write-the-names = write the names of the columns above the rows; the empty workbook to fill in is an example
serve-name-each-sheet = choose below what each sheet is, and “not read” for the one that is not meant
serve-places-beside-duo = the list of DUO has the schools of the whole country; choose below that your own table is one of places, which adds to it
serve-add-the-table = drop the file with this table as well, or choose below what a file or sheet is
serve-give-a-name = write the name in a sheet of settings
serve-give-places = fill it in here, or drop a table of places as well, with a row per school
serve-give-tables-as-files = drop tables and files here, and give settings their own keys
serve-name-the-kind = choose below what it is, or leave the file out
serve-put-the-copy-away = if one of the two is a copy or a list of the same rows, choose “not read” for it below; otherwise take the rows that are on both out of one of them
serve-remove-the-setting = leave the row out; the empty workbook to fill in lists all settings
serve-and-alike =
    { $count ->
        [one] and { $count } more like it
       *[other] and { $count } more like it
    }
serve-to-data = To the data
serve-spreadsheets-refused = These spreadsheets are not taken yet: mend the problems below, or do not use them. Until then the data are as they were.
serve-spreadsheets-waiting = These spreadsheets are not taken yet: read them again, or do not use them. Until then the data are as they were.
serve-take-back = Do not use these spreadsheets
serve-leave-file-out = Leave out
serve-leave-file-out-of = Leave out the file { $name }
serve-sheet-recognised = as plaatswijzer recognises it
serve-contacts-unreadable = the file of contacts cannot be read ({ $reason }); mend it, or move it out of the folder of the project
serve-contacts-not-written = The change is made, but the file of contacts could not be written: { $reason }. Make room, and read the spreadsheets again.
serve-so-far = { $seconds } s
serve-what-if-free = Share of students who are free on
serve-what-if-wish = Share of students who wish
serve-what-if-rules = Other prices and limits
serve-dearer =
    { $count ->
        [one] { $count } school that costs more
       *[other] { $count } schools that cost more
    }
serve-choose-files = Choose files
serve-remove = Remove
serve-new-student = New student
serve-new-school = New school
serve-new-board = New board
serve-new-cluster = New existing cluster
serve-what-if-switches = Rules on or off
serve-what-if-off = Switch off: { $rule }
serve-what-if-on = Switch on: { $rule }
serve-what-if-per-rule = What each rule charges
serve-figure-difference = difference
serve-rule = Rule
serve-now-off = switched off
serve-now-on = switched on
serve-would-charge = Switched on, it would charge { $points } in the plan on screen.
serve-would-break =
    { $count ->
        [one] The plan on screen breaks this rule { $count } time.
       *[other] The plan on screen breaks this rule { $count } times.
    }
serve-ask-without = What if it were off?
serve-ask-with = What if it were on?
serve-other-version = Another program has changed instance.json in the folder of the project. What you do here waits until you have decided which version counts.
serve-take-other = Take the new version in
serve-keep-own = Go on with the version on this page
serve-put-aside = The version of the other program is kept as { $name } in the folder of the project.
serve-file-as-it-was = instance.json is as the page has written it: there is nothing to decide.
serve-decide-first = Nothing was changed: another program has changed instance.json. Decide above which version counts, and do it again.
serve-no-request =
    { $count ->
        [one] This is no request as /api/openapi.json describes it: { $count } problem.
       *[other] This is no request as /api/openapi.json describes it: { $count } problems.
    }
