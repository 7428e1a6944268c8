import { Bell, Box, Braces, CircleAlert, ClipboardList, Clock, Contact, FolderTree, History, KeyRound, LayoutDashboard, List, Plug, Send, Shield, Tags, Users, UserRoundCog, Warehouse, IdCard, type LucideIcon } from "lucide-react";
import type { Route } from "next";
import type { Role } from "@/lib/auth/roles";
import { optionalKinds, type OptionalKind } from "@/lib/catalogue/optional-kinds";

type PageName = "dashboard" | "workOrders" | "exports" | "relations" | "contacts" | "materials" | "categories" | "hourTypes" | "warehouses" | "employees" | "issues" | "log" | "runs" | "integrations" | "workStatuses" | "licences" | "apiKeys" | "users" | "audit" | "notices";
export type NavigationGroup = { name: "work" | "masterData" | "activity" | "settings"; pages: readonly { name: PageName; href: Route; icon: LucideIcon }[] };

/** The daily work stands at the top, its name only read out. */
const work: NavigationGroup = { name: "work", pages: [{ name: "dashboard", href: "/dashboard", icon: LayoutDashboard }, { name: "workOrders", href: "/work-orders", icon: ClipboardList }, { name: "exports", href: "/exports", icon: Send }] };

const masterData: NavigationGroup = {
  name: "masterData",
  pages: [
    { name: "relations", href: "/relations", icon: Users },
    { name: "contacts", href: "/contacts", icon: Contact },
    { name: "materials", href: "/materials", icon: Box },
    { name: "categories", href: "/categories", icon: FolderTree },
    { name: "hourTypes", href: "/hour-types", icon: Clock },
    { name: "warehouses", href: "/warehouses", icon: Warehouse },
    { name: "employees", href: "/employees", icon: IdCard },
  ],
};

const activity: NavigationGroup = {
  name: "activity",
  pages: [
    { name: "issues", href: "/issues", icon: CircleAlert },
    { name: "log", href: "/log", icon: List },
    { name: "runs", href: "/runs", icon: History },
  ],
};

const settings: NavigationGroup = {
  name: "settings",
  pages: [
    { name: "integrations", href: "/settings/integrations", icon: Plug },
    { name: "workStatuses", href: "/settings/work-statuses", icon: Tags },
    { name: "licences", href: "/settings/licences", icon: KeyRound },
    { name: "apiKeys", href: "/settings/api-keys", icon: Braces },
    { name: "users", href: "/settings/users", icon: UserRoundCog },
    { name: "audit", href: "/settings/audit", icon: Shield },
    { name: "notices", href: "/settings/notices", icon: Bell },
  ],
};

/** The menu a role sees: settings are the administrators'. Of records that only some vendors have, those of `kinds`. */
export function navigationFor(role: Role, kinds: readonly OptionalKind[]): readonly NavigationGroup[] {
  const hidden = optionalKinds.filter((kind) => !kinds.includes(kind));
  const records = { ...masterData, pages: masterData.pages.filter(({ name }) => !hidden.some((kind) => kind === name)) };
  return role === "administrator" ? [work, records, activity, settings] : [work, records, activity];
}
