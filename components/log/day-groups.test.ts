import { describe, expect, it } from "vitest";
import { dayOf, groupByDay } from "@/components/log/day-groups";

describe("the days of the log", () => {
  it("are those of the account's time zone, not of the server", () => {
    const moment = new Date("2026-11-19T23:40:00Z");
    expect(dayOf(moment, "Europe/Amsterdam")).toBe("2026-11-20");
    expect(dayOf(moment, "America/Sao_Paulo")).toBe("2026-11-19");
  });

  it("hold their entries in the order in which they came", () => {
    const entries = ["2026-11-20T08:37:00Z", "2026-11-19T23:10:00Z", "2026-11-19T16:07:00Z"].map((at) => ({ at }));
    expect(groupByDay(entries, "Europe/Amsterdam")).toEqual([
      { day: "2026-11-20", entries: [entries[0], entries[1]] },
      { day: "2026-11-19", entries: [entries[2]] },
    ]);
  });

  it("are none where nothing happened", () => {
    expect(groupByDay([], "Europe/Amsterdam")).toEqual([]);
  });
});
