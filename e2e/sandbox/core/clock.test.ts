import { afterEach, beforeEach, expect, test } from "vitest";
import { SandboxClock } from "./clock";

let clock: SandboxClock;
let happened: string[];
beforeEach(() => {
  clock = new SandboxClock();
  happened = [];
});
afterEach(() => clock.clear());

const note = (what: string) => () => void happened.push(what);

test("what is due when the clock is moved has happened afterwards, the earliest first", () => {
  clock.after(2000, note("second"));
  clock.after(1000, note("first"));
  clock.after(90_000, note("third"));
  clock.advance(60_000);
  expect(happened).toEqual(["first", "second"]);
  clock.setAhead(3_600_000);
  expect(happened).toEqual(["first", "second", "third"]);
});

test("what is due comes by itself, sooner when the clock runs faster", async () => {
  clock.after(3_600_000, note("an hour"));
  clock.setSpeed(1_000_000);
  await expect.poll(() => happened).toEqual(["an hour"]);
});

test("what is forgotten does not happen", () => {
  clock.after(1, note("never"));
  clock.clear();
  clock.advance(1000);
  expect(happened).toEqual([]);
});
