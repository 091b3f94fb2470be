codeglot check catalog --explain
# catalog/en.json:3:3: $unknown-code: runtime: plain numbers and branches
# catalog/en.json:4:3: $unreadable-response: runtime: text
# catalog/en.json:5:3: not-allowed: runtime: text
# catalog/en.json:6:3: too-many-files: runtime: plain numbers and branches
# en: 4 by the runtime, 0 by the ICU engine
# 1 locale in order

codeglot convert catalog --to mf2 --output catalog-mf2
# 4 messages converted, 0 MessageFormat 2 already, 0 left as MessageFormat 1; 2 files written

codeglot message 2 --packs catalog-mf2 --locale en-GB --arg max=1
# You can send only 1 file at once.
