# Words that several rooms share.

list-and = and

students =
    { $count ->
        [one] { $count } student
       *[other] { $count } students
    }

cluster-existing = cluster { $id }
cluster-new = new cluster of { $schools }
