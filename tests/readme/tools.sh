codeglot generate --to typescript --output codes.ts catalog
# codes.ts written: 2 codes

codeglot generate --to typescript --output codes.ts --check catalog
# codes.ts is current

codeglot compile catalog --pseudo --output pseudo >/dev/null
codeglot message 2 --packs pseudo --locale en-XA --arg max=3
# [Ýöû çåñ šéñđ åţ ɱöšţ 3 ƒîļéš åţ öñçé. öñé ţŵö ţĥ]

codeglot stats catalog
# locale  coverage  messages  missing  inherited  as source  words  characters  length  longest
# en          100%         4        0          0          0     34         172    1.00       64  $unreadable-response
# total       100%         4        0          0          0     34         172       -       64  $unreadable-response
# length: the longest texts against those of en

codeglot diff catalog catalog
# no differences
