# Teksten van `problem`.

weekday =
    { $day ->
        [mon] maandag
        [tue] dinsdag
        [wed] woensdag
        [thu] donderdag
        [fri] vrijdag
        [sat] zaterdag
       *[sun] zondag
    }
cluster-named = cluster { $id }
cluster-new-of = het nieuwe cluster van { $schools }
cluster-option = cluster { $id } (bijeenkomst op { $day })
cluster-option-new = een nieuw cluster van { $schools } (bijeenkomst op { $day })
