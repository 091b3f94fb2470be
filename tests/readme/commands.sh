codeglot message 135 --locale en --arg max=3
# You can add at most 3 family members.

codeglot message 999 --locale zh-TW --explain
# 未知的代碼：999
# status:    unknown-code (The catalog has no message for this code.)
# code:      999
# name:      -
# asked for: zh-TW, served by zh-Hant
# answered:  zh-Hant, left to right
# exit status 1

codeglot response --status 403 --body '{"code":403}' --locale en
# Access denied.

codeglot list --locales | head -n 3
# ar
# bg
# bn
