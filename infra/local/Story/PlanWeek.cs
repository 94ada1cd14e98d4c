using System.Text.Json;

namespace Kinerja.Local.Story;

/// <summary>
/// A week by the work plan of the small agency: the plan is agreed, what was done is entered day by day (approved, sent
/// back, waiting and late, a draft), and a coaching session is held and rated.
/// </summary>
internal sealed class PlanWeek(OfficeClient office, string agency)
{
    private const string Person = "/api/v1/employees/budi-01";
    private const string Plan = $"{Person}/work-plans/2026-04-06";

    internal async Task TellAsync(CancellationToken cancel)
    {
        await AgreeAsync(cancel);
        await office.PutAsync(agency, $"/api/v1/agencies/{agency}/policies/work-plan/2026-04-06", """
            {"lastDay":"01-31","daysAfterChange":31,"reasonOutsideTime":true,"proRating":"days","dailyEntryDays":3}
            """, cancel);
        // Whoever looks at the pages may have changed them since: what is there stays.
        var known = await office.GetAsync(agency, $"{Person}/daily-entries/2026-Q2", cancel);
        if (known.GetProperty("entries").GetArrayLength() == 0)
        {
            await EnterAsync(cancel);
            await CoachAsync(cancel);
            await TalkAsync(cancel);
        }
    }

    private async Task EnterAsync(CancellationToken cancel)
    {
        await PutAsync("2026-04-06/harian-001", "Mencatat surat masuk hari Senin (contoh).", 180, 21, true);
        await PutAsync("2026-04-08/harian-002", "Mencatat surat masuk dari survei (contoh).", 120, 9, true);
        await PutAsync("2026-04-08/harian-003", "Merapikan arsip surat (contoh).", 60, 4, true);
        await PutAsync("2026-04-09/harian-004", "Mencatat surat masuk hari Kamis (contoh).", 90, 12, true);
        await PutAsync("2026-04-09/harian-005", "Menyiapkan daftar surat keluar (contoh).", 30, 1, false);
        await DecideAsync("2026-04-08/harian-002", """{"decidedById":"kepala-01","approved":true}""");
        await DecideAsync("2026-04-08/harian-003", """
            {"decidedById":"kepala-01","approved":false,"words":"Sebutkan arsip yang mana (contoh)."}
            """);

        Task<JsonElement> PutAsync(string entry, string words, int minutes, int quantity, bool submit) =>
            office.PutAsync(agency, $"{Person}/daily-entries/{entry}", JsonSerializer.Serialize(new
            {
                planFrom = "2026-04-06",
                resultId = "rhk-1",
                words,
                minutes,
                quantity,
                evidence = new[] { new { url = $"https://arsip.balai.example.go.id/{entry}", words = "Agenda surat" } },
                submit,
            }), cancel);

        Task<JsonElement> DecideAsync(string entry, string json) =>
            office.PostAsync(agency, $"{Person}/daily-entries/{entry}/decision", json, cancel);
    }

    private async Task CoachAsync(CancellationToken cancel)
    {
        await office.PutAsync(agency, $"{Person}/coaching/bimbingan-001", """
            {"coachId":"kepala-01","period":"2026-Q2","heldOn":"2026-04-07",
             "topic":"Mencatat surat pada hari diterima (contoh).","aims":[{"id":"mencatat",
               "words":"Pencatatan pada hari yang sama","step":2,"reason":"Sebagian menunggu esok."}]}
            """, cancel);
        await office.PutAsync(agency, $"{Person}/coaching/bimbingan-001/rating", """
            {"criteria":[{"criterion":"Tujuan sesi jelas","step":4},
                         {"criterion":"Ada tindak lanjut yang disepakati","step":5}]}
            """, cancel);
        await office.PutAsync(agency, $"{Person}/coaching/bimbingan-002", """
            {"coachId":"kepala-01","period":"2026-Q2","heldOn":"2026-04-09",
             "topic":"Hasil minggu ini (contoh).","aims":[{"id":"mencatat",
               "words":"Pencatatan pada hari yang sama","step":3,"reason":"Hanya survei yang terlambat."}]}
            """, cancel);
    }

    /// <summary>A dialogue with two actions: one is overdue when the week ends.</summary>
    private Task<JsonElement> TalkAsync(CancellationToken cancel) =>
        office.PutAsync(agency, $"{Person}/dialogues/dialog-0001", """
            {"leaderId":"kepala-01","writtenById":"kepala-01","period":"2026-Q2","heldOn":"2026-04-07","purpose":"plan",
             "achievement":"Ekspektasi triwulan kedua jelas (contoh).","obstacles":"Pemindai sering rusak (contoh).",
             "actions":[{"id":"aksi-0001","words":"Meminta pemindai pengganti (contoh)","byId":"kepala-01",
                         "dueOn":"2026-04-08"},
                        {"id":"aksi-0002","words":"Mencoba pencatatan langsung di loket (contoh)","byId":"budi-01",
                         "dueOn":"2026-04-24"}]}
            """, cancel);

    /// <summary>A work plan, written by the person and agreed by the rater.</summary>
    private async Task AgreeAsync(CancellationToken cancel)
    {
        await office.PutAsync(agency, Plan, """
            {"byId":"budi-01","plan":{"results":[
              {"id":"rhk-1","kind":"main","words":"Surat masuk tercatat pada hari diterima (contoh)","weightPercent":70,
               "expectation":"Tidak ada surat yang menunggu sampai esok.","indicators":[
                {"id":"jumlah","words":"Surat tercatat","aspect":"quantity",
                 "target":{"value":900,"unit":"surat","direction":"moreIsBetter","counting":"addsUp"}},
                {"id":"waktu","words":"Hari kerja per surat","aspect":"time",
                 "target":{"value":1,"unit":"hari","direction":"lessIsBetter","counting":"latest"}}]},
              {"id":"rhk-2","kind":"main","words":"Panduan tata naskah dipakai semua bidang (contoh)",
               "weightPercent":30,"indicators":[{"id":"mutu","words":"Dinilai jelas oleh pemakainya"}]}]}}
            """, cancel);
        await office.PostAsync(
            agency, $"{Plan}/agreement", """{"agreedById":"kepala-01","version":1,"words":"Disepakati (contoh)."}""",
            cancel);
    }
}
