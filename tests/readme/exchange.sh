cp -rL catalog mine

codeglot export --to xliff2 mine --locale de --output de.xlf
# 1 file written in de.xlf

sed -i 's|this file.</source>|&<target>Sie dürfen diese Datei nicht öffnen.</target>|' de.xlf

codeglot import --from xliff2 de.xlf --output mine --locale de
# de: 0 texts taken, 1 added, 0 as they were, 0 kept, 3 not translated
# 1 file written

codeglot message 1 --packs mine --locale de
# Sie dürfen diese Datei nicht öffnen.
