# Woorden die op meer plaatsen voorkomen.

list-and = en

