// What an outline that is not saved yet would have done with the check-ins of the last days: asked a moment after the
// last change; the question before is given up.
import { useEffect, useState } from 'preact/hooks';
import { call, problemOf, Trouble, type Problem } from '../../api';
import { dayFrom, today } from '../../address';
import { Becomes, Id, More, Verdict } from '../../parts';
import { session } from '../../session';
import { day, number, t } from '../../words';

export const PAUSE = 400;
const DAYS = 31;
const SHORT = { day: 'numeric', month: 'short', year: 'numeric' } as const;

interface View { placement: string; fence?: { id: string } }
interface Change { checkInId: string; employeeId: string; workDate: string; from: View; to: View }
export interface Report {
  judgedCount: number; changedCount: number; nearestChangedCount: number; complete: boolean; changes: Change[];
  usableAccuracy?: { largestMetres: number; warning?: { en: string; id: string } };
}

export type Trial = { state: 'none' | 'asking' } | { state: 'good'; report: Report }
  | { state: 'refused'; problem: Problem };

/** The days that are tried, the last one excluded. */
const span = () => ({ from: dayFrom(today(), 1 - DAYS), to: dayFrom(today(), 1) });

/** The trial of this feature as JSON; null asks nothing. */
export function useTrial(id: string, asked: string | null) {
  const [trial, setTrial] = useState<Trial>({ state: 'none' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!asked) {
      setTrial({ state: 'none' });
      return;
    }
    setTrial({ state: 'asking' });
    const stop = new AbortController();
    const later = setTimeout(() => {
      call<Report>(`/agencies/${session()!.agency}/geofences/${encodeURIComponent(id)}/test`,
        { feature: JSON.parse(asked), ...span() }, undefined, { signal: stop.signal }).then(
        (report) => setTrial({ state: 'good', report }),
        (fault: unknown) => stop.signal.aborted || setTrial({ state: 'refused', problem: problemOf(fault) }));
    }, PAUSE);
    return () => {
      clearTimeout(later);
      stop.abort();
    };
  }, [id, asked, turn]);
  return { trial, again: () => setTurn((n) => n + 1) };
}

/** The place at which an outline is broken, if the refusal names one. */
export const placeOf = (trial: Trial) =>
  trial.state === 'refused' ? trial.problem.errors?.find((one) => one.at)?.at : undefined;

export const isInvalid = (trial: Trial) =>
  trial.state === 'refused' && !!trial.problem.type?.endsWith('invalid-geofence');

export function Effect({ of, again }: { of: Trial; again: () => void }) {
  if (of.state === 'refused') {
    return <Trouble problem={of.problem} again={isInvalid(of) ? undefined : again} />;
  }
  if (of.state !== 'good') {
    return <p class="empty">{t(of.state === 'asking' ? 'effectAsking' : 'effectNone')}</p>;
  }
  const { judgedCount, changedCount, nearestChangedCount, complete, changes, usableAccuracy } = of.report;
  const { from, to } = span();
  const days = { from: day(from, SHORT), to: day(dayFrom(to, -1), SHORT) };
  return <>
    <div role="status"><p>{judgedCount === 0 ? t('effectNobody', days)
      : <><b class="figure">{number(changedCount)}</b>{' '}
        {t('effectOf', { n: number(judgedCount), ...days })}</>}</p></div>
    {nearestChangedCount > 0 && <p class="tiny">{t('effectNearest', { n: number(nearestChangedCount) })}</p>}
    {!complete && <p class="note waits">{t('effectIncomplete')}</p>}
    {judgedCount > 0 && <p class="tiny">{t('effectNothing')}</p>}
    {changes.length > 0 && <Changes of={changes} count={changedCount} />}
    {usableAccuracy && <p>{t('effectAccuracy', { n: number(usableAccuracy.largestMetres) })}</p>}
    {usableAccuracy?.warning && <p class="note waits">{t('effectSmall')}</p>}
  </>;
}

/** A verdict; with its area where that alone is another one. */
function Seen({ of, named }: { of: View; named: boolean }) {
  return <><Verdict placement={of.placement} />{named && of.fence && <> <Id of={of.fence.id} /></>}</>;
}

function Changes({ of, count }: { of: Change[]; count: number }) {
  const [many, setMany] = useState(5);
  return <>
    <ul class="list changes">{of.slice(0, many).map((one) => <li key={one.employeeId + one.checkInId}>
      <Id of={one.employeeId} />, {day(one.workDate, { day: 'numeric', month: 'short' })}
      <span class="from-to"><Seen of={one.from} named={one.from.placement === one.to.placement} /><Becomes />
        <Seen of={one.to} named={one.from.placement === one.to.placement} /></span>
    </li>)}</ul>
    <More of={of.length} shown={many} step={20} show={setMany} />
    {count > of.length && <p class="tiny">{t('effectFirst', { n: number(of.length) })}</p>}
  </>;
}
