// Who is registered on a day: the tree of units, a unit's people, and one person through time. Changes come by file.
import { useState } from 'preact/hooks';
import { all, Shown, Trouble, usePages, useRead } from '../../api';
import { today, useQuery } from '../../address';
import { Id, Section } from '../../parts';
import { may, session } from '../../session';
import { day, t } from '../../words';
import { Person } from './person';
import { Tree, type Unit } from './tree';

interface Listed { id: string; raterId?: string; postId?: string; kind: 'pns' | 'pppk' }

/** Units are read whole, since a tree needs all of it: 500 a page. */
const UNIT_PAGES = 40;

export function Register() {
  const { agency } = session()!;
  const [on, setOn] = useQuery('hari', today());
  const [unit, setUnit] = useQuery('unit', '');
  const [person, setPerson] = useQuery('pegawai', '');
  const units = useRead(() => all<Unit>(`/agencies/${agency}/units?on=${on}`, 'units', UNIT_PAGES), [on]);
  const names = new Map(units.value?.map((one) => [one.id, one.name]));
  return <>
    <h1>{t('register')}</h1>
    <p class="lead">{t('registerLead')}</p>
    <form class="period" onSubmit={(event) => {
      event.preventDefault();
      const form = new FormData(event.currentTarget);
      setOn(String(form.get('on')) || today());
      setPerson(String(form.get('person')).trim());
    }}>
      <label for="on">{t('registerOn')}</label>
      <input id="on" name="on" type="date" key={on} defaultValue={on} required />
      <label for="person">{t('registerFind')}</label>
      <input id="person" name="person" key={person} defaultValue={person} autocomplete="off" class="id" />
      <button class="btn alt">{t('open')}</button>
    </form>
    <div class="stack">
      {person !== '' && <Person key={person} id={person} on={on} units={names} leave={() => setPerson('')} />}
      <div class="two register">
        <Section title={t('registerUnits')}>
          <Shown of={units}>{(every) => every.length === 0 ? <p class="empty">{t('registerNone')}</p>
            : <Tree of={every} chosen={unit} choose={setUnit} />}</Shown>
        </Section>
        <Section title={unit === '' ? t('registerPeople') : t('registerPeopleOf', { unit: names.get(unit) ?? unit })}>
          {unit === '' ? <p class="empty">{t('registerPick')}</p>
            : <People key={unit + on} unit={unit} on={on} choose={setPerson} />}
        </Section>
      </div>
    </div>
    {may('imports.write') && <p class="apps"><a href="/console/kantor/berkas?jenis=people">{t('registerFile')}</a></p>}
  </>;
}

function People({ unit, on, choose }: { unit: string; on: string; choose: (id: string) => void }) {
  const [many, setMany] = useState(15);
  const { agency } = session()!;
  const list = usePages<Listed>(`/agencies/${agency}/employees?unit=${unit}&on=${on}`, 'employees', [unit, on]);
  const shown = [...list.items ?? []].sort((a, b) => a.id.localeCompare(b.id)).slice(0, many);
  return <>
    {list.items && (list.items.length === 0 ? !list.next && <p class="empty">
      {t('registerNobody', { date: day(on, { dateStyle: 'long' }) })}</p>
      : <table class="rows"><thead><tr><th scope="col">{t('person')}</th>
        <th scope="col" class="wide">{t('postHeld')}</th><th scope="col" class="wide">{t('rater')}</th>
        <th scope="col"><span class="vh">{t('show')}</span></th></tr></thead>
      <tbody>{shown.map((one) => <tr key={one.id}>
        <th scope="row"><Id of={one.id} />
          <span class="under">{t(one.kind === 'pns' ? 'kindPns' : 'kindPppk')}</span></th>
        <td class="wide">{one.postId ?? '–'}</td>
        <td class="wide">{one.raterId ? <Id of={one.raterId} /> : '–'}</td>
        <td><button class="btn quiet" onClick={() => { choose(one.id); scrollTo({ top: 0 }); }}>
          {t('show')}<span class="vh"> {one.id}</span></button></td></tr>)}</tbody></table>)}
    {list.problem && <Trouble problem={list.problem} again={list.again} />}
    {list.loading ? <p class="empty" role="status">{t('loading')}</p>
      : (list.next !== undefined || (list.items?.length ?? 0) > many)
        && <button class="btn alt" onClick={() => {
          setMany(many + 15);
          if (list.next !== undefined && many + 15 > (list.items?.length ?? 0)) {
            list.more();
          }
        }}>{t('registerMore')}</button>}
  </>;
}
