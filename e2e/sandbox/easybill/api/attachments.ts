import { toBerlinDate } from "../berlin";
import { attachmentFields, type Attachment } from "../data/records/attachment";
import { put, remove } from "../data/tables";
import { readBody } from "./body";
import { idAt, type ApiCall, type Operation } from "./call";
import { listTable, readSlice } from "./list";
import { presentAttachment } from "./present";
import { ApiProblem, notFound } from "./problem";

function findAttachment(call: ApiCall): Attachment {
  const attachment = call.company.tables.attachments.get(idAt(call, 0));
  if (attachment === undefined) throw notFound("Attachment");
  return attachment;
}

export const listAttachments: Operation = ({ company, query, protocol }) => ({
  status: 200,
  body: listTable(company.tables.attachments, undefined, readSlice(query), presentAttachment, protocol.emptyListPages),
});

export const getAttachment: Operation = (call) => ({ status: 200, body: presentAttachment(findAttachment(call)) });

/** A file of nobody's; it is linked to a document by a PUT. */
export const createAttachment: Operation = ({ company, file, now }) => {
  if (file === undefined) throw new ApiProblem(400, "file: must be sent as multipart/form-data");
  const attachment: Attachment = {
    id: company.tables.attachments.nextId(),
    created_at: toBerlinDate(now),
    customer_id: null,
    document_id: null,
    project_id: null,
    file_name: file.name,
    size: file.bytes.length,
    content_type: file.contentType,
    content_base64: Buffer.from(file.bytes).toString("base64"),
  };
  return { status: 201, body: presentAttachment(attachment), changes: [put("attachments", attachment)] };
};

export const updateAttachment: Operation = (call) => {
  const existing = findAttachment(call);
  const fields = readBody(attachmentFields, call, existing);
  const { customer_id, document_id, project_id } = fields;
  if ([customer_id, document_id, project_id].filter((id) => id !== null).length > 1) throw new ApiProblem(400, "An attachment belongs to one thing only");
  if (document_id !== null && call.company.tables.documents.get(document_id) === undefined) throw new ApiProblem(400, `document_id: document ${document_id} does not exist`);
  if (customer_id !== null && call.company.tables.customers.get(customer_id) === undefined) throw new ApiProblem(400, `customer_id: customer ${customer_id} does not exist`);
  const attachment: Attachment = { ...existing, ...fields };
  return { status: 200, body: presentAttachment(attachment), changes: [put("attachments", attachment)] };
};

export const deleteAttachment: Operation = (call) => ({ status: 204, changes: [remove("attachments", findAttachment(call).id)] });
