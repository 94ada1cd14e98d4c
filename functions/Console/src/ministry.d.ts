// What the console takes from a ministry's consumer in infra/local/Ministry.
declare module 'ministry/results-periods.mjs' {
  export interface ReceivedEvent {
    agency: string; sequence: number; id: string; type: string; seal?: string; data: string;
  }
  /** What a seal says: when it was published, until when people may object, since when it is final. */
  export interface Says { publishedAt: string; objectionsUntil?: string; finalSince?: string }
  export interface ReceivedLine {
    place: number; employeeId: string; predicate: string; score: number; topShare: string; unitId?: string;
  }
  export interface Manifest {
    seal: string; says: Says;
    json: {
      assessed: number; notAssessed: number; inTopShare: number; pages: { number: number }[];
      supersedes?: { revision: number };
    };
  }
  export interface Revision {
    revision: number; manifest?: Manifest; pages: Map<number, { json: { lines: ReceivedLine[] } }>;
    missing: number[]; other: number[]; faults?: string[]; before: 'first' | 'unseen' | 'replaced' | 'another';
    lacks: Lack[]; numbers: number[];
  }
  export interface Lack {
    what: 'manifest' | 'page' | 'contradiction' | 'finalPage' | 'finalPeople' | 'finalSeal';
    revision?: number; page?: number; pages?: number; came?: boolean;
  }
  export interface PeriodResult {
    agency: string; period: string; state: 'waiting' | 'open' | 'final' | 'reopened';
    ranking?: Revision & { manifest: Manifest }; revisions: Revision[];
    final?: { right: number; of: number; says?: Says; numbers: number[] };
    notAssessed: { employeeId: string; notAssessed: string }[]; lacks: Lack[];
  }
  export const tellsOfResult: (type: string) => boolean;
  export const periodsOf: (
    events: ReceivedEvent[], keys: { keys: JsonWebKey[] }, pause?: () => unknown) => Promise<PeriodResult[]>;
}

declare module 'ministry/results-table.mjs' {
  import type { PeriodResult } from 'ministry/results-periods.mjs';
  export type Line = Record<string, string | number | string[] | undefined>;
  export const linesOf: (of: PeriodResult) => Promise<Line[]>;
}

declare module 'ministry/results-replay.mjs' {
  import type { ReceivedEvent } from 'ministry/results-periods.mjs';
  export const pageOf: (text: string, agency: string) => { events: ReceivedEvent[]; last: number; more: boolean };
}

declare module 'ministry/ranking.mjs' {
  import type { Manifest, ReceivedLine, Revision } from 'ministry/results-periods.mjs';
  export const peopleOf: (ranking: Revision & { manifest: Manifest }) => ReceivedLine[];
}

declare module 'ministry/lines.mjs' {
  export const faultsOf: (answer: object, manifestBytes: Uint8Array) => Promise<string[]>;
}

declare module 'ministry/seals.mjs' {
  export const openJws: (jws: string, keys: { keys: JsonWebKey[] }, type: string) => Promise<unknown>;
}
