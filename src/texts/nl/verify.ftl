# Teksten van `verify`.
