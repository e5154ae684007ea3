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
growth-page-board-clusters = Clusters met eigen scholen
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
