# Texts of the room `scenarios`.
