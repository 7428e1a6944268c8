/** The tables in the order of the menu, with the fields a list shows. */
export const tableSections = [
  { id: "0101", title: "Relations", one: "relation", columns: ["0103", "0105", "0107", "0120"] },
  { id: "2220", title: "Customers", one: "customer", columns: ["2200", "2422", "2227"] },
  { id: "2229", title: "Delivery addresses", one: "delivery address", columns: ["2229", "0103", "0105", "0107"] },
  { id: "2260", title: "Articles", one: "article", columns: ["2001", "2262", "2266", "2267", "2273"] },
  { id: "2209", title: "Warehouses", one: "warehouse", columns: ["2001"] },
  { id: "2205", title: "Employees", one: "employee", columns: ["2001", "0120"] },
  { id: "2400", title: "Sales orders", one: "sales order", columns: ["2406", "2401", "2220", "2405"] },
  { id: "2410", title: "Order lines", one: "order line", columns: ["2260", "2001", "2410", "2267", "2209"] },
];

/** Every fault that can be switched on here, with what it does in one sentence. */
export const faultChoices = [
  { title: "Slow", text: "Waits three seconds before the headers and 200 ms before each part of the body.", fault: { kind: "slow", headersMs: 3000, chunkMs: 200 } },
  { title: "Time-out before booking", text: "Takes the request, does nothing and never answers.", fault: { kind: "timeout", when: "beforeCommit" } },
  { title: "Time-out after booking", text: "Books, and never answers.", fault: { kind: "timeout", when: "afterCommit" } },
  { title: "Connection reset", text: "Breaks the connection before anything is booked.", fault: { kind: "reset", when: "beforeCommit" } },
  { title: "Connection reset after booking", text: "Books, and breaks the connection.", fault: { kind: "reset", when: "afterCommit" } },
  { title: "Server error", text: "Answers with HTTP 503.", fault: { kind: "serverError", status: 503, when: "beforeCommit" } },
  { title: "Server error after booking", text: "Books, and answers with HTTP 503.", fault: { kind: "serverError", status: 503, when: "afterCommit" } },
  { title: "Broken XML", text: "Sends an answer that is not well-formed.", fault: { kind: "brokenXml" } },
  { title: "Answer doubled", text: "Works on the call once and sends the answer's body twice.", fault: { kind: "doubledAnswer", how: "body" } },
  { title: "Nonsense", text: "Sends a page of HTML with status 200.", fault: { kind: "nonsense" } },
  { title: "Empty table", text: "Answers an export with success and no records.", fault: { kind: "emptyTable" } },
  { title: "Half a table, cut off", text: "Ends in the middle of a record.", fault: { kind: "halfTable", variant: "cut" } },
  { title: "Half a table, well-formed", text: "Sends half of the records as if they were all.", fault: { kind: "halfTable", variant: "wellFormed" } },
  { title: "Login refused", text: "Answers with code 2.", fault: { kind: "loginRefused" } },
  { title: "Token expired", text: "Answers calls with a token with code 5.", fault: { kind: "tokenExpired", code: 5 } },
  { title: "No administration linked", text: "Answers every call with code 1002.", fault: { kind: "noAdministration" } },
  { title: "Rights missing", text: "Refuses to export; imports stay pending for ever.", fault: { kind: "missingRights" } },
  { title: "Pending for a minute", text: "Imports are booked a minute later.", fault: { kind: "pending", milliseconds: 60000, then: "done" } },
  { title: "Pending for an hour", text: "Imports are booked an hour later.", fault: { kind: "pending", milliseconds: 3600000, then: "done" } },
  { title: "Pending for ever", text: "Imports are never booked.", fault: { kind: "pending", then: "done" } },
  { title: "Imports refused", text: "Refuses every record of an import.", fault: { kind: "refused", message: "Ongeldige waarde 2260=ONBEKEND" } },
  { title: "Order lines refused", text: "Books the head of an order and refuses its lines.", fault: { kind: "refused", message: "Ongeldige waarde 2260=ONBEKEND", records: "2410" } },
  { title: "Too many requests", text: "Answers as if the limit had been reached.", fault: { kind: "rateLimited" } },
];

/** The switches of the protocol, with what they mean when they are on. */
export const protocolChoices = [
  { name: "resultEncoding", title: "Inner XML", text: "How the records are put into the answer.", values: [["escaped", "Escaped"], ["cdata", "CDATA"]] },
  { name: "hasPrefix", title: "Prefix before the XML", text: "“Content-type: text/xml” stands before the records." },
  { name: "emptyResult", title: "Empty export", text: "What an export without records answers.", values: [["missing", "No result"], ["emptyDocument", "Empty document"]] },
  { name: "knowsDoubtfulChanges", title: "Changes of 2220, 2229 and 2400", text: "The letter W works on these tables too." },
  { name: "offersEverythingIn3", title: "All operations in 3.0", text: "The 3.0 WSDL offers more than export and import." },
  { name: "importRefusal", title: "A bad field refuses", text: "Its record only, or the whole message.", values: [["record", "The record"], ["message", "The message"]] },
  { name: "clearsEmptyFields", title: "Empty fields clear", text: "An empty field in an import clears the value." },
  { name: "plainAmountsAreCents", title: "Plain amounts are cents", text: "1250 means 12,50." },
  { name: "refusesSpecialCharacters", title: "Names without % / . + &", text: "Names with these characters are refused." },
  { name: "rateLimitAnswer", title: "Over the limit", text: "How too many requests are answered.", values: [["http429", "HTTP 429"], ["fault", "SOAP fault"]] },
];
