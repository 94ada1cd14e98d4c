// Areas out of a file: GeoJSON as it is, KML and a zipped shapefile made into outlines here, without a library.
import { holds, opened, type Outline } from './draft';
import type { Area, Point, Ring } from './shapes';

export interface Found { name: string; outline: Outline }

/** A megabyte less than what the API takes. */
const MOST_BYTES = 5 << 20;

/** Why a file gives no area; the page has a text of each. */
export class FileFault extends Error {
  constructor(readonly why: 'fileTooLarge' | 'fileUnread' | 'fileNoArea' | 'fileProjected') {
    super(why);
  }
}

/** The areas of a file in its order. */
export async function areasOf(file: File): Promise<Found[]> {
  if (file.size > MOST_BYTES) {
    throw new FileFault('fileTooLarge');
  }
  const found = await read(file).catch((fault: unknown) => {
    throw fault instanceof FileFault ? fault : new FileFault('fileUnread');
  });
  const good = found.filter((one) => one.outline.some((rings) => (rings[0]?.length ?? 0) >= 3));
  if (good.length === 0) {
    throw new FileFault('fileNoArea');
  }
  if (good.some((one) => one.outline.flat(2).some(([x, y]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 90)))) {
    throw new FileFault('fileProjected');
  }
  return good.map((one) => one.name ? one : { ...one, name: file.name.replace(/\.\w+$/, '') });
}

async function read(file: File): Promise<Found[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4B) {
    return shapesOf(await unzipped(bytes));
  }
  const text = new TextDecoder().decode(bytes);
  return text.trimStart().startsWith('<') ? kmlOf(text) : geoJsonOf(JSON.parse(text));
}

interface GeoJson {
  type: string; features?: GeoJson[]; geometry?: GeoJson | null; geometries?: GeoJson[]; coordinates?: unknown;
  properties?: { name?: unknown } | null;
}

function geoJsonOf(one: GeoJson, name = ''): Found[] {
  switch (one.type) {
    case 'FeatureCollection': return (one.features ?? []).flatMap((each) => geoJsonOf(each));
    case 'Feature': return one.geometry ? geoJsonOf(one.geometry, String(one.properties?.name ?? '')) : [];
    case 'GeometryCollection': return (one.geometries ?? []).flatMap((each) => geoJsonOf(each, name));
    case 'Polygon': case 'MultiPolygon': return [{ name, outline: opened({ geometry: one as Area['geometry'] }) }];
    default: return [];
  }
}

/** Each Placemark's polygons are one area; positions are longitude, latitude and a height. */
function kmlOf(text: string): Found[] {
  const all = new DOMParser().parseFromString(text, 'application/xml');
  if (all.getElementsByTagName('parsererror').length > 0) {
    throw new FileFault('fileUnread');
  }
  const ringOf = (of: Element): Ring => open((of.getElementsByTagNameNS('*', 'coordinates')[0]?.textContent ?? '')
    .trim().split(/\s+/).map((one) => one.split(',').slice(0, 2).map(Number) as Point));
  return [...all.getElementsByTagNameNS('*', 'Placemark')].map((place) => ({
    name: place.getElementsByTagNameNS('*', 'name')[0]?.textContent?.trim() ?? '',
    outline: [...place.getElementsByTagNameNS('*', 'Polygon')].map((polygon) =>
      ['outerBoundaryIs', 'innerBoundaryIs'].flatMap((edge) =>
        [...polygon.getElementsByTagNameNS('*', edge)].map(ringOf))),
  }));
}

const open = (ring: Ring) => opened({ geometry: { type: 'Polygon', coordinates: [ring] } })[0]![0]!;

/** The files of a zip by their ending (APPNOTE 4.3), as far as a shapefile needs them. */
async function unzipped(bytes: Uint8Array<ArrayBuffer>) {
  const view = new DataView(bytes.buffer);
  const found: Record<string, Uint8Array<ArrayBuffer>> = {};
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054B50) {
    end--;
  }
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    const [method, size, whole] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true),
      view.getUint32(at + 24, true)];
    const [nameLength, extra, note] = [28, 30, 32].map((o) => view.getUint16(at + o, true)) as [number, number, number];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).toLowerCase();
    const start = view.getUint32(at + 42, true);
    const body = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const kind = /\.(shp|prj)$/.exec(name)?.[1];
    if (kind && whole > 8 * MOST_BYTES) {
      throw new FileFault('fileTooLarge');
    }
    if (kind && !name.startsWith('__macosx')) {
      const packed = bytes.subarray(body, body + size);
      found[kind] = method === 0 ? packed.slice() : await inflated(packed);
    }
    at += 46 + nameLength + extra + note;
  }
  return found;
}

const inflated = async (packed: Uint8Array<ArrayBuffer>) => new Uint8Array(await new Response(
  new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer());

/** Polygons (5, 15, 25) of a shapefile in degrees: outer rings run clockwise there, holes the other way. */
function shapesOf({ shp, prj }: Record<string, Uint8Array<ArrayBuffer>>): Found[] {
  if (!shp) {
    throw new FileFault('fileNoArea');
  }
  if (prj && /^\s*PROJCS/i.test(new TextDecoder().decode(prj))) {
    throw new FileFault('fileProjected');
  }
  const view = new DataView(shp.buffer);
  const found: Found[] = [];
  for (let at = 100; at + 12 <= shp.length; at += 8 + Math.max(0, view.getInt32(at + 4)) * 2) {
    if ([5, 15, 25].includes(view.getInt32(at + 8, true))) {
      found.push({ name: '', outline: shapeOf(view, at + 8) });
    }
  }
  return found;
}

function shapeOf(view: DataView, at: number): Outline {
  const [count, corners] = [view.getInt32(at + 36, true), view.getInt32(at + 40, true)];
  const starts = Array.from({ length: count }, (_, i) => view.getInt32(at + 44 + 4 * i, true));
  const place = at + 44 + 4 * count;
  const corner = (n: number): Point => [
    view.getFloat64(place + 16 * n, true), view.getFloat64(place + 16 * n + 8, true)];
  const all = starts.map((start, i) => open(
    Array.from({ length: (starts[i + 1] ?? corners) - start }, (_, n) => corner(start + n))));
  const isOuter = (ring: Ring) => ring.reduce((sum, [x, y], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    return sum + x * y2 - x2 * y;
  }, 0) <= 0;
  const outline: Outline = all.filter(isOuter).map((ring) => [ring]);
  for (const hole of all.filter((ring) => !isOuter(ring))) {
    (outline.find((rings) => holds(rings[0]!, hole[0]!)) ?? outline[0])?.push(hole);
  }
  return outline;
}
