import { describe, expect, it } from "vitest";
import { csvLine } from "@/lib/csv/csv-line";

describe("a line of a CSV file", () => {
  it("quotes only what needs it", () => {
    expect(csvLine(["10023", "Van Leeuwen; bakker", 'De "Zwaan"', "two\nlines", ""], ";")).toBe('10023;"Van Leeuwen; bakker";"De ""Zwaan""";"two\nlines";\r\n');
    expect(csvLine(["a;b", "c"], ",")).toBe("a;b,c\r\n");
  });

  it.each(["=1+1", "+31 30", "-5", "@SUM(A1)", "\tx"])("keeps a spreadsheet from calculating %j", (value) => {
    expect(csvLine([value], ";")).toBe(`'${value}\r\n`);
  });
});
