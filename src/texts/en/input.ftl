# Texts of the room `input`.
