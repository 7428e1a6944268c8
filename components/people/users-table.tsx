import { CircleCheck, CircleSlash, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { UserActions } from "@/components/people/user-actions";
import { UserMenu } from "@/components/people/user-menu";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Table, Td, Th } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { UserRow, UserState } from "@/lib/users/list-users";

type UsersTableProps = { users: readonly UserRow[]; ownId: string; actions: UserActions };

/** Wide: a column each. On a phone role and state stand below the name. */
const wide = "max-sm:hidden";

export function UsersTable({ users, ownId, actions }: UsersTableProps) {
  const t = useTranslations("users");
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("column.name")}</Th>
          <Th className={wide}>{t("column.role")}</Th>
          <Th className={wide}>{t("column.state")}</Th>
          <Th className={wide}>{t("column.lastSignIn")}</Th>
          <Th>
            <span className="sr-only">{t("column.actions")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <UserLine key={user.id} user={user} isSelf={user.id === ownId} actions={actions} />
        ))}
      </tbody>
    </Table>
  );
}

function UserLine({ user, isSelf, actions }: { user: UserRow; isSelf: boolean; actions: UserActions }) {
  const t = useTranslations("users");
  return (
    <tr className={classNames(user.state === "deactivated" && "text-fg-3")}>
      <Td>
        <span className="font-medium">{user.name}</span>
        {isSelf ? <span className="text-fg-3"> · {t("you")}</span> : null}
        <small className="block text-xs wrap-anywhere text-fg-3">{user.email}</small>
        <span className="mt-1.5 flex flex-wrap items-center gap-2 sm:hidden">
          {t(`role.${user.role}`)}
          <StateBadge state={user.state} />
        </span>
      </Td>
      <Td className={wide}>{t(`role.${user.role}`)}</Td>
      <Td className={wide}>
        <StateBadge state={user.state} />
      </Td>
      <Td className={wide}>{user.lastSignInAt ? <Time value={user.lastSignInAt} /> : <span className="text-fg-3">{t("never")}</span>}</Td>
      <Td className="text-right">
        <UserMenu user={user} actions={actions} />
      </Td>
    </tr>
  );
}

const looks = {
  active: { tone: "good", icon: CircleCheck },
  invited: { tone: "neutral", icon: Clock },
  deactivated: { tone: "line", icon: CircleSlash },
} as const satisfies Record<UserState, object>;

function StateBadge({ state }: { state: UserState }) {
  const t = useTranslations("users.state");
  return <Badge {...looks[state]}>{t(state)}</Badge>;
}
