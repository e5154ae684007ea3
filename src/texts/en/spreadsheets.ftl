# Texts of the room `spreadsheets`.

spreadsheets-unread-sheets = Sheets that were not read: { $sheets }
spreadsheets-several-sheets = { $kind }: { $count } sheets are read as one table of { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }: { $sheets }
spreadsheets-year-of-name = no column gives the year; all rows are in year { $year }, as the name `{ $name }` says
spreadsheets-names-are-ids = no column gives codes; the name of each row is its code too
spreadsheets-hidden-sheet-read = hidden: the sheet itself, which was read
spreadsheets-hidden-rows-read =
    { $count ->
        [one] hidden: 1 row, which was read (row { $rows })
       *[other] hidden: { $count } rows, which were read (rows { $rows })
    }
spreadsheets-hidden-columns-read =
    { $count ->
        [one] hidden: 1 column, which was read ({ $columns })
       *[other] hidden: { $count } columns, which were read ({ $columns })
    }
spreadsheets-left-out-notes =
    { $count ->
        [one] left out: row { $rows } (a note below the table)
       *[other] left out: rows { $rows } (a note below the table)
    }
spreadsheets-left-out-headers =
    { $count ->
        [one] left out: row { $rows } (the header once more)
       *[other] left out: rows { $rows } (the header once more)
    }
spreadsheets-utf8-with-bom = UTF-8 with BOM
spreadsheets-tabs = tabs
spreadsheets-of-duo = DUO's list of school locations
spreadsheets-header-row = header in row { $row }
spreadsheets-header-row-with-groups = header in row { $row }, with groups in row { $groups }
spreadsheets-rows-read =
    { $count ->
        [one] 1 row read
       *[other] { $count } rows read
    }
spreadsheets-rows-empty =
    { $count ->
        [one] { $count } empty
       *[other] { $count } empty
    }
spreadsheets-day-column = day: { $day }
spreadsheets-unused-nameless = not used: { $column }, a column without a name
spreadsheets-unused = not used: { $column } { $heading }
spreadsheets-unused-near = not used: { $column } { $heading } — did you mean `{ $near }`?
spreadsheets-boards-of-schools =
    { $count ->
        [one] Boards: 1, taken from the table of schools; it is a partner.
       *[other] Boards: { $count }, taken from the table of schools; all are partners.
    }
spreadsheets-places-added =
    { $count ->
        [one] Places: added to 1 school.
       *[other] Places: added to { $count } schools.
    }
spreadsheets-default-places =
    { $count ->
        [one] Schools without a number of places: 1; it gets { $places }.
       *[other] Schools without a number of places: { $count }; each gets { $places }.
    }
spreadsheets-not-added =
    { $count ->
        [one] Schools of DUO without a row in the table of places: 1, left out.
       *[other] Schools of DUO without a row in the table of places: { $count }, left out.
    }
spreadsheets-other-boards =
    { $count ->
        [one] Schools of DUO of other boards: 1, left out.
       *[other] Schools of DUO of other boards: { $count }, left out.
    }
spreadsheets-as-duo-writes = Denominations, read as DUO writes them: { $names }.
spreadsheets-spelled-alike = Spelled as most schools spell it: { $names }.
spreadsheets-count-schools =
    { $count ->
        [one] { $count } school
       *[other] { $count } schools
    }
spreadsheets-located = Located by postcode: { $schools } and { $students }. Their journeys are as exact as the postcode area, and 0 km within one.
spreadsheets-located-by-digits =
    { $count ->
        [one] The full postcode of 1 school or student is not in the table; its place is that of the four digits.
       *[other] The full postcodes of { $count } schools and students are not in the table; their places are those of the four digits.
    }
spreadsheets-nobody-can-be-placed = no cluster is given and no board may open one, so that nobody can be placed: add clusters with `--clusters`, or a sheet of boards with `maximum clusters` with `--boards`
spreadsheets-example-left = this is still the example row of the template; it counts, so remove it if it is not meant
spreadsheets-table-exchanged =
    { $count ->
        [one] 1 point of this table lies in the Netherlands only if latitude and longitude are exchanged; journeys are wrong until the columns are
       *[other] { $count } points of this table lie in the Netherlands only if latitude and longitude are exchanged; journeys are wrong until the columns are
    }
spreadsheets-point-outside = the point { $point } lies outside the Netherlands: is a digit or a sign missing?
spreadsheets-point-far = the point { $point } lies { $kilometres } km from the middle of all points
spreadsheets-more-odd-points =
    { $count ->
        [one] 1 more point lies outside the Netherlands or far from the others
       *[other] { $count } more points lie outside the Netherlands or far from the others
    }
spreadsheets-accepts-id = an id: letters, digits and signs
spreadsheets-accepts-ids = a list of codes or names, separated by `;` or `|`
spreadsheets-accepts-text = text
spreadsheets-accepts-texts = a list, separated by `;` or `|`
spreadsheets-accepts-whole = a whole number
spreadsheets-accepts-kilometres = kilometres, with at most three decimals
spreadsheets-accepts-factor = a factor from 0.1 to 100
spreadsheets-accepts-minutes = minutes
spreadsheets-accepts-north = degrees north, -90 to 90
spreadsheets-accepts-east = degrees east, -180 to 180
spreadsheets-accepts-postcode = a postcode: four digits, or four digits and two letters
spreadsheets-accepts-days = days such as `ma, do` or `mon, thu`, or `geen`
spreadsheets-accepts-yes-no = `ja` or `nee`, `yes` or `no`, `x` or `-`
spreadsheets-accepts-programme = one of `voltijd`, `deeltijd`, `academisch`, `mbo`
spreadsheets-accepts-programmes = a list of `voltijd`, `deeltijd`, `academisch`, `mbo`
spreadsheets-accepts-years = study years such as `1, 2` or `1-3`
spreadsheets-accepts-standing = one of `partner`, `aspirant`, `schil` (`shell`), `kandidaat` (`candidate`)
spreadsheets-accepts-strength = `voorkeur` (`prefer`) or `moet` (`must`)
spreadsheets-accepts-places-for = limits such as `deeltijd 1 2: 3; mbo: 1`
spreadsheets-accepts-value = a value
spreadsheets-cell-percentage = { $shown }, a percentage
spreadsheets-cell-truth = { $shown }, a truth value
spreadsheets-cell-date = { $shown }, a date or time
spreadsheets-cell-time = a time of day, a date or time
spreadsheets-cell-failure = { $shown }, a formula that failed
spreadsheets-cell-uncalculated = the formula { $formula }, whose value is not stored in the file
spreadsheets-the-number = the number { $shown }
spreadsheets-problem-in-text = { $problem }: { $text }
spreadsheets-text-behind-quote = text behind a closing quote
spreadsheets-open-quote = a quote that does not close
spreadsheets-comma-in-list = a comma, which may be part of a value or stand between two
spreadsheets-type-the-value = type what is meant
spreadsheets-became-a-date = the spreadsheet program made a date of what was typed: format the column as text and type it again
spreadsheets-became-a-number = the spreadsheet program made a number of what was typed: format the column as text and type it again
spreadsheets-list-became-a-number = the spreadsheet program made a number of a list: write `;` between the years
spreadsheets-mend-the-formula = mend the formula, or type the value
spreadsheets-calculate-the-formula = open the file in a spreadsheet program and save it, so that formulas are calculated, or type the value
spreadsheets-format-as-number = format the cell as a plain number, and write 7% as 7
spreadsheets-list-signs = write `;` between values, and put a value with a comma in it in double quotes
spreadsheets-a-number = a number
spreadsheets-without-thousands = { $form }, without a sign between thousands
spreadsheets-write-either = write { $one }, or { $other } if that is meant
spreadsheets-write-if-meant = write { $number } if that is meant
spreadsheets-write-a-number = write a number
spreadsheets-write-in-digits = write one whole number, in digits
spreadsheets-kilometres-range = kilometres from 0 to 100000, with at most three decimals
spreadsheets-correct-distance = correct the distance
spreadsheets-correct-the-degrees = correct it; has the decimal sign gone, or are latitude and longitude exchanged?
spreadsheets-write-the-postcode = write the postcode as 9712 or 9712 AB
spreadsheets-write-limits = write programmes and years, a colon and the places, with `;` between limits
spreadsheets-did-you-mean = did you mean `{ $name }`?
spreadsheets-write-each-day = write each day, with commas between, or `ma t/m vr` for a whole range
spreadsheets-write-years = write years from 1 to 4, the lower year of a range first
spreadsheets-value-given-twice = a value, though another column gives one already
spreadsheets-value-in-one-column = a value in one of the two
spreadsheets-empty-one-cell = empty one of the two cells
spreadsheets-half-a-point = only one of latitude and longitude
spreadsheets-both-or-neither = both or neither
spreadsheets-fill-in-the-other = fill the other in, or empty both
spreadsheets-empty-cell = an empty cell
spreadsheets-column-accepts = { $column }: { $form }
spreadsheets-fill-in-the-cell = fill the cell in, or empty the whole row
spreadsheets-no-day-marked = no mark in any column of a day
spreadsheets-mark-per-day = a mark for each day on which it is possible
spreadsheets-mark-the-days = mark the days, or write `nee` (`no`) in each where none is possible
spreadsheets-fields =
    { $count ->
        [one] 1 field
       *[other] { $count } fields
    }
spreadsheets-fields-of-the-header =
    { $count ->
        [one] 1 field, as many as the header
       *[other] { $count } fields, as many as the header
    }
spreadsheets-is-a-separator-missing = is a separator missing, or does a value with one in it need quotes?
spreadsheets-row-or-note = text in the first column alone, after an empty row
spreadsheets-clear-row-or-note = a row of the table, or a note that cannot be taken for one
spreadsheets-move-the-note = remove the empty row where it belongs to the table; else remove the note or put it on another sheet
spreadsheets-more-than-rows =
    { $count ->
        [one] more than 1 row
       *[other] more than { $count } rows
    }
spreadsheets-at-most-rows =
    { $count ->
        [one] at most 1 row
       *[other] at most { $count } rows
    }
spreadsheets-split-the-work = split the work over several instances, or join like rows; the rest was not read
spreadsheets-more-than-problems =
    { $count ->
        [one] more than 1 problem so far
       *[other] more than { $count } problems so far
    }
spreadsheets-correct-these-first = correct these first: the rest of the table was not read
spreadsheets-no-column-names =
    { $count ->
        [one] 1 filled cell in the first row, and no name of a column in any
       *[other] { $count } filled cells in the first row, and no name of a column in any
    }
spreadsheets-empty-sheet = an empty sheet
spreadsheets-row-of-names = a row with the names of columns, among them { $names }
spreadsheets-write-the-names = write the names of the columns above the rows; `import --template` writes an example
spreadsheets-no-such-column = no such column
spreadsheets-a-column = a column { $name }
spreadsheets-a-column-or-name = a column { $name }, or else a column { $other }
spreadsheets-add-column = add the column
spreadsheets-rename-or-add-column = rename column { $column } (`{ $heading }`), if that is what it holds, or add the column
spreadsheets-second-column = a second column for { $name }, which column { $column } (`{ $heading }`) is already
spreadsheets-each-column-once = each column once
spreadsheets-remove-or-rename = remove or rename one of the two
spreadsheets-days-under-heading = days under `{ $heading }`, which says nothing that is known of days
spreadsheets-days-under-days = days under the name of a column that holds days
spreadsheets-name-the-group = name the group `beschikbare dagen` (`free days`) or `overlegdagen` (`meeting days`) if that is what it means, or rename the days
spreadsheets-no-sheet = no sheet { $name }
spreadsheets-csv-has-no-sheet = a CSV file, which has no sheet `{ $name }`
spreadsheets-file-without-sheets = a file without sheets
spreadsheets-file-without-sheet-name = give the file without `#` and sheet
spreadsheets-name-the-sheet = name the sheet behind the file: `FILE#SHEET`
spreadsheets-two-sheets = two sheets that both look like this kind of table: { $one } and { $second }
spreadsheets-one-sheet-per-kind = one sheet of each kind
spreadsheets-name-each-sheet = hide or rename the sheet that is not meant, or name each sheet that is with an option: `--{ $option } FILE#SHEET`
spreadsheets-places-beside-duo = the list of DUO has the schools of the whole country; name it with `--schools`, and your own table, which adds to it, with `--places`
spreadsheets-rename-one-sheet = rename the one that is not meant, name the sheet behind the file: `FILE#SHEET`, or put the rows of both on one sheet
spreadsheets-students-and-schools = sheets of students and of schools
spreadsheets-rename-or-name-sheet = rename the sheet, or name it with `--{ $option } FILE#SHEET`
spreadsheets-workbook-with-password = a workbook with a password
spreadsheets-older-format = a file in an older format, such as XLS
spreadsheets-no-such-cell = a sheet that speaks of { $cell }, beyond the last cell of any sheet
spreadsheets-unreadable-workbook = a workbook that cannot be read: { $why }
spreadsheets-broken-archive = a broken archive: { $why }
spreadsheets-archive-parts =
    { $parts ->
        [one] 1 part
       *[other] { $parts } parts
    }
spreadsheets-file-of-bytes =
    { $bytes ->
        [one] a file of 1 byte
       *[other] a file of { $bytes } bytes
    }
spreadsheets-bytes =
    { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    }
spreadsheets-at-most-bytes =
    { $bytes ->
        [one] at most 1 byte
       *[other] at most { $bytes } bytes
    }
spreadsheets-parts-too-large = parts of more than { $bytes } bytes when unpacked
spreadsheets-part-grows = a part `{ $name }` that grows more than { $ratio }-fold (a zip bomb?)
spreadsheets-texts-too-large = texts of more than { $bytes } bytes
spreadsheets-shared-texts-announced =
    { $count ->
        [one] 1 shared text announced
       *[other] { $count } shared texts announced
    }
spreadsheets-shared-texts-not-utf8 = shared texts that are not UTF-8
spreadsheets-archive-limits = at most { $bytes } bytes unpacked, and at most { $ratio } for each packed one
spreadsheets-save-needed-sheets = save the sheets that are needed in a new workbook, without formatted empty rows
spreadsheets-save-as-xlsx = open it in a spreadsheet program and save it as XLSX or ODS, without a password
spreadsheets-workbook-or-csv = a workbook (XLSX or ODS) or CSV
spreadsheets-save-as-csv-or-xlsx = save it as CSV (UTF-8), XLSX or ODS
spreadsheets-csv-or-xlsx = CSV, XLSX or ODS
spreadsheets-split-the-table = split the table
spreadsheets-check-that-it-was-saved = check that the table was saved
spreadsheets-header-and-rows = a header and rows
spreadsheets-broken-utf16 = text that begins as UTF-16 and is broken
spreadsheets-save-as-utf8 = save it again as CSV (UTF-8)
spreadsheets-pdf-document = a PDF document
spreadsheets-binary-content = binary content (a zero byte)
spreadsheets-filled-cell = cell { $cell }, with something in it
spreadsheets-too-much-up-to-cell = too much up to cell { $cell }
spreadsheets-sheet-limits = at most { $columns } columns, { $cells } filled cells and { $bytes } bytes of text
spreadsheets-is-it-the-right-sheet = is it the right sheet? take out what lies outside the table
spreadsheets-quoted-field = a field in quotes ends with a quote; a quote within it is doubled
spreadsheets-mend-the-quotes = mend the quotes, or save the table again from a spreadsheet program; the rest of the file was not read
spreadsheets-fields-separated-by =
    { $count ->
        [one] 1 field, separated by { $separator }
       *[other] { $count } fields, separated by { $separator }
    }
spreadsheets-more-than-rows-and-cells = more than { $rows } rows and { $cells } filled cells
spreadsheets-csv-limits = at most { $columns } columns, { $rows } rows and { $cells } filled cells
spreadsheets-is-it-the-right-file = is it the right file? leave out what no student or school needs
spreadsheets-school-again = school `{ $id }`, which is already at { $location }
spreadsheets-remove-one-row = remove one of the two rows
spreadsheets-name-again = { $name }, which is also the name at { $location }
spreadsheets-each-name-once = each name of a { $kind } once, where no column gives codes
spreadsheets-make-names-differ = remove one of the rows if both are the same; otherwise make the names differ, by adding the town, say, or give a column { $column }
spreadsheets-no-school = `{ $id }`, which is no school
spreadsheets-id-of-a-school = the id of a school
spreadsheets-name-a-school = name a school of the table of schools
spreadsheets-other-value = another value than at { $location }
spreadsheets-same-value-in-both = the same value in both tables, or a value in one of them
spreadsheets-correct-one-cell = correct one of the two cells, or empty it
spreadsheets-other-board-name = another name for board `{ $board }` than at { $location }
spreadsheets-one-name-per-board = one name for each board
spreadsheets-correct-or-give-boards = correct one of the two, or give a table of boards
spreadsheets-postcode-again = postcode { $postcode }, which has another point in row { $row }
spreadsheets-one-point-per-postcode = one point for each postcode, of four digits or of four digits and two letters
spreadsheets-postcode-without-point = postcode { $postcode }, which the table of postcodes does not have
spreadsheets-postcode-of-the-table = a postcode of the table of postcodes
spreadsheets-correct-the-postcode = correct the postcode, add it to that table, or give coordinates
spreadsheets-no-name = no name of the instance
spreadsheets-a-name = a name
spreadsheets-give-a-name = give `--name NAME`, or write it in a sheet of settings
spreadsheets-no-places = no number of places
spreadsheets-places-or-default = a column `plekken` (`places`), a table that adds it, or a number for all
spreadsheets-give-places = fill it in, add it by school with `--places FILE`, or give `--default-places N`
spreadsheets-key = key { $key }
spreadsheets-setting-no-table = a setting that is no table and no file
spreadsheets-give-tables-by-options = give tables and files by the options of `import`, and settings their own keys
spreadsheets-setting-again = `{ $key }`, though `{ $other }` is given already
spreadsheets-each-setting-once = each setting once
spreadsheets-lookalike = { $help } (`{ $sign }` in it is { $name })
spreadsheets-sign-hyphen = a hyphen of another kind
spreadsheets-sign-en-dash = an en dash
spreadsheets-sign-em-dash = an em dash
spreadsheets-sign-minus = a minus sign
spreadsheets-sign-apostrophe = a curly apostrophe
spreadsheets-text-not-kept = a text in it is not read back as it was, such as one with control characters
spreadsheets-fits-a-workbook = an instance that fits into a workbook: 1 048 575 rows a sheet, 32 767 letters a cell
spreadsheets-keep-as-json = keep this instance as JSON, or shorten what is named
spreadsheets-explanation-sheet = Read me
spreadsheets-explanation-sheet-column = sheet
spreadsheets-explanation-column = column
spreadsheets-explanation-required = required
spreadsheets-explanation-meaning = meaning
spreadsheets-explanation-accepts = accepts
spreadsheets-explanation-example = example
spreadsheets-explanation-yes = yes
spreadsheets-explanation-all = (all)
spreadsheets-explanation-rule-accepts = `false` (off), `{"{}"}` (on), or a row for each setting of the rule
spreadsheets-explanation-on-examples = In a blank template, row 2 of each sheet is an example. Write your own data over it, or remove the row: what is left there counts. The same holds for the settings.

spreadsheets-count-students =
    { $count ->
        [one] { $count } student
       *[other] { $count } students
    }

spreadsheets-no-files = an import names no files
spreadsheets-hidden = hidden
spreadsheets-location-sheet = sheet { $sheet }
spreadsheets-location-row = row { $row }
spreadsheets-location-column = column { $column }
spreadsheets-unrecognised-table = a table whose columns are not those of any kind
spreadsheets-recognised-tables = a table of students, schools, boards, clusters, journeys, settings or postcodes
spreadsheets-name-the-kind = say what it is, with `--students FILE`, `--schools FILE` and so on
spreadsheets-boards-alike = Boards spelled in several ways, read as one: { $names }.
spreadsheets-proposed-clusters = No table mentions clusters, so each board may form one for every four schools: { $boards }. To decide otherwise, give a sheet of boards with a column `maximum clusters`, or a sheet of clusters.
spreadsheets-accepts-year = a study year, 1 to 4
spreadsheets-accepts-withdrawn = `withdrawn`, `yes` or `no`
spreadsheets-write-a-year = write the year as a digit
spreadsheets-ambiguous-name = { $name }, which fits several
spreadsheets-one-name = the code or full name of one { $kinds }
spreadsheets-name-one-of = write the code of the one that is meant: { $candidates }
spreadsheets-unknown-name = { $name }, which is no code or name in these tables
spreadsheets-id-or-name = the code or name of a { $kinds }
spreadsheets-name-or-add-one = write one of the tables, or add it there
spreadsheets-of-a-school = school
spreadsheets-of-a-board = board
spreadsheets-of-a-cluster = cluster
spreadsheets-of-any = school, cluster or board
spreadsheets-names-withdrawn = { $name } is a school that takes no part any more; this has no effect
spreadsheets-names-withdrawn-student = { $name } is a student who takes no part any more; this has no effect
spreadsheets-wish-elsewhere =
    { $name } is no school, cluster or board of these tables; the wish is left out. To make it count, write the name as in those tables; a wish for a denomination goes in a column { $column }
spreadsheets-wish-is-denomination =
    { $name } is a denomination, and this column holds wishes for schools; the wish is left out. To make it count, move it to a column { $column }
spreadsheets-earlier-elsewhere = { $name } is no school of these tables; as an earlier school it has no effect
spreadsheets-one-spelling-per-board = one spelling for each board
spreadsheets-same-board = are they the same board? Then write `{ $usual }` everywhere; if not, give a sheet of boards with both
spreadsheets-counts-as-empty = { $shown } says that it is not known yet; it counts as an empty cell
spreadsheets-read-without-remark = { $shown } is read as `{ $rest }`; what is in brackets has no effect
spreadsheets-write-the-exact-number = write the number that is meant, such as { $number }
spreadsheets-foreign-postcode = { $shown } is no Dutch postcode; it counts as an empty cell
spreadsheets-sheet-again = rows that are also on { $other }: { $count } of { $rows }; the first: { $first } is { $same }
spreadsheets-each-row-on-one-sheet = each student and each school on one sheet; nobody is counted twice
spreadsheets-put-the-copy-away = if one of the two is a copy or a list of the same rows, delete or hide that sheet, or name the sheets that are meant, each with an option: `--{ $option } FILE#SHEET`; otherwise take the rows that are on both out of one of them
spreadsheets-wish-in-remark = the remark { $remark } looks like a wish or a condition, and remarks do not count in the plan; put what should count in a column { $column }
spreadsheets-and-more-boards = { $shown } and so on for { $more } more; { $clusters } clusters for { $boards } boards together
spreadsheets-twice-in-cell = { $name } twice in this cell
spreadsheets-also-in-cell = { $name }, which is also at { $location }
spreadsheets-once-in-list = each school, cluster or board once in a list; naming one again does not make a wish stronger
spreadsheets-empty-one-mention = take one of the two out, or name another one
spreadsheets-wishes-in-remarks = { $count } remarks look like wishes or conditions, and remarks do not count in the plan; put what should count in the column that is named here: { $rows }
spreadsheets-wish-in-row = row { $row } { $remark } in { $column }
spreadsheets-row-again = this row equals row { $row }; it counts once
spreadsheets-no-places-yet = no number of places yet; until it is filled in the school takes nobody
spreadsheets-cluster-of-two-boards = cluster { $cluster } with schools of board `{ $one }` and of board `{ $other }`
spreadsheets-one-board-per-cluster = schools of one board
spreadsheets-give-clusters = give a sheet of clusters, with the board that answers for each
spreadsheets-postcode-far = the point of postcode { $postcode } lies { $kilometres } km from those of { $below } and { $above }; is it right in the table of postcodes?
spreadsheets-clusters-of-schools =
    { $count ->
        [one] Clusters: 1, taken from the table of schools.
       *[other] Clusters: { $count }, taken from the table of schools.
    }
spreadsheets-withdrawn =
    { $count ->
        [one] Schools that take no part any more: 1, left out: { $names }.
       *[other] Schools that take no part any more: { $count }, left out: { $names }.
    }
spreadsheets-withdrawn-students =
    { $count ->
        [one] Students who take no part any more: 1, left out: { $ids }.
       *[other] Students who take no part any more: { $count }, left out: { $ids }.
    }
spreadsheets-last-year =
    { $count ->
        [one] Students whose school in { $plan } is an earlier school: 1
       *[other] Students whose school in { $plan } is an earlier school: { $count }
    }{ $elsewhere ->
        [0] .
       *[other] ; at a school that is not in the tables: { $elsewhere }.
    }
spreadsheets-by-name =
    { $count ->
        [one] References by name: 1.
       *[other] References by name: { $count }.
    }
spreadsheets-by-name-other =
    { $count ->
        [one] References by name: 1, spelled otherwise: { $names }.
       *[other] References by name: { $count }, of which these names are spelled otherwise ({ $others }): { $names }.
    }
spreadsheets-board-like-another =
    { $count ->
        [one] board { $board } beside board { $usual } of 1 school
       *[other] board { $board } beside board { $usual } of { $count } schools
    }

# What the reader says of a document, said of tables.
spreadsheets-no-id = `{ $id }`, which is no id in these tables
spreadsheets-name-or-add = name { $kinds } of these tables, or add it
spreadsheets-id-used = { $kind } `{ $id }`, whose code is also at { $location }, for { $other }
spreadsheets-id-own = a code of its own for every student, school, cluster, board and network
spreadsheets-id-rename = give one of the two another code, or remove one of the rows if both are the same
spreadsheets-journey-once = each journey once
spreadsheets-no-postcodes = the place of { $kind } `{ $id }` is unknown: it has a postcode, but no table of postcodes is given (`--postcodes`); journeys that are not in the table of journeys are unknown
spreadsheets-no-place = the place of { $kind } `{ $id }` is unknown: it has neither coordinates nor a postcode nor a row in the table of journeys; all its journeys are unknown
spreadsheets-no-null = { $one }

# Contact data

spreadsheets-contact-column = { $name } (for lists only)
spreadsheets-contact-unread = this cell holds no text; it is left out of the contacts
# Pairs of students.
spreadsheets-accepts-student-ids = a list of students by number, code or name, separated by `;` or `|`
spreadsheets-of-a-student = student
spreadsheets-pair-not-kept = student `{ $student }`, with a pair that has a price or a reason of its own, which cells cannot say
spreadsheets-read-as = { $written } is read as { $meaning }, in { $count ->
        [one] one row
       *[other] { $count } rows
    }
spreadsheets-within-postcode = { $count ->
        [one] One student lives
       *[other] { $count } students live
    } at the point of a postcode that a school has too: a journey within the postcode counts as 0 m.
spreadsheets-fixed-withdrawn = { $name } is a school that takes no part any more; the student is not fixed
spreadsheets-only-withdrawn = only schools that take no part any more
spreadsheets-only-others = at least one school, cluster or board that takes part
spreadsheets-only-name-others = name where the student may be placed instead, or empty the cell
spreadsheets-accepts-status = `takes part` (also `active`, `enrolled`, `partner`) or `withdrawn` (also `stopped`, `dropped out`)
spreadsheets-denominations-by-settings = Wishes for a denomination that others meet too, by the settings: { $names }.
spreadsheets-below-minimum =
    Existing clusters may be below their minimum: each missing member costs { $price } km (setting `{ $setting }`; `no` forbids it).
spreadsheets-programmes-by-settings = Programmes by the settings: { $names }.
spreadsheets-programme-setting = one of the four programmes, then years of the learning community and class days if they are its own
spreadsheets-programme-setting-example = write for example `academisch; years 1, 2; class days 2`
spreadsheets-merged-cells = { $shown }, merged over columns { $first } to { $last }
spreadsheets-a-cell-per-column = a cell of its own for each column
spreadsheets-split-the-cells = split the merged cells, and write in each column what holds there
spreadsheets-write-without-doubt = the question mark says that it is not certain: write the value without it once it is
spreadsheets-write-or-name-the-programme =
    write one of these, or say in a sheet of settings which of them it is: a row with `programme { $name }` and, for example, `deeltijd`
spreadsheets-wish-against = a wish names what the student would like; put what must not be into a column { $column }
spreadsheets-wish-what-may-be = write which the student would like; one that the student does not want is no wish
spreadsheets-days-blank-or-none = leave the cell empty if the student can come on every day, and write `none` if on no day
spreadsheets-days-one-of-them = write all days on which it is possible, with commas between
spreadsheets-setting-names = `{ $key }` (`{ $dutch }`)
spreadsheets-settings-known = the name of a setting, such as { $known }, or a key such as `rules.denomination.worth_km`
spreadsheets-remove-the-setting = remove the row; a workbook of `import --template` lists all settings
