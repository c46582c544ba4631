import Foundation
import Testing

@Suite("Completions and the manual")
struct CompletionTests {
  @Test("every verb and every flag of its help is in the script of each shell and in the manual")
  func complete() throws {
    let folder = try TemporaryFolder()
    let scripts = try ["bash", "zsh", "fish"].map { try Command.run("completions", $0, in: folder).output }
    let manual = try Command.run("manual", in: folder).output.replacing("\\-", with: "-")
    for verb in WordsTests.verbs {
      for script in scripts { #expect(script.contains(verb), "\(verb)") }
      #expect(manual.contains("\n.SS \(verb)\n"), "\(verb)")
      guard verb != "help" else { continue }
      let help = try Command.run(verb, "--help", in: folder).output
      let flags = help.matches(of: /(?m)^  (--[a-z-]+)/).map { String($0.1) }
      #expect(flags.contains("--help"))
      for flag in flags {
        #expect(scripts[0].contains(flag) && scripts[1].contains("'\(flag)"), "\(verb) \(flag)")
        #expect(scripts[2].contains("'__beredskap_verb \(verb)' -l \(flag.dropFirst(2)) "), "\(verb) \(flag)")
        if flag != "--help", flag != "--no-color" {
          #expect(manual.contains("\n.B \(flag)"), "\(verb) \(flag)")
        }
      }
    }
  }

  @Test(
    "bash completes verbs, flags, values, ids and paths by place",
    arguments: [
      (["desc"], "describe"), (["run", "--rep"], "--replications"),
      (["run", "--seed", "3", "Exper"], "Experiments"),
      (["run", "--seed", "=", "3", "Exper"], "Experiments"), (["run", "--out", "=", "Exper"], "Experiments"),
      (["run", "x", "Exper"], ""), (["run", "--seed", ""], ""),
      (["policies", "postp"], "postpone-by-priority"),
      (["schema", "s"], "scenario"), (["check", "Models", "Exper"], "Experiments"),
      (["help", "chec"], "check"),
      (["completions", ""], "bash zsh fish"),
    ])
  func bash(_ words: [String], _ expected: String) throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "Experiments/x")
    try folder.write(Array(try Command.run("completions", "bash", in: folder).output.utf8), to: "script")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "bash", "-c",
        "source ./script; COMP_WORDS=(beredskap \"$@\"); COMP_CWORD=$#; _beredskap; echo \"${COMPREPLY[*]}\"",
        "bash",
      ] + words
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(String(decoding: bytes, as: UTF8.self) == expected + "\n")
  }
}
