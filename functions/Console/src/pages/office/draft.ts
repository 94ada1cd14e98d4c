// An outline while it is drawn: parts of rings without their closing corner. Every change gives a new outline.
import { degree, parts, type Area, type Point, type Ring } from './shapes';

/** The outer ring of each part, then its holes. */
export type Outline = Ring[][];

/** A corner: which part, which ring of it, which place in the ring. */
export interface Corner { part: number; ring: number; at: number }

/** A hundredth of a metre: more digits than that say nothing. */
const round = (value: number) => Math.round(value * 1e7) / 1e7;
export const rounded = ([x, y]: Point): Point => [round(x), round(y)];

const isSame = (one?: Point, other?: Point) => one && other && one[0] === other[0] && one[1] === other[1];

export const opened = (area: Pick<Area, 'geometry'>): Outline => parts(area).map((part) => part.map((ring) =>
  (isSame(ring[0], ring[ring.length - 1]) ? ring.slice(0, -1) : ring).map(([x, y]): Point => [x, y])));

export const geometryOf = (outline: Outline): Area['geometry'] => ({
  type: 'MultiPolygon',
  coordinates: outline.map((part) => part.map((ring) => ring.length > 0 ? [...ring, ring[0]!] : ring)),
});

export const cornersOf = (outline: Outline): [Corner, Point][] => outline.flatMap((rings, part) =>
  rings.flatMap((ring, number) => ring.map((point, at): [Corner, Point] => [{ part, ring: number, at }, point])));

const withRing = (outline: Outline, { part, ring }: Corner, change: (ring: Ring) => Ring): Outline =>
  outline.map((rings, p) => p !== part ? rings : rings.map((one, r) => r !== ring ? one : change(one)));

export const moved = (outline: Outline, corner: Corner, to: Point) =>
  withRing(outline, corner, (ring) => ring.with(corner.at, rounded(to)));

/** A corner more, after that one. */
export const added = (outline: Outline, corner: Corner, point: Point) =>
  withRing(outline, corner, (ring) => ring.toSpliced(corner.at + 1, 0, rounded(point)));

/** Half-way to the next corner of its ring. */
export function halfWay(outline: Outline, { part, ring, at }: Corner): Point {
  const corners = outline[part]![ring]!;
  const [one, other] = [corners[at]!, corners[(at + 1) % corners.length]!];
  return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
}

/** Without that corner; a ring of three goes with it, and an outer one with its holes. */
export function removed(outline: Outline, corner: Corner): Outline {
  if (outline[corner.part]![corner.ring]!.length > 3) {
    return withRing(outline, corner, (ring) => ring.toSpliced(corner.at, 1));
  }
  return corner.ring === 0 ? outline.toSpliced(corner.part, 1)
    : outline.with(corner.part, outline[corner.part]!.toSpliced(corner.ring, 1));
}

/** Whether a point lies within a ring. */
export const holds = (ring: Ring, [x, y]: Point) => ring.reduce((inside, [x1, y1], i) => {
  const [x2, y2] = ring[(i + 1) % ring.length]!;
  return (y1 > y) !== (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 ? !inside : inside;
}, false);

/** With a hole in the part that it begins in, or with a part more; null where a hole lies in no part. */
export function withSketch(outline: Outline, sketch: Ring, isHole: boolean): Outline | null {
  const ring = sketch.map(rounded);
  const part = outline.findIndex((rings) => rings[0] && holds(rings[0], ring[0]!));
  return !isHole ? [...outline, [ring]] : part < 0 ? null : outline.with(part, [...outline[part]!, ring]);
}

/** A square around a point, its sides so many metres long. */
export function squareAround([x, y]: Point, metres: number): Outline {
  const [metresX, metresY] = degree(y);
  const [dx, dy] = [metres / 2 / metresX, metres / 2 / metresY];
  return [[[[x - dx, y - dy], [x + dx, y - dy], [x + dx, y + dy], [x - dx, y + dy]].map((p) => rounded(p as Point))]];
}

/** Moved by so many metres to the east and north. */
export function shifted([x, y]: Point, east: number, north: number): Point {
  const [metresX, metresY] = degree(y);
  return [x + east / metresX, y + north / metresY];
}

/** A decimal as people write it, with a comma or a point; null when it is none within the limit. */
export function degreesOf(text: string, most: number) {
  const value = Number(text.trim().replace('−', '-').replace(',', '.'));
  return text.trim() !== '' && Math.abs(value) <= most ? value : null;
}
