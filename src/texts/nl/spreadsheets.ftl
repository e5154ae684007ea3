# Teksten van `spreadsheets`.

spreadsheets-unread-sheets = Bladen die niet gelezen zijn: { $sheets }
spreadsheets-several-sheets = { $kind }: { $count } bladen zijn gelezen als één tabel van { $rows ->
        [one] 1 rij
       *[other] { $rows } rijen
    }: { $sheets }
spreadsheets-year-of-name = geen kolom geeft het leerjaar; alle rijen zijn jaar { $year }, zoals de naam `{ $name }` zegt
spreadsheets-names-are-ids = geen kolom geeft codes; de naam van elke rij is ook de code ervan
spreadsheets-hidden-sheet-read = verborgen: het blad zelf; het is wel gelezen
spreadsheets-hidden-rows-read =
    { $count ->
        [one] verborgen: 1 rij, die wel gelezen is (rij { $rows })
       *[other] verborgen: { $count } rijen, die wel gelezen zijn (rijen { $rows })
    }
spreadsheets-hidden-columns-read =
    { $count ->
        [one] verborgen: 1 kolom, die wel gelezen is ({ $columns })
       *[other] verborgen: { $count } kolommen, die wel gelezen zijn ({ $columns })
    }
spreadsheets-left-out-notes =
    { $count ->
        [one] weggelaten: rij { $rows } (een opmerking onder de tabel)
       *[other] weggelaten: rijen { $rows } (een opmerking onder de tabel)
    }
spreadsheets-left-out-headers =
    { $count ->
        [one] weggelaten: rij { $rows } (de kopregel nog eens)
       *[other] weggelaten: rijen { $rows } (de kopregel nog eens)
    }
spreadsheets-utf8-with-bom = UTF-8 met BOM
spreadsheets-tabs = tabs
spreadsheets-of-duo = schoolvestigingen van DUO
spreadsheets-header-row = kopregel in rij { $row }
spreadsheets-header-row-with-groups = kopregel in rij { $row }, met groepen in rij { $groups }
spreadsheets-rows-read =
    { $count ->
        [one] 1 rij gelezen
       *[other] { $count } rijen gelezen
    }
spreadsheets-rows-empty =
    { $count ->
        [one] { $count } leeg
       *[other] { $count } leeg
    }
spreadsheets-day-column = dag: { $day }
spreadsheets-unused-nameless = niet gebruikt: { $column }, een kolom zonder naam
spreadsheets-unused = niet gebruikt: { $column } { $heading }
spreadsheets-unused-near = niet gebruikt: { $column } { $heading } — bedoel je `{ $near }`?
spreadsheets-boards-of-schools =
    { $count ->
        [one] Besturen: 1, uit de tabel met scholen; het is partner.
       *[other] Besturen: { $count }, uit de tabel met scholen; alle zijn partner.
    }
spreadsheets-places-added =
    { $count ->
        [one] Plaatsen: aangevuld bij 1 school.
       *[other] Plaatsen: aangevuld bij { $count } scholen.
    }
spreadsheets-default-places =
    { $count ->
        [one] Scholen zonder aantal plekken: 1; die krijgt er { $places }.
       *[other] Scholen zonder aantal plekken: { $count }; elk krijgt er { $places }.
    }
spreadsheets-not-added =
    { $count ->
        [one] Scholen van DUO zonder rij in de tabel met plaatsen: 1, weggelaten.
       *[other] Scholen van DUO zonder rij in de tabel met plaatsen: { $count }, weggelaten.
    }
spreadsheets-other-boards =
    { $count ->
        [one] Scholen van DUO van andere besturen: 1, weggelaten.
       *[other] Scholen van DUO van andere besturen: { $count }, weggelaten.
    }
spreadsheets-as-duo-writes = Denominaties, gelezen zoals DUO ze schrijft: { $names }.
spreadsheets-spelled-alike = Gespeld zoals de meeste scholen het spellen: { $names }.
spreadsheets-count-schools =
    { $count ->
        [one] { $count } school
       *[other] { $count } scholen
    }
spreadsheets-located = Op de kaart gezet met hun postcode: { $schools } en { $students }. Hun reizen zijn zo nauwkeurig als het postcodegebied, en 0 km binnen één gebied.
spreadsheets-located-by-digits =
    { $count ->
        [one] Van 1 school of student staat de volledige postcode niet in de tabel; de plek is die van de vier cijfers.
       *[other] Van { $count } scholen en studenten staat de volledige postcode niet in de tabel; hun plek is die van de vier cijfers.
    }
spreadsheets-nobody-can-be-placed = er is geen cluster opgegeven en geen bestuur mag er een openen, dus niemand kan geplaatst worden: voeg clusters toe met `--clusters`, of een blad met besturen met `maximum clusters` met `--boards`
spreadsheets-example-left = dit is nog de voorbeeldrij van het sjabloon; die telt mee, dus verwijder de rij als die niet bedoeld is
spreadsheets-table-exchanged =
    { $count ->
        [one] 1 punt van deze tabel ligt alleen in Nederland als breedte- en lengtegraad worden verwisseld; tot de kolommen verwisseld zijn kloppen de reizen niet
       *[other] { $count } punten van deze tabel liggen alleen in Nederland als breedte- en lengtegraad worden verwisseld; tot de kolommen verwisseld zijn kloppen de reizen niet
    }
spreadsheets-point-outside = het punt { $point } ligt buiten Nederland: ontbreekt er een cijfer of een teken?
spreadsheets-point-far = het punt { $point } ligt { $kilometres } km van het midden van alle punten
spreadsheets-more-odd-points =
    { $count ->
        [one] nog 1 punt ligt buiten Nederland of ver van de andere
       *[other] nog { $count } punten liggen buiten Nederland of ver van de andere
    }
spreadsheets-accepts-id = een code: letters, cijfers en tekens
spreadsheets-accepts-ids = een lijst van codes of namen, met `;` of `|` ertussen
spreadsheets-accepts-text = tekst
spreadsheets-accepts-texts = een lijst, met `;` of `|` ertussen
spreadsheets-accepts-whole = een geheel getal
spreadsheets-accepts-kilometres = kilometers, met hoogstens drie decimalen
spreadsheets-accepts-factor = een factor van 0,1 tot 100
spreadsheets-accepts-minutes = minuten
spreadsheets-accepts-north = graden noorderbreedte, -90 tot 90
spreadsheets-accepts-east = graden oosterlengte, -180 tot 180
spreadsheets-accepts-postcode = een postcode: vier cijfers, of vier cijfers en twee letters
spreadsheets-accepts-days = dagen zoals `ma, do`, of `geen`
spreadsheets-accepts-yes-no = `ja` of `nee`, `x` of `-`
spreadsheets-accepts-programme = `voltijd`, `deeltijd`, `academisch` of `mbo`
spreadsheets-accepts-programmes = een lijst van `voltijd`, `deeltijd`, `academisch`, `mbo`
spreadsheets-accepts-years = studiejaren zoals `1, 2` of `1-3`
spreadsheets-accepts-standing = `partner`, `aspirant`, `schil` of `kandidaat`
spreadsheets-accepts-strength = `voorkeur` of `moet`
spreadsheets-accepts-places-for = grenzen zoals `deeltijd 1 2: 3; mbo: 1`
spreadsheets-accepts-value = een waarde
spreadsheets-cell-percentage = { $shown }, een percentage
spreadsheets-cell-truth = { $shown }, een logische waarde
spreadsheets-cell-date = { $shown }, een datum of tijd
spreadsheets-cell-time = een tijdstip
spreadsheets-cell-failure = { $shown }, een formule die mislukt is
spreadsheets-cell-uncalculated = de formule { $formula }, waarvan de waarde niet in het bestand staat
spreadsheets-the-number = het getal { $shown }
spreadsheets-problem-in-text = { $problem }: { $text }
spreadsheets-text-behind-quote = tekst achter een sluitend aanhalingsteken
spreadsheets-open-quote = een aanhalingsteken dat niet sluit
spreadsheets-comma-in-list = een komma, die bij een waarde kan horen of er twee kan scheiden
spreadsheets-type-the-value = typ wat er bedoeld is
spreadsheets-became-a-date = de spreadsheet heeft van de invoer een datum gemaakt: maak de kolom op als tekst en typ het opnieuw
spreadsheets-became-a-number = de spreadsheet heeft van de invoer een getal gemaakt: maak de kolom op als tekst en typ het opnieuw
spreadsheets-list-became-a-number = de spreadsheet heeft van een lijst een getal gemaakt: zet `;` tussen de jaren
spreadsheets-mend-the-formula = herstel de formule, of typ de waarde
spreadsheets-calculate-the-formula = open het bestand in een spreadsheetprogramma en sla het op, zodat de formules berekend worden, of typ de waarde
spreadsheets-format-as-number = maak de cel op als gewoon getal, en schrijf 7% als 7
spreadsheets-list-signs = zet `;` tussen waarden, en zet een waarde met een komma erin tussen dubbele aanhalingstekens
spreadsheets-a-number = een getal
spreadsheets-without-thousands = { $form }, zonder teken tussen duizendtallen
spreadsheets-write-either = schrijf { $one }, of { $other } als dat bedoeld is
spreadsheets-write-if-meant = schrijf { $number } als dat bedoeld is
spreadsheets-write-a-number = schrijf een getal
spreadsheets-write-in-digits = schrijf één geheel getal, in cijfers
spreadsheets-kilometres-range = kilometers van 0 tot 100000, met hoogstens drie decimalen
spreadsheets-correct-distance = verbeter de afstand
spreadsheets-correct-the-degrees = verbeter het; is de decimale komma weg, of zijn breedte- en lengtegraad verwisseld?
spreadsheets-write-the-postcode = schrijf de postcode als 9712 of 9712 AB
spreadsheets-write-limits = schrijf opleidingen en jaren, een dubbele punt en de plekken, met `;` tussen grenzen
spreadsheets-did-you-mean = bedoel je `{ $name }`?
spreadsheets-write-each-day = schrijf elke dag, met komma’s ertussen, of `ma t/m vr` voor een hele reeks
spreadsheets-write-years = schrijf jaren van 1 tot en met 4, het laagste jaar van een bereik eerst
spreadsheets-value-given-twice = een waarde, terwijl een andere kolom er al een geeft
spreadsheets-value-in-one-column = een waarde in een van de twee
spreadsheets-empty-one-cell = maak een van de twee cellen leeg
spreadsheets-half-a-point = alleen een breedtegraad of alleen een lengtegraad
spreadsheets-both-or-neither = beide of geen van beide
spreadsheets-fill-in-the-other = vul de andere in, of maak beide leeg
spreadsheets-empty-cell = een lege cel
spreadsheets-column-accepts = { $column }: { $form }
spreadsheets-fill-in-the-cell = vul de cel in, of maak de hele rij leeg
spreadsheets-no-day-marked = geen kruisje in een kolom van een dag
spreadsheets-mark-per-day = een kruisje voor elke dag waarop het kan
spreadsheets-mark-the-days = kruis de dagen aan, of schrijf overal `nee` als geen dag kan
spreadsheets-fields =
    { $count ->
        [one] 1 veld
       *[other] { $count } velden
    }
spreadsheets-fields-of-the-header =
    { $count ->
        [one] 1 veld, net als de kopregel
       *[other] { $count } velden, net als de kopregel
    }
spreadsheets-is-a-separator-missing = ontbreekt er een scheidingsteken, of moet een waarde met zo’n teken tussen aanhalingstekens?
spreadsheets-row-or-note = alleen tekst in de eerste kolom, na een lege rij
spreadsheets-clear-row-or-note = een rij van de tabel, of een opmerking die er niet op lijkt
spreadsheets-move-the-note = verwijder de lege rij als de tekst bij de tabel hoort; verwijder anders de opmerking of zet die op een ander blad
spreadsheets-more-than-rows =
    { $count ->
        [one] meer dan 1 rij
       *[other] meer dan { $count } rijen
    }
spreadsheets-at-most-rows =
    { $count ->
        [one] hoogstens 1 rij
       *[other] hoogstens { $count } rijen
    }
spreadsheets-split-the-work = verdeel het werk over meer instanties, of voeg gelijke rijen samen; de rest is niet gelezen
spreadsheets-more-than-problems =
    { $count ->
        [one] al meer dan 1 probleem
       *[other] al meer dan { $count } problemen
    }
spreadsheets-correct-these-first = verbeter eerst deze: de rest van de tabel is niet gelezen
spreadsheets-no-column-names =
    { $count ->
        [one] 1 gevulde cel in de eerste rij, en nergens de naam van een kolom
       *[other] { $count } gevulde cellen in de eerste rij, en nergens de naam van een kolom
    }
spreadsheets-empty-sheet = een leeg blad
spreadsheets-row-of-names = een rij met de namen van kolommen, waaronder { $names }
spreadsheets-write-the-names = zet de namen van de kolommen boven de rijen; `import --template` schrijft een voorbeeld
spreadsheets-no-such-column = geen kolom met die betekenis
spreadsheets-a-column = een kolom { $name }
spreadsheets-a-column-or-name = een kolom { $name }, of anders een kolom { $other }
spreadsheets-add-column = voeg de kolom toe
spreadsheets-rename-or-add-column = hernoem kolom { $column } (`{ $heading }`) als dat erin staat, of voeg de kolom toe
spreadsheets-second-column = een tweede kolom voor { $name }; kolom { $column } (`{ $heading }`) is dat al
spreadsheets-each-column-once = elke kolom één keer
spreadsheets-remove-or-rename = verwijder of hernoem een van de twee
spreadsheets-days-under-heading = dagen onder `{ $heading }`; dat is geen bekende naam voor dagen
spreadsheets-days-under-days = dagen onder de naam van een kolom met dagen
spreadsheets-name-the-group = noem de groep `beschikbare dagen` of `overlegdagen` als dat bedoeld is, of hernoem de dagen
spreadsheets-no-sheet = geen blad { $name }
spreadsheets-csv-has-no-sheet = een CSV-bestand; dat heeft geen blad `{ $name }`
spreadsheets-file-without-sheets = een bestand zonder bladen
spreadsheets-file-without-sheet-name = geef het bestand op zonder `#` en blad
spreadsheets-name-the-sheet = noem het blad achter het bestand: `BESTAND#BLAD`
spreadsheets-two-sheets = twee bladen die allebei deze tabel lijken te zijn: { $one } en { $second }
spreadsheets-one-sheet-per-kind = één blad per soort
spreadsheets-name-each-sheet = verberg of hernoem het blad dat niet bedoeld is, of noem elk blad dat wel bedoeld is met een optie: `--{ $option } BESTAND#BLAD`
spreadsheets-places-beside-duo = de lijst van DUO heeft de scholen van het hele land; noem die met `--schools`, en je eigen tabel, die eraan toevoegt, met `--places`
spreadsheets-rename-one-sheet = hernoem het blad dat niet bedoeld is, noem het blad achter het bestand: `BESTAND#BLAD`, of zet de rijen van beide op één blad
spreadsheets-students-and-schools = bladen met studenten en met scholen
spreadsheets-rename-or-name-sheet = hernoem het blad, of noem het met `--{ $option } BESTAND#BLAD`
spreadsheets-workbook-with-password = een werkmap met een wachtwoord
spreadsheets-older-format = een bestand in een ouder formaat, zoals XLS
spreadsheets-no-such-cell = een blad dat cel { $cell } noemt, voorbij de laatste cel die een blad kan hebben
spreadsheets-unreadable-workbook = een werkmap die niet te lezen is: { $why }
spreadsheets-broken-archive = een beschadigd archief: { $why }
spreadsheets-archive-parts =
    { $parts ->
        [one] 1 deel
       *[other] { $parts } delen
    }
spreadsheets-file-of-bytes =
    { $bytes ->
        [one] een bestand van 1 byte
       *[other] een bestand van { $bytes } bytes
    }
spreadsheets-bytes =
    { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    }
spreadsheets-at-most-bytes =
    { $bytes ->
        [one] hoogstens 1 byte
       *[other] hoogstens { $bytes } bytes
    }
spreadsheets-parts-too-large = delen van meer dan { $bytes } bytes uitgepakt
spreadsheets-part-grows = een deel `{ $name }` dat meer dan { $ratio } keer zo groot wordt (een zipbom?)
spreadsheets-texts-too-large = teksten van meer dan { $bytes } bytes
spreadsheets-shared-texts-announced =
    { $count ->
        [one] 1 gedeelde tekst aangekondigd
       *[other] { $count } gedeelde teksten aangekondigd
    }
spreadsheets-shared-texts-not-utf8 = gedeelde teksten die geen UTF-8 zijn
spreadsheets-archive-limits = hoogstens { $bytes } bytes uitgepakt, en hoogstens { $ratio } per ingepakte byte
spreadsheets-save-needed-sheets = sla de bladen die nodig zijn op in een nieuwe werkmap, zonder opgemaakte lege rijen
spreadsheets-save-as-xlsx = open het in een spreadsheetprogramma en sla het op als XLSX of ODS, zonder wachtwoord
spreadsheets-workbook-or-csv = een werkmap (XLSX of ODS) of CSV
spreadsheets-save-as-csv-or-xlsx = sla het op als CSV (UTF-8), XLSX of ODS
spreadsheets-csv-or-xlsx = CSV, XLSX of ODS
spreadsheets-split-the-table = splits de tabel
spreadsheets-check-that-it-was-saved = kijk of de tabel is opgeslagen
spreadsheets-header-and-rows = een kopregel en rijen
spreadsheets-broken-utf16 = tekst die als UTF-16 begint en beschadigd is
spreadsheets-save-as-utf8 = sla het opnieuw op als CSV (UTF-8)
spreadsheets-pdf-document = een PDF-document
spreadsheets-binary-content = binaire inhoud (een nulbyte)
spreadsheets-filled-cell = cel { $cell }, waar iets in staat
spreadsheets-too-much-up-to-cell = te veel tot en met cel { $cell }
spreadsheets-sheet-limits = hoogstens { $columns } kolommen, { $cells } gevulde cellen en { $bytes } bytes tekst
spreadsheets-is-it-the-right-sheet = is dit het goede blad? Haal weg wat buiten de tabel staat
spreadsheets-quoted-field = een veld tussen aanhalingstekens eindigt met een aanhalingsteken; een aanhalingsteken erin wordt verdubbeld
spreadsheets-mend-the-quotes = herstel de aanhalingstekens, of sla de tabel opnieuw op uit een spreadsheetprogramma; de rest van het bestand is niet gelezen
spreadsheets-fields-separated-by =
    { $count ->
        [one] 1 veld, gescheiden door { $separator }
       *[other] { $count } velden, gescheiden door { $separator }
    }
spreadsheets-more-than-rows-and-cells = meer dan { $rows } rijen en { $cells } gevulde cellen
spreadsheets-csv-limits = hoogstens { $columns } kolommen, { $rows } rijen en { $cells } gevulde cellen
spreadsheets-is-it-the-right-file = is dit het goede bestand? Laat weg wat niet over studenten of scholen gaat
spreadsheets-school-again = school `{ $id }`, die al voorkomt op { $location }
spreadsheets-remove-one-row = verwijder een van de twee rijen
spreadsheets-name-again = { $name }; die naam staat ook al op { $location }
spreadsheets-each-name-once = elke naam van een { $kind } één keer, zolang er geen kolom met codes is
spreadsheets-make-names-differ = verwijder een van de rijen als het twee keer dezelfde is; maak de namen anders verschillend, bijvoorbeeld met de plaats erachter, of geef een kolom { $column }
spreadsheets-no-school = `{ $id }`; dat is geen school
spreadsheets-id-of-a-school = de code van een school
spreadsheets-name-a-school = noem een school uit de tabel met scholen
spreadsheets-other-value = een andere waarde dan op { $location }
spreadsheets-same-value-in-both = dezelfde waarde in beide tabellen, of een waarde in een van beide
spreadsheets-correct-one-cell = verbeter een van de twee cellen, of maak er een leeg
spreadsheets-other-board-name = een andere naam voor bestuur `{ $board }` dan op { $location }
spreadsheets-one-name-per-board = één naam per bestuur
spreadsheets-correct-or-give-boards = verbeter een van de twee, of geef een tabel met besturen
spreadsheets-postcode-again = postcode { $postcode }, die in rij { $row } een ander punt heeft
spreadsheets-one-point-per-postcode = één punt per postcode, van vier cijfers of van vier cijfers en twee letters
spreadsheets-postcode-without-point = postcode { $postcode }, die niet in de tabel met postcodes staat
spreadsheets-postcode-of-the-table = een postcode uit de tabel met postcodes
spreadsheets-correct-the-postcode = verbeter de postcode, voeg die toe aan de tabel, of geef coördinaten
spreadsheets-no-name = geen naam van de instantie
spreadsheets-a-name = een naam
spreadsheets-give-a-name = geef `--name NAAM`, of schrijf de naam in een blad met instellingen
spreadsheets-no-places = geen aantal plekken
spreadsheets-places-or-default = een kolom `plekken`, een tabel die de aantallen aanvult, of één aantal voor alle scholen
spreadsheets-give-places = vul het aantal in, vul het per school aan met `--places BESTAND`, of geef `--default-places N`
spreadsheets-key = sleutel { $key }
spreadsheets-setting-no-table = een instelling die geen tabel en geen bestand is
spreadsheets-give-tables-by-options = geef tabellen en bestanden met de opties van `import`, en instellingen met hun eigen sleutels
spreadsheets-setting-again = `{ $key }`, terwijl `{ $other }` al gegeven is
spreadsheets-each-setting-once = elke instelling één keer
spreadsheets-lookalike = { $help } (`{ $sign }` erin is { $name })
spreadsheets-sign-hyphen = een ander soort koppelteken
spreadsheets-sign-en-dash = een halve kastlijn
spreadsheets-sign-em-dash = een kastlijn
spreadsheets-sign-minus = een minteken
spreadsheets-sign-apostrophe = een gekrulde apostrof
spreadsheets-text-not-kept = een tekst erin komt niet ongewijzigd terug, zoals een tekst met stuurtekens
spreadsheets-fits-a-workbook = een instantie die in een werkmap past: 1 048 575 rijen per blad, 32 767 letters per cel
spreadsheets-keep-as-json = bewaar deze instantie als JSON, of kort de genoemde teksten in
spreadsheets-explanation-sheet = Uitleg
spreadsheets-explanation-sheet-column = blad
spreadsheets-explanation-column = kolom
spreadsheets-explanation-required = verplicht
spreadsheets-explanation-meaning = betekenis
spreadsheets-explanation-accepts = toegestaan
spreadsheets-explanation-example = voorbeeld
spreadsheets-explanation-yes = ja
spreadsheets-explanation-all = (alle)
spreadsheets-explanation-rule-accepts = `false` (uit), `{"{}"}` (aan), of een rij per instelling van de regel
spreadsheets-explanation-on-examples = In een leeg sjabloon is rij 2 van elk blad een voorbeeld. Schrijf er je eigen gegevens overheen of verwijder de rij: wat blijft staan, telt mee. Dat geldt ook voor de instellingen.

spreadsheets-count-students =
    { $count ->
        [one] { $count } student
       *[other] { $count } studenten
    }

spreadsheets-no-files = een import noemt geen bestanden
spreadsheets-hidden = verborgen
spreadsheets-location-sheet = blad { $sheet }
spreadsheets-location-row = rij { $row }
spreadsheets-location-column = kolom { $column }
spreadsheets-unrecognised-table = een tabel waarvan de kolommen bij geen soort horen
spreadsheets-recognised-tables = een tabel met studenten, scholen, besturen, clusters, reizen, instellingen of postcodes
spreadsheets-name-the-kind = zeg wat het is, met `--students BESTAND`, `--schools BESTAND` enzovoort
spreadsheets-boards-alike = Besturen die op meer manieren gespeld zijn, gelezen als één: { $names }.
spreadsheets-proposed-clusters = Geen tabel noemt clusters; daarom mag elk bestuur er een vormen per vier scholen: { $boards }. Geef een blad met besturen met een kolom `maximum clusters`, of een blad met clusters, om anders te beslissen.
spreadsheets-accepts-year = een studiejaar, 1 tot en met 4
spreadsheets-accepts-withdrawn = `valt weg`, `ja` of `nee`
spreadsheets-write-a-year = schrijf het jaar als cijfer
spreadsheets-ambiguous-name = { $name }, een naam die bij meer dan één past
spreadsheets-one-name = de code of de volledige naam van één { $kinds }
spreadsheets-name-one-of = schrijf de code van de bedoelde: { $candidates }
spreadsheets-unknown-name = { $name }; die code of naam staat niet in deze tabellen
spreadsheets-id-or-name = de code of naam van een { $kinds }
spreadsheets-name-or-add-one = noem een code of naam die in de tabellen staat, of voeg deze daar toe
spreadsheets-of-a-school = school
spreadsheets-of-a-board = bestuur
spreadsheets-of-a-cluster = cluster
spreadsheets-of-any = school, cluster of bestuur
spreadsheets-names-withdrawn = { $name } is een school die niet meer meedoet; dit telt niet mee
spreadsheets-names-withdrawn-student = { $name } is een student die niet meer meedoet; dit telt niet mee
spreadsheets-wish-elsewhere =
    { $name } is geen school, cluster of bestuur in deze tabellen; de wens telt niet mee. Moet hij wel meetellen, schrijf de naam dan zoals in die tabellen; een wens voor een denominatie hoort in een kolom { $column }
spreadsheets-wish-is-denomination =
    { $name } is een denominatie, en in deze kolom staan wensen voor scholen; de wens telt niet mee. Moet hij wel meetellen, zet hem dan in een kolom { $column }
spreadsheets-earlier-elsewhere = { $name } is geen school in deze tabellen; als eerdere school telt die niet mee
spreadsheets-one-spelling-per-board = één schrijfwijze per bestuur
spreadsheets-same-board = is het hetzelfde bestuur? Schrijf dan overal `{ $usual }`; geef anders een blad met besturen waarop beide staan
spreadsheets-counts-as-empty = { $shown } betekent dat het nog niet bekend is; het telt als een lege cel
spreadsheets-read-without-remark = { $shown } is gelezen als `{ $rest }`; wat tussen haakjes staat, telt niet mee
spreadsheets-write-the-exact-number = schrijf het getal dat bedoeld is, bijvoorbeeld { $number }
spreadsheets-foreign-postcode = { $shown } is geen Nederlandse postcode; het telt als een lege cel
spreadsheets-sheet-again = rijen die ook op { $other } staan: { $count } van { $rows }; de eerste is { $first }, dezelfde als { $same }
spreadsheets-each-row-on-one-sheet = elke student en elke school op één blad; niemand telt twee keer mee
spreadsheets-put-the-copy-away = is een van de twee een kopie of een lijst van dezelfde rijen, verwijder of verberg dat blad dan, of noem de bladen die bedoeld zijn, elk met een optie: `--{ $option } BESTAND#BLAD`; haal anders de rijen die op beide staan uit een van de twee weg
spreadsheets-wish-in-remark = de opmerking { $remark } lijkt een wens of voorwaarde te zijn, en opmerkingen tellen niet mee in het plan; zet wat moet meetellen in een kolom { $column }
spreadsheets-and-more-boards = { $shown } enzovoort voor nog { $more }; samen { $clusters } clusters voor { $boards } besturen
spreadsheets-twice-in-cell = twee keer { $name } in deze cel
spreadsheets-also-in-cell = { $name }, die ook staat op { $location }
spreadsheets-once-in-list = elke school, elk cluster en elk bestuur één keer in een lijst; twee keer noemen maakt een wens niet sterker
spreadsheets-empty-one-mention = haal een van de twee weg, of noem een andere
spreadsheets-wishes-in-remarks = { $count } opmerkingen lijken wensen of voorwaarden te zijn, en opmerkingen tellen niet mee in het plan; zet wat moet meetellen in de kolom die hier genoemd is: { $rows }
spreadsheets-wish-in-row = rij { $row } { $remark } in { $column }
spreadsheets-row-again = deze rij is gelijk aan rij { $row } en telt één keer mee
spreadsheets-no-places-yet = nog geen aantal plekken; tot het is ingevuld, neemt de school niemand
spreadsheets-cluster-of-two-boards = cluster { $cluster } met scholen van bestuur `{ $one }` en van bestuur `{ $other }`
spreadsheets-one-board-per-cluster = scholen van één bestuur
spreadsheets-give-clusters = geef een blad met clusters, met het bestuur dat elk cluster draagt
spreadsheets-postcode-far = het punt van postcode { $postcode } ligt { $kilometres } km van die van { $below } en { $above }; klopt het in de tabel met postcodes?
spreadsheets-clusters-of-schools =
    { $count ->
        [one] Clusters: 1, uit de tabel met scholen.
       *[other] Clusters: { $count }, uit de tabel met scholen.
    }
spreadsheets-withdrawn =
    { $count ->
        [one] Scholen die niet meer meedoen: 1, weggelaten: { $names }.
       *[other] Scholen die niet meer meedoen: { $count }, weggelaten: { $names }.
    }
spreadsheets-withdrawn-students =
    { $count ->
        [one] Studenten die niet meer meedoen: 1, weggelaten: { $ids }.
       *[other] Studenten die niet meer meedoen: { $count }, weggelaten: { $ids }.
    }
spreadsheets-last-year =
    { $count ->
        [one] Studenten van wie de school in { $plan } een eerdere school is: 1
       *[other] Studenten van wie de school in { $plan } een eerdere school is: { $count }
    }{ $elsewhere ->
        [0] .
       *[other] ; op een school die niet in de tabellen staat: { $elsewhere }.
    }
spreadsheets-by-name =
    { $count ->
        [one] Verwijzingen met een naam: 1.
       *[other] Verwijzingen met een naam: { $count }.
    }
spreadsheets-by-name-other =
    { $count ->
        [one] Verwijzingen met een naam: 1, anders gespeld: { $names }.
       *[other] Verwijzingen met een naam: { $count }, waarvan deze namen anders gespeld zijn ({ $others }): { $names }.
    }
spreadsheets-board-like-another =
    { $count ->
        [one] bestuur { $board } naast bestuur { $usual } van 1 school
       *[other] bestuur { $board } naast bestuur { $usual } van { $count } scholen
    }

# Wat de lezer van een document zegt, gezegd van tabellen.
spreadsheets-no-id = `{ $id }`; die code staat niet in deze tabellen
spreadsheets-name-or-add = noem { $kinds } uit deze tabellen, of voeg die daar toe
spreadsheets-id-used = { $kind } `{ $id }`; diezelfde code staat ook op { $location }, bij { $other }
spreadsheets-id-own = een eigen code voor elke student, elke school, elk cluster, elk bestuur en elk netwerk
spreadsheets-id-rename = geef een van de twee een andere code, of verwijder een van de rijen als het twee keer hetzelfde is
spreadsheets-journey-once = elke reis één keer
spreadsheets-no-postcodes = de ligging van { $kind } `{ $id }` is onbekend: er is een postcode, maar geen tabel met postcodes (`--postcodes`); reizen die niet in de tabel met reizen staan, zijn onbekend
spreadsheets-no-place = de ligging van { $kind } `{ $id }` is onbekend: er zijn geen coördinaten, geen postcode en geen rij in de tabel met reizen; alle reizen zijn onbekend
spreadsheets-no-null = { $one }

# Contact data

spreadsheets-contact-column = { $name } (alleen voor lijsten)
spreadsheets-contact-unread = in deze cel staat geen tekst; ze blijft buiten de contactgegevens
# Paren van studenten.
spreadsheets-accepts-student-ids = een lijst van studenten met nummer, code of naam, met `;` of `|` ertussen
spreadsheets-of-a-student = student
spreadsheets-pair-not-kept = student `{ $student }`, met een paar met een eigen prijs of reden; in een cel is die niet te schrijven
spreadsheets-read-as = { $written } is gelezen als { $meaning }, in { $count ->
        [one] één rij
       *[other] { $count } rijen
    }
spreadsheets-within-postcode = { $count ->
        [one] Eén student woont
       *[other] { $count } studenten wonen
    } op het punt van een postcode waar ook een school staat: een reis binnen de postcode telt als 0 m.
spreadsheets-fixed-withdrawn = { $name } is een school die niet meer meedoet; de student staat niet vast
spreadsheets-only-withdrawn = alleen scholen die niet meer meedoen
spreadsheets-only-others = ten minste één school, cluster of bestuur dat meedoet
spreadsheets-only-name-others = noem waar de student dan wel geplaatst mag worden, of maak de cel leeg
spreadsheets-accepts-status = `doet mee` (ook `actief`, `ingeschreven`, `partner`) of `valt weg` (ook `gestopt`, `uitgevallen`)
spreadsheets-denominations-by-settings = Wensen voor een denominatie waar volgens de instellingen ook andere aan voldoen: { $names }.
spreadsheets-below-minimum =
    Bestaande clusters mogen onder hun minimum komen: elk lid dat ontbreekt kost { $price } km (instelling `{ $setting }`; `nee` verbiedt het).
spreadsheets-programmes-by-settings = Opleidingen volgens de instellingen: { $names }.
spreadsheets-programme-setting = een van de vier opleidingen, daarna de jaren van de leergemeenschap en de lesdagen als die eigen zijn
spreadsheets-programme-setting-example = schrijf bijvoorbeeld `academisch; jaren 1, 2; lesdagen 2`
spreadsheets-merged-cells = { $shown }, samengevoegd over de kolommen { $first } tot en met { $last }
spreadsheets-a-cell-per-column = een eigen cel voor elke kolom
spreadsheets-split-the-cells = splits de samengevoegde cellen, en schrijf in elke kolom wat daar geldt
spreadsheets-write-without-doubt = het vraagteken zegt dat het niet zeker is: schrijf de waarde zonder vraagteken zodra het dat wel is
spreadsheets-write-or-name-the-programme =
    schrijf een van deze, of zeg op een blad met instellingen welke het is: een rij met `opleiding { $name }` en bijvoorbeeld `deeltijd`
spreadsheets-wish-against = een wens noemt wat de student graag wil; zet wat niet mag in een kolom { $column }
spreadsheets-wish-what-may-be = schrijf op wat de student graag wil; wat de student niet wil, is geen wens
spreadsheets-days-blank-or-none = laat de cel leeg als de student op elke dag kan komen, en schrijf `geen` als dat op geen enkele dag kan
spreadsheets-days-one-of-them = schrijf alle dagen waarop het kan, met komma’s ertussen
spreadsheets-setting-names = `{ $dutch }` (`{ $key }`)
spreadsheets-settings-known = de naam van een instelling, zoals { $known }, of een sleutel zoals `rules.denomination.worth_km`
spreadsheets-remove-the-setting = haal de rij weg; een werkmap van `import --template` noemt alle instellingen
