// Areas and check-ins as the API gives them, and how they lie in metres.
export type Ring = [number, number][];

export interface Area {
  id: string; version: number;
  properties: { name: string; kind: 'office' | 'wfaArea' | 'fieldSite' };
  geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
}

export interface Placed {
  unitId: string; position?: { latitude: number; longitude: number; accuracyMetres: number };
  checkIn: {
    id: string; employeeId: string; kind: string; placement: string; timeThatCounts: string;
    fence?: { id: string; kind: string }; signedDistanceMetres?: number;
  };
}

export const rings = (area: Area) =>
  (area.geometry.type === 'Polygon' ? [area.geometry.coordinates] : area.geometry.coordinates).flat();
export const points = (area: Area) => rings(area).flat();

/** A plane around an area, a unit a metre: a degree of longitude is shorter by the cosine of the latitude. */
export function planeOf(area: Area, width: number, height: number, share: number) {
  const all = points(area);
  const [west, east] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [south, north] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const [metresX, metresY] = [111_320 * Math.cos((south + north) / 2 * Math.PI / 180), 110_574];
  const scale = share * Math.min(width / ((east - west) * metresX), height / ((north - south) * metresY));
  const at = ([x, y]: [number, number]): [number, number] => [
    width / 2 + (x - (west + east) / 2) * metresX * scale, height / 2 - (y - (south + north) / 2) * metresY * scale];
  return { at, scale };
}
