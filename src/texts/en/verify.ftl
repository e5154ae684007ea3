# Texts of the room `verify`.

verify-cluster-twice = cluster { $cluster } is listed twice
verify-no-student = there is no student { $id }
verify-no-school = there is no school { $id }
verify-no-cluster = there is no existing cluster { $cluster }
verify-count = the count of { $student } is { $count }, which no placement can have
verify-school-twice = cluster { $cluster } lists { $school } twice
verify-other-schools = cluster { $cluster } has other schools in the instance
verify-new-with-old-id = new cluster { $cluster } has the id of an existing one
verify-cluster-empty = cluster { $cluster } has no school
verify-takes-no-part = { $cluster } takes no part
verify-wrong-day = { $cluster } meets on a day that is not allowed ({ $day })
verify-in-several-clusters = { $school } is in { $count } used clusters
verify-at-unused-school = { $student } is at { $school }, which is in no used cluster and no shell

# Statements of a plan about itself

verify-differs = { $what }: the plan states { $stated }, recomputed { $counted }
verify-none = none
verify-unknown = unknown
verify-at = { $student } at { $school }
verify-the-name = the name of the instance
verify-the-hash = the SHA-256 of the instance
verify-the-core-students = the number of students in clusters in the earlier plan
verify-the-changes = the number of changes
verify-the-max-changes = the limit on changes
verify-the-total = the total score
verify-the-rules = the points per rule
verify-the-value = the value of goal { $goal }
verify-the-gap = the gap of goal { $goal }
verify-the-lot = the lot of { $student }
verify-the-cluster-id = the id of a cluster
verify-the-board = the board of { $cluster }
verify-the-members = the members of { $cluster }
verify-the-others = the other students in { $cluster }
verify-the-charge = the points of { $of }
verify-the-journey = the journey of { $of }
verify-the-overridden = the rules overridden for { $of }
verify-the-funnel = the funnel of { $student }
verify-quoted = `{ $text }`
verify-the-reason = the reason for { $student }
verify-previous-absent = the plan is compared with a previous plan, which is not given here
verify-other-previous = the plan was made against another earlier plan than the one given
verify-pairs = the plan's statements about pairs do not match its placements
verify-indicators = the indicators are not those of this plan
verify-verified = the plan states that it failed an independent check, but it keeps all rules
verify-engine-empty = the engine has no name or version
verify-lot-of-nobody = { $student } has a lot, but is no student
verify-lot-missing = the lot of { $student } is missing
verify-too-many-changes =
    { $count ->
        [one] the plan makes { $count } change and states a limit of { $most }
       *[other] the plan makes { $count } changes and states a limit of { $most }
    }
verify-other-goals = the goal levels are not those of the instance
verify-bound-outside = the bound of goal { $goal } is { $bound }, which is not between 0 and the value { $value }
verify-not-optimal = the status is `optimal`, but a bound is below its value
verify-not-open = the status is `{ $status }`, but every bound equals its value, so that the plan would be optimal
verify-infeasible = the status is `infeasible`, but the plan keeps all rules
verify-other-cluster = { $of } is not in the stated cluster
verify-split = { $of } is listed in more than one entry
verify-others-left-out = the students listed as left out are not those who are

# Statements that this check cannot confirm

verify-claim-bound = no plan goes below { $bound } at goal { $goal }
verify-claim-optimal = no plan under these rules is better
verify-claim-status = the search ended with status `{ $status }`
verify-claim-engine = { $name } { $version } made the plan with { $solver } { $solver_version }
verify-claim-max-changes =
    { $count ->
        [one] at most { $count } change was allowed
       *[other] at most { $count } changes were allowed
    }
verify-unconfirmed = not confirmed, since the plan holds no proof of it: { $claim }
verify-claim-previous = the earlier placements, as the plan states them: give `--previous PLAN` to compare them
verify-previous-students = the earlier placements that the plan states are not those of the previous plan

# Certificates

verify-certificate-contradicts = the certificate says that no plan goes below { $certified } at goal { $goal }, and this plan has { $value }
verify-certified-outside = of the bound { $bound } of goal { $goal }, { $stated } is said to be certified
verify-certified-less = { $stated } is said to be certified at goal { $goal }, and the certificate proves { $proven }
certificate-this-instance = { $sha256 }, the hash of this instance
certificate-this-program = { $sha256 }, the hash of this instance's integer program
certificate-goal = { $goal }, the goal of the instance at this place
certificate-no-more-goals = no more levels than the instance has goals
certificate-proves = { $bound }, which is what the multipliers prove
certificate-known-row = the name of a row of the program, or of a cut before this place
certificate-known-variable = the name of a variable of the program
certificate-side = a row or variable that has a bound on the side of its multiplier
certificate-whole = after rounding, coefficients of variables alone that are whole in every plan
certificate-bounded = multipliers that leave each variable without upper bound a cost of at least 0
certificate-overflow-found = multipliers whose sums become too large
certificate-overflow = sums below 2^127, and coefficients and bounds below 2^63
certificate-help = make the certificate again with `solve --certificate`, from this instance and its plan
