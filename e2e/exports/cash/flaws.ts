import { enterMaterial, enterPeriod, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import type { WorkOrderInput } from "@/lib/work-orders/work-order-input";
import { known } from "./lane";

type Flaw = {
  readonly change: (input: WorkOrderInput) => WorkOrderInput;
  /** What a person reads. */
  readonly sentence: string;
};

const [material] = known.materials;

/** What keeps a work order from Cash, each with its sentence, while missing customers and articles are not created. */
export const flaws: readonly Flaw[] = [
  { change: (input) => ({ ...input, lines: [] }), sentence: "No materials or work periods on work order {workOrder}" },
  { change: add(enterMaterial({ code: material, quantity: "0" })), sentence: `Quantity of material ${material} on work order {workOrder} cannot be 0` },
  { change: add(enterMaterial({ code: "4711", quantity: "1", price: "5" })), sentence: "Material 4711 on work order {workOrder} not found in Cash" },
  { change: add(enterPeriod({ hourTypeCode: "MONTT" })), sentence: "Hour type MONTT on work order {workOrder} not found in Cash or not synchronised" },
  { change: (input) => ({ ...input, customer: { ...input.customer, debtorNumber: "10099" } }), sentence: "Relation 10099 on work order {workOrder} not found in Cash" },
  { change: (input) => ({ ...input, customer: { ...input.customer, debtorNumber: null, name: null } }), sentence: "Work order {workOrder} has no customer" },
  { change: (input) => ({ ...input, lines: lines(enterPeriod({ hourTypeCode: "REIS", totalMinutes: 45 })) }), sentence: "Nothing on work order {workOrder} is billable" },
  { change: add(enterPeriod({ hourTypeCode: known.hourType, totalMinutes: 0 })), sentence: `A work period of ${known.hourType} on work order {workOrder} has no time` },
  { change: (input) => ({ ...input, invoiceCustomer: { ...input.customer, debtorNumber: "10098", name: "Holding" } }), sentence: "Invoice customer 10098 on work order {workOrder} not found in Cash" },
  { change: (input) => ({ ...input, deliveryAddressCode: "9" }), sentence: "Delivery address 9 on work order {workOrder} not found in Cash" },
];

type EnteredLines = NonNullable<NonNullable<Parameters<typeof enterWorkOrder>[0]>["lines"]>;

function lines(...entered: EnteredLines): WorkOrderInput["lines"] {
  return enterWorkOrder({ lines: entered }).lines;
}

function add(...entered: EnteredLines): Flaw["change"] {
  return (input) => ({ ...input, lines: [...input.lines, ...lines(...entered)] });
}
