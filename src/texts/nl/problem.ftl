# Teksten van `problem`.
