# Words of all reports: columns, figures, cells, headlines.
