import Glibc

/// One word of a shell script, whatever it holds.
func quoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}

/// What bash prints when it runs a script; errors of bash are part of it.
func bash(_ script: String) -> String {
  guard let pipe = unsafe popen("bash -c \(quoted(script)) 2>&1", "r") else { return "" }
  defer { unsafe pclose(pipe) }
  var answer: [UInt8] = []
  while true {
    let byte = unsafe fgetc(pipe)
    if byte == EOF { return String(decoding: answer, as: UTF8.self) }
    answer.append(UInt8(truncatingIfNeeded: byte))
  }
}
