# Teksten van `composing`.

left-out-refused-by = { $count } geweigerd door `{ $rule }`
