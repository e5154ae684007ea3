# Words that several rooms share.

list-and = and

students =
    { $count ->
        [one] { $count } student
       *[other] { $count } students
    }
