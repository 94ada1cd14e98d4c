// Where an agency's areas are, on Indonesia's coast, and one of them true to its metres with a day's check-ins.
import { useState } from 'preact/hooks';
import coast from 'coast';
import { all, call, Shown, useRead } from '../../api';
import { today, useQuery } from '../../address';
import { Id, More, Section, Verdict } from '../../parts';
import { may, session } from '../../session';
import { clock, day, lang, distanceOf, number, t, type Word } from '../../words';
import { Outline } from './outline';
import { points, rings, type Area, type Placed } from './shapes';

const KINDS: Record<Area['properties']['kind'], Word> = {
  office: 'areaOffice', wfaArea: 'areaShared', fieldSite: 'areaField',
};

const editing = (id: string) =>
  `/console/kantor/area/ubah?${new URLSearchParams({ ...(id ? { area: id } : {}), lang: lang() })}`;

export function Areas() {
  const { agency } = session()!;
  const [chosen, choose] = useQuery('area', '');
  const [date, setDate] = useQuery('tanggal', today());
  const read = useRead(async () => {
    const list = await call<{ geofences: { id: string; kind: string }[] }>(`/agencies/${agency}/geofences`);
    // Where people live is theirs: it is neither asked for nor shown.
    return await Promise.all(list.geofences.filter((one) => one.kind !== 'home')
      .map((one) => call<Area>(`/agencies/${agency}/geofences/${one.id}`)));
  }, []);
  const ins = useRead(() => all<Placed>(`/agencies/${agency}/check-ins?date=${date}`, 'checkIns'), [date]);
  const shown = read.value?.find((one) => one.id === chosen) ?? read.value?.[0];
  const ofDay = (ins.value ?? []).filter((one) => one.checkIn.fence?.kind !== 'home');
  return <>
    <h1>{t('areas')}</h1>
    <p class="lead">{t('areasLead')}</p>
    <form class="period" onSubmit={(event) => event.preventDefault()}>
      <label for="date">{t('date')}</label>
      <input id="date" type="date" value={date} onChange={(event) => {
        if (event.currentTarget.value) {
          setDate(event.currentTarget.value);
        }
      }} />
    </form>
    <Shown of={read}>{(areas) => areas.length === 0 || !shown ? <><p class="empty">{t('areasNone')}</p>
        {may('geofences.write') && <p><a class="btn" href={editing('')}>{t('areaFirst')}</a></p>}</>
      : <div class="stack">
        <div class="two">
          <Section title={shown.properties.name}>
            <Outline area={shown} checkIns={ofDay} />
            {may('geofences.write') && <p class="pair">
              <a class="btn" href={editing(shown.id)}>{t('areaEdit')}</a>
              <a class="btn alt" href={editing('')}>{t('areaNew')}</a></p>}
          </Section>
          <div class="stack">
            <Section title={day(date)}>
              <Shown of={ins}>{() => <Odd of={ofDay} all={ins.value ?? []} />}</Shown>
            </Section>
            <Section title={t('areasOf', { n: areas.length })}>
              <List areas={areas} chosen={shown.id} choose={choose} checkIns={ofDay} /></Section>
          </div>
        </div>
        <Nation areas={areas} />
      </div>}</Shown>
  </>;
}

function Nation({ areas }: { areas: Area[] }) {
  const [west, north, scale] = [94.5, 6.5, 10];
  const at = ([x, y]: [number, number]) => `${((x - west) * scale).toFixed(1)} ${((north - y) * scale).toFixed(1)}`;
  return <svg class="map" viewBox="0 0 470 180" role="img" aria-label={t('areasMap', { n: areas.length })}>
    <path class="land" d={coast.map((ring) => `M${ring.map(at).join('L')}Z`).join('')} />
    {areas.map((one) => {
      const [x, y] = at(points(one)[0]!).split(' ');
      return <circle key={one.id} class="spot" cx={x} cy={y} r="4" />;
    })}
  </svg>;
}

/** Each ring's last position is its first one again. */
const corners = (area: Area) => rings(area).reduce((sum, ring) => sum + ring.length - 1, 0);

interface ListProps { areas: Area[]; chosen: string; choose: (id: string) => void; checkIns: Placed[] }

function List({ areas, chosen, choose, checkIns }: ListProps) {
  const [many, setMany] = useState(15);
  const within = (id: string) =>
    checkIns.filter((one) => one.checkIn.fence?.id === id && one.checkIn.placement === 'inside').length;
  return <>
    <table class="rows">
      <thead><tr><th scope="col">{t('area')}</th><th scope="col" class="number">{t('inside')}</th>
        <th scope="col"><span class="vh">{t('show')}</span></th></tr></thead>
      <tbody>{areas.slice(0, many).map((one) => <tr key={one.id}>
        <th scope="row">{one.properties.name}<span class="under">{t(KINDS[one.properties.kind])},
          {' '}{t('cornersOf', { n: corners(one) })}</span></th>
        <td class="number">{number(within(one.id))}</td>
        <td><button class="btn quiet" aria-pressed={chosen === one.id} onClick={() => choose(one.id)}>
          {t('show')}<span class="vh"> {one.properties.name}</span></button></td>
      </tr>)}</tbody>
    </table>
    <More of={areas.length} shown={many} step={15} show={setMany} />
  </>;
}

/** How many of each verdict, and each that is not plainly inside: the map is never the only way to it. */
function Odd({ of, all: received }: { of: Placed[]; all: Placed[] }) {
  const [many, setMany] = useState(6);
  const odd = of.filter((one) => one.checkIn.placement !== 'inside');
  return <>
    <p>{t('receivedOf', { n: received.length })}</p>
    <ul class="legend">{(['inside', 'outside', 'uncertain', 'unknown'] as const).map((one) => <li key={one}>
      <Verdict placement={one} /> <b>{received.filter((each) => each.checkIn.placement === one).length}</b></li>)}</ul>
    {received.length > of.length && <p class="tiny">{t('homesHidden', { n: received.length - of.length })}</p>}
    <ul class="list">{odd.slice(0, many).map(({ checkIn }) => <li key={checkIn.employeeId + checkIn.id}>
      <Id of={checkIn.employeeId} />, {t(checkIn.kind as Word)} {clock(checkIn.timeThatCounts)}
      {' '}<Verdict placement={checkIn.placement} />
      {checkIn.signedDistanceMetres !== undefined && <span class="under">
        {distanceOf(checkIn.signedDistanceMetres)}</span>}</li>)}</ul>
    <More of={odd.length} shown={many} step={15} show={setMany} />
  </>;
}
