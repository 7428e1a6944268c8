import { z } from "zod";
import { circumstancesSchema } from "@/e2e/exports/cash/lane-engine";

/** What the application in a process of its own is started with. `seed`: of the calls that break off. `lastSend`: with Cash's answer to so many orders in its hands it dies; null: it does not. */
export const appOptionsSchema = z.object({ databaseUrl: z.string(), engineUrl: z.string(), port: z.number(), seed: z.number(), lastSend: z.number().nullable(), lanes: z.array(circumstancesSchema) });
export type AppOptions = z.infer<typeof appOptionsSchema>;
