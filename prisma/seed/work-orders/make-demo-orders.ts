import { mixSeed, Random } from "@/e2e/sandbox/core/generator/random";
import type { WorkOrderStatus } from "@/lib/generated/prisma/enums";
import type { Locale } from "@/lib/i18n/locales";
import { workOrderInputSchema, type WorkOrderInput } from "@/lib/work-orders/work-order-input";
import type { DemoCatalogue, DemoCustomer } from "./demo-catalogue";
import { demoFlaws } from "./demo-flaws";
import { demoJobs, inLanguage, internalNotes, jobKinds } from "./demo-jobs";
import { makeMaterials, makePeriods, type Scene } from "./demo-lines";

export type DemoOrder = {
  input: WorkOrderInput;
  status: WorkOrderStatus;
  /** Which of the vendor's work statuses it carries. */
  purpose: "hold" | "send";
  createdAt: Date;
  completedAt: Date | null;
};

type Plan = { seed: number; count: number; locale: Locale; /** YYYY-MM-DD where the account is. */ today: string; catalogue: DemoCatalogue };

/** How far a work order has got, when it was or is to be done (days from today; long work takes the next working day, too), and whether it is to be billed. */
type Stage = { status: WorkOrderStatus; purpose: "hold" | "send"; days: readonly [number, number] };

const times = (count: number, stage: Stage) => Array.from({ length: count }, () => stage);
const stagesOfThirty: readonly Stage[] = [
  ...times(4, { status: "ready", purpose: "send", days: [0, 14] }),
  ...times(2, { status: "retrieved", purpose: "send", days: [-1, 0] }),
  ...times(5, { status: "complete", purpose: "send", days: [-12, -4] }),
  ...times(2, { status: "complete", purpose: "hold", days: [-25, -4] }),
  ...times(15, { status: "handled", purpose: "send", days: [-240, -14] }),
  ...times(2, { status: "handled", purpose: "hold", days: [-200, -20] }),
];

/** Believable work orders in every state, the earliest made first: the same for the same seed and day. */
export function makeDemoOrders({ seed, count, locale, today, catalogue }: Plan): DemoOrder[] {
  const flaws = [...demoFlaws];
  const orders = Array.from({ length: count }, (_, index) => {
    const random = new Random(mixSeed(seed, index, 8_000));
    const stage = stagesOfThirty[(index * 7) % stagesOfThirty.length] ?? stagesOfThirty[0];
    if (!stage) return [];
    const workDate = weekday(addDays(today, random.between(...stage.days)));
    const entered = enter({ random, catalogue, locale }, workDate, stage.status);
    const isDue = stage.status === "complete" && stage.purpose === "send";
    const flaw = isDue && random.chance(0.3) && entered.lines[0]?.type === "material" ? flaws.shift() : undefined;
    const input = workOrderInputSchema.parse(flaw ? flaw(entered) : entered);
    const isDone = stage.status === "complete" || stage.status === "handled";
    const lead = random.between(1, 9);
    const createdOn = stage.status === "ready" ? addDays(today, -lead) : addDays(workDate, -lead);
    return [{ input, status: stage.status, purpose: stage.purpose, createdAt: moment(createdOn, random, 7), completedAt: isDone ? moment(input.endDate ?? workDate, random, 15) : null }];
  });
  return orders.flat().sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
}

function enter(scene: Scene, workDate: string, status: WorkOrderStatus): Parameters<(typeof demoFlaws)[number]>[0] {
  const { random, catalogue, locale } = scene;
  const job = random.pick(demoJobs);
  const customer = pickCustomer(scene);
  const payer = random.chance(0.12) ? pickCustomer(scene) : null;
  const isDone = status === "complete" || status === "handled";
  const periods = isDone ? makePeriods(scene, job, [workDate, weekday(addDays(workDate, 1), "forward")]) : [];
  const lastDay = periods.reduce((last, line) => (line.type === "period" && line.date > last ? line.date : last), workDate);
  const isProject = job.kind === "installation" && random.chance(0.5);
  return {
    projectNumber: isProject ? `P${workDate.slice(2, 4)}-${String(random.between(1, 320)).padStart(3, "0")}` : null,
    externalProjectNumber: random.chance(0.15) ? `INK-${random.between(40_000, 59_999)}` : null,
    customer: partyOf(customer, catalogue),
    deliveryAddressCode: customer && random.chance(0.6) ? (customer.deliveryAddresses[0] ?? null) : null,
    invoiceCustomer: payer && payer.debtorNumber !== customer?.debtorNumber ? partyOf(payer, catalogue) : null,
    workDate,
    endDate: lastDay === workDate ? null : lastDay,
    typeOfWork: inLanguage(jobKinds[job.kind], locale),
    shortDescription: inLanguage(job.short, locale),
    description: isDone ? inLanguage(job.description, locale) : null,
    internalDescription: random.chance(0.15) ? inLanguage(random.pick(internalNotes), locale) : null,
    lines: [...makeMaterials(scene, job), ...periods],
  };
}

/** Half of the work is for a tenth of the customers. */
function pickCustomer({ random, catalogue: { customers } }: Scene): DemoCustomer | undefined {
  const among = random.chance(0.5) ? Math.ceil(customers.length / 10) : customers.length;
  return customers[random.below(Math.max(1, among))];
}

function partyOf(customer: DemoCustomer | undefined, { customers }: DemoCatalogue) {
  const { debtorNumber, name, street, postalCode, city, countryCode, attention, phone, email } = customer ?? customers[0] ?? nobody;
  const [, streetName = street, houseNumber = null] = /^(.+?) (\d.*)$/.exec(street) ?? [];
  return { debtorNumber, name, street: streetName, houseNumber, postalCode, city, countryCode: countryCode ?? "NL", contact: attention, phone, email };
}

/** For a sandbox without relations. */
const nobody = { debtorNumber: null, name: "Kasteel De Haar", street: "Kasteellaan 1", postalCode: "3455 RR", city: "Utrecht", countryCode: "NL", attention: null, phone: null, email: null };

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A Saturday or Sunday becomes the Friday before, or the Monday after. */
function weekday(day: string, towards: "back" | "forward" = "back"): string {
  const place = new Date(day).getUTCDay();
  if (place !== 0 && place !== 6) return day;
  if (towards === "forward") return addDays(day, place === 6 ? 2 : 1);
  return addDays(day, place === 6 ? -1 : -2);
}

/** Some minute of the two hours after this one. */
function moment(day: string, random: Random, hour: number): Date {
  return new Date(Date.parse(day) + (hour * 60 + random.below(120)) * 60_000);
}
