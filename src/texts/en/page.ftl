# Texts of the room `page`.
