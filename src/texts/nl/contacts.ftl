# Contactgegevens naast een instantie.

contacts-twice = een id dat { $place } al heeft
contacts-once = elk id één keer in zijn lijst
contacts-keep-one = haal een van de twee weg, of geef het id dat bedoeld is
contacts-unknown-student = in de instantie is geen student met dit id; dit contact wordt niet gebruikt. Importeer opnieuw als de lijsten veranderd zijn, of verbeter het id.
contacts-unknown-school = in de instantie is geen school met dit id; dit contact wordt niet gebruikt. Importeer opnieuw als de lijsten veranderd zijn, of verbeter het id.
contacts-unknown-cluster = in de instantie is geen bestaand cluster met dit id; dit contact wordt niet gebruikt. Importeer opnieuw als de lijsten veranderd zijn, of verbeter het id.
contacts-unknown-board = in de instantie is geen bestuur met dit id; dit contact wordt niet gebruikt. Importeer opnieuw als de lijsten veranderd zijn, of verbeter het id.
