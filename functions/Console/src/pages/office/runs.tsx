// How far each period's evaluation is, asked again while it runs; one that has not begun is started by hand.
import { useEffect } from 'preact/hooks';
import { all, call, fault, find, Shown, useRead } from '../../api';
import { lastQuarter, useQuery } from '../../address';
import { Form } from '../../form';
import { Period, Section } from '../../parts';
import { may, now, session } from '../../session';
import { day, number, t, timeHere, type Word } from '../../words';

interface Run {
  period: string; revision: number; state: string; shards: number; gatheredShards: number; evaluatedShards: number;
  attempt: number; plannedAt: string; progressAt: string; publishedAt?: string; objectionsUntil?: string;
}

const STATES: [string, Word][] = [
  ['held', 'runHeld'], ['planned', 'runPlanned'], ['gathered', 'runGathered'], ['evaluated', 'runEvaluated'],
  ['ranked', 'runRanked'], ['published', 'runPublished'], ['final', 'runFinalState'],
];
const EVERY = 5_000;
/** As the platform wakes it: a run without progress for that long is set going again. */
const STALLED = 30 * 60_000;

/** Of each period its newest revision: the list has the one planned last first. */
const newest = <T extends { period: string }>(runs: T[]) =>
  runs.filter((one, at) => runs.findIndex((other) => other.period === one.period) === at);

const isOver = (run: Run) => run.state === 'published' || run.state === 'final';

export function Runs() {
  const { agency } = session()!;
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const list = useRead(() => all<{ period: string; revision: number; state: string; plannedAt: string }>(
    `/agencies/${agency}/runs`, 'runs'), []);
  const run = useRead(() => find<Run>(`/agencies/${agency}/runs/${period}`), [period]);
  useEffect(() => {
    if (!run.value || isOver(run.value)) {
      return undefined;
    }
    const timer = setInterval(() => document.visibilityState === 'visible' && run.again(), EVERY);
    return () => clearInterval(timer);
  }, [run.value]);
  return <>
    <h1>{t('runs')}</h1>
    <p class="lead">{t('runsLead')}</p>
    <Period value={period} choose={setPeriod} />
    <div class="two">
      <Section title={t('runOf', { period })}><Shown of={run}>{(value) => value
        ? <Progress of={value} />
        : <Start period={period} then={() => { run.again(); list.again(); }} />}</Shown></Section>
      <Section title={t('runsAll')}>
        <Shown of={list}>{(all) => all.length === 0 ? <p class="empty">{t('runsNone')}</p>
          : <table class="rows"><thead><tr><th scope="col">{t('period')}</th><th scope="col">{t('state')}</th>
            <th scope="col"><span class="vh">{t('show')}</span></th></tr></thead>
          <tbody>{newest(all).map((one) => <tr key={one.period}>
            <th scope="row">{one.period}<span class="under">{t('revisionOf', { n: one.revision })}</span></th>
            <td>{t(STATES.find(([state]) => state === one.state)?.[1] ?? 'statusOther')}</td>
            <td><button class="btn quiet" aria-pressed={one.period === period} onClick={() => setPeriod(one.period)}>
              {t('show')}<span class="vh"> {one.period}</span></button></td></tr>)}</tbody></table>}</Shown>
      </Section>
    </div>
  </>;
}

/** By whoever may: whom nobody has rated by then gets no predicate. */
function Start({ period, then }: { period: string; then: () => void }) {
  const send = async (form: FormData) => {
    if (!form.get('sure')) {
      throw fault(t('runTick'));
    }
    await call(`/agencies/${session()!.agency}/runs`, { period });
    then();
    return t('runStarted', { period });
  };
  return <>
    <p class="empty">{t('runNone', { period })}</p>
    <p>{t('runByItself')}</p>
    {may('runs.write') && <Form send={send} button={t('runStart', { period })}>
      <label class="option"><input type="checkbox" name="sure" /> {t('runSure')}</label></Form>}
  </>;
}

function Progress({ of }: { of: Run }) {
  const at = STATES.findIndex(([state]) => state === of.state);
  const steps = STATES.filter(([state]) => state !== 'held' || of.state === 'held');
  const stalled = !isOver(of) && of.state !== 'held' && now().getTime() - Date.parse(of.progressAt) > STALLED;
  return <>
    <ol class="run">{steps.map(([state, word]) => [state, word, STATES.findIndex(([one]) => one === state)] as const)
      .map(([state, word, step]) => <li key={state}
      class={step < at ? 'done' : step === at ? 'now' : 'to-come'} aria-current={step === at ? 'step' : undefined}>
      {t(word)}</li>)}</ol>
    {!isOver(of) && of.state !== 'held' && <p>{t('runShards', {
      gathered: number(of.gatheredShards), evaluated: number(of.evaluatedShards), all: number(of.shards) })}</p>}
    {stalled && <p class="note bad">{t('runStalled', { time: timeHere(of.progressAt) })}</p>}
    <dl class="facts">
      <div><dt>{t('revision')}</dt><dd>{of.revision}</dd></div>
      <div><dt>{t('plannedAt')}</dt><dd>{timeHere(of.plannedAt)}</dd></div>
      {of.publishedAt && <div><dt>{t('publishedAt')}</dt><dd>{timeHere(of.publishedAt)}</dd></div>}
    </dl>
    {of.objectionsUntil && of.state !== 'final'
      && <p>{t('objectUntil', { date: day(of.objectionsUntil) })}</p>}
    <p><a href={`/console/kantor/peringkat?periode=${of.period}`}>{t('ranking')} {of.period}</a></p>
  </>;
}
