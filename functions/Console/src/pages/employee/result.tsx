// What came out of a period and how, the line's proof, computed here, and the objection to it.
import { find, Shown, useRead } from '../../api';
import { lastQuarter, useQuery } from '../../address';
import { NOT_ASSESSED, Period, PrintLink, Section, TOP } from '../../parts';
import { session } from '../../session';
import { lang, number, t, type Word } from '../../words';
import { Check } from './check';
import { Objection } from './objection';

interface Evaluation {
  revision: number; state: string; predicate?: string; notAssessed?: string; score?: number; place?: number;
  topShare?: string; attendance: { workingDays: number; presentDays: number }; feedbackNotes: number;
  explanation: { en: string; id: string; source: { en: string; id: string } }[];
}
interface Run { state: string; objectionsUntil?: string }

export function Result() {
  const { agency, person } = session()!;
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const path = `/agencies/${agency}/runs/${period}`;
  const read = useRead(async () => {
    const [result, run] = await Promise.all([
      find<Evaluation>(`${path}/evaluations/${person}`), find<Run>(path),
    ]);
    return { result, run };
  }, [period]);
  return <>
    <h1>{t('result')}</h1>
    <p class="lead">{t('resultLead')}</p>
    <Period value={period} choose={setPeriod} />
    <Shown of={read}>{({ result, run }) => !result || !run
      ? <p class="empty">{t(whyNone(run), { period })}</p> : <div class="two">
      <div class="stack">
        <Outcome of={result} run={run} period={period} />
        <Section title={t('steps')}>
          <details open={matchMedia('(min-width:720px)').matches}>
            <summary>{t('stepsOf', { n: result.explanation.length })}</summary>
            <ol class="steps">{result.explanation.map((step, at) => <li key={at}>{step[lang()]}
              <span class="source">{step.source[lang()]}</span></li>)}</ol>
          </details>
        </Section>
      </div>
      <div class="stack">
        <Objection period={period} key={`objection ${period}`} until={run.objectionsUntil} />
        <Check run={path} person={person} revision={result.revision} key={`${period} ${result.revision}`} />
      </div>
    </div>}</Shown>
  </>;
}

/** Why there is no result: nothing is evaluated, or not published yet, or published without this person. */
const whyNone = (run: Run | null): Word => !run || run.state === 'held' ? 'resultNotYet'
  : run.state === 'published' || run.state === 'final' ? 'resultWithout' : 'resultUnderWay';

function Outcome({ of, run, period }: { of: Evaluation; run: Run; period: string }) {
  return <div class="card">
    <p class="tiny">{t('revisionOf', { n: of.revision })}, {t(run.state === 'final' ? 'runFinal' : 'runOpen')}</p>
    {of.predicate
      ? <p class="figure"><i class={`chip ${of.predicate}`} aria-hidden="true" />{t(of.predicate as Word)}</p>
      : <p class="figure">{t(NOT_ASSESSED[of.notAssessed ?? ''] ?? 'statusOther')}</p>}
    <dl class="facts">
      {of.score !== undefined && <div><dt>{t('score')}</dt><dd>{number(of.score, 2)}</dd></div>}
      {of.place !== undefined && <div><dt>{t('place')}</dt><dd>{number(of.place)}</dd></div>}
      {of.topShare && <div><dt>{t('topShare')}</dt><dd>{t(TOP[of.topShare] ?? 'statusOther')}</dd></div>}
      <div><dt>{t('presence')}</dt>
        <dd>{t('daysOf', { n: of.attendance.presentDays, all: of.attendance.workingDays })}</dd></div>
    </dl>
    <p class="tiny">{t('besideResult')}</p>
    <p><PrintLink paper="evaluation" of={period} /></p>
  </div>;
}
