// Daily entries that wait for me, the oldest first, and how far each of my people is in a quarter.
import { useState } from 'preact/hooks';
import { all, call, fault, Shown, useRead } from '../../api';
import { quarterOf, thisMonth, useQuery } from '../../address';
import { Choice, Form, Text, textOf } from '../../form';
import { called } from '../../names';
import { Id, More, Period, Said, Section } from '../../parts';
import { session } from '../../session';
import { day, number, t } from '../../words';
import { Evidence, StateOf, type Entry } from '../employee/entries';
import type { Plan } from '../employee/results';

interface Progress {
  employeeId: string; days: number; drafts: number; submitted: number; approved: number; returned: number; late: number;
  approvedMinutes: number;
}
/** The words of plans' results, by person, first day and id. */
type Towards = Record<string, { words: string; unit?: string }>;

export function TeamDaily() {
  const { agency, person } = session()!;
  const [period, setPeriod] = useQuery('periode', quarterOf(thisMonth()));
  const waiting = useRead(() => all<Entry>(`/agencies/${agency}/daily-entries?raterId=${person}`, 'entries'), []);
  const progress = useRead(() =>
    all<Progress>(`/agencies/${agency}/daily-progress/${period}?raterId=${person}`, 'people'), [period]);
  const [done, setDone] = useState('');
  const again = (words: string) => { setDone(words); waiting.again(); progress.again(); };
  return <>
    <h1>{t('teamDaily')}</h1>
    <p class="lead">{t('teamDailyLead')}</p>
    <div class="stack">
      <Section title={t('dailyWaiting')}>
        <Said words={done} />
        <Shown of={waiting}>{(entries) => entries.length === 0 ? <p class="empty">{t('dailyWaitingNone')}</p>
          : <Waiting of={entries} again={again} />}</Shown>
      </Section>
      <Period value={period} choose={setPeriod} />
      <Section title={t('dailyProgress', { period })}>
        <Shown of={progress}>{(people) => people.length === 0 ? <p class="empty">{t('dailyNobody')}</p>
          : <Table of={people} period={period} />}</Shown>
      </Section>
    </div>
  </>;
}

async function towardsOf(entries: Entry[]): Promise<Towards> {
  const keys = [...new Set(entries.map((one) => `${one.employeeId}/work-plans/${one.planFrom}`))];
  const plans = await Promise.all(keys.map(async (key) => {
    const plan = await call<Plan>(`/employees/${key}`).catch(() => null);
    return (plan?.plan.results ?? []).map((one) => [`${key}/${one.id}`, {
      words: one.words, unit: one.indicators.find((each) => each.target)?.target?.unit }] as const);
  }));
  return Object.fromEntries(plans.flat());
}

function Waiting({ of, again }: { of: Entry[]; again: (words: string) => void }) {
  const [many, setMany] = useState(10);
  const shown = of.slice(0, many);
  const towards = useRead(() => towardsOf(shown), [of, many]);
  return <>
    <ul class="list">{shown.map((one) => {
      const result = towards.value?.[`${one.employeeId}/work-plans/${one.planFrom}/${one.resultId}`];
      return <li key={one.employeeId + one.date + one.id}>
        <h3>{day(one.date)}: <Id of={one.employeeId} /></h3>
        <p><StateOf of={one} /></p>
        <p>{one.words}</p>
        <p class="tiny">{result?.words ?? one.resultId}</p>
        <Evidence of={one} unit={result?.unit} />
        <details><summary>{t('dailyDecide')}<span class="vh"> {called(one.employeeId)}, {day(one.date)}</span></summary>
          <Decide of={one} again={again} /></details>
      </li>;
    })}</ul>
    <More of={of.length} shown={many} step={10} show={setMany} />
  </>;
}

function Decide({ of, again }: { of: Entry; again: (words: string) => void }) {
  const [agency, path] = [session()!.agency, `/employees/${of.employeeId}/daily-entries/${of.date}/${of.id}/decision`];
  const send = async (form: FormData) => {
    const [decision, words] = [form.get('approved'), textOf(form, 'words')];
    if (!decision) {
      throw fault(t('mendFields'), { approved: t('dailyPick') });
    }
    if (decision === 'no' && !words) {
      throw fault(t('mendFields'), { words: t('dailySayWhy') });
    }
    await call(path, {
      decidedById: session()!.person, approved: decision === 'yes', ...(words ? { words } : {}),
    });
    return t(decision === 'yes' ? 'dailyApprovedNow' : 'dailyReturnedNow', {
      who: called(of.employeeId), date: day(of.date) });
  };
  const theirs = async () => {
    const waiting = await all<Entry>(`/agencies/${agency}/daily-entries?raterId=${session()!.person}`, 'entries');
    const stands = waiting.find((one) => one.id === of.id && one.employeeId === of.employeeId);
    return stands ? <><StateOf of={stands} /><p>{stands.words}</p></> : <p>{t('dailySettled')}</p>;
  };
  return <Form send={send} button={t('dailyDecideSend')} then={again} theirs={theirs}>
    <Choice name="approved" label={t('dailyDecide')} options={[['yes', t('approve')], ['no', t('dailySendBack')]]} />
    <Text id={`daily-${of.employeeId}-${of.id}`} label={t('reason')} hint={t('dailyReasonHint')} most={2000} />
  </Form>;
}

function Table({ of, period }: { of: Progress[]; period: string }) {
  return <table class="rows"><caption class="vh">{t('dailyProgress', { period })}</caption>
    <thead><tr><th scope="col">{t('person')}</th>
      <th scope="col" class="number">{t('dailyDays')}</th>
      <th scope="col" class="number">{t('dailySubmitted')}</th>
      <th scope="col" class="number wide">{t('dailyApproved')}</th>
      <th scope="col" class="number wide">{t('dailyReturned')}</th>
      <th scope="col" class="number wide">{t('dailyLate')}</th>
      <th scope="col" class="number wide">{t('dailyMinutesApproved')}</th></tr></thead>
    <tbody>{of.map((one) => <tr key={one.employeeId}>
      <th scope="row"><Id of={one.employeeId} /><span class="under narrow">{t('dailyShort', {
        approved: number(one.approved), returned: number(one.returned), late: number(one.late) })}</span></th>
      <td class="number">{number(one.days)}</td><td class="number">{number(one.submitted)}</td>
      <td class="number wide">{number(one.approved)}</td><td class="number wide">{number(one.returned)}</td>
      <td class="number wide">{number(one.late)}</td><td class="number wide">{number(one.approvedMinutes)}</td>
    </tr>)}</tbody></table>;
}
