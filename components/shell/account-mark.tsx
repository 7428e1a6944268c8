import { initialsOf } from "@/components/shell/initials";

/** The account's initials on ink; the name stands beside it. */
export function AccountMark({ name }: { name: string }) {
  return (
    <span aria-hidden className="grid size-7 flex-none place-items-center rounded-md bg-ink text-xs font-semibold text-on-ink">
      {initialsOf(name)}
    </span>
  );
}
