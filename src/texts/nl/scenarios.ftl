# Teksten van `scenarios`.

# Namen van dingen waar wijzigingen naar verwijzen, in het enkelvoud.
scenarios-board = bestuur
scenarios-school = school
scenarios-cluster = cluster
scenarios-rule = regel

# Fouten die bij verschillende wijzigingen voorkomen.
scenarios-did-you-mean = bedoel je `{ $id }`?
scenarios-unknown-found = { $kind } `{ $id }`, dat niet bestaat
scenarios-unknown-allowed = het id van een { $kind }
scenarios-unknown-help = noem een { $kind } uit de instantie op het moment van deze wijziging
scenarios-twice-found = `{ $id }` voor de tweede keer
scenarios-twice-allowed = elk id één keer
scenarios-increase-neither = geen `percent` en geen `number`
scenarios-increase-both = zowel `percent` als `number`
scenarios-increase-allowed = precies één van `percent` en `number`
scenarios-increase-add = voeg een van de twee toe
scenarios-standing-allowed = `partner`, `aspirant` of `shell`
scenarios-standing-help = kies de rol die de besturen krijgen

# Fouten in de opbouw van een reeks scenario's.
scenarios-none = er zijn geen scenario's
scenarios-split = splits de reeks
scenarios-base-allowed = de naam van een leesbare instantie naast dit bestand
scenarios-base-help = verbeter de naam, of zet het bestand daar
scenarios-samples-found = een tweede steekproef
scenarios-samples-allowed = een van `latin_hypercube` en `sobol`
scenarios-samples-help = zet alle bereiken in één steekproef, of maak twee scenario's
scenarios-sobol-found = een Sobol-rij van { $count } parameters
scenarios-sobol-allowed = hooguit { $count }
scenarios-sobol-help = gebruik `latin_hypercube`; die kent geen grens
scenarios-sample-twice-found = parameter `{ $parameter }`, die ook andere waarden heeft
scenarios-sample-twice-allowed = elke parameter één keer; `sample` is het nummer van het punt
scenarios-sample-twice-help = laat er een weg, of kies een andere naam
scenarios-range-found =
    { $decimals ->
        [one] van { $from } tot en met { $to } in waarden met { $decimals } decimaal
       *[other] van { $from } tot en met { $to } in waarden met { $decimals } decimalen
    }
scenarios-range-allowed = `from` hooguit `to`, beide zonder meer decimalen dan `decimals`, en kleiner dan { $most }, geteld in eenheden van de laatste decimaal
scenarios-range-help = draai de grenzen om, of verhoog `decimals`
scenarios-grid-empty-found = een parameter zonder waarden
scenarios-grid-empty-allowed = ten minste één waarde voor elke parameter
scenarios-grid-empty-help = noem ten minste één waarde, of laat de parameter weg
scenarios-too-many-found = te veel scenario's
scenarios-grid-size-found =
    { $count ->
        [one] { $count } scenario
       *[other] { $count } scenario's
    }
scenarios-grid-size-allowed =
    { $count ->
        [one] hoogstens { $count } scenario in een reeks
       *[other] hoogstens { $count } scenario's in een reeks
    }
scenarios-not-one-change = een object dat niet precies één van de bekende wijzigingen is
scenarios-runs-found =
    { $count ->
        [one] { $scenarios } scenario's in { $draws } trekkingen, samen { $count } doorrekening
       *[other] { $scenarios } scenario's in { $draws } trekkingen, samen { $count } doorrekeningen
    }
scenarios-runs-allowed =
    { $count ->
        [one] hoogstens { $count } doorrekening in een reeks
       *[other] hoogstens { $count } doorrekeningen in een reeks
    }
scenarios-id-allowed =
    { $count ->
        [one] { $count } letter of cijfer zonder accenten
       *[other] 1 tot { $count } letters en cijfers zonder accenten, met `-`, `_` en `.` ertussen
    }
scenarios-id-help = het id is de naam van een bestand: zet andere woorden in `title`
scenarios-id-in-grid-found = id `{ $id }` op verschillende punten van het raster
scenarios-id-in-grid-help = zet elke parameter van `over` in het id, zoals `share-{"{share}"}`
scenarios-id-twice-found = id `{ $id }`, dat { $first } al heeft
scenarios-id-twice-allowed = een uniek id
scenarios-id-twice-help = geef een van beide een ander id; hoofdletters en kleine letters tellen als gelijk
scenarios-circle-found = scenario `{ $id }`, dat via andere scenario's op zichzelf voortbouwt
scenarios-circle-allowed = scenario's die niet in een kring op elkaar voortbouwen
scenarios-circle-help = haal één `from` van de kring weg
scenarios-from-found = scenario `{ $id }`, dat niet bestaat
scenarios-from-allowed = het id van een scenario
scenarios-from-help = noem een ander scenario uit dit bestand
scenarios-parameter-found = `{"{"}{ $parameter }{"}"}`, die niet onder `over` staat
scenarios-parameter-allowed = `{"{x}"}` met voor x een van `{ $known }`
scenarios-parameter-help = geef waarden voor `{ $parameter }` onder `over`

# Fouten van afzonderlijke wijzigingen.
scenarios-add-id-found = id `{ $id }`, dat al in gebruik is
scenarios-add-id-allowed = een uniek id voor elk bestuur, netwerk, cluster en elke school en student
scenarios-add-id-help = kies een ander id; gebruik een andere wijziging voor iets dat al bestaat
scenarios-add-school-found = school `{ $school }`, die al in cluster `{ $cluster }` zit
scenarios-add-school-allowed = een school in hoogstens één bestaand cluster
scenarios-admit-found = bestuur `{ $board }`, dat al `{ $standing }` is
scenarios-admit-allowed = besturen die `candidate` zijn
scenarios-admit-help = haal het uit de lijst
scenarios-close-found = alles waar student `{ $student }` volgens `only` terechtkan
scenarios-close-allowed = scholen waarna er voor elke student met `only` iets overblijft
scenarios-close-help = houd een ervan open, of wijzig eerst de `only` van de student met een `patch`
scenarios-grow-nobody-found =
    { $count ->
        [one] { $count } extra student, terwijl er niemand is om te kopiëren
       *[other] { $count } extra studenten, terwijl er niemand is om te kopiëren
    }
scenarios-grow-nobody-allowed = een filter waar studenten aan voldoen
scenarios-grow-nobody-help = verruim het filter, of gebruik `add` voor een nieuw soort studenten
scenarios-grow-found =
    { $count ->
        [one] { $count } extra student
       *[other] { $count } extra studenten
    }
scenarios-grow-allowed =
    { $count ->
        [one] hoogstens { $count } student
       *[other] hoogstens { $count } studenten
    }
scenarios-grow-help = voeg minder studenten toe
scenarios-new-days-found = `true`, terwijl regel `{ $rule }` uit staat en er geen nieuwe clusters zijn
scenarios-new-days-allowed = `true` als regel `{ $rule }` aan staat
scenarios-new-days-help = haal `new` weg, of zet de regel eerst aan met de wijziging `rule`
scenarios-merge-alone-found = alleen bestuur `{ $board }`
scenarios-merge-alone-allowed = ten minste twee besturen, dat van `into` meegeteld
scenarios-merge-alone-help = noem nog een bestuur
scenarios-merge-both = { $first }, en { $second }
scenarios-merge-standing = bestuur `{ $board }`, dat `{ $standing }` is
scenarios-merge-standing-allowed = besturen met dezelfde rol
scenarios-merge-standing-help = laat kandidaten eerst toe met `admit`, of voeg besturen met dezelfde rol samen
scenarios-merge-network = bestuur `{ $board }` in netwerk `{ $network }`
scenarios-merge-no-network = bestuur `{ $board }` in geen netwerk
scenarios-merge-network-allowed = besturen in hetzelfde netwerk, of in geen enkel
scenarios-merge-network-help = breng ze eerst samen in één `network`
scenarios-network-found = bestuur `{ $board }`, dat al in netwerk `{ $network }` zit
scenarios-network-allowed = besturen die in geen ander netwerk zitten
scenarios-network-help = haal het uit de lijst, of noem het netwerk `{ $network }`
scenarios-patch-allowed = een bewerking die op dat moment mogelijk is op de instantie
scenarios-patch-help = verbeter de bewerking
scenarios-path-elsewhere-found = een wijziging van een groeipad
scenarios-path-elsewhere-allowed = geen, in een batch of een jaar waarvan de basis een instantie is
scenarios-path-elsewhere-help = laat `base` van de batch een groeipad noemen, of haal de wijziging weg
scenarios-path-key-allowed = onderdelen die het groeipad beschrijven: `years`, `boards`, `pace`, `stay_years`, enzovoort
scenarios-path-key-help = laat het weg; basis en trekkingen zijn die van de batch
scenarios-path-draws-found = een groeipad met eigen trekkingen
scenarios-path-draws-allowed = een groeipad zonder `draws`, want een batch herhaalt al zijn paden met dezelfde trekkingen
scenarios-path-draws-help = haal `draws` uit het groeipad, en zet ze in de batch
scenarios-path-no-file = geen bestand van de strategie
scenarios-op-found = geen `{ $key }`
scenarios-op-allowed = `{ $key }` is verplicht bij deze `op`
scenarios-op-help = voeg `{ $key }` toe
scenarios-pointer-allowed = JSON Pointers, die met `/` beginnen
scenarios-pointer-help = schrijf `~` in een sleutel als `~0`, en `/` als `~1`
scenarios-settings-allowed = een object met instellingen, `false` of `null`
scenarios-settings-help = schrijf `{"{}"}` om de regel aan te zetten met de huidige instellingen

# Waarom een doorrekening geen plan heeft, zoals in journalen.
scenarios-reason-nothing-found = het zoeken moest stoppen voordat er een plan was: geef meer tijd of werk
scenarios-reason-input = { $code } bij { $location }: gevonden { $found }; toegestaan: { $allowed }; doe: { $help }
scenarios-reason-infeasible = onder deze regels bestaat geen plan
scenarios-reason-clash = deze eisen gaan niet samen: { $demands }
scenarios-reason-clash-unproven = onder deze regels bestaat geen plan; deze eisen zitten elkaar mogelijk in de weg: { $demands }
scenarios-reason-fault = een fout van plaatswijzer, meld die alsjeblieft: { $text }

scenarios-not-empty = een lijst die niet leeg mag zijn
scenarios-in-instance = { $change }, in de instantie daarna bij { $location }
