# Texts of the room `composing`.

left-out-reason =
    { $count ->
        [one] Of { $schools } school: { $parts }. { $conclusion }
       *[other] Of { $schools } schools: { $parts }. { $conclusion }
    }
left-out-list = { $first }, { $next }
left-out-refused-by = { $count } refused by `{ $rule }`
