// What came of one agency: read page by page, checked in this browser, and its periods with how they stand.
import { useEffect, useState } from 'preact/hooks';
import { call, problemOf, send, Trouble, type Problem } from '../../api';
import { Section } from '../../parts';
import { day, number, t, timeHere } from '../../words';
import { Choose, pageOf, type Source } from './choose';
import { OnePeriod } from './period';
import { check, receive, type PeriodResult, type Received } from './received';
import { Standing } from './standing';

interface State { at: number; received?: Received; periods?: PeriodResult[]; problem?: Problem }

/** The page answers at least so often, in milliseconds, while much is checked. */
const SLICE = 40;

/** Gives way to the page whenever it has worked for a slice; ends the work once nobody waits for it. */
function slices(signal: AbortSignal) {
  let since = performance.now();
  return () => {
    signal.throwIfAborted();
    return performance.now() - since < SLICE ? undefined : new Promise<void>((go) => setTimeout(() => {
      since = performance.now();
      go();
    }));
  };
}

function useResults(agency: string) {
  const [state, setState] = useState<State>({ at: 0 });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const set = (next: State) => signal.aborted || setState(next);
    const read = async () => {
      const textAfter = async (after: number) => (await send(
        `/agencies/${agency}/events?after=${after}`, undefined, undefined, { signal })).text();
      const received = await receive(agency, textAfter, (at) => set({ at }));
      const keys = await call<{ keys: JsonWebKey[] }>('/receipt-keys');
      set({ at: received.last, received });
      set({ at: received.last, received, periods: await check(received, keys, slices(signal)) });
    };
    setState({ at: 0 });
    if (!crypto.subtle) {
      return undefined;
    }
    read().catch((fault: unknown) => signal.aborted || set({ at: 0, problem: problemOf(fault) }));
    return () => stop.abort();
  }, [agency, turn]);
  return { ...state, again: () => setTurn((n) => n + 1) };
}

/** Of an agency one of whose periods is chosen, or else the newest. */
export function AgencyResults({ of, period, choose }: {
  of: Source; period: string; choose: (period: string) => void;
}) {
  const { at, received, periods, problem, again } = useResults(of.agencyId);
  const chosen = periods?.find((one) => one.period === period) ?? periods?.[0];
  return <div class="stack" id="hasil" tabIndex={-1}>
    <Section title={of.name}>
      <p class="tiny"><code>{of.agencyId}</code></p>
      {!crypto.subtle ? <p class="note bad">{t('noCrypto')}</p>
        : problem ? <Trouble problem={problem} again={again} />
          : periods ? <Periods of={periods} chosen={chosen} choose={choose} />
            : <Progress at={at} all={of.newest} isRead={received !== undefined} />}
      <div class="vh" role="status">{periods && <p>{t('receivedAll', { n: number(periods.length) })}</p>}</div>
    </Section>
    {chosen && received && <OnePeriod key={chosen.period} of={chosen} received={received} />}
  </div>;
}

const Progress = ({ at, all, isRead }: { at: number; all: number; isRead: boolean }) => <>
  <p id="membaca">{isRead ? t('receivingChecks')
    : t('receiving', { n: number(at), all: number(Math.max(at, all)) })}</p>
  {isRead ? <progress aria-labelledby="membaca" />
    : <progress aria-labelledby="membaca" max={Math.max(1, all)} value={at} />}
</>;

function Periods({ of, chosen, choose }: {
  of: PeriodResult[]; chosen?: PeriodResult | undefined; choose: (period: string) => void;
}) {
  return of.length === 0 ? <p class="empty">{t('receivedNothing')}</p> : <ul class="list">
    {of.map((one) => <li key={one.period}>
      <span class="tags"><b><Choose to={pageOf(one.agency, one.period)} go={() => choose(one.period)}
        isChosen={one === chosen} focus="periode">{one.period}</Choose></b><Standing of={one} /></span>
      <Summary of={one} /></li>)}</ul>;
}

function Summary({ of: { ranking } }: { of: PeriodResult }) {
  if (!ranking) {
    return <span class="under">{t('resultNoneWhole')}</span>;
  }
  const { json, says } = ranking.manifest;
  return <>
    <span class="under">{[
      t('resultRevision', { n: ranking.revision }), t('resultPublished', { time: timeHere(says.publishedAt) }),
      ...(says.objectionsUntil ? [t('resultUntil', { date: day(says.objectionsUntil, { dateStyle: 'medium' }) })] : []),
    ].join(', ')}</span>
    <span class="under">{t('resultCounts', { n: number(json.assessed), not: number(json.notAssessed) })}</span>
  </>;
}
