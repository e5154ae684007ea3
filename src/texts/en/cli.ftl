# Texts of the room `cli`.

# Failures, and the end of a command.
cli-error = error: { $text }
cli-problems-found =
    { $count ->
        [one] { $count } problem found.
       *[other] { $count } problems found.
    }
cli-output-failed = cannot write: { $reason }
cli-check-failed = No plan was written. This is a fault of plaatswijzer: please report it.
cli-unknown = { $found }. { $advice }
cli-did-you-mean = Did you mean `{ $id }`?
cli-choose-one-of = Choose one of: { $known }.
cli-no-plan-exists = No plan exists under the rules; `solve` shows which of them clash.
cli-no-plan-found = No plan was found before the search had to stop. Give it more time with --time-limit.
cli-item = {"  "}{ $text }
cli-and-more = {"  "}… and { $count } more
cli-more = { $count } more

# Files and streams.
cli-one-standard-input = only one of the inputs can be standard input
cli-output-is-an-input = { $path } is both an input and an output: writing it would destroy the input. Choose another output.
cli-cannot-write = cannot write { $path }: { $reason }. Choose a file in a folder that exists and is writable.
cli-output-is-a-folder = cannot write { $path }: it is a folder. Choose a file in a folder that exists and is writable.
cli-larger-than =
    { $bytes ->
        [one] it is larger than { $bytes } byte
       *[other] it is larger than { $bytes } bytes
    }
cli-unreadable-allowed = a readable file, or `-` for standard input
cli-unreadable-help = check the name and the permissions of the file
cli-too-large-found =
    { $bytes ->
        [one] more than { $bytes } byte
       *[other] more than { $bytes } bytes
    }
cli-too-large-allowed =
    { $bytes ->
        [one] at most { $bytes } byte
       *[other] at most { $bytes } bytes
    }
cli-too-large-help = split the region, or move the travel table to its own file
cli-not-utf8-help = save the table as CSV in UTF-8

# Warnings.
cli-warnings-about-students =
    { $count ->
        [one] { $count } warning about students: `plaatswijzer validate` shows it.
       *[other] { $count } warnings about students: `plaatswijzer validate` shows them.
    }
cli-more-warnings =
    { $count ->
        [one] … and { $count } more warning
       *[other] … and { $count } more warnings
    }

# Batches.
cli-not-a-shard = neither `auto` nor a part such as 2/8, the second of eight, counted from 1
cli-not-a-folder = { $path } is not a folder. Name a folder that `batch` has written to.
cli-cannot-write-folder = cannot write to { $path }: { $reason }. Choose another folder.
cli-journal-line-allowed = a line that `batch` has written
cli-journal-line-help = remove the line; its run is then repeated
cli-journal-in-use = { $path } is being written by another process. Wait for it, or choose another folder.
cli-journal-not-locked = warning: { $path } cannot be locked ({ $reason }); let no other process write to it
cli-folder-version = { $path } has format { $found }, and this version reads { $known }. Nothing was changed. Use the version that made the folder, or choose another folder.
cli-folder-unreadable = { $path } cannot be understood: { $reason }. Nothing was changed. Restore the file; if it is lost, write {"{"} "format": "plaatswijzer/batch-folder/1", "plans": "packed" {"}"} if the folder has a file `plans.json.gz`, or else "all".
cli-plans-otherwise = { $path } keeps plans as `--plans { $kept }`, and you ask for `--plans { $asked }`. Leave out `--plans`, or choose another folder.
cli-packed-cut =
    { $bytes ->
        [one] { $path }: the last { $bytes } byte was no whole plan, and was cut off. Its run is planned again.
       *[other] { $path }: the last { $bytes } bytes were no whole plan, and were cut off. Their run is planned again.
    }
cli-packed-damaged =
    { $bytes ->
        [one] warning: { $path } has { $bytes } byte that belongs to no whole plan. Runs whose plans are missing do not count as done; `batch` plans them again.
       *[other] warning: { $path } has { $bytes } bytes that belong to no whole plan. Runs whose plans are missing do not count as done; `batch` plans them again.
    }
cli-plan-not-kept = { $path } keeps no plans (`--plans none`). Print the instance of the run with `--instance-of { $run }`: `solve` makes the same plan of it with the same options.
cli-plan-outdated = the plan of { $run } is of an earlier version of the batch. Start `batch` again; only what has changed is planned.
cli-plan-not-made = { $path } has no result of { $run } yet. Start `batch` again to continue.
cli-plan-none = { $run } has no plan: { $reason }
cli-plan-lost = the plan of { $run } is not in { $path }, or is damaged. Start `batch` again: what is missing is planned again.
cli-maps-without-plans = report.html has no maps: the folder keeps no plans (`--plans none`).
cli-merge-without-plans = { $path } keeps no plans (`--plans none`), and { $output } is to keep them. Choose another output folder, or run that part again in a new folder.
cli-task-inherited = Task { $task } goes on: process { $process } on { $host }, which had it, has ended.
cli-task-dead = Process { $process } on { $host } (task { $task }) has ended before its runs were done; they are taken over.
cli-task-silent =
    { $minutes ->
        [one] Process { $process } on { $host } (task { $task }) has given no sign of life for { $minutes } minute; its runs are taken over.
       *[other] Process { $process } on { $host } (task { $task }) has given no sign of life for { $minutes } minutes; its runs are taken over.
    }
cli-tasks-left =
    { $count ->
        [one] Other processes have claimed { $count } run that is not done yet. When they have ended, `merge` joins the results; if one dies, start the same command again.
       *[other] Other processes have claimed { $count } runs that are not all done yet. When they have ended, `merge` joins the results; if one dies, start the same command again.
    }
cli-tasks-done = All runs of the batch are done. Join the results with `merge`.
cli-batch-interrupted =
    { $count ->
        [one] Interrupted: { $done } of { $count } run is done and saved. Start the same command again to continue.
       *[other] Interrupted: { $done } of { $count } runs are done and saved. Start the same command again to continue.
    }
cli-unknown-run-found = run `{ $id }`, which the batch does not have
cli-unknown-run-allowed = a run of the batch
cli-unknown-run-help = name a scenario, or a draw of one, such as `today-draw-1`
cli-runs-ended =
    { $count ->
        [one] { $count } run: { $parts }. Results: { $folder }
       *[other] { $count } runs: { $parts }. Results: { $folder }
    }
cli-runs-with-plan =
    { $count ->
       *[other] { $count } with a plan
    }
cli-runs-infeasible =
    { $count ->
       *[other] { $count } for which no plan exists under the rules
    }
cli-runs-nothing-found =
    { $count ->
       *[other] { $count } without a plan within the limits
    }
cli-runs-refused =
    { $count ->
        [one] { $count } refused, since its scenario cannot be applied
       *[other] { $count } refused, since their scenarios cannot be applied
    }
cli-runs-failed =
    { $count ->
       *[other] { $count } failed by a fault of plaatswijzer
    }
cli-run-reason = { $run }: { $reason }
cli-run-and-more =
    { $count ->
       *[other] { $run } and { $count } more
    }
cli-merge-other-result = { $run }: { $first } and { $other } have different results of the same run
cli-merge-other-options = { $run }: { $first } and { $other } have different options
cli-merge-options-differ = { $run }: run with other options than { $first }
cli-merge-refused = error: the parts disagree; nothing was written.
cli-merge-help = Remove the wrong journal, or run those parts again with equal options.
cli-merge-incomplete =
    { $count ->
        [one] { $count } of { $all } runs is missing, or outdated: { $runs }. Run its part first; `status` lists all missing runs.
       *[other] { $count } of { $all } runs are missing, or outdated: { $runs }. Run their parts first; `status` lists all missing runs.
    }

# Import and generation.
cli-import-needs-tables = give --students and --schools, or --workbook, or --template for a workbook to fill in
cli-too-few-students =
    { $count ->
        [one] the preset given-clusters has a cluster for every { $least } students, and { $count } student is too few for one: give --students { $least } or more
       *[other] the preset given-clusters has a cluster for every { $least } students, and { $count } students are too few for one: give --students { $least } or more
    }
cli-schools-without-coordinates =
    { $count ->
        [one] warning: { $count } school has no coordinates and is left out
       *[other] warning: { $count } schools have no coordinates and are left out
    }
cli-no-such-command = there is no command `{ $name }`: use one of { $names }

# Reports.
cli-report-needs-sound-plan = A report needs a plan that passes verification. Correct the plan, or make one with `solve`.
cli-report-names-no-previous = The plan names no earlier plan, and was checked against the one given: leave --previous out, or make the plan again with `solve --previous`.
cli-report-written = The report is written. { $audience }
cli-report-written-to = { $path } is written. { $audience }
cli-table-needs-csv = --table is for tables: give -o a name that ends in .csv
cli-table-or-pattern = with {"{}"} in its name, -o takes all tables: leave out --table
cli-audience-needs-board = --audience board needs --board: which board will read it?
cli-board-needs-audience = --board is for --audience board: nobody else sees the data of a board
cli-no-such-board = there is no board `{ $id }`
cli-no-such-table = there is no table `{ $id }`
cli-table-not-for-audience = table `{ $table }` is not for this audience. Choose one of: { $known }.
cli-stream-needs-format = -o - writes to standard output: choose --format html, xlsx or csv
cli-format-unknown = { $path } has no known extension: end the name in .html, .xlsx or .csv, or give --format

# Interrupts.
cli-interrupted-search = Stopping with the best plan so far; interrupt again to stop without it.
cli-interrupted-question = Stopping with what is known so far; interrupt again to stop without it.
cli-interrupted-batch = Stopping; the runs that are done are kept. Interrupt again to stop at once.
cli-interrupts-not-caught = warning: interrupts cannot be caught ({ $reason }); a time limit still works

# Progress of a search, of many searches, and of a batch.
cli-progress-formulating = formulating the integer program
cli-progress-no-plan = no plan yet, bound { $bound }
cli-progress-best = best { $best }, bound { $bound }, gap { $gap }%
cli-progress-level = { $goal }: { $state }
cli-progress-sets = sets of changes
cli-progress-answers = answers
cli-progress-batch =
    { $count ->
        [one] { $ended } of { $count } run, { $running } running, { $failed } without a plan, { $left }
       *[other] { $ended } of { $count } runs, { $running } running, { $failed } without a plan, { $left }
    }
cli-progress-time-left =
    { $count ->
        [one] about { $count } minute left
       *[other] about { $count } minutes left
    }
cli-progress-time-unknown = time left unknown

# Arguments of a search.
cli-not-seconds = not a number of seconds
cli-negative-seconds = not a number of seconds, 0 or more
cli-not-a-number = not a number
cli-not-a-fraction = not a fraction from 0 to 1, such as 0.01 for 1%

# Results of a search.
cli-changes-forced =
    { $count ->
        [one] At most { $most } changes are allowed, and no plan makes fewer than { $count }: that student cannot stay at the earlier school.
       *[other] At most { $most } changes are allowed, and no plan makes fewer than { $count }: that many students cannot stay where they were.
    }
cli-searched-as-one-program = Searched with one integer program: the decomposition handles only lists of goals that end with `total` and have no `leximax_journey`.
cli-certificate-needs-highs = `--certificate` needs the multipliers of HiGHS. Use a build with HiGHS (the default) and leave out `--solver microlp`; any build checks a certificate with `verify --certificate`.
cli-no-time-for-certificate = There was no time for a certificate, so that none was written. Give it more with --time-limit or --work-limit.
cli-no-certificate-of-path = Certificates are of plans, not of paths. Leave out `--certificate`.
cli-nothing-found = No plan was found before the search had to stop, and none is ruled out. Give it more time with --time-limit, or check the input with `validate`.
cli-fewest-changes = The least number of changes that the rules allow is { $count }.
cli-fewest-changes-between =
    { $count ->
        [one] { $count } change is possible, and no plan makes fewer than { $least }: the search had to stop before it knew more.
       *[other] { $count } changes are possible, and no plan makes fewer than { $least }: the search had to stop before it knew more.
    }
cli-fewest-changes-at-least =
    { $count ->
        [one] No plan makes fewer than { $count } change; whether any number of changes is enough is not known.
       *[other] No plan makes fewer than { $count } changes; whether any number of changes is enough is not known.
    }
cli-plan-not-written = The plan itself was not written: use `-o PLAN.json` to keep it.
cli-no-plan-under-rules = No plan exists under the rules.

# Questions about a plan, and earlier plans.
cli-fairness-needs-travel = a limit on journeys is a setting of rule `travel`, which is off in this instance; write `"travel": {"{}"}` under `rules`
cli-ladder-needs-folder = a ladder has several plans: give -o a folder, or a name with {"{}"} in it
cli-cannot-make-folder = cannot make the folder { $path }: { $reason }. Choose another one.
cli-no-such-owner = no board or network `{ $id }` takes part. Choose one of: { $known }.
cli-why-needs-valid-plan = Questions need a valid plan. Correct it, or make one with `solve`.
cli-previous-plan-needed = this plan was compared with an earlier plan, and its price cannot be checked without it. Give that plan with --previous PLAN, and --max-changes and --freeze as when it was made.
cli-other-previous = this plan was made against another earlier plan than { $path }. Leave --previous out: the plan says itself where the students were. Or give the earlier plan that `solve` was given.
cli-max-changes-needs-continuity = --max-changes needs rule `continuity`, which this instance switches off
cli-other-instance = This plan was made for another instance, `{ $name }`, or for an earlier state of this one: its SHA-256 differs. Give the file that it was made from, or plan again with `solve --previous`.
cli-earlier-plan-gone = In the earlier plan: { $gone }.
cli-earlier-plan-of-another-year = The earlier plan seems to be of another school year. Rule `continuity` charges for each student who goes to another school than in it, while students who go on usually have to. For a new year leave --previous out, and take the schools of last year over as earlier schools: `import … --last-year PLAN`.
cli-earlier-plan-breaks-rules = What is left of the earlier plan does not keep the rules of today:
cli-finding = {"  "}{ $rule }: { $sentence }
cli-name-of-one = the id, or the full name of one
cli-name-one-of = several have this name; write the id of one: { $candidates }

# Contacts beside an instance.
cli-contacts-written = { $path } was written: names and addresses of { $what }. These are personal data, and no other file has them; share the file with nobody.
cli-contacts-nowhere = The tables have names and addresses of { $what }. They are not written to standard output: give a file with -o, and NAME.contacts.json is written beside it.
cli-contacts-of-before = { $path } is there from an earlier import: these tables have no names and addresses, and `report --lists` would use that file. Remove it if it is out of date.
cli-contacts-students =
    { $count ->
        [one] { $count } student
       *[other] { $count } students
    }
cli-contacts-schools =
    { $count ->
        [one] { $count } school
       *[other] { $count } schools
    }
cli-contacts-clusters =
    { $count ->
        [one] { $count } cluster
       *[other] { $count } clusters
    }
cli-contacts-boards =
    { $count ->
        [one] { $count } board
       *[other] { $count } boards
    }

# Lists.
cli-lists-for-planners = --lists names every student, so it is for planners: leave out --audience. For a board, send its own workbook from the archive, or make a report with --audience board.
cli-lists-written =
    { $books ->
        [one] { $path } was written: { $books } list
       *[other] { $path } was written: { $books } lists
    }, and a table with { $letters ->
        [one] { $letters } letter
       *[other] { $letters } letters
    }. For planners: with personal data. Send each list only to those whom it is about.
cli-lists-without-contacts = Names and addresses are not known: students are listed by id. `import` writes them to NAME.contacts.json where the tables have them; --contacts names another file.
cli-lists-format = lists are workbooks or Word documents: with --lists give --format xlsx or docx, or leave it out
cli-docx-needs-lists = Word documents are made of lists only: add --lists, or choose --format html, xlsx or csv

cli-serve-address = The page to plan on is at { $address }
cli-serve-open-it = No browser could be opened: open this address yourself.
cli-interrupted-project = Stopped. Everything was kept as it was done.
cli-keep-allowed = an existing cluster that takes part, by id or unique name
cli-keep-help = choose from: { $clusters }

# Help and wrong use of the command line; clap itself words them in English

cli-help-usage = Usage
cli-help-commands = Commands
cli-help-arguments = Arguments
cli-help-options = Options
cli-help-command = Print this message or the help of a command
cli-help-flag = Print help (see more with `--help`)
cli-help-flag-long = Print help (see a summary with `-h`)
cli-help-version = Print version
cli-help-default = default: { $value }
cli-help-values = possible values: { $values }
cli-help-possible-values = Possible values
cli-wrong-argument = unexpected argument `{ $argument }`
cli-wrong-command = unknown command `{ $command }`
cli-wrong-no-command = a command is missing
cli-wrong-missing = missing: { $arguments }
cli-wrong-no-value = a value is missing for `{ $argument }`
cli-wrong-value-of = invalid value `{ $value }` for `{ $argument }`; choose one of: { $values }
cli-wrong-value = invalid value `{ $value }` for `{ $argument }`: { $reason }
cli-wrong-number-from = allowed are whole numbers from { $from }
cli-wrong-number-between = allowed are whole numbers from { $from } to { $to }
cli-wrong-no-whole-number = it is no whole number
cli-wrong-because = { $reason }
cli-wrong-twice = `{ $argument }` may be given only once
cli-wrong-together = `{ $argument }` does not go together with { $other }
cli-wrong-number-of-values = wrong number of values for `{ $argument }`
cli-wrong-utf8 = an argument is not UTF-8
cli-wrong-otherwise = { $reason }
cli-wrong-near = { "  " }did you mean `{ $near }`?
cli-wrong-usage = Usage: { $usage }
cli-wrong-more = More is in the help: add `--help`.
cli-wrong-language = { $variable } is `{ $value }`; set it to `nl` or `en`, or remove it
