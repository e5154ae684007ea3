# Texts of the room `problem`.
