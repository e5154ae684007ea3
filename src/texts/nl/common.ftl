# Woorden die op meer plaatsen voorkomen.

list-and = en

common-text-in-utf8 = tekst in UTF-8
common-remove-one-of-two = haal een van de twee weg
common-write-one-of-these = schrijf een van deze
common-one-of = een van { $words }
common-rows-as-above = rijen zoals hierboven beschreven
common-gzip-archive = een gzip-archief
common-empty-file = een leeg bestand
common-each-school-once = elke school één keer
common-file = bestand `{ $name }`: { $reason }
common-remove-school-from-cluster = haal de school uit een van de twee clusters
