codeglot check drafts
# 2 locales in order
# drafts/ru.json:4:43: warning: the text ends with a space: remove it, and let who shows the text add room around it [outer-space]
# drafts/ru.json:6:37: warning: =1 stands for 1 alone, but in ru the category "one" has 1, 21, 31, …: write one{…} for all of them [plural-exact-one]
# 0 errors, 2 warnings

codeglot check drafts --strict --format json | grep -E '"(rule|line)"'
#       "rule": "outer-space",
#       "line": 4,
#       "rule": "plural-exact-one",
#       "line": 6,
# codeglot: 2 warnings, and none is allowed

cp -r drafts/ mended && codeglot check mended --fix --baseline old.json --write-baseline
# mended/ru.json:4:43: mended: the text ends with a space: remove it, and let who shows the text add room around it [outer-space]
# 1 finding mended
# old.json: 1 finding written

codeglot check mended --strict --baseline old.json
# 2 locales in order; 1 finding in the baseline

cp check.json drafts && codeglot check drafts
# 2 locales in order; 1 finding excepted
# drafts/ru.json:4:43: warning: the text ends with a space: remove it, and let who shows the text add room around it [outer-space]
# 0 errors, 1 warning
