// What waits for a leader: days to rule on, people without feedback, and a proof of presence to ask for now.
import { useState } from 'preact/hooks';
import { call, problemOf, Shown, Trouble, useRead, type Problem } from '../api';
import { lastQuarter, useQuery } from '../address';
import { Period, Reasons, Section, Verdict, type Reason } from '../parts';
import { session } from '../session';
import { clock, day, t, type Word } from '../words';

interface Queued {
  employeeId: string; unitId: string; date: string; due: string; overdue: boolean; reasons: Reason[];
  checkIns: { id: string; kind: string; at: string; placement: string }[];
}
interface Reminders { rated: number; notHeard: { employeeId: string; unitId: string }[] }

const OUTCOMES = ['presentOffice', 'presentField', 'presentFlexible', 'presentDuty', 'halfDay', 'absent'] as const;

export function Team() {
  const { agency, person } = session()!;
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const queue = useRead(() =>
    call<{ days: Queued[] }>(`/agencies/${agency}/rulings?superiorId=${person}&state=open`), []);
  const reminders = useRead(() =>
    call<Reminders>(`/agencies/${agency}/reminders/${period}?raterId=${person}`), [period]);
  const people = [...new Set([
    ...queue.value?.days.map((one) => one.employeeId) ?? [],
    ...reminders.value?.notHeard.map((one) => one.employeeId) ?? [],
  ])].sort();
  return <>
    <h1>{t('team')}</h1>
    <p class="lead">{t('teamLead')}</p>
    <div class="stack">
      <Section title={t('queue')}>
        <Shown of={queue}>{({ days }) => days.length === 0 ? <p class="empty">{t('queueEmpty')}</p>
          : <Queue days={days} again={queue.again} />}</Shown>
      </Section>
      <Section title={t('notHeard')}>
        <Period value={period} choose={setPeriod} />
        <Shown of={reminders}>{({ notHeard }) => notHeard.length === 0
          ? <p class="empty">{t('notHeardNone', { period })}</p>
          : <ul class="people">{notHeard.map((one) => <li key={one.employeeId}>
            <code>{one.employeeId}</code> {one.unitId}</li>)}</ul>}</Shown>
      </Section>
      {people.length > 0 && <Ask people={people} />}
    </div>
  </>;
}

function Queue({ days, again }: { days: Queued[]; again: () => void }) {
  const [many, setMany] = useState(5);
  const oldest = [...days].sort((a, b) => a.date.localeCompare(b.date));
  return <>
    <ul class="list">{oldest.slice(0, many).map((one) => <li key={one.employeeId + one.date}>
      <h3><code>{one.employeeId}</code> · {day(one.date)}</h3>
      <p class={one.overdue ? 'late' : undefined}>
        {t(one.overdue ? 'overdue' : 'due', { date: day(one.due, { dateStyle: 'long' }) })}</p>
      <Reasons of={one.reasons} />
      {one.checkIns.map((check) => <p key={check.id}>{t(check.kind as Word)} {clock(check.at)}
        {' '}<Verdict placement={check.placement} /></p>)}
      <Ruling of={one} again={again} />
    </li>)}</ul>
    {oldest.length > many && <button class="btn alt" onClick={() => setMany(many + 10)}>
      {t('more', { n: Math.min(10, oldest.length - many) })}</button>}
  </>;
}

/** Nothing is chosen beforehand: that would be a nudge. */
function Ruling({ of, again }: { of: Queued; again: () => void }) {
  const [state, setState] = useState<{ problem?: Problem; done?: boolean }>({});
  const key = `${of.employeeId}-${of.date}`;
  const submit = async (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const [outcome, reason] = [form.get('outcome'), String(form.get('reason') ?? '').trim()];
    if (!outcome || reason === '') {
      setState({ problem: { status: 0, title: t('pickOutcome') } });
      return;
    }
    try {
      const { agency, person } = session()!;
      const answer = await call<{ items: { status: number; problem?: Problem }[] }>(`/agencies/${agency}/rulings`, {
        ruledById: person, rulings: [{ employeeId: of.employeeId, date: of.date, outcome, reason }],
      });
      const problem = answer.items[0]?.problem;
      setState(problem ? { problem } : { done: true });
      if (!problem) {
        setTimeout(again, 1500);
      }
    } catch (fault) {
      setState({ problem: problemOf(fault) });
    }
  };
  return state.done ? <p class="note ok" role="status">{t('decided')}</p>
    : <details><summary>{t('rule')}<span class="vh"> {of.employeeId}, {day(of.date)}</span></summary>
      <form onSubmit={(event) => void submit(event)} noValidate>
        {state.problem && <Trouble problem={state.problem} />}
        <fieldset><legend>{t('rule')}</legend>{OUTCOMES.map((one) => <label class="option" key={one}>
          <input type="radio" name="outcome" value={one} /> {t(one)}</label>)}</fieldset>
        <label for={`reason-${key}`}>{t('reason')}</label>
        <textarea id={`reason-${key}`} name="reason" maxLength={1000} />
        <button class="btn">{t('decide')}</button>
      </form></details>;
}

function Ask({ people }: { people: string[] }) {
  const [state, setState] = useState<{ problem?: Problem; closes?: string }>({});
  const [id, setId] = useState(() => `bukti-${crypto.randomUUID()}`);
  const submit = async (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const [employeeIds, words] = [form.getAll('who'), String(form.get('words') ?? '').trim()];
    if (employeeIds.length === 0 || words === '') {
      setState({ problem: { status: 0, title: t('askNobody') } });
      return;
    }
    try {
      const { agency, person } = session()!;
      const asked = await call<{ closes: string }>(`/agencies/${agency}/presence-proofs`, {
        id, askedById: person, employeeIds, minutes: 15, words,
      });
      setState({ closes: new Date(asked.closes).toLocaleTimeString(undefined, { timeStyle: 'short' }) });
      setId(`bukti-${crypto.randomUUID()}`);
    } catch (fault) {
      setState({ problem: problemOf(fault) });
    }
  };
  return <Section title={t('ask')}>
    <p>{t('askLead')}</p>
    <form onSubmit={(event) => void submit(event)} noValidate>
      {state.problem && <Trouble problem={state.problem} />}
      <fieldset><legend>{t('askWhom')}</legend><div class="options">{people.map((one) =>
        <label class="option" key={one}><input type="checkbox" name="who" value={one} /> <code>{one}</code></label>)}
      </div></fieldset>
      <label for="words">{t('askWords')}</label>
      <input id="words" name="words" maxLength={200} />
      <button class="btn">{t('askSend')}</button>
    </form>
    <div role="status">{state.closes && <p class="note ok">{t('asked', { time: state.closes })}</p>}</div>
  </Section>;
}
