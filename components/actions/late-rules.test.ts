import { expect, test, vi } from "vitest";
import { lateRules } from "@/components/actions/late-rules";

test("rules that cannot be had are null, and are asked for again", async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error("no network")).mockResolvedValue("rules");
  const rules = lateRules(load);
  rules.fetchAhead();
  await expect.poll(() => load.mock.settledResults.map(({ type }) => type)).toEqual(["rejected"]);
  expect(await rules.get()).toBe("rules");
  expect(await lateRules(() => Promise.reject(new Error("no network"))).get()).toBeNull();
});
