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
