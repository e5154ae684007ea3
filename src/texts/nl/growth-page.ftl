# De pagina van een groeipad.

growth-page-title = Groeipad { $first } tot en met { $last }
growth-page-for-planners = Voor planners: noemt de studenten die niet geplaatst zijn, en wat elk bestuur heeft.
growth-page-for-public = Voor iedereen: zonder studenten en zonder groepen kleiner dan vijf.
growth-page-for-board = Voor { $board }: met het aantal eigen studenten; van anderen geen groep kleiner dan vijf.

growth-page-goal = Doel
growth-page-reality = Werkelijkheid
growth-page-options = Opties
growth-page-forward = Vervolg
growth-page-maps = Een kaart per jaar
growth-page-boards = Per bestuur
growth-page-own-board = Ons bestuur

# Doel

growth-page-outcome-aimed = In { $year } zitten { $core } van de { $of } studenten in een cluster ({ $share }); het streven is { $aim }%.
growth-page-outcome = In { $year } zitten { $core } van de { $of } studenten in een cluster ({ $share }).
growth-page-no-goal = Er wordt naar geen aandeel studenten in clusters gestreefd.
growth-page-met = Het streefaandeel wordt elk jaar gehaald.
growth-page-met-from = Vanaf { $year } wordt het streefaandeel elk jaar gehaald.
growth-page-not-met = In { $years } wordt het streefaandeel niet gehaald.
growth-page-not-known = Of het streefaandeel in { $years } wordt gehaald, staat er niet bij: dat zou een kleine groep verraden.
growth-page-chart = Aandeel studenten in clusters
growth-page-chart-table = De tabel van jaren geeft dezelfde getallen.
growth-page-in-clusters = in clusters (%)
growth-page-reached = gehaald
growth-page-aimed = nagestreefd
growth-page-not-drawn = Een aandeel dat een kleine groep zou verraden, is niet getekend.
growth-page-share-by-year = Aandeel per jaar
growth-page-column-year = Jaar
growth-page-column-students = Studenten
growth-page-column-in-clusters = In clusters
growth-page-column-share = Aandeel
growth-page-column-aim = Streven
growth-page-column-aimed-at = Nagestreefd aantal
growth-page-column-short = Tekort
growth-page-column-left-out = Niet geplaatst
growth-page-points = Duizend punten zijn één kilometer reizen van één student.

# Werkelijkheid

growth-page-first-year-of-path = Het eerste jaar van het groeipad
growth-page-today = Vandaag: { $year } vóór elk besluit
growth-page-today-boards = { $boards ->
        [one] { $boards } bestuur doet mee
       *[other] { $boards } besturen doen mee
    }, met { $clusters ->
        [one] { $clusters } cluster
       *[other] { $clusters } clusters
    } en daarin { $places ->
        [one] { $places } plek
       *[other] { $places } plekken
    }.
growth-page-today-shell = { $boards ->
        [one] { $boards } bestuur staat
       *[other] { $boards } besturen staan
    } in de schil, met { $places ->
        [one] { $places } plek
       *[other] { $places } plekken
    }.
growth-page-today-share = { $core } van { $of } studenten worden in een cluster opgeleid ({ $share }).
growth-page-today-journey = De gemiddelde reis van wie geplaatst is:
growth-page-today-is = Dit zijn de cijfers van het beste gevonden plan voor het eerste jaar, als geen bestuur toetreedt en geen cluster opengaat.
growth-page-first-year = Het groeipad begint in { $year } met { $boards ->
        [one] { $boards } bestuur
       *[other] { $boards } besturen
    } en { $clusters ->
        [one] { $clusters } cluster
       *[other] { $clusters } clusters
    }, waarvan { $opened } nieuw.
growth-page-bottleneck = Het eerste knelpunt is { $what }: in dat jaar houdt het { $count ->
        [one] { $count } student
       *[other] { $count } studenten
    } zonder plaats tegen.

# Opties

growth-page-figures = Wat elk jaar oplevert
growth-page-column-figure = Cijfer
growth-page-row-share = In een cluster
growth-page-row-shell = In de schil (studenten)
growth-page-row-left-out = Niet geplaatst (studenten)
growth-page-row-journey = Gemiddelde reis, enkel
growth-page-row-far = 90% reist hoogstens
growth-page-row-meeting-day = Vrij op de bijeenkomstdag
growth-page-row-denomination = Wens voor { $term } vervuld
growth-page-row-first-wish = Eerste wens vervuld
growth-page-row-clusters = Clusters in gebruik, elk met een opleider
growth-page-row-trainers = Nieuwe clusters: opleiders te benoemen
growth-page-euros = Euro's per jaar
growth-page-no-euros = Euro's staan er niet bij: ze zouden een kleine groep verraden.
growth-page-cost = Kosten (€)
growth-page-grant = Uitbetaalde subsidie (€)
growth-page-net = Netto (€)
growth-page-limit = Hoogstens (€)
growth-page-sum = Netto tot nu toe (€)
growth-page-earned = Subsidie voor de studenten van dit jaar (€)
growth-page-to-come = Nog uit te betalen (€)
growth-page-advance = De subsidie voor de studenten van een jaar wordt { $years ->
        [one] een jaar
       *[other] { $years } jaar
    } later uitbetaald. Tot dan moeten anderen die voorschieten: hoogstens € { $euros }, aan het eind van { $year }.
growth-page-counts-itself = De subsidie die in { $year } wordt uitbetaald, telt de studenten van dat jaar zelf, omdat die van een eerder jaar niet bekend zijn.
growth-page-who-left-out = Wie niet geplaatst is, en in welk jaar
growth-page-column-student = Student

# Vervolg

growth-page-calendar = Openingskalender
growth-page-calendar-reads = Per bestuur en jaar de clusters in gebruik. Besturen waar iets gebeurt, staan bovenaan.
growth-page-in-use = cluster in gebruik
growth-page-opens-this-year = gaat dit jaar open
growth-page-board = Bestuur
growth-page-takes-no-part = doet niet mee
growth-page-enters = treedt toe
growth-page-opens = opent { $cluster }
growth-page-closes = beëindigt { $cluster }
growth-page-stay-out = Deze besturen kunnen toetreden, en doen dat in dit groeipad niet: { $boards }.
growth-page-decisions = Wat besloten moet worden, en vóór welke datum
growth-page-decide-note = Een bestuur zegt vóór 1 april of het in het volgende schooljaar meedoet; één school van elk nieuw cluster benoemt vóór de zomer een opleider.
growth-page-nothing = Er treedt geen bestuur toe en er gaat geen cluster open.
growth-page-column-decide = Besluit
growth-page-column-what = Wat
growth-page-column-trainer = Opleider benoemd
growth-page-column-waits = Niet eerder, want
growth-page-later-unknown = niet zolang al het andere blijft zoals het is, of niet op tijd uitgezocht
growth-page-column-later = Een jaar later kost (punten)
growth-page-column-draws = In het eigen pad van zoveel van { $count } trekkingen
growth-page-april = vóór 1 april { $year }
growth-page-april-before = vóór 1 april van het jaar ervoor
growth-page-summer = vóór de zomer van { $year }
growth-page-summer-before = vóór de zomer
growth-page-decide-entry = Treedt toe in { $year }
growth-page-decide-opening = Cluster { $cluster } gaat open in { $year }, op { $day }, met { $schools }; in gebruik tot en met { $until }
growth-page-decide-closing = Cluster { $cluster } wordt vanaf { $year } niet meer gebruikt
growth-waits-first = dit is het eerste jaar
growth-waits-nothing = geen grens van het groeipad: zo is het gekozen
growth-waits-earliest = het bestuur mag niet eerder toetreden
growth-waits-latest = het bestuur moet uiterlijk dit jaar toetreden
growth-unless-pace = eerder kan alleen als iets anders wacht of het tempo omhoog gaat
growth-unless-clusters = eerder kan alleen als het bestuur of netwerk dan meer clusters mag hebben
growth-unless-pace-and-clusters = eerder kan alleen als het bestuur of netwerk dan meer clusters mag hebben, en bovendien iets anders wacht of het tempo omhoog gaat
growth-waits-entries = in { $year } { $most ->
        [one] treedt al { $most } bestuur
       *[other] treden al { $most } besturen
    } toe, meer mogen er niet per jaar
growth-waits-entry = { $board } treedt dit jaar toe
growth-waits-openings = in { $year } { $most ->
        [one] gaat al { $most } cluster
       *[other] gaan al { $most } clusters
    } open, meer mogen er niet per jaar
growth-waits-own-openings = in { $year } opent het bestuur of netwerk al { $most ->
        [one] { $most } cluster
       *[other] { $most } clusters
    }, meer mag elk er niet per jaar
growth-waits-clusters = in { $year } mag het bestuur of netwerk { $most ->
        [0] geen cluster hebben
        [one] { $most } cluster hebben, en heeft dat
       *[other] { $most } clusters hebben, en heeft die
    }
growth-waits-budget = in { $year } is € { $net } van de € { $most } besteed: nog een cluster past er misschien niet bij
growth-waits-budget-hidden = in { $year } mag er hoogstens € { $most } worden besteed; of nog een cluster daarin past, staat hier niet
growth-waits-new-school = { $school } bestond in { $year } nog niet
growth-waits-other-cluster = { $school } zat in { $year } in een ander cluster

# Kaarten

growth-page-maps-read = De clusters van elk jaar, op één schaal. Clusters die in een jaar opengaan, zijn gestreept.
growth-page-on-map = { $clusters ->
        [one] { $clusters } cluster
       *[other] { $clusters } clusters
    }, geen nieuwe
growth-page-on-map-opened = { $clusters ->
        [one] { $clusters } cluster
       *[other] { $clusters } clusters
    }, { $number } nieuw: { $opened }

# Per bestuur

growth-page-boards-read = Voor het jaargesprek: wat elk bestuur moet besluiten, en wat het heeft. Op papier heeft elk bestuur een eigen bladzijde.
growth-page-board-decides = Te besluiten
growth-page-board-nothing = Het bestuur hoeft niets te besluiten: het gaat verder met wat het heeft.
growth-page-board-years = Jaar voor jaar
growth-page-board-places = Plaatsen zijn die van scholen in een cluster; zolang een bestuur in de schil zit, ook die van zijn andere scholen.
growth-page-board-clusters = Clusters met eigen scholen
growth-page-outside = Waarom het bestuur niet toetreedt
growth-page-outside-may = Het bestuur kan vanaf { $year } toetreden, met { $schools ->
        [one] { $schools } school
       *[other] { $schools } scholen
    } en { $places ->
        [one] { $places } plek
       *[other] { $places } plekken
    }. In dit groeipad doet het dat niet.
growth-page-outside-impossible = Bewezen is dat het tempo en de regels van elk jaar geen groeipad toelaten waarin het toetreedt.
growth-page-outside-not-found = Er is geen groeipad gevonden waarin het toetreedt. Dat er geen bestaat, is niet bewezen.
growth-page-outside-unknown = Wat er verandert als het toetreedt, is niet uitgezocht.
growth-page-outside-unused = Het is niet nodig: ook in het beste gevonden groeipad waarin het toetreedt, in { $year }, gaat geen cluster met een school van dit bestuur open.
growth-page-outside-used = Treedt het toe in { $year }, dan { $opened ->
        [one] gaat { $opened } cluster met een school van dit bestuur open
       *[other] gaan { $opened } clusters met een school van dit bestuur open
    }.
growth-page-outside-same = Dat groeipad kost evenveel punten als dit.
growth-page-outside-more = Dat groeipad kost { $points } punten meer dan dit.
growth-page-outside-students = In { $year } zitten er dan { $then } studenten in een cluster, in dit groeipad { $now }.
growth-page-outside-proven = Bewezen is dat geen groeipad waarin het bestuur toetreedt, minder kost dan dit.
growth-page-outside-proven-more = Bewezen is dat elk groeipad waarin het bestuur toetreedt, minstens { $points } punten meer kost.
growth-page-outside-unproven = Dat geen groeipad waarin het bestuur toetreedt minder kost, is niet bewezen.
growth-page-outside-unproven-less = Dat geen groeipad waarin het bestuur toetreedt minder kost, is niet bewezen: hoogstens { $points } punten minder is niet uitgesloten.
growth-page-column-standing = Rol
growth-page-column-clusters = Clusters
growth-page-column-new-clusters = Nieuw
growth-page-column-own-students = Eigen studenten
growth-page-column-places = Plaatsen
growth-page-column-filled = Bezet
growth-page-standing-enters = { $standing }, treedt toe
growth-page-column-cluster = Cluster
growth-page-column-schools = Scholen
growth-page-column-day = Komt bijeen op
growth-page-column-used = In gebruik
growth-page-used-always = elk jaar
growth-page-used-from = vanaf { $year }
growth-page-used-from-to = { $first } tot en met { $last }
