import { describe, expect, it } from "vitest";
import type { SourceRecord } from "@/lib/connectors/records";
import { Pages } from "./pages";

const record = (externalId: string): SourceRecord => ({ outcome: "skip", externalId, label: "", reason: "blocked" });

describe("pages", () => {
  it("hold at most a thousand records of one kind, in order, and lose none", () => {
    const pages = new Pages(new Set(["materials", "hourTypes"]));
    for (let index = 0; index < 2500; index += 1) pages.add("materials", record(`M${index}`));
    pages.add("hourTypes", record("H1"));
    const events = [...pages.takeFull(), ...pages.takeAll()].flatMap((event) => (event.type === "page" ? [event] : []));
    expect(events.map(({ kind, records }) => [kind, records.length])).toEqual([["materials", 1000], ["materials", 1000], ["materials", 500], ["hourTypes", 1]]);
    expect(events.flatMap(({ records }) => records).map(({ externalId }) => externalId).slice(998, 1002)).toEqual(["M998", "M999", "M1000", "M1001"]);
    expect([...pages.takeAll()]).toEqual([]);
  });

  it("drop what nobody asked for", () => {
    const pages = new Pages(new Set(["materials"]));
    pages.add("hourTypes", record("H1"));
    expect([...pages.takeAll()]).toEqual([]);
  });
});
