import { z } from "zod";
import { postResult, problemDocument, workOrderStanding } from "@/lib/api/answers";
import { postedWorkOrder } from "@/lib/api/posted-work-order";

/** What a schema takes (`input`) or gives, as JSON Schema without the note which version of it. */
function describe(schema: z.ZodType, io: "input" | "output"): object {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, target: "draft-2020-12" });
  return described;
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (description: string, name: string) => ({ description, content: { "application/json": { schema: reference(name) } } });
const problem = (description: string) => ({ description, content: { "application/problem+json": { schema: reference("Problem") } } });

const acceptLanguage = {
  name: "Accept-Language",
  in: "header",
  description: "Language of the sentences in a problem: en, nl, de or pt. Left out: that of the account.",
  schema: { type: "string" },
};

const everyProblem = {
  "401": problem("The key is missing, made up or revoked."),
  "429": { ...problem("Too many requests with this key."), headers: { "Retry-After": { description: "Seconds until the next try makes sense.", schema: { type: "integer" } } } },
  "500": problem("A fault on this side; nothing was stored. The reference is for support."),
};

const postWorkOrder = {
  operationId: "postWorkOrder",
  summary: "Create or change a work order",
  description:
    "The same number again changes the work order: it becomes what is sent now, and what is left out becomes empty, but for Status and WorkStatus, which stay. The same content again changes nothing, so that a request may be repeated.",
  parameters: [acceptLanguage],
  requestBody: { required: true, content: { "application/json": { schema: reference("WorkOrder") } } },
  responses: {
    "200": json("The work order was there and is updated, or was the same already.", "Result"),
    "201": json("The work order is new.", "Result"),
    "400": problem("What was sent is not JSON."),
    "409": problem("The work order was exported, or is just being sent: nothing was changed."),
    "413": problem("More than 1 MB."),
    "422": problem("Fields are wrong: errors names each of them. Nothing was stored."),
    ...everyProblem,
  },
};

const getWorkOrder = {
  operationId: "getWorkOrder",
  summary: "Ask how a work order stands",
  parameters: [{ name: "number", in: "path", required: true, description: "WorkorderNo", schema: { type: "string" } }, acceptLanguage],
  responses: { "200": json("Status, work status and exports.", "Standing"), "404": problem("The account has no work order with this number."), ...everyProblem },
};

/** The description of the API as of OpenAPI 3.1, made from the schemas that check what comes in. */
export function describeApi(appUrl: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "OutSmart work orders",
      version: "1",
      description: "Work orders from other software, with the field names of OutSmart's API. Keys are made under Settings → API keys.",
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    servers: [{ url: new URL("/api/v1", appUrl).toString() }],
    security: [{ key: [] }],
    paths: { "/work-orders": { post: postWorkOrder }, "/work-orders/{number}": { get: getWorkOrder } },
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "Authorization: Bearer osk_…" } },
      schemas: {
        WorkOrder: describe(postedWorkOrder, "input"),
        Result: describe(postResult, "output"),
        Standing: describe(workOrderStanding, "output"),
        Problem: describe(problemDocument, "output"),
      },
    },
  };
}
