# Teksten van `cli`.

# Fouten, en het einde van een opdracht.
cli-error = fout: { $text }
cli-problems-found =
    { $count ->
        [one] { $count } probleem gevonden.
       *[other] { $count } problemen gevonden.
    }
cli-output-failed = schrijven lukt niet: { $reason }
cli-check-failed = Er is geen plan geschreven. Dit is een fout van plaatswijzer: meld het alsjeblieft.
cli-unknown = { $found }. { $advice }
cli-did-you-mean = Bedoel je `{ $id }`?
cli-choose-one-of = Kies uit: { $known }.
cli-no-plan-exists = Onder deze regels bestaat geen plan; `solve` laat zien welke regels botsen.
cli-no-plan-found = Er is geen plan gevonden voordat het zoeken moest stoppen. Geef meer tijd met --time-limit.
cli-item = {"  "}{ $text }
cli-and-more = {"  "}… en nog { $count }
cli-more = nog { $count }

# Bestanden en stromen.
cli-one-standard-input = maar één van de bestanden kan standaardinvoer zijn
cli-output-is-an-input = { $path } is zowel invoer als uitvoer: schrijven zou de invoer vernietigen. Kies een andere uitvoer.
cli-cannot-write = kan { $path } niet schrijven: { $reason }. Kies een bestand in een map die bestaat en waarin je mag schrijven.
cli-output-is-a-folder = kan { $path } niet schrijven: het is een map. Kies een bestand in een map die bestaat en waarin je mag schrijven.
cli-larger-than =
    { $bytes ->
        [one] het is groter dan { $bytes } byte
       *[other] het is groter dan { $bytes } bytes
    }
cli-unreadable-allowed = een leesbaar bestand, of `-` voor standaardinvoer
cli-unreadable-help = controleer de naam en de rechten van het bestand
cli-too-large-found =
    { $bytes ->
        [one] meer dan { $bytes } byte
       *[other] meer dan { $bytes } bytes
    }
cli-too-large-allowed =
    { $bytes ->
        [one] hoogstens { $bytes } byte
       *[other] hoogstens { $bytes } bytes
    }
cli-too-large-help = splits de regio, of zet de reistabel in een eigen bestand
cli-not-utf8-help = bewaar de tabel als CSV in UTF-8

# Waarschuwingen.
cli-warnings-about-students =
    { $count ->
        [one] { $count } waarschuwing over studenten: `plaatswijzer validate` laat die zien.
       *[other] { $count } waarschuwingen over studenten: `plaatswijzer validate` laat ze zien.
    }
cli-more-warnings =
    { $count ->
        [one] … en nog { $count } waarschuwing
       *[other] … en nog { $count } waarschuwingen
    }

# Reeksen scenario's.
cli-not-a-shard = niet `auto`, en geen deel zoals 2/8, het tweede van acht, geteld vanaf 1
cli-not-a-folder = { $path } is geen map. Noem een map waarin `batch` heeft geschreven.
cli-cannot-write-folder = kan niet schrijven in { $path }: { $reason }. Kies een andere map.
cli-journal-line-allowed = een regel die `batch` heeft geschreven
cli-journal-line-help = verwijder de regel; de doorrekening wordt dan herhaald
cli-journal-in-use = { $path } wordt door een ander proces geschreven. Wacht daarop, of kies een andere map.
cli-journal-not-locked = waarschuwing: { $path } kan niet worden vergrendeld ({ $reason }); laat geen ander proces erin schrijven
cli-folder-version = { $path } heeft indeling { $found }, en deze versie leest { $known }. Er is niets veranderd. Gebruik de versie die de map heeft gemaakt, of kies een andere map.
cli-folder-unreadable = { $path } is niet te begrijpen: { $reason }. Er is niets veranderd. Zet het bestand terug; is het verloren, schrijf dan {"{"} "format": "plaatswijzer/batch-folder/1", "plans": "packed" {"}"} als de map een bestand `plans.json.gz` heeft, en anders "all".
cli-plans-otherwise = { $path } bewaart plannen als `--plans { $kept }`, en je vraagt om `--plans { $asked }`. Laat `--plans` weg, of kies een andere map.
cli-packed-cut =
    { $bytes ->
        [one] { $path }: de laatste { $bytes } byte was geen heel plan en is afgekapt. De doorrekening ervan wordt opnieuw gedaan.
       *[other] { $path }: de laatste { $bytes } bytes waren geen heel plan en zijn afgekapt. De doorrekening ervan wordt opnieuw gedaan.
    }
cli-packed-damaged =
    { $bytes ->
        [one] waarschuwing: { $path } heeft { $bytes } byte die bij geen heel plan hoort. Doorrekeningen waarvan het plan ontbreekt, tellen niet als klaar; `batch` doet ze opnieuw.
       *[other] waarschuwing: { $path } heeft { $bytes } bytes die bij geen heel plan horen. Doorrekeningen waarvan het plan ontbreekt, tellen niet als klaar; `batch` doet ze opnieuw.
    }
cli-plan-not-kept = { $path } bewaart geen plannen (`--plans none`). Toon de instantie ervan met `--instance-of { $run }`: `solve` maakt er met dezelfde opties hetzelfde plan van.
cli-plan-outdated = het plan van { $run } hoort bij een eerdere versie van de batch. Start `batch` opnieuw; alleen wat is veranderd, wordt opnieuw doorgerekend.
cli-plan-not-made = { $path } heeft nog geen uitkomst van { $run }. Start `batch` opnieuw om verder te gaan.
cli-plan-none = { $run } heeft geen plan: { $reason }
cli-plan-lost = het plan van { $run } staat niet in { $path }, of is beschadigd. Start `batch` opnieuw: wat ontbreekt, wordt opnieuw doorgerekend.
cli-maps-without-plans = report.html heeft geen kaarten: de map bewaart geen plannen (`--plans none`).
cli-merge-without-plans = { $path } bewaart geen plannen (`--plans none`), en { $output } moet ze bewaren. Kies een andere map voor het resultaat, of doe dat deel opnieuw in een nieuwe map.
cli-task-inherited = Taak { $task } gaat verder: proces { $process } op { $host }, dat haar had, is beëindigd.
cli-task-dead = Proces { $process } op { $host } (taak { $task }) is beëindigd voordat zijn doorrekeningen klaar waren; ze worden overgenomen.
cli-task-silent =
    { $minutes ->
        [one] Proces { $process } op { $host } (taak { $task }) heeft { $minutes } minuut geen teken van leven gegeven; zijn doorrekeningen worden overgenomen.
       *[other] Proces { $process } op { $host } (taak { $task }) heeft { $minutes } minuten geen teken van leven gegeven; zijn doorrekeningen worden overgenomen.
    }
cli-tasks-left =
    { $count ->
        [one] Andere processen hebben { $count } doorrekening genomen die nog niet klaar is. Zijn ze beëindigd, dan voegt `merge` de uitkomsten samen; valt er een uit, start dan dezelfde opdracht opnieuw.
       *[other] Andere processen hebben { $count } doorrekeningen genomen die nog niet allemaal klaar zijn. Zijn ze beëindigd, dan voegt `merge` de uitkomsten samen; valt er een uit, start dan dezelfde opdracht opnieuw.
    }
cli-tasks-done = Alle doorrekeningen van de reeks zijn klaar. Voeg de uitkomsten samen met `merge`.
cli-batch-interrupted =
    { $count ->
        [one] Onderbroken: { $done } van { $count } doorrekening is klaar en bewaard. Start dezelfde opdracht opnieuw om verder te gaan.
       *[other] Onderbroken: { $done } van { $count } doorrekeningen zijn klaar en bewaard. Start dezelfde opdracht opnieuw om verder te gaan.
    }
cli-unknown-run-found = doorrekening `{ $id }`, die er niet is
cli-unknown-run-allowed = een doorrekening van deze reeks
cli-unknown-run-help = noem een scenario, of een trekking daarvan, zoals `today-draw-1`
cli-runs-ended =
    { $count ->
        [one] { $count } doorrekening: { $parts }. Resultaten: { $folder }
       *[other] { $count } doorrekeningen: { $parts }. Resultaten: { $folder }
    }
cli-runs-with-plan =
    { $count ->
       *[other] { $count } met een plan
    }
cli-runs-infeasible =
    { $count ->
       *[other] { $count } waarvoor onder de regels geen plan bestaat
    }
cli-runs-nothing-found =
    { $count ->
       *[other] { $count } zonder plan binnen de grenzen
    }
cli-runs-refused =
    { $count ->
        [one] { $count } geweigerd, omdat het scenario niet kan worden toegepast
       *[other] { $count } geweigerd, omdat de scenario's niet kunnen worden toegepast
    }
cli-runs-failed =
    { $count ->
       *[other] { $count } mislukt door een fout van plaatswijzer
    }
cli-run-reason = { $run }: { $reason }
cli-run-and-more =
    { $count ->
       *[other] { $run } en nog { $count }
    }
cli-merge-other-result = { $run }: { $first } en { $other } hebben verschillende uitkomsten van dezelfde doorrekening
cli-merge-other-options = { $run }: { $first } en { $other } hebben verschillende opties
cli-merge-options-differ = { $run }: berekend met andere opties dan { $first }
cli-merge-refused = fout: de delen spreken elkaar tegen; er is niets geschreven.
cli-merge-help = Verwijder het verkeerde journaal, of reken die delen opnieuw door met gelijke opties.
cli-merge-incomplete =
    { $count ->
        [one] { $count } van de { $all } doorrekeningen ontbreekt of is verouderd: { $runs }. Reken eerst dat deel door; `status` noemt alles wat ontbreekt.
       *[other] { $count } van de { $all } doorrekeningen ontbreken of zijn verouderd: { $runs }. Reken eerst die delen door; `status` noemt alles wat ontbreekt.
    }

# Importeren en genereren.
cli-import-needs-tables = geef --students en --schools, of --workbook, of --template voor een werkmap om in te vullen
cli-too-few-students =
    { $count ->
        [one] de vorm given-clusters heeft een cluster voor elke { $least } studenten, en { $count } student is daarvoor te weinig: geef --students { $least } of meer
       *[other] de vorm given-clusters heeft een cluster voor elke { $least } studenten, en { $count } studenten zijn daarvoor te weinig: geef --students { $least } of meer
    }
cli-schools-without-coordinates =
    { $count ->
        [one] waarschuwing: { $count } school heeft geen coördinaten en doet niet mee
       *[other] waarschuwing: { $count } scholen hebben geen coördinaten en doen niet mee
    }
cli-no-such-command = er is geen opdracht `{ $name }`: kies uit { $names }

# Rapporten.
cli-report-needs-sound-plan = Een rapport kan alleen over een plan dat door de controle komt. Verbeter het plan, of maak er een met `solve`.
cli-report-names-no-previous = Het plan noemt geen eerder plan, en is gecontroleerd ten opzichte van het gegeven plan: laat --previous weg, of maak het plan opnieuw met `solve --previous`.
cli-report-written = Het rapport is geschreven. { $audience }
cli-report-written-to = { $path } is geschreven. { $audience }
cli-table-needs-csv = --table is voor tabellen: geef -o een naam die op .csv eindigt
cli-table-or-pattern = met {"{}"} in de naam schrijft -o alle tabellen: laat --table weg
cli-audience-needs-board = --audience board vraagt om --board: welk bestuur leest het?
cli-board-needs-audience = --board hoort bij --audience board: niemand anders ziet de gegevens van een bestuur
cli-no-such-board = er is geen bestuur `{ $id }`
cli-no-such-table = er is geen tabel `{ $id }`
cli-table-not-for-audience = tabel `{ $table }` is niet voor deze lezers. Kies uit: { $known }.
cli-stream-needs-format = -o - schrijft naar standaarduitvoer: kies --format html, xlsx of csv
cli-format-unknown = { $path } heeft geen bekende extensie: laat de naam eindigen op .html, .xlsx of .csv, of geef --format

# Onderbreken.
cli-interrupted-search = De zoektocht stopt met het beste plan tot nu toe; onderbreek nog een keer om zonder plan te stoppen.
cli-interrupted-question = De zoektocht stopt met wat tot nu toe bekend is; onderbreek nog een keer om zonder antwoord te stoppen.
cli-interrupted-batch = Aan het stoppen; wat klaar is, blijft bewaard. Onderbreek nog een keer om meteen te stoppen.
cli-interrupts-not-caught = waarschuwing: onderbreken wordt niet opgemerkt ({ $reason }); een tijdslimiet werkt wel

# Voortgang van een zoektocht, van een reeks zoektochten en van een batch.
cli-progress-formulating = het model wordt opgesteld
cli-progress-no-plan = nog geen plan, ondergrens { $bound }
cli-progress-best = beste { $best }, ondergrens { $bound }, marge { $gap }%
cli-progress-level = { $goal }: { $state }
cli-progress-sets = reeksen wijzigingen
cli-progress-answers = antwoorden
cli-progress-batch =
    { $count ->
        [one] { $ended } van { $count } doorrekening, { $running } bezig, { $failed } zonder plan, { $left }
       *[other] { $ended } van { $count } doorrekeningen, { $running } bezig, { $failed } zonder plan, { $left }
    }
cli-progress-time-left =
    { $count ->
        [one] nog ongeveer { $count } minuut
       *[other] nog ongeveer { $count } minuten
    }
cli-progress-time-unknown = resterende tijd onbekend

# Argumenten van een zoektocht.
cli-not-seconds = geen aantal seconden
cli-negative-seconds = geen aantal seconden van 0 of meer
cli-not-a-number = geen getal
cli-not-a-fraction = geen breuk van 0 tot 1, zoals 0.01 voor 1%

# Uitkomsten van een zoektocht.
cli-changes-forced =
    { $count ->
        [one] Hoogstens { $most } wijzigingen zijn toegestaan, en elk plan heeft er minstens { $count }: die student kan niet op de vorige school blijven.
       *[other] Hoogstens { $most } wijzigingen zijn toegestaan, en elk plan heeft er minstens { $count }: zoveel studenten kunnen niet blijven waar ze waren.
    }
cli-searched-as-one-program = Er is gezocht met één geheeltallig model: de decompositie is er alleen voor doelen die met `total` eindigen en waar `leximax_journey` niet bij is.
cli-certificate-needs-highs = `--certificate` heeft de multiplicatoren van HiGHS nodig. Gebruik een versie met HiGHS (de standaard) en laat `--solver microlp` weg; elke versie kijkt een certificaat na met `verify --certificate`.
cli-no-time-for-certificate = Er was geen tijd voor een certificaat; er is er dus geen geschreven. Geef meer met --time-limit of --work-limit.
cli-no-certificate-of-path = Certificaten horen bij plannen, niet bij groeipaden. Laat `--certificate` weg.
cli-nothing-found = De zoektocht moest stoppen voordat er een plan was gevonden; er is ook geen enkel plan uitgesloten. Geef meer tijd met --time-limit, of controleer de invoer met `validate`.
cli-fewest-changes = Het kleinste aantal wijzigingen dat de regels toestaan is { $count }.
cli-fewest-changes-between =
    { $count ->
        [one] { $count } wijziging is genoeg, en minder dan { $least } kan niet: de zoektocht moest stoppen voordat er meer bekend was.
       *[other] { $count } wijzigingen zijn genoeg, en minder dan { $least } kan niet: de zoektocht moest stoppen voordat er meer bekend was.
    }
cli-fewest-changes-at-least =
    { $count ->
        [one] Minder dan { $count } wijziging kan niet; of er een aantal is dat genoeg is, is niet bekend.
       *[other] Minder dan { $count } wijzigingen kan niet; of er een aantal is dat genoeg is, is niet bekend.
    }
cli-plan-not-written = Het plan zelf is niet bewaard: gebruik `-o PLAN.json` om het te bewaren.
cli-no-plan-under-rules = Binnen de regels bestaat er geen plan.

# Vragen over een plan, en eerdere plannen.
cli-fairness-needs-travel = een grens aan de reis is een instelling van regel `travel`, die in deze instantie uit staat; schrijf `"travel": {"{}"}` onder `rules`
cli-ladder-needs-folder = een ladder heeft meer dan één plan: geef met -o een map, of een naam met {"{}"} erin
cli-cannot-make-folder = kan de map { $path } niet maken: { $reason }. Kies een andere.
cli-no-such-owner = geen bestuur of netwerk `{ $id }` doet mee. Kies uit: { $known }.
cli-why-needs-valid-plan = Vragen gaan over een geldig plan. Verbeter het, of maak er een met `solve`.
cli-previous-plan-needed = dit plan is vergeleken met een eerder plan; zonder dat plan is de prijs niet te controleren. Geef het mee met --previous PLAN, en --max-changes en --freeze zoals toen het plan gemaakt werd.
cli-other-previous = dit plan is gemaakt ten opzichte van een ander eerder plan dan { $path }. Laat --previous weg: het plan zegt zelf waar de studenten waren. Of geef het eerdere plan dat bij `solve` is gegeven.
cli-max-changes-needs-continuity = --max-changes hoort bij regel `continuity`, die in deze instantie uit staat
cli-other-instance = Dit plan is gemaakt voor een andere instantie, `{ $name }`, of voor een eerdere versie van deze: de SHA-256 verschilt. Geef het bestand waarmee het gemaakt is, of plan opnieuw met `solve --previous`.
cli-earlier-plan-gone = In het eerdere plan: { $gone }.
cli-earlier-plan-of-another-year = Het eerdere plan lijkt van een ander schooljaar. Regel `continuity` rekent voor elke student die naar een andere school gaat dan daarin, terwijl wie doorstudeert dat meestal juist moet. Laat voor een nieuw jaar --previous weg, en neem de scholen van vorig jaar over als eerdere scholen: `import … --last-year PLAN`.
cli-earlier-plan-breaks-rules = Wat er van het eerdere plan over is, houdt zich niet aan de regels van nu:
cli-finding = {"  "}{ $rule }: { $sentence }
cli-name-of-one = de code, of de volledige naam van één
cli-name-one-of = meer dan één heet zo; schrijf de code van één: { $candidates }

# Contactgegevens naast een instantie.
cli-contacts-written = { $path } is geschreven: namen en adressen van { $what }. Dit zijn persoonsgegevens, en ze staan in geen ander bestand; deel dit met niemand.
cli-contacts-nowhere = In de tabellen staan namen en adressen van { $what }. Die gaan niet naar de standaarduitvoer: geef met -o een bestand, dan komt NAAM.contacts.json ernaast.
cli-contacts-of-before = { $path } is er nog van een eerdere import: in deze tabellen staan geen namen en adressen, en `report --lists` zou dat bestand gebruiken. Haal het weg als het verouderd is.
cli-contacts-students =
    { $count ->
        [one] { $count } student
       *[other] { $count } studenten
    }
cli-contacts-schools =
    { $count ->
        [one] { $count } school
       *[other] { $count } scholen
    }
cli-contacts-clusters =
    { $count ->
        [one] { $count } cluster
       *[other] { $count } clusters
    }
cli-contacts-boards =
    { $count ->
        [one] { $count } bestuur
       *[other] { $count } besturen
    }

# Lijsten.
cli-lists-for-planners = --lists noemt elke student, en is dus voor planners: laat --audience weg. Stuur een bestuur zijn eigen werkmap uit het archief, of maak een rapport met --audience board.
cli-lists-written =
    { $books ->
        [one] { $path } is geschreven: { $books } lijst
       *[other] { $path } is geschreven: { $books } lijsten
    }, en een tabel met { $letters ->
        [one] { $letters } brief
       *[other] { $letters } brieven
    }. Voor planners: met persoonsgegevens. Stuur elke lijst alleen aan wie erover gaat.
cli-lists-without-contacts = Namen en adressen zijn niet bekend: studenten staan er met hun nummer in. `import` schrijft ze naar NAAM.contacts.json als ze in de tabellen staan; met --contacts noem je een ander bestand.
cli-lists-format = lijsten zijn werkmappen of Word-documenten: geef bij --lists --format xlsx of docx, of laat het weg
cli-docx-needs-lists = alleen van lijsten zijn er Word-documenten: voeg --lists toe, of kies --format html, xlsx of csv

cli-serve-address = De pagina om op te plannen staat op { $address }
cli-serve-open-it = Er kon geen browser worden geopend: open dit adres zelf.
cli-interrupted-project = Gestopt. Alles is bewaard zoals het is gedaan.
cli-keep-allowed = een bestaand cluster dat meedoet, met zijn code of een unieke naam
cli-keep-help = kies uit: { $clusters }

# Help en verkeerd gebruik van de opdrachtregel; in het Engels kiest clap zelf de woorden

cli-help-usage = Gebruik
cli-help-commands = Opdrachten
cli-help-arguments = Argumenten
cli-help-options = Opties
cli-help-command = Toon deze hulp, of die van een opdracht
cli-help-flag = Toon hulp (met `--help` uitgebreider)
cli-help-flag-long = Toon hulp (met `-h` in het kort)
cli-help-version = Toon de versie
cli-help-default = standaard: { $value }
cli-help-values = keuze uit: { $values }
cli-help-possible-values = Keuze uit
cli-wrong-argument = onbekend argument `{ $argument }`
cli-wrong-command = onbekende opdracht `{ $command }`
cli-wrong-no-command = er ontbreekt een opdracht
cli-wrong-missing = er ontbreekt: { $arguments }
cli-wrong-no-value = bij `{ $argument }` ontbreekt een waarde
cli-wrong-value-of = `{ $value }` kan niet bij `{ $argument }`; kies uit: { $values }
cli-wrong-value = `{ $value }` kan niet bij `{ $argument }`: { $reason }
cli-wrong-number-from = hier hoort een geheel getal vanaf { $from }
cli-wrong-number-between = hier hoort een geheel getal van { $from } tot en met { $to }
cli-wrong-no-whole-number = dat is geen geheel getal
cli-wrong-because = { $reason }
cli-wrong-twice = `{ $argument }` mag maar één keer worden gegeven
cli-wrong-together = `{ $argument }` gaat niet samen met { $other }
cli-wrong-number-of-values = verkeerd aantal waarden bij `{ $argument }`
cli-wrong-utf8 = een argument is geen UTF-8
cli-wrong-otherwise = { $reason }
cli-wrong-near = { "  " }bedoel je `{ $near }`?
cli-wrong-usage = Gebruik: { $usage }
cli-wrong-more = Meer staat in de hulp: voeg `--help` toe.
cli-wrong-language = { $variable } is `{ $value }`; zet er `nl` of `en` in, of haal hem weg
