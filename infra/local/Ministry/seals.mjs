// Seals of a ranking's manifest, or of a page of final predicates: a compact JWS (RFC 7515, ES256) by one of the keys
// that the API publishes at /api/v1/receipt-keys.

import { bytesOf, hexOf } from './hashes.mjs';

const curve = { name: 'ECDSA', namedCurve: 'P-256' };

/** What the seal says, or undefined where none of the keys made it. */
export const openSeal = (seal, keys) => openJws(seal, keys, 'kinerja-ranking-seal+jwt');

/** The same of whatever else is signed alike; the header names its type. */
export async function openJws(jws, { keys }, type) {
  const [header, payload, signature, ...more] = jws.split('.');
  if (signature === undefined || more.length > 0) {
    return undefined;
  }
  const { alg, typ, kid } = read(header) ?? {};
  const key = keys.find((one) => one.kid === kid);
  if (key === undefined || alg !== 'ES256' || typ !== type) {
    return undefined;
  }
  return await isBy(key, signature, `${header}.${payload}`) ? read(payload) : undefined;
}

/** What is wrong with the seal of these bytes; empty when nothing is. */
export async function sealFaults(seal, keys, bytes) {
  const says = typeof seal === 'string' ? await openSeal(seal, keys) : undefined;
  return says === undefined ? ['seal'] : await isFor(says, bytes) ? [] : ['sealed data'];
}

/** What the seal of these bytes says; undefined where anything is wrong with it. */
export async function sealedBy(seal, keys, bytes) {
  const says = typeof seal === 'string' ? await openSeal(seal, keys) : undefined;
  return says !== undefined && await isFor(says, bytes) ? says : undefined;
}

async function isFor(says, bytes) {
  const data = JSON.parse(new TextDecoder().decode(bytes));
  return ['agencyId', 'period', 'revision'].every((name) => says[name] === data[name])
    && says.dataSha256 === await hexOf(bytes);
}

async function isBy({ kty, crv, x, y }, signature, text) {
  try {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, false, ['verify']);
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, unpacked(signature), bytesOf(text));
  } catch {
    // What is no signature, or no key of this kind, proves nothing.
    return false;
  }
}

const unpacked = (part) =>
  Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

function read(part) {
  try {
    return JSON.parse(new TextDecoder().decode(unpacked(part)));
  } catch {
    return undefined;
  }
}
