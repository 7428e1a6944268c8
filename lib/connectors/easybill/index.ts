import { env } from "@/lib/env";
import { createEasybillConnector } from "./connector";

/** The EasyBill of this installation. */
export const easybillConnector = createEasybillConnector(() => ({ apiUrl: env().EASYBILL_API_URL }));
