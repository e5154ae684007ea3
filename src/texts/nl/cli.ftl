# Teksten van `cli`.
