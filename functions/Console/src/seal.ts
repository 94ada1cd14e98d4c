// What a paper's mark says, held against the published keys with the browser's own ECDSA (RFC 7515, ES256).
export interface Paper {
  iss: string; iat: number; sub: string; agency: string; print: string; of: string; figures: Record<string, string>;
}
type Key = JsonWebKey & { kid: string };

const TYPE = 'kinerja-print+jwt';
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };

const bytesOf = (part: string) =>
  Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const read = <T>(part: string) => JSON.parse(new TextDecoder().decode(bytesOf(part))) as T;

/** Null when no key of these signed it, or not as a paper. */
export async function opened(mark: string, keys: Key[]): Promise<Paper | null> {
  try {
    const [head, said, signature, ...more] = mark.split('.') as [string, string, string, ...string[]];
    const { alg, typ, kid } = read<{ alg: string; typ: string; kid: string }>(head);
    const key = keys.find((one) => one.kid === kid);
    if (more.length > 0 || alg !== 'ES256' || typ !== TYPE || !key) {
      return null;
    }
    const { kty, crv, x, y } = key as Required<Key>;
    const holds = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      await crypto.subtle.importKey('jwk', { kty, crv, x, y }, CURVE, false, ['verify']),
      bytesOf(signature), new TextEncoder().encode(`${head}.${said}`));
    return holds ? read<Paper>(said) : null;
  } catch {
    // What is no mark at all is none of ours either.
    return null;
  }
}
