// Where the phone said that a person was on a day, and the areas by which that was judged, true to their metres.
import { useState } from 'preact/hooks';
import { call, problemOf, Trouble, type Problem } from '../../api';
import { called } from '../../names';
import { Verdict } from '../../parts';
import { clock, day, metres, number, t, type Word } from '../../words';
import { Bar, Grid, markOf } from '../office/outline';
import { lengths, planeOf, points, rings, viewOf, type Area, type Placed, type Point } from '../office/shapes';

interface Fence { id: string; version: number; name: string; kind: string; geometry: Area['geometry'] }
interface Evidence { checkIns: Omit<Placed, 'unitId'>[]; fences: Fence[] }

const SHORT = { day: 'numeric', month: 'long' } as const;
const [WIDTH, HEIGHT] = [480, 320];
/** An area that is drawn smaller than this is marked by a ring. */
const LEAST = 10;

/** Read when it is opened: most days need no map. */
export function DayMap({ person, date, own = false }: { person: string; date: string; own?: boolean }) {
  const [state, setState] = useState<{ of?: Evidence; problem?: Problem }>({});
  const open = () => {
    if (!state.of) {
      call<Evidence>(`/employees/${person}/evidence/${date}`).then(
        (of) => setState({ of }), (fault: unknown) => setState({ problem: problemOf(fault) }));
    }
  };
  return <details class="evidence" onToggle={(event) => event.currentTarget.open && open()}>
    <summary>{t(own ? 'mapOwn' : 'mapOpen', { date: day(date, SHORT) })}
      <span class="vh"> {called(person)}</span></summary>
    {state.problem && <Trouble problem={state.problem} again={open} />}
    {!state.of && !state.problem && <p class="tiny">{t('loading')}</p>}
    {state.of && <Shown of={state.of} own={own} />}
  </details>;
}

function Shown({ of: { checkIns, fences }, own }: { of: Evidence; own: boolean }) {
  const drawn = checkIns.some((one) => one.position);
  return <>
    {drawn && <Picture checkIns={checkIns} fences={fences} />}
    {checkIns.length === 0 && <p class="empty">{t('noCheckIns')}</p>}
    <ol class="received numbered">{checkIns.map(({ checkIn, position }) => <li key={checkIn.id}>
      <b>{t(checkIn.kind as Word)} {clock(checkIn.timeThatCounts)}</b> <Verdict placement={checkIn.placement} />
      <span class="under">{position ? [nameOf(fences, checkIn.fence?.id), distanceOf(checkIn.signedDistanceMetres),
        t('accuracy', { n: number(position.accuracyMetres) })].filter(Boolean).join(', ')
        : checkIn.fence?.kind === 'home' && !own && t('mapHome')}</span></li>)}</ol>
    {drawn && <p class="tiny">{t(own ? 'mapOwnNote' : 'mapRuleNote')}</p>}
  </>;
}

const nameOf = (fences: Fence[], id?: string) => fences.find((one) => one.id === id)?.name ?? '';

const distanceOf = (n?: number) => n === undefined ? ''
  : t(n < 0 ? 'mapWithin' : 'mapBeyond', { n: metres(n) });

function Picture({ checkIns, fences }: Evidence) {
  const fixes = checkIns.flatMap(({ position, checkIn }, at) => position
    ? [{ checkIn, n: at + 1, reach: position.accuracyMetres, spot: [position.longitude, position.latitude] as Point }]
    : []);
  const { at, path, scale } = planeOf(
    viewOf([...fences.flatMap(points), ...fixes.map((one) => one.spot)], WIDTH, HEIGHT, .7), WIDTH, HEIGHT);
  const { bar, grid } = lengths(scale, WIDTH);
  return <figure>
    <svg class="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('mapPicture', {
      n: fixes.length, areas: fences.map((one) => one.name).join(', ') || '–' })}>
      <Grid width={WIDTH} height={HEIGHT} step={grid * scale} />
      {fences.map((one) => <path key={`${one.id} ${one.version}`} class="fence" fill-rule="evenodd"
        d={rings(one).map(path).join('')} />)}
      {fences.filter((one) => sizeOf(one, at) < LEAST).map((one) => {
        const [x, y] = at(points(one)[0]!);
        return <circle key={one.id} class="fence" cx={x} cy={y} r={LEAST} />;
      })}
      {fixes.map(({ checkIn, n, reach, spot }) => {
        const [x, y] = at(spot);
        return <g key={checkIn.id} class={`fix ${checkIn.placement}`}>
          {reach * scale < WIDTH / 2 && <circle class="reach all" cx={x} cy={y} r={reach * scale} />}
          {markOf(checkIn.placement, x, y, 8)}
          <text class="halo-text" x={x + 12} y={y - 8}>{n}</text></g>;
      })}
      <Bar height={HEIGHT} metres={bar} scale={scale} />
    </svg>
    <figcaption class="tiny">{t('mapFigure')}</figcaption>
  </figure>;
}

/** How wide or high it is in the picture. */
function sizeOf(fence: Fence, at: (point: Point) => Point) {
  const all = points(fence).map(at);
  const span = (of: number[]) => Math.max(...of) - Math.min(...of);
  return Math.max(span(all.map(([x]) => x)), span(all.map(([, y]) => y)));
}
