# Texts of the room `generate`: the table of real schools.

generate-nothing = nothing
generate-table-of-schools = a table of schools
generate-give-csv = give a CSV file
generate-header = a header
generate-quote-header = quote the header's fields
generate-fields-of-header = as many fields as the header
generate-mend-row = mend the row
generate-add-column = add a column `{ $column }`
generate-rename-column = rename `{ $near }` to `{ $column }`, if that is what it holds
generate-no-such-column = no such column
generate-blank = a blank `{ $column }`
generate-code = a code
generate-fill-in = fill the field in
generate-coordinates = degrees north, -90 to 90, and degrees east, -180 to 180
generate-correct-coordinates = correct the coordinates, or leave both blank
generate-degrees = degrees with a decimal point
generate-pupils = a whole number, `<5` or blank
generate-correct-or-blank = correct it, or leave it blank
generate-school-again = school `{ $school }`, which line { $line } has too
generate-delete-row = delete one of the rows
