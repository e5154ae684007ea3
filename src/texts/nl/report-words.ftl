# Woorden van alle rapporten: kolommen, kengetallen, cellen, kernzinnen.

# Getallen die niet precies bekend zijn of getoond worden

amount-fewer-than = minder dan { $amount }
amount-at-least = ten minste { $amount }
amount-at-most = hoogstens { $amount }
amount-about = ongeveer { $amount }
amount-range = { $least } tot { $greatest }
amount-kilometres = { $amount } km
amount-about-kilometres = ongeveer { $amount } km
amount-percent = { $amount }%

# De antwoorden in cellen

cell-yes = ja
cell-no = nee
cell-no-days = geen

cell-monday = maandag
    .short = ma
cell-tuesday = dinsdag
    .short = di
cell-wednesday = woensdag
    .short = wo
cell-thursday = donderdag
    .short = do
cell-friday = vrijdag
    .short = vr

cell-programme-academisch = academische pabo

cell-standing-partner = partner
cell-standing-aspirant = aspirant
cell-standing-shell = schil
cell-standing-candidate = kandidaat

cell-strength-prefer = voorkeur
cell-strength-must = moet

cell-cluster-existing = bestaand
cell-cluster-new = nieuw

# Titels van tabellen

table-goals = Hoe goed het plan is
table-placements = Plaatsingen
table-clusters = Clusters
table-boards = Besturen
table-schools = Scholen
table-left-out = Niet geplaatst
table-indicators = Kengetallen
table-rules = Regels
table-of-board = Bestuur { $name }
table-of-cluster = Cluster { $name }

# Titels van kolommen over studenten

column-student = student
column-students = studenten
column-programme = opleiding
column-year = jaar
column-home = woont
column-free-days = beschikbare dagen
column-class-days = lesdagen
column-member = lid van leergemeenschap
column-free-on-meeting-day = kan op bijeenkomstdag
column-journey = reis (km)
column-denomination-wish = wens denominatie
column-wish-strength = sterkte
column-denomination-met = denominatie vervuld
column-concept-wish = wens concept
column-concept-met = concept vervuld
column-wish-rank = wens nummer
column-fixed = vastgezet
column-overridden = regels opzij gezet
column-points = punten
column-points-of-rule = punten: { $rule }
column-reason = reden
column-school-count = scholen
column-refused-by = afgevallen door: { $rule }
column-full = vol
column-cluster-full = cluster vol
column-not-used = niet in gebruik
column-room = nog ruimte

# Titels van kolommen over scholen, clusters en besturen

column-school = school
column-school-id = schoolcode
column-town = plaats
column-board = bestuur
column-board-id = bestuurscode
column-cluster = cluster
column-cluster-id = clustercode
column-meeting-day = bijeenkomstdag
column-kind = soort
column-schools = scholen
column-members = leden
column-least = minimum
column-target = streefgetal
column-most = maximum
column-off-target = boven of onder streefgetal
column-others = anderen
column-places = plekken
column-fill = vulling
column-standing = rol
column-clusters-used = clusters in gebruik
column-clusters-most = clusters toegestaan
column-cost = kosten (€)
column-grant = subsidie (€)
column-net = netto (€)
column-denomination = denominatie
column-concepts = concepten

# Titels van kolommen over doelen, kengetallen en regels

column-goal = doel
column-value = waarde
column-bound = ondergrens
column-gap = marge
column-figure = kengetal
column-about = van
column-number = aantal
column-of = van de
column-share = aandeel
column-rule = code
column-title = regel
column-in-force = van kracht
column-settings = instellingen
column-statement = wat de regel zegt

# Kengetallen

figure-in-clusters = geplaatst in een cluster
figure-in-shell = geplaatst in de schil
figure-left-out = niet geplaatst
figure-journey-mean = gemiddelde reis
figure-journey-median = mediane reis
figure-journey-90 = 90% reist hoogstens
figure-journey-longest = langste reis
figure-journey-comfortable = reizen binnen een prettige afstand
figure-denomination-met = wens voor denominatie vervuld
figure-concept-met = wens voor concept vervuld
figure-wish-met = kreeg wens nummer { $rank }
figure-wish-unmet = kreeg geen van de wensen
figure-free-on-meeting-day = leden die op de bijeenkomstdag kunnen
figure-clusters-used = clusters in gebruik
figure-clusters-new = nieuwe clusters
figure-clusters-unused = bestaande clusters niet in gebruik
figure-clusters-off-target = clusters boven of onder het streefgetal
figure-members = leden van leergemeenschappen
figure-fill = studenten op plekken van bestuur
figure-fill-gini = ongelijkheid van vulling (Gini)
figure-cost = kosten in euro's
figure-grant = subsidie in euro's
figure-net = netto in euro's
figure-of = { $figure }: { $subject }
figure-in-percent = { $figure } (%)
figure-in-metres = { $figure } (m)
figure-in-points = { $figure } (punten)
figure-of-goal = doel ‘{ $goal }’
figure-bound-of-goal = ondergrens van doel ‘{ $goal }’
figure-journey-known = studenten van wie de reis bekend is
figure-denomination-wished = studenten met een wens voor een denominatie
figure-concept-wished = studenten met een wens voor een concept

# Doelen van het zoeken

goal-unplaced = studenten niet geplaatst
goal-longest-journey = langste reis (m)
goal-longest-journey-of-rank = langste reis nummer { $rank } (m)
goal-meeting-day = leden die de bijeenkomst missen
goal-denomination = wensen voor denominatie niet vervuld
goal-clusters = nieuwe clusters
goal-total = punten in totaal
goal-lot = loting tussen gelijke plannen
goal-moves = studenten die van school wisselen

# Waarom een student niet geplaatst is

left-out-why =
    { $schools ->
        [one] Van { $schools } school
       *[other] Van { $schools } scholen
    }: { $parts }. { $conclusion }
left-out-without-schools = Er zijn geen scholen.
left-out-part = { $count } { $what }
left-out-refused = { $count } geweigerd door ‘{ $rule }’
left-out-full = { $count } vol
left-out-cluster-full = { $count } in een vol cluster
left-out-not-used = { $count } niet in gebruik
left-out-room = { $count } met ruimte

left-out-no-school = Volgens de regels is geen enkele school mogelijk.
left-out-all-full = De andere scholen zijn vol: een plek daar zou ten koste gaan van iemand anders.
left-out-not-known = Het zoeken is gestopt voordat duidelijk was of een beter plan een plek heeft.
left-out-dearer-elsewhere = Een plek daar zou een grens van een school, een cluster, een bestuur of het plan overschrijden, of elders meer kosten dan niet plaatsen.
left-out-another-cluster = Nog een cluster mag niet, of kost meer dan niet plaatsen.

# Hoe goed een plan is

quality-optimal = Geen plan onder deze regels is beter: dat is bewezen.
quality-unknown = Het plan zegt niet hoe goed het is.
quality-gap = Geen plan onder deze regels is meer dan { $gap } beter: dat is bewezen.
quality-level-least = { $goal }: { $value }, het laagst mogelijke.
quality-level-unknown = { $goal }: { $value }; hoe goed dat is, is niet bekend.
quality-level-gap = { $goal }: { $value }; geen plan komt onder { $bound } (marge { $gap }).
quality-checked = Een onafhankelijke controle van elke regel en elk getal bevestigt dit.

# Kernzinnen

headline-part = { $number } van { $of }
headline-part-open = { $number } (van hoeveel wordt niet getoond)
headline-mean-hidden = niet getoond, want het kan die van minder dan { $smallest } studenten zijn
headline-part-with-share = { $number } van { $of } ({ $share })
headline-placed =
    Geplaatst in een opleidingscluster: { $core } van { $of ->
        [one] { $of } student
       *[other] { $of } studenten
    }
headline-placed-with-share = { $placed } ({ $share })
headline-in-shell = { $count } in de schil
headline-nobody-left-out = iedereen heeft een plek
headline-left-out = niet geplaatst: { $count }
headline-clusters = Clusters in gebruik: { $used }, waarvan nieuw: { $new }
headline-clusters-unused = bestaande clusters niet in gebruik: { $count }
headline-mean-journey = Gemiddelde enkele reis: { $distance }
headline-90-journey = 90% reist hoogstens { $distance }
headline-longest-journey = de langste reis is { $distance }
headline-denomination = Wens voor { $term } vervuld: { $met } van wie geplaatst is.
headline-meeting-day = Leden die op de bijeenkomstdag kunnen: { $free }.
grant-counts = { $of ->
    [given] De subsidie telt { $count ->
        [one] { $count } student
       *[other] { $count } studenten
    } in een cluster in een eerder jaar.
    [previous] De subsidie telt { $count ->
        [one] { $count } student
       *[other] { $count } studenten
    } in een cluster in het eerdere plan.
   *[this] De subsidie telt de studenten in een cluster van dit plan, { $count } in totaal: het aantal van een eerder jaar is niet bekend.
}
headline-money = Kosten: € { $cost }; subsidie: € { $grant }; netto: € { $net }.

# Lezers van een rapport

readers-planner = Voor planners: met persoonsgegevens (woonplaats, wensen, beschikbare dagen). Ga er zorgvuldig mee om.
readers-board = Voor { $board }: met de eigen studenten, op nummer, zonder wensen, woonplaatsen, beschikbare dagen en redenen; van anderen geen groep kleiner dan vijf.
readers-public = Voor iedereen: zonder studenten, zonder woonplaatsen nauwkeuriger dan een postcodegebied en zonder groepen kleiner dan vijf.
readers-withheld = Weggelaten, omdat het samen met andere getallen een groep van minder dan { $smallest } studenten zou verraden: { $parts }.
withheld-in-year = in { $year } ({ $parts })
withheld-journey-ranks = mediaan en 90e percentiel van de reisafstanden
withheld-homes = woonplaatsen op de kaart
withheld-bars = de grafiek van de reisafstanden
withheld-comfortable = reizen binnen de comfortabele afstand
withheld-ranked = wensen op volgorde
withheld-concepts = wensen voor een concept
withheld-denominations = wensen voor een denominatie
withheld-attendance-by-programme = vrij op de bijeenkomstdag per opleiding
withheld-mean = de gemiddelde reisafstand
withheld-reasons = waarom studenten niet geplaatst zijn
withheld-clusters = leden per cluster
withheld-attendance = leden en wie op de bijeenkomstdag vrij is
withheld-money = geld
withheld-boards = studenten per bestuur
withheld-students = waar alle studenten zijn
withheld-programmes = studenten per opleiding

# Lijsten en brieven voor planners

table-changes = Wijzigingen
table-leavers = Niet meer hier
table-letters = Brieven

column-from = was op
column-to = is nu op
column-change = waarom
column-place-left = waarom de plek vrijkwam
column-new = nieuw
column-name = naam
column-first-name = voornaam
column-name-prefix = tussenvoegsel
column-last-name = achternaam
column-email = e-mail
column-telephone = telefoon
column-transport = vervoer
column-remarks = opmerkingen
column-contact-person = contactpersoon
column-contact-email = e-mail contactpersoon
column-contact-telephone = telefoon contactpersoon
column-address = adres
column-trainer = schoolopleider
column-trainer-email = e-mail schoolopleider
column-trainer-telephone = telefoon schoolopleider
column-institute-trainer = instituutsopleider
column-institute-trainer-email = e-mail instituutsopleider
column-places-taken = bezette plekken
column-places-free = vrije plekken
column-letter = brief

cell-school-gone = een school die niet meer meedoet
cell-named-school-gone = { $school } (doet niet meer mee)
cell-left-out = geen plek
cell-absent = was er nog niet
cell-change-new = nieuw in dit plan; telt niet als wijziging
cell-change-had-none = had eerst geen plek; telt niet als wijziging
cell-change-school-gone = de eerdere school doet niet meer mee
cell-change-moved = gaat naar een andere school
cell-change-lost-place = heeft geen plek meer
cell-change-fewer = minder studenten dan eerst; telt niet als wijziging
cell-change-gone = is er niet meer bij; telt niet als wijziging
left-refused = regel ‘{ $rule }’ laat de student daar nu niet toe
left-not-used = de school zit in geen cluster van dit plan waar de student bij mag
left-fewer-places = de school heeft nu { $places ->
        [one] 1 plek
       *[other] { $places } plekken
    }; er { $students ->
        [one] zat 1 van de huidige studenten
       *[other] zaten { $students } van de huidige studenten
    }
left-full =
    { $places ->
        [one] een andere student heeft de enige plek
       *[other] andere studenten hebben alle { $places } plekken
    }
left-group-full = andere studenten hebben alle plekken voor deze opleiding of dit leerjaar
left-cluster-full = het cluster van de school heeft zoveel leden als mag
left-room = de plek is nog vrij
left-same-price = { $why }; voor de student zijn beide scholen evenveel waard
left-cheaper = { $why }; voor deze student is de nieuwe school { $price } km meer waard
left-dearer = { $why }; voor deze student is de nieuwe school { $price } km minder waard

# Date and version of a report

edition-date = datum: { $date }
edition-version = versie: { $version }
# Paren van studenten.
table-pairs = Samen en uit elkaar
column-because = omdat
column-other-student = met student
column-meeting-place = waar
column-pair-met = is zo
cell-one-school = één school
cell-one-cluster = één cluster

# Journeys within one postcode.
cell-within-postcode = binnen de postcode
figure-journey-within-postcode = reizen binnen één postcode, geteld als 0 m

# Bestaande clusters die niet in gebruik zijn
table-unused-clusters = Bestaande clusters niet in gebruik
column-to-keep = wat het zou behouden
unused-too-few-places =
    { $count ->
        [0] De scholen hebben geen plekken
        [one] De scholen hebben samen { $count } plek
       *[other] De scholen hebben samen { $count } plekken
    }, en het cluster heeft ten minste { $needed ->
        [one] { $needed } lid
       *[other] { $needed } leden
    } nodig.
unused-too-few-students =
    { $count ->
        [0] Volgens de regels mag er geen enkel lid heen
        [one] Volgens de regels mag er maar { $count } lid heen
       *[other] Volgens de regels mogen er maar { $count } leden heen
    }, en het cluster heeft er ten minste { $needed } nodig.
unused-limit-reached =
    { $owner } gebruikt { $count ->
        [0] geen clusters
        [one] { $count } cluster
       *[other] { $count } clusters
    }, zoveel als er mogen.
unused-not-better = Het zou kunnen, maar geen plan met dit cluster is beter: dat is bewezen.
unused-not-known = Het zoeken is gestopt voordat duidelijk was of een plan met dit cluster beter is.
unused-keep-places =
    { $count ->
        [one] { $count } plek erbij
       *[other] { $count } plekken erbij
    }{ $least ->
        [0] { "" }
       *[other] , of een minimum van { $least } voor dit cluster
    }
unused-keep-students =
    { $count ->
        [one] ruimte in de regels voor nog { $count } lid
       *[other] ruimte in de regels voor nog { $count } leden
    }{ $least ->
        [0] { "" }
       *[other] , of een minimum van { $least } voor dit cluster
    }
unused-keep-limit = één cluster meer voor { $owner }, of dit cluster in plaats van een ander
unused-keep-price = alleen de eis dat het gebruikt wordt; `repair --keep` zoekt wat dat kost
