import AmendCommands
import Commands
import Glibc

/// The program: the process's arguments and streams go in, its exit status comes out.
@main
struct Amend {
  static func main() {
    exit(amendProgram.runProcess().code)
  }
}
