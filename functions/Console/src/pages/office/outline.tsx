// One area true to its metres, with the check-ins that fall into the picture: disc, triangle or diamond.
import { number, t } from '../../words';
import { lengths, planeOf, points, rings, viewOf, type Area, type Placed } from './shapes';

const [WIDTH, HEIGHT] = [480, 400];
const RADIUS: Record<string, number> = { inside: 5, outside: 9, uncertain: 9 };

export const markOf = (kind: string, x: number, y: number, r: number) => kind === 'inside'
  ? <circle cx={x} cy={y} r={r} />
  : kind === 'outside' ? <path d={`M${x} ${y - r}l${r} ${r * 1.75}h${-2 * r}Z`} />
    : <path d={`M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z`} />;

export function Grid({ width, height, step }: { width: number; height: number; step: number }) {
  const lines = (length: number) => Array.from({ length: Math.floor(length / step) + 1 }, (_, i) => i * step);
  return <path class="grid" d={[
    ...lines(width).map((x) => `M${x.toFixed(1)} 0V${height}`),
    ...lines(height).map((y) => `M0 ${y.toFixed(1)}H${width}`)].join('')} />;
}

export const Bar = ({ height, metres, scale }: { height: number; metres: number; scale: number }) => <>
  <path class="bar" d={`M14 ${height - 20}v8h${(metres * scale).toFixed(1)}v-8`} />
  <text x={22 + metres * scale} y={height - 11}>{number(metres)} m</text></>;

/** A plain position needs no circle, and one beyond the picture tells nothing. */
const hasReach = (kind: string, r: number) => kind !== 'inside' && r < WIDTH / 2;

export function Outline({ area, checkIns }: { area: Area; checkIns: Placed[] }) {
  const { at, path, scale } = planeOf(viewOf(points(area), WIDTH, HEIGHT, .62), WIDTH, HEIGHT);
  const { bar, grid } = lengths(scale, WIDTH);
  const placed = checkIns.flatMap((one) => {
    const spot = one.position && at([one.position.longitude, one.position.latitude]);
    return spot && spot[0] > 0 && spot[0] < WIDTH && spot[1] > 0 && spot[1] < HEIGHT
      ? [{ one, x: spot[0], y: spot[1], kind: one.checkIn.placement, r: one.position!.accuracyMetres * scale }] : [];
  });
  // What is odd lies above what is plain.
  const drawn = [...placed].sort((a, b) => (RADIUS[a.kind] ?? 0) - (RADIUS[b.kind] ?? 0));
  const near = (kind: string) => placed.filter((one) => one.kind === kind).length;
  return <figure>
    <svg class="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('areaShape', {
      name: area.properties.name, inside: near('inside'), outside: near('outside'), uncertain: near('uncertain'),
    })}>
      <Grid width={WIDTH} height={HEIGHT} step={grid * scale} />
      <path class="fence" fill-rule="evenodd" d={rings(area).map(path).join('')} />
      {drawn.map(({ one, x, y, kind, r }) => <g key={one.checkIn.employeeId + one.checkIn.id} class={`fix ${kind}`}>
        {hasReach(kind, r) && <circle class="reach" cx={x} cy={y} r={r} />}
        {markOf(kind, x, y, RADIUS[kind] ?? 4)}</g>)}
      <Bar height={HEIGHT} metres={bar} scale={scale} />
    </svg>
    <figcaption class="tiny">{t('mapNote', { n: placed.length, grid: number(grid) })}
      {placed.some(({ kind, r }) => hasReach(kind, r)) && ` ${t('mapReach')}`}</figcaption>
  </figure>;
}
