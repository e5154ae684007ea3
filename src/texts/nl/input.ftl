# Teksten van `input`.

input-label-error = fout
input-label-warning = let op
input-label-found = gevonden
input-label-allowed = toegestaan
input-label-help = advies

# The headline of an error, by its code.
code-unreadable = bestand kan niet worden gelezen
code-too-large = te groot
code-empty = leeg bestand
code-not-utf8 = geen UTF-8
code-not-json = ongeldige JSON
code-nested-too-deep = te diep genest
code-duplicate-key = sleutel dubbel
code-wrong-format = verkeerd formaat of verkeerde versie
code-unknown-key = onbekende sleutel
code-missing-key = verplichte sleutel ontbreekt
code-wrong-type = waarde van het verkeerde type
code-out-of-range = waarde buiten de grenzen
code-unknown-word = onbekend woord
code-empty-list = lege lijst
code-rule-cannot-be-off = regel kan niet worden uitgezet
code-duplicate-id = id dubbel
code-duplicate-value = waarde dubbel in een lijst
code-unknown-reference = verwijzing naar een onbekend id
code-school-in-two-clusters = school in twee clusters
code-contradiction = waarden spreken elkaar tegen
code-duplicate-journey = reis dubbel
code-bad-row = rij kan niet worden gelezen
code-unknown-postcode = onbekende postcode
code-fixed-nowhere = student vastgezet op een school zonder cluster of schil
code-not-a-table = geen tabel
code-unknown-sheet = onbekend of dubbel blad
code-no-header = geen kopregel
code-missing-column = verplichte kolom ontbreekt
code-duplicate-column = twee kolommen met dezelfde betekenis
code-unknown-column = onbekende kolom
code-unusable-cell = onbruikbare cel
code-ambiguous-number = dubbelzinnig getal
