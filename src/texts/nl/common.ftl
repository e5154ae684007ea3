# Woorden die op meer plaatsen voorkomen.

list-and = en

students =
    { $count ->
        [one] { $count } student
       *[other] { $count } studenten
    }

cluster-existing = cluster { $id }
cluster-new = nieuw cluster van { $schools }
