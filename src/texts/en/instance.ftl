# Texts of the room `instance`.
