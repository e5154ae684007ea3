# Teksten van `questions`.
