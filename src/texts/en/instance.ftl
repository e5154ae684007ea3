# Texts of the room `instance`.

instance-ids-alike = `{ $id }` differs from `{ $other }` only in capitals; both are used
