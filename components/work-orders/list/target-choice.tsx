"use client";

import { ChevronDown } from "lucide-react";
import type { ExportTarget } from "@/components/work-orders/list/bulk-acts";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";

type TargetChoiceProps = {
  targets: readonly ExportTarget[];
  /** The act with the vendor's name. */
  label: (vendorName: string) => string;
  /** The act where the vendor is still to be chosen. */
  several: string;
  onChoose: (target: ExportTarget) => void;
};

/** An act that needs a bookkeeping: a button where there is one, a menu of them where there are several. */
export function TargetChoice({ targets, label, several, onChoose }: TargetChoiceProps) {
  const [only, ...others] = targets;
  if (!only) return null;
  if (others.length === 0) {
    return (
      <Button size="sm" onClick={() => onChoose(only)}>
        {label(only.vendorName)}
      </Button>
    );
  }
  return (
    <Menu
      trigger={
        <Button size="sm">
          {several}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      {targets.map((target) => (
        <MenuItem key={target.connectionId} onSelect={() => onChoose(target)}>
          {label(target.vendorName)}
        </MenuItem>
      ))}
    </Menu>
  );
}
