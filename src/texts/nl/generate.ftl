# Teksten van `generate`: de tabel van echte scholen.

generate-nothing = niets
generate-table-of-schools = een tabel van scholen
generate-give-csv = geef een CSV-bestand
generate-header = een kopregel
generate-quote-header = zet de velden van de kopregel tussen aanhalingstekens
generate-fields-of-header = evenveel velden als de kopregel
generate-mend-row = verbeter de rij
generate-add-column = voeg een kolom `{ $column }` toe
generate-rename-column = noem `{ $near }` voortaan `{ $column }`, als dat erin staat
generate-no-such-column = kolom ontbreekt
generate-blank = een lege `{ $column }`
generate-code = een code
generate-fill-in = vul het veld in
generate-coordinates = graden noorderbreedte, -90 tot 90, en graden oosterlengte, -180 tot 180
generate-correct-coordinates = verbeter de coördinaten, of laat beide leeg
generate-degrees = graden met een decimale punt
generate-pupils = een geheel getal, `<5` of leeg
generate-correct-or-blank = verbeter het, of laat het leeg
generate-school-again = school `{ $school }`, die ook op regel { $line } staat
generate-delete-row = verwijder een van de rijen
