// Small parts that several pages draw: a verdict with its shape and word, a period to choose, an outcome.
import type { ComponentChildren } from 'preact';
import { monthsFrom } from './address';
import { goOnAtNext } from './focus';
import { nameOf } from './names';
import { lang, monthName, t, type Word } from './words';

export interface Reason { code: string; id: string; en: string }

const SHAPES: Record<string, string> = {
  inside: 'M7 1.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11Z',
  outside: 'M7 1 13.4 12.6H.6Z',
  uncertain: 'M7 .6 13.4 7 7 13.4.6 7ZM7 3.6 3.6 7 7 10.4 10.4 7Z',
  unknown: 'M2 .6 7 5.6 12 .6 13.4 2 8.4 7 13.4 12 12 13.4 7 8.4 2 13.4.6 12 5.6 7 .6 2Z',
};

export const Shape = ({ kind }: { kind: string }) => <svg class={`shape ${kind}`} viewBox="0 0 14 14"
  aria-hidden="true"><path fill-rule="evenodd" d={SHAPES[kind] ?? SHAPES.unknown} /></svg>;

/** Where a position lay: always a shape and a word. */
export const Verdict = ({ placement }: { placement: string }) =>
  <span class={`tag ${placement}`}><Shape kind={placement} />{t(placement as Word)}</span>;

export const Reasons = ({ of }: { of: Reason[] }) =>
  <ul class="reasons">{of.map((one) => <li key={one.code}>{one[lang()]}</li>)}</ul>;

/** A person: the name, where there is one, and the surrogate id. A short id stays on one line, a long one may break. */
export function Id({ of }: { of: string }) {
  const [name, id] = [nameOf(of), <code class={of.length < 16 ? 'whole' : undefined}>{of}</code>];
  return name === null ? id : <span class="named">{name} {id}</span>;
}

/** Between what was and what it becomes: an arrow to the eye, a word to the ear. */
export const Becomes = () => <>{' '}<span aria-hidden="true">→</span><span class="vh">{t('rowTo')}</span>{' '}</>;

/** Whether a line of a ranking is in the top share. */
export const TOP: Record<string, Word> = {
  in: 'topIn', tiedAtCap: 'topTied', out: 'topOut', excludedFromReward: 'topExcluded',
};

/** Why somebody has no predicate. */
export const NOT_ASSESSED: Record<string, Word> = { noRating: 'notRated', noUnitPerformance: 'noUnitPerformance' };

/** What was kept a moment ago, told as it comes; the region is there before it, and the words are an element of it. */
export const Said = ({ words }: { words?: string | null }) =>
  <div role="status">{words && <p class="note ok">{words}</p>}</div>;

/** A button that gets more for the list or table above it. */
export const Next = ({ words, act }: { words: string; act: () => void }) => <button type="button" class="btn alt"
  onClick={({ currentTarget }) => { goOnAtNext(currentTarget); act(); }}>{words}</button>;

/** Shows more of the list or table above it, as long as there is more. */
export const More = ({ of, shown, step, show }: {
  of: number; shown: number; step: number; show: (many: number) => void;
}) => shown >= of ? null
  : <Next words={t('more', { n: Math.min(step, of - shown) })} act={() => show(shown + step)} />;

export const Section = ({ title, children }: { title: string; children: ComponentChildren }) =>
  <section class="card" aria-label={title}><h2>{title}</h2>{children}</section>;

export type PaperKind = 'evaluation' | 'workPlan' | 'attendance' | 'objectionDecision' | 'grant';

/** What is printed, by the API's name of it. */
export const PAPERS: Record<PaperKind, Word> = {
  evaluation: 'paperEvaluation', workPlan: 'paperWorkPlan', attendance: 'paperAttendance',
  objectionDecision: 'paperObjection', grant: 'paperGrant',
};

/** To where a paper is shown before it is printed; of oneself, where nobody is named. */
export const PrintLink = ({ paper, of, who }: { paper: PaperKind; of: string; who?: string }) => <a class="btn alt"
  href={`/console/cetak?${new URLSearchParams({
    lembar: paper, dari: of, ...(who ? { pegawai: who } : {}), lang: lang() })}`}>
  {t('print')}<span class="vh"> {t(PAPERS[paper])} {of} {who}</span></a>;

/** A form to name a quarter or year. */
export function Period({ value, choose }: { value: string; choose: (next: string) => void }) {
  return <form class="period" onSubmit={(event) => {
    event.preventDefault();
    choose(String(new FormData(event.currentTarget).get('period')).trim());
  }}>
    <label for="period">{t('period')}</label>
    <input id="period" name="period" key={value} defaultValue={value} pattern="\d{4}(-Q[1-4])?" required />
    <button class="btn alt">{t('open')}</button>
  </form>;
}

/**
 * The month that is shown, and the ones beside it; none before the first, where one is known. On a narrow screen the
 * arrows' words are for readers alone.
 */
export function Months({ value, choose, first }: {
  value: string; choose: (next: string) => void; first?: string | undefined;
}) {
  const isFirst = first !== undefined && value <= first;
  return <div class="months">
    <button class="btn alt" aria-disabled={isFirst} onClick={() => isFirst || choose(monthsFrom(value, -1))}>
      <span aria-hidden="true">←</span><span class="long"> {t('before')}</span></button>
    <h2 aria-live="polite">{monthName(value)}</h2>
    <button class="btn alt" onClick={() => choose(monthsFrom(value, 1))}>
      <span class="long">{t('after')} </span><span aria-hidden="true">→</span></button>
  </div>;
}
