// A small chart of the last 24 hours: what it found as its title, bars on their own scale, the limit as a dashed line.
import { t } from '../../words';
import { hourOf } from './told';

export interface Point { from: string; value?: number; failed?: boolean }

const [BAR, GAP, HEIGHT] = [8, 2, 48];
const WIDTH = (BAR + GAP) * 24;

/** An hour without a sample is a dash, a failure is a cross; beyond the limit a bar has an outline of its own. */
export function Spark({ points, finding, limit }: { points: Point[]; finding: string; limit?: number }) {
  const most = Math.max(0, ...points.map((one) => one.value ?? 0));
  const shown = limit !== undefined && most >= limit / 4;
  const top = Math.max(1, most, shown ? limit : 0);
  const y = (value: number) => HEIGHT - value / top * (HEIGHT - 4);
  return <figure class="spark">
    <figcaption>{finding}</figcaption>
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 2}`} preserveAspectRatio="none" aria-hidden="true">
      <path class="floor" d={`M0 ${HEIGHT + 1}H${WIDTH}`} />
      {points.map((one, i) => {
        const x = i * (BAR + GAP) + GAP / 2;
        return one.failed
          ? <path key={one.from} class="failed" d={`M${x} ${HEIGHT - 10}l${BAR} 8m0 -8l${-BAR} 8`} />
          : one.value === undefined
            ? <path key={one.from} class="gap" d={`M${x + 2} ${HEIGHT - 1}h4`} />
            : one.value > 0 && <rect key={one.from} class={limit !== undefined && one.value > limit ? 'beyond' : ''}
              x={x} width={BAR} y={y(one.value)} height={HEIGHT - y(one.value)} />;
      })}
      {shown && <path class="limit" d={`M0 ${y(limit)}H${WIDTH}`} />}
    </svg>
    <p class="ends" aria-hidden="true"><span>{hourOf(points[0]!.from)}</span><span>{t('opsNow')}</span></p>
  </figure>;
}
