// A line's proof as RFC 9162, section 2.1.3.2 says, with the browser's own SHA-256.
export interface Proof { list: 'ranking' | 'leftOut'; line: string; index: number; treeSize: number; path: string[] }
export interface ProofAnswer {
  agencyId: string; period: string; revision: number; employeeId: string; manifestSha256: string; proofs: Proof[];
}
interface Manifest {
  agencyId: string; period: string; revision: number; assessed: number; notAssessed: number;
  excludedFromReward: number; linesRootSha256: string; leftOutRootSha256: string;
}

const sha256 = async (...parts: Uint8Array[]) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
};
const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** Whether the proof leads from its line to the root of a tree of that size. */
export async function proves({ line, index, treeSize, path }: Proof, size: number, root: string) {
  if (treeSize !== size || !Number.isInteger(index) || index < 0 || index >= size) {
    return false;
  }
  let hash = await sha256(Uint8Array.of(0), new TextEncoder().encode(line));
  let [node, last] = [index, size - 1];
  const up = () => { [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]; };
  for (const beside of path.map(bytesOf)) {
    if (last === 0 || beside.length !== 32) {
      return false;
    }
    if (node % 2 === 1 || node === last) {
      hash = await sha256(Uint8Array.of(1), beside, hash);
      while (node % 2 === 0 && node > 0) {
        up();
      }
    } else {
      hash = await sha256(Uint8Array.of(1), hash, beside);
    }
    up();
  }
  return last === 0 && hex(hash) === root;
}

/** Whether every proof of the answer is the person's own and holds against the manifest, byte for byte. */
export async function holds(answer: ProofAnswer, person: string, manifestBytes: Uint8Array) {
  const manifest = JSON.parse(new TextDecoder().decode(manifestBytes)) as Manifest;
  const isOurs = answer.employeeId === person && answer.proofs.length > 0
    && answer.proofs.every((proof) => (JSON.parse(proof.line) as { employeeId: string }).employeeId === person);
  const isSame = (['agencyId', 'period', 'revision'] as const).every((name) => manifest[name] === answer[name])
    && hex(await sha256(manifestBytes)) === answer.manifestSha256;
  const trees = {
    ranking: [manifest.assessed, manifest.linesRootSha256],
    leftOut: [manifest.excludedFromReward + manifest.notAssessed, manifest.leftOutRootSha256],
  } as const;
  const all = await Promise.all(answer.proofs.map((proof) => proves(proof, ...trees[proof.list])));
  return isOurs && isSame && all.every(Boolean);
}
