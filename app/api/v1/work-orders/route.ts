import { announceExport } from "@/inngest/request-export";
import { apiRoute } from "@/lib/api/api-route";
import { createPostWorkOrder } from "@/lib/api/post-work-order";

/** Takes work orders from other software. */
export const POST = apiRoute(createPostWorkOrder(announceExport));
