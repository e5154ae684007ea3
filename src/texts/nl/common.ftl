# Woorden die op meer plaatsen voorkomen.

list-and = en

cluster-existing = cluster { $id }
cluster-new = nieuw cluster van { $schools }
