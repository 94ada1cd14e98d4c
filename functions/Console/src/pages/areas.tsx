// Where an agency's areas are, on Indonesia's coast, and one of them true to its metres.
import { useState } from 'preact/hooks';
import coast from 'coast';
import { call, Shown, useRead } from '../api';
import { useQuery } from '../address';
import { Section } from '../parts';
import { session } from '../session';
import { number, t, type Word } from '../words';

type Ring = [number, number][];
interface Area {
  id: string; version: number;
  properties: { name: string; kind: 'office' | 'wfaArea' | 'fieldSite' };
  geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
}

const KINDS: Record<Area['properties']['kind'], Word> = {
  office: 'areaOffice', wfaArea: 'areaShared', fieldSite: 'areaField',
};

const polygons = (area: Area) =>
  area.geometry.type === 'Polygon' ? [area.geometry.coordinates] : area.geometry.coordinates;
const points = (area: Area) => polygons(area).flat(2);

export function Areas() {
  const { agency } = session()!;
  const [chosen, choose] = useQuery('area', '');
  const read = useRead(async () => {
    const list = await call<{ geofences: { id: string; kind: string }[] }>(`/agencies/${agency}/geofences`);
    // Where people live is theirs: it is neither asked for nor shown.
    return await Promise.all(list.geofences.filter((one) => one.kind !== 'home')
      .map((one) => call<Area>(`/agencies/${agency}/geofences/${one.id}`)));
  }, []);
  return <>
    <h1>{t('areas')}</h1>
    <p class="lead">{t('areasLead')}</p>
    <Shown of={read}>{(areas) => areas.length === 0 ? <p class="empty">{t('areasNone')}</p>
      : <div class="stack">
        <Nation areas={areas} />
        <div class="two">
          <Section title={t('areas')}><List areas={areas} chosen={chosen} choose={choose} /></Section>
          <Section title={t('shown')}>
            <Outline area={areas.find((one) => one.id === chosen) ?? areas[0]!} /></Section>
        </div>
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

function List({ areas, chosen, choose }: { areas: Area[]; chosen: string; choose: (id: string) => void }) {
  const [many, setMany] = useState(15);
  return <>
    <table class="rows">
      <thead><tr><th scope="col">{t('area')}</th>
        <th scope="col" class="number">{t('corners')}</th><th scope="col"><span class="vh">{t('show')}</span></th></tr>
      </thead>
      <tbody>{areas.slice(0, many).map((one) => <tr key={one.id}>
        <th scope="row">{one.properties.name}<span class="under">{t(KINDS[one.properties.kind])}</span></th>
        <td class="number">{number(points(one).length)}</td>
        <td><button class="btn quiet" aria-pressed={(chosen || areas[0]!.id) === one.id}
          onClick={() => choose(one.id)}>{t('show')}<span class="vh"> {one.properties.name}</span></button></td>
      </tr>)}</tbody>
    </table>
    {areas.length > many && <button class="btn alt" onClick={() => setMany(many + 15)}>
      {t('more', { n: Math.min(15, areas.length - many) })}</button>}
  </>;
}

/** Metres true: a degree of longitude is shorter by the cosine of the latitude. */
function Outline({ area }: { area: Area }) {
  const all = points(area);
  const [west, east] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [south, north] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const [width, height, margin] = [400, 300, 24];
  const [metresX, metresY] = [111320 * Math.cos((south + north) / 2 * Math.PI / 180), 110574];
  const scale = Math.min(
    (width - 2 * margin) / ((east - west) * metresX), (height - 2 * margin) / ((north - south) * metresY));
  const at = ([x, y]: [number, number]) =>
    `${(width / 2 + (x - (west + east) / 2) * metresX * scale).toFixed(1)} ${
      (height / 2 - (y - (south + north) / 2) * metresY * scale).toFixed(1)}`;
  const bar = [5, 10, 20, 50, 100, 200, 500, 1000, 5000].filter((m) => m * scale < width / 3).pop() ?? 5;
  return <figure>
    <svg class="map" viewBox={`0 0 ${width} ${height}`} role="img"
      aria-label={t('areaShape', { name: area.properties.name })}>
      <path class="fence" fill-rule="evenodd"
        d={polygons(area).flat().map((ring) => `M${ring.map(at).join('L')}Z`).join('')} />
      <path class="bar" d={`M12 ${height - 18}v6h${(bar * scale).toFixed(1)}v-6`} />
      <text x={16 + bar * scale} y={height - 9}>{number(bar)} m</text>
    </svg>
    <figcaption>{area.properties.name}</figcaption>
  </figure>;
}
