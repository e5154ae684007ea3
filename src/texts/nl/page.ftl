# Teksten van `page`.
