# Teksten van `serve`.

serve-folder-in-use = Het project in { $folder } is al geopend, in een andere plaatswijzer. Sluit die, of kies een andere map.
serve-bad-history = Regel { $line } van history.jsonl in { $folder } past niet bij de regels ervoor. Zet het bestand terug zoals het was, of neem instance.json mee naar een nieuwe map.
serve-folder-unusable = De map { $folder } is niet te gebruiken: { $reason }. Kies een map waarin u mag schrijven.
serve-file-missing = het bestand { $name } staat niet in de map van het project
serve-file-outside = het bestand { $name } staat niet in de map van het project; zet het daar neer en noem het zonder map
serve-file-too-large = Dit bestand is groter dan { $bytes } bytes, het meeste dat wordt gelezen. Laat weg wat geen tabel van dit jaar is.
serve-plan-unreadable = De planning { $name } is niet te lezen: { $reason }
serve-instance-damaged = Het bestand met de instantie is beschadigd of niet volledig opgeslagen: op regel { $line }, kolom { $column } klopt het niet meer. Verbeter het daar, of sla het opnieuw op.
serve-instance-not-as-format = Het bestand met de instantie past niet bij het formaat, voor het eerst op regel { $line }, kolom { $column }. { $problems }
serve-instance-unreadable = De instantie is zo niet te gebruiken: { $reason }
serve-not-kept = Er is niets veranderd, want de schijf nam het niet aan: { $reason }. Maak ruimte en probeer het opnieuw.
serve-instance-not-written = De laatste wijziging staat in de geschiedenis, maar instance.json kon niet worden geschreven: { $reason }
serve-port-unusable = Poort { $port } van deze computer is niet te gebruiken: { $reason }. Kies een andere met --port.
serve-no-secrets = Deze computer geeft geen toevalsgetallen: { $reason }
serve-search-running = Er wordt al gezocht. Stop dat eerst, of wacht erop.
serve-no-clusters-to-hold = Er is geen planning om iets van te houden: maak er eerst een.
serve-search-crashed = Het zoeken is gestopt door een fout van plaatswijzer. Het project is zoals het was.
serve-search-failed = Het zoeken is mislukt: { $reason }
serve-cannot-place = Er is geen planning gevonden met deze student daar en dezelfde clusters. Zet de student daar vast en plan opnieuw.
serve-cannot-make = Dit bestand kan niet worden gemaakt: { $reason }
serve-no-files = Kies minstens één bestand.
serve-problems =
    { $count ->
        [one] Er is niets veranderd: eerst is er { $count } probleem op te lossen.
       *[other] Er is niets veranderd: eerst zijn er { $count } problemen op te lossen.
    }
serve-screen-bench = Planning
serve-screen-data = Gegevens
serve-screen-rules = Regels
serve-screen-versions = Versies
serve-screen-out = Lijsten
serve-screens = Schermen
serve-stale = Iemand heeft het project intussen gewijzigd. De pagina toont nu hoe het is; doe het opnieuw als het nog klopt.
serve-lost = Er is geen verbinding met plaatswijzer. Er is niets kwijt: start het opnieuw.
serve-undo = Ongedaan maken
serve-redo = Opnieuw doen
serve-search = Zoeken
serve-students = Studenten
serve-student = Student
serve-clusters = Clusters
serve-schools = Scholen
serve-school = School
serve-board = Bestuur
serve-places = Plekken
serve-unit-places = plekken
serve-unit-clusters = clusters
serve-places-of = Plekken op { $school }
serve-change = Wijzigen
serve-no-plan-yet = Er is nog geen planning.
serve-headline =
    { $clusters ->
        [one] Versie { $version }: { $placed } van de { $students } studenten hebben een plek, in { $clusters } cluster.
       *[other] Versie { $version }: { $placed } van de { $students } studenten hebben een plek, in { $clusters } clusters.
    }
serve-score = Alle prijzen samen: { $score }.
serve-proven = Geen planning is beter: dat is bewezen.
serve-proven-few = Geen planning is beter als elke wijziging ten opzichte van de vorige planning meetelt: dat is bewezen.
serve-not-proven = Er is nog hoogstens { $gain } per student te winnen.
serve-unproven = Hoeveel er nog te winnen is, is niet bekend: plan opnieuw om dat te weten.
serve-plan-outdated = Deze planning past niet bij wat sindsdien is besloten. Plan hieronder opnieuw.
serve-plan = Maak een planning
serve-other-schools-outdated = Wat andere scholen kosten, staat hier weer na opnieuw plannen: deze planning past niet meer bij wat is besloten.
serve-plan-again = Opnieuw plannen
serve-plan-again-held = Opnieuw plannen, clusters houden
serve-good-enough = Verschil met de beste hoogstens
serve-good-enough-best = 0: de allerbeste
serve-at-most = Zoek hoogstens
serve-seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } seconden
    }
serve-minutes =
    { $count ->
        [one] { $count } minuut
       *[other] { $count } minuten
    }
serve-no-map = Geen enkele school heeft coördinaten, dus er is geen kaart.
serve-find = Zoek op naam, school of postcode
serve-find-row = Zoek op naam
serve-no-row = Niets gevonden.
serve-only = Welke studenten
serve-only-all = Iedereen
serve-only-left-out = Zonder plek
serve-only-held = Vastgezet
serve-only-forbidden = Met een verboden school
serve-sort = Volgorde
serve-sort-state = Zonder plek eerst
serve-sort-name = Op naam
serve-sort-school = Op school
serve-sort-journey = Verste reis eerst
serve-rows =
    { $count ->
        [one] { $count } student
       *[other] { $count } studenten
    }
serve-more-rows =
    { $count ->
        [one] Toon er nog { $count }
       *[other] Toon er nog { $count }
    }
serve-select-one = Kies { $name }
serve-none-at-one-school = Van wie is aangevinkt staat niemand op één school: er is niets om vast te zetten.
serve-hold-selected = Zet vast waar ze zijn
serve-release-selected = Niet meer vastzetten
serve-year = jaar { $year }
serve-left-out = zonder plek
serve-held = vast
serve-no-clusters-yet = De clusters verschijnen met de eerste planning.
serve-shell = Schil
serve-members =
    { $members ->
        [one] { $members } lid
       *[other] { $members } leden
    } (minstens { $least }, streven { $target }, hoogstens { $most })
serve-members-of =
    { $members ->
        [one] { $members } lid
       *[other] { $members } leden
    }, hoogstens { $most }
serve-keep = Moet blijven
serve-keep-no-longer = Hoeft niet te blijven
serve-free = { $free } van { $places } plekken vrij
serve-searching = Aan het zoeken. Er is nog hoogstens { $gain } per student te winnen.
serve-searching-first = Aan het zoeken. Er is nog geen planning.
serve-search-begins = Het zoeken begint.
serve-better-there = Er is een betere planning.
serve-first-there = Er is al een planning.
serve-no-better-plan = Het zoeken heeft nog geen betere planning dan die op het scherm.
serve-stop = Stop met de beste tot nu toe
serve-found-best = De beste planning is gevonden: geen enkele is beter.
serve-found-best-held = De beste planning met deze clusters is gevonden.
serve-found = Er is een planning gevonden; er is nog hoogstens { $gain } per student te winnen.
serve-better = Die is { $gain } beter dan die op het scherm.
serve-better-at-goal = Die is beter dan die op het scherm: { $goal } gaat van { $now } naar { $then }.
serve-equal = Die is even goed als die op het scherm.
serve-worse = Die is niet beter dan die op het scherm.
serve-show-plan = Toon die
serve-no-plan = Er is geen planning mogelijk: deze eisen botsen.
serve-undo-last = Maak de laatste wijziging ongedaan
serve-nothing-found = In deze tijd is geen planning gevonden. Geef het zoeken meer tijd.
serve-overtaken = Het zoeken is gestopt omdat de gegevens zijn gewijzigd.
serve-choose-student = Kies een student om te zien waar en waarom, en wat andere scholen zouden kosten.
serve-other-schools = Andere scholen
serve-working = Een ogenblik …
serve-id = Nummer
serve-programme = Opleiding
serve-days = Beschikbaar op
serve-home = Woonplaats
serve-home-known = bekend
serve-home-unknown = niet bekend
serve-wishes = Voorkeuren
serve-denomination = Gewenste richting
serve-some-left-out = { $count } van { $of } zonder plek
serve-is-left-out = Zonder plek
serve-held-at = Vastgezet op { $school }.
serve-release = Niet meer vastzetten
serve-hold-here = Hier vastzetten
serve-never-here = Nooit hier
serve-forbidden-at = Nooit bij { $name }.
serve-allow = Weer toestaan
serve-because = Reden: { $because }
serve-no-other-school = Met deze clusters is geen andere school mogelijk.
serve-not-used =
    { $count ->
        [one] { $count } school zit in geen cluster van deze planning
       *[other] { $count } scholen zitten in geen cluster van deze planning
    }
serve-refused-by =
    { $count ->
        [one] { $rule }: { $count } school valt af
       *[other] { $rule }: { $count } scholen vallen af
    }
serve-movers =
    { $count ->
        [one] { $count } ander wisselt van school
       *[other] { $count } anderen wisselen van school
    }
serve-who-moves = Ook naar een andere school: { $names }.
serve-charge = { $rule }: kost { $price }
serve-charge-with-surcharge = { $rule }: kost { $price } ({ $journey }, met toeslag boven de comfortabele afstand)
serve-place-and-hold = Hier plaatsen en vastzetten
serve-place = Hier plaatsen
serve-no-worse = ✓ niet slechter
serve-costs = + kost { $cost }
serve-saves = ✓ bespaart { $gain }
serve-unclear-here = ? dat blijkt bij opnieuw plannen
serve-not-used-here = ✕ in geen cluster van deze planning
serve-refused-here = ✕ valt af: { $rule }
serve-no-versions = Er is nog geen vastgestelde planning.
serve-version = Versie { $number }
serve-on-screen = op het scherm
serve-version-name = Naam
serve-version-note = Notitie
serve-keep-name = Bewaren
serve-restore = Zet op het scherm
serve-compare = Vergelijk met de planning op het scherm
serve-cannot-compare = Deze twee planningen zijn niet te vergelijken.
serve-rules-explained = Prijzen zijn kilometers reis: een niet vervulde wens van 15 km weegt even zwaar als 15 km reizen. Een wijziging telt mee zodra u opnieuw plant.
serve-rule-off = uit
serve-charged = In de planning op het scherm: { $points }.
serve-switch-off = Uitzetten
serve-switch-on = Aanzetten
serve-set = Bewaren
serve-welcome = Plan de plaatsing van studenten
serve-welcome-explained = Sleep uw spreadsheets hierheen, allemaal tegelijk: studenten, scholen, een tabel met postcodes, en als u die hebt besturen en clusters. Zonder postcodes of coördinaten zijn de reizen niet bekend, en wordt bijna niemand geplaatst. Niets verlaat deze computer.
serve-example = Probeer de voorbeeldregio
serve-template = Een lege werkmap om in te vullen
serve-before-planning = Vóór het plannen
serve-no-warnings = Er valt niets op.
serve-more-warnings =
    { $count ->
        [one] … en nog { $count }
       *[other] … en nog { $count }
    }
serve-new-files = Bestanden opnieuw inlezen
serve-drop-files = Sleep bestanden hierheen, of
serve-withdraw = Trekt zich terug
serve-drop-out = Valt uit
serve-withdrawn = { $name } doet niet meer mee.
serve-dropped-out = { $name } is uitgevallen.
serve-removed = { $name } is verwijderd.
serve-nothing-out = Er staat geen planning op het scherm die bij de gegevens past. Plan eerst.
serve-out-explained = Elk bestand wordt gemaakt van de planning op het scherm. De opdracht eronder maakt hetzelfde, in de map van het project.
serve-out-headings = Boven de lijsten
serve-out-name = Naam
serve-out-school-year = Schooljaar
serve-out-school-year-example = bijvoorbeeld 2027-2028
serve-out-lists = Alle lijsten en brieven (werkmappen in één zip)
serve-out-lists-docx = Alle lijsten en brieven (Word-bestanden in één zip)
serve-out-workbook = Werkmap voor planners
serve-out-page = Pagina voor iedereen
serve-out-page-planner = Pagina voor planners
serve-out-plan = De planning als bestand
serve-out-instance = De gegevens als bestand
serve-pair-at = waar
serve-setting-again = opnieuw naar een eerdere school
serve-setting-cluster-eur = kosten per cluster
serve-setting-default-day = gewone bijeenkomstdag
serve-setting-finance = financiën
serve-setting-grant-base = vaste subsidie
serve-setting-grant-lag = jaren die de subsidie terugkijkt
serve-setting-grant-per-student = subsidie per student
serve-setting-grant-steps = subsidietreden
serve-setting-hard = weigeren in plaats van een prijs
serve-setting-meeting-days = bijeenkomstdagen
serve-setting-opening-eur = openingskosten per nieuw cluster
serve-setting-shell-student-eur = kosten per student in de schil
serve-setting-student-eur = kosten per student
serve-setting-alone-places = plekken voor een cluster van één school
serve-setting-class-worth = prijs per ontbrekende lesdag (km)
serve-setting-comfortable = comfortabel tot (km)
serve-setting-excess = extra prijs daarboven (%)
serve-setting-limit-eur = hoogstens (euro)
serve-setting-limit = hoogstens (km)
serve-setting-max = hoogstens
serve-setting-max-changes = wijzigingen hoogstens
serve-setting-max-percent = hoogstens (%)
serve-setting-max-schools = scholen hoogstens
serve-setting-min = minstens
serve-setting-min-schools = scholen minstens
serve-setting-min-years = jaren minstens
serve-setting-none-worth = prijs als geen voorkeur lukt (km)
serve-setting-opening = prijs van een nieuw cluster (km)
serve-setting-reach = afstand tussen scholen (km)
serve-setting-step = prijs per stap lager op de lijst (km)
serve-setting-target = streven
serve-setting-worth = prijs (km)
serve-setting-below-min = prijs per lid te weinig (km)
serve-costs-at-most = + kost hoogstens { $cost }
serve-saves-at-least = ✓ bespaart minstens { $gain }
serve-cancel = Annuleren
serve-ok = OK
serve-reason-optional = Reden, en wie besloot (mag leeg blijven)
serve-refused-host = Dit is geen naam van deze computer.
serve-refused-cookie = Open het adres dat plaatswijzer heeft getoond.
serve-refused-origin = Dit komt niet van een pagina van plaatswijzer.
serve-refused-token = Dit adres is al gebruikt. Start plaatswijzer opnieuw voor een nieuw adres.
serve-refused-kind = Stuur application/json.
serve-version-unreadable = Het bestand van deze planning is niet te lezen.
serve-version-unproven = Hoeveel er nog te winnen is, is niet bekend.
serve-version-figures = { $placed } van de { $students } studenten geplaatst, alle prijzen samen { $score }. { $proven } Onafhankelijk gecontroleerd.
serve-plan-again-few = Opnieuw plannen, weinig schuiven
serve-exact-unknown = Wat het minstens kost, is niet op tijd gevonden; plan opnieuw om dat te weten.
serve-exact-costs = Met deze clusters kost het minstens { $cost }.
serve-exact-saves = Met deze clusters bespaart het hoogstens { $gain }.
serve-hold-and-plan = Hier vastzetten en opnieuw plannen
serve-unclear-explained = Zo snel is er geen planning met de student daar gevonden. Opnieuw plannen, met de student daar vast, kan er een vinden.
serve-version-accepted = Geaccepteerd
serve-unclear =
    { $count ->
        [one] Misschien nog { $count } school
       *[other] Misschien nog { $count } scholen
    }
serve-waiting =
    { $count ->
        [one] { $count } planning is gevonden en niet vastgesteld
       *[other] { $count } planningen zijn gevonden en niet vastgesteld
    }
serve-place-student = Student { $name }
serve-place-school = School { $name }
serve-place-board = Bestuur { $name }
serve-place-cluster = Cluster { $name }
serve-mend-explained = Verbeter een cel hier, of in het bestand zelf en lees het opnieuw. De bestanden blijven zoals ze zijn; wat u hier verbetert, onthoudt het project.
serve-mend = Verbeteren en opnieuw lezen
serve-understood = Zo zijn de spreadsheets gelezen
serve-remarkable =
    { $count ->
        [one] { $count } ding valt op
       *[other] { $count } dingen vallen op
    }
serve-spreadsheets-here = Spreadsheets in deze map
serve-read-these = Lees deze
serve-read-again = Opnieuw lezen
serve-sources-changed =
    { $count ->
        [one] { $names } is gewijzigd nadat het gelezen is.
       *[other] { $names } zijn gewijzigd nadat ze gelezen zijn.
    }
serve-row = Rij { $row }
serve-column = kolom { $column }
serve-found-allowed = Gevonden: { $found }. Toegestaan: { $allowed }.
serve-cell-says = Wat er in rij { $row }, kolom { $column } moet staan
serve-use = Gebruik “{ $text }”
serve-leave-empty = Leeg laten
serve-leave-row-out = Rij overslaan
serve-rows-read =
    { $count ->
        [one] { $count } rij
       *[other] { $count } rijen
    }
serve-columns-unused =
    { $count ->
        [one] { $count } kolom niet gebruikt
       *[other] { $count } kolommen niet gebruikt
    }
serve-column-in-file = Kolom in het bestand
serve-column-means = wordt gelezen als
serve-near = lijkt op “{ $name }”
serve-not-used-column = niet gebruikt
serve-means = Wat kolom { $heading } betekent
serve-what-is = Wat { $name } is
serve-sheet-not-read = niet gelezen
serve-found-earlier = Een planning die eerder is gevonden, is nog niet getoond; sindsdien zijn de gegevens of de planning gewijzigd.
serve-overtaken-kept = De planning die tot dan toe gevonden was, is bewaard; zij kent de wijziging niet.
serve-undone = Ongedaan gemaakt
serve-redone = Opnieuw gedaan
serve-metres = { $metres } m
serve-screen-what-if = Wat als
serve-what-if-explained = Kruis een of meer wijzigingen aan en zie wat ze zouden doen. Het project blijft zoals het is.
serve-what-if-close = Een school valt weg
serve-what-if-grow = Meer studenten
serve-what-if-drop-out = Studenten vallen uit
serve-what-if-places = Een school krijgt meer plekken
serve-what-if-clusters = Een bestuur mag meer clusters hebben
serve-what-if-admit = Een bestuur doet mee
serve-what-if-day = Alle clusters komen samen op
serve-what-if-work-out = Reken uit
serve-what-if-running = Aan het rekenen.
serve-what-if-no-plan = Met deze wijzigingen is geen planning mogelijk.
serve-what-if-answer = Wat het zou doen
serve-what-if-keep = Overnemen, als versie
serve-what-if-same-clusters = Dezelfde clusters blijven in gebruik. Wat er scheelt, komt van wie waar zit.
serve-what-if-changes-not-counted = Van het verschil is { $price } de prijs van wijzigingen ten opzichte van een eerdere planning. Die telt nu mee, en in dit antwoord niet.
serve-what-if-who = Wie elders zou zitten, en alle cijfers
serve-no-plan-to-compare = Er is geen planning in beeld die bij de gegevens past. Maak eerst een planning.
serve-no-answer = Er is geen antwoord om over te nemen.
serve-answer-outdated = Het project is gewijzigd nadat dit is uitgerekend. Reken het opnieuw uit om het over te nemen.
serve-figure-placed = Met plek
serve-figure-left-out = Zonder plek
serve-figure-score = Alle prijzen samen
serve-figure-now = nu
serve-figure-then = dan
serve-percent = procent
serve-day = Dag
serve-preview = Voorbeeld
serve-out-boards = Pagina voor een bestuur
serve-out-list-preview = Wat een school, cluster, bestuur, opleider of student te lezen krijgt
serve-out-list-of = Lijst van
serve-boards = Besturen
serve-schools-elsewhere = Elders
serve-cluster = Cluster
serve-clusters-existing = Bestaande clusters
serve-standing = Status
serve-most-clusters = Clusters ten hoogste
serve-most-clusters-of = Clusters ten hoogste van { $board }
serve-meeting-days = Mag samenkomen op
serve-table-is = In deze tabel staan
serve-problems-in-spreadsheets =
    { $count ->
        [one] { $count } probleem in de spreadsheets
       *[other] { $count } problemen in de spreadsheets
    }
serve-fixed-excluded = student `{ $student }` staat vast op `{ $school }`, en mag daar volgens dezelfde gegevens niet heen; vastzetten gaat voor
serve-only-idle = student `{ $id }` mag alleen naar clusters die niet meedoen, en kan dus nergens geplaatst worden
serve-because-nothing = bij student `{ $student }` staat een reden, maar er is niets besloten waar die over gaat
serve-nobody-can-be-placed = niemand kan geplaatst worden: geen bestuur heeft een cluster, mag er een hebben of zit in de schil; geef een bestuur een cluster in de tabel met besturen hieronder
serve-no-postcodes = de ligging van { $kind } `{ $id }` is onbekend: er is een postcode, en nog geen tabel van postcodes; sleep die op het scherm Gegevens bij “Bestanden opnieuw inlezen”
serve-unknown-postcode = postcode `{ $postcode }` staat niet in de tabel van postcodes van dit project. Verbeter de postcode, of laat die leeg: dan zijn de reizen niet bekend. Of zet de postcode in het bestand met postcodes, en lees de bestanden opnieuw in op het scherm Gegevens
serve-not-in-postcodes = de ligging van { $kind } `{ $id }` is onbekend: de postcode staat niet in de tabel van postcodes; verbeter de postcode, of zet die in het bestand met postcodes en lees de bestanden opnieuw in op het scherm Gegevens
serve-write-the-names = zet de namen van de kolommen boven de rijen; de lege werkmap om in te vullen is een voorbeeld
serve-name-each-sheet = kies hieronder van elk blad wat het is, en “niet gelezen” voor het blad dat niet bedoeld is
serve-places-beside-duo = de lijst van DUO heeft de scholen van het hele land; kies hieronder dat uw eigen tabel er een van plekken is, die eraan toevoegt
serve-add-the-table = sleep ook het bestand met deze tabel hierheen, of kies hieronder wat een bestand of blad is
serve-give-a-name = schrijf de naam in een blad met instellingen
serve-give-places = vul het hier in, of sleep ook een tabel van plekken hierheen, met een rij per school
serve-give-tables-as-files = sleep tabellen en bestanden hierheen, en geef instellingen hun eigen sleutels
serve-name-the-kind = kies hieronder wat het is, of laat het bestand weg
serve-put-the-copy-away = is een van de twee een kopie of een lijst van dezelfde rijen, kies dan hieronder “niet gelezen” voor dat blad; haal anders de rijen die op beide staan uit een van de twee weg
serve-remove-the-setting = laat de rij weg; de lege werkmap om in te vullen noemt alle instellingen
serve-and-alike =
    { $count ->
        [one] en nog { $count } zoals deze
       *[other] en nog { $count } zoals deze
    }
serve-to-data = Naar de gegevens
serve-spreadsheets-refused = Deze spreadsheets zijn nog niet overgenomen: herstel de problemen hieronder, of gebruik ze niet. Tot dan blijven de gegevens zoals ze waren.
serve-spreadsheets-waiting = Deze spreadsheets zijn nog niet overgenomen: lees ze opnieuw, of gebruik ze niet. Tot dan blijven de gegevens zoals ze waren.
serve-take-back = Deze spreadsheets niet gebruiken
serve-leave-file-out = Weglaten
serve-leave-file-out-of = Weglaten: het bestand { $name }
serve-sheet-recognised = zoals plaatswijzer het herkent
serve-contacts-unreadable = het bestand met contactgegevens is niet te lezen ({ $reason }); verbeter het, of haal het uit de map van het project
serve-contacts-not-written = De wijziging is gemaakt, maar het bestand met contactgegevens kon niet worden geschreven: { $reason }. Maak ruimte en lees de spreadsheets opnieuw.
serve-so-far = { $seconds } s
serve-what-if-free = Deel van de studenten dat beschikbaar is op
serve-what-if-wish = Deel van de studenten met een wens voor
serve-what-if-rules = Andere prijzen en grenzen
serve-dearer =
    { $count ->
        [one] { $count } school die meer kost
       *[other] { $count } scholen die meer kosten
    }
serve-choose-files = Bestanden kiezen
serve-remove = Verwijderen
serve-new-student = Nieuwe student
serve-new-school = Nieuwe school
serve-new-board = Nieuw bestuur
serve-new-cluster = Nieuw bestaand cluster
serve-what-if-switches = Regels uit of aan
serve-what-if-off = Uitzetten: { $rule }
serve-what-if-on = Aanzetten: { $rule }
serve-what-if-per-rule = Wat elke regel rekent
serve-figure-difference = verschil
serve-rule = Regel
serve-now-off = uitgezet
serve-now-on = aangezet
serve-would-charge = Zou deze regel aan staan, dan rekende hij { $points } in de planning op het scherm.
serve-would-break =
    { $count ->
        [one] De planning op het scherm houdt zich { $count } keer niet aan deze regel.
       *[other] De planning op het scherm houdt zich { $count } keer niet aan deze regel.
    }
serve-ask-without = Wat als deze regel uit stond?
serve-ask-with = Wat als deze regel aan stond?
serve-other-version = Een ander programma heeft instance.json in de map van het project gewijzigd. Wat u hier doet, wacht tot u hebt gekozen welke versie geldt.
serve-take-other = Nieuwe versie overnemen
serve-keep-own = Doorgaan met de versie op deze pagina
serve-put-aside = De versie van het andere programma is bewaard als { $name } in de map van het project.
serve-file-as-it-was = instance.json is zoals de pagina het heeft geschreven: er valt niets te kiezen.
serve-decide-first = Er is niets gewijzigd: een ander programma heeft instance.json gewijzigd. Kies hierboven welke versie geldt, en doe het dan opnieuw.
serve-no-request =
    { $count ->
        [one] Dit is geen verzoek zoals /api/openapi.json het beschrijft: { $count } probleem.
       *[other] Dit is geen verzoek zoals /api/openapi.json het beschrijft: { $count } problemen.
    }
