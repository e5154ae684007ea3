# Texts of the room `verify`.
