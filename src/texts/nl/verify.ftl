# Teksten van `verify`.

verify-cluster-twice = cluster { $cluster } staat er dubbel in
verify-no-student = student { $id } bestaat niet
verify-no-school = school { $id } bestaat niet
verify-no-cluster = cluster { $cluster } bestaat niet
verify-count = het aantal van { $student } is { $count }; zo’n aantal kan een plaatsing niet hebben
verify-school-twice = cluster { $cluster } noemt { $school } dubbel
verify-other-schools = cluster { $cluster } heeft in de gegevens andere scholen
verify-new-with-old-id = nieuw cluster { $cluster } heeft het id van een bestaand cluster
verify-cluster-empty = cluster { $cluster } heeft geen school
verify-takes-no-part = { $cluster } doet niet mee
verify-wrong-day = { $cluster } komt bijeen op een dag die niet mag ({ $day })
verify-in-several-clusters = { $school } zit in { $count } gebruikte clusters
verify-at-unused-school = { $student } is geplaatst op { $school }, die niet in een gebruikt cluster en niet in de schil zit

# Wat een plan over zichzelf zegt

verify-differs = { $what }: het plan vermeldt { $stated }, herberekend { $counted }
verify-none = geen
verify-unknown = onbekend
verify-at = { $student } op { $school }
verify-the-name = de naam van de gegevens
verify-the-hash = de SHA-256 van de gegevens
verify-the-core-students = het aantal studenten in een cluster in het eerdere plan
verify-the-changes = het aantal wijzigingen
verify-the-max-changes = de grens aan wijzigingen
verify-the-total = de totale score
verify-the-rules = de punten per regel
verify-the-value = de waarde van doel { $goal }
verify-the-gap = de marge van doel { $goal }
verify-the-lot = het lot van { $student }
verify-the-cluster-id = het id van een cluster
verify-the-board = het bestuur van { $cluster }
verify-the-members = de leden van { $cluster }
verify-the-others = de andere studenten in { $cluster }
verify-the-charge = de punten van { $of }
verify-the-journey = de reis van { $of }
verify-the-overridden = de regels die wijken voor { $of }
verify-the-funnel = de trechter van { $student }
verify-quoted = `{ $text }`
verify-the-reason = de reden voor { $student }
verify-previous-absent = het plan is vergeleken met een vorig plan, dat hier niet is gegeven
verify-other-previous = het plan is gemaakt ten opzichte van een ander eerder plan dan het gegeven plan
verify-pairs = wat het plan over paren van studenten zegt, klopt niet met de plaatsingen
verify-indicators = de kengetallen zijn niet die van dit plan
verify-verified = het plan vermeldt dat het een onafhankelijke controle niet doorstond, maar het voldoet aan alle regels
verify-engine-empty = de rekenkern heeft geen naam of versie
verify-lot-of-nobody = { $student } heeft een lot, maar is geen student
verify-lot-missing = het lot van { $student } ontbreekt
verify-too-many-changes =
    { $count ->
        [one] het plan maakt { $count } wijziging en vermeldt een grens van { $most }
       *[other] het plan maakt { $count } wijzigingen en vermeldt een grens van { $most }
    }
verify-other-goals = de doelen zijn niet die van de gegevens
verify-bound-outside = de grens van doel { $goal } is { $bound }, wat niet tussen 0 en de waarde { $value } ligt
verify-not-optimal = de status is `optimal`, maar een grens ligt onder de waarde
verify-not-open = de status is `{ $status }`, maar elke grens is gelijk aan de waarde, zodat het plan optimaal zou zijn
verify-infeasible = de status is `infeasible`, maar het plan voldoet aan alle regels
verify-other-cluster = { $of } zit niet in het vermelde cluster
verify-split = { $of } staat er meer dan één keer in
verify-others-left-out = de studenten die als niet geplaatst zijn vermeld, zijn niet degenen die dat zijn

# Wat deze controle niet kan bevestigen

verify-claim-bound = geen plan komt bij doel { $goal } onder { $bound }
verify-claim-optimal = geen plan onder deze regels is beter
verify-claim-status = het zoeken eindigde met status `{ $status }`
verify-claim-engine = { $name } { $version } maakte het plan met { $solver } { $solver_version }
verify-claim-max-changes =
    { $count ->
        [one] hooguit { $count } wijziging was toegestaan
       *[other] hooguit { $count } wijzigingen waren toegestaan
    }
verify-unconfirmed = niet bevestigd, want het plan bevat er geen bewijs van: { $claim }
verify-claim-previous = de eerdere plaatsingen, zoals het plan ze vermeldt: geef `--previous PLAN` om ze te vergelijken
verify-previous-students = de eerdere plaatsingen die het plan vermeldt zijn niet die van het vorige plan

# Certificaten

verify-certificate-contradicts = volgens het certificaat komt geen plan bij doel { $goal } onder { $certified }, en dit plan heeft { $value }
verify-certified-outside = van de grens { $bound } van doel { $goal } zou { $stated } bewezen zijn
verify-certified-less = bij doel { $goal } zou { $stated } bewezen zijn, maar het certificaat bewijst { $proven }
certificate-this-instance = { $sha256 }, de hash van deze instantie
certificate-this-program = { $sha256 }, de hash van het geheeltallige model van deze instantie
certificate-goal = { $goal }, het doel van de instantie op deze plek
certificate-no-more-goals = niet meer niveaus dan de instantie doelen heeft
certificate-proves = { $bound }, want dat bewijzen de multiplicatoren
certificate-known-row = de naam van een rij van het model, of van een snede vóór deze plek
certificate-known-variable = de naam van een variabele van het model
certificate-side = een rij of variabele die een grens heeft aan de kant van haar multiplicator
certificate-whole = na het afronden alleen coëfficiënten van variabelen die in elk plan geheel zijn
certificate-bounded = multiplicatoren waarmee elke variabele zonder bovengrens ten minste 0 kost
certificate-overflow-found = multiplicatoren waarvan de sommen te groot worden
certificate-overflow = sommen onder 2^127, en coëfficiënten en grenzen onder 2^63
certificate-help = maak het certificaat opnieuw met `solve --certificate`, uit deze instantie en haar plan
