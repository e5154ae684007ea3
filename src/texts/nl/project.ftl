project-no-instance = Importeer eerst werkbladen of open een instantie.
project-no-school = Er is geen school met de code “{ $id }”. Kies een van de scholen.
project-no-student = Er is geen student met het nummer “{ $id }”. Misschien is die intussen verwijderd: laad de pagina opnieuw.
project-no-cluster = Er is geen bestaand cluster met de code “{ $id }”. Alleen bestaande clusters kunnen worden behouden.
project-no-place = Geen school, cluster of bestuur heeft de code “{ $id }”.
project-no-row = Er is geen rij met de code “{ $id }”.
project-row-exists = Er is al een rij met de code “{ $id }”. Kies een andere code.
project-no-plan = Er is geen vastgestelde planning met nummer { $number }.
project-row-unreadable = Dit is niet te lezen: { $reason }
project-nothing-to-undo = Er is niets om ongedaan te maken.
project-nothing-to-redo = Er is niets om opnieuw te doen.
project-students =
    { $count ->
        [one] { $count } student
       *[other] { $count } studenten
    }
project-did-file-changed = wijziging door een ander programma
project-did-load = gegevens inlezen
project-did-hold = { $who } vastzetten
project-did-release = { $who } niet meer vastzetten
project-did-forbid = { $who } niet bij { $at }
project-did-allow = { $who } weer toestaan bij { $at }
project-closed = Bij “{ $id }” mag niemand worden geplaatst: neem dat eerst terug.
project-must-stay = Het cluster “{ $id }” moet blijven: neem dat eerst terug.
project-not-closed = “{ $id }” is niet voor iedereen uitgesloten.
project-did-close = niemand bij { $at }
project-did-reopen = { $at } weer open
project-did-keep = { $cluster } moet blijven
project-did-keep-no-longer = { $cluster } hoeft niet te blijven
project-did-set-rule = instelling van “{ $rule }”
project-did-add-row = { $what } toevoegen
project-did-set-row = wijziging van { $what }
project-did-remove-row = { $what } verwijderen
project-did-drop-out = uitval van { $who }
project-did-withdraw = { $what } trekt zich terug
project-did-accept = versie { $number } accepteren
project-did-place = met de hand verplaatsen (versie { $number })
project-did-place-and-hold = { $who } naar { $at }
project-did-show = versie { $number } tonen
project-did-describe = naam van versie { $number }
project-did-name-region = naam en schooljaar
project-no-name = Geef een naam op: die staat boven de lijsten en rapporten.
project-did-repair = voorstel overnemen
project-no-missed-meeting = Dat een student de bijeenkomst mist, is niet in de gegevens te zetten. Zet de student in plaats daarvan vast op een school.
project-journey-too-long = De reis van “{ $id }” zou langer worden dan is toegestaan.
