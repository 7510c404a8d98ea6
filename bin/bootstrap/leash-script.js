/**
 * Runs "$@" and sends it SIGNAL as soon as standard input closes, so that a child never outlives
 * its parent, however the parent ends.
 */
export const LEASH = `signal=$1; shift; exec 3<&0
"$@" </dev/null 3<&- & child=$!
(trap '' INT TERM; cat <&3 >/dev/null; kill -s "$signal" $child 2>/dev/null) >/dev/null 2>&1 & watcher=$!
exec 3<&- 0</dev/null; trap '' INT TERM
wait $child; status=$?
kill -9 $watcher 2>/dev/null
exit $status`;
