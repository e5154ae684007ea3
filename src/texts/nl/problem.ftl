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

# Wat een vraag van een plan eist naast de regels.
condition-unmet = niet voldaan: { $condition }
condition-used = cluster { $cluster } wordt gebruikt, met bijeenkomst op { $day }
condition-used-new = het cluster van { $schools } wordt gebruikt, met bijeenkomst op { $day }
condition-held = de gebruikte clusters zijn die van het plan, en geen andere
condition-in-clusters = ten minste { $least ->
        [one] { $least } student zit
       *[other] { $least } studenten zitten
    } in een cluster
condition-opens = er zijn niet meer nieuwe clusters dan het tempo toelaat
condition-some-of = { $count } van { $student }
condition-placed = er is een plek voor { $student }
condition-placed-at = er is een plek voor { $student } op { $schools }
condition-attends =
    { $count ->
        [0] alle leden kunnen naar hun bijeenkomst
       *[other] alle leden kunnen naar hun bijeenkomst, behalve: { $students }
    }
condition-without = geen plaatsing telt voor doel { $goal }
condition-journeys = geen reis is langer dan { $most } m
condition-exactly =
    { $count ->
        [0] op { $school } is niemand geplaatst
       *[other] op { $school } zijn precies deze studenten geplaatst: { $students }
    }

# Problemen bij het lezen van de regels of het maken van de paren.
problem-school = school `{ $school }`
problem-school-with-setting = een school die in een cluster zit, er een kan vormen, of in de schil zit
problem-choose-school-with-setting = kies een andere school, of laat het bestuur meedoen of clusters vormen
problem-rules-unreadable = de regels hebben instellingen die niet te lezen zijn
problem-unreadable-settings = instellingen die niet te lezen zijn
problem-known-settings = bekende instellingen
problem-compare-settings = vergelijk ze met `plaatswijzer rules` en `plaatswijzer schema instance`
problem-pairs =
    { $count ->
        [one] { $count } mogelijk paar van student en school
       *[other] { $count } mogelijke paren van student en school
    }
problem-at-most = hoogstens { $most }
problem-fewer-pairs = verlaag rules.travel.limit_km, of splits de regio
problem-nobody-can-be-placed = niemand kan geplaatst worden: geen bestuur heeft een cluster, mag er een openen of zit in de schil; geef een bestuur `max_clusters`, of noem clusters
problem-odd-student-id = `{ $id }` is geen nummer, en bijna alle andere studenten hebben er een; moet het nog komen?
problem-cluster-without-places =
    { $count ->
        [one] de scholen van cluster { $cluster } hebben samen 1 plek
       *[other] de scholen van cluster { $cluster } hebben samen { $count } plekken
    }, en het cluster heeft { $least ->
        [one] { $least } lid
       *[other] { $least } leden
    } nodig: { $priced ->
        [yes] elk lid dat ontbreekt kost extra
       *[no] het kan niet gebruikt worden
    }
problem-without-journeys =
    { $of ->
        [schools] geen enkele school heeft een ligging, en { $count } van de { $students } studenten kunnen nergens geplaatst worden
       *[students] { $count } van de { $students } studenten hebben geen ligging{ $table ->
            [none] {" "}(er is geen postcodetabel)
           *[any] {""}
        }, en kunnen nergens geplaatst worden
    }
problem-no-child-centre =
    { $count ->
        [one] 1 mbo-student heeft een integraal kindcentrum nodig, en geen school heeft `ikc`
       *[other] { $count } mbo-studenten hebben een integraal kindcentrum nodig, en geen school heeft `ikc`
    }
problem-child-centres-by-name =
    { $count ->
        [one] 1 mbo-student heeft een integraal kindcentrum nodig, en geen school heeft `ikc`; zijn dit kindcentra: { $schools }?
       *[other] { $count } mbo-studenten hebben een integraal kindcentrum nodig, en geen school heeft `ikc`; zijn dit kindcentra: { $schools }?
    }
