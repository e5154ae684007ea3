# Texts about variants, growth, the ladder, comparing and holding on the page.

serve-studies = Variants and growth over the years
serve-studies-explained = A batch plans many variants of the project and compares them; a growth path plans several years at once. Both are documents in the folder of the project, and their reports are shown here. The plan on screen does not change.
serve-study-variants = Compare variants
serve-study-variants-explained = Choose what varies, and between which values. Every combination is planned, beside the project of now.
serve-study-growth = Growth over the years
serve-study-growth-explained = How many clusters are needed, where and when, for the share in clusters to rise from the first year to the last? A cluster that opens stays for two years at least.
serve-study-drop = Drop a document of a batch or a path here, or
serve-study-start = Start
serve-study-again = Start again
serve-study-begin = Start
serve-study-stop = Stop; what is done is kept
serve-study-ended = Result
serve-study-seconds = Search at most, per plan
serve-study-progress = { $done } of { $count } plans done
serve-study-done =
    { $count ->
        [one] { $count } plan was made. The report compares it with the project of now.
       *[other] All { $count } plans are made. The report compares them.
    }
serve-study-done-without = All { $count } variants are worked out, of which { $without } without a plan. The report says why.
serve-study-stopped = Stopped: { $done } of { $count } plans are done. Start it again to make the others; these are not made twice.
serve-study-path-done = The best path over { $count } years that was found is in the report.
serve-study-no-plan = { $year } has no plan after what the years before decided.
serve-study-none-found = No path was found. That none exists is not proven: give the search more time.
serve-study-in-draw = In draw { $draw }: { $reason }
serve-study-too-many = This batch has { $count } plans; from the page it may have { $most }. Run it with the command { $command }
serve-study-no-document = { $name } is not a document of a batch or a path.
serve-study-vary = Choose one to { $most } things that vary, each with one to { $values } values.
serve-study-growth-range = Two to ten years, and percentages from 0 to 100.
serve-study-draws = Repeat every variant with random drop-outs:
serve-study-draws-count = draws
serve-study-variants-file = variants
serve-study-growth-file = growth
serve-study-variant = variant
serve-study-now-id = now
serve-study-now = Now, unchanged
serve-results-none = There is no document of a batch or a path in the folder of the project yet.
serve-results-not-kept = The results could not be written: { $reason }. Make room, and start it again: what is done is not done twice.
serve-results-in-use = Another program is at work in the folder { $name }. Wait for it, or stop it.
serve-results-of-command = The folder { $name } was made by the command batch, which keeps its plans in one file: go on with the command, or remove the folder.
serve-vary-what = What varies, { $number }
serve-vary-values = Values of it, { $number }
serve-vary-nothing = (nothing more)
serve-vary-example = values, for example 1 2 3
serve-vary-no-number = “{ $value }” is not a number. Write whole numbers with a space between them, for instance 1 2 3.
serve-vary-clusters = More clusters for every board
serve-vary-clusters-of = More clusters for { $board }
serve-vary-places = More places at every school
serve-vary-grow = More students, in percent
serve-vary-drop-out = Students who drop out, in percent
serve-vary-setting = { $rule }, { $setting }
serve-vary-now = {" "}(now { $value })
serve-growth-first = First school year begins in
serve-growth-years = Years
serve-growth-from = Share in clusters, first year (%)
serve-growth-to = Share in clusters, last year (%)
serve-growth-grow = More students each year (%)
serve-growth-new = New clusters a year, at most (may stay empty)
serve-growth-candidates = candidate boards may enter
serve-ladder-explained = How much better can the plan become with how few changes? One best plan for each number of students who move.
serve-ladder-ask = What does each move bring?
serve-ladder-title = The best plan for each number of moves
serve-ladder-read = Each row says how many students may be elsewhere than in the plan on screen, and what the best plan then costs. Put the one on screen that is worth its moves; who moved is then under Versions.
serve-ladder-most = May move
serve-ladder-changes = Move
serve-ladder-gain = Difference from the row above
serve-ladder-unlimited = as many as pay
serve-ladder-impossible = no plan is possible with so few moves
serve-ladder-taken = This plan is on screen. Who moved is under Versions, where it is compared with the one before.
serve-compare-two = Compare two versions
serve-compare-do = Compare
serve-compare-other-data = These versions were made for different data, so that what each cost then says nothing about the difference. The last line holds both against the data of now.
serve-compare-own = All prices together, by its own data
serve-compare-now = All prices together, by the data of now
serve-compare-no-fit = does not fit
serve-compare-all = All figures, and which clusters differ
serve-compare-moved =
    { $count ->
        [one] { $count } changes schools
       *[other] { $count } change schools
    }
serve-compare-new =
    { $count ->
        [one] { $count } is new
       *[other] { $count } are new
    }
serve-compare-gone =
    { $count ->
        [one] { $count } has left
       *[other] { $count } have left
    }
serve-compare-placed =
    { $count ->
        [one] { $count } has a place now
       *[other] { $count } have a place now
    }
serve-compare-fell-out =
    { $count ->
        [one] { $count } has no place any more
       *[other] { $count } have no place any more
    }
serve-compare-list = Who is elsewhere, from where to where
serve-compare-from = From
serve-compare-to = To
serve-compare-map = The moves on the map
serve-commands =
    { $count ->
        [one] The command that does the same
       *[other] The commands that do the same
    }
serve-command-prices = What each price does to the plan
serve-hold-all = Hold everyone
serve-decide = Decide
serve-nobody-here = Nobody here
serve-nobody-at = Nobody at
serve-forbid-everyone = everyone
serve-hold-board = Hold everyone of a board
serve-all-of = in { $name }
serve-never-at = Never at
serve-never-at-where = School, cluster or board
serve-forbid-ticked = the students who are ticked
serve-select-all = Select all that are listed
serve-slider = { $setting }, slider
serve-weighs = weighs as much as { $kilometres } km of journey
serve-trainers = Trainers
serve-letters = Letters to students
serve-letters-file = Table for a mail merge (CSV)
serve-list-workbook = This list as a workbook
serve-list-document = This list as a Word file
serve-recent = Opened before
serve-no-recent = This project is not in the list any more.
serve-ladder-none = No move makes the plan on screen better.
