// Whether the people whom one rates have an agreed work plan, and how far each has come with it.
import { useState } from 'preact/hooks';
import { all, call, problemOf, Shown, Trouble, useRead, type Problem } from '../../api';
import { lastQuarter, today, useQuery } from '../../address';
import { Id, Period, Section } from '../../parts';
import { session } from '../../session';
import { day, number, t, type Word } from '../../words';

interface Missing { employeeId: string; from: string; dueOn: string; draftedVersion?: number; overdue: boolean }
interface Achievement {
  value?: number; why?: string;
  plans: { from: string; results: { id: string; value?: number; why?: string }[] }[];
}

export function Plans() {
  const { agency, person } = session()!;
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const year = period.slice(0, 4) > today().slice(0, 4) ? today().slice(0, 4) : period.slice(0, 4);
  const missing = useRead(() => call<{ people: Missing[] }>(
    `/agencies/${agency}/missing-work-plans?raterId=${person}&year=${year}`), [year]);
  const rated = useRead(() => all<{ employeeId: string }>(
    `/agencies/${agency}/ratings/${period}?raterId=${person}`, 'people'), [period]);
  return <>
    <h1>{t('plans')}</h1>
    <p class="lead">{t('plansLead')}</p>
    <Period value={period} choose={setPeriod} />
    <Shown of={missing}>{({ people }) => <div class="two even">
      <Section title={t('plansMissing', { year })}>
        {people.length === 0 ? <p class="empty">{t('plansAll')}</p>
          : <ul class="list">{people.map((one) => <li key={one.employeeId + one.from}><b><Id of={one.employeeId} /></b>
            <span class="under">{t(one.draftedVersion ? 'plansDrafted' : 'plansNotWritten')}</span>
            <span class={one.overdue ? 'late' : 'under'}>
              {t(one.overdue ? 'overdue' : 'due', { date: day(one.dueOn) })}</span></li>)}</ul>}
      </Section>
      <Section title={t('plansProgress', { period })}>
        <Shown of={rated}>{(every) => {
          const without = new Set(people.map((one) => one.employeeId));
          const agreed = every.filter((one) => !without.has(one.employeeId));
          return agreed.length === 0 ? <p class="empty">{t('plansNobody')}</p>
            : <ul class="list">{agreed.map((one) => <li key={one.employeeId}>
              <Progress person={one.employeeId} period={period} /></li>)}</ul>;
        }}</Shown>
      </Section>
    </div>}</Shown>
  </>;
}

/** Counted when it is opened: a leader of many needs it of few. */
function Progress({ person, period }: { person: string; period: string }) {
  const [state, setState] = useState<{ of?: Achievement; problem?: Problem }>({});
  const open = () => {
    if (!state.of) {
      call<Achievement>(`/employees/${person}/skp-achievement/${period}`).then(
        (of) => setState({ of }), (fault: unknown) => setState({ problem: problemOf(fault) }));
    }
  };
  return <details onToggle={(event) => event.currentTarget.open && open()}>
    <summary><Id of={person} /></summary>
    {state.problem && <Trouble problem={state.problem} again={open} />}
    {!state.of && !state.problem && <p class="tiny">{t('loading')}</p>}
    {state.of && <><p>{state.of.value === undefined ? t((WHY[state.of.why ?? ''] ?? 'achieveNothing'))
      : t('achieved', { n: number(state.of.value, 2) })}</p>
    <ul class="reasons">{state.of.plans.flatMap((plan) => plan.results.map((one) => <li key={plan.from + one.id}>
      <code>{one.id}</code>: {one.value === undefined ? t(WHY[one.why ?? ''] ?? 'achieveNothing')
        : number(one.value, 2)}</li>))}</ul></>}
  </details>;
}

const WHY: Record<string, Word> = {
  noRealisation: 'achieveNoReport', qualitative: 'achieveQualitative', additionalResult: 'achieveAdditional',
};
