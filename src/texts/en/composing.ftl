# Texts of the room `composing`.

left-out-refused-by = { $count } refused by `{ $rule }`
