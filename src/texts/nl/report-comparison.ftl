# Vergelijking van de scenario's van een batch.
