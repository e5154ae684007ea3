# Texts of the room `composing`.
