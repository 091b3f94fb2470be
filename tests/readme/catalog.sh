codeglot check catalog
# 1 locale in order

codeglot message 2 --packs catalog --locale en-GB --arg max=1
# You can send only 1 file at once.

codeglot response --packs catalog --status 400 --body '{"type": "https://files.example.com/problems/too-many"}'
# You can send at most 8 files at once.
