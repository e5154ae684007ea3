# Teksten van `input`.
