import JSON
import Testing

@Suite("Writing JSON")
struct WritingTests {
  @Test func compactIsOneLineInTheOrderOfTheKeys() {
    let value: JSONValue = ["z": 1, "a": [true, nil, 0.5, "x"], "e": [:], "l": []]
    #expect(value.text() == #"{"z":1,"a":[true,null,0.5,"x"],"e":{},"l":[]}"#)
  }

  @Test func prettyHasTwoSpacesALevel() {
    let value: JSONValue = ["z": 1, "a": [true, ["k": "v"]], "e": [:], "l": []]
    #expect(
      value.text(.pretty) == """
        {
          "z": 1,
          "a": [
            true,
            {
              "k": "v"
            }
          ],
          "e": {},
          "l": []
        }
        """)
  }

  @Test func onlyWhatMustBeEscapedIs() {
    #expect(JSONValue.string("a/é😀\u{7F}\u{2028}").text() == "\"a/é😀\u{7F}\u{2028}\"")
    #expect(JSONValue.string("\"\\\u{8}\t\n\u{C}\r\0\u{1F}").text() == #""\"\\\b\t\n\f\r\u0000\u001f""#)
    #expect(JSONValue.string("").text() == "\"\"")
  }

  @Test func whatIsNoNumberIsNull() {
    #expect(
      JSONValue.array([.number(.infinity), .number(.nan), .number(1e300), .number(-0.0)]).text()
        == "[null,null,1e+300,-0.0]")
  }

  @Test func membersKeepTheirPlace() {
    var object: JSONObject = ["a": 1, "b": 2, "a": 3]
    #expect(object.members == [.init("a", 3), .init("b", 2)])
    object["b"] = nil
    object["c"] = "x"
    object["a"] = nil
    object["a"] = true
    #expect(object.members == [.init("c", "x"), .init("a", true)])
    // Two ways to write é are two keys.
    object = ["\u{E9}": 1, "e\u{301}": 2]
    #expect(object.members.count == 2)
    #expect(object["e\u{301}"] == 2)
  }

  @Test func piecesAreWrittenAsTheValueThatTheyMake() {
    let value: JSONValue = ["a": [true, "x", [:], []], "b": ["k": ["é": nil]], "c": [["k": 1], ["k": 2]]]
    for layout in [JSONValue.Layout.compact, .pretty] {
      var writer = JSONWriter(layout: layout)
      writer.begin(.object)
      writer.key("a")
      writer.begin(.array)
      writer.write(.bool(true))
      writer.write("x")
      writer.begin(.object)
      writer.end(.object)
      writer.begin(.array)
      writer.end(.array)
      writer.end(.array)
      writer.key("b")
      writer.write(["k": ["é": nil]])
      writer.key("c")
      writer.begin(.array)
      writer.write(["k": 1])
      writer.begin(.object)
      writer.key("k")
      writer.write(.integer(2))
      writer.end(.object)
      writer.end(.array)
      writer.end(.object)
      #expect(String(decoding: writer.bytes, as: UTF8.self) == value.text(layout))
    }
  }

  @Test func whatIsTakenBackLeavesNoTrace() {
    var writer = JSONWriter()
    writer.write(["a": 1])
    writer.endLine()
    let count = writer.bytes.count
    writer.begin(.object)
    writer.key("b")
    writer.begin(.array)
    writer.write("x")
    writer.takeBack(to: count)
    writer.write([2])
    writer.endLine()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\"a\":1}\n[2]\n")
  }

  @Test func eachLineIsATextOfItsOwn() {
    var writer = JSONWriter()
    for value: JSONValue in [["a": 1], 2, []] {
      writer.write(value)
      writer.endLine()
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\"a\":1}\n2\n[]\n")
  }
}
