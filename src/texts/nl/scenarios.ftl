# Teksten van `scenarios`.
