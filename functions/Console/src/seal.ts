// What a paper's mark says, held against the published keys with the browser's own ECDSA (RFC 7515, ES256).
import { openJws } from 'ministry/seals.mjs';

export interface Paper {
  iss: string; iat: number; sub: string; agency: string; print: string; of: string; figures: Record<string, string>;
}

/** Null when no key of these signed it, or not as a paper. */
export const opened = async (mark: string, keys: (JsonWebKey & { kid: string })[]) =>
  await openJws(mark, { keys }, 'kinerja-print+jwt') as Paper | undefined ?? null;
