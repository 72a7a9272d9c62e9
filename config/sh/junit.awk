# Reads surefire and failsafe reports; prints passed|failed|skipped TAB group TAB class.test TAB words. What passed only
# when it ran once more goes to the file `again`, too: group TAB class.test TAB words of the first run.

function attribute(name,    from, rest) {
  from = index($0, " " name "=\"")
  if (from == 0) return ""
  rest = substr($0, from + length(name) + 3)
  return substr(rest, 1, index(rest, "\"") - 1)
}

function plain(words) {
  gsub(/&#10;|&#9;|\t/, " ", words)
  gsub(/&quot;/, "\"", words)
  gsub(/&apos;/, "'", words)
  gsub(/&lt;/, "<", words)
  gsub(/&gt;/, ">", words)
  gsub(/&amp;/, "\\&", words)
  return substr(words, 1, 240)
}

function tell() {
  if (name != "") print state "\t" group "\t" name "\t" words
  name = ""
}

/<testcase / {
  tell()
  class = attribute("classname")
  sub(/.*\./, "", class)
  name = class "." plain(attribute("name"))
  state = "passed"
  words = ""
}
# The reason is the message, or where there is none the first words of the text.
function reason(    at) {
  words = attribute("message")
  if (words == "" && (at = index($0, "<![CDATA["))) {
    words = substr($0, at + 9)
    sub(/^[A-Za-z0-9_.$]*(Exception|Error): /, "", words)
    sub(/\]\]>.*/, "", words)
    # Words that begin on a line of their own.
    if (words ~ /^ *$/) wanting = 1
  }
  words = plain(words)
}

wanting { words = plain($0); wanting = 0; next }

/<(failure|error)[ >]/ { state = "failed"; reason() }
/<flaky(Failure|Error)[ >]/ {
  reason()
  print group "\t" name "\t" words >>again
  words = ""
}
/<skipped/ { state = "skipped"; reason() }
/<\/testsuite>/ { tell() }
