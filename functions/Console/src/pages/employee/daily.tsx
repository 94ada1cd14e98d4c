// What I did day by day in a month (progres harian): written, submitted, and what the rater said of it.
import { useState } from 'preact/hooks';
import { all, call, Shown, useRead } from '../../api';
import { quarterOf, thisMonth, today, useQuery } from '../../address';
import { Months, Said, Section } from '../../parts';
import { session } from '../../session';
import { day, number, t } from '../../words';
import { EntryForm, type Agreed } from './entry';
import type { Plan, Summary } from './results';
import { Evidence, StateOf, type Entry } from './entries';

/** The results of every agreed plan that concerns the year. */
async function agreedOf(person: string, year: string) {
  const path = `/employees/${person}/work-plans`;
  const { plans } = await call<{ plans: Summary[] }>(`${path}?year=${year}`);
  const agreed = await Promise.all(plans.filter((one) => one.agreedVersion !== undefined).map(async (one) => ({
    from: one.from, plan: await call<Plan>(`${path}/${one.from}?version=${one.agreedVersion}`) })));
  return agreed.flatMap(({ from, plan }) => plan.plan.results.map((result): Agreed => ({
    planFrom: from, resultId: result.id, words: result.words,
    unit: result.indicators.find((one) => one.target)?.target?.unit ?? '' })));
}

export function Daily() {
  const { person } = session()!;
  const [month, setMonth] = useQuery('bulan', thisMonth());
  const [done, setDone] = useState('');
  const quarter = quarterOf(month);
  const agreed = useRead(() => agreedOf(person, month.slice(0, 4)), [month.slice(0, 4)]);
  const read = useRead(() => all<Entry>(`/employees/${person}/daily-entries/${quarter}`, 'entries', 50), [quarter]);
  const again = (words: string) => { setDone(words); read.again(); };
  return <>
    <h1>{t('daily')}</h1>
    <p class="lead">{t('dailyLead')}</p>
    <Months value={month} choose={(next) => { setDone(''); setMonth(next); }} />
    <p class="narrow pair"><a class="btn alt" href="#tulis">{t('dailyWrite')}</a></p>
    <Said words={done} />
    <Shown of={read}>{(every) => {
      const entries = every.filter((one) => one.date.startsWith(month));
      return <div class="two">
        <div class="stack">
          <Counts of={entries} />
          {entries.length === 0 && <p class="empty">{t('dailyNone')}</p>}
          {[...new Set(entries.map((one) => one.date))].sort().reverse().map((date) =>
            <Section key={date} title={day(date)}>
              <ul class="list">{entries.filter((one) => one.date === date).map((one) =>
                <One key={one.id} of={one} agreed={agreed.value ?? []} again={again} />)}</ul></Section>)}
        </div>
        <div id="tulis"><Section title={t('dailyWrite')}>
          <Shown of={agreed}>{(results) => results.length === 0 ? <p class="empty">{t('dailyNoPlan')}</p>
            : <EntryForm key={entries.length + done} agreed={results} on={month === thisMonth() ? today() : ''}
              again={again} />}</Shown>
        </Section></div>
      </div>;
    }}</Shown>
  </>;
}

/** How many stand where; a zero stays. */
function Counts({ of }: { of: Entry[] }) {
  const many = (state: Entry['state']) => number(of.filter((one) => one.state === state).length);
  return <dl class="card facts">
    <div><dt>{t('dailyDraft')}</dt><dd>{many('draft')}</dd></div>
    <div><dt>{t('dailySubmitted')}</dt><dd>{many('submitted')}</dd></div>
    <div><dt>{t('dailyReturned')}</dt><dd>{many('returned')}</dd></div>
    <div><dt>{t('dailyApproved')}</dt><dd>{many('approved')}</dd></div>
  </dl>;
}

function One({ of, agreed, again }: { of: Entry; agreed: Agreed[]; again: (words: string) => void }) {
  const towards = agreed.find((one) => one.planFrom === of.planFrom && one.resultId === of.resultId);
  return <li>
    <p><StateOf of={of} /></p>
    <p>{of.words}</p>
    <p class="tiny">{towards?.words ?? of.resultId}</p>
    <Evidence of={of} unit={towards?.unit} />
    {of.state !== 'approved' && <details><summary>
      {t(of.state === 'submitted' ? 'dailyChange' : of.state === 'returned' ? 'dailyMend' : 'dailyGoOn')}
      <span class="vh">: {day(of.date)}, {of.words}</span></summary>
    <EntryForm key={of.version} of={of} agreed={agreed} on={of.date} again={again} /></details>}
  </li>;
}
