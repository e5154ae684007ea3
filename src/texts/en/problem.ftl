# Texts of the room `problem`.

weekday = { $day }
cluster-named = cluster { $id }
cluster-new-of = new cluster of { $schools }
cluster-option = cluster { $id } (meeting on { $day })
cluster-option-new = a new cluster of { $schools } (meeting on { $day })
