import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

const variants = {
  default: "bg-raised text-fg shadow-button hover:bg-hover",
  /** At most one per card. */
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  /** The serious confirmation in a dialog. */
  ink: "bg-ink text-on-ink hover:opacity-90",
  ghost: "text-fg-2 hover:bg-hover hover:text-fg",
} as const;

const sizes = {
  md: "h-(--control-h) px-3.5 text-md",
  sm: "h-(--control-h-sm) px-2.5 text-sm",
  icon: "size-(--control-h-sm)",
} as const;

const common =
  "inline-flex shrink-0 cursor-pointer items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap no-underline transition-colors select-none";
const blocked = "disabled:bg-sunken disabled:text-fg-3 disabled:shadow-none";

type ButtonProps = ComponentProps<"button"> & {
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
  /** Gives the look to the child, for links. */
  asChild?: boolean;
  /** What is going on, in words: replaces the label and blocks the button while it lasts. */
  busy?: string | false;
};

/** A button. `size="icon"` needs an `aria-label`. */
export function Button({ variant = "default", size = "md", asChild = false, busy = false, className, children, disabled, ...rest }: ButtonProps) {
  const look = classNames(common, variants[variant], sizes[size], blocked, className);
  if (asChild) {
    return (
      <Slot.Root className={look} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button type="button" className={look} disabled={disabled || busy !== false} aria-busy={busy !== false || undefined} {...rest}>
      {busy === false ? (
        children
      ) : (
        <>
          <LoaderCircle aria-hidden className="animate-turn" />
          <span role="status">{busy}</span>
        </>
      )}
    </button>
  );
}
