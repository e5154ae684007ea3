# Hulp: de tekst van elke opdracht, optie en waarde, met dezelfde sleutels als in het Engels.

argument-after =
    Later plan; `-` leest de standaardinvoer
argument-all =
    Antwoord voor elke student zonder plek, naast elkaar
argument-alternatives =
    Aantal reeksen wijzigingen dat wordt gezocht; elke verschilt van de vorige
argument-at =
    Leg uit waarom de student daar niet is: een school, een cluster of een bestuur
argument-audience =
    Lezers van `report.html`. De terminal en de bestanden met uitkomsten zijn voor planners
argument-batch =
    Document met de scenario's; `-` leest de standaardinvoer
argument-batch-instance_of =
    Toon de instantie van één doorrekening na al haar wijzigingen, zonder iets te plannen
argument-batch-plan =
    Toon het plan van één doorrekening uit de map met uitkomsten, zonder iets te plannen
argument-before =
    Eerder plan; `-` leest de standaardinvoer
argument-board =
    Bestuur dat het rapport leest, bij --audience board
argument-boards =
    Tabel met besturen. Standaard: de besturen die bij de scholen staan, allemaal partner
argument-by =
    Wat er wegvalt
argument-clusters =
    Tabel met bestaande clusters. Standaard: geen
argument-command =
    Opdracht om te beschrijven. Standaard: plaatswijzer als geheel
argument-contacts =
    Bestand met namen en adressen voor --lists. Standaard: NAAM.contacts.json naast de instantie, als dat er is
argument-csv =
    Schrijf de ranglijsten als tabel; `-` schrijft die naar de standaarduitvoer, in plaats van de samenvatting
argument-date =
    Datum op een pagina, werkmap of lijst, precies zoals hier geschreven. Standaard: geen, zodat hetzelfde plan dezelfde bytes geeft
argument-default_places =
    Aantal plekken van scholen waarvoor geen tabel er een geeft
argument-diff-instance =
    Instantie van beide plannen. Daaruit komen de namen van scholen, met NAAM.contacts.json ernaast die van studenten, en de cijfers van een plan zonder cijfers
argument-diff-json =
    Toon het verschil als JSON
argument-document =
    Soort document
argument-draw =
    Met --instance-of: de instantie in deze trekking
argument-drill-csv =
    Schrijf de ranglijst als tabel; `-` schrijft die naar de standaarduitvoer, in plaats van de samenvatting
argument-drill-free =
    Laat ook clusters veranderen. Standaard: de clusters van het plan blijven, zonder wat wegvalt
argument-export-instance =
    Instantie of pad om te plannen; `-` leest de standaardinvoer
argument-fairness-curve-csv =
    Bestand voor de punten als CSV; `-` schrijft naar de standaarduitvoer
argument-fairness-curve-json =
    Toon JSON in plaats van de tabel
argument-files =
    Werkmappen (XLSX) en tabellen (CSV); elk blad wordt bekeken
argument-folders =
    Mappen met de uitkomsten van de delen; die veranderen niet. Standaard: de map voor de uitkomsten zelf
argument-format =
    Vorm van de uitvoer
argument-free =
    Sta andere clusters toe. Standaard: alleen de clusters van het plan
argument-freeze =
    Bestuur of cluster dat blijft zoals het is: de scholen houden precies de studenten van het eerdere plan, en de clusters blijven in gebruik. Mag vaker worden gegeven
argument-from =
    Bij --template: vul de werkmap met alle gegevens van deze instantie
argument-gap =
    Stop zodra bewezen is dat het plan binnen dit deel van de best mogelijke score ligt
argument-from_nothing =
    Reken elke doorrekening door alsof het de enige is, in plaats van vanaf het plan van de uitgangssituatie
argument-generate-output =
    Bestand voor de instantie; `-` schrijft naar de standaarduitvoer
argument-generate-schools =
    Tabel (CSV) met echte scholen, in plaats van een verzonnen streek. De kolommen zijn `vestigingscode`, `name`, `board_no`, `board_name`, `denomination`, `place`, `lat`, `lon` en `pupils_2025`
argument-generate-students =
    Aantal studenten. Standaard: 450; 30.000 bij given-clusters en 700 bij single-schools. In die twee groeit het aantal scholen mee; given-clusters vraagt minstens 12 studenten. De streek groningen heeft altijd 16 clusters, die samen ongeveer 200 studenten nodig hebben
argument-given =
    Laat zien hoe de besluiten van dit groeipad het in alle trekkingen doen, in plaats van betere te zoeken: een `path.json`, met de plannen ernaast. Toetredingen komen uit dat bestand en clusters uit de plannen; het document moet beide toelaten
argument-import-output =
    Bestand voor de instantie of de werkmap; `-` schrijft naar de standaarduitvoer
argument-instance =
    Instantie; `-` leest de standaardinvoer
argument-instance_of =
    Toon de instantie van één jaar, zonder iets te plannen: na wat het groeipad in de map van -o ervoor heeft besloten, of, zonder -o, vóór elk besluit
argument-jobs =
    Aantal doorrekeningen tegelijk, elk op één thread. Standaard: één per processorkern
argument-journeys =
    Tabel met bekende reizen. Standaard: geen
argument-json =
    Toon het antwoord als JSON
argument-keep =
    Bestaand cluster dat gebruikt moet worden, alsof daar `keep` bij staat. Mag vaker worden gegeven
argument-ladder =
    Maak een plan voor elk van deze grootste aantallen wijzigingen ten opzichte van het eerdere plan, en toon ze in een tabel. Standaard: 0, 1, 2, 5, 10, 20 enzovoort, tot en met het beste plan van allemaal. De tijdslimiet geldt voor alle plannen samen. Met -o gaan de plannen naar die map, of naar bestanden met het aantal in plaats van { "{}" } in hun naam
argument-lang =
    Taal van alles wat voor mensen wordt getoond of geschreven. Standaard: die van `PLAATSWIJZER_LANG` (nl, en), en anders die van het systeem
argument-last_year =
    Plan van vorig jaar: de scholen van studenten die er nog zijn, op hun nummer, zijn eerdere scholen, naast die uit de tabellen
argument-lists =
    Schrijf de lijsten om te versturen, voor planners, in de map OUT of het archief OUT (.zip)
argument-lot =
    Loot tussen plannen die even goed zijn: elke student trekt een nummer, en lage nummers krijgen het eerst hun beste school. SEED is het begin van de toevalsgetallen; hetzelfde begin geeft dezelfde nummers, en het plan legt ze vast. Standaard: geen loting, en elke keer hetzelfde plan
argument-max_changes =
    Grootste aantal wijzigingen ten opzichte van het eerdere plan, in plaats van het aantal in regel `continuity`
argument-merge-output =
    Map voor de uitkomsten van de hele reeks; wordt zo nodig gemaakt
argument-message_format =
    Vorm van meldingen en voortgang op de standaardfoutuitvoer
argument-method =
    Methode van de zoektocht
argument-mps =
    Bestand voor het model; `-` schrijft naar de standaarduitvoer
argument-name =
    Naam van de instantie. Standaard: de naam van het bestand dat wordt geschreven
argument-no_browser =
    Open geen browser; het adres wordt hoe dan ook getoond
argument-output =
    Map voor de uitkomsten; wordt zo nodig gemaakt
argument-partner_boards =
    Bij --schools: het aantal besturen dat partner is, te beginnen met die met de meeste scholen; de andere zijn kandidaat. Standaard: allemaal partner
argument-path =
    Document van het groeipad; `-` leest de standaardinvoer
argument-path-audience =
    Lezers van `report.html`; `report` schrijft die opnieuw voor andere lezers. Bestanden van besturen zijn voor hen, alle andere voor planners
argument-places =
    Tabel met aanvullingen op scholen: plekken, coördinaten enzovoort
argument-plan =
    Plan; `-` leest de standaardinvoer
argument-points =
    Aantal grenzen dat wordt geprobeerd, het beste plan meegerekend
argument-port =
    Poort op deze computer; 0 neemt een vrije
argument-postcodes =
    Tabel met postcodes, van vier cijfers of ook met letters, met de kolommen `postcode,lat,lon`. Daaruit komen de coördinaten van scholen en studenten met alleen een postcode
argument-plans =
    Hoe plannen worden bewaard: elk in een bestand (all), samengeperst in één bestand (packed), of niet (none). Standaard: zoals de map ze heeft; in een nieuwe `all` tot en met 1.000 doorrekeningen, en `packed` daarboven
argument-preset =
    Soort streek, met verzonnen scholen
argument-previous =
    Eerder plan om mee te vergelijken, al dan niet door plaatswijzer gemaakt. Regel `continuity` rekent wijzigingen ten opzichte daarvan, en een zoektocht begint ermee. Een plan dat zo is gemaakt, zegt zelf waar de studenten waren: voor opdrachten over dat plan is deze optie niet nodig
argument-project =
    Map van het project, die wordt gemaakt als ze er niet is; of een instantie (.json) of een werkblad (.xlsx, .ods, .csv), die wordt gekopieerd naar de map met dezelfde naam ernaast
argument-report-audience =
    Lezers. Standaard: iedereen bij een pagina, planners bij een werkmap en tabellen
argument-report-format =
    Soort bestand, als de extensie van OUT het niet zegt
argument-report-output =
    Bestand voor het rapport; de extensie (.html, .xlsx, .csv) bepaalt het soort. Staat er `{ "{}" }` in de naam van een .csv, dan krijgt elke tabel een eigen bestand, met haar sleutel op die plek. `-` schrijft naar de standaarduitvoer
argument-retry =
    Herhaal doorrekeningen die mislukten of binnen de limieten geen plan vonden
argument-robust =
    Wat over alle trekkingen zo klein mogelijk moet zijn, als het document trekkingen heeft. Standaard: `mean`
argument-rules =
    Regels om te tonen. Standaard: alle
argument-school_year =
    Schooljaar, zoals 2027-2028
argument-schools =
    Tabel met scholen; mag vaker worden gegeven. De lijst met vestigingen die DUO publiceert kan er zo in
argument-seed =
    Begin van de toevalsgetallen
argument-settings =
    Instellingen die geen tabel zijn, als rijen met een sleutel en een waarde
argument-shard =
    Reken alleen deel i van n door, bijvoorbeeld op een van n computers, of met `auto` wat andere processen met dezelfde map overlaten; `merge` voegt de delen samen
argument-shell =
    Shell die het script uitvoert
argument-sites-board =
    Vraag alleen naar dit bestuur of netwerk. Standaard: alle die meedoen
argument-sites-free =
    Laat ook clusters veranderen als een cluster een plek extra krijgt. Standaard: de clusters van het beste plan blijven
argument-certificate =
    Bestand voor een certificaat: wat in gehele getallen bewijst hoeveel van de grens klopt, voor `verify --certificate` en voor wie het zelf wil nakijken. Het wordt na de zoektocht gemaakt, en kan nog eens zo lang duren. Heeft HiGHS nodig
argument-solve-json =
    Toon de ladder als JSON
argument-solve-output =
    Bestand voor het plan; `-` schrijft naar de standaarduitvoer, en de samenvatting gaat dan naar de standaardfoutuitvoer
argument-solve-threads =
    Aantal threads om de zoektocht voor te bereiden; de zoektocht zelf gebruikt er één. Het plan hangt er niet van af
argument-solver =
    Oplosser van geheeltallige modellen
argument-status-folders =
    Mappen met uitkomsten van de reeks of van delen daarvan
argument-student =
    Student: nummer, of naam in NAAM.contacts.json naast de instantie
argument-students =
    Tabel met studenten; mag vaker worden gegeven, voor bladen die samen één tabel zijn
argument-table =
    Tabel voor een .csv: goals, clusters, boards, schools, placements, `left_out`, indicators, rules, board-ID of cluster-ID. Standaard: placements
argument-template =
    Schrijf in plaats daarvan een werkmap om in te vullen: bladen met koppen, voorbeeldrijen, keuzelijsten en een uitleg
argument-threads =
    Aantal zoektochten tegelijk. Standaard: één per processorkern
argument-time_limit =
    Stop een zoektocht na dit aantal seconden, met het beste plan tot dan toe
argument-top =
    Aantal nieuwe clusters in de ranglijst van elk bestuur of netwerk
argument-validate-document =
    Instantie, reeks scenario's of groeipad om na te kijken; `-` leest de standaardinvoer
argument-verify-certificate =
    Certificaat van de grens, zoals `solve --certificate` het schrijft: de grens wordt opnieuw berekend, uit alleen de instantie en dit bestand
argument-verify-json =
    Toon het oordeel als JSON
argument-version_name =
    Naam van de versie om te tonen, zoals `concept 2`. Standaard: geen
argument-why-alternatives =
    Aantal andere scholen dat wordt uitgewerkt voor een student met een plek
argument-why-audience =
    Lezer van het antwoord
argument-why-json =
    Toon de antwoorden als JSON, voor planners
argument-without =
    Soorten wijzigingen die niet mogen
argument-work_limit =
    Stop een zoektocht na zoveel werk (stappen van de simplexmethode), met het beste plan tot dan toe. Anders dan een tijdslimiet geeft dit op elke computer hetzelfde plan
argument-workbook =
    Werkmap (XLSX) waarvan elk blad wordt bekeken; mag vaker worden gegeven
argument-year_by_year =
    Plan elk jaar op zichzelf, op volgorde, na wat de jaren ervoor hebben besloten; bewijst niets over het geheel
command-batch =
    Plan veel scenario's naast elkaar en vergelijk ze.

    De uitkomst van elke doorrekening wordt bewaard zodra ze klaar is. Start na een onderbreking dezelfde opdracht opnieuw: wat klaar is, wordt niet herhaald. Een scenario dat is veranderd, wordt opnieuw doorgerekend, de andere niet. De limieten voor tijd en werk gelden voor elke doorrekening apart.
command-completions =
    Toon een script waarmee de shell opdrachten en opties aanvult
command-diff =
    Noem wat er verschilt tussen twee plannen.

    Noemt de studenten die op een andere school zijn, de clusters die verschillen en de cijfers die verschillen. De plannen mogen bij verschillende instanties horen, en hoeven niet door plaatswijzer te zijn gemaakt.
command-drill =
    Laat zien wie van school wisselt en wie zijn plek verliest als een school wegvalt.

    Elke school die wordt gebruikt valt om de beurt weg, zoals bij de wijziging `close_schools` van een scenario, en het beste plan zonder die school wordt gezocht. De clusters van het plan blijven, zonder de school die wegvalt; een cluster dat te klein wordt, sluit dan. Regel `continuity` houdt studenten op hun school waar dat zijn prijs waard is. De tijdslimiet geldt voor alle zoektochten samen, de limiet op het werk voor elke zoektocht.
command-export =
    Schrijf het geheeltallige model als vrij MPS-bestand, voor andere oplossers. De doelfunctie is het eerste doel.

    Voor een pad: het model van alle jaren samen.
command-fairness-curve =
    Laat zien wat een kortere langste reis kost.

    Begint met het beste plan en verlaagt de grens aan de reis stap voor stap, tot de laagste waarbij evenveel studenten een plek hebben. De tijdslimiet geldt voor alle zoektochten samen; grenzen die niet op tijd bereikt zijn, worden genoemd.
command-generate =
    Maak een verzonnen streek: verzonnen studenten rond verzonnen of echte scholen.

    Dezelfde opties geven dezelfde instantie, byte voor byte, op elke computer.
command-import =
    Maak van spreadsheets (CSV of XLSX) een instantie.

    Noem de werkmappen en tabellen die er zijn: wat elk blad is, blijkt uit de naam of uit de kolommen. Kolommen mogen Nederlandse of Engelse namen hebben en in elke volgorde staan; scholen, clusters en besturen mogen met hun naam worden genoemd in plaats van met hun code. Bij de opties hieronder is een tabel een FILE, of FILE#SHEET voor één blad van een werkmap. Op de standaardfoutuitvoer staat hoe elke kolom is begrepen, en elk probleem met bestand, blad, rij en kolom. Namen, e-mailadressen en telefoonnummers gaan naar NAAM.contacts.json naast de instantie, voor `report --lists`.
command-man =
    Toon de handleiding van plaatswijzer of van een van de opdrachten, in het Engels
command-merge =
    Voeg de uitkomsten samen van een reeks die in delen is doorgerekend.

    De uitkomsten zijn byte voor byte die van een reeks die in één keer is doorgerekend. Staan er in meer logboeken uitkomsten van dezelfde doorrekening, dan moeten die gelijk zijn.
command-path =
    Plan groei over de jaren: welke besturen wanneer toetreden, en welke clusters wanneer en waar opengaan.

    Plant elk jaar van een groeipad, en bewijst hoever alle jaren samen van het beste af kunnen zijn. In de map: `path.json`, `plans/JAAR.json` met `instances/JAAR.json`, `calendar.csv`, `figures.csv`, `report.html`, en `boards/BESTUUR.html`, een pagina om aan elk bestuur te geven.

    Heeft het document trekkingen van de instroom, dan gaat in elke trekking hetzelfde open en treden dezelfde besturen toe; de plannen van elke trekking staan in de map `draws/N`.

    Na Ctrl-C wordt het beste groeipad tot dan toe geschreven. Een zoektocht die is afgebroken of gestopt, gaat met dezelfde opdracht verder: wat klaar is, staat in de map, in `draws` of, zonder trekkingen, in `unfinished.json`, tot het hele groeipad geschreven is. Dat zijn: vandaag, elk jaar dat op zichzelf is gepland, de zoektocht over alle jaren, elk jaar van het groeipad dat daaruit volgt, wat uitstel kost, en elk bestuur dat niet toetreedt. Een zoektocht over alle jaren die niet klaar was, begint opnieuw.
command-plaatswijzer =
    Plaatst studenten van de lerarenopleiding op scholen in opleidingsclusters. Bij elk plan hoort een bewezen grens aan hoe ver het van het beste af kan liggen, en het wordt nagekeken door code die los staat van de zoektocht.

    Exitcodes: 0 gelukt; 1 interne fout, of uitvoer die niet geschreven kan worden; 2 verkeerd gebruik van de opdrachtregel; 3 ongeldige invoer; 4 binnen de regels bestaat geen plan; 5 de limieten beëindigden de zoektocht voordat er een plan was; 6 een controle is het er niet mee eens; 130 onderbroken.
command-prices =
    Laat zien hoe ver elke prijs kan veranderen voordat een ander plan het beste is.

    Elke prijs van een regel, behalve van `spread`, gaat omlaag tot 0 en omhoog tot vier keer wat ze is (minstens 50 km), terwijl alle andere blijven zoals ze zijn. Van elke prijs staat er tussen welke waarden het beste plan van nu het beste blijft, en hoeveel studenten daarbuiten elders zijn. De tijdslimiet geldt voor alle zoektochten samen, de limiet op het werk voor elke zoektocht.
command-repair =
    Zoek de goedkoopste wijzigingen waarmee iedereen een plek krijgt.

    De wijzigingen zijn meer plekken, langere reizen, meer clusters, gemiste bijeenkomsten en onvervulde wensen; hun prijzen staan onder `repairs` in de instantie. Elke reeks wijzigingen wordt bevestigd door de instantie met precies die wijzigingen op te lossen. Laten de regels geen enkel plan toe, dan worden ook de eisen genoemd die botsen.
command-report =
    Schrijf een plan als webpagina, werkmap of tabellen.

    Een pagina (.html) is standaard voor iedereen, en een werkmap (.xlsx) of tabellen (.csv) zijn voor planners; kies met --audience andere lezers. In het bestand staat alleen wat die lezers mogen zien. Een plan dat de controle niet doorstaat, wordt geweigerd.

    Met --lists komt er één archief (.zip) in de map OUT: een werkmap om te versturen per school, cluster, opleider en bestuur, een overzicht, en een tabel met een brief per student, klaar voor een mailing. Namen en adressen komen uit NAAM.contacts.json naast de instantie, dat `import` schrijft; zonder dat bestand staan studenten er met hun nummer in.

    FILE mag een groeipad zijn met zijn `path.json` als PLAN; daarvan is er een pagina.
command-rules =
    Toon het regelboek: wat elke regel betekent, met de instellingen en hun standaardwaarden
command-schema =
    Toon het JSON-schema (versie 2020-12) van een document
command-serve =
    Open een pagina om op te plannen, in de browser van deze computer.

    Niets verlaat de computer: de pagina is er voor deze computer alleen. Een project is een map met de instantie, elk plan en de geschiedenis van alles wat is gedaan, zodat bewaren niet hoeft en alles ongedaan te maken is.
command-sites =
    Rangschik waar één cluster meer, en één plek meer, het meest waard is.

    Elk bestuur of netwerk dat meedoet mag om de beurt één cluster meer hebben, en elk nieuw cluster dat het kan vormen wordt beoordeeld met het beste plan dat het gebruikt. Clusters die niet bij de beste kunnen horen, worden zonder zoektocht overgeslagen; de ranglijst klopt dus precies als alle zoektochten klaar zijn. Daarna krijgt elk cluster één plek meer, op de beste van zijn scholen. De tijdslimiet geldt voor alle zoektochten samen, de limiet op het werk voor elke zoektocht.
command-solve =
    Maak een plan en toon er een samenvatting van
command-status =
    Toon hoeveel doorrekeningen van een reeks klaar zijn, en noem de ontbrekende
command-validate =
    Noem alle problemen van een instantie, een reeks scenario's of een groeipad tegelijk, en vat samen wat is begrepen
command-verify =
    Kijk een plan na, al dan niet door plaatswijzer gemaakt, tegen de instantie.

    Een plan moet zeggen welke clusters het gebruikt en wie waarheen gaat. Al het andere dat erin staat, zoals de score, wordt opnieuw geteld en vergeleken.
command-why =
    Leg uit waarom een student op een school is, of op geen enkele, en wat iets anders zou kosten.

    Voor een student zonder plek: waarom elke school niet kan, de goedkoopste manier om toch een plek te geven, en wie er dan van school moet wisselen. Voor een student met een plek: de punten die elke regel rekent, en wat andere scholen zouden kosten. Met --at: hetzelfde voor één school, cluster of bestuur. Kosten blijken door met die wijziging opnieuw op te lossen.
value-audience-board =
    Eén bestuur: de nummers van zijn eigen studenten, zonder wensen, woonplaatsen, beschikbare dagen of redenen
value-audience-planner =
    Planners: alles
value-audience-public =
    Iedereen: geen groepen kleiner dan vijf, en geen redenen die een student kunnen noemen
value-audience-student =
    De student: een korte brief over diens eigen plaatsing, zonder iets over anderen
value-by-board =
    Eén bestuur tegelijk, met al zijn scholen
value-by-cluster =
    Eén gebruikt cluster tegelijk, met al zijn scholen
value-by-school =
    Eén school tegelijk
value-document-batch =
    Een reeks: scenario's die een instantie veranderen
value-document-certificate =
    Een certificaat, zoals `solve --certificate` het schrijft
value-document-contacts =
    Namen en adressen naast een instantie, zoals `import` ze schrijft
value-document-instance =
    Een instantie: studenten, scholen, besturen, clusters en regels
value-document-message =
    Een regel van de standaardfoutuitvoer, zoals geschreven met `--message-format json`
value-document-path =
    Een groeipad: groei over de jaren
value-document-path-plan =
    Een gevonden groeipad, zoals `path` het schrijft
value-document-plan =
    Een plan, zoals `solve` het schrijft
value-document-verdict =
    Een oordeel, zoals `verify --json` het schrijft
value-document-why =
    Antwoorden over studenten, zoals `why --json` ze schrijft
value-format-csv =
    Eén tabel als CSV
value-format-docx =
    Bij --lists: een Word-document per lijst in plaats van een werkmap
value-format-html =
    Webpagina in één bestand, voor elke browser
value-format-json =
    JSON voor andere programma's
value-format-markdown =
    Tabel in Markdown
value-format-text =
    Gewone tekst voor een terminal
value-format-xlsx =
    Werkmap met een blad per tabel
value-lang-en =
    Engels
value-lang-nl =
    Nederlands
value-message_format-json =
    JSON voor programma's: één object per regel, ook voor de voortgang
value-message_format-text =
    Tekst voor mensen
value-method-decomposition =
    Eén deelprobleem per cluster, en daarna geheeltallige modellen die groeien. Voor doelen die met `total` eindigen, zonder `leximax_journey`; bij andere doelen hetzelfde als `plain`
value-method-plain =
    Eén geheeltallig model voor de hele instantie
value-plans-all =
    Een bestand voor elk plan
value-plans-none =
    Geen plannen, alleen hun cijfers
value-plans-packed =
    Eén samengeperst bestand
value-preset-given-clusters =
    Veel studenten, en voor elke twaalf daarvan een cluster van één school dat moet blijven: alleen de plaatsing van studenten is nog te kiezen
value-preset-groningen =
    Naar het voorbeeld van Groningen en de kop van Drenthe
value-preset-single-schools =
    Scholen die elk tegen een prijs als eigen cluster open kunnen: een locatieprobleem met capaciteiten
value-report-audience-public =
    Iedereen: geen afzonderlijke studenten, en geen groepen kleiner dan vijf
value-robust-mean =
    Wat het groeipad gemiddeld kost
value-robust-regret =
    De grootste spijt: wat het groeipad in een trekking meer kost dan het eigen beste groeipad van die trekking
value-robust-worst =
    Wat het in de ergste trekking kost
value-solver-highs =
    HiGHS, voor problemen van elke grootte
value-solver-microlp =
    microlp, voor kleine problemen
value-why-audience-planner =
    Een planner: alles, ook de nummers van andere studenten
value-without-cluster =
    Meer clusters van een bestuur of netwerk
value-without-kilometre =
    Een student reist verder dan de grens
value-without-meeting =
    Een student mist een verplichte bijeenkomst
value-without-place =
    Meer plekken op een school
value-without-wish =
    Een wens die vervuld moet worden, wordt een voorkeur
