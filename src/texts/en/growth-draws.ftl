# Paths under uncertainty.

growth-draw-nobody-found = no students are left in { $year } of draw { $draw }
growth-draw-nobody-help = let fewer students leave in the draws
growth-draw-in-found = `{ $board }` takes part already in { $year } of the first draw
growth-draw-in-allowed = changes that leave it to the path when boards enter
growth-draw-in-help = take the board out of the changes of the draws, or out of `boards`

growth-draws-year-by-year = --year-by-year plans for one intake, and the document has draws: leave it out. How a path found year by year does in the draws is reported as an alternative, or in full with --given
growth-robust-needs-draws = --robust is about draws, and the document has none: add `draws`, or leave it out
growth-given-needs-draws = --given says how the decisions of a path do in draws of the intake, and the document has none: add `draws`, with `count`, `seed` and `changes`. Whether a path without draws is right, and what it costs, is what `verify` says
growth-given-impossible = It is proven that the given decisions lead to no plan in draws { $draws } (0 is the expected intake).
growth-given-not-found = With the given decisions no plan was found in draws { $draws } (0 is the expected intake). That there is none is not proven: students placed otherwise in the years before, or a longer search, may lead to one.
growth-given-unknown = The search ended before it was known whether the given decisions lead to a plan in every draw. Give it more time.
growth-given-board-help = write the id of a board in `boards` of the document, or take the entry out
growth-given-entry-allowed = a year from { $first } to { $last }
growth-given-entry-help = write another year, or change `earliest` or `latest` of the board in the document
growth-given-missing-found = `{ $board }` does not enter
growth-given-missing-allowed = an entry of each board with `latest`
growth-given-missing-help = add the entry, or take `latest` out of the document
growth-given-entries-found = { $count } entries in { $year }
growth-given-new-found = { $count } new clusters
growth-given-new-each-found = { $count } new clusters of { $board }
growth-given-pace-allowed = at most { $most } (`{ $key }`)
growth-given-pace-help = decide less in that year, or raise `{ $key }` in the document
growth-given-school-allowed = the id of a school in the instance of that year
growth-given-school-help = write the id of a school in the instance of that year
growth-given-none-allowed = nothing: the document names none
growth-given-cluster-twice-allowed = the same schools on the same day once
growth-given-opened-found = { $count ->
        [0] no opening
       *[other] { $ids }
    }
growth-given-opened-allowed = { $count ->
        [0] no opening, as in the plan of that year
       *[other] what the plan of that year opens: { $ids }, with the same schools and days
    }
growth-given-opened-help = clusters are read from the plans beside the file: change the document and search for a new path, or put `opened` back
growth-draws-line = { $count ->
        [one] { $count } draw of the intake, with changes of its own
       *[other] { $count } draws of the intake, with changes of their own
    }: { $changes }
growth-no-such-draw = the document has no draw { $draw }
growth-draws-allowed = Choose 1 to { $count }.
growth-draws-none-allowed = It has no `draws`: leave out --draw.
growth-in-draw = In draw { $draw }:
growth-none-for-all = No decisions were found that lead to a plan in every year of every draw. Let the draws differ less, give limits more room, or give the search more time.
growth-draws-interrupted = Interrupted: what is done of the draws is kept in the folder, and the same command goes on with it.

growth-progress-own = the best path of each draw by itself, { $done } of { $of } done
growth-progress-judged = { $judged } sets of decisions judged in all draws
growth-progress-judged-best = { $judged } sets of decisions judged in all draws, best { $best }

growth-check-no-draws = it speaks of draws, and the document has none
growth-check-draws-absent = it says nothing of the draws of the document
growth-check-draws-number = the draws are not 1 to { $count }, as in the document
growth-check-draw-clusters = the clusters in use are not those of the expected intake
growth-check-own-file = the file of the draw's own path is not the one that is meant
growth-check-own-value = value or bound of the draw's own path are not those of its file
growth-check-own = the draw's own path: { $sentence }
growth-check-own-worse = the draw's own path costs more in it than the path itself, so it is not the best that is known
growth-check-regret = the regret is { $claimed } points, and { $value } follows from the plans
growth-check-cost = sum, worst or regret does not match the draws' own values
growth-check-support = the numbers of draws whose own path has the entries and openings by then do not match those paths
growth-check-robust = the value over all draws is { $claimed } points, and { $value } follows from the draws
growth-check-robust-bound = the bound over all draws is not what follows from the bounds of the draws
growth-check-alternative = an alternative does better in the draws than the path
growth-finding-draw = draw { $draw }

growth-draws-title = So far for the expected intake. The same openings and entries in { $count ->
        [one] { $count } draw
       *[other] { $count } draws
    }; who is placed where follows in each:
growth-column-share-lowest = lowest share
growth-column-share-highest = highest
growth-column-left-out-least = left out, least
growth-column-left-out-most = most
growth-column-met = target met
growth-met-in = in { $met } of { $count }
growth-draws-fares = What that costs, in points:
growth-column-mean = mean
growth-column-worst = worst
growth-column-regret = regret
growth-fare-this = this path
growth-fare-expected-intake = planned for the expected intake
growth-fare-year-by-year = planned year by year
growth-fare-not-found = no plan found in { $count ->
        [one] { $count } draw
       *[other] { $count } draws
    }, not proven that there is none
growth-fare-impossible = no plan in { $count ->
        [one] { $count } draw
       *[other] { $count } draws
    }
growth-regret-is = Regret is what a draw costs more than its own best path, had its intake been known before.
growth-robust-optimal-mean = No decisions cost less on average, which is proven.
growth-robust-optimal-worst = No decisions cost less in the worst draw, which is proven.
growth-robust-optimal-regret = No decisions have less regret, which is proven.
growth-robust-bound-mean = No decisions cost less than { $bound } on average, which is proven (gap { $gap }).
growth-robust-bound-worst = No decisions cost less than { $bound } in the worst draw, which is proven (gap { $gap }).
growth-robust-bound-regret = Whether other decisions have less regret is not proven.
growth-robust-own-open = No decisions have less regret against the best paths that were found per draw. Those may not be the best, so the true regret may be higher.
growth-robust-bound-regret-open = Whether other decisions have less regret is not proven. Regret is measured against the best paths that were found per draw; those may not be the best, so the true regret may be higher.
growth-valid-draws = In { $count ->
        [one] { $count } draw
       *[other] { $count } draws
    } the plans are right as well, with the same clusters in each.
growth-page-draws = How the path does in { $count ->
        [one] { $count } draw
       *[other] { $count } draws
    } of the intake
growth-page-draws-fares = What that costs in the draws (points)
