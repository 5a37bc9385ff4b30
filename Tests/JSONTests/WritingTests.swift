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
}
