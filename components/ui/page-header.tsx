import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type PageHeaderProps = {
  title: ReactNode;
  breadcrumbs?: ReactNode;
  /** A `StateLine`, or a sentence: every page opens with its state in words. */
  state?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, breadcrumbs, state, actions }: PageHeaderProps) {
  return (
    <>
      {breadcrumbs}
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-4 sm:mb-8">
        <div className="min-w-0">
          <h1 className="wrap-anywhere">{title}</h1>
          {state ? <div className="mt-2 text-fg-2">{state}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:*:flex-1">{actions}</div> : null}
      </header>
    </>
  );
}

type SplitProps = {
  children: ReactNode;
  aside: ReactNode;
  /**
   * The side column comes first: for those who listen or tab, and above the main one where there is no room beside it. A card
   * in it with `max-lg:order-2` goes below the main one then.
   */
  lead?: boolean;
};

/** The main column for the task, a side column for evidence; one below the other where there is no room. */
export function Split({ children, aside, lead = false }: SplitProps) {
  const side = <aside className={classNames("grid min-w-0 gap-6 lg:sticky lg:top-6", lead && "max-lg:contents lg:col-start-2 lg:row-start-1")}>{aside}</aside>;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20.5rem] xl:grid-cols-[minmax(0,1fr)_23rem] xl:gap-8">
      {lead ? side : null}
      <div className={classNames("grid min-w-0 gap-6", lead && "max-lg:order-1 lg:col-start-1 lg:row-start-1")}>{children}</div>
      {lead ? null : side}
    </div>
  );
}
