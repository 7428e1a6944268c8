import { getWorkOrder } from "@/lib/api/get-work-order";
import { apiRoute } from "@/lib/api/api-route";

/** How a work order stands, by its number. */
export const GET = apiRoute(getWorkOrder);
