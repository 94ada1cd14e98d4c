// One area true to its metres, with the check-ins that fall into the picture: disc, triangle or diamond.
import { number, t } from '../../words';
import { planeOf, rings, type Area, type Placed } from './shapes';

const [WIDTH, HEIGHT] = [480, 400];
const RADIUS: Record<string, number> = { inside: 5, outside: 9, uncertain: 9 };

const markOf = (kind: string, x: number, y: number, r: number) => kind === 'inside'
  ? <circle cx={x} cy={y} r={r} />
  : kind === 'outside' ? <path d={`M${x} ${y - r}l${r} ${r * 1.75}h${-2 * r}Z`} />
    : <path d={`M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z`} />;

export function Outline({ area, checkIns }: { area: Area; checkIns: Placed[] }) {
  const { at, scale } = planeOf(area, WIDTH, HEIGHT, .62);
  const bar = [5, 10, 20, 50, 100, 200, 500, 1000, 5000].filter((m) => m * scale < WIDTH / 3).pop() ?? 5;
  const grid = [10, 50, 100, 500, 1000, 5000].find((m) => m * scale > 40) ?? 5000;
  const lines = (length: number) => Array.from(
    { length: Math.floor(length / (grid * scale)) + 1 }, (_, i) => i * grid * scale);
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
      <path class="grid" d={[
        ...lines(WIDTH).map((x) => `M${x.toFixed(1)} 0V${HEIGHT}`),
        ...lines(HEIGHT).map((y) => `M0 ${y.toFixed(1)}H${WIDTH}`)].join('')} />
      <path class="fence" fill-rule="evenodd" d={rings(area).map((ring) =>
        `M${ring.map((one) => at(one).map((v) => v.toFixed(1)).join(' ')).join('L')}Z`).join('')} />
      {drawn.map(({ one, x, y, kind, r }) => <g key={one.checkIn.employeeId + one.checkIn.id} class={`fix ${kind}`}>
        {kind !== 'inside' && r < WIDTH / 2 && <circle class="reach" cx={x} cy={y} r={r} />}
        {markOf(kind, x, y, RADIUS[kind] ?? 4)}</g>)}
      <path class="bar" d={`M14 ${HEIGHT - 20}v8h${(bar * scale).toFixed(1)}v-8`} />
      <text x={22 + bar * scale} y={HEIGHT - 11}>{number(bar)} m</text>
    </svg>
    <figcaption class="tiny">{t('mapNote', { n: placed.length, grid: number(grid) })}</figcaption>
  </figure>;
}
