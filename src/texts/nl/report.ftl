# Teksten van `report`.

# Samenvatting van een plan op een terminal

summary-nobody-no-cluster = Niemand kan geplaatst worden: geen bestuur heeft een cluster, mag er een openen of zit in de schil.
summary-nobody = Niemand kan geplaatst worden: geen school mag volgens de regels in een cluster of in de schil.
summary-title = Plan voor { $name }
summary-title-with-year = Plan voor { $name }, { $year }

summary-placed =
    { $of ->
        [one] { $core } van { $of } student heeft
       *[other] { $core } van { $of } studenten { $core ->
            [one] heeft
           *[other] hebben
        }
    } een plek in een cluster ({ $share })
summary-in-shell = { $count } in de schil
summary-left-out =
    { $count ->
        [0] iedereen heeft een plek
        [one] { $count } is niet geplaatst
       *[other] { $count } zijn niet geplaatst
    }
summary-clusters =
    { $used ->
        [one] { $used } cluster is in gebruik
       *[other] { $used } clusters zijn in gebruik
    }, waarvan { $new } nieuw
summary-clusters-unused =
    { $count ->
        [one] { $count } bestaand cluster niet
       *[other] { $count } bestaande clusters niet
    }

summary-optimal = Geen plan onder deze regels is beter: dat is bewezen.
summary-nobody-proven = Geen plan onder deze regels plaatst iemand.
summary-gap = Het plan ligt binnen de gevraagde marge.
summary-time-limit = Het zoeken is gestopt; de ondergrenzen zeggen hoe goed het plan is.
summary-checked = Een onafhankelijke controle van elke regel en elk getal bevestigt dit.

summary-level-least = { $what }: het laagst mogelijke
summary-level-fewer = { $what }: geen plan heeft er minder dan { $bound } (marge { $gap })
summary-level-lower = { $what }: geen plan komt onder { $bound } (marge { $gap })
summary-goal-unplaced =
    { $count ->
        [one] { $count } student niet geplaatst
       *[other] { $count } studenten niet geplaatst
    }
summary-goal-longest-journey =
    { $count ->
        [one] een langste reis van { $count } meter
       *[other] een langste reis van { $count } meter
    }
summary-goal-longest-journey-of-rank =
    { $rank ->
        [1] de langste reis
       *[other] langste reis nummer { $rank }
    } is { $count ->
        [one] { $count } meter
       *[other] { $count } meter
    }
summary-goal-moves =
    { $count ->
        [one] { $count } student die van school wisselt
       *[other] { $count } studenten die van school wisselen
    }
summary-goal-meeting-day =
    { $count ->
        [one] { $count } lid dat een bijeenkomst mist
       *[other] { $count } leden die hun bijeenkomst missen
    }
summary-goal-denomination =
    { $count ->
        [one] { $count } wens voor een denominatie niet vervuld
       *[other] { $count } wensen voor een denominatie niet vervuld
    }
summary-goal-clusters =
    { $count ->
        [one] { $count } nieuw cluster
       *[other] { $count } nieuwe clusters
    }
summary-goal-total =
    { $count ->
        [one] { $count } punt in totaal
       *[other] { $count } punten in totaal
    }
summary-lots-decided = tussen plannen die even goed zijn heeft het lot beslist
summary-lots-open = tussen plannen die even goed zijn heeft het lot nog niet beslist: de waarde van het plan is { $value }, en geen plan komt onder { $bound }

summary-students = Studenten
summary-column-students = studenten
summary-column-core = in clusters
summary-column-share = aandeel
summary-column-shell = schil
summary-column-left-out = niet geplaatst
summary-all = alle

summary-journeys = Reizen: gemiddeld { $mean }, mediaan { $median }, 90% binnen { $late }, langste { $longest }.
summary-denomination = Wens voor { $term }: vervuld voor { $part }.
summary-concepts = Wens voor een concept: vervuld voor { $part }.
summary-wishes = Wensen op volgorde (geplaatste studenten: { $count }): { $ranks }.
summary-wish-rank = { $count } op nummer { $rank }
summary-wish-none = { $count } op geen van de wensen
summary-meeting-day = Vrij op de bijeenkomstdag: { $part } van de leden ({ $programmes }).
summary-money = Geld: kosten { $cost } euro, subsidie { $grant }, netto { $net }.

summary-clusters-title = Clusters
summary-column-day = dag
summary-column-members = leden
summary-column-others = anderen
summary-new = { $name } (nieuw)
summary-new-cluster = Nieuw cluster { $cluster } van { $board } bestaat uit { $schools }.
summary-new-cluster-without-board = Nieuw cluster { $cluster } bestaat uit { $schools }.

summary-points = Punten per regel (een punt is een meter reis van één student)
summary-points-total = totaal

summary-left-out-title = Niet geplaatst
summary-left-out-cohort =
    { $student } ({ $count ->
        [one] { $count } student
       *[other] { $count } studenten
    })
summary-left-out-more =
    { $count ->
        [one] … en nog { $count }, met de reden in het planbestand.
       *[other] … en nog { $count }, elk met de reden in het planbestand.
    }

summary-overridden-title = Opzij gezette regels
summary-overridden =
    { $student } is vastgezet op { $school }; dat zet { $count ->
        [one] de regel
       *[other] de regels
    } { $rules } opzij.
summary-rules-on = Regels van kracht: { $rules }.
summary-rules-off = Regels uit: { $rules }.

# Uitslag van de onafhankelijke controle

verdict-valid = Het plan klopt: het voldoet aan alle regels, en de score is { $score }.
verdict-overridden =
    { $count ->
        [one] Een vastgezette plaatsing zet { $count } weigering opzij.
       *[other] Vastgezette plaatsingen zetten { $count } weigeringen opzij.
    }
verdict-invalid =
    { $count ->
        [one] Het plan klopt niet: { $count } bevinding.
       *[other] Het plan klopt niet: { $count } bevindingen.
    }

verdict-certified-whole = bewezen met het certificaat: geen plan komt bij doel { $goal } onder { $bound }, de hele grens van het plan
verdict-certified-part = bewezen met het certificaat: geen plan komt bij doel { $goal } onder { $certified }, zodat de kloof hoogstens { $gap } is; de rest van de grens, nog { $rest } tot { $bound }, berust op het woord van de oplosser
verdict-certified = bewezen met het certificaat: geen plan komt bij doel { $goal } onder { $certified }, zodat de kloof hoogstens { $gap } is

# Een geldige instantie

instance-valid = { $name } is geldig.
instance-boards = besturen
instance-schools = scholen
instance-places = plekken
instance-existing-clusters = bestaande clusters
instance-possible-clusters = mogelijke nieuwe clusters
instance-entries = regels met studenten
instance-students = studenten

# Een reeks scenario's

batch-valid =
    De reeks is geldig: { $scenarios ->
        [one] { $scenarios } scenario
       *[other] { $scenarios } scenario's
    }, { $runs ->
        [one] { $runs } doorrekening
       *[other] { $runs } doorrekeningen
    }.
batch-done =
    { $done } van { $runs ->
        [one] { $runs } doorrekening
       *[other] { $runs } doorrekeningen
    } klaar
batch-outdated = { $run } verouderd
batch-missing = { $run } ontbreekt

# Het regelboek

rulebook-formula = Formule: { $formula }
rulebook-source = Bron: { $source }
rulebook-refuses = weigert
rulebook-prices = beprijst
rulebook-binds = bindt
rulebook-always = Altijd van kracht.
rulebook-on = Van kracht tenzij de regel op false staat.
rulebook-off = Uit, tenzij de regel instellingen krijgt; met {"{}"} gelden de standaardwaarden.
rulebook-columns = | regel | doet | wat de regel zegt | instellingen (standaard) |
rulebook-settings-off = uit; { $settings }

# Werkmappen

workbook-summary = Samenvatting
workbook-sheet-title = { $topic } – { $name }
workbook-personal-data = Bevat persoonsgegevens
workbook-school-year = Schooljaar
workbook-readers = Lezers
workbook-headlines = In het kort
workbook-quality = Hoe goed het plan is
workbook-lists = Lijsten
workbook-too-many-lists = Er zijn meer dan { $most } besturen en clusters: die hebben geen eigen blad. Filter het blad met alle plaatsingen op bestuur of cluster.
workbook-made-with = Gemaakt met
workbook-input = Invoer (SHA-256)
workbook-chart = { $topic }: aantallen
workbook-sheets = Bladen
workbook-too-many-rows =
    { $rows ->
        [one] de tabel `{ $topic }` heeft { $rows } rij, en op een blad passen er { $most }: schrijf de tabel als CSV
       *[other] de tabel `{ $topic }` heeft { $rows } rijen, en op een blad passen er { $most }: schrijf de tabel als CSV
    }
workbook-refused = de werkmap kan niet geschreven worden: { $error }
letter-refused-by-other =
    { $count ->
        [one] die niet aan een regel voldoet
       *[other] die niet aan een regel voldoen
    }

# Names of files in the archive of lists
lists-archive = lijsten
lists-letters = brieven
lists-overview = overzicht
lists-schools = scholen
lists-clusters = clusters
lists-trainers = opleiders
lists-boards = besturen
workbook-edition = Uitgave
# Paren van studenten.
summary-pairs-title = Samen en uit elkaar
summary-pairs = { $met } van { $count ->
        [one] 1 paar studenten is zoals gevraagd
       *[other] { $count } paren studenten { $met ->
            [one] is zoals gevraagd
           *[other] zijn zoals gevraagd
        }
    }{ $apart ->
        [0] .
        [one] ; van één paar blijft een student buiten de plaatsing.
       *[other] ; van { $apart } paren blijft een student buiten de plaatsing.
    }
summary-pair-not-together = { $one } en { $other } zijn niet samen { $at ->
        [cluster] in één cluster
       *[school] op één school
    }
summary-pair-not-apart = { $one } en { $other } zijn allebei { $at ->
        [cluster] in één cluster
       *[school] op één school
    }
summary-pair-because = { $sentence } ({ $because })
summary-pairs-more = en nog { $count }

# Bestaande clusters die niet in gebruik zijn
summary-unused = { $cluster }: { $why } Om het te behouden: { $change }.
summary-unused-command = Wat er nodig is om er een te behouden: plaatswijzer repair INSTANTIE --keep "{ $cluster }"
report-rule-name =
    { $id ->
       *[other] { $title }
    }
report-rule-question = Vraag
report-rule-structure = Opbouw
report-rule-claims = Beweringen
report-rule-with-cost = { $rule } { $cost }
report-rules-in-a-row = { $one }, { $other }
