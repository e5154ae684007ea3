# Teksten van `composing`.

left-out-reason =
    { $count ->
        [one] Van { $schools } school: { $parts }. { $conclusion }
       *[other] Van { $schools } scholen: { $parts }. { $conclusion }
    }
left-out-list = { $first }, { $next }
left-out-refused-by = { $count } geweigerd door `{ $rule }`
