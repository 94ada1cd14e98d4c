// Indonesia's coast with a mark for each agency that told its seat. The table beside it holds the same for everybody.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import coast from 'coast';
import { number, t, type Word } from '../../words';
import { isOpen, isSeated, kindOf, KINDS, type Agency, type Seated } from './shown';

/** What a picture shows: its western and northern edge in degrees, and how many degrees it is wide. */
interface Frame { west: number; north: number; wide: number }

/** One agency, or several that lie closer than marks can; the most urgent first. */
interface Spot { x: number; y: number; of: Seated[] }

const WHOLE: Frame = { west: 93.8, north: 7.2, wide: 48.4 };
/** On a phone one above the other; seats west of the cut are in the first. */
const [HALVES, CUT] = [[{ west: 93.5, north: 7.2, wide: 25.8 }, { west: 116.7, north: 7.2, wide: 25.8 }], 118];
/** From the north of a frame to 12.3 degrees south: every seat that is taken has its mark. */
const HIGH = 19.5;
const NARROW = 640;
/** The least degrees across, and by how much one step goes closer at most, so that some coast stays in sight. */
const [CLOSEST, CLOSER] = [.4, 8];
/** Marks that are closer than this, in pixels, are one: a finger takes no less. */
const REACH = 32;

/** One seat on the coast, whatever is with the agency; on a phone on the half of the country where it is. */
export function SeatMap({ of }: { of: Seated }) {
  const [box, width] = useWidth();
  const pane = width >= NARROW ? WHOLE : HALVES[of.seat.longitude < CUT ? 0 : 1]!;
  const [x, y] = at(pane, width)([of.seat.longitude, of.seat.latitude]);
  return <div ref={box}>{width > 0 && <svg class="map nation" viewBox={`0 0 ${width} ${heightOf(pane, width)}`}
    role="img" aria-label={t('oneMap', { name: of.name })}>
    <Land pane={pane} width={width} /><circle class="spot" cx={x} cy={y} r="7" /></svg>}</div>;
}

const Land = ({ pane, width }: { pane: Frame; width: number }) => <path class="land" d={coast.map((ring) =>
  `M${ring.map((point) => at(pane, width)(point).map((value) => value.toFixed(1)).join(' ')).join('L')}Z`).join('')} />;

const heightOf = (pane: Frame, width: number) => Math.round(width * HIGH / pane.wide);

/** The width of what is drawn, so that marks and words keep their size on every screen. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => setWidth(Math.floor(box.current!.clientWidth)));
    watch.observe(box.current!);
    setWidth(Math.floor(box.current!.clientWidth));
    return () => watch.disconnect();
  }, []);
  return [box, width] as const;
}

interface Props {
  of: Agency[]; chosen: string; choose: (id: string) => void;
  /** Several at one place, to be told beside the map. */
  open: (some: Agency[]) => void;
}

export function NationMap({ of, chosen, choose, open }: Props) {
  const [box, width] = useWidth();
  const [near, setNear] = useState<Frame | null>(null);
  const seated = of.filter(isSeated).sort((a, b) => kindOf(a) - kindOf(b));
  const isNarrow = width < NARROW;
  const ratio = HIGH / (isNarrow ? HALVES[0]!.wide : WHOLE.wide);
  const picked = seated.find((one) => one.agencyId === chosen);
  // What is chosen in the table may lie elsewhere than where one looks; later one may look elsewhere again.
  useLayoutEffect(() => {
    if (near && picked && !isWithin(picked, near, ratio)) {
      setNear(null);
    }
  }, [chosen]);
  const frame = near;
  const panes = frame ? [frame] : isNarrow ? HALVES : [WHOLE];
  const drawn = panes.map((pane, i) => ({ pane, spots: spotsOf(seated.filter((one) => panes.length === 1
    || (one.seat.longitude < CUT) === (i === 0)), pane, width, ratio) }));
  const look = (x: number, y: number, wish: number) => {
    const wide = Math.max(wish, CLOSEST);
    setNear(wide >= WHOLE.wide ? null : { west: x - wide / 2, north: y + wide * ratio / 2, wide });
  };
  const take = (spot: Spot) => {
    if (spot.of.length === 1) {
      open([]);
      choose(spot.of[0]!.agencyId);
      return;
    }
    const [xs, ys] = [spot.of.map((one) => one.seat.longitude), spot.of.map((one) => one.seat.latitude)];
    const [east, north] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
    open(spot.of);
    if (east + north > 0) {
      look(Math.min(...xs) + east / 2, Math.min(...ys) + north / 2,
        Math.max(1.8 * east, 1.8 * north / ratio, (frame ?? panes[0]!).wide / CLOSER));
    }
  };
  /** Where one looks; from afar where the one chosen is, or the most are. */
  const middle = () => {
    const most = drawn.flatMap((one) => one.spots).sort((a, b) => b.of.length - a.of.length)[0]?.of[0];
    const at = (picked ?? most)?.seat;
    return frame ? [frame.west + frame.wide / 2, frame.north - frame.wide * ratio / 2] as const
      : [at?.longitude ?? 118, at?.latitude ?? -2.5] as const;
  };
  const zoom = (by: number) => look(...middle(), (frame?.wide ?? panes[0]!.wide) / by);
  const pan = (east: number, north: number) => {
    const [x, y] = middle();
    look(x + east * frame!.wide / 4, y + north * frame!.wide * ratio / 4, frame!.wide);
  };
  return <div ref={box}>
    {width > 0 && drawn.map(({ pane, spots }) => <Picture key={pane.west} pane={pane} spots={spots} width={width}
      height={Math.round(width * ratio)} chosen={chosen} take={take} />)}
    <div class="lens" role="group" aria-label={t('editView')}>
      {([['+', 'editNearer', () => zoom(2), false], ['−', 'editFarther', () => zoom(.5), !frame],
        ['←', 'editWest', () => pan(-1, 0), !frame], ['→', 'editEast', () => pan(1, 0), !frame],
        ['↑', 'editNorth', () => pan(0, 1), !frame], ['↓', 'editSouth', () => pan(0, -1), !frame],
      ] as [string, Word, () => void, boolean][]).map(([sign, word, act, isOff]) => <button key={sign} type="button"
        class="btn alt" aria-label={t(word)} title={t(word)} aria-disabled={isOff}
        onClick={isOff ? undefined : act}>{sign}</button>)}
      <button type="button" class="btn alt" aria-disabled={!frame}
        onClick={() => setNear(null)}>{t('seatWhole')}</button>
    </div>
  </div>;
}

function isWithin({ seat }: Seated, { west, north, wide }: Frame, ratio: number) {
  const [x, y] = [seat.longitude - west, north - seat.latitude];
  return x >= 0 && x <= wide && y >= 0 && y <= wide * ratio;
}

/** Near the equator a degree is as long either way. Whoever is within reach of a mark that stands joins it. */
function spotsOf(of: Seated[], pane: Frame, width: number, ratio: number) {
  const spots: Spot[] = [];
  for (const one of of.filter((each) => isWithin(each, pane, ratio))) {
    const [x, y] = at(pane, width)([one.seat.longitude, one.seat.latitude]);
    const near = spots.find((spot) => Math.hypot(spot.x - x, spot.y - y) < REACH);
    if (near) {
      near.of.push(one);
    } else {
      spots.push({ x, y, of: [one] });
    }
  }
  return spots;
}

const at = ({ west, north, wide }: Frame, width: number) => ([x, y]: [number, number]): [number, number] =>
  [(x - west) / wide * width, (north - y) / wide * width];

interface PictureProps {
  pane: Frame; spots: Spot[]; width: number; height: number; chosen: string; take: (spot: Spot) => void;
}

function Picture({ pane, spots, width, height, chosen, take }: PictureProps) {
  const isIn = (one: Spot) => one.of.some((agency) => agency.agencyId === chosen);
  // The most urgent are drawn last, and the one chosen after all.
  const inTurn = [...spots].reverse().sort((a, b) => Number(isIn(a)) - Number(isIn(b)));
  return <svg class="map nation" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('seatMap', {
    n: spots.reduce((sum, spot) => sum + spot.of.length, 0) })}>
    <Land pane={pane} width={width} />
    {inTurn.map((spot) => {
      const [first, many] = [spot.of[0]!, spot.of.length];
      const { kind, shape } = KINDS[kindOf(first)]!;
      const r = many === 1 ? 0 : many < 100 ? 13 : 16;
      return <g key={first.agencyId} class="seat-mark" onClick={() => take(spot)}
        transform={`translate(${spot.x.toFixed(1)} ${spot.y.toFixed(1)})`}>
        <title>{many === 1 ? first.name : t('seatGroup', { n: number(many) })}</title>
        {isIn(spot) && <circle class="halo-ring" r={r + 10 - Math.sign(r) * 4} />}
        <circle class="hit" r="13" />
        {many > 1 && <><circle class="tally" r={r} /><circle class="share" r={r} pathLength="100"
          stroke-dasharray={`${100 * spot.of.filter(isOpen).length / many} 100`} transform="rotate(-90)" />
          <text y="5">{number(many)}</text></>}
        <path class={`seat ${kind}${many > 1 ? ' badge' : ''}`} fill-rule="evenodd" d={shape}
          transform={many === 1 ? 'translate(-8 -8) scale(1.14)' : `translate(${r - 7} ${-r - 6}) scale(.95)`} />
      </g>;
    })}
  </svg>;
}
