// Questionnaires that are open to the person who signed in, by what the API lists.
import { call } from '../../api';
import { session } from '../../session';
import { address } from './told';

export interface OpenSurvey {
  id: string; national: boolean; title: string; opensOn: string; lastDay: string; breakdown: string;
  leastGroupSize: number; answeredAt?: string;
  questions: { id: string; kind: string; words: string; choices?: string[] }[];
}

/** What is open to the person who signed in. */
export const openSurveys = async () =>
  (await call<{ surveys: OpenSurvey[] }>(`/employees/${session()!.person}/surveys`)).surveys;

/** To where one is answered. */
export const answerPage = (one: OpenSurvey) =>
  address('saya/survei', { survei: one.id, ...(one.national ? { nasional: 'ya' } : {}) });
