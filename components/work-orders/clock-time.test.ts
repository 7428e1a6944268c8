import { describe, expect, it } from "vitest";
import { readClock, readDuration, writeClock, writeDuration } from "@/components/work-orders/clock-time";

describe("a time of day", () => {
  it.each([["8:10", 490], ["08.10", 490], ["0810", 490], ["810", 490], ["8", 480], ["8h10", 490], ["0:00", 0], [" 23:59 ", 1439]])("%s is understood", (typed, minute) => {
    expect(readClock(typed)).toBe(minute);
  });

  it.each(["", "24:00", "8:60", "eight", "-1:00", "8:1"])("%s is none", (typed) => {
    expect(readClock(typed)).toBeNull();
  });

  it("is written with two digits each", () => {
    expect([writeClock(0), writeClock(490), writeClock(1439)]).toEqual(["00:00", "08:10", "23:59"]);
  });
});

describe("a duration", () => {
  it.each([["2:38", 158], ["2,5", 150], ["2.5", 150], ["0,3333", 20], ["0,1", 6], ["7", 420], ["24", 1440]])("%s is understood", (typed, minutes) => {
    expect(readDuration(typed)).toBe(minutes);
  });

  it.each(["", "2:60", "24:01", "25", "1,23456", "two", "-1"])("%s is none", (typed) => {
    expect(readDuration(typed)).toBeNull();
  });

  it("is written in hours and minutes", () => {
    expect([writeDuration(0), writeDuration(52), writeDuration(158)]).toEqual(["0:00", "0:52", "2:38"]);
  });
});
