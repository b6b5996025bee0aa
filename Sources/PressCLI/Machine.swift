import Glibc

/// What the program needs to know of the machine.
enum Machine {
  /// The processors that the program may use, at least 1.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
