import { toBerlinDate, toBerlinDateTime } from "../berlin";
import type { EasybillDocument } from "../data/records/document";
import { postBoxRequest, type PostBox } from "../data/records/post-box";
import { put } from "../data/tables";
import { readBody } from "./body";
import { idAt, type ApiCall, type Operation } from "./call";
import { findDocument } from "./documents";
import { equals, matcher } from "./filter";
import { listTable, readSlice } from "./list";
import { ApiProblem } from "./problem";

const filters = {
  type: equals<PostBox>(({ type }) => type),
  status: equals<PostBox>(({ status }) => status),
  document_id: equals<PostBox>(({ document_id }) => document_id),
};

export const listPostBoxes: Operation = ({ company, query, protocol }) => ({
  status: 200,
  body: listTable(company.tables.postBoxes, matcher(filters, query), readSlice(query), (postBox) => postBox, protocol.emptyListPages),
});

const types: Readonly<Record<string, PostBox["type"]>> = { email: "EMAIL", fax: "FAX", post: "POST" };

/** To whom it goes: whom the caller names, else the customer's first address. */
function recipientOf({ company }: ApiCall, document: EasybillDocument, to: string): string {
  if (to !== "") return to;
  const [first] = (document.customer_id === null ? undefined : company.tables.customers.get(document.customer_id)?.emails) ?? [];
  if (first === undefined) throw new ApiProblem(400, "The customer has no e-mail address");
  return first;
}

/** Sends a finished document; every sending is a post box of its own, so a repeated call sends it twice. */
export const sendDocument: Operation = (call) => {
  const { company, now, word } = call;
  const document = findDocument(call, idAt(call, 0));
  if (document.is_draft) throw new ApiProblem(400, "A draft cannot be sent");
  const type = types[word];
  if (type === undefined) throw new ApiProblem(400, `${word} is no way of sending`);
  const request = readBody(postBoxRequest, { ...call, body: call.body ?? {} });
  const at = toBerlinDateTime(now);
  const { post_send_type = "post_send_type_standard", ...rest } = request;
  const postBox: PostBox = {
    ...rest,
    ...(type === "POST" ? { post_send_type } : {}),
    id: company.tables.postBoxes.nextId(),
    login_id: company.tables.logins.firstId,
    document_id: document.id,
    to: type === "EMAIL" ? recipientOf(call, document, request.to) : request.to,
    date: request.date ?? toBerlinDate(now),
    created_at: at,
    processed_at: at,
    type,
    status: "OK",
  };
  const sent: EasybillDocument = { ...document, last_postbox_id: postBox.id };
  return {
    status: 204,
    changes: [put("postBoxes", postBox), put("documents", sent)],
    events: [{ name: "postbox.create", id: postBox.id, record: postBox }, { name: "postbox.sent", id: postBox.id, record: postBox }],
  };
};
