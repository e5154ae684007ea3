# Teksten van `composing`.
