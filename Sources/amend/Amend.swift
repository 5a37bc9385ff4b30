@main
struct Amend { static func main() { print("amend") } }
