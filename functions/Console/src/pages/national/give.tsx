// A document as JSON text, given from a day on; a fault leads to the line on which it stands.
import { useEffect, useRef, useState } from 'preact/hooks';
import { call, problemOf, type Problem } from '../../api';
import { Outcome } from '../../outcome';
import { now } from '../../session';
import { day, t } from '../../words';
import type { Document } from './documents';
import { lineOf, placeOf } from './place';

const pretty = (value: object) => JSON.stringify(value, null, 2);
const WEEK = { days: ['monday', 'tuesday', 'wednesday', 'thursday'], start: '07:30', end: '16:00', breakMinutes: 60 };

/** What one begins with: the fewest members that a document of the kind has. */
const EMPTY: Record<string, object> = {
  'calendar': { basis: '', daysOff: [{ date: '', name: '', kind: 'publicHoliday' }] },
  'working-time': { everybody: {
    scheme: 'fixed', week: [WEEK, { ...WEEK, days: ['friday'], end: '16:30', breakMinutes: 90 }],
    seasons: [{ name: '', from: '', to: '', week: [{ ...WEEK, start: '08:00', end: '15:00', breakMinutes: 30 }] }],
  } },
};

interface Props {
  kind: string; base?: Document; documents: { from: string; version: number; superseded: boolean }[];
  drop: () => void; then: () => void;
}
interface Fault { text: string; place: [number, number] }
interface State { busy?: boolean; done?: string; problem?: Problem; faults?: Fault[] }

export function Give({ kind, base, documents, drop, then }: Props) {
  const [from, setFrom] = useState(base?.from ?? `${now().getUTCFullYear() + 1}-01-01`);
  const [text, setText] = useState(pretty(base?.policy ?? EMPTY[kind] ?? {}));
  const [state, setState] = useState<State>({});
  const [area, told] = [useRef<HTMLTextAreaElement>(null), useRef<HTMLDivElement>(null)];
  useEffect(() => told.current?.focus(), [state.done, state.problem, state.faults]);
  const standing = documents.find((one) => one.from === from && !one.superseded)?.version ?? 0;
  const send = async (event: Event) => {
    event.preventDefault();
    let policy: object;
    try {
      policy = JSON.parse(text) as object;
    } catch (fault) {
      const at = Number(/position (\d+)/.exec(String(fault))?.[1] ?? 0);
      setState({ faults: [{ text: t('giveNoJson'), place: [at, at + 1] }] });
      return;
    }
    setState({ busy: true });
    try {
      const given = await call<Document>(`/national/policies/${kind}/${from}`, policy, 'PUT', {
        headers: standing > 0 ? { 'If-Match': `"${standing}"` } : { 'If-None-Match': '*' } });
      setState({ done: t('giveDone', { name: given.name }) });
      then();
    } catch (fault) {
      const problem = problemOf(fault);
      setState({ problem, faults: (problem.errors ?? []).map((one) => (
        { text: `${one.pointer}: ${one.detail}`, place: placeOf(text, one.pointer) })) });
    }
  };
  const show = ([start, end]: [number, number]) => {
    area.current!.focus();
    area.current!.setSelectionRange(start, end);
    area.current!.scrollTop = (lineOf(text, start) - 3) * parseFloat(getComputedStyle(area.current!).lineHeight);
  };
  return <form onSubmit={(event) => void send(event)} noValidate>
    {state.done && <Outcome kind="ok" box={told} words={state.done} />}
    {(state.problem || state.faults) && <div class="note bad" role="group" aria-labelledby="give-title"
      aria-describedby="give-faults" tabIndex={-1} ref={told}>
      <p id="give-title"><b>{state.problem?.status === 412 ? t('giveClash')
        : state.problem?.title ?? t('giveNoJson')}</b></p>
      {!state.faults?.length && state.problem?.detail && <p>{state.problem.detail}</p>}
      <ul class="reasons" id="give-faults">{state.faults?.map((one) => <li key={one.text}>
        {one.text}{' '}
        <button type="button" class="btn quiet" onClick={() => show(one.place)}>
          {t('giveLine', { n: lineOf(text, one.place[0]) })}</button></li>)}</ul>
      {state.problem?.traceId && <p class="tiny">{t('help')}: {state.problem.traceId}</p>}
    </div>}
    <label for="give-from">{t('giveFrom')}</label>
    <p class="tiny" id="give-from-hint">{t(kind === 'calendar' ? 'giveFromYear' : 'giveFromHint')}</p>
    <input id="give-from" type="date" value={from} aria-describedby="give-from-hint"
      onInput={(event) => setFrom(event.currentTarget.value)} />
    <label for="give-text">{t('giveText')}</label>
    <p class="tiny" id="give-text-hint">{t('giveTextHint')}</p>
    <textarea id="give-text" class="json" ref={area} rows={20} spellcheck={false} autocomplete="off" value={text}
      aria-invalid={state.faults && state.faults.length > 0 ? true : undefined}
      aria-describedby={state.faults ? 'give-text-hint give-faults' : 'give-text-hint'}
      onInput={(event) => setText(event.currentTarget.value)} />
    <p class="note waits">
      {from && t(standing > 0 ? 'giveNext' : 'giveFirst', { date: day(from), n: standing + 1 })}{' '}
      {t(kind === 'calendar' || kind === 'working-time' ? 'giveMonths' : 'giveHolds')}</p>
    <p class="pair"><button class="btn" disabled={state.busy || !from}>
      {state.busy ? t('sending') : t('giveSend')}</button>
    {base && <button type="button" class="btn alt" onClick={drop}>{t('giveAnew')}</button>}</p>
  </form>;
}
