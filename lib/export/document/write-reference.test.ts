import { describe, expect, it } from "vitest";
import { writeReference } from "@/lib/export/document/write-reference";

const workOrder = { number: "2026.1234", projectNumber: "P-77", externalProjectNumber: "ACME Nieuwbouw" };

describe("the reference of a document", () => {
  it.each([
    ["workOrder", "2026.1234"],
    ["workOrderAndExternalProject", "2026.1234 ACME Nieuwbouw"],
    ["workOrderAndProject", "2026.1234 P-77"],
  ] as const)("as %s reads %s", (format, reference) => {
    expect(writeReference(workOrder, format, 1, 40)).toBe(reference);
  });

  it("is the number alone where there is no project", () => {
    const bare = { number: "2026.1234", projectNumber: null, externalProjectNumber: " \n " };
    expect(writeReference(bare, "workOrderAndProject", 1, 40)).toBe("2026.1234");
    expect(writeReference(bare, "workOrderAndExternalProject", 1, 40)).toBe("2026.1234");
  });

  it("tells revisions apart from the second on", () => {
    expect(writeReference(workOrder, "workOrder", 2, 40)).toBe("2026.1234-2");
    expect(writeReference(workOrder, "workOrderAndProject", 12, 40)).toBe("2026.1234-12 P-77");
  });

  it("cuts the project and nothing else", () => {
    const cut = Array.from({ length: 26 }, (_, length) => writeReference(workOrder, "workOrderAndExternalProject", 3, length));
    expect(cut.every((reference) => reference.startsWith("2026.1234-3"))).toBe(true);
    expect(cut.map((reference) => reference.length).slice(11)).toEqual([11, 11, 13, 14, 15, 16, 16, 18, 19, 20, 21, 22, 23, 24, 25]);
    expect(cut[11]).toBe("2026.1234-3");
    expect(cut[14]).toBe("2026.1234-3 AC");
  });

  it("cuts between characters and never through one", () => {
    expect(writeReference({ ...workOrder, projectNumber: "👷👷👷" }, "workOrderAndProject", 1, 12)).toBe("2026.1234 👷👷");
  });

  it("has one line, whatever came from outside", () => {
    expect(writeReference({ ...workOrder, projectNumber: "P\r\n7\t7" }, "workOrderAndProject", 1, 40)).toBe("2026.1234 P 7 7");
  });
});
