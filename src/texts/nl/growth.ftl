# Groei over de jaren: problemen van een groeipad, en wat een controle fout vindt.

growth-years-allowed = een groeipad heeft twee tot tien jaren
growth-order-found = `{ $year }` na `{ $before }`
growth-order-allowed = jaren op volgorde, elk één keer
growth-order-help = zet de jaren op volgorde; een id als 2028-2029 sorteert vanzelf
growth-year-id-allowed = letters, cijfers, en `-`, `_` of `.` daartussen, want het bestand van het plan heet zo
growth-year-id-help = schrijf het schooljaar, zoals 2028-2029
growth-board-twice-allowed = elk bestuur één keer
growth-unknown-year-help = schrijf het id van een van de jaren
growth-latest-found = { $latest }, vóór { $earliest }
growth-latest-allowed = een jaar dat niet vóór `earliest` ligt
growth-latest-help = schrijf een later jaar, of laat `latest` weg als het bestuur niet hoeft toe te treden
growth-unknown-board-found = `{ $board }`, dat in { $year } geen bestuur is
growth-unknown-board-allowed = het id van een bestuur dat er is vanaf het eerste jaar tot het einde
growth-unknown-board-help = schrijf het id van een kandidaat-bestuur of een bestuur in de schil
growth-already-in-found = `{ $board }`, dat in { $year } al `{ $standing }` is
growth-already-in-allowed = een kandidaat-bestuur, of een bestuur in de schil dat meer wordt dan dat
growth-already-in-help = haal het bestuur uit deze lijst, of uit de wijzigingen die het toelaten
growth-kept-found = { $kept ->
        [one] { $kept } cluster
       *[other] { $kept } clusters
    } van dit bestuur moeten gebruikt worden (`keep`), en het mag er { $most } hebben
growth-kept-allowed = ten minste zoveel clusters als er gebruikt moeten worden
growth-kept-help = verhoog max_clusters, of haal `keep` weg
growth-limit-found = { $limit }, terwijl { $year } geen prijzen in euro's heeft
growth-limit-allowed = een limiet alleen waar `finance` gegeven is
growth-limit-help = geef `finance` in de basis of met een wijziging, of laat de limiet weg
growth-nobody-found = in { $year } zijn er geen studenten meer
growth-nobody-allowed = ten minste één student per jaar
growth-nobody-help = verhoog de percentages die blijven, of laat het aantal studenten groeien
growth-pace-found = { $must ->
        [one] { $must } bestuur moet
       *[other] { $must } besturen moeten
    } van { $first } tot en met { $year } toetreden, en er { $may ->
        [one] mag er maar { $may }
       *[other] mogen er maar { $may }
    }
growth-pace-found-in-year = in { $year } { $must ->
        [one] moet { $must } bestuur
       *[other] moeten { $must } besturen
    } toetreden, en er { $may ->
        [one] mag er maar { $may }
       *[other] mogen er maar { $may }
    }
growth-pace-allowed = zoveel toetredingen als er besturen moeten toetreden
growth-pace-help = verhoog entries_per_year, of geef besturen een latere `latest`
growth-no-plan = { $year } heeft geen plan na wat de jaren ervoor hebben besloten:
growth-no-path = Bewezen is dat er geen groeipad bestaat: geen schema geeft elk jaar een plan.
growth-none-found = Er is geen groeipad gevonden. Dat er geen bestaat, is niet bewezen: geef de zoektocht meer tijd. Jaar voor jaar:
growth-nothing-found = De zoektocht stopte voordat er een plan voor { $year } was. Geef meer tijd.
growth-interrupted = Onderbroken voordat er een planning voor { $year } was. Wat klaar is, staat in de map; dezelfde opdracht gaat daarmee verder.

growth-no-previous = een eerder plan wordt vergeleken met één plan, niet met een groeipad: laat --previous weg
growth-check-years = de jaren zijn niet die van het document
growth-check-entry-unknown = { $board } treedt toe, en is geen bestuur van het document, of niet in een jaar ervan
growth-check-entry-twice = { $board } treedt twee keer toe
growth-check-entry-points = de punten voor de toetreding van { $board } zijn niet die van het document
growth-check-entry-time = { $board } treedt te vroeg toe, te laat, of niet terwijl het moet
growth-check-entries = { $count ->
        [one] { $count } bestuur treedt
       *[other] { $count } besturen treden
    } toe, meer dan het tempo van { $most }
growth-check-new = { $count ->
        [one] { $count } cluster is
       *[other] { $count } clusters zijn
    } nieuw, meer dan het tempo van { $most }
growth-check-new-each = { $owner } opent { $count ->
        [one] { $count } cluster
       *[other] { $count } clusters
    }, meer dan het tempo van { $most }
growth-check-reopened = { $cluster } opent opnieuw nadat het gesloten was
growth-check-share = { $short ->
        [one] { $short } student komt
       *[other] { $short } studenten komen
    } tekort voor het aandeel, en dat is een eis
growth-check-figure = de waarde van `{ $key }` is niet wat uit de plannen volgt
growth-check-most = er zitten meer studenten in clusters dan er volgens het pad mogelijk zijn
growth-check-value = de waarde is { $claimed } punten, en de plannen kosten { $value }
growth-check-bound = de grens van { $bound } punten ligt boven de waarde van { $value }
growth-check-status = de status is niet wat uit waarde en grens volgt
growth-check-gap = de marge is niet wat uit waarde en grens volgt

growth-unknown-year = `{ $year }` is geen jaar van het groeipad
growth-progress-year = { $year } plannen
growth-progress-bound = alle jaren tegelijk, grens { $bound }
growth-progress = alle jaren tegelijk, beste { $best }, grens { $bound }

growth-title = Groeipad over { $years } jaren, { $first } tot en met { $last }: { $entries } van { $boards ->
        [one] { $boards } bestuur treedt toe
       *[other] { $boards } besturen treden toe
    }, { $opened ->
        [one] { $opened } cluster gaat open
       *[other] { $opened } clusters gaan open
    }
growth-column-year = jaar
growth-column-students = studenten
growth-column-in-clusters = in clusters
growth-column-share = aandeel
growth-column-short = tekort
growth-column-clusters = clusters
growth-column-new = nieuw
growth-optimal = Het groeipad kost { $value } punten, en geen groeipad kost minder.
growth-proven = Het groeipad kost { $value } punten; geen groeipad kost minder dan { $bound } (marge { $gap }).
growth-unproven = Het groeipad kost { $value } punten. Er is geen ondergrens berekend: zonder --year-by-year worden alle jaren tegelijk doorzocht.
growth-foresight = Het groeipad dat jaar voor jaar is gevonden, kost { $alone } punten, { $more } meer ({ $share }): zoveel scheelt vooruit plannen hier.
growth-no-foresight = Het groeipad dat jaar voor jaar is gevonden, kost { $alone } punten: met vooruit plannen is niets goedkopers gevonden.
growth-out-of-reach = { $year }: { $aimed } van de { $students } studenten in clusters is niet haalbaar. Binnen dit tempo heeft geen enkel groeipad er meer dan { $most } ({ $share }); dat is bewezen.
growth-most = { $year }: binnen dit tempo heeft geen enkel groeipad meer dan { $most } van de { $students } studenten in clusters ({ $share }); dat is bewezen.
growth-repair-impossible = Niet alle aandelen samen zijn haalbaar, ook niet met een hoger tempo of eerdere toetreding; dat is bewezen. Er zijn meer scholen, meer plekken of andere regels voor nodig, of meer euro's waar een jaar een grens heeft.
growth-repair = De aandelen worden in elk jaar gehaald als de grenzen zoveel ruimer worden: { $changes }. Of het met minder kan, is in de beschikbare tijd niet gevonden.
growth-repair-least = De aandelen worden in elk jaar gehaald als de grenzen zoveel ruimer worden: { $changes }. Met minder lukt het niet; dat is bewezen.
growth-repair-entries = { $by ->
        [one] één bestuur meer treedt toe
       *[other] { $by } besturen meer treden toe
    } in { $year }
growth-repair-new = { $by ->
        [one] één cluster meer gaat open
       *[other] { $by } clusters meer gaan open
    } in { $year }, elk met een opleider
growth-repair-each = { $board } opent { $by ->
        [one] één cluster
       *[other] { $by } clusters
    } meer in { $year }
growth-repair-earlier = { $board } treedt { $by ->
        [one] een jaar
       *[other] { $by } jaar
    } eerder toe
growth-optimal-without-points = Bewezen is dat geen groeipad goedkoper is.
growth-proven-without-points = Bewezen is dat geen groeipad meer dan { $gap } goedkoper is.
growth-bound-says-nothing = Het groeipad kost { $value } punten. Hoe goed dit groeipad is, is nog niet te zeggen: de ondergrens is te laag. Geef de zoektocht meer tijd.
growth-bound-says-nothing-without-points = Hoe goed dit groeipad is, is nog niet te zeggen: de ondergrens is te laag. Geef de zoektocht meer tijd.
growth-today = Vandaag, vóór elk besluit, { $core ->
        [one] zit { $core }
       *[other] zitten { $core }
    } van { $students } studenten in een cluster. { $proof }
growth-today-optimal = Bewezen is dat geen plan zonder besluiten minder kost.
growth-today-proven = Bewezen is dat geen plan zonder besluiten meer dan { $gap } minder kost.
growth-today-unproven = Er kan een veel beter plan zijn: de zoektocht had te weinig tijd om daar iets over te bewijzen.
growth-unproven-without-points = Er is geen ondergrens berekend.
growth-foresight-without-points = Vooruit plannen scheelt { $share } van wat het groeipad kost dat jaar voor jaar is gevonden.
growth-no-foresight-without-points = Met vooruit plannen is niets goedkopers gevonden dan het groeipad dat jaar voor jaar is gevonden.
growth-report-is-a-page = van een groeipad is er alleen een pagina: schrijf die naar een bestand dat eindigt op .html, zonder --table of --lists
growth-weekday = { $day ->
        [mon] maandag
        [tue] dinsdag
        [wed] woensdag
        [thu] donderdag
        [fri] vrijdag
        [sat] zaterdag
       *[sun] zondag
    }
growth-repair-none = De grenzen hoeven niet ruimer: daarbinnen zijn de percentages in elk jaar haalbaar. Het groeipad blijft eronder omdat dat bij deze share_worth_km minder kost, voor zover bekend.
growth-foresight-not-finished = Wat vooruit plannen bespaart, is niet bekend: het groeipad jaar voor jaar was niet op tijd klaar.
growth-foresight-no-plan = Wat vooruit plannen bespaart, is niet in punten te zeggen: jaar voor jaar gepland heeft een van de jaren geen plan.
growth-foresight-reaches-less = Wat vooruit plannen bespaart, is niet in punten te zeggen: het groeipad jaar voor jaar bereikt minder.
growth-check-year-by-year = het groeipad jaar voor jaar kost { $alone } punten, minder dan dit groeipad, dat het beste was
growth-check-delay = uitstel heeft een prijs onder 0
growth-check-today = vóór elk besluit: { $sentence }
growth-check-today-bound = wat er over het plan bewezen heet te zijn, kan niet: een ondergrens is hoogstens de score, en is daar precies gelijk aan als het plan het beste is
growth-check-today-opens = er gaat een cluster open, terwijl er nog niets besloten is
growth-check-outside = de besturen die niet toetreden, of wat daarvan gezegd wordt, kunnen zo niet zijn
growth-check-repair = er staat een herstel waar geen percentage tekortschiet, of er staan aanpassingen waar geen herstel mogelijk is
growth-check-gap-missing = er staat een grens zonder verschil, of een verschil zonder grens
growth-check-support-missing = er staat een aantal trekkingen, en het groeipad heeft er geen
growth-check-impossible = een alternatief noemt trekkingen die er niet zijn, of heeft kosten hoewel het geen plan oplevert
growth-demand-found = { $percent }% van { $students } studenten is { $need }, en de scholen die in { $year } in een cluster kunnen zitten hebben { $places } plekken
growth-demand-allowed = hoogstens { $most }%, zolang het percentage een eis is
growth-demand-help = verlaag het percentage, voeg plekken toe, of geef `share_worth_km`, zodat tekortkomen een prijs heeft
growth-calendar = Wat wanneer besloten moet worden:
growth-before = besluit vóór 1 april { $year }
growth-in-time = besluit vóór 1 april van het jaar ervoor
growth-enters = { $year }: { $board } treedt toe; { $when }
growth-opens = { $year }: cluster { $cluster } gaat open op { $day } met { $schools }; { $when }, opleider benoemd vóór de zomer
growth-closes = { $year }: cluster { $cluster } wordt niet meer gebruikt
growth-later = een jaar later kost { $points } punten meer
growth-not-earlier = niet eerder: { $reasons }
growth-not-earlier-unless = niet eerder: { $reasons } – { $advice }
growth-not-later = een jaar later kan niet: { $reasons }
growth-not-later-unless = een jaar later kan niet zolang al het andere blijft zoals het is: { $reasons } – tenzij iets anders schuift of het tempo omhoog gaat
growth-claims = Op vertrouwen aangenomen, omdat het niet uit de plannen volgt: { $keys }. Dat geen groeipad minder kost dan de grens, zegt het groeipad zelf.
growth-support = in { $number } van { $count } trekkingen heeft het eigen pad dit dan ook
growth-valid = Het groeipad klopt: alle { $years } jaren, wat ze verbindt, en elk cijfer dat uit de plannen volgt. Het kost { $value } punten.
growth-invalid = { $count ->
        [one] Er klopt één ding niet
       *[other] Er kloppen { $count } dingen niet
    } aan het groeipad:
growth-understood = Groeipad over { $base }: { $years } jaren, { $boards ->
        [one] { $boards } bestuur dat kan toetreden
       *[other] { $boards } besturen die kunnen toetreden
    }
growth-year-line = { $year }: { $students ->
        [one] { $students } student
       *[other] { $students } studenten
    }, { $aim }
growth-aims = streven { $percent }% in clusters
growth-aims-at-nothing = geen streefaandeel

growth-goal-twice-allowed = elk doel één keer
growth-goals-draws-found = doelen naast `total`, en `draws`
growth-goals-draws-allowed = met `draws` worden alleen de kosten geminimaliseerd
growth-goals-draws-help = haal de andere doelen weg, of laat `draws` weg
growth-check-levels = de doelen zijn niet die van het document
growth-check-level = doel `{ $goal }` zou { $claimed } zijn, maar uit de jaren volgt { $value }
growth-check-level-bound = de grens { $bound } van doel `{ $goal }` ligt boven de waarde, of is niet de grens van het groeipad
growth-level-first-year = Vanaf jaar { $value } van het groeipad worden de aandelen elk jaar gehaald (één meer dan er jaren zijn: nooit), en geen groeipad haalt ze eerder.
growth-level-first-year-open = Vanaf jaar { $value } van het groeipad worden de aandelen elk jaar gehaald (één meer dan er jaren zijn: nooit); of een groeipad ze vanaf jaar { $bound } haalt, is niet op tijd gevonden.
growth-level-unplaced = { $value ->
        [one] { $value } student wordt
       *[other] { $value } studenten worden
    } over alle jaren niet geplaatst, en op geen groeipad zijn dat er minder.
growth-level-unplaced-open = { $value ->
        [one] { $value } student wordt
       *[other] { $value } studenten worden
    } over alle jaren niet geplaatst; op geen groeipad zijn dat er minder dan { $bound }.
growth-level-total = Het groeipad kost { $value } punten, en geen groeipad kost minder dan { $bound }.
growth-levels-order = Van de groeipaden die daarin even goed zijn, kost dit zo weinig mogelijk:
