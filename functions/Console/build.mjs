// Builds the console's static files into functions/Host/Console/Files; with --check it only compares, byte for byte.
//
//   node functions/Console/build.mjs [--check]

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join, basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { feature } from 'topojson-client';
import { bundling } from './options.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'Host', 'Console', 'Files');

/** Indonesia's coast, cut out of Natural Earth by its ISO number; to a fiftieth of a degree, small islets left out. */
function coast() {
  const world = JSON.parse(readFileSync(join(here, 'node_modules', 'world-atlas', 'countries-50m.json'), 'utf8'));
  const indonesia = world.objects.countries.geometries.find((country) => country.id === '360');
  const rings = feature(world, indonesia).geometry.coordinates.map((polygon) => polygon[0]);
  const round = (value) => Math.round(value * 50) / 50;
  return rings
    .map((ring) => ring.map(([x, y]) => [round(x), round(y)])
      .filter((point, i, all) => i === 0 || point[0] !== all[i - 1][0] || point[1] !== all[i - 1][1]))
    .filter((ring) => ring.length > 4);
}

const coastModule = {
  name: 'coast',
  setup(one) {
    one.onResolve({ filter: /^coast$/ }, () => ({ path: 'coast', namespace: 'coast' }));
    one.onLoad({ filter: /.*/, namespace: 'coast' }, () => (
      { contents: `export default ${JSON.stringify(coast())}`, loader: 'js' }));
  },
};

/** The files that a script needs before it can run: the browser fetches them beside it, and not after it. */
const neededAhead = (metafile, script) => {
  const of = (name) => Object.entries(metafile.outputs).find(([path]) => basename(path) === name)[1].imports
    .filter((one) => one.kind === 'import-statement').map((one) => basename(one.path));
  const found = new Set();
  const add = (name) => of(name).filter((one) => !found.has(one)).forEach((one) => { found.add(one); add(one); });
  add(script);
  return [...found].sort();
};

async function files() {
  const built = await build({
    ...bundling,
    absWorkingDir: here,
    entryPoints: { app: 'src/main.tsx', style: 'src/style.css' },
    entryNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
    outdir: 'out',
    write: false,
    metafile: true,
    splitting: true,
    minify: true,
    plugins: [coastModule],
  });
  if (built.warnings.length > 0) {
    throw new Error('What esbuild warns of, such as a text that stands twice, is mended and not built.');
  }

  const found = new Map(built.outputFiles.map((file) => [basename(file.path), Buffer.from(file.contents)]));
  const named = (start, end) => [...found.keys()].find((name) => name.startsWith(start) && name.endsWith(end));
  const ahead = neededAhead(built.metafile, named('app.', '.js'))
    .map((name) => `<link rel="modulepreload" href="/console/${name}">`).join('\n');
  for (const name of ['index.html', 'docs.html']) {
    const page = readFileSync(join(here, 'src', name), 'utf8')
      .replace('{ahead}', ahead)
      .replace('{script}', `/console/${named('app.', '.js')}`)
      .replace('{style}', `/console/${named('style.', '.css')}`);
    found.set(name, Buffer.from(page));
  }
  return found;
}

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
const made = await files();
mkdirSync(target, { recursive: true });
const kept = new Map(readdirSync(target).map((name) => [name, readFileSync(join(target, name))]));
if (process.argv.includes('--check')) {
  const faults = [...new Set([...made.keys(), ...kept.keys()])]
    .filter((name) => !made.has(name) || !kept.has(name) || hash(made.get(name)) !== hash(kept.get(name)));
  console.log(faults.length === 0
    ? `${made.size} files are what the build makes`
    : `not what the build makes: ${faults.join(', ')}; run node functions/Console/build.mjs`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} else {
  for (const name of kept.keys()) {
    rmSync(join(target, name));
  }
  for (const [name, bytes] of made) {
    writeFileSync(join(target, name), bytes);
    console.log(`${name} ${bytes.length}`);
  }
}
