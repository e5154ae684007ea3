# Help: made from the doc comments of `src/cli/` by the test in `help.rs`.

argument-after =
    Later plan; `-` reads standard input
argument-all =
    Answer for every student who is left out, side by side
argument-alternatives =
    Number of sets of changes to find, each different from those before
argument-at =
    Explain why the student is not there, in a school, a cluster or a board
argument-audience =
    Audience of `report.html`. The terminal and the summary files are for planners
argument-batch =
    Batch document with the scenarios; `-` reads standard input
argument-batch-instance_of =
    Print the instance of one run after all its changes, without planning anything
argument-batch-plan =
    Print the plan of one run from the folder with the results, without planning anything
argument-before =
    Earlier plan; `-` reads standard input
argument-board =
    Board that will read the report, with --audience board
argument-boards =
    Table of boards. Default: the boards that the schools name, all of them partners
argument-by =
    Kind of thing that withdraws
argument-certificate =
    File for a certificate: what proves in whole numbers how much of the bound holds, for `verify --certificate` and for checkers of anyone else. It is made after the search, and may take as long once more. Needs HiGHS
argument-clusters =
    Table of existing clusters. Default: none
argument-command =
    Command to describe. Default: plaatswijzer as a whole
argument-contacts =
    File of contacts for --lists. Default: NAME.contacts.json beside the instance, if it is there
argument-csv =
    Write the rankings as a table; `-` writes it to standard output, instead of the summary
argument-date =
    Date to show in a page, workbook or list, as you write it. Default: none, so that the same plan gives the same bytes
argument-default_places =
    Number of places of schools for which no table gives one
argument-diff-instance =
    Instance of both plans. It gives the names of schools, with NAME.contacts.json beside it those of students, and the figures of a plan file without figures
argument-diff-json =
    Print the difference as JSON
argument-document =
    Kind of document
argument-draw =
    With --instance-of, the instance in this draw
argument-drill-csv =
    Write the ranking as a table; `-` writes it to standard output, instead of the summary
argument-drill-free =
    Let clusters change too. Default: the clusters of the plan stay, without what withdraws
argument-export-instance =
    Instance or path to plan; `-` reads standard input
argument-fairness-curve-csv =
    File for the points as CSV; `-` writes to standard output
argument-fairness-curve-json =
    Print JSON instead of the table
argument-files =
    Workbooks (XLSX) and tables (CSV); every sheet is looked at
argument-folders =
    Folders with the results of the parts; they are not changed. Default: the output folder itself
argument-format =
    Output format
argument-free =
    Let other clusters be used. Default: only the clusters of the plan
argument-freeze =
    Board or cluster to leave unchanged: its schools keep exactly the students of the earlier plan, and its clusters stay in use. May be given several times
argument-from =
    With --template: fill the workbook with all data of this instance
argument-from_nothing =
    Search each run as if it were the only one, instead of from the plan of the base
argument-gap =
    Stop as soon as the plan is proven to be within this fraction of the best possible score
argument-generate-output =
    File for the instance; `-` writes to standard output
argument-generate-schools =
    Table (CSV) of real schools to use instead of a preset. Its columns are `vestigingscode`, `name`, `board_no`, `board_name`, `denomination`, `place`, `lat`, `lon` and `pupils_2025`
argument-generate-students =
    Number of students. Default: 450; 30,000 for the preset given-clusters, and 700 for single-schools. In these two presets the number of schools is proportional to it; given-clusters needs at least 12 students. The preset groningen always has 16 clusters, which need about 200 students
argument-given =
    Report how the decisions of this path do in all draws, instead of searching for better ones: a `path.json`, with its plans beside it. Entries are read from that file, and clusters from the plans; the document must allow both
argument-import-output =
    File for the instance or the workbook; `-` writes to standard output
argument-instance =
    Instance; `-` reads standard input
argument-instance_of =
    Print the instance of one year, without planning anything: after what the path in the folder of -o decided before it, or, without -o, before any decision
argument-jobs =
    Number of runs in parallel, each on one thread. Default: one per processor core
argument-journeys =
    Table of known journeys. Default: none
argument-json =
    Print the answer as JSON
argument-keep =
    Existing cluster that must be used, as if `keep` were set. May be given several times
argument-ladder =
    Make a plan for each of these largest numbers of changes against the earlier plan, and print a table of them. Default: 0, 1, 2, 5, 10, 20 and so on, up to the best plan of all. The time limit holds for all plans together. With -o, the plans go into that folder, or to files with the number instead of { "{}" } in their name
argument-lang =
    Language of everything that is printed or written for people. Default: that of `PLAATSWIJZER_LANG` (nl, en), or else that of the system
argument-last_year =
    Plan of last year: the schools of students who are still there, by their number, are earlier schools, besides those that the tables give
argument-lists =
    Write the lists to send, for planners, into the folder OUT or the archive OUT (.zip)
argument-lot =
    Draw lots between plans that are equally good: every student draws a number, and students with low numbers get their best school first. SEED is the start of the random numbers; the same seed gives the same numbers, which the plan records. Default: no lots; the same plan every time
argument-max_changes =
    Largest number of changes against the earlier plan, instead of the number in rule `continuity`
argument-merge-output =
    Folder for the results of the whole batch; created if necessary
argument-message_format =
    Form of messages and progress on standard error
argument-method =
    Method of the search
argument-mps =
    File for the program; `-` writes to standard output
argument-name =
    Name of the instance. Default: the name of the output file
argument-no_browser =
    Do not open a browser; the address is printed either way
argument-output =
    Folder for the results; created if necessary
argument-partner_boards =
    With --schools: the number of boards that are partners, those with most schools first; the others are candidates. Default: all are partners
argument-path =
    Path document; `-` reads standard input
argument-path-audience =
    Audience of `report.html`; `report` writes it again for another one. Files of boards are for those; all others for planners
argument-places =
    Table of additions to schools: places, coordinates and so on
argument-plan =
    Plan; `-` reads standard input
argument-plans =
    How plans are kept: each in a file (all), compressed in one file (packed), or not at all (none). Default: as the folder has them; in a new one `all` up to 1,000 runs, and `packed` beyond
argument-points =
    Number of limits to try, including the best plan
argument-port =
    Port on this machine; 0 takes any that is free
argument-postcodes =
    Table of postcodes, of four digits or with letters too, with columns `postcode,lat,lon`. It gives coordinates to schools and students that have a postcode only
argument-preset =
    Kind of region, with invented schools
argument-previous =
    Earlier plan to compare with, made by plaatswijzer or not. Rule `continuity` charges for changes against it, and a search starts from it. A plan made with one says itself where the students were: for commands about that plan this option is not needed
argument-project =
    Folder of the project, which is made if it does not exist; or an instance (.json) or a spreadsheet (.xlsx, .ods, .csv), which is copied into the folder of the same name beside it
argument-report-audience =
    Audience. Default: the public for a page, planners for a workbook and tables
argument-report-format =
    Format, if the extension of OUT does not choose it
argument-report-output =
    File for the report; its extension (.html, .xlsx, .csv) chooses the format. If the name of a .csv contains `{ "{}" }`, each table goes to its own file, with its key in that place. `-` writes to standard output
argument-retry =
    Repeat runs that failed or found no plan within the limits
argument-robust =
    What to minimise over all draws, where the document has draws. Default: `mean`
argument-rules =
    Rules to print. Default: all
argument-school_year =
    School year, such as 2027-2028
argument-schools =
    Table of schools; may be given several times. The list of school locations that DUO publishes can be used directly
argument-seed =
    Seed of the random numbers
argument-settings =
    Settings that are no table, as rows of a key and a value
argument-shard =
    Run only part i of n, for instance on one of n machines, or with `auto` what other processes that use the same folder leave; `merge` joins the parts
argument-shell =
    Shell that will run the script
argument-sites-board =
    Ask only about this board or network. Default: all that take part
argument-sites-free =
    Let clusters change too when a cluster gets one more place. Default: the clusters of the best plan stay
argument-solve-json =
    Print the ladder as JSON
argument-solve-output =
    File for the plan; `-` writes to standard output, and the summary then goes to standard error
argument-solve-threads =
    Number of threads for preparing the search, which itself uses one. The plan does not depend on it
argument-solver =
    Solver of integer programs
argument-status-folders =
    Folders with results of the batch or of its parts
argument-student =
    Student: id, or name in NAME.contacts.json beside the instance
argument-students =
    Table of students; may be given several times, for sheets that make one table together
argument-table =
    Table to write to a .csv: goals, clusters, boards, schools, placements, `left_out`, indicators, rules, board-ID or cluster-ID. Default: placements
argument-template =
    Write a workbook to fill in instead: sheets with headers, example rows, drop-down lists and an explanation
argument-threads =
    Number of searches in parallel. Default: one per processor core
argument-time_limit =
    Stop a search after this many seconds with the best plan so far
argument-top =
    Number of new clusters to rank for each board or network
argument-validate-document =
    Instance, batch or path to check; `-` reads standard input
argument-verify-certificate =
    Certificate of the bound, as written by `solve --certificate`: the bound is computed again from the instance and this file alone
argument-verify-json =
    Print the verdict as JSON
argument-version_name =
    Name of the version to show, such as `concept 2`. Default: none
argument-why-alternatives =
    Number of other schools to work out for a student with a place
argument-why-audience =
    Reader of the answer
argument-why-json =
    Print the answers as JSON, for planners
argument-without =
    Kinds of changes that must not be made
argument-work_limit =
    Stop a search after this much work (simplex iterations) with the best plan so far. Unlike a time limit, it gives the same plan on every machine
argument-workbook =
    Workbook (XLSX) of which every sheet is looked at; may be given several times
argument-year_by_year =
    Plan each year by itself, in order, after what the years before decided; proves nothing of the whole
command-batch =
    Plan many scenarios in parallel and compare them.

    The result of each run is saved as soon as the run ends. After an interrupt, start the same command again: runs that are done are not repeated. A scenario that was edited since runs again, the others do not. Time and work limits hold for each run separately.
command-completions =
    Print a completion script for a shell
command-diff =
    List what differs between two plans.

    Lists the students who are at another school, the clusters that differ and the figures that differ. The plans may belong to different instances, and need not have been made by plaatswijzer.
command-drill =
    Show who moves, and who loses a place, when a school withdraws.

    Each school in use withdraws in turn, like in the change `close_schools` of a scenario, and the best plan without it is searched. The clusters of the plan stay, without the school that withdraws; a cluster that is too small then closes. Rule `continuity` keeps students at their school where that is worth its price. The time limit holds for all searches together, the work limit for each search.
command-export =
    Write the integer program in free MPS format, for other solvers. Its objective is the first goal.

    For a path, the program of all years together.
command-fairness-curve =
    Show what a shorter longest journey costs.

    Starts with the best plan and lowers the limit on journeys step by step, down to the lowest limit at which just as many students have a place. The time limit holds for all searches together; limits that were not reached in time are listed.
command-generate =
    Generate a synthetic region: invented students around invented or real schools.

    The same options give the same instance, byte for byte, on every machine.
command-import =
    Convert spreadsheets (CSV or XLSX) to an instance.

    Name the workbooks and tables that you have: what each sheet is follows from its name or its columns. Columns may have Dutch or English names and be in any order; schools, clusters and boards may be named instead of coded. With the options below a table is a FILE, or FILE#SHEET for one sheet of a workbook. Standard error shows how each column was understood, and every problem with its file, sheet, row and column. Names, e-mail addresses and telephone numbers go into NAME.contacts.json beside the instance, for `report --lists`.
command-man =
    Print the manual page of plaatswijzer or of one of its commands
command-merge =
    Join the results of a batch that was run in parts.

    The results are byte for byte those of a batch that was run as a whole. If several journals have results of the same run, these must be equal.
command-path =
    Plan growth over the years: which boards enter when, and which clusters open when and where.

    Plans every year of a path, and proves how far all years together can be from the best. In the folder: `path.json`, `plans/YEAR.json` with `instances/YEAR.json`, `calendar.csv`, `figures.csv`, `report.html`, and `boards/BOARD.html`, a page to hand to each board.

    Where the document has draws of the intake, what opens and who enters is the same in all of them; the folder then has the plans of each draw in `draws/N`.

    After Ctrl-C the best path so far is written. A search that was killed or stopped goes on with the same command: what is finished is in the folder, in `draws` or, without draws, in `unfinished.json` until the whole path is written. That is today, each year planned by itself, the search over all years, each year of the path that it leads to, the prices of delay, and each board that stays out. A search over all years that was not finished begins again.
command-plaatswijzer =
    Assigns student teachers to schools in training clusters. Every plan comes with a proven bound on how far it can be from the best one, and is checked by code that is independent of the search.

    Exit codes: 0 success; 1 internal error, or output that cannot be written; 2 wrong use of the command line; 3 invalid input; 4 no plan exists under the rules; 5 the limits ended the search before it found a plan; 6 a check disagrees; 130 interrupted.
command-prices =
    Show how far each price may change before another plan is the best.

    Each price of a rule, but for `spread`, is lowered to 0 and raised to four times what it is (50 km at least), with all others as they are. For each the range is shown within which the best plan of today stays the best, and how many students are elsewhere beyond it. The time limit holds for all searches together, the work limit for each search.
command-repair =
    Find the cheapest changes that would give everyone a place.

    The changes are more places, longer journeys, more clusters, missed meetings and unmet wishes; their prices are under `repairs` in the instance. Each set of changes is confirmed by solving the instance with exactly these changes. If the rules allow no plan at all, the demands that clash are listed too.
command-report =
    Write a plan as a web page, a workbook or tables.

    By default a page (.html) is for the public, and a workbook (.xlsx) or tables (.csv) are for planners; choose another audience with --audience. The file holds only what that audience may see. A plan that does not pass verification is refused.

    With --lists one archive (.zip) in the folder OUT: a workbook to send per school, cluster, trainer and board, an overview, and a table with a letter for each student, ready for a mail merge. Names and addresses are read from NAME.contacts.json beside the instance, which `import` writes; without it students have ids only.

    FILE may be a path over the years with its `path.json` as PLAN; of those there is a page.
command-rules =
    Print the rulebook: the meaning of each rule, its settings and their defaults
command-schema =
    Print the JSON Schema (draft 2020-12) of a document
command-serve =
    Open a page to plan on, in the browser of this machine.

    Nothing leaves the machine: the page is served to this machine alone. A project is a folder with the instance, every plan and a history of all that was done, so that nothing needs saving and everything can be undone.
command-sites =
    Rank where one more cluster, and one more place, is worth most.

    Each board or network that takes part is allowed one more cluster in turn, and every new cluster that it could form is judged by the best plan that uses it. Clusters that cannot be among the best are skipped without a search, so the ranking is exact if all searches end. Then each cluster gets one more place, at the best of its schools. The time limit holds for all searches together, the work limit for each search.
command-solve =
    Make one plan, and print a summary of it
command-status =
    Show how many runs of a batch are done, and list those that are missing
command-validate =
    Report all problems in an instance, a batch or a path at once, and summarise what was understood
command-verify =
    Check a plan, made by plaatswijzer or not, against its instance.

    A plan must say which clusters it uses and who goes where. Anything else that it says, such as its score, is counted again and compared.
command-why =
    Explain why a student is at a school, or at none, and what alternatives would cost.

    For a student left out: why each school is not possible, the cheapest way to give a place after all, and who would have to move. For a student with a place: the points that each rule charges, and what other schools would cost. With --at: the same for one school, cluster or board. Costs are found by solving again with that change.
value-audience-board =
    One board: the ids of its own students, without wishes, homes, free days or reasons
value-audience-planner =
    Planners: everything
value-audience-public =
    The public: no groups smaller than five, and no reasons that may name a student
value-audience-student =
    The student: a short letter about the student's own case, without anything about others
value-by-board =
    One board at a time, with all its schools
value-by-cluster =
    One used cluster at a time, with all its schools
value-by-school =
    One school at a time
value-document-batch =
    A batch: scenarios that change an instance
value-document-certificate =
    A certificate, as written by `solve --certificate`
value-document-contacts =
    Names and addresses beside an instance, as written by `import`
value-document-instance =
    An instance: students, schools, boards, clusters and rules
value-document-message =
    A line of standard error, as written with `--message-format json`
value-document-path =
    A path: growth over the years
value-document-path-plan =
    A path that was found, as written by `path`
value-document-plan =
    A plan, as written by `solve`
value-document-verdict =
    A verdict, as printed by `verify --json`
value-document-why =
    Answers about students, as printed by `why --json`
value-format-csv =
    One table as comma-separated values
value-format-docx =
    With --lists: a Word document per list in place of a workbook
value-format-html =
    Self-contained web page for any browser
value-format-json =
    JSON for other programs
value-format-markdown =
    Markdown table
value-format-text =
    Plain text for a terminal
value-format-xlsx =
    Workbook with a sheet per table
value-lang-en =
    English
value-lang-nl =
    Dutch
value-message_format-json =
    JSON for programs: one object per line, also for progress
value-message_format-text =
    Text for people
value-method-decomposition =
    Decomposition into one problem per cluster, then integer programs of growing size. Handles lists of goals that end with `total`, without `leximax_journey`; for other goals the same as `plain`
value-method-plain =
    One integer program for the whole instance
value-plans-all =
    A file for each plan
value-plans-none =
    No plans, only their figures
value-plans-packed =
    One compressed file
value-preset-given-clusters =
    Many students, and for every twelve of them a cluster of one school that must stay: only the assignment of students is left to choose
value-preset-groningen =
    Modelled on Groningen and the north of Drenthe
value-preset-single-schools =
    Schools that can each be opened as a cluster of their own at a cost: a capacitated facility location problem
value-report-audience-public =
    The public: no individual students, and no groups smaller than five
value-robust-mean =
    What the path costs on average
value-robust-regret =
    The largest regret: what the path costs in a draw more than the draw's own best path
value-robust-worst =
    What it costs in the worst draw
value-solver-highs =
    HiGHS, for problems of any size
value-solver-microlp =
    microlp, for small problems
value-why-audience-planner =
    A planner: everything, also the ids of other students
value-without-cluster =
    More clusters of a board or network
value-without-kilometre =
    A student travels beyond the limit
value-without-meeting =
    A student misses a hard meeting
value-without-place =
    More places at a school
value-without-wish =
    A wish that must be met becomes a preference
