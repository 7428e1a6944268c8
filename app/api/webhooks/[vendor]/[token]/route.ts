import { after } from "next/server";
import { announceDelivery } from "@/inngest/request-webhook";
import { syncEngine } from "@/lib/sync/engine";
import { createReceiver } from "@/lib/webhooks/receive-route";

export const dynamic = "force-dynamic";

/** Takes in what a vendor tells of; the job hears of it when the vendor has its answer. */
export const POST = createReceiver({ findEngine: syncEngine, afterwards: after, announce: announceDelivery });
