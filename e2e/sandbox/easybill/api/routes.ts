import { createAttachment, deleteAttachment, getAttachment, listAttachments, updateAttachment } from "./attachments";
import type { Operation } from "./call";
import { createContact, deleteContact, getContact, listContacts, updateContact } from "./contacts";
import { createCustomer, deleteCustomer, getCustomer, listCustomers, updateCustomer } from "./customers";
import { cancelDocument, createDocument, deleteDocument, finishDocument, getDocument, listDocuments, updateDocument } from "./documents";
import { createPositionGroup, deletePositionGroup, getPositionGroup, listCustomerGroups, listPositionGroups, updatePositionGroup } from "./groups";
import { getLogin, listLogins } from "./logins";
import type { OperationName } from "./operation-names";
import { createPayment, deletePayment, getPayment, listPayments } from "./payments";
import { createPosition, deletePosition, getPosition, listPositions, updatePosition } from "./positions";
import { listPostBoxes, sendDocument } from "./sending";
import { createWebhook, deleteWebhook, getWebhook, listWebhooks, updateWebhook } from "./webhooks";

export interface Route {
  readonly operation: OperationName;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** `:id` stands for a number, `:word` for a word. */
  readonly path: string;
  readonly run: Operation;
}

const route = (operation: OperationName, method: Route["method"], path: string, run: Operation): Route => ({ operation, method, path, run });

/** The part of the API that is there, as the description names it. */
export const routes: readonly Route[] = [
  route("listLogins", "GET", "/logins", listLogins),
  route("getLogin", "GET", "/logins/:id", getLogin),
  route("listCustomers", "GET", "/customers", listCustomers),
  route("createCustomer", "POST", "/customers", createCustomer),
  route("getCustomer", "GET", "/customers/:id", getCustomer),
  route("updateCustomer", "PUT", "/customers/:id", updateCustomer),
  route("deleteCustomer", "DELETE", "/customers/:id", deleteCustomer),
  route("listCustomerGroups", "GET", "/customer-groups", listCustomerGroups),
  route("listContacts", "GET", "/customers/:id/contacts", listContacts),
  route("createContact", "POST", "/customers/:id/contacts", createContact),
  route("getContact", "GET", "/customers/:id/contacts/:id", getContact),
  route("updateContact", "PUT", "/customers/:id/contacts/:id", updateContact),
  route("deleteContact", "DELETE", "/customers/:id/contacts/:id", deleteContact),
  route("listPositions", "GET", "/positions", listPositions),
  route("createPosition", "POST", "/positions", createPosition),
  route("getPosition", "GET", "/positions/:id", getPosition),
  route("updatePosition", "PUT", "/positions/:id", updatePosition),
  route("deletePosition", "DELETE", "/positions/:id", deletePosition),
  route("listPositionGroups", "GET", "/position-groups", listPositionGroups),
  route("createPositionGroup", "POST", "/position-groups", createPositionGroup),
  route("getPositionGroup", "GET", "/position-groups/:id", getPositionGroup),
  route("updatePositionGroup", "PUT", "/position-groups/:id", updatePositionGroup),
  route("deletePositionGroup", "DELETE", "/position-groups/:id", deletePositionGroup),
  route("listDocuments", "GET", "/documents", listDocuments),
  route("createDocument", "POST", "/documents", createDocument),
  route("getDocument", "GET", "/documents/:id", getDocument),
  route("updateDocument", "PUT", "/documents/:id", updateDocument),
  route("deleteDocument", "DELETE", "/documents/:id", deleteDocument),
  route("finishDocument", "PUT", "/documents/:id/done", finishDocument),
  route("cancelDocument", "POST", "/documents/:id/cancel", cancelDocument),
  route("sendDocument", "POST", "/documents/:id/send/:word", sendDocument),
  route("listPayments", "GET", "/document-payments", listPayments),
  route("createPayment", "POST", "/document-payments", createPayment),
  route("getPayment", "GET", "/document-payments/:id", getPayment),
  route("deletePayment", "DELETE", "/document-payments/:id", deletePayment),
  route("listAttachments", "GET", "/attachments", listAttachments),
  route("createAttachment", "POST", "/attachments", createAttachment),
  route("getAttachment", "GET", "/attachments/:id", getAttachment),
  route("updateAttachment", "PUT", "/attachments/:id", updateAttachment),
  route("deleteAttachment", "DELETE", "/attachments/:id", deleteAttachment),
  route("listPostBoxes", "GET", "/post-boxes", listPostBoxes),
  route("listWebhooks", "GET", "/webhooks", listWebhooks),
  route("createWebhook", "POST", "/webhooks", createWebhook),
  route("getWebhook", "GET", "/webhooks/:id", getWebhook),
  route("updateWebhook", "PUT", "/webhooks/:id", updateWebhook),
  route("deleteWebhook", "DELETE", "/webhooks/:id", deleteWebhook),
];

export interface FoundRoute {
  readonly route: Route;
  readonly ids: readonly number[];
  readonly word: string;
}

const patterns = routes.map((each) => ({ route: each, pattern: new RegExp(`^${each.path.replaceAll(":id", "(\\d{1,15})").replaceAll(":word", "([a-z]+)")}$`) }));

/** What a method and a path below `/rest/v1` stand for. */
export function findRoute(method: string, path: string): FoundRoute | undefined {
  for (const { route: each, pattern } of patterns) {
    const found = each.method === method ? pattern.exec(path) : null;
    if (found === null) continue;
    const parts = found.slice(1);
    return { route: each, ids: parts.filter((part) => /^\d+$/.test(part)).map(Number), word: parts.find((part) => /^[a-z]+$/.test(part)) ?? "" };
  }
  return undefined;
}
