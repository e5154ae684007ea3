# Words that several rooms share.

list-and = and

cluster-existing = cluster { $id }
cluster-new = new cluster of { $schools }
