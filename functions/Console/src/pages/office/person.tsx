// One person through time, and the two changes that come most often: another rater, and the end of service.
import { useEffect, useRef } from 'preact/hooks';
import { call, fault, find, Shown, useRead } from '../../api';
import { today } from '../../address';
import { Form, textOf } from '../../form';
import { called } from '../../names';
import { Id, Section } from '../../parts';
import { may, session } from '../../session';
import { day, t } from '../../words';

interface Assignment {
  from?: string; unitId: string; kind: 'pns' | 'pppk'; raterId?: string; active: boolean; postId?: string;
  discipline: string;
}
interface Service {
  id: string; startedOn?: string; endedOn?: string; assignments: Assignment[]; away: { from: string; to: string }[];
}

const LONG = { dateStyle: 'long' } as const;

/** What holds on that day; before the first one begins, the first. */
const holds = (of: Service, on: string) =>
  [...of.assignments].reverse().find((one) => !one.from || one.from <= on) ?? of.assignments[0]!;

interface Props { id: string; on: string; units: Map<string, string>; leave: () => void }

export function Person({ id, on, units, leave }: Props) {
  const read = useRead(() => find<Service>(`/employees/${encodeURIComponent(id)}`), [id]);
  const title = useRef<HTMLDivElement>(null);
  useEffect(() => title.current?.focus(), []);
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
        {may('register.write') && <><NewRater of={value} again={read.again} />
          <End of={value} again={read.again} /></>}
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

interface ActProps { of: Service; again: () => void }

/** The register takes a person whole: all that stands on the day is said again, besides what changes. */
const put = (of: Service, on: string, change: object) => {
  const { from: _, ...stands } = holds(of, on);
  return call(`/agencies/${session()!.agency}/employees`, { employees: [{
    id: of.id, ...stands, startedOn: of.startedOn, endedOn: of.endedOn, ...change }] }, 'PUT');
};

function NewRater({ of, again }: ActProps) {
  const send = async (form: FormData) => {
    const [raterId, from] = [textOf(form, 'rater'), textOf(form, 'from')];
    if (raterId === '' || from === '') {
      throw fault(t('newRaterPick'));
    }
    await put(of, from, { raterId, from });
    return t('newRaterKept', { who: raterId, from: day(from, LONG) });
  };
  return <details><summary>{t('newRater')}</summary><Form send={send} button={t('newRaterSend')} then={again}>
    <p class="tiny">{t('newRaterHint')}</p>
    <label for="rater">{t('newRaterId')}</label>
    <input id="rater" name="rater" autocomplete="off" />
    <label for="from">{t('newRaterFrom')}</label>
    <input id="from" name="from" type="date" defaultValue={today()} />
  </Form></details>;
}

function End({ of, again }: ActProps) {
  const send = async (form: FormData) => {
    const endedOn = textOf(form, 'ended');
    if (endedOn === '') {
      throw fault(t('endPick'));
    }
    await put(of, today(), { endedOn });
    return t('endKept', { date: day(endedOn, LONG) });
  };
  return <details><summary>{t('end')}</summary><Form send={send} button={t('endSend')} then={again}>
    <p class="tiny">{t('endHint')}</p>
    <label for="ended">{t('endOn')}</label>
    <input id="ended" name="ended" type="date" />
  </Form></details>;
}
