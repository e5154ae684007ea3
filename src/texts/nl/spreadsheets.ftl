# Teksten van `spreadsheets`.
