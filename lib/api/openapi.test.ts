import { describe, expect, it } from "vitest";
import { z } from "zod";
import { describeApi } from "@/lib/api/openapi";
import { materialFields, periodFields } from "@/lib/api/posted-lines";
import { workOrderFields } from "@/lib/api/posted-work-order";

const document = describeApi("https://integrations.example.com");

/** Every object below one, itself included. */
function* eachObject(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield z.record(z.string(), z.unknown()).parse(value);
  for (const child of Object.values(value)) yield* eachObject(child);
}

const objectSchema = z.object({ type: z.literal("object"), properties: z.record(z.string(), z.looseObject({})), required: z.array(z.string()).default([]), additionalProperties: z.literal(false) });
const arraySchema = z.object({ items: z.unknown() });

/** The items of a list that may also be null. */
function itemsOf(schema: unknown) {
  const { anyOf } = z.object({ anyOf: z.array(z.looseObject({ type: z.string() })) }).parse(schema);
  return objectSchema.parse(arraySchema.parse(anyOf.find(({ type }) => type === "array")).items);
}

describe("the description of the API", () => {
  it("is OpenAPI 3.1 of this installation, protected by keys", () => {
    expect(document).toMatchObject({ openapi: "3.1.0", info: { title: expect.any(String), version: "1" }, servers: [{ url: "https://integrations.example.com/api/v1" }], security: [{ key: [] }] });
    expect(document.components.securitySchemes.key).toMatchObject({ type: "http", scheme: "bearer" });
  });

  it("points only to what is in it", () => {
    const references = [...eachObject(document)].flatMap(({ $ref }) => (typeof $ref === "string" ? [$ref] : []));
    expect(references.length).toBeGreaterThan(5);
    for (const reference of references) expect(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)).toContain(reference);
  });

  it("gives each operation its own id, and each answer a description", () => {
    const operations = [document.paths["/work-orders"].post, document.paths["/work-orders/{number}"].get];
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(2);
    for (const { responses } of operations) {
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(["200", "401", "429", "500"]));
      for (const [status, response] of Object.entries(responses)) expect([status, response]).toEqual([expect.stringMatching(/^[1-5]\d\d$/), expect.objectContaining({ description: expect.any(String), content: expect.any(Object) })]);
    }
  });

  it("names every field that is read, and says which are required and that no others are taken", () => {
    const workOrder = objectSchema.parse(document.components.schemas.WorkOrder);
    expect(Object.keys(workOrder.properties).sort()).toEqual([...Object.keys(workOrderFields), "Materials", "Workperiods"].sort());
    expect(workOrder.required.sort()).toEqual(["WorkDate", "WorkorderNo"]);
    expect(Object.keys(itemsOf(workOrder.properties.Materials).properties)).toEqual(Object.keys(materialFields));
    const period = itemsOf(workOrder.properties.Workperiods);
    expect([Object.keys(period.properties), period.required]).toEqual([Object.keys(periodFields), ["HourType"]]);
  });

  it("holds schemas that are JSON, with patterns that are regular expressions", () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    const patterns = [...eachObject(document)].flatMap(({ pattern }) => (typeof pattern === "string" ? [pattern] : []));
    expect(patterns.length).toBeGreaterThan(10);
    for (const pattern of patterns) expect(() => new RegExp(pattern, "u"), pattern).not.toThrow();
    expect([...eachObject(document)].every((one) => !("$schema" in one))).toBe(true);
  });
});
