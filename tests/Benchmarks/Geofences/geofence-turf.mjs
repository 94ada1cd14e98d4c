// Finds the lowest fence that covers each point by turf and flatbush; each line on stdin asks for one pass.
// Arguments: fences (JSON list of MultiPolygon coordinates), points (doubles: longitude, latitude), how many points.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';

const [fencesFile, pointsFile, count] = process.argv.slice(2);
const fences = JSON.parse(readFileSync(fencesFile, 'utf8')).map(coordinates => ({ type: 'MultiPolygon', coordinates }));
const bytes = readFileSync(pointsFile);
const points = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));

const index = new Flatbush(fences.length);
for (const { coordinates } of fences) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of coordinates.flat(2)) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  index.add(west, south, east, north);
}
index.finish();

function find(x, y) {
  let found = -1;
  for (const i of index.search(x, y, x, y)) {
    if ((found < 0 || i < found) && booleanPointInPolygon([x, y], fences[i])) {
      found = i;
    }
  }
  return found;
}

for await (const _ of createInterface({ input: process.stdin })) {
  let sum = 0;
  const start = process.cpuUsage();
  for (let i = 0; i < Number(count); i++) {
    sum += find(points[2 * i], points[2 * i + 1]);
  }
  const { user, system } = process.cpuUsage(start);
  const nanoseconds = (user + system) * 1e3 / Number(count);
  process.stdout.write(JSON.stringify({ nanoseconds, sum }) + '\n');
}
