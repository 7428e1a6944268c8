import { describe, expect, it } from "vitest";
import { z } from "zod";
import { describeFields, formFields, secretFieldNames } from "@/lib/forms/form-fields";
import { groupFields } from "@/lib/forms/group-fields";

const login = z.object({
  code: z.string().max(20).register(formFields, { control: "text", inputMode: "numeric" }),
  mail: z.email().max(100).register(formFields, { control: "email" }),
  key: z.string().max(200).register(formFields, { control: "secret" }),
  internal: z.string(),
});

describe("a form drawn from a schema", () => {
  it("shows the described fields in their order, with their length", () => {
    expect(describeFields(login)).toEqual([
      { name: "code", control: "text", inputMode: "numeric", maxLength: 20 },
      { name: "mail", control: "email", maxLength: 100 },
      { name: "key", control: "secret", maxLength: 200 },
    ]);
  });

  it("puts the fields of a group together, in the order of the first of each", () => {
    const flag = (group?: string) => z.boolean().register(formFields, { control: "switch", group });
    const options = describeFields(z.object({ isOn: flag(), before: flag("texts"), rate: flag("invoice"), after: flag("texts") }));
    expect(groupFields(options).map(({ group, fields }) => [group, ...fields.map(({ name }) => name)])).toEqual([[null, "isOn"], ["texts", "before", "after"], ["invoice", "rate"]]);
  });

  it("knows which fields never leave the server again", () => {
    expect(secretFieldNames(login)).toEqual(["key"]);
  });
});
