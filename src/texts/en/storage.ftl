# Texts of `storage`: what the system says of a file.

storage-not-found = it does not exist
storage-permission-denied = permission is denied
storage-storage-full = the disk is full
storage-is-a-folder = it is a folder
storage-not-a-folder = part of the path is not a folder
storage-read-only = the disk is read-only
storage-file-too-large = the file is larger than the disk takes
storage-broken-pipe = whoever reads it has stopped reading
storage-other = { $text }
storage-at = { $path }: { $reason }
