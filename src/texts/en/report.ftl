# Texts of the room `report`.

# Summary of a plan on a terminal

summary-nobody-no-cluster = Nobody can be placed: no board has a cluster, may open one, or is in the shell.
summary-nobody = Nobody can be placed: the rules allow no school in a cluster or in the shell.
summary-title = Plan for { $name }
summary-title-with-year = Plan for { $name }, { $year }

summary-placed =
    { $core } of { $of ->
        [one] { $of } student
       *[other] { $of } students
    } { $core ->
        [one] has
       *[other] have
    } a place in a cluster ({ $share })
summary-in-shell = { $count } in the shell
summary-left-out =
    { $count ->
        [0] nobody is left out
        [one] { $count } is left out
       *[other] { $count } are left out
    }
summary-clusters =
    { $used ->
        [one] { $used } cluster is used
       *[other] { $used } clusters are used
    }, { $new } of them new
summary-clusters-unused =
    { $count ->
        [one] { $count } existing cluster is not
       *[other] { $count } existing clusters are not
    }

summary-optimal = No plan under these rules is better: it is proven optimal.
summary-nobody-proven = No plan under these rules places anyone.
summary-gap = The plan is within the requested gap.
summary-time-limit = The search was stopped; the bounds say how good the plan is.
summary-checked = An independent check of every rule and figure agrees.

summary-level-least = { $what }: the least possible
summary-level-fewer = { $what }: no plan has fewer than { $bound } (gap { $gap })
summary-level-lower = { $what }: no plan gets below { $bound } (gap { $gap })
summary-goal-unplaced =
    { $count ->
        [one] { $count } student left out
       *[other] { $count } students left out
    }
summary-goal-longest-journey =
    { $count ->
        [one] { $count } metre, the longest journey
       *[other] { $count } metres, the longest journey
    }
summary-goal-longest-journey-of-rank =
    { $rank ->
        [1] the longest journey
       *[other] longest journey number { $rank }
    } is { $count ->
        [one] { $count } metre
       *[other] { $count } metres
    }
summary-goal-moves =
    { $count ->
        [one] { $count } student who moves
       *[other] { $count } students who move
    }
summary-goal-meeting-day =
    { $count ->
        [one] { $count } member who misses a meeting
       *[other] { $count } members who miss their meeting
    }
summary-goal-denomination =
    { $count ->
        [one] { $count } unmet wish for a denomination
       *[other] { $count } unmet wishes for a denomination
    }
summary-goal-clusters =
    { $count ->
        [one] { $count } new cluster
       *[other] { $count } new clusters
    }
summary-goal-total =
    { $count ->
        [one] { $count } point in total
       *[other] { $count } points in total
    }
summary-lots-decided = between plans that are equally good, lots have decided
summary-lots-open = between plans that are equally good, lots have not decided yet: the value of the plan is { $value }, and none gets below { $bound }

summary-students = Students
summary-column-students = students
summary-column-core = in clusters
summary-column-share = share
summary-column-shell = shell
summary-column-left-out = left out
summary-all = all

summary-journeys = Journeys: mean { $mean }, median { $median }, 90% within { $late }, longest { $longest }.
summary-denomination = Wish for { $term }: met for { $part }.
summary-concepts = Wish for a concept: met for { $part }.
summary-wishes = Ranked wishes (placed students: { $count }): { $ranks }.
summary-wish-rank = { $count } got number { $rank }
summary-wish-none = { $count } got none
summary-meeting-day = Free on their meeting day: { $part } of the members ({ $programmes }).
summary-money = Money: cost { $cost } euros, grant { $grant }, net { $net }.

summary-clusters-title = Clusters
summary-column-day = day
summary-column-members = members
summary-column-others = others
summary-new = { $name } (new)
summary-new-cluster = New cluster { $cluster } of { $board } is formed of { $schools }.
summary-new-cluster-without-board = New cluster { $cluster } is formed of { $schools }.

summary-points = Points per rule (a point is a metre of one student's journey)
summary-points-total = total

summary-left-out-title = Left out
summary-left-out-cohort =
    { $student } ({ $count ->
        [one] { $count } student
       *[other] { $count } students
    })
summary-left-out-more =
    { $count ->
        [one] … and { $count } more, with its reason in the plan file.
       *[other] … and { $count } more, each with its reason in the plan file.
    }

summary-overridden-title = Overridden rules
summary-overridden =
    { $student } is fixed at { $school }, which overrides { $count ->
        [one] rule
       *[other] rules
    } { $rules }.
summary-rules-on = Rules in force: { $rules }.
summary-rules-off = Rules off: { $rules }.

# Verdict of the independent check

verdict-valid = The plan is valid: it keeps all rules, and its score is { $score }.
verdict-overridden =
    { $count ->
        [one] A fixed placement overrides { $count } refusal.
       *[other] Fixed placements override { $count } refusals.
    }
verdict-invalid =
    { $count ->
        [one] The plan is not valid: { $count } finding.
       *[other] The plan is not valid: { $count } findings.
    }

verdict-certified-whole = certified: no plan goes below { $bound } at goal { $goal }, which is the whole bound of the plan
verdict-certified-part = certified: no plan goes below { $certified } at goal { $goal }, so that the gap is at most { $gap }; the rest of the bound, { $rest } more up to { $bound }, rests on the solver's word
verdict-certified = certified: no plan goes below { $certified } at goal { $goal }, so that the gap is at most { $gap }

# A valid instance

instance-valid = { $name } is valid.
instance-boards = boards
instance-schools = schools
instance-places = places
instance-existing-clusters = existing clusters
instance-possible-clusters = possible new clusters
instance-entries = student entries
instance-students = students

# A batch

batch-valid =
    The batch is valid: { $scenarios ->
        [one] { $scenarios } scenario
       *[other] { $scenarios } scenarios
    }, { $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    }.
batch-done =
    { $done } of { $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    } done
batch-outdated = { $run } outdated
batch-missing = { $run } missing

# The rulebook

rulebook-formula = Formula: { $formula }
rulebook-source = Source: { $source }
rulebook-refuses = refuses
rulebook-prices = prices
rulebook-binds = binds
rulebook-always = Always in force.
rulebook-on = In force unless it is false.
rulebook-off = Off unless it is given settings; {"{}"} takes the defaults.
rulebook-columns = | rule | does | what it says | settings (default) |
rulebook-settings-off = off; { $settings }

# Workbooks

workbook-summary = Summary
workbook-sheet-title = { $topic } – { $name }
workbook-personal-data = Contains personal data
workbook-school-year = School year
workbook-readers = Readers
workbook-headlines = In short
workbook-quality = How good the plan is
workbook-lists = Lists
workbook-too-many-lists = There are more than { $most } boards and clusters: these have no sheet of their own. Filter the sheet of all placements by board or cluster.
workbook-made-with = Made with
workbook-input = Input (SHA-256)
workbook-chart = { $topic }: numbers
workbook-sheets = Sheets
workbook-too-many-rows =
    { $rows ->
        [one] the table `{ $topic }` has { $rows } row, and a sheet takes { $most }: write it as CSV
       *[other] the table `{ $topic }` has { $rows } rows, and a sheet takes { $most }: write it as CSV
    }
workbook-refused = the workbook cannot be written: { $error }
letter-refused-by-other =
    { $count ->
        [one] that does not meet a rule
       *[other] that do not meet a rule
    }

# Names of files in the archive of lists
lists-archive = lists
lists-letters = letters
lists-overview = overview
lists-schools = schools
lists-clusters = clusters
lists-trainers = trainers
lists-boards = boards
workbook-edition = Edition
# Pairs of students.
summary-pairs-title = Together and apart
summary-pairs = { $met } of { $count ->
        [one] 1 pair of students is as asked
       *[other] { $count } pairs of students { $met ->
            [one] is as asked
           *[other] are as asked
        }
    }{ $apart ->
        [0] .
        [one] ; of one pair a student is left out.
       *[other] ; of { $apart } pairs a student is left out.
    }
summary-pair-not-together = { $one } and { $other } are not together { $at ->
        [cluster] in one cluster
       *[school] at one school
    }
summary-pair-not-apart = { $one } and { $other } are both { $at ->
        [cluster] in one cluster
       *[school] at one school
    }
summary-pair-because = { $sentence } ({ $because })
summary-pairs-more = and { $count } more

# Existing clusters that are not used
summary-unused = { $cluster }: { $why } To keep it: { $change }.
summary-unused-command = What it would take to keep one: plaatswijzer repair INSTANCE --keep "{ $cluster }"
report-rule-name =
    { $title ->
       *[other] { $id }
    }
report-rule-question = Question
report-rule-structure = Structure
report-rule-claims = Claims
report-rule-with-cost = { $rule } { $cost }
report-rules-in-a-row = { $one }, { $other }
