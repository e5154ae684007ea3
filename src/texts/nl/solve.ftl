# Teksten van `solve`.

solve-too-large-for-microlp =
    het model heeft { $variables ->
        [one] 1 variabele
       *[other] { $variables } variabelen
    } en { $rows ->
        [one] 1 rij
       *[other] { $rows } rijen
    }; microlp krijgt er van elk hoogstens { $most }. Bouw met `highs` voor grotere problemen
solve-solver-gave-up = de oplosser gaf het op: { $words }
solve-solver-crashed = de oplosser is gecrasht
solve-solver-hangs = de oplosser geeft geen antwoord
solve-solver-inexact = het antwoord van de oplosser schendt een rij zodra het op hele getallen is afgerond
solve-no-goal = er is geen doel om te minimaliseren
solve-check-disagrees = de onafhankelijke controle is het niet eens met het plan:

clash-refusals = { $demand } (geweigerde paren van student en school: { $refused } van { $of })
