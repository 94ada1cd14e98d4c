// Who looks at what: each kind of user, the pages, and what is done on them before they are looked at.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clockMoved } from './clock.mjs';
import { day } from './day.mjs';
import { draws, edits, missing } from './drawing.mjs';
import { gives, givesAsLeader } from './feedback.mjs';
import { imports } from './importing.mjs';
import { daily, heard, opened, signal } from './leading.mjs';
import { chooses, doubts } from './ministry.mjs';
import { seats } from './nation.mjs';
import { registers } from './registering.mjs';
import { answers, asks } from './surveys.mjs';
import { continues, talks } from './talking.mjs';

const PERIOD = '2026-Q1';
const MONTH = '2026-03';
const DAY = '2026-03-31';
const AREA = 'kantor-utama';

/** What the API's document shows of the national results. */
function example() {
  const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../Host/openapi.json'), 'utf8'));
  return document.paths['/v1/national/results/{period}'].get.responses['200'].content['application/json'].example;
}

/** A paper before it is printed; the paper itself is looked at too. */
const printed = (kind, of, sheets = 1) => (
  { path: '/console/cetak', name: `cetak-${kind}`, query: { lembar: kind, dari: of }, paper: { sheets } });

/**
 * A visit's `who` begins the value of the button on the sign-in page. A page may have `then`: steps with a name, each
 * done before another look; what a step throws is a fault.
 */
export const visits = [
  {
    role: null,
    pages: [
      { path: '/', name: 'utama' }, { path: '/docs', name: 'gambar' }, { path: '/console/periksa', name: 'periksa' },
    ],
  },
  {
    role: 'pegawai', who: 'arsip-jabar/',
    pages: [
      { path: '/console', name: 'pegawai', then: { jam: clockMoved } },
      {
        path: '/console/saya', name: 'saya', query: { bulan: MONTH },
        then: { hari: (page) => page.locator('.day.waits, .day.remark').first().click() },
      },
      {
        path: '/console/saya/hasil', name: 'saya-hasil', query: { periode: PERIOD },
        then: {
          bukti: async (page) => {
            await page.locator('.prove .btn').click();
            await page.locator('.prove .note.ok').waitFor({ timeout: 20_000 });
            await page.locator('.prove summary').click();
          },
        },
      },
      { path: '/console/saya/hasil', name: 'saya-hasil-tanpa', query: { periode: '2026-Q2' }, refused: true },
      {
        path: '/console/saya/rencana', name: 'saya-rencana', query: { periode: PERIOD },
        then: {
          // That it is there is told to whoever does not see it come.
          lain: async (page) => {
            await page.locator('#period').fill('2026-Q2');
            await page.locator('form.period .btn').click();
            await page.locator('footer [role=status]', { hasText: /Sudah dimuat|Loaded/ }).waitFor();
          },
        },
      },
      { path: '/console/saya/harian', name: 'saya-harian-tanpa', query: { bulan: MONTH } },
      { path: '/console/saya/bimbingan', name: 'saya-bimbingan-tanpa', query: { periode: PERIOD } },
      { path: '/console/saya/umpan-balik', name: 'saya-umpan', then: gives },
      { path: '/console/tim', name: 'untuk-lain', query: { sebagai: 'arsip-jabar/p-u6uy2wjd/pimpinan' } },
      { path: '/console/saya/survei', name: 'saya-survei' },
      { path: '/console/saya/survei', name: 'saya-survei-satu', query: { survei: 'sarana-2026' }, then: answers },
      printed('evaluation', PERIOD, 2), printed('attendance', MONTH), printed('objectionDecision', PERIOD),
      {
        path: '/console/pesan', name: 'pesan',
        then: {
          dilihat: async (page) => {
            const mark = page.locator('main .unseen .btn').first();
            if (await mark.count() > 0) {
              await mark.click();
              await page.locator('main .note.ok').waitFor();
            }
          },
        },
      },
    ],
  },
  {
    // A day on which the superior ruled, in the agency of the ordinary week.
    role: 'pegawai', who: 'balai-contoh/',
    pages: [{
      path: '/console/saya', name: 'saya-putusan', query: { bulan: '2026-04', hari: '2026-04-08' },
      then: { peta: opened('.evidence') },
    }, {
      path: '/console/saya/harian', name: 'saya-harian', query: { bulan: '2026-04' }, refused: true,
      then: daily,
    }, {
      path: '/console/saya/bimbingan', name: 'saya-bimbingan', query: { periode: '2026-Q2' },
      then: {
        isi: (page) => page.locator('main summary').first().click(),
        kosong: async (page) => {
          await page.locator('main form .btn[name=as]').first().click();
          await page.locator('main .note.bad a').first().waitFor();
        },
      },
    }, {
      path: '/console/saya/dialog', name: 'saya-dialog', query: { periode: '2026-Q2' }, then: continues,
    }, {
      path: '/console/saya/rencana', name: 'saya-rencana-ada', query: { periode: '2026-Q2' },
    }, printed('workPlan', '2026-04-06')],
  },
  {
    role: 'pimpinan', who: 'arsip-jabar/',
    pages: [
      {
        path: '/console/tim', name: 'tim', query: { periode: PERIOD },
        then: {
          lama: async (page) => {
            await page.locator('#hari .btn', { hasText: /Yang lebih lama|Older ones/ }).click();
            await page.locator('#hari h3', { hasText: /Januari 2026|January 2026/ }).first().waitFor();
          },
          baru: async (page) => {
            await page.locator('#hari .btn', { hasText: /Yang terbaru|The newest/ }).click();
            await page.locator('#hari h3', { hasText: /Maret 2026|March 2026|Februari|February/ }).first().waitFor();
          },
          putusan: async (page) => {
            await page.locator('#hari details:not(.evidence) summary').first().click();
            await page.locator('#hari form .btn').first().click();
            await page.locator('#hari .note.bad a').first().waitFor();
          },
          peta: opened('#hari .evidence'),
          batal: async (page) => {
            await page.locator('#hari form .option').first().click();
            await page.locator('#hari form textarea').first().fill('Surat tugas sudah diperiksa.');
            await page.locator('#hari form .btn').first().click();
            await page.locator('#hari .note.waits .btn').first().waitFor();
          },
          lagi: async (page) => {
            await page.locator('#hari .note.waits .btn').first().click();
            await page.locator('#hari form textarea').first().waitFor();
          },
          didengar: heard,
        },
      },
      { path: '/console/tim/isyarat', name: 'tim-isyarat', then: { isi: signal } },
      {
        path: '/console/tim/nilai', name: 'tim-nilai', query: { periode: '2026-Q2' }, refused: true,
        then: {
          isi: (page) => page.locator('main summary').first().click(),
          saran: async (page) => {
            await page.locator('main li details details summary').first().click();
            await page.locator('main li details .steps').first().waitFor();
          },
          kosong: async (page) => {
            await page.locator('main li form .btn').first().click();
            await page.locator('main .note.bad a').first().waitFor();
          },
        },
      },
      { path: '/console/tim/nilai', name: 'tim-nilai-terbit', query: { periode: PERIOD } },
      {
        path: '/console/tim/kalibrasi', name: 'tim-kalibrasi', query: { periode: PERIOD },
        then: { alasan: (page) => page.locator('main details:not([open]) summary').first().click() },
      },
      { path: '/console/tim/rencana', name: 'tim-rencana', query: { periode: PERIOD } },
      { path: '/console/pesan', name: 'tim-pesan' },
    ],
  },
  {
    role: 'pimpinan', who: 'balai-contoh/',
    pages: [
      {
        path: '/console/tim/harian', name: 'tim-harian', query: { periode: '2026-Q2' },
        then: {
          isi: async (page) => {
            await page.locator('main summary').first().click();
            await page.locator('main form .btn[name=as]').first().click();
            await page.locator('main .note.bad a').first().waitFor();
          },
        },
      },
      {
        path: '/console/tim/bimbingan', name: 'tim-bimbingan', query: { periode: '2026-Q2', pegawai: 'budi-01' },
        then: {
          isi: async (page) => {
            await page.locator('main summary', { hasText: /Catat sesi|Write a session/ }).first().click();
            await page.locator('main form .btn[name=as]').first().click();
            await page.locator('main .note.bad a').first().waitFor();
          },
          baca: async (page) => {
            await page.locator('main summary', { hasText: /Baca|Read/ }).first().click();
            await page.locator('main details .aims').first().waitFor();
          },
        },
      },
      { path: '/console/tim/dialog', name: 'tim-dialog', query: { periode: '2026-Q2' }, then: talks },
      { path: '/console/tim/umpan-balik', name: 'tim-umpan', query: { pegawai: 'budi-01' }, then: givesAsLeader },
    ],
  },
  {
    role: 'kepegawaian', who: 'arsip-jabar/',
    pages: [
      { path: '/console/kantor/area', name: 'kantor-area', query: { tanggal: DAY } },
      {
        path: '/console/kantor/area/ubah', name: 'kantor-area-ubah', query: { area: AREA }, refused: true,
        then: edits,
      },
      {
        path: '/console/kantor/area/ubah', name: 'kantor-area-baru', refused: true, then: draws,
      },
      {
        path: '/console/kantor/area/ubah', name: 'kantor-area-tiada', query: { area: 'tidak-ada' }, then: missing,
      },
      {
        path: '/console/kantor/bulan', name: 'kantor-bulan', query: { bulan: MONTH },
        then: { lagi: (page) => page.locator('main .rows + .btn').first().click() },
      },
      {
        // January is closed by the first look; later ones see it closed.
        path: '/console/kantor/gaji', name: 'kantor-gaji', query: { bulan: '2026-01' },
        then: {
          isi: async (page) => {
            await page.locator('main .card .btn:not(.alt)').first().click();
            await page.locator('main .card .facts').waitFor();
          },
          tutup: async (page) => {
            const sure = page.locator('main [name=sure]');
            if (await sure.count() > 0) {
              await sure.check();
              await page.locator('main form .btn').click();
            }
            await page.locator('main .note.ok').first().waitFor();
          },
          unduh: async (page) => {
            const file = page.waitForEvent('download');
            await page.locator('.downloads .btn').nth(1).click();
            if (!(await file).suggestedFilename().endsWith('_deductions_2026-01.xlsx')) {
              throw new Error('not the file that was asked for');
            }
          },
        },
      },
      {
        path: '/console/kantor/evaluasi', name: 'kantor-evaluasi', query: { periode: PERIOD }, refused: true,
        then: {
          // A quarter that is not over is refused, so that each look finds it so.
          lain: async (page) => {
            await page.locator('#period').fill('2026-Q2');
            await page.locator('form.period .btn').click();
            await page.locator('main form [name=sure]').check();
            await page.locator('main form:not(.period) .btn').click();
            await page.locator('main .note.bad').waitFor();
          },
        },
      },
      {
        path: '/console/kantor/peringkat', name: 'kantor-peringkat', query: { periode: PERIOD },
        then: { lagi: (page) => page.locator('main .rows + .btn').first().click() },
      },
      {
        path: '/console/kantor/orang', name: 'kantor-orang', query: { hari: DAY, unit: 'sekretariat' },
        then: registers,
        refused: true,
      },
      { path: '/console/kantor/berkas', name: 'kantor-berkas', query: { bulan: MONTH, periode: PERIOD } },
      {
        path: '/console/kantor/berkas', name: 'kantor-berkas-impor', query: { jenis: 'posts', bulan: MONTH },
        refused: true, then: imports,
      },
      { path: '/console/kantor/survei', name: 'kantor-survei', query: { survei: 'layanan-2026' }, then: asks },
      {
        // The first look finds no list yet, which the API answers with 404.
        path: '/console/kantor/tindak-lanjut', name: 'kantor-tindak', query: { periode: PERIOD }, refused: true,
        then: {
          usul: async (page) => {
            await page.locator('.propose summary').click();
            await page.locator('#from').fill('2027-01-04');
            await page.locator('.propose .btn').click();
            await page.locator('main .note.ok, main .note.bad').first().waitFor();
            await page.locator('main .facts').first().waitFor();
          },
          // What was raised by an earlier look stands; the team is refused before anything is sent.
          pertimbangan: async (page) => {
            await page.locator('main section form:not(.propose *) .btn').last().click();
            await page.locator('main .case summary').first().click();
            await page.locator('main .case form .btn').first().click();
            await page.locator('main .case .note.bad').waitFor();
          },
        },
      },
    ],
  },
  {
    role: 'nasional', who: 'arsip-jabar/',
    pages: [{
      path: '/console/nasional', name: 'nasional', query: { periode: PERIOD },
      then: {
        // Nothing of the story is final yet: the document's own example is.
        final: async (page) => {
          await page.route('**/api/v1/national/results/*', (route) => route.fulfill({ json: example() }));
          await page.reload();
          await page.locator('main svg.length').waitFor();
        },
        ...seats,
      },
    }, {
      path: '/console/nasional/instansi', name: 'instansi', query: { id: 'arsip-jabar' },
      then: {
        // Without the tick nothing is sent: later looks find the seat on the map.
        tempat: async (page) => {
          await page.locator('main summary', { hasText: /Hapus tempat|Take this seat/ }).click();
          await page.locator('main form .btn').click();
          await page.locator('main form .note.bad a').waitFor();
        },
      },
    }, {
      path: '/console/nasional/instansi', name: 'instansi-tiada', query: { id: 'tidak-ada' },
    }, {
      path: '/console/nasional/dokumen', name: 'dokumen', query: { jenis: 'calendar' }, refused: true,
      then: {
        salah: async (page) => {
          await page.locator('#give-from').fill('2029-01-01');
          await page.locator('main form .btn:not(.quiet)').click();
          await page.locator('main .note.bad li .btn').first().click();
          const chosen = await page.locator('#give-text').evaluate((text) => text.value.slice(
            text.selectionStart, text.selectionEnd));
          if (chosen !== '""') {
            throw new Error(`the fault leads to ${chosen}`);
          }
        },
        // The same again adds nothing: later looks find it given.
        tetap: async (page) => {
          await page.locator('#give-text').fill(JSON.stringify({ basis: 'Contoh 2029', daysOff: [
            { date: '2029-01-01', name: 'Tahun Baru 2029 Masehi', kind: 'publicHoliday' }] }, null, 2));
          await page.locator('main form .btn:not(.quiet)').click();
          await page.locator('main form .note.ok').waitFor();
          await page.locator('main .list .btn').first().waitFor();
        },
      },
    }, {
      path: '/console/nasional/survei', name: 'survei',
      then: {
        isi: async (page) => {
          await page.locator('main form').last().locator('.btn:not(.alt)').click();
          await page.locator('main form .note.bad').waitFor();
          await page.locator('#new-kind-0').selectOption('choice');
        },
      },
    }],
  },
  {
    role: 'kementerian', who: 'kementerian-contoh/',
    pages: [
      { path: '/console/kementerian', name: 'kementerian', then: chooses },
      {
        path: '/console/kementerian', name: 'kementerian-periode', query: { instansi: 'arsip-jabar', periode: PERIOD },
        then: doubts,
      },
      { path: '/console/kementerian', name: 'kementerian-tiada', query: { instansi: 'tidak-ada' } },
      { path: '/console', name: 'kementerian-utama' },
    ],
  },
  {
    role: 'operasi', who: 'arsip-jabar/',
    pages: [{
      path: '/console/operasi', name: 'operasi',
      then: {
        hari: async (page) => {
          await page.route('**/api/v1/operations/hours', (route) => route.fulfill({ json: day }));
          await page.reload();
          await page.locator('main .spark').first().waitFor();
          await page.locator('main summary').first().click();
        },
      },
    }],
  },
];
