import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";

/** Seconds a step may take where a platform limits it: Cash hands over a whole table in one. */
export const maxDuration = 800;
export const dynamic = "force-dynamic";

/** Where the job engine calls the functions; it must sign every call. */
export const { GET, POST, PUT } = serve({ client: inngest, functions });
