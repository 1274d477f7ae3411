#!/usr/bin/env bash
# Every shell script parses, says which shell it is for, and is executable where it is called by name.
set -uo pipefail
cd "${SOURCE_DIR:-$(dirname "$0")/../..}" || exit 70

bad=0 seen=0
complain() { echo "$1"; bad=$((bad + 1)); }
while IFS= read -r -d '' file; do
  [ -f "$file" ] || continue
  first=$(head -c 2 "$file" | tr -d '\0')
  case $file in *.sh) ;; *) [ "$first" = '#!' ] || continue ;; esac
  read -r line <"$file"
  case $line in
    '#!/usr/bin/env bash') ;;
    '#!'*python*) continue ;;
    *) complain "$file: the first line should be #!/usr/bin/env bash" ;;
  esac
  seen=$((seen + 1))
  message=$(bash -n "$file" 2>&1) || complain "$message"
done < <(git -c safe.directory="$PWD" ls-files -z --cached --others --exclude-standard 2>/dev/null ||
  find . \( -name build -o -name .git \) -prune -o -type f -print0)
for file in scenarios/try tests/run .ci/run; do
  [ -x "$file" ] || complain "$file: should be executable"
done
[ $seen -gt 0 ] || complain "found no shell script at all, which cannot be"
[ $bad = 0 ] || { echo "$bad to mend"; exit 1; }
echo "$seen scripts parse"
