// An agency, and the links by which one of them, or a period of it, is chosen.
import { lang } from '../../words';

/** An agency whose events may be read, and the number of its newest; 0 where there is none. */
export interface Source { agencyId: string; name: string; newest: number }

/** The page of that agency, and of a period where one is named. */
export const pageOf = (agency: string, period?: string) => `/console/kementerian?${new URLSearchParams({
  instansi: agency, ...(period ? { periode: period } : {}), lang: lang() })}`;

/** A link that changes this page alone, and may be opened beside it. Then one is led to where it shows. */
export function Choose({ to, go, isChosen, focus, children }: {
  to: string; go: () => void; isChosen: boolean; focus: string; children: string;
}) {
  return <a href={to} aria-current={isChosen ? 'true' : undefined} onClick={(event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      go();
      setTimeout(() => {
        document.getElementById(focus)?.focus({ preventScroll: true });
        document.getElementById(focus)?.scrollIntoView();
      });
    }
  }}>{children}</a>;
}
