import { skipReasons } from "@/lib/connectors/skip-reasons";
import { readCustomer } from "../records/customer";
import { readDeliveryAddress } from "../records/delivery-address";
import { readItem } from "../records/read-item";
import { customerSchema, deliverySchema } from "../records/schemas";
import type { KindRecord, List } from "./list-pass";

/** The customers, with their delivery addresses. */
export const customers: List = {
  operation: "list customers",
  one: "get customer",
  path: "/customers",
  kinds: ["relations", "deliveryAddresses"],
  itemKinds: ["relations"],
  reader: () => readCustomerRecords,
};

/** A customer as relation and, where it has one, delivery address. Of one that could not be read the address may be good all the same. */
export function readCustomerRecords(item: unknown): KindRecord[] {
  const customer = readItem(customerSchema, item);
  const relation = customer.ok ? readCustomer(customer.item) : customer.record;
  const leaves = relation.outcome === "skip" && skipReasons[relation.reason].effect === "deactivates";
  const delivery = leaves ? null : deliverySchema.safeParse(item);
  const address = delivery?.success === true ? readDeliveryAddress(delivery.data) : null;
  return [{ kind: "relations", record: relation }, ...(address === null ? [] : [{ kind: "deliveryAddresses" as const, record: address }])];
}
