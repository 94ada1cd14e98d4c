// Areas and check-ins as the API gives them, and how they lie in metres.
export type Point = [number, number];
export type Ring = Point[];

export interface Properties { name: string; kind: 'office' | 'wfaArea' | 'fieldSite'; zone: string }

export interface Area {
  id: string; version: number;
  properties: Properties;
  geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
}

export interface Placed {
  unitId: string; position?: { latitude: number; longitude: number; accuracyMetres: number };
  checkIn: {
    id: string; employeeId: string; kind: string; placement: string; timeThatCounts: string;
    fence?: { id: string; kind: string }; signedDistanceMetres?: number;
  };
}

export const parts = (area: Pick<Area, 'geometry'>) =>
  area.geometry.type === 'Polygon' ? [area.geometry.coordinates] : area.geometry.coordinates;
export const rings = (area: Pick<Area, 'geometry'>) => parts(area).flat();
export const points = (area: Pick<Area, 'geometry'>) => rings(area).flat();

/** What a picture shows: its middle, and how many of its units a metre takes. */
export interface View { x: number; y: number; scale: number }

/** Metres of a degree: one of longitude is shorter by the cosine of the latitude. */
export const degree = (latitude: number): Point => [111_320 * Math.cos(latitude * Math.PI / 180), 110_574];

/** The view in which these points take that share of a picture. */
export function viewOf(all: Point[], width: number, height: number, share: number): View {
  const [west, east] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [south, north] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const [metresX, metresY] = degree(y);
  const [wide, high] = [Math.max((east - west) * metresX, 1), Math.max((north - south) * metresY, 1)];
  return { x, y, scale: share * Math.min(width / wide, height / high) };
}

/** Where a point lies in a picture of that view, and which point lies there. */
export function planeOf(view: View, width: number, height: number) {
  const [metresX, metresY] = degree(view.y);
  const at = ([x, y]: Point): Point => [
    width / 2 + (x - view.x) * metresX * view.scale, height / 2 - (y - view.y) * metresY * view.scale];
  const from = ([x, y]: Point): Point => [
    view.x + (x - width / 2) / metresX / view.scale, view.y - (y - height / 2) / metresY / view.scale];
  const path = (ring: Ring) => `M${ring.map((one) => at(one).map((v) => v.toFixed(1)).join(' ')).join('L')}Z`;
  return { at, from, path, scale: view.scale };
}

/** The lengths in metres of a scale's bar and of a grid's cell that suit a picture of that width. */
export function lengths(scale: number, width: number) {
  return {
    bar: [1, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 50_000].filter((m) => m * scale < width / 3).pop() ?? 1,
    grid: [1, 10, 50, 100, 500, 1000, 5000, 50_000].find((m) => m * scale > 40) ?? 500_000,
  };
}
