# Teksten van de pagina van een plan en van een reeks scenario's.

page-90-at-most = 90% hoogstens
page-90-travel-at-most = 90% reist hoogstens
page-about-this-report = Over dit verslag
page-all-figures-rules = Alle cijfers en regels
page-bar-90-draws = Balk: 90% van de trekkingen.
page-bar-all-draws = Balk: alle trekkingen.
page-base-comparison = basis van vergelijking
page-board = bestuur
page-charts = Grafieken
page-cluster = cluster
page-clusters = clusters
page-clusters-by-their-members = Clusters naar hun leden
page-clusters-used = Clusters in gebruik
page-concept = concept
page-cost = kosten
page-denomination = denominatie
page-dominated = overtroffen
page-enlarged = Uitvergroting
page-numbers-for-programs = Elk getal staat ook voor programma's in het bestand, in een data-element.
page-existing-not-used = bestaand niet in gebruik
page-fill = vulling
page-fill-per-board = Vulling per bestuur
page-for-memo = Voor een memo
page-for-whom = Voor wie
page-free-on-meeting-day = Kan op de bijeenkomstdag
page-grant = subsidie
page-home-student = woning van een student
page-how-many-students-why = Hoeveel studenten, en waarom
page-in-cluster = in een cluster
page-in-cluster-2 = % in een cluster
page-in-shell = in de schil
page-in-short = In het kort
page-input-sha-256 = Invoer (SHA-256)
page-journey = reis
page-journeys-students-one-way = Enkele reis van studenten
page-kilometres-one-way = kilometer, enkele reis
page-left = Links
page-left-out = niet geplaatst
page-left-out-2 = Niet geplaatst
page-left-out-why = Niet geplaatst, en waarom
page-line-base-comparison = Streep: de basis van vergelijking.
page-made-by = Gemaakt door
page-map = Kaart
page-map-schools-clusters = Kaart van scholen en clusters
page-mean = gemiddeld
page-mean-journey-in-km = gemiddelde reis in km
page-mean-journey-one-way = Gemiddelde enkele reis
page-mean-journey-one-way-km = Gemiddelde enkele reis, km
page-members = leden
page-members-against-bounds = leden tegen de grenzen
page-members-per-cluster = Leden per cluster
page-met = vervuld
page-net-cost = Netto kosten
page-net-cost-in-euros = nettokosten in euro's
page-new = nieuw
page-new-cluster = nieuw cluster
page-no-plan = geen plan
page-not-dominated = niet overtroffen
page-not-dominated-no-other-scenario = niet overtroffen: geen ander scenario is op alles even goed en ergens beter
page-not-weighed-in-grid-or = niet gewogen (in een raster, of niet elke trekking heeft een plan)
page-numbers = De getallen
page-numbers-2 = Getallen
page-of = van
page-on-this-page = Op deze pagina
page-other-or-no-denomination = andere of geen denominatie
page-part = aandeel
page-per-programme = Per opleiding
page-placement-plan = Plaatsingsplan
page-plans-two-scenarios-first-draw = De plannen van twee scenario's, van de eerste trekking.
page-point-at-cluster-tap-it = Wijs een cluster aan, tik erop of ga er met de tabtoets heen: dan verschijnen de lijnen van woning naar school.
page-position = ligging
page-programme = opleiding
page-right = Rechts
page-rows = rijen van
page-same-in-sentences-copy = Hetzelfde in zinnen, om over te nemen
page-scenario = scenario
page-scenarios = Scenario's
page-scenarios-compared = Scenario's vergeleken
page-school-in-no-cluster = school buiten de clusters
page-school-in-shell = school in de schil
page-search = Zoeken
page-share-against-mean-journey = Aandeel tegen gemiddelde reis
page-share-against-net-cost = Aandeel tegen nettokosten
page-share-number = aandeel en aantal
page-share-samen-opleiden = Aandeel Samen Opleiden
page-share-samen-opleiden-2 = Aandeel Samen Opleiden, %
page-show-where-students-live = Toon waar studenten wonen
page-skip-content = Naar de inhoud
page-students = studenten
page-students-by-journey-one-way = Studenten naar enkele reis
page-students-places = Studenten van de plekken.
page-students-trained-in-cluster = van de studenten wordt opgeleid in een cluster
page-scatter-table = De tabel van scenario's geeft dezelfde getallen.
page-scrolls = De tabel is groter dan haar venster: schuif erin om alles te zien.
page-there-too-many-homes-draw = Er zijn te veel woningen om apart te tekenen; ze staan er per vak.
page-extra-cost = Kosten per extra geplaatste student
page-extra-cost-explained = Scenario's die meer studenten plaatsen dan “{ $reference }”, en wat dat netto meer kost.
page-extra-cost-draws = Gemiddeld over de trekkingen.
page-sensitivity = Hoe gevoelig het plan is voor elke waarde
page-sensitivity-explained = Elke rij gaat van de ene waarde van een parameter naar de volgende, terwijl al het andere gelijk blijft, en laat zien hoeveel elk cijfer stijgt. Een prijs waarvan de rijen overal 0 laten zien, beslist binnen deze waarden niets.
page-parameter = parameter
page-parameter-from = van
page-parameter-to = naar
page-extra-students = extra geplaatst
page-extra-net = netto euro meer
page-extra-per-student = euro per extra student
page-share-along = Aandeel in een cluster langs { $parameter }
page-undrawn-hidden = Niet getekend, omdat een getal een groep van minder dan { $smallest } studenten zou verraden: { $names }.
page-undrawn-no-figure = Niet getekend, omdat een getal ontbreekt: { $names }.
page-undrawn-no-plan = Niet getekend, omdat er geen plan is: { $names }.
page-undrawn-no-room = Niet getekend, omdat de grafiek vol is: { $names }.
page-scatter-too-few = Er zijn minder dan twee scenario's om te tekenen.
page-those-who-wished-placed = Van wie een wens heeft en geplaatst is.
page-cluster-tints = Kleuren houden clusters die dicht bij elkaar liggen uit elkaar en betekenen verder niets; een nieuw cluster heeft een streepjeslijn.
page-town-names = Plaatsnamen staan bij het midden van hun scholen.
page-two-maps = Twee kaarten
page-what-became-schools = wat er met de scholen gebeurde
page-where-students = waar de studenten zijn
page-where-students-live-larger-more = waar studenten wonen; groter is meer studenten
page-wish = wens
page-wishes-met = Wensen vervuld
page-plan-for = Plan voor { $name }
page-wish-for-met = Wens voor { $term } vervuld
page-cluster-new = { $name } (nieuw)
page-hidden-groups = Groepen kleiner dan { $smallest } blijven verborgen. < { $smallest }: minder dan { $smallest }; ≥: minstens; ≈: ongeveer.
page-sizes-same = Vlak: { $least } tot { $most } mag; streep: streefgetal { $target }.
page-sizes-different = Vlak: wat mag; streep: het streefgetal van elk cluster.
page-journeys-description = Gemiddeld { $mean }; 90% reist hoogstens { $late }. De getallen staan eronder.
page-students-per-km =
    { $kilometres ->
        [one] studenten per km
       *[other] studenten per { $kilometres } km
    }
page-from-to-km = { $from } tot { $to } km
page-map-description =
    { $schools ->
        [one] { $schools } school
       *[other] { $schools } scholen
    }, { $clusters ->
        [one] { $clusters } cluster
       *[other] { $clusters } clusters
    }. Het noorden is boven. De tabellen van scholen en clusters geven dezelfde gegevens.
page-some-live-beyond = Ook buiten de kaart wonen studenten.
page-homes-beyond =
    { $count ->
        [one] { $count } woning ligt buiten de kaart.
       *[other] { $count } woningen liggen buiten de kaart.
    }
page-homes-not-shown = Studenten van wie de woning niet getoond wordt: { $number }.
page-students-of-places = { $students } van { $places }
page-places =
    { $places ->
        [one] { $places } plek
       *[other] { $places } plekken
    }
page-first-rows = De eerste { $shown } van { $rows } rijen; het rekenblad heeft ze allemaal.
page-funnel-refused = door een regel geweigerd
page-funnel-full = vol
page-funnel-not-used = niet in gebruik
page-funnel-room = nog ruimte, maar duurder of buiten een grens
page-maps-of-first = Kaarten van de eerste { $shown } van { $all } scenario's.
page-of-hidden = van hoeveel wordt niet getoond
