import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { useDay } from "@/components/work-orders/use-day";
import type { LineNames } from "@/lib/work-orders/read-line-names";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Facts, type FactEntry } from "@/components/ui/facts";
import type { WorkOrderDetail, WorkOrderParty } from "@/lib/work-orders/work-order-detail";

/** Who it is for, when, which project, and what was done. Empty facts are left out. */
export function DetailsCard({ workOrder, names }: { workOrder: WorkOrderDetail; names: LineNames }) {
  const t = useTranslations("workOrders.details");
  const day = useDay();
  const { customer, invoiceCustomer, workDate, endDate, projectNumber, externalProjectNumber, typeOfWork } = workOrder;
  const address = workOrder.deliveryAddressCode;
  const facts: FactEntry[] = [
    { name: t("customer"), value: <PartyLines party={customer} /> },
    ...(invoiceCustomer ? [{ name: t("invoiceCustomer"), value: <PartyLines party={invoiceCustomer} /> }] : []),
    ...(address ? [{ name: t("deliveryAddress"), value: names.deliveryAddress ?? address }] : []),
    ...contactFacts(customer, t("contact")),
    { name: t("dates"), value: endDate && endDate !== workDate ? t("fromTo", { from: day(workDate), to: day(endDate) }) : day(workDate) },
    ...(projectNumber || externalProjectNumber
      ? [{ name: t("project"), value: <Lines first={projectNumber ?? t("external", { number: externalProjectNumber ?? "" })} rest={projectNumber && externalProjectNumber ? [t("external", { number: externalProjectNumber })] : []} /> }]
      : []),
    ...(typeOfWork ? [{ name: t("typeOfWork"), value: typeOfWork }] : []),
  ];
  return (
    <Card aria-labelledby="details">
      <CardHeader title={t("title")} titleId="details" />
      <CardBody className="grid gap-5">
        <Facts columns facts={facts} />
        <LongText title={t("description")} text={workOrder.description} />
        <LongText title={t("internalDescription")} text={workOrder.internalDescription} />
      </CardBody>
    </Card>
  );
}

/** Name first, then number and address, each on its line. */
function PartyLines({ party }: { party: WorkOrderParty }) {
  const t = useTranslations("workOrders.details");
  const { debtorNumber, name, street, houseNumber, postalCode, city, countryCode } = party;
  const place = [postalCode, city].filter(Boolean).join(" ");
  const lines = [
    name ? (debtorNumber ? t("debtor", { number: debtorNumber }) : null) : null,
    [street, houseNumber].filter(Boolean).join(" "),
    [place, countryCode && countryCode !== "NL" ? countryCode : null].filter(Boolean).join(", "),
  ];
  return <Lines first={name ?? (debtorNumber ? t("debtor", { number: debtorNumber }) : <span className="text-fg-3">{t("noCustomer")}</span>)} rest={lines} />;
}

function contactFacts({ contact, phone, email }: WorkOrderParty, name: string): FactEntry[] {
  const [first, ...rest] = [contact, phone, email].flatMap((value) => value ?? []);
  return first === undefined ? [] : [{ name, value: <Lines first={first} rest={rest} /> }];
}

function Lines({ first, rest }: { first: ReactNode; rest: readonly (string | null)[] }) {
  return (
    <>
      {first}
      {rest.filter(Boolean).map((line) => (
        <span key={line} className="block text-fg-2 tabular-nums">
          {line === null ? null : <Breakable text={line} />}
        </span>
      ))}
    </>
  );
}

/** An e-mail address breaks at its parts where it is too long for its column. */
function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[@.])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}

function LongText({ title, text }: { title: string; text: string | null }) {
  if (text === null) return null;
  return (
    <div>
      <h3 className="mb-px text-xs font-normal text-fg-3">{title}</h3>
      <p className="max-w-[72ch] whitespace-pre-line wrap-anywhere">{text}</p>
    </div>
  );
}
