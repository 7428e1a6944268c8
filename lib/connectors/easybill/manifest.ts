import type { Manifest } from "@/lib/connectors/connector";
import { easybillPlans, type EasybillPlan } from "./login-schema";

/** What each plan of EasyBill allows. */
const requestsByPlan: Readonly<Record<EasybillPlan, number>> = { plus: 10, business: 60 };

/** A plan that is not known counts as the smallest: too slow is better than refused. */
export function requestsAMinute(plan: string | undefined): number {
  return requestsByPlan[easybillPlans.find((one) => one === plan) ?? "plus"];
}

export const easybillManifest: Manifest = {
  id: "easybill",
  name: "EasyBill",
  country: "DE",
  imports: ["relations", "contacts", "categories", "materials", "hourTypes", "employees"],
  hasAdministrations: false,
  requestsPerMinute: ({ plan }) => requestsAMinute(plan),
  trialDays: 14,
};
