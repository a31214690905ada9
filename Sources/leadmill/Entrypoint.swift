internal import Driver

@main
enum Entrypoint {
  static func main() {
    Driver.main()
  }
}
