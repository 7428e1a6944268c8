/** Every operation of the API that the sandbox knows, by which faults are aimed and requests are counted. */
export const operationNames = [
  "listLogins", "getLogin",
  "listCustomers", "createCustomer", "getCustomer", "updateCustomer", "deleteCustomer", "listCustomerGroups",
  "listContacts", "createContact", "getContact", "updateContact", "deleteContact",
  "listPositions", "createPosition", "getPosition", "updatePosition", "deletePosition",
  "listPositionGroups", "createPositionGroup", "getPositionGroup", "updatePositionGroup", "deletePositionGroup",
  "listDocuments", "createDocument", "getDocument", "updateDocument", "deleteDocument", "finishDocument", "cancelDocument", "sendDocument",
  "listPayments", "createPayment", "getPayment", "deletePayment",
  "listAttachments", "createAttachment", "getAttachment", "updateAttachment", "deleteAttachment",
  "listPostBoxes",
  "listWebhooks", "createWebhook", "getWebhook", "updateWebhook", "deleteWebhook",
] as const;

export type OperationName = (typeof operationNames)[number];
