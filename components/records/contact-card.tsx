import Link from "next/link";
import { useTranslations } from "next-intl";
import { useInactiveReason } from "@/components/records/skip-reason";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import type { ContactPerson } from "@/lib/relations/list-contacts";

/** The people to ask for at a relation. */
export function ContactCard({ contacts }: { contacts: readonly ContactPerson[] }) {
  const kinds = useTranslations("sync.kind");
  return (
    <Card aria-labelledby="contacts">
      <CardHeader title={kinds("contacts")} titleId="contacts" />
      <ul className="divide-y divide-line pt-2">
        {contacts.map((contact) => (
          <ContactItem key={contact.id} contact={contact} />
        ))}
      </ul>
    </Card>
  );
}

function ContactItem({ contact: { id, name, department, phone, mobile, email, active, inactiveReason } }: { contact: ContactPerson }) {
  const t = useTranslations("records.row");
  const reasonOf = useInactiveReason();
  return (
    <li className={active ? "px-(--card-x) py-(--row-y)" : "px-(--card-x) py-(--row-y) text-fg-3"}>
      <p className="flex flex-wrap items-center gap-2 font-medium">
        <Link href={`/contacts/${id}`} className="hover:underline">
          {name}
        </Link>
        {active ? null : <Badge>{inactiveReason ? reasonOf(inactiveReason) : t("inactive")}</Badge>}
      </p>
      {[department, [phone, mobile].filter(Boolean).join(", "), email].map((line) =>
        line ? (
          <p key={line} className={active ? "text-sm wrap-anywhere text-fg-2" : "text-sm wrap-anywhere"}>
            {line}
          </p>
        ) : null,
      )}
    </li>
  );
}
