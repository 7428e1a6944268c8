import { afterAll, beforeAll, expect, test } from "vitest";
import { createExportTest, enterComplete, readExport, sweep, work, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { isWay, moveIntent } from "@/lib/export/transitions";
import { ExportState } from "@/lib/generated/prisma/enums";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest()));
afterAll(() => it.close());

const states = Object.values(ExportState);

async function newIntent() {
  const { id } = await enterComplete(it);
  await sweep(it);
  const { intent } = await readExport(it, id);
  if (!intent) throw new Error("Nothing became due");
  return { ...intent, workOrderId: id };
}

test("what was, or may have been, sent is never sent again without a proof or a person", () => {
  expect(states.filter((from) => isWay(from, "sending"))).toEqual(["pending"]);
  expect(states.filter((from) => isWay(from, "pending"))).toEqual(["pending", "sending", "uncertain", "needs_review"]);
  expect(states.filter((to) => isWay("finished", to))).toEqual(["sent", "dismissed"]);
  expect(states.filter((to) => isWay("sent", to))).toEqual(["sent", "finished", "needs_review"]);
  expect(isWay("sending", "rejected")).toBe(false);
});

test("another way is refused, by the engine and for everybody", async () => {
  const intent = await newIntent();
  for (const to of states.filter((state) => !isWay("pending", state))) {
    await expect(it.db.prisma.$transaction((tx) => moveIntent(tx, { intent, to, event: "export.finished", detail: {} }))).rejects.toThrow("unexpected");
  }
  expect(await readExport(it, intent.workOrderId)).toMatchObject({ state: "pending", journal: ["intent.created"] });
  await work(it);
});

test("an older fencing number, or another state than was read, moves nothing and writes nothing", async () => {
  const intent = await newIntent();
  const move = (changes: object) => it.db.prisma.$transaction((tx) => moveIntent(tx, { intent: { ...intent, ...changes }, to: "dismissed", event: "person.dismissed", detail: {} }));
  await expect(move({ fence: intent.fence - 1 })).rejects.toMatchObject({ reason: "lost" });
  await expect(move({ state: "needs_review" })).rejects.toMatchObject({ reason: "lost" });
  await expect(move({ accountId: it.connectionId })).rejects.toMatchObject({ reason: "lost" });
  expect(await readExport(it, intent.workOrderId)).toMatchObject({ state: "pending", journal: ["intent.created"] });
  await work(it);
});

test("the journal can be added to, and never changed or emptied", async () => {
  await newIntent();
  for (const statement of ["UPDATE export_journal SET event = 'intent.withdrawn'", "DELETE FROM export_journal", "TRUNCATE export_journal"]) {
    await expect(it.db.pool.query(statement)).rejects.toThrow("only be added to");
  }
  await work(it);
});
