# Texts of the room `scenarios`.

# Names of things that changes refer to, in the singular.
scenarios-board = board
scenarios-school = school
scenarios-cluster = cluster
scenarios-rule = rule

# Errors that several changes share.
scenarios-did-you-mean = did you mean `{ $id }`?
scenarios-unknown-found = { $kind } `{ $id }`, which does not exist
scenarios-unknown-allowed = the id of a { $kind }
scenarios-unknown-help = name a { $kind } that the instance has when this change is applied
scenarios-twice-found = `{ $id }` for the second time
scenarios-twice-allowed = each id once
scenarios-increase-neither = neither `percent` nor `number`
scenarios-increase-both = both `percent` and `number`
scenarios-increase-allowed = exactly one of `percent` and `number`
scenarios-increase-add = add one of the two
scenarios-standing-allowed = `partner`, `aspirant` or `shell`
scenarios-standing-help = choose the standing that the boards get

# Errors in the structure of a batch.
scenarios-none = there are no scenarios
scenarios-split = split the batch
scenarios-base-allowed = the name of a readable instance beside this file
scenarios-base-help = correct the name, or put the file there
scenarios-samples-found = a second sample
scenarios-samples-allowed = one of `latin_hypercube` and `sobol`
scenarios-samples-help = put all ranges into one sample, or make two scenarios
scenarios-sobol-found = a Sobol sequence of { $count } parameters
scenarios-sobol-allowed = at most { $count }
scenarios-sobol-help = use `latin_hypercube`, which has no limit
scenarios-sample-twice-found = parameter `{ $parameter }`, which has other values too
scenarios-sample-twice-allowed = each parameter once; `sample` is the number of the point
scenarios-sample-twice-help = leave one out, or choose another name
scenarios-range-found =
    { $decimals ->
        [one] from { $from } to { $to } in values of { $decimals } decimal
       *[other] from { $from } to { $to } in values of { $decimals } decimals
    }
scenarios-range-allowed = `from` at most `to`, both without more decimals than `decimals`, and below { $most } counted in units of the last decimal
scenarios-range-help = turn the bounds round, or raise `decimals`
scenarios-grid-empty-found = a parameter without values
scenarios-grid-empty-allowed = at least one value each
scenarios-grid-empty-help = name at least one value, or leave the parameter out
scenarios-too-many-found = too many scenarios
scenarios-grid-size-found =
    { $count ->
        [one] { $count } scenario
       *[other] { $count } scenarios
    }
scenarios-grid-size-allowed =
    { $count ->
        [one] at most { $count } scenario in a batch
       *[other] at most { $count } scenarios in a batch
    }
scenarios-not-one-change = an object that is not exactly one of the known changes
scenarios-runs-found =
    { $count ->
        [one] { $scenarios } scenarios in { $draws } draws, which is { $count } run
       *[other] { $scenarios } scenarios in { $draws } draws, which are { $count } runs
    }
scenarios-runs-allowed =
    { $count ->
        [one] at most { $count } run in a batch
       *[other] at most { $count } runs in a batch
    }
scenarios-id-allowed =
    { $count ->
        [one] { $count } letter or digit without accents
       *[other] 1 to { $count } letters and digits without accents, with `-`, `_` and `.` in between
    }
scenarios-id-help = the id names a file: put other words in `title`
scenarios-id-in-grid-found = id `{ $id }` at several points of the grid
scenarios-id-in-grid-help = write each parameter of `over` into the id, such as `share-{"{share}"}`
scenarios-id-twice-found = id `{ $id }`, which { $first } has already
scenarios-id-twice-allowed = a unique id
scenarios-id-twice-help = give one of them another id; upper and lower case count as equal
scenarios-circle-found = scenario `{ $id }`, which builds on itself through other scenarios
scenarios-circle-allowed = scenarios that do not build on each other in a circle
scenarios-circle-help = remove one `from` of the circle
scenarios-from-found = scenario `{ $id }`, which does not exist
scenarios-from-allowed = the id of a scenario
scenarios-from-help = name another scenario of this file
scenarios-parameter-found = `{"{"}{ $parameter }{"}"}`, which `over` does not name
scenarios-parameter-allowed = `{"{x}"}` where x is one of `{ $known }`
scenarios-parameter-help = give values for `{ $parameter }` under `over`

# Errors of single changes.
scenarios-add-id-found = id `{ $id }`, which is in use
scenarios-add-id-allowed = a unique id for every board, network, school, cluster and student
scenarios-add-id-help = choose another id; to change something that exists, use another change
scenarios-add-school-found = school `{ $school }`, which is in cluster `{ $cluster }` already
scenarios-add-school-allowed = a school in at most one existing cluster
scenarios-admit-found = board `{ $board }`, which is `{ $standing }` already
scenarios-admit-allowed = boards that are `candidate`
scenarios-admit-help = remove it from the list
scenarios-close-found = all that student `{ $student }` may be placed at by `only`
scenarios-close-allowed = schools whose closing leaves something in the `only` of every student
scenarios-close-help = keep one of them, or first change the `only` of the student with a `patch`
scenarios-grow-nobody-found =
    { $count ->
        [one] { $count } further student, while there is nobody to copy
       *[other] { $count } further students, while there is nobody to copy
    }
scenarios-grow-nobody-allowed = a filter that some students match
scenarios-grow-nobody-help = widen the filter, or use `add` for students of a new kind
scenarios-grow-found =
    { $count ->
        [one] { $count } further student
       *[other] { $count } further students
    }
scenarios-grow-allowed =
    { $count ->
        [one] at most { $count } student
       *[other] at most { $count } students
    }
scenarios-grow-help = add fewer students
scenarios-new-days-found = `true`, while rule `{ $rule }` is off and there are no new clusters
scenarios-new-days-allowed = `true` if rule `{ $rule }` is on
scenarios-new-days-help = remove `new`, or first switch the rule on with the change `rule`
scenarios-merge-alone-found = board `{ $board }` alone
scenarios-merge-alone-allowed = at least two boards, including that of `into`
scenarios-merge-alone-help = name another board
scenarios-merge-both = { $first }, and { $second }
scenarios-merge-standing = board `{ $board }`, which is `{ $standing }`
scenarios-merge-standing-allowed = boards of the same standing
scenarios-merge-standing-help = first `admit` candidates, or merge boards of the same standing
scenarios-merge-network = board `{ $board }` in network `{ $network }`
scenarios-merge-no-network = board `{ $board }` in no network
scenarios-merge-network-allowed = boards of the same network, or of none
scenarios-merge-network-help = first bring all of them into one `network`
scenarios-network-found = board `{ $board }`, which is in network `{ $network }` already
scenarios-network-allowed = boards that are in no other network
scenarios-network-help = remove it from the list, or name the network `{ $network }`
scenarios-patch-allowed = an operation that is possible on the instance at that moment
scenarios-patch-help = correct the operation
scenarios-path-elsewhere-found = a change of a path
scenarios-path-elsewhere-allowed = nothing in a batch or a year whose base is an instance
scenarios-path-elsewhere-help = let `base` of the batch name a path document, or remove the change
scenarios-path-key-allowed = members that describe the path: `years`, `boards`, `pace`, `stay_years`, and so on
scenarios-path-key-help = leave it out; base and draws are those of the batch
scenarios-path-draws-found = a path document with draws of its own
scenarios-path-draws-allowed = a path document without `draws`, as a batch repeats all its paths with the same draws
scenarios-path-draws-help = remove `draws` from the path document, and give them in the batch
scenarios-path-no-file = no file of the strategy
scenarios-op-found = no `{ $key }`
scenarios-op-allowed = `{ $key }` is required for this `op`
scenarios-op-help = add `{ $key }`
scenarios-pointer-allowed = JSON Pointers, which begin with `/`
scenarios-pointer-help = write `~` within a key as `~0`, and `/` as `~1`
scenarios-settings-allowed = an object with settings, `false`, or `null`
scenarios-settings-help = write `{"{}"}` to switch the rule on with its present settings

# Why a run has no plan, as written in journals.
scenarios-reason-nothing-found = the search had to stop before it found a plan: give it more time or work
scenarios-reason-input = { $code } at { $location }: found { $found }; allowed: { $allowed }; do: { $help }
scenarios-reason-infeasible = no plan exists under the rules
scenarios-reason-clash = these demands cannot be met together: { $demands }
scenarios-reason-clash-unproven = no plan exists under the rules; these demands may conflict with each other: { $demands }
scenarios-reason-fault = a fault of plaatswijzer, please report it: { $text }

scenarios-not-empty = a list that must not be empty
scenarios-in-instance = { $change }, in the instance then at { $location }
