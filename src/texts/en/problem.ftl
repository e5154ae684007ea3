# Texts of the room `problem`.

weekday = { $day }
cluster-named = cluster { $id }
cluster-new-of = new cluster of { $schools }
cluster-option = cluster { $id } (meeting on { $day })
cluster-option-new = a new cluster of { $schools } (meeting on { $day })

# What a question asks of a plan besides the rules.
condition-unmet = not so: { $condition }
condition-used = cluster { $cluster } is used, meeting on { $day }
condition-used-new = cluster { $schools } is used, meeting on { $day }
condition-held = the clusters used are those of the plan, and no others
condition-some-of = { $count } of { $student }
condition-placed = { $student } has a place
condition-placed-at = { $student } is at { $schools }
condition-attends =
    { $count ->
        [0] members come to their meeting
       *[other] members come to their meeting, but for: { $students }
    }
condition-exactly =
    { $count ->
        [0] { $school } has exactly nobody
       *[other] { $school } has exactly { $students }
    }
