# Texts of the room `input`.

input-label-error = error
input-label-warning = warning
input-label-found = found
input-label-allowed = allowed
input-label-help = help

# The headline of an error, by its code.
code-unreadable = file cannot be read
code-too-large = too large
code-empty = empty file
code-not-utf8 = not UTF-8
code-not-json = malformed JSON
code-nested-too-deep = nested too deeply
code-duplicate-key = key used twice
code-wrong-format = wrong format or version
code-unknown-key = unknown key
code-missing-key = required key missing
code-wrong-type = value of the wrong type
code-out-of-range = value out of range
code-unknown-word = unknown word
code-empty-list = empty list
code-rule-cannot-be-off = rule cannot be switched off
code-duplicate-id = id used twice
code-duplicate-value = value listed twice
code-unknown-reference = reference to an unknown id
code-school-in-two-clusters = school in two clusters
code-contradiction = contradictory values
code-duplicate-journey = journey listed twice
code-bad-row = row cannot be read
code-unknown-postcode = unknown postcode
code-fixed-nowhere = student fixed at a school in no cluster or shell
code-not-a-table = not a table
code-unknown-sheet = unknown or ambiguous sheet
code-no-header = no header row
code-missing-column = required column missing
code-duplicate-column = two columns with the same meaning
code-unknown-column = unknown column
code-unusable-cell = unusable cell
code-ambiguous-number = ambiguous number
