# Woorden die op meer plaatsen voorkomen.

list-and = en

students =
    { $count ->
        [one] { $count } student
       *[other] { $count } studenten
    }
