# Teksten van `instance`.
