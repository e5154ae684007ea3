# Texts of the room `questions`.

questions-school-nowhere = { $school } is in no cluster that may be used and in no shell
questions-rule-refuses-schools =
    { $count ->
        [one] refuses { $count } school
       *[other] refuses { $count } schools
    }
questions-cluster-takes-no-part =
    { $count ->
        [one] cluster { $cluster } takes no part, because board { $boards } does not
       *[other] cluster { $cluster } takes no part, because boards { $boards } do not
    }

questions-instance-allowed = a valid instance
questions-instance-help = check the instance with `plaatswijzer validate`

questions-gone-student = student { $student } no longer exists
questions-gone-fewer =
    { $then ->
        [one] { $student } had { $then } student with a place and now has { $now }
       *[other] { $student } had { $then } students with a place and now has { $now }
    }
questions-gone-school =
    { $count ->
        [one] school { $school } no longer exists; { $count } current student was placed there
       *[other] school { $school } no longer exists; { $count } current students were placed there
    }
questions-gone-cluster = cluster { $cluster } no longer exists

questions-freeze-cluster-gone =
    the cluster of { $schools }, meeting on { $day ->
        [mon] Monday
        [tue] Tuesday
        [wed] Wednesday
        [thu] Thursday
       *[fri] Friday
    }, is no longer possible and is not kept
questions-freeze-student-gone = { $student } at { $school } no longer exists and is not kept

questions-progress = { $stage }: { $done } of { $of }
questions-stage-base-plan = best plan of the instance
questions-stage-raised-limits = raised limits
questions-stage-new-clusters = new clusters
questions-stage-one-more-place = one more place
questions-stage-withdrawals = withdrawals
questions-stage-other-prices = other prices
questions-stage-draws = draws

# What is wrong with a question.
questions-range = { $least } to { $most }
questions-counted-found = { $count } students in clusters
questions-counted-allowed = at most { $most } students in clusters in a plan whose students the grant counts
questions-counted-help = correct the numbers of students, or give the number that the grant counts as `finance.grant_students`
questions-correct-count = correct the number of students
questions-freeze-allowed = a board, an existing cluster, or a new cluster of the earlier plan
questions-freeze-help = name one of those by its id
questions-goals-total = `total` alone, since answers are compared by the sum of all points
questions-goals-help = leave `goals` out, and let prices say what comes first: `plaatswijzer rules`
questions-target-allowed = the id of a school, cluster or board
questions-student-allowed = the id of a student, or a name in NAME.contacts.json
questions-look-up-id = look the id up in the instance
