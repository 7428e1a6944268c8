import { describe, expect, it } from "vitest";
import { easybillExportsSchema } from "@/lib/connectors/easybill/exports-schema";
import { readExportOptions } from "@/lib/connectors/easybill/invoices/read-options";
import { describeFields } from "@/lib/forms/form-fields";
import { groupFields } from "@/lib/forms/group-fields";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { flattenMessages } from "@/lib/i18n/test-support/message-shape";

describe("the export options of EasyBill", () => {
  it("of a new connection send nothing, and would make drafts with VAT", () => {
    expect(easybillExportsSchema.parse({})).toMatchObject({ isOn: false, finality: "draft", email: false, attachment: false, defaultVatRate: "19", vatOption: "standard", paymentTerm: null, newRelation: true, newMaterial: true });
    expect(readExportOptions(null)).toMatchObject({ isOn: false, defaultVatRate: "19", hasPeriodRemark: true, roundingMinutes: 0, defaultWarehouse: null, referenceFormat: "workOrderAndExternalProject" });
  });

  it("refuse what cannot be", () => {
    for (const wrong of [{ finality: "paid" }, { hourRounding: "7" }, { defaultVatRate: "21" }, { vatOption: "NULL" }, { paymentTerm: "-1" }, { titleFormat: "" }, { startDate: "2026-02-30" }, { textBefore: "x".repeat(2_001) }]) {
      expect([wrong, easybillExportsSchema.safeParse(wrong).success]).toEqual([wrong, false]);
    }
  });

  it("are found again by the work order number, whatever the title says behind it", () => {
    const formats = ["workOrder", "workOrderAndExternalProject", "workOrderAndProject", "workOrderAndDescription"];
    expect(formats.map((titleFormat) => readExportOptions({ exports: { titleFormat } }).referenceFormat)).toEqual(["workOrder", "workOrderAndExternalProject", "workOrderAndProject", "workOrder"]);
  });

  it("stand in groups, in the order of the page", () => {
    expect(groupFields(describeFields(easybillExportsSchema)).map(({ group, fields }) => [group, ...fields.map(({ name, control }) => `${name}: ${control}`)])).toEqual([
      [null, "isOn: switch"],
      ["workOrders", "trigger: choice", "statusAfter: choice", "startDate: date"],
      ["document", "finality: segmented", "titleFormat: choice", "paymentTerm: choice", "defaultVatRate: segmented", "vatOption: choice", "hourRounding: segmented", "lineSequence: choice"],
      ["texts", "workDescription: switch", "periodRemark: switch", "textBefore: paragraph", "textAfter: paragraph", "workAddressLabel: text"],
      ["missing", "newRelation: switch", "newMaterial: switch"],
      ["sending", "attachment: switch", "email: switch"],
    ]);
  });

  it.each(locales)("have words for everything in %s", async (locale) => {
    const keys = flattenMessages((await loadMessages(locale))["vendors"] ?? {});
    const missing = describeFields(easybillExportsSchema).flatMap((field) => {
      const options = "options" in field && typeof field.options !== "string" ? field.options : [];
      return [`${field.name}.label`, ...(field.group ? [`group.${field.group}`] : []), ...options.map((option) => `${field.name}.options.${option}`)].filter((key) => !keys.has(`easybill.exports.${key}`));
    });
    expect(missing).toEqual([]);
  });
});
