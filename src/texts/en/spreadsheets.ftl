# Texts of the room `spreadsheets`.
