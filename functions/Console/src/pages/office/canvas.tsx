// The outline to be edited: corners are dragged, or moved with the arrow keys; half-way ones make a corner more.
import { useRef } from 'preact/hooks';
import { number, t } from '../../words';
import { cornersOf, halfWay, shifted, type Corner, type Outline } from './draft';
import { Bar, Grid } from './outline';
import { lengths, planeOf, type Point, type Ring, type View } from './shapes';

const [WIDTH, HEIGHT] = [480, 400];
export const PICTURE: [number, number] = [WIDTH, HEIGHT];

/** More handles than that hide what they are to show; the list of numbers has every corner. */
const MOST_HANDLES = 150;

const STEPS: Record<string, Point> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

interface Props {
  view: View; look: (next: View) => void;
  outline: Outline; name: string;
  /** Outlines that are seen and not changed, each with its class. */
  beside: [string, Outline][];
  fault?: Point;
  /** The corners so far of a ring that is being drawn; null while none is. */
  sketch: Ring | null; put: (point: Point) => void;
  move: (corner: Corner, to: Point, isDone: boolean) => void;
  add: (corner: Corner, point: Point) => void;
  remove: (corner: Corner) => void;
  /** The drag is given up. */
  drop: () => void;
}

/** What the pointer took: a corner, which is new or not, or the map itself. */
type Held = { corner: Corner; isMoved: boolean } | { from: Point; view: View };

export function Canvas({ view, look, outline, name, beside, fault, sketch, put, move, add, remove, drop }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const held = useRef<Held | null>(null);
  const { at, from, path, scale } = planeOf(view, WIDTH, HEIGHT);
  const { bar, grid } = lengths(scale, WIDTH);
  const spot = (event: PointerEvent): Point => {
    const box = svg.current!.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width * WIDTH, (event.clientY - box.top) / box.height * HEIGHT];
  };
  const hold = (event: PointerEvent, what: Held) => {
    event.stopPropagation();
    held.current = what;
    svg.current!.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent, isDone: boolean) => {
    const now = held.current;
    if (!now) {
      return;
    }
    const place = spot(event);
    if ('corner' in now) {
      now.isMoved ||= !isDone;
      if (now.isMoved) {
        move(now.corner, from(place), isDone);
      }
    } else {
      // The point that was taken stays under the pointer.
      const [x, y] = planeOf(now.view, WIDTH, HEIGHT).from(
        [WIDTH / 2 - place[0] + now.from[0], HEIGHT / 2 - place[1] + now.from[1]]);
      look({ ...now.view, x, y });
    }
    held.current = isDone ? null : now;
  };
  const press = (event: PointerEvent) => {
    if (sketch) {
      put(from(spot(event)));
    } else if (event.pointerType === 'mouse') {
      hold(event, { from: spot(event), view });
    }
  };
  const all = cornersOf(outline);
  const near = sketch ? [] : all.filter(([, point]) => {
    const [x, y] = at(point);
    return x > -20 && x < WIDTH + 20 && y > -20 && y < HEIGHT + 20;
  });
  return <svg ref={svg} class={`map edit${sketch ? ' drawing' : ''}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group"
    aria-label={t('editMap', { name })} onPointerDown={press} onPointerMove={(event) => drag(event, false)}
    onPointerUp={(event) => drag(event, true)} onPointerCancel={() => {
      held.current = null;
      drop();
    }}>
    <Grid width={WIDTH} height={HEIGHT} step={grid * scale} />
    {beside.map(([kind, one], i) => <path key={`${kind} ${i}`} class={kind} fill-rule="evenodd"
      d={one.flat().map(path).join('')} />)}
    <path class={`fence${fault ? ' broken' : ''}`} fill-rule="evenodd" d={outline.flat().map(path).join('')} />
    {sketch && sketch.length > 0 && <path class="sketch" d={path(sketch)} />}
    {sketch?.map((point, i) => <circle key={i} class="dot" cx={at(point)[0]} cy={at(point)[1]} r="5" />)}
    {near.length <= MOST_HANDLES && near.map(([corner]) => {
      const [x, y] = at(halfWay(outline, corner));
      return <g key={`m${corner.part}.${corner.ring}.${corner.at}`} class="half" aria-hidden="true"
        onPointerDown={(event) => {
          add(corner, from(spot(event)));
          hold(event, { corner: { ...corner, at: corner.at + 1 }, isMoved: true });
        }}><circle class="hit" cx={x} cy={y} r="12" /><circle cx={x} cy={y} r="4" /></g>;
    })}
    {near.length <= MOST_HANDLES && near.map(([corner, point]) => <Handle key={
      `${corner.part}.${corner.ring}.${corner.at}`} place={at(point)} corner={corner}
      take={(event) => hold(event, { corner, isMoved: false })} remove={() => remove(corner)}
      step={(east, north) => move(corner, shifted(point, east, north), true)} />)}
    {fault && <Cross place={at(fault)} />}
    <Bar height={HEIGHT} metres={bar} scale={scale} />
  </svg>;
}

interface HandleProps {
  place: Point; corner: Corner; take: (event: PointerEvent) => void; remove: () => void;
  step: (east: number, north: number) => void;
}

function Handle({ place: [x, y], corner, take, remove, step }: HandleProps) {
  const press = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by) {
      event.preventDefault();
      const metres = event.shiftKey ? 10 : 1;
      step(by[0] * metres, by[1] * metres);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      remove();
    }
  };
  return <g class="handle" tabindex={0} role="button" aria-label={t('editCorner', { n: nameOf(corner) })}
    onPointerDown={take} onKeyDown={press}>
    <circle class="hit" cx={x} cy={y} r="16" /><rect x={x - 6} y={y - 6} width="12" height="12" rx="2" /></g>;
}

/** Where it crosses itself: a cross within a ring, so that it is not told by its colour alone. */
const Cross = ({ place: [x, y] }: { place: Point }) => <g class="crossing">
  <circle cx={x} cy={y} r="20" /><path class="halo" d={`M${x - 9} ${y - 9}l18 18m0 -18l-18 18`} />
  <path d={`M${x - 9} ${y - 9}l18 18m0 -18l-18 18`} /></g>;

/** 3, or 2.3 in a part or hole behind the first ring. */
const nameOf = ({ part, ring, at }: Corner) =>
  part === 0 && ring === 0 ? number(at + 1) : `${part + 1}.${ring + 1}.${at + 1}`;

/** By buttons, since a finger on the map scrolls the page. */
export function Lens({ view, look, fit }: { view: View; look: (next: View) => void; fit: () => void }) {
  const pan = (east: number, north: number) => {
    const step = WIDTH / 4 / view.scale;
    const [x, y] = shifted([view.x, view.y], east * step, north * step);
    look({ ...view, x, y });
  };
  return <div class="lens" role="group" aria-label={t('editView')}>
    {([['+', 'editNearer', () => look({ ...view, scale: view.scale * 1.5 })],
      ['−', 'editFarther', () => look({ ...view, scale: view.scale / 1.5 })],
      ['←', 'editWest', () => pan(-1, 0)], ['→', 'editEast', () => pan(1, 0)],
      ['↑', 'editNorth', () => pan(0, 1)], ['↓', 'editSouth', () => pan(0, -1)]] as const).map(
      ([sign, word, act]) => <button key={sign} type="button" class="btn alt" aria-label={t(word)} title={t(word)}
        onClick={act}>{sign}</button>)}
    <button type="button" class="btn alt" onClick={fit}>{t('editFit')}</button>
  </div>;
}
