# Teksten van `questions`.

questions-school-nowhere = { $school } zit in geen cluster dat gebruikt mag worden en niet in de schil
questions-rule-refuses-schools =
    { $count ->
        [one] weigert { $count } school
       *[other] weigert { $count } scholen
    }
questions-cluster-takes-no-part =
    { $count ->
        [one] cluster { $cluster } doet niet mee, omdat bestuur { $boards } niet meedoet
       *[other] cluster { $cluster } doet niet mee, omdat de besturen { $boards } niet meedoen
    }

questions-instance-allowed = een geldige instantie
questions-instance-help = controleer de instantie met `plaatswijzer validate`

questions-gone-student = student { $student } bestaat niet meer
questions-gone-fewer =
    { $then ->
        [one] { $student } had { $then } geplaatste student en heeft er nu { $now }
       *[other] { $student } had { $then } geplaatste studenten en heeft er nu { $now }
    }
questions-gone-school =
    { $count ->
        [one] school { $school } bestaat niet meer; { $count } huidige student was er geplaatst
       *[other] school { $school } bestaat niet meer; { $count } huidige studenten waren er geplaatst
    }
questions-gone-cluster = cluster { $cluster } bestaat niet meer

questions-freeze-cluster-gone =
    het cluster van { $schools }, met bijeenkomst op { $day ->
        [mon] maandag
        [tue] dinsdag
        [wed] woensdag
        [thu] donderdag
       *[fri] vrijdag
    }, is niet meer mogelijk en kan niet behouden blijven
questions-freeze-student-gone = { $student } op { $school } bestaat niet meer en kan niet behouden blijven

questions-progress = { $stage }: { $done } van { $of }
questions-stage-base-plan = beste plan van de instantie
questions-stage-raised-limits = hogere limieten
questions-stage-new-clusters = nieuwe clusters
questions-stage-one-more-place = één plek meer
questions-stage-withdrawals = wegvallende scholen
questions-stage-other-prices = andere prijzen
questions-stage-draws = trekkingen

# Wat er mis is met een vraag.
questions-range = { $least } tot en met { $most }
questions-counted-found = { $count } studenten in een cluster
questions-counted-allowed = hooguit { $most } studenten in een cluster in een plan waarvan de subsidie de studenten telt
questions-counted-help = verbeter de aantallen studenten, of geef het aantal dat de subsidie telt als `finance.grant_students`
questions-correct-count = verbeter het aantal studenten
questions-freeze-allowed = een bestuur, een bestaand cluster, of een nieuw cluster van het eerdere plan
questions-freeze-help = noem er een met het id
questions-goals-total = alleen `total`, omdat antwoorden vergeleken worden op de som van alle punten
questions-goals-help = laat `goals` weg, en laat prijzen bepalen wat voorgaat: `plaatswijzer rules`
questions-target-allowed = het id van een school, cluster of bestuur
questions-student-allowed = het nummer van een student, of de naam in NAAM.contacts.json
questions-look-up-id = zoek het id op in de instantie
