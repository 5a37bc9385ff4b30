internal import Clibxml2

/// Keeps the first error that libxml2 reports, which would else be printed.
final class XMLFault {
  private(set) var message = "it ends early"
  private(set) var isTooDeep = false
  private var isSet = false

  @unsafe
  static func note(_ context: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
    guard let context = unsafe context, let error = unsafe error else { return }
    let fault = unsafe Unmanaged<XMLFault>.fromOpaque(context).takeUnretainedValue()
    guard !fault.isSet, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue,
      let text = unsafe error.pointee.message
    else { return }
    fault.isSet = true
    let message = unsafe String(cString: text)
    fault.isTooDeep = message.contains("Excessive depth")
    fault.message = visible(String(message.prefix { $0 != "\n" }))
  }
}
