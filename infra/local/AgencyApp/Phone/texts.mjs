export const texts = {
  id: {
    title: 'Presensi contoh', language: 'Bahasa', agency: 'Instansi', person: 'Pegawai', position: 'Posisi',
    latitude: 'Lintang', longitude: 'Bujur', accuracy: 'Akurasi (m)', locate: 'Ambil dari ponsel',
    offline: 'Seolah tanpa jaringan', in: 'Datang', out: 'Pulang', sent: 'Yang dicatat di ponsel ini',
    send: 'Kirim yang menunggu', forget: 'Hapus yang sudah terkirim', online: 'Tersambung.',
    unreachable: 'Tanpa jaringan: dicatat di ponsel dan dikirim nanti.', waiting: 'menunggu', refused: 'ditolak',
    inside: 'di dalam area', outside: 'di luar area', uncertain: 'belum pasti', unknown: 'tanpa posisi',
    ahead: 'Jam ponsel lebih cepat {n} detik; server memperhitungkannya.',
    behind: 'Jam ponsel lebih lambat {n} detik; server memperhitungkannya.',
    noFix: 'Ponsel tidak memberi posisi; ketik sendiri atau kirim tanpa posisi.', nothing: 'Belum ada.',
  },
  en: {
    title: 'Sample check-in', language: 'Language', agency: 'Agency', person: 'Person', position: 'Position',
    latitude: 'Latitude', longitude: 'Longitude', accuracy: 'Accuracy (m)', locate: 'Take it from the phone',
    offline: 'As if without a network', in: 'Arrive', out: 'Leave', sent: 'Recorded on this phone',
    send: 'Send what waits', forget: 'Forget what was sent', online: 'Connected.',
    unreachable: 'Without a network: recorded on the phone, sent later.', waiting: 'waiting', refused: 'refused',
    inside: 'inside an area', outside: 'outside every area', uncertain: 'uncertain', unknown: 'without a position',
    ahead: "The phone's clock is {n} seconds fast; the server takes it into account.",
    behind: "The phone's clock is {n} seconds slow; the server takes it into account.",
    noFix: 'The phone gives no position; type one, or send without.', nothing: 'Nothing yet.',
  },
};
