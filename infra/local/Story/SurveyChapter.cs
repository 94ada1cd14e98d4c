using System.Text.Json;
using Kinerja.AgencyApp;
using Kinerja.Local.Cloud;

namespace Kinerja.Local.Story;

/// <summary>
/// Questionnaires to look at. One of the first agency is over and counted by unit: a unit in which six answered stays
/// hidden, and another one with it. One of the agency and one of the national operator are open.
/// </summary>
internal sealed class SurveyChapter(OfficeClient office, ReplayClock clock)
{
    /// <summary>When the last day of the one that is over has ended there.</summary>
    private static readonly DateTimeOffset Closed = new(2026, 4, 8, 0, 0, 0, TimeSpan.FromHours(7));

    private const string Agency = SampleAgency.BandungId;

    private static readonly string[] Ways = ["Loket", "Aplikasi", "Pesan singkat", "Aplikasi", "Aplikasi"];

    private static readonly string[] Words =
    [
        "Jaringan di depo sering putus (contoh).", "Jadwal kerja dari rumah sudah jelas (contoh).",
        "Pindaian surat masuk sangat membantu (contoh).",
    ];

    /// <summary>May be told again: what is written stands, and nobody answers what is over.</summary>
    internal async Task TellAsync(SampleQuarter quarter, CancellationToken cancel)
    {
        var agency = quarter.Agencies.Single(one => one.Id == Agency);
        if (clock.GetUtcNow() < Closed)
        {
            await CountedAsync(agency, cancel);
        }

        await office.PutAsync(agency.Id, $"/api/v1/agencies/{agency.Id}/surveys/sarana-2026", """
            {"title":"Survei sarana kerja (contoh)","opensOn":"2026-03-30","lastDay":"2026-05-29",
             "breakdown":"employmentKind","questions":[
               {"id":"ruang","kind":"scale","words":"Seberapa memadai ruang kerja Anda?"},
               {"id":"alat","kind":"choice","words":"Sarana apa yang paling perlu ditambah?",
                "choices":["Komputer","Pemindai","Jaringan","Tidak ada"]},
               {"id":"saran","kind":"text","words":"Apa saran Anda tentang sarana kerja?"}]}
            """, cancel);
        await office.PutAsync(agency.Id, "/api/v1/national/surveys/asn-fleksibel-2026", """
            {"title":"Survei kerja fleksibel ASN (contoh)","opensOn":"2026-03-30","lastDay":"2026-05-22","questions":[
               {"id":"puas","kind":"scale","words":"Seberapa puas Anda dengan pola kerja fleksibel?"},
               {"id":"pola","kind":"choice","words":"Pola mana yang paling sesuai dengan tugas Anda?",
                "choices":["Di kantor","Di rumah","Bergantian"]}]}
            """, cancel);
    }

    private async Task CountedAsync(SampleAgency agency, CancellationToken cancel)
    {
        var survey = $"/api/v1/agencies/{agency.Id}/surveys/layanan-2026";
        await office.PutAsync(agency.Id, survey, """
            {"title":"Survei layanan kepegawaian (contoh)","opensOn":"2026-03-30","lastDay":"2026-04-07",
             "breakdown":"unit","questions":[
               {"id":"cepat","kind":"scale","words":"Seberapa cepat urusan kepegawaian Anda selesai?"},
               {"id":"jalur","kind":"choice","words":"Jalur mana yang paling sering Anda pakai?",
                "choices":["Loket","Pesan singkat","Aplikasi"]},
               {"id":"saran","kind":"text","words":"Apa saran Anda?"}]}
            """, cancel);
        foreach (var unit in agency.Units)
        {
            var people = agency.People.Where(person => person.UnitId == unit.Id);
            foreach (var (at, person) in people.Take(unit.Id == "layanan" ? 6 : 20).Index())
            {
                await office.PutAsync(agency.Id, $"{survey}/responses/{person.Id}", AnswerOf(at), cancel);
            }
        }
    }

    /// <summary>Of the person at that place in the unit; every fourth writes words.</summary>
    private static string AnswerOf(int at) => JsonSerializer.Serialize(new
    {
        level = "local",
        answers = new object[]
        {
            new { question = "cepat", step = 2 + (at * 3 % 4) },
            new { question = "jalur", choice = Ways[at % Ways.Length] },
        }.Concat(at % 4 == 0 ? [new { question = "saran", words = Words[at / 4 % 3] }] : []),
    });
}
