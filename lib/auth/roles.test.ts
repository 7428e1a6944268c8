import { expect, test } from "vitest";
import { roleReaches, roles } from "@/lib/auth/roles";

test("each role includes those below it and none above", () => {
  const reached = roles.map((role) => roles.filter((minimum) => roleReaches(role, minimum)));
  expect(reached).toEqual([["administrator", "planner", "viewer"], ["planner", "viewer"], ["viewer"]]);
});
