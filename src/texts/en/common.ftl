# Words that several rooms share.

list-and = and

common-text-in-utf8 = text in UTF-8
common-remove-one-of-two = remove one of the two
common-write-one-of-these = write one of these
common-one-of = one of { $words }
common-rows-as-above = rows as described above
common-gzip-archive = a gzip archive
common-empty-file = an empty file
common-each-school-once = each school once
common-file = file `{ $name }`: { $reason }
common-remove-school-from-cluster = remove the school from one of the two clusters
