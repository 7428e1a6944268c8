import { webhookFields, type Webhook } from "../data/records/webhook";
import { put, remove } from "../data/tables";
import { readBody } from "./body";
import { idAt, type ApiCall, type Operation } from "./call";
import { listTable, readSlice } from "./list";
import { notFound } from "./problem";

function findWebhook(call: ApiCall): Webhook {
  const webhook = call.company.tables.webhooks.get(idAt(call, 0));
  if (webhook === undefined) throw notFound("WebHook");
  return webhook;
}

export const listWebhooks: Operation = ({ company, query, protocol }) => ({
  status: 200,
  body: listTable(company.tables.webhooks, undefined, readSlice(query), (webhook) => webhook, protocol.emptyListPages),
});

export const getWebhook: Operation = (call) => ({ status: 200, body: findWebhook(call) });

/** The secret comes back in answers. */
export const createWebhook: Operation = (call) => {
  const webhook: Webhook = { ...readBody(webhookFields, call), id: call.company.tables.webhooks.nextId() };
  return { status: 201, body: webhook, changes: [put("webhooks", webhook)] };
};

export const updateWebhook: Operation = (call) => {
  const existing = findWebhook(call);
  const webhook: Webhook = { ...existing, ...readBody(webhookFields, call, existing) };
  return { status: 200, body: webhook, changes: [put("webhooks", webhook)] };
};

export const deleteWebhook: Operation = (call) => ({ status: 204, changes: [remove("webhooks", findWebhook(call).id)] });
