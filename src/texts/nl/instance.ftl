# Teksten van `instance`.

instance-ids-alike = `{ $id }` verschilt alleen in hoofdletters van `{ $other }`; beide worden gebruikt
