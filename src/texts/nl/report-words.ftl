# Woorden van alle rapporten: kolommen, kengetallen, cellen, kernzinnen.
