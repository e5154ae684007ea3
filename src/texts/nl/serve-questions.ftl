# Vragen die met veel zoeken beantwoord worden.

serve-questions = Vragen over dit jaar
serve-drill-explained = Wat gaat er mis in de planning op het scherm als er iets wegvalt? Eén voor één, met de andere clusters zoals ze zijn.
serve-drill-school = Eén school tegelijk
serve-drill-cluster = Eén cluster tegelijk
serve-drill-board = Eén bestuur tegelijk
serve-drill-title = Wat er misgaat als er iets wegvalt
serve-drill-read = Het ergste eerst. De prijs is wat de beste planning daarna meer kost, zonder wat het verplaatsen zelf kost.
serve-drill-what = Valt weg
serve-drill-lost = Raken hun plek kwijt
serve-drill-moved = Verhuizen
serve-drill-price = Prijs
serve-drill-who = Wie zijn plek kwijtraakt
serve-schools-of =
    { $count ->
        [one] { $count } school
       *[other] { $count } scholen
    }
serve-drill-nothing = De planning gebruikt niets dat kan wegvallen.
serve-drill-no-plan = dan is geen planning mogelijk
serve-drill-not-searched = niet uitgerekend: de tijd was om
serve-drill-fixed = zonder dit kloppen de gegevens niet: { $student } staat vast op { $school }, en die school kan dan in geen cluster
serve-drill-refused = zonder dit kloppen de gegevens niet
serve-drill-released = Clusters die moeten blijven en zouden sluiten: { $names }.
serve-and-more = en nog { $count }
serve-more-answers =
    { $count ->
        [one] Nog { $count }
       *[other] Nog { $count }
    }
serve-sites-explained = Waar zou één cluster meer het meest helpen, en waar één plek meer?
serve-sites-ask = Nieuwe clusters en plekken op volgorde zetten
serve-sites-title = Waar een nieuw cluster het meest zou helpen
serve-sites-none-better = Geen van deze clusters maakt de planning beter.
serve-sites-read = Het beste eerst. De prijs is die van de beste planning ermee, vergeleken met de beste planning zonder.
serve-sites-owner = Bestuur of netwerk
serve-sites-none-yet = Tot nu toe is er niets gevonden.
serve-sites-none = Geen bestuur kan er een cluster bij vormen.
serve-sites-places = Eén plek meer
serve-sites-places-none = Op geen enkele school maakt één plek meer de planning beter.
serve-repair-explained = Wat moet er minstens veranderen om een planning mogelijk te maken waarin iedereen een plek heeft?
serve-repair-ask = Zoek de kleinste wijzigingen
serve-repair-title = Wat er minstens moet veranderen om iedereen een plek te geven
serve-repair-none-needed = Iedereen kan zonder wijziging een plek krijgen.
serve-repair-impossible = Geen wijziging van plekken, clusters, reizen, bijeenkomsten of wensen is genoeg.
serve-repair-clash = Dit gaat niet samen:
serve-proposal = Voorstel { $number }: telt als { $price }
serve-proposal-confirmed = Uitgeprobeerd: met precies dit bestaat er een planning waarin iedereen een plek heeft.
serve-proposal-unconfirmed = Niet uitgeprobeerd binnen de tijd.
serve-proposal-make = Gegevens zo wijzigen
serve-proposal-made = De gegevens zijn gewijzigd. Plan opnieuw om de planning te zien; ongedaan maken draait de wijziging terug.
serve-question-proven = Deze volgorde staat vast.
serve-question-unproven = De tijd was om voordat alles bewezen was: er kunnen betere antwoorden zijn.
serve-question-outdated = Het project is gewijzigd nadat dit is uitgerekend.
serve-question-no-plan = Er is geen planning mogelijk. Vraag hierboven wat er minstens moet veranderen.
serve-question-proposals =
    { $count ->
        [one] { $count } voorstel gevonden
       *[other] { $count } voorstellen gevonden
    }
serve-result-path = groeipad
serve-result-batch = batch
serve-result-alone = Openen in een eigen tabblad
serve-result-of = Rapport van { $name }
serve-to-plan = Naar de planning
