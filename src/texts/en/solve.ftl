# Texts of the room `solve`.
