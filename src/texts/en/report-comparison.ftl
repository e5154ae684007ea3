# Comparison of the scenarios of a batch.
