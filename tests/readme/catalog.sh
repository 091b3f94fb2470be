codeglot check catalog
# 1 locale in order

codeglot message 2 --packs catalog --locale en-GB --arg max=1
# You can send only 1 file at once.
