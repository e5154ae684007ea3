# Teksten van `storage`: wat het systeem over een bestand zegt.

storage-not-found = het bestand of de map bestaat niet
storage-permission-denied = er is geen toestemming voor
storage-storage-full = de schijf is vol
storage-is-a-folder = het is een map
storage-not-a-folder = een deel van het pad is geen map
storage-read-only = op de schijf mag niet geschreven worden
storage-file-too-large = het bestand is groter dan de schijf toelaat
storage-broken-pipe = wie de uitvoer leest, is gestopt met lezen
storage-other = het systeem meldt: { $text }
storage-at = { $path }: { $reason }
