// An agency as the national list tells of it: whether it needs a call and why, its mark, its state, its numbers.
import { day, number, t, timeHere, type Word } from '../../words';

type Counts = Partial<Record<(typeof PREDICATES)[number] | 'notAssessed' | 'withheld', number>>;

export interface Agency {
  agencyId: string; name: string; seat?: { latitude: number; longitude: number };
  state?: string; stalledSince?: string; publishedOn?: string; daysToPublish?: number; finalOn?: string;
  people?: number; predicates?: Counts; inTopShare?: number;
  distribution?: { judged: number; breached: number };
  present?: { onTimePercent?: number }; flexible?: { days: number; onTimePercent?: number };
}

export type Seated = Agency & { seat: NonNullable<Agency['seat']> };
export const isSeated = (one: Agency): one is Seated => one.seat !== undefined;

export interface InForce {
  policies: { kind: string; name: string; source: string }[];
  missing?: { what: string; from: string; to: string }[];
}

export const PREDICATES = ['veryGood', 'good', 'needsImprovement', 'poor', 'veryPoor'] as const;
export const SHORT = { dateStyle: 'medium' } as const;

/**
 * What an agency is, the most urgent first: by its first that holds it has its mark, a shape in a box of 14. All but
 * the last two need a call.
 */
export const KINDS: { kind: string; word: Word; shape: string; holds: (one: Agency) => boolean }[] = [
  {
    kind: 'none', word: 'callNoRun', holds: (one) => one.state === undefined,
    shape: 'M2 .6 7 5.6 12 .6 13.4 2 8.4 7 13.4 12 12 13.4 7 8.4 2 13.4.6 12 5.6 7 .6 2Z',
  },
  {
    kind: 'stalled', word: 'callStalled', holds: (one) => one.stalledSince !== undefined,
    shape: 'M7 13.2.6 1.6H13.4Z',
  },
  { kind: 'held', word: 'callHeld', holds: (one) => one.state === 'held', shape: 'M7 .2 13.8 7 7 13.8.2 7Z' },
  {
    kind: 'way', word: 'callUnderWay', holds: (one) => one.state !== 'published' && one.state !== 'final',
    shape: 'M7 .2 13.8 7 7 13.8.2 7ZM7 4.4 4.4 7 7 9.6 9.6 7Z',
  },
  {
    kind: 'breached', word: 'callBreached', holds: (one) => (one.distribution?.breached ?? 0) > 0,
    shape: 'M7 .8 13.4 12.4H.6Z',
  },
  { kind: 'published', word: 'runPublished', holds: (one) => one.state !== 'final', shape: 'M1.5 1.5H12.5V12.5H1.5Z' },
  { kind: 'final', word: 'runFinalState', holds: () => true, shape: 'M7 1a6 6 0 1 0 0 12a6 6 0 1 0 0-12Z' },
];
const CALLS = KINDS.length - 2;

/** Its place in that order. */
export const kindOf = (one: Agency) => KINDS.findIndex(({ holds }) => holds(one));
export const isOpen = (one: Agency) => kindOf(one) < CALLS;

/** Those that need a call first, by why they do; the others together; each by name. */
export const inOrder = (all: Agency[]) => [...all].sort((a, b) =>
  Math.min(kindOf(a), CALLS) - Math.min(kindOf(b), CALLS) || a.name.localeCompare(b.name));

export const Mark = ({ kind }: { kind: number }) => <svg class={`shape seat ${KINDS[kind]!.kind}`}
  viewBox="0 0 14 14" aria-hidden="true"><path fill-rule="evenodd" d={KINDS[kind]!.shape} /></svg>;

export function State({ of }: { of: Agency }) {
  const kind = kindOf(of);
  return <>
    <span class="pair state"><Mark kind={kind} />{isOpen(of)
      ? <b class="late">{t(KINDS[kind]!.word)}</b> : <span>{t(KINDS[kind]!.word)}</span>}</span>
    {of.stalledSince && <span class="under">{t('callSince', { time: timeHere(of.stalledSince) })}</span>}
    {!!of.distribution?.breached && <span class="under">
      {t('callUnits', { n: number(of.distribution.breached), all: number(of.distribution.judged) })}</span>}
    {of.publishedOn && <span class="under">{t('nationalDays', { n: number(of.daysToPublish ?? 0) })}</span>}
    {of.finalOn && <span class="under">{t('nationalFinalOn', { date: day(of.finalOn, SHORT) })}</span>}
  </>;
}

/** Numbers of few people are not given, and a bar says how many stand behind no colour. */
export function Numbers({ of }: { of: Agency }) {
  if (of.people === undefined || of.predicates === undefined) {
    return <span class="under">{t(of.state === 'final' ? 'nationalFew' : 'nationalLater')}</span>;
  }
  const { people, predicates } = of;
  let from = 0;
  return <>
    <svg class="length" aria-hidden="true">{PREDICATES.map((one) => {
      const [x, share] = [from, 100 * (predicates[one] ?? 0) / people];
      from += share;
      return <rect key={one} class={one} x={`${x}%`} width={`${share}%`} height="16" />;
    })}</svg>
    <span class="under">{[
      ...PREDICATES.filter((one) => predicates[one] !== undefined)
        .map((one) => `${t(one)} ${number(predicates[one]!)}`),
      ...(predicates.withheld ? [t('nationalWithheld', { n: number(predicates.withheld) })] : []),
    ].join(', ')}</span>
    <span class="under">{[
      t('nationalPeople', { n: number(people) }),
      ...(of.inTopShare === undefined ? [] : [`${t('topShare')}: ${number(of.inTopShare)}`]),
      ...(of.present?.onTimePercent === undefined ? []
        : [t('nationalOnTime', { n: number(of.present.onTimePercent, 0, 1) })]),
      ...(of.flexible?.onTimePercent === undefined ? []
        : [t('nationalFlexible', { n: number(of.flexible.onTimePercent, 0, 1) })]),
    ].join(', ')}</span>
  </>;
}

/** What national documents lack. */
export const Gaps = ({ of }: { of: InForce }) => <>
  {(of.missing ?? []).map((one) => <p key={one.from} class="note bad">
    {t(one.what === 'ramadan' ? 'timeNoRamadan' : 'timeNoCalendar', {
      from: day(one.from, SHORT), to: day(one.to, SHORT) })}
  </p>)}
  {!of.missing?.length && <p class="note ok">{t('timeComplete')}</p>}
</>;
