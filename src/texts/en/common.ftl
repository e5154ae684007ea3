# Words that several rooms share.

list-and = and

