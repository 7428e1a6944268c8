/** What EasyBill is to tell of. */
export const wantedEvents = [
  "document.create", "document.update", "document.completed", "document.deleted", "document.payment_add", "document.payment_delete",
  "customer.create", "customer.update", "customer.delete",
  "contact.create", "contact.update", "contact.delete",
  "position.create", "position.update", "position.delete",
] as const;
