# Texts of the room `solve`.

solve-too-large-for-microlp =
    the program has { $variables ->
        [one] 1 variable
       *[other] { $variables } variables
    } and { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }; microlp is given at most { $most } of either. Build with the feature `highs` for larger problems
solve-solver-gave-up = the solver gave up: { $words }
solve-solver-crashed = the solver crashed
solve-solver-hangs = the solver does not answer
solve-solver-inexact = the solver's answer violates a row once rounded to whole numbers
solve-no-goal = there is no goal to minimise
solve-check-disagrees = the independent check disagrees with the plan:

clash-refusals = { $demand } (pairs of a student and a school refused: { $refused } of { $of })
