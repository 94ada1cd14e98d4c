// A month as a table of buttons: normal days are quiet, odd ones tinted, and every kind has its own shape.
import type { Reason } from '../../parts';
import { clock, day, t, type Word } from '../../words';

export interface Day {
  date: string; status: string; workMode?: string; firstIn?: string; lastOut?: string;
  lateMinutes?: number; earlyMinutes?: number; reasons: Reason[];
}

const STATUS: Record<string, Word> = {
  present: 'statusPresent', dayOff: 'statusOff', needsReview: 'statusReview', uncertain: 'statusUncertain',
  noRecord: 'statusNone', notYet: 'statusNotYet', halfDay: 'statusHalf', leave: 'statusExcused', sick: 'statusExcused',
  dutyTravel: 'statusExcused', training: 'statusExcused', permission: 'statusExcused', absent: 'statusAbsent',
};
export const statusOf = (status: string) => t(STATUS[status] ?? 'statusOther');

type Kind = 'present' | 'flexible' | 'remark' | 'waits' | 'none' | 'off';

function kindOf(one: Day): Kind {
  switch (one.status) {
    case 'present':
      return one.lateMinutes || one.earlyMinutes || (one.firstIn && !one.lastOut) ? 'remark'
        : one.workMode === 'flexible' ? 'flexible' : 'present';
    case 'halfDay': return 'remark';
    case 'needsReview': case 'uncertain': return 'waits';
    case 'noRecord': case 'absent': return 'none';
    default: return 'off';
  }
}

const KINDS: [Exclude<Kind, 'off'>, Word][] = [
  ['present', 'legendPresent'], ['flexible', 'legendFlexible'], ['remark', 'legendRemark'], ['waits', 'legendWaits'],
  ['none', 'legendNone'],
];

const SHAPES: Record<Exclude<Kind, 'off'>, string> = {
  present: 'M7 1a6 6 0 1 0 0 12a6 6 0 1 0 0-12Z',
  flexible: 'M7 1a6 6 0 1 0 0 12a6 6 0 1 0 0-12ZM7 3.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8Z',
  remark: 'M7 1a6 6 0 1 0 0 12a6 6 0 1 0 0-12ZM7 2.6v8.8a4.4 4.4 0 1 1 0-8.8Z',
  waits: 'M7 .6 13.4 7 7 13.4.6 7ZM7 3.6 3.6 7 7 10.4 10.4 7Z',
  none: 'M2 .6 7 5.6 12 .6 13.4 2 8.4 7 13.4 12 12 13.4 7 8.4 2 13.4.6 12 5.6 7 .6 2Z',
};

const Mark = ({ kind }: { kind: Exclude<Kind, 'off'> }) => <svg class={`shape mark ${kind}`} viewBox="0 0 14 14"
  aria-hidden="true"><path fill-rule="evenodd" d={SHAPES[kind]} /></svg>;

/** What a cell says besides its number: hours of a normal day, else what it came to. */
const wordsOf = (one: Day, kind: Kind) =>
  (kind === 'present' || kind === 'flexible') && one.firstIn ? `${clock(one.firstIn)}–${clock(one.lastOut)}`
    : kind !== 'remark' ? statusOf(one.status)
      : one.status === 'halfDay' ? statusOf(one.status)
        : one.firstIn && !one.lastOut ? t('remarkNoLeaving')
          : one.lateMinutes ? t('remarkLate', { n: one.lateMinutes }) : t('remarkEarly', { n: one.earlyMinutes! });

interface Props { days: Day[]; waiting: Set<string>; chosen: string; choose: (date: string) => void }

/** Days on which somebody has still to rule stand out, whatever they count as meanwhile. */
export function Calendar({ days, waiting, chosen, choose }: Props) {
  const shownAs = (one: Day) => waiting.has(one.date) ? 'waits' : kindOf(one);
  const weekdays: Word[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const weeks: (Day | null)[][] = [];
  for (const one of days) {
    const at = (new Date(`${one.date}T12:00:00Z`).getUTCDay() + 6) % 7;
    if (weeks.length === 0 || at === 0) {
      weeks.push(Array<Day | null>(7).fill(null));
    }
    weeks[weeks.length - 1]![at] = one;
  }
  return <div class="card">
    <table class="calendar">
      <caption class="vh">{day(days[0]!.date, { month: 'long', year: 'numeric' })}</caption>
      <thead><tr>{weekdays.map((word) => <th key={word} scope="col">{t(word)}</th>)}</tr></thead>
      <tbody>{weeks.map((week, row) => <tr key={row}>{week.map((one, at) => <td key={at}>
        {one && <Cell one={one} kind={shownAs(one)} chosen={one.date === chosen} choose={choose} />}</td>)}
      </tr>)}</tbody>
    </table>
    <ul class="legend">{KINDS.map(([kind, word]) => <li key={kind}><Mark kind={kind} />
      {t(word)} <b>{days.filter((one) => shownAs(one) === kind).length}</b></li>)}</ul>
  </div>;
}

interface CellProps { one: Day; kind: Kind; chosen: boolean; choose: (date: string) => void }

/** Its name is the whole date with what the day came to; what that would say twice is for the eye alone. */
function Cell({ one, kind, chosen, choose }: CellProps) {
  const [status, words] = [statusOf(one.status), wordsOf(one, kindOf(one))];
  return <button class={`day ${kind}`} aria-pressed={chosen} onClick={() => choose(one.date)}>
    <span class="top-line" aria-hidden="true"><b>{Number(one.date.slice(8))}</b>{kind !== 'off' && <Mark kind={kind} />}
    </span>
    <span class="vh">{day(one.date)}: {status}. </span>
    <span class="word" aria-hidden={words === status ? 'true' : undefined}>{words}</span>
  </button>;
}
