# Texts of the room `questions`.
