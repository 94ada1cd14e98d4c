// SHA-256 of the platform: Node's, which answers at once, or a browser's, which is awaited. Whoever awaits has both.

const node = globalThis.process?.getBuiltinModule?.('node:crypto');

export const bytesOf = (text) => new TextEncoder().encode(text);
export const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
export const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Over all parts, one after the other. */
export function sha256(...parts) {
  return node === undefined ? digest(parts.length === 1 ? parts[0] : joined(parts))
    : parts.reduce((hash, part) => hash.update(part), node.createHash('sha256')).digest();
}

export const hexOf = async (bytes) => toHex(await sha256(bytes));

async function digest(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function joined(parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}
