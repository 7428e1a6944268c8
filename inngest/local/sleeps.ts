import type pg from "pg";
import { discoverNext, lockLiveRun, writeStep } from "./settle";
import { announceWork, inTransaction } from "./store";

/** Ends the sleeps that are over, so that their functions go on. */
export async function endSleeps(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ id: string; run_id: string }>(
    "select id, run_id from engine_call where kind = 'sleep' and due_at <= now() order by due_at limit 500",
  );
  for (const sleep of rows) {
    await inTransaction(pool, async (transaction) => {
      const isLive = await lockLiveRun(transaction, sleep.run_id);
      const { rows: ended } = await transaction.query<{ step_id: string; name: string }>("delete from engine_call where id = $1 returning step_id, name", [sleep.id]);
      const [step] = ended;
      if (step === undefined || !isLive) return;
      await writeStep(transaction, sleep.run_id, step.step_id, step.name, { data: null });
      await discoverNext(transaction, sleep.run_id);
      await announceWork(transaction);
    });
  }
}
