/**
 * The order of the Cash integration manual. Its texts stand below `vendors.cash.manual.sections.<id>`: `title` and `intro`, then
 * `steps.<step>` (to be done in this order) and `entries.<entry>.title` and `.text`.
 */
export const cashManual = [
  { id: "overview", steps: [], entries: [] },
  { id: "apiUser", steps: ["signIn", "users", "create", "password", "note"], entries: [] },
  { id: "rights", steps: [], entries: ["relations", "articles", "warehouses", "employees", "salesOrders"] },
  { id: "administration", steps: ["link", "check", "choose"], entries: ["switching"] },
  { id: "connect", steps: ["licence", "open", "login", "administration", "imports", "exports", "save"], entries: [] },
  { id: "imports", steps: [], entries: ["relations", "deliveryAddresses", "materials", "hourTypes", "warehouses", "employees"] },
  { id: "values", steps: [], entries: ["debtorNumber", "places", "address", "prices"] },
  { id: "schedule", steps: [], entries: ["automatic", "nightly", "manual", "disappeared"] },
  { id: "exports", steps: [], entries: ["which", "order", "lines", "created", "after", "once"] },
  {
    id: "errors",
    steps: [],
    entries: [
      "credentialsRefused", "noAdministration", "missingRights", "unreachable", "unreadable", "emptied", "notImported",
      "exportRefused", "exportBlocked", "exportUncertain", "exportReview",
    ],
  },
] as const;
