codeglot message 2 --packs regional --locale es-MX
# No se encontró la computadora.

codeglot message 1 --packs regional --locale es-ES --arg limit=1234567
# El archivo supera los 1.234.567 KB.

codeglot message 1 --packs regional --locale es-MX --arg limit=1234567 --explain
# El archivo supera los 1,234,567 KB.
# status:    ok (The message is complete.)
# code:      1
# name:      too-large
# asked for: es-MX, served by es-419
# answered:  es-419, left to right
