/**
 * The order of the EasyBill integration manual. Its texts stand below `vendors.easybill.manual.sections.<id>`: `title` and `intro`, then
 * `steps.<step>` (to be done in this order) and `entries.<entry>.title` and `.text`.
 */
export const easybillManual = [
  { id: "overview", steps: [], entries: [] },
  { id: "apiKey", steps: ["signIn", "profile", "generate", "save"], entries: [] },
  { id: "plan", steps: [], entries: ["plus", "business"] },
  { id: "connect", steps: ["licence", "open", "login", "imports", "exports", "save"], entries: [] },
  { id: "imports", steps: [], entries: ["relations", "deliveryAddresses", "contacts", "categories", "materials", "hourTypes", "employees"] },
  { id: "schedule", steps: [], entries: ["webhooks", "automatic", "contacts", "manual", "disappeared"] },
  { id: "exports", steps: [], entries: ["which", "invoice", "lines", "created", "after", "once"] },
  { id: "stored", steps: [], entries: ["key", "person", "records"] },
  { id: "errors", steps: [], entries: ["keyRefused", "expired", "rateLimited", "noWebhook", "notImported", "exportRefused", "exportUncertain"] },
] as const;
