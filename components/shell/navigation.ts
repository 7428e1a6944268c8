import { Box, Braces, ClipboardList, Clock, History, KeyRound, List, Plug, Shield, Tags, Users, UserRoundCog, Warehouse, IdCard, type LucideIcon } from "lucide-react";
import type { Route } from "next";
import type { Role } from "@/lib/auth/roles";

type PageName = "workOrders" | "relations" | "materials" | "hourTypes" | "warehouses" | "employees" | "log" | "runs" | "integrations" | "workStatuses" | "licences" | "apiKeys" | "users" | "audit";
export type NavigationGroup = { name: "work" | "masterData" | "activity" | "settings"; pages: readonly { name: PageName; href: Route; icon: LucideIcon }[] };

/** The daily work stands at the top, its name only read out. */
const work: NavigationGroup = { name: "work", pages: [{ name: "workOrders", href: "/work-orders", icon: ClipboardList }] };

const masterData: NavigationGroup = {
  name: "masterData",
  pages: [
    { name: "relations", href: "/relations", icon: Users },
    { name: "materials", href: "/materials", icon: Box },
    { name: "hourTypes", href: "/hour-types", icon: Clock },
    { name: "warehouses", href: "/warehouses", icon: Warehouse },
    { name: "employees", href: "/employees", icon: IdCard },
  ],
};

const activity: NavigationGroup = {
  name: "activity",
  pages: [
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
  ],
};

/** The menu a role sees: settings are the administrators'. */
export function navigationFor(role: Role): readonly NavigationGroup[] {
  return role === "administrator" ? [work, masterData, activity, settings] : [work, masterData, activity];
}
