// What a month's presence takes off the allowance, as the API states it: nothing is added up here.
import { Section } from '../../parts';
import { day, lang, number, t, type Word } from '../../words';

export interface Cost { date: string; event: string; minutes?: number; amount: number; unit: string }
export interface Statement {
  why?: string; words?: { id: string; en: string }; basis?: string; lines?: Cost[]; percentOfMonth?: number;
  percentOfDay?: number; rupiah?: number; openDays?: string[];
}

const EVENTS: Record<string, Word> = {
  late: 'eventLate', leftEarly: 'eventLeftEarly', awayMidDay: 'eventAway', noArrival: 'eventNoArrival',
  noLeaving: 'eventNoLeaving', midDayMissing: 'eventMidDay', absent: 'eventAbsent',
};

export const amountOf = ({ amount, unit }: { amount: number; unit: string }) => unit === 'rupiah'
  ? `Rp${number(amount)}` : `${number(amount, 1, 2)}%${unit === 'percentOfDay' ? ` ${t('ofDay')}` : ''}`;

export const eventOf = ({ event, minutes }: Cost) =>
  t(EVENTS[event] ?? 'statusOther') + (minutes ? `, ${t('minutes', { n: minutes })}` : '');

export function Deductions({ of }: { of: Statement }) {
  if (of.why) {
    return <Section title={t('deductions')}><p>{of.words?.[lang()]}</p></Section>;
  }
  const lines = of.lines ?? [];
  return <Section title={t('deductions')}>
    <p class="figure">{amountOf({ amount: of.percentOfMonth ?? 0, unit: 'percentOfMonth' })}</p>
    {lines.length === 0 ? <p>{t('deductionsNone')}</p>
      : <table class="rows"><thead class="vh"><tr><th scope="col">{t('date')}</th><th scope="col">{t('why')}</th>
        <th scope="col">{t('deductions')}</th></tr></thead>
      <tbody>{lines.map((one, at) => <tr key={at}>
        <th scope="row">{day(one.date, { day: 'numeric', month: 'long' })}</th><td>{eventOf(one)}</td>
        <td class="number">{amountOf(one)}</td></tr>)}</tbody></table>}
    {(of.openDays?.length ?? 0) > 0 && <p class="note waits">{t('openDays', { n: of.openDays!.length })}</p>}
    {of.basis && <p class="tiny">{t('basis')}: {of.basis}</p>}
  </Section>;
}
