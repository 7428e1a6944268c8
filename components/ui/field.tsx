"use client";

import { TriangleAlert } from "lucide-react";
import { useId, useMemo, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { FieldControlContext, type FieldControl } from "@/components/ui/field-control";

type FieldProps = {
  label: ReactNode;
  help?: ReactNode;
  /** A sentence in the person's language. */
  error?: string | null;
  /** What it was, in words, when it has been changed: "was None". */
  changed?: ReactNode;
  children: ReactNode;
  className?: string;
};

function useField({ help, error, changed }: Pick<FieldProps, "help" | "error" | "changed">) {
  const id = useId();
  const helpId = help ? `${id}-help` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const changedId = changed ? `${id}-changed` : undefined;
  const invalid = Boolean(error);
  const control = useMemo<FieldControl>(
    () => ({ id, labelId: `${id}-label`, describedBy: [errorId, changedId, helpId].filter(Boolean).join(" ") || undefined, invalid }),
    [id, errorId, changedId, helpId, invalid],
  );
  return { control, helpId, errorId, changedId };
}

/** Label above, control, help or error below. The control inside takes its id and description from here. */
export function Field({ label, help, error, changed, children, className }: FieldProps) {
  const { control, helpId, errorId, changedId } = useField({ help, error, changed });
  return (
    <div className={classNames("grid min-w-0 content-start gap-1.5", className)}>
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={control.id} id={control.labelId} className="text-sm font-medium">
          {label}
        </label>
        {changed ? <Changed id={changedId}>{changed}</Changed> : null}
      </div>
      <FieldControlContext value={control}>{children}</FieldControlContext>
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      {help ? (
        <p id={helpId} className="text-sm text-fg-3">
          {help}
        </p>
      ) : null}
    </div>
  );
}

/** Label and help on the left, the control where the eye ends. `narrow` for switches and other small controls. */
export function FieldRow({ label, help, error, changed, narrow = false, children, className }: FieldProps & { narrow?: boolean }) {
  const { control, helpId, errorId, changedId } = useField({ help, error, changed });
  return (
    <div
      className={classNames(
        "grid items-center gap-x-8 gap-y-2 px-(--card-x) py-(--row-y)",
        narrow ? "grid-cols-[minmax(0,1fr)_auto] max-sm:items-start" : "sm:grid-cols-[minmax(0,1fr)_minmax(0,17.5rem)]",
        className,
      )}
    >
      <div>
        <div className="flex flex-wrap items-center gap-2">
          <label htmlFor={control.id} id={control.labelId} className="font-medium">
            {label}
          </label>
          {changed ? <Changed id={changedId}>{changed}</Changed> : null}
        </div>
        {help ? (
          <p id={helpId} className="text-sm text-fg-3">
            {help}
          </p>
        ) : null}
        {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      </div>
      <FieldControlContext value={control}>{children}</FieldControlContext>
    </div>
  );
}

/** The mark of a changed field. */
export function Changed({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span id={id} className="inline-flex items-center gap-1.5 text-xs font-medium text-accent-text before:size-1.5 before:rounded-full before:bg-accent">
      {children}
    </span>
  );
}

function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex gap-2 text-sm text-alert-text">
      <TriangleAlert aria-hidden className="mt-0.5 text-alert" />
      {children}
    </p>
  );
}
