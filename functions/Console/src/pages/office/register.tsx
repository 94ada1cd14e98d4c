// Who is registered on a day: the tree of units, a unit's people, one person through time; and what changes of it.
import { useState } from 'preact/hooks';
import { call, Shown, Trouble, usePages, useRead } from '../../api';
import { today, useQuery } from '../../address';
import { Id, Next, Said, Section } from '../../parts';
import { may, session } from '../../session';
import { day, t } from '../../words';
import { readKnown, type Known } from './choose';
import { Joins } from './joins';
import { mayBring } from './kinds';
import { Person } from './person';
import { Tree } from './tree';
import { ChangeUnit, EndUnit, NewPost, NewUnit } from './unit';

interface Listed { id: string; raterId?: string; postId?: string; kind: 'pns' | 'pppk' }

export function Register() {
  const { agency } = session()!;
  const [on, setOn] = useQuery('hari', today());
  const [unit, setUnit] = useQuery('unit', '');
  const [person, setPerson] = useQuery('pegawai', '');
  // Units are read whole, since a tree needs all of it.
  const read = useRead(async (): Promise<Known> => {
    const [known, of] = await Promise.all([readKnown(on), call<{ beganOn: string }>(`/agencies/${agency}`)]);
    return { ...known, began: of.beganOn };
  }, [on]);
  const known = read.value;
  const [said, setSaid] = useState('');
  const kept = (done: string) => {
    setSaid(done);
    read.again();
  };
  const chosen = known?.units.find((one) => one.id === unit);
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
    <Said words={said} />
    <div class="stack">
      {known && person !== '' && <Person key={person} id={person} known={known} said={kept}
        leave={() => setPerson('')} />}
      <div class="two register">
        <Section title={t('registerUnits')}>
          <Shown of={read}>{({ units }) => units.length === 0 ? <p class="empty">{t('registerNone')}</p>
            : <Tree of={units} chosen={unit} choose={setUnit} />}</Shown>
        </Section>
        <Section title={unit === '' ? t('registerPeople') : t('registerPeopleOf', { unit: chosen?.name ?? unit })}>
          {unit === '' ? <p class="empty">{t('registerPick')}</p>
            : <People key={unit + on} unit={unit} on={on} choose={setPerson} />}
          {known && chosen && mayBring('units') && <div key={JSON.stringify(chosen)}>
            <ChangeUnit of={chosen} known={known} then={kept} />
            {chosen.active && <EndUnit of={chosen} known={known} then={kept} />}</div>}
        </Section>
      </div>
      {known && mayBring('people') && <New key={said} known={known} kept={kept} choose={setPerson} />}
    </div>
    {may('imports.write') && <p class="apps"><a href="/console/kantor/berkas?jenis=people">{t('registerFile')}</a></p>}
  </>;
}

/** What comes new: the forms are fresh once one of them was kept. */
function New({ known, kept, choose }: { known: Known; kept: (done: string) => void; choose: (id: string) => void }) {
  return <Section title={t('registerNew')}>
    <details><summary>{t('joins')}</summary><Joins known={known} then={(done, id) => {
      kept(done);
      choose(id);
      scrollTo({ top: 0 });
    }} /></details>
    <details><summary>{t('unitNew')}</summary><NewUnit known={known} then={kept} /></details>
    <details><summary>{t('postNew')}</summary><NewPost known={known} then={kept} /></details>
  </Section>;
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
    {list.loading ? <div role="status"><p class="empty">{t('loading')}</p></div>
      : (list.next !== undefined || (list.items?.length ?? 0) > many)
        && <Next words={t('registerMore')} act={() => {
          setMany(many + 15);
          if (list.next !== undefined && many + 15 > (list.items?.length ?? 0)) {
            list.more();
          }
        }} />}
  </>;
}
