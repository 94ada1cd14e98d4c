// The proof of one person's own line, as a ministry's consumer checks it, with the browser's own SHA-256.
import { faultsOf } from 'ministry/lines.mjs';

export interface Proof { list: 'ranking' | 'leftOut'; line: string; index: number; treeSize: number; path: string[] }
export interface ProofAnswer {
  agencyId: string; period: string; revision: number; employeeId: string; manifestSha256: string; proofs: Proof[];
}

/** Whether every proof of the answer is the person's own and holds against the manifest, byte for byte. */
export const holds = async (answer: ProofAnswer, person: string, manifestBytes: Uint8Array) =>
  answer.employeeId === person && (await faultsOf(answer, manifestBytes)).length === 0;
