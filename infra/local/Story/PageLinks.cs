using Kinerja.Local.Issuer;
using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>A link to each page of the console, with whom to sign in as: that one is offered first.</summary>
internal sealed class PageLinks(IAnsiConsole console, Uri app)
{
    private const string Month = "bulan=2026-03";
    private const string Period = $"periode={QuarterStory.Period}";

    /// <summary>What it shows, its address, and in which role.</summary>
    private static readonly (string What, string Path, string Role)[] Pages =
    [
        ("My days", $"saya?{Month}", SignInChoice.Employee),
        ("My result, its proof, my objection", $"saya/hasil?{Period}", SignInChoice.Employee),
        ("My work plan and feedback", $"saya/rencana?{Period}", SignInChoice.Employee),
        ("What I did day by day (balai-contoh/budi-01 did)", "saya/harian?bulan=2026-04", SignInChoice.Employee),
        ("My coaching sessions (the same)", "saya/bimbingan?periode=2026-Q2", SignInChoice.Employee),
        ("My result on paper", $"cetak?lembar=evaluation&dari={QuarterStory.Period}", SignInChoice.Employee),
        ("A mark on paper, checked (the mark itself leads here)", "periksa", SignInChoice.Employee),
        ("What I was told, and what I can do now", "pesan", SignInChoice.Employee),
        ("What waits for a leader", $"tim?{Period}", SignInChoice.Leader),
        ("Ratings (one that is changed, with a reason, makes a revision)", $"tim/nilai?{Period}", SignInChoice.Leader),
        ("Daily entries that wait (balai-contoh/kepala-01)", "tim/harian?periode=2026-Q2", SignInChoice.Leader),
        ("Coaching of the team (the same)", "tim/bimbingan?periode=2026-Q2", SignInChoice.Leader),
        ("Signals to look at", "tim/isyarat", SignInChoice.Leader),
        ("Who has no agreed work plan", $"tim/rencana?{Period}", SignInChoice.Leader),
        ("A unit against its pattern, raters side by side", $"tim/kalibrasi?{Period}", SignInChoice.Leader),
        ("Areas and a day's check-ins (without tanggal: today's)", "kantor/area?tanggal=2026-03-31", SignInChoice.Office),
        ("An area's outline, to be edited", "kantor/area/ubah?area=kantor-utama", SignInChoice.Office),
        ("A month of everybody", $"kantor/bulan?{Month}", SignInChoice.Office),
        ("A month's payroll and its closing", "kantor/gaji?bulan=2026-01", SignInChoice.Office),
        ("How far an evaluation is", $"kantor/evaluasi?{Period}", SignInChoice.Office),
        ("The ranking", $"kantor/peringkat?{Period}", SignInChoice.Office),
        ("People and units by date", "kantor/orang?hari=2026-03-31&unit=sekretariat", SignInChoice.Office),
        ("Files in, with a preview, and out", $"kantor/berkas?jenis=people&{Month}&{Period}", SignInChoice.Office),
        ("Grants; proposals, considered and decided", $"kantor/tindak-lanjut?{Period}", SignInChoice.Office),
        ("All agencies in numbers", $"nasional?{Period}", SignInChoice.National),
        ("National documents: calendars, working hours", "nasional/dokumen?jenis=calendar", SignInChoice.National),
        ("Questionnaires over all agencies", "nasional/survei", SignInChoice.National),
        ("Queues, outbox, runs and stores over a day", "operasi", SignInChoice.Operations),
    ];

    /// <summary>Each address on a line of its own, however narrow the screen is.</summary>
    internal void Print(IReadOnlyList<SignInChoice> people)
    {
        console.Heading("Pages, for a browser (Indonesian; with &lang=en English)");
        console.Profile.Out.Writer.WriteLine(app.AbsoluteUri);
        foreach (var (what, path, role) in Pages)
        {
            var who = people.First(one => one.Role == role);
            console.MarkupLineInterpolated($"[grey]# {what}, as {who.Person}[/]");
            var sign = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            console.Profile.Out.Writer.WriteLine($"{app}console/{path}{sign}sebagai={who}");
        }
    }
}
