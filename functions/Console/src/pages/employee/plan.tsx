// My work plans of a year with what was reported, what is due, and what I was told about a quarter.
import { call, Shown, useRead } from '../../api';
import { dayFrom, lastQuarter, today, useQuery } from '../../address';
import { called } from '../../names';
import { Period, PrintLink, Section } from '../../parts';
import { session } from '../../session';
import { day, lang, t, timeHere, type Word } from '../../words';
import { PlanOf, type Plan, type Realisation, type Summary } from './results';

interface Note { id: string; giverId: string; subject: string; level?: string; words: string; receivedAt: string }
interface Together {
  role: string; subject: string; givers: number; below: number; meets: number; above: number; withoutLevel: number;
}
interface Feedback { leaders: Note[]; others: Together[]; leastGivers: number }

/** A year's plans, each in the version that counts, or the latest where none was agreed, and what was reported. */
async function plansOf(person: string, year: string) {
  const path = `/employees/${person}/work-plans`;
  const { plans } = await call<{ plans: Summary[] }>(`${path}?year=${year}`);
  return await Promise.all(plans.map(async (one) => {
    const [plan, reported] = await Promise.all([
      call<Plan>(`${path}/${one.from}?version=${one.agreedVersion ?? one.version}`),
      call<{ realisations: Realisation[] }>(`${path}/${one.from}/realisations`)]);
    return { summary: one, plan, realisations: reported.realisations };
  }));
}

export function MyPlan() {
  const { person } = session()!;
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const [year, quarter] = [period.slice(0, 4), period.length > 4 ? period : `${period}-Q4`];
  const plans = useRead(() => plansOf(person, year), [year]);
  const feedback = useRead(() => call<Feedback>(`/employees/${person}/feedback/${quarter}/summary`), [quarter]);
  return <>
    <h1>{t('myPlan')}</h1>
    <p class="lead">{t('myPlanLead')}</p>
    <Period value={period} choose={setPeriod} />
    <p class="pair"><a class="btn alt" href={`/console/saya/bimbingan?${new URLSearchParams({
      periode: quarter, lang: lang() })}`}>{t('coaching')}</a>
    <a class="btn alt" href={`/console/saya/dialog?${new URLSearchParams({
      periode: quarter, lang: lang() })}`}>{t('myDialogues')}</a>
    <a class="btn alt" href={`/console/saya/umpan-balik?lang=${lang()}`}>{t('giveFeedback')}</a></p>
    <div class="two">
      <div class="stack">
        <Shown of={plans}>{(all) => <>
          {all.length === 0 && <Section title={t('planOf', { year })}><p class="empty">{t('planNone', { year })}</p>
          </Section>}
          {all.map((one) => <Section key={one.summary.from} title={t('planFrom', { from: day(one.summary.from, SHORT),
            to: day(dayFrom(one.summary.to, -1), SHORT) })}>
            <Due of={one.summary} realisations={one.realisations} quarter={quarter} />
            <PlanOf plan={one.plan} realisations={one.realisations} />
            <p><PrintLink paper="workPlan" of={one.summary.from} /></p></Section>)}
        </>}</Shown>
      </div>
      <Section title={t('feedbackOf', { period: quarter })}>
        <Shown of={feedback}>{(of) => <Heard of={of} />}</Shown></Section>
    </div>
  </>;
}

const SHORT = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** What is still to be done about a plan, and until when. */
function Due({ of, realisations, quarter }: { of: Summary; realisations: Realisation[]; quarter: string }) {
  const isReported = realisations.some((one) => one.period === quarter);
  const [year, number] = [quarter.slice(0, 4), Number(quarter.slice(-1))];
  const end = `${year}-${['03-31', '06-30', '09-30', '12-31'][number - 1]}`;
  const concerns = of.from <= end && end < of.to && end < today();
  return <>
    <p><span class={`tag ${of.state === 'agreed' ? 'inside' : 'uncertain'}`}>
      {t(of.state === 'agreed' ? 'planAgreed' : of.agreedVersion ? 'planChanged' : 'planDrafted')}</span></p>
    {of.state !== 'agreed' && <p class="note waits">{t(of.agreedVersion ? 'planChangeWaits'
      : of.dueOn < today() ? 'planOverdue' : 'planDue', { date: day(of.dueOn), n: of.agreedVersion ?? 0 })}</p>}
    {of.agreedVersion !== undefined && concerns && !isReported
      && <p class="note waits">{t('planReportDue', { period: quarter })}</p>}
  </>;
}

/** Leaders by name; others only together, from so many givers on that nobody is told apart. */
function Heard({ of }: { of: Feedback }) {
  return <>
    {of.leaders.length === 0 ? <p class="empty">{t('feedbackNone')}</p>
      : <ul class="list">{of.leaders.map((one) => <li key={one.id}>
        <b>{t(one.subject as Word)}</b>{one.level && `, ${t(one.level as Word)}`} <q>{one.words}</q>
        <span class="under">{called(one.giverId)}, {timeHere(one.receivedAt)}</span></li>)}</ul>}
    {of.others.length > 0 && <><h3>{t('feedbackTogether')}</h3>
      <ul class="list">{of.others.map((one) => <li key={one.role + one.subject}>
        <b>{t(one.subject as Word)}</b>, {t(one.role as Word)}
        <span class="under">{t('feedbackCounts', { above: one.above, meets: one.meets, below: one.below })}</span>
      </li>)}</ul></>}
    <p class="tiny">{t('feedbackLeast', { n: of.leastGivers })}</p>
  </>;
}
