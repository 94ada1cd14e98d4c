using Kinerja.Local.Issuer;
using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>
/// A link to each page of the console, by who uses it. It says whom the sign-in offers first: the first of a role, or a
/// person. Lines fit into 80 columns; a link leaves out what the page itself begins with in April 2026.
/// </summary>
internal sealed class PageLinks(IAnsiConsole console, Uri app)
{
    private const string Month = "bulan=2026-03";
    private const string Period = $"periode={QuarterStory.Period}";
    private const string Paper = $"lembar=evaluation&dari={QuarterStory.Period}";

    /// <summary>Of the ordinary week, where people write down what they did.</summary>
    private const string Worker = "budi-01";

    private const string Head = "kepala-01";

    /// <summary>Who uses them, the role to sign in with, and of each page what it shows and its address.</summary>
    private static readonly (string Who, string? Role, (string What, string Path)[] Pages)[] Groups =
    [
        ("An employee", SignInChoice.Employee,
        [
            ("My days", $"saya?{Month}"),
            ("My result, its proof, my objection", $"saya/hasil?{Period}"),
            ("My result on paper (the first who is offered)", $"cetak?{Paper}"),
            ("My work plan and feedback", $"saya/rencana?{Period}"),
            ("What I was told, and what I can do now", "pesan"),
            ("What I did day by day", $"saya/harian?bulan=2026-04&sebagai={Worker}"),
            ("My coaching sessions", $"saya/bimbingan?periode=2026-Q2&sebagai={Worker}"),
            ("My performance dialogues", $"saya/dialog?periode=2026-Q2&sebagai={Worker}"),
            ("Feedback to colleagues and my leader", "saya/umpan-balik"),
            ("Questionnaires that ask me", "saya/survei"),
        ]),
        ("A leader", SignInChoice.Leader,
        [
            ("What waits for me", $"tim?{Period}"),
            ("Ratings (one that is changed, with a reason, makes a revision)", $"tim/nilai?{Period}"),
            ("Signals to look at", "tim/isyarat"),
            ("Who has no agreed work plan", $"tim/rencana?{Period}"),
            ("A unit against its pattern, raters side by side", $"tim/kalibrasi?{Period}"),
            ("Daily entries that wait", $"tim/harian?periode=2026-Q2&sebagai={Head}"),
            ("Coaching of the team", $"tim/bimbingan?periode=2026-Q2&sebagai={Head}"),
            ("Performance dialogues of the team", $"tim/dialog?periode=2026-Q2&sebagai={Head}"),
            ("Feedback for the team", $"tim/umpan-balik?sebagai={Head}"),
        ]),
        ("A personnel office", SignInChoice.Office,
        [
            ("Areas and a day's check-ins (without tanggal: today's)", "kantor/area?tanggal=2026-03-31"),
            ("An area's outline, drawn anew", "kantor/area/ubah"),
            ("A month of everybody", $"kantor/bulan?{Month}"),
            ("A month's payroll and its closing", "kantor/gaji?bulan=2026-01"),
            ("How far an evaluation is", "kantor/evaluasi"),
            ("The ranking", "kantor/peringkat"),
            ("Grants; proposals, considered and decided", "kantor/tindak-lanjut"),
            ("The agency's questionnaires", "kantor/survei"),
            ("People and units by date", "kantor/orang?hari=2026-03-31"),
            ("Files in, with a preview, and out", "kantor/berkas?jenis=people"),
        ]),
        ("A national operator", SignInChoice.National,
        [
            ("All agencies on a map and in numbers", $"nasional?{Period}"),
            ("One agency: its periods, its seat", "nasional/instansi?id=arsip-jabar"),
            ("National documents: calendars, working hours", "nasional/dokumen?jenis=calendar"),
            ("Questionnaires over all agencies", "nasional/survei"),
        ]),
        ("Operations", SignInChoice.Operations, [("Queues, outbox, runs and stores over a day", "operasi")]),
        ("Another ministry", SignInChoice.Ministry, [("Who publishes, and a result that is checked", "kementerian")]),
        ("Anybody, without signing in", null, [("A mark on paper, checked (the mark itself leads here)", "periksa")]),
    ];

    /// <summary>Each address on a line of its own, however narrow the screen is.</summary>
    internal void Print()
    {
        console.Heading("Pages, for a browser (Indonesian; with &lang=en English)");
        console.Profile.Out.Writer.WriteLine(app.AbsoluteUri);
        foreach (var (who, role, pages) in Groups)
        {
            console.MarkupLineInterpolated($"\n[bold]{who}[/]");
            foreach (var (what, path) in pages)
            {
                console.MarkupLineInterpolated($"[grey]# {what}[/]");
                console.Profile.Out.Writer.WriteLine($"{app}console/{path}{As(role, path)}");
            }
        }
    }

    /// <summary>Nothing on paper, whose address is long, and where the address names a person already.</summary>
    private static string As(string? role, string path) =>
        role is null || path.Contains("sebagai=", StringComparison.Ordinal)
            || path.Contains(Paper, StringComparison.Ordinal) ? ""
        : $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}sebagai={role}";
}
