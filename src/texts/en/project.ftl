project-no-instance = Import spreadsheets or open an instance first.
project-no-school = There is no school with the id “{ $id }”. Choose one of the schools.
project-no-student = There is no student with the id “{ $id }”. Somebody may have removed the student: load the page again.
project-no-cluster = There is no existing cluster with the id “{ $id }”. Only existing clusters can be kept.
project-no-place = No school, cluster or board has the id “{ $id }”.
project-no-row = There is no row with the id “{ $id }”.
project-row-exists = There is a row with the id “{ $id }” already. Choose another id.
project-no-plan = There is no accepted plan with number { $number }.
project-row-unreadable = This cannot be read: { $reason }
project-nothing-to-undo = There is nothing to undo.
project-nothing-to-redo = There is nothing to redo.
project-students =
    { $count ->
        [one] { $count } student
       *[other] { $count } students
    }
project-did-file-changed = a change by another program
project-did-load = reading the data
project-did-hold = holding { $who }
project-did-release = no longer holding { $who }
project-did-forbid = { $who } not at { $at }
project-did-allow = { $who } allowed at { $at } again
project-closed = Nobody may be placed at “{ $id }”: take that back first.
project-must-stay = The cluster “{ $id }” must stay: take that back first.
project-not-closed = “{ $id }” is not forbidden for everyone.
project-did-close = nobody at { $at }
project-did-reopen = { $at } open again
project-did-keep = { $cluster } must stay
project-did-keep-no-longer = { $cluster } need not stay
project-did-set-rule = setting of “{ $rule }”
project-did-add-row = addition of { $what }
project-did-set-row = change of { $what }
project-did-remove-row = removal of { $what }
project-did-drop-out = { $who } dropping out
project-did-withdraw = { $what } withdrawing
project-did-accept = accepting version { $number }
project-did-place = move by hand (version { $number })
project-did-place-and-hold = { $who } to { $at }
project-did-show = version { $number } on screen
project-did-describe = name of version { $number }
project-did-name-region = name and school year
project-no-name = Give a name: lists and reports have it in their headings.
project-did-repair = taking over a proposal
project-no-missed-meeting = That a student misses the meeting cannot be said in the data. Hold the student at a school instead.
project-journey-too-long = The journey of “{ $id }” would be longer than any that is allowed.
