# Texts of the room `problem`.

weekday = { $day }
cluster-named = cluster { $id }
cluster-new-of = new cluster of { $schools }
cluster-option = cluster { $id } (meeting on { $day })
cluster-option-new = a new cluster of { $schools } (meeting on { $day })

# What a question asks of a plan besides the rules.
condition-unmet = not met: { $condition }
condition-used = cluster { $cluster } is used, meeting on { $day }
condition-used-new = cluster { $schools } is used, meeting on { $day }
condition-held = the clusters used are those of the plan, and no others
condition-in-clusters = at least { $least ->
        [one] { $least } student is
       *[other] { $least } students are
    } in clusters
condition-opens = no more clusters are new than the pace allows
condition-some-of = { $count } of { $student }
condition-placed = { $student } has a place
condition-placed-at = { $student } is at { $schools }
condition-attends =
    { $count ->
        [0] all members can come to their meeting
       *[other] all members can come to their meeting, except: { $students }
    }
condition-without = no placing counts for goal { $goal }
condition-journeys = no journey is longer than { $most } m
condition-exactly =
    { $count ->
        [0] { $school } has no students
       *[other] { $school } has exactly these students: { $students }
    }

# Problems that are found when the rules are read, or the pairs are made.
problem-school = school `{ $school }`
problem-school-with-setting = a school that is in a cluster, can form one, or is in the shell
problem-choose-school-with-setting = choose another school, or let its board take part or form clusters
problem-rules-unreadable = the rules have settings that cannot be read
problem-unreadable-settings = settings that cannot be read
problem-known-settings = known settings
problem-compare-settings = compare it with what `plaatswijzer rules` and `plaatswijzer schema instance` say
problem-pairs =
    { $count ->
        [one] { $count } possible student–school pair
       *[other] { $count } possible student–school pairs
    }
problem-at-most = at most { $most }
problem-fewer-pairs = lower rules.travel.limit_km, or split the region
problem-nobody-can-be-placed = nobody can be placed: no board has a cluster, may open one, or is in the shell; give a board `max_clusters`, or list clusters
problem-odd-student-id = `{ $id }` is no number, and nearly all other students have one; is it still to come?
problem-cluster-without-places =
    { $count ->
        [one] the schools of cluster { $cluster } have 1 place
       *[other] the schools of cluster { $cluster } have { $count } places together
    }, and the cluster needs { $least ->
        [one] { $least } member
       *[other] { $least } members
    }: { $priced ->
        [yes] each member that it lacks costs extra
       *[no] it cannot be used
    }
problem-without-journeys =
    { $of ->
        [schools] no school has a place on the map, so that { $count } of { $students } students can be placed nowhere
       *[students] the place of { $count } of { $students } students is unknown{ $table ->
            [none] {" "}(there is no table of postcodes)
           *[any] {""}
        }, and they can be placed nowhere
    }
problem-no-child-centre =
    { $count ->
        [one] 1 student of mbo needs an integral child centre, and no school has `ikc`
       *[other] { $count } students of mbo need an integral child centre, and no school has `ikc`
    }
problem-child-centres-by-name =
    { $count ->
        [one] 1 student of mbo needs an integral child centre, and no school has `ikc`; are these child centres: { $schools }?
       *[other] { $count } students of mbo need an integral child centre, and no school has `ikc`; are these child centres: { $schools }?
    }
