# Teksten van `report`.
