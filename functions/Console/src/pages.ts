// Every page: its address, its name, the scope that a token needs to see it, and where its code is.
import type { Word } from './words';

type View = () => preact.JSX.Element;

export interface Page {
  path: string; word: Word;
  /** Null: the page is for anybody, signed in or not, and stands in no navigation. */
  scope: string | null;
  load: () => Promise<View>;
  /** The page from which one comes here: it stands in the navigation, and this one does not. */
  under?: string;
}

export const PAGES: Page[] = [
  {
    path: '/console/saya', word: 'days', scope: 'corrections.write',
    load: async () => (await import('./pages/employee/days')).Days,
  },
  {
    path: '/console/saya/hasil', word: 'result', scope: 'objections.write',
    load: async () => (await import('./pages/employee/result')).Result,
  },
  {
    path: '/console/saya/rencana', word: 'myPlan', scope: 'objections.write',
    load: async () => (await import('./pages/employee/plan')).MyPlan,
  },
  {
    path: '/console/saya/harian', word: 'daily', scope: 'plans.write',
    load: async () => (await import('./pages/employee/daily')).Daily,
  },
  {
    path: '/console/saya/bimbingan', word: 'coaching', scope: 'dialogues.write', under: '/console/saya/rencana',
    load: async () => (await import('./pages/employee/coaching')).Coaching,
  },
  {
    path: '/console/saya/dialog', word: 'myDialogues', scope: 'dialogues.write', under: '/console/saya/rencana',
    load: async () => (await import('./pages/employee/dialogues')).MyDialogues,
  },
  {
    path: '/console/saya/umpan-balik', word: 'giveFeedback', scope: 'feedback.write', under: '/console/saya/rencana',
    load: async () => (await import('./pages/employee/feedback')).MyFeedback,
  },
  {
    path: '/console/pesan', word: 'inbox', scope: 'inbox.write',
    load: async () => (await import('./pages/employee/inbox')).Inbox,
  },
  {
    path: '/console/saya/survei', word: 'mySurveys', scope: 'surveys.answer',
    load: async () => (await import('./pages/employee/surveys')).MySurveys,
  },
  {
    path: '/console/tim', word: 'team', scope: 'rulings.decide',
    load: async () => (await import('./pages/leader/team')).Team,
  },
  {
    path: '/console/tim/nilai', word: 'rate', scope: 'ratings.write',
    load: async () => (await import('./pages/leader/rate')).Rate,
  },
  {
    path: '/console/tim/harian', word: 'teamDaily', scope: 'plans.agree', under: '/console/tim',
    load: async () => (await import('./pages/leader/daily')).TeamDaily,
  },
  {
    path: '/console/tim/bimbingan', word: 'teamCoaching', scope: 'ratings.write', under: '/console/tim',
    load: async () => (await import('./pages/leader/coaching')).TeamCoaching,
  },
  {
    path: '/console/tim/dialog', word: 'teamDialogues', scope: 'ratings.write', under: '/console/tim',
    load: async () => (await import('./pages/leader/dialogues')).TeamDialogues,
  },
  {
    path: '/console/tim/umpan-balik', word: 'teamFeedback', scope: 'ratings.write', under: '/console/tim',
    load: async () => (await import('./pages/leader/feedback')).TeamFeedback,
  },
  {
    path: '/console/tim/isyarat', word: 'reviews', scope: 'reviews.decide', under: '/console/tim',
    load: async () => (await import('./pages/leader/reviews')).Reviews,
  },
  {
    path: '/console/tim/rencana', word: 'plans', scope: 'ratings.write',
    load: async () => (await import('./pages/leader/plans')).Plans,
  },
  {
    path: '/console/tim/kalibrasi', word: 'calibration', scope: 'ratings.write',
    load: async () => (await import('./pages/leader/calibration')).Calibration,
  },
  {
    path: '/console/kantor/area', word: 'areas', scope: 'geofences.read',
    load: async () => (await import('./pages/office/areas')).Areas,
  },
  {
    path: '/console/kantor/area/ubah', word: 'areaEdit', scope: 'geofences.write', under: '/console/kantor/area',
    load: async () => (await import('./pages/office/edit')).Edit,
  },
  {
    path: '/console/kantor/bulan', word: 'month', scope: 'register.read',
    load: async () => (await import('./pages/office/month')).Month,
  },
  {
    path: '/console/kantor/gaji', word: 'payroll', scope: 'payroll.close',
    load: async () => (await import('./pages/office/payroll')).Payroll,
  },
  {
    path: '/console/kantor/evaluasi', word: 'runs', scope: 'register.read',
    load: async () => (await import('./pages/office/runs')).Runs,
  },
  {
    path: '/console/kantor/peringkat', word: 'ranking', scope: 'register.read',
    load: async () => (await import('./pages/office/ranking')).Ranking,
  },
  {
    path: '/console/kantor/tindak-lanjut', word: 'followUp', scope: 'followup.read',
    load: async () => (await import('./pages/office/followup')).FollowUp,
  },
  {
    path: '/console/kantor/orang', word: 'register', scope: 'register.read',
    load: async () => (await import('./pages/office/register')).Register,
  },
  {
    path: '/console/kantor/berkas', word: 'transfer', scope: 'imports.write',
    load: async () => (await import('./pages/office/transfer')).Transfer,
  },
  {
    path: '/console/kantor/survei', word: 'officeSurveys', scope: 'surveys.write',
    load: async () => (await import('./pages/office/surveys')).OfficeSurveys,
  },
  {
    path: '/console/nasional', word: 'national', scope: 'national.read',
    load: async () => (await import('./pages/national/results')).National,
  },
  {
    path: '/console/nasional/instansi', word: 'agency', scope: 'national.read', under: '/console/nasional',
    load: async () => (await import('./pages/national/agency')).OneAgency,
  },
  {
    path: '/console/nasional/dokumen', word: 'nationalDocs', scope: 'national.write',
    load: async () => (await import('./pages/national/documents')).Documents,
  },
  {
    path: '/console/nasional/survei', word: 'surveys', scope: 'national.write',
    load: async () => (await import('./pages/national/surveys')).Surveys,
  },
  {
    path: '/console/kementerian', word: 'ministry', scope: 'events.read',
    load: async () => (await import('./pages/ministry/sources')).Ministry,
  },
  {
    path: '/console/cetak', word: 'print', scope: 'results.read', under: '/console',
    load: async () => (await import('./pages/papers/print')).Print,
  },
  {
    path: '/console/periksa', word: 'verify', scope: null,
    load: async () => (await import('./pages/papers/verify')).Verify,
  },
  {
    path: '/console/operasi', word: 'operations', scope: 'operations',
    load: async () => (await import('./pages/operations/operations')).Operations,
  },
];
