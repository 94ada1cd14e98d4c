// One person through time, and what comes often: another place, the end of service, leave.
import { useEffect, useRef } from 'preact/hooks';
import { find, Shown, useRead } from '../../api';
import { called } from '../../names';
import { Id, Section } from '../../parts';
import { may } from '../../session';
import { day, t } from '../../words';
import type { Known } from './choose';
import { mayBring } from './kinds';
import { Leave } from './leave';
import { End, Move } from './move';

interface Assignment {
  from?: string; unitId: string; kind: 'pns' | 'pppk'; raterId?: string; active: boolean; postId?: string;
  discipline: string;
}
export interface Service {
  id: string; startedOn?: string; endedOn?: string; assignments: Assignment[]; away: { from: string; to: string }[];
}

const LONG = { dateStyle: 'long' } as const;

/** What holds on that day; before the first one begins, the first. */
export const holds = (of: Service, on: string) =>
  [...of.assignments].reverse().find((one) => !one.from || one.from <= on) ?? of.assignments[0]!;

interface Props { id: string; known: Known; said: (done: string) => void; leave: () => void }

export function Person({ id, known, said, leave }: Props) {
  const { on } = known;
  const units = new Map(known.units.map((one) => [one.id, one.name]));
  const read = useRead(() => find<Service>(`/employees/${encodeURIComponent(id)}`), [id]);
  const title = useRef<HTMLDivElement>(null);
  useEffect(() => title.current?.focus(), []);
  const kept = (done: string) => {
    said(done);
    read.again();
  };
  return <div tabIndex={-1} ref={title}><Section title={t('personOf', { who: called(id) })}>
    <Shown of={read}>{(value) => value === null
      ? <div role="status"><p class="note waits">{t('personNone', { id })}</p></div>
      : <>
        <dl class="facts">
          <div><dt>{t('serviceFrom')}</dt><dd class="line-of">{value.startedOn ? day(value.startedOn, LONG)
            : t('serviceLong')}</dd></div>
          <div><dt>{t('serviceTo')}</dt><dd class="line-of">{value.endedOn ? day(value.endedOn, LONG)
            : t('serviceStays')}</dd></div>
        </dl>
        <History of={value} on={on} units={units} />
        {value.away.map((one) => <p key={one.from} class="note">
          {t('personAway', { from: day(one.from, LONG), to: day(one.to, LONG) })}</p>)}
        {mayBring('people') && <div key={JSON.stringify(value)}><Move of={value} known={known} then={kept} />
          <End of={value} known={known} then={kept} /></div>}
        {mayBring('leave') && may('leave.read') && <Leave who={id} known={known} said={said} />}
      </>}</Shown>
    <p><button class="btn alt" onClick={leave}>{t('personClose')}</button></p>
  </Section></div>;
}

function History({ of, on, units }: { of: Service; on: string; units: Map<string, string> }) {
  const now = holds(of, on);
  return <table class="rows"><caption class="vh">{t('personHistory')}</caption><thead><tr>
    <th scope="col">{t('since')}</th><th scope="col">{t('unit')}</th>
    <th scope="col" class="wide">{t('rater')}</th></tr></thead>
  <tbody>{[...of.assignments].reverse().map((one) => <tr key={one.from ?? ''}>
    <th scope="row">{one.from ? day(one.from, LONG) : t('everSince')}
      {one === now && <span class="under"><span class="tag inside">{t('holdsThen')}</span></span>}</th>
    <td>{one.active ? <>{units.get(one.unitId) ?? one.unitId}<span class="under">
      {[one.postId ? `${t('postHeld')}: ${one.postId}` : t('postNone'), t(one.kind === 'pns' ? 'kindPns' : 'kindPppk'),
        ...(one.discipline === 'none' ? [] : [t(one.discipline === 'serving' ? 'disciplineServing'
          : 'disciplineOpen')])].join(', ')}
      {one.raterId && <span class="narrow">, {t('rater')}: <Id of={one.raterId} /></span>}</span></>
      : t('notActive')}</td>
    <td class="wide">{one.active && one.raterId ? <Id of={one.raterId} /> : '–'}</td></tr>)}</tbody></table>;
}
