// Verifies the seal of a ranking's manifest, or of a page of final predicates: a compact JWS (RFC 7515, ES256) by one
// of the keys that the API publishes at /api/v1/receipt-keys. It says which bytes it is for, when they were published,
// until when people may object, and whether they are final. Exit code 0 when the seal holds for DATA.
//
//   node infra/local/Ministry/verify-seal.mjs SEAL KEYS.json DATA.json

import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** What the seal says, or undefined where none of the keys made it. */
export function openSeal(seal, { keys }) {
  const [header, payload, signature, ...more] = seal.split('.');
  if (signature === undefined || more.length > 0) {
    return undefined;
  }
  const { alg, typ, kid } = read(header) ?? {};
  const key = keys.find((one) => one.kid === kid);
  if (key === undefined || alg !== 'ES256' || typ !== 'kinerja-ranking-seal+jwt') {
    return undefined;
  }
  const holds = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`, 'ascii'),
    { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'));
  return holds ? read(payload) : undefined;
}

function read(part) {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** What is wrong with the seal of these bytes; empty when nothing is. */
export function sealFaults(seal, keys, bytes) {
  const facts = typeof seal === 'string' ? openSeal(seal, keys) : undefined;
  if (facts === undefined) {
    return ['seal'];
  }
  const data = JSON.parse(bytes.toString('utf8'));
  const isOfAnother = ['agencyId', 'period', 'revision'].some((name) => facts[name] !== data[name]);
  return isOfAnother || facts.dataSha256 !== createHash('sha256').update(bytes).digest('hex') ? ['sealed data'] : [];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [seal, keys, data] = process.argv.slice(2);
  const published = JSON.parse(readFileSync(keys, 'utf8'));
  const faults = sealFaults(seal, published, readFileSync(data));
  console.log(JSON.stringify({ holds: faults.length === 0, faults, says: openSeal(seal, published) }));
  process.exitCode = faults.length === 0 ? 0 : 1;
}
