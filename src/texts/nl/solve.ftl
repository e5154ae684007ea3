# Teksten van `solve`.
