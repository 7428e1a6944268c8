/** Tables whose records a person edits, with the columns of the list and the fields of the dialog. */
export const tableSections = [
  {
    id: "customers",
    title: "Customers",
    one: "customer",
    columns: [["number", "Number"], ["display_name", "Name"], ["zip_code", "Zip code"], ["city", "City"], ["tax_options", "VAT"]],
    fields: ["number", "company_name", "first_name", "last_name", "street", "zip_code", "city", "country", "phone_1", "mobile", "emails", "tax_options", "vat_identifier", "due_in_days", "delivery_company_name", "delivery_street", "delivery_zip_code", "delivery_city", "note", "archived"],
    blank: { company_name: null, last_name: null },
  },
  {
    id: "contacts",
    title: "Contacts",
    one: "contact",
    columns: [["last_name", "Last name"], ["first_name", "First name"], ["department", "Department"], ["phone_1", "Phone"], ["customer_id", "Customer"]],
    fields: ["first_name", "last_name", "department", "street", "zip_code", "city", "phone_1", "mobile", "emails", "note"],
    blank: { city: "", street: "" },
    needsCustomer: true,
  },
  {
    id: "positions",
    title: "Positions",
    one: "position",
    columns: [["number", "Number"], ["type", "Type"], ["description", "Description"], ["sale_price", "Price, cents"], ["price_type", "Price is"], ["vat_percent", "VAT %"]],
    fields: ["number", "type", "description", "unit", "sale_price", "price_type", "vat_percent", "group_id", "note", "archived"],
    blank: { number: "", description: "", sale_price: 0 },
  },
  {
    id: "webhooks",
    title: "Webhooks",
    one: "webhook",
    columns: [["url", "Address"], ["description", "Description"], ["is_active", "Active"]],
    fields: ["url", "description", "secret", "is_active"],
  },
];

/** Fields that are numbers, yes or no, or lists; everything else is text, and empty text is null. */
export const numberFields = new Set(["sale_price", "vat_percent", "group_id", "due_in_days"]);
export const booleanFields = new Set(["archived", "is_active"]);
export const listFields = new Set(["emails"]);
/** Texts that may not be null. */
export const plainTexts = new Set(["number", "description", "country", "street", "city", "type", "price_type", "url", "secret"]);

/** What can be switched: every fault with what it does, and the protocol; without values a switch is on or off. */
export const switchChoices = {
  describeClock: () => "The limit, locks and whatever comes late follow it.",
  behaviour: "What EasyBill has not documented.",
  dropped: "every change, document and new key",
  faults: [
    { title: "Time-out before the work", text: "Takes the request, does nothing and never answers.", fault: { kind: "timeout", when: "beforeCommit" } },
    { title: "Time-out after the work", text: "Does the work, and never answers.", fault: { kind: "timeout", when: "afterCommit" } },
    { title: "Late draft", text: "Never answers, and creates the draft five minutes later.", fault: { kind: "lateCommit", milliseconds: 300000, answer: "timeout", only: { operation: "createDocument" } } },
    { title: "Connection reset", text: "Breaks the connection before anything is done.", fault: { kind: "reset", when: "beforeCommit" } },
    { title: "Connection reset after the work", text: "Does the work, and breaks the connection.", fault: { kind: "reset", when: "afterCommit" } },
    { title: "Server error", text: "Answers with HTTP 503.", fault: { kind: "serverError", status: 503, when: "beforeCommit" } },
    { title: "Server error after the work", text: "Does the work, and answers with HTTP 503.", fault: { kind: "serverError", status: 503, when: "afterCommit" } },
    { title: "Slow", text: "Waits three seconds before it answers.", fault: { kind: "slow", milliseconds: 3000 } },
    { title: "Nonsense", text: "Sends a page of HTML with status 200.", fault: { kind: "nonsense" } },
    { title: "Broken JSON", text: "Sends JSON that ends in the middle.", fault: { kind: "brokenJson" } },
    { title: "Answer doubled", text: "Works on the request once and sends the whole answer twice.", fault: { kind: "doubledAnswer", how: "response" } },
    { title: "Empty list", text: "Says that every list is empty.", fault: { kind: "emptyList" } },
    { title: "Short list", text: "Leaves out half of each page.", fault: { kind: "shortList" } },
    { title: "Unauthorised", text: "Answers 401, as with a wrong key.", fault: { kind: "unauthorized" } },
    { title: "Too many requests", text: "Answers 429, without saying how long to wait.", fault: { kind: "rateLimited" } },
    { title: "Document locked", text: "Answers 409 to every change of a document.", fault: { kind: "locked" } },
    { title: "Refused", text: "Answers 400 with a message.", fault: { kind: "refused", status: 400, message: "Validation failed" } },
    { title: "Webhooks lost", text: "Sends no webhook.", fault: { kind: "webhookLost" } },
    { title: "Webhooks twice", text: "Sends every webhook twice.", fault: { kind: "webhookTwice" } },
    { title: "Webhooks late", text: "Sends every webhook ten minutes later.", fault: { kind: "webhookLate", milliseconds: 600000 } },
    { title: "Webhooks out of order", text: "Collects two and sends the second first.", fault: { kind: "webhookReversed", count: 2, patienceMilliseconds: 2000 } },
  ],
  protocol: [
    { name: "sendsRetryAfter", title: "429 says how long to wait", text: "With the header Retry-After, which is not documented." },
    { name: "sendsNulls", title: "Nulls are sent", text: "Fields that the description does not call nullable come as null instead of being left out." },
    { name: "putMerges", title: "A PUT changes only what it names", text: "Otherwise the rest is set back." },
    { name: "signatureHeader", title: "Signature of webhooks", text: "The header that carries it.", values: [["none"], ["X-Easybill-Signature"], ["X-Hub-Signature-256"], ["X-Hub-Signature"]] },
    { name: "signsRightly", title: "Webhooks are signed rightly", text: "Off: with a secret that is not the webhook's." },
    { name: "webhookBody", title: "Body of webhooks", text: "Event and record, event and id, or the record alone.", values: [["record"], ["id"], ["bare"]] },
  ],
};
