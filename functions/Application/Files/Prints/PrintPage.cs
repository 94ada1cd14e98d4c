using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Files.Prints;

/// <summary>
/// A paper of A4 as an HTML document: letterhead, who stands on it, what it says, places to sign, and the mark by which
/// it is checked. It is read on a screen too.
/// </summary>
internal sealed class PrintPage
{
    /// <summary>The one style of every paper; whoever shows one within another page lets its hash in.</summary>
    internal const string Style =
        "@page{size:A4;margin:10mm 15mm 13mm;@bottom-right{content:counter(page) \" / \" counter(pages);font-size:8pt}}"
        + "*{box-sizing:border-box}"
        + "body{font:9pt/1.3 system-ui,\"Segoe UI\",\"Noto Sans\",Arial,sans-serif;color:#000;background:#fff;"
        + "margin:0;overflow-wrap:anywhere}"
        + "header{border-bottom:1.5pt solid #000;margin-bottom:2mm;padding-bottom:1mm;text-align:center}"
        + ".agency{font-weight:700;margin:0;text-transform:uppercase;letter-spacing:.04em}"
        + "h1{font-size:13pt;line-height:1.2;margin:.5mm 0}h2{font-size:9.5pt;margin:2.5mm 0 .8mm;break-after:avoid}"
        + "p{margin:0 0 .8mm}table+p{margin-top:1mm}.said{white-space:pre-line}.small,ol{font-size:8pt}"
        + "ol{margin:0;padding-left:5mm}li{margin-bottom:.8mm}.annex{break-before:page}"
        + "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums lining-nums}"
        + "th,td{border:.5pt solid #555;padding:.5mm 1.5mm;text-align:left;vertical-align:top}"
        + "th{background:#eee;font-weight:600;overflow-wrap:break-word}"
        + "thead{display:table-header-group}tr{break-inside:avoid}"
        + ".n{text-align:right}.off td{background:#f4f4f4}.facts th{width:52mm}.who th[scope=row]{width:26mm}"
        + ".days{font-size:7.2pt;line-height:1.15}.days th,.days td{padding:.12mm 1mm}"
        + ".days td:not(:last-child){white-space:nowrap}"
        + ".line{border-bottom:.5pt solid #000;height:6mm}"
        + ".signs{display:flex;flex-wrap:wrap;gap:3mm 8mm;margin-top:2mm;break-inside:avoid}"
        + ".signs div{flex:1 1 45mm;text-align:center}.signs .space{height:9mm}"
        + "footer{border-top:.5pt solid #555;break-inside:avoid;display:flex;gap:4mm;margin-top:2mm;padding-top:1mm}"
        + ".mark{flex:none;width:36mm;height:36mm}.mark svg{display:block;width:100%;height:100%}"
        // A screen has fewer dots than paper: two and more for each of the mark's squares, so that a phone can read it.
        + "@media screen{body{margin:0 auto;padding:8mm 10mm;width:200mm}.mark{width:72mm;height:72mm}}";

    private static readonly ZonedDateTimePattern Hour =
        ZonedDateTimePattern.CreateWithInvariantCulture("HH:mm x", null);

    private readonly HtmlWriter _html;

    private PrintPage(string title, bool indonesian) => _html = new HtmlWriter(title, Style, indonesian);

    internal static string Write(Paper paper, string agency, ZonedDateTime at, Uri check, bool indonesian)
    {
        var page = new PrintPage($"{paper.Title.In(indonesian)} – {paper.Roles[0].Party?.Id}", indonesian);
        page.Head(paper, agency);
        page._html.Open("main");
        page.Who(paper.Roles);
        paper.Body(page);
        page.Signs(paper);
        page._html.Close("main");
        page.Foot(paper, at, check);
        if (paper.Annex is { } annex)
        {
            page._html.Open("aside", "annex");
            annex(page);
            page._html.Close("aside");
        }

        return page._html.Finish();
    }

    internal string Say(Words words) => _html.Say(words);

    internal string Local(string figure) => _html.Local(figure);

    internal void Section(Words title) => _html.Text("h2", Say(title));

    internal void Line(Words words) => _html.Text("p", Say(words));

    /// <summary>What a person wrote, with its line breaks.</summary>
    internal void Said(string words) => _html.Text("p", words, "said");

    /// <summary>Nothing stands where there is nothing to say.</summary>
    internal void Facts(params IReadOnlyList<(Words Name, string? Value)> facts) => _html.Facts(
        "facts", [], facts.Where(f => f.Value is not null).Select(
            f => (Say(f.Name), (IReadOnlyList<string?>)[f.Value])));

    internal void Steps(IEnumerable<string> steps)
    {
        _html.Open("ol");
        foreach (var step in steps)
        {
            _html.Text("li", step);
        }

        _html.Close("ol");
    }

    internal void Table(IReadOnlyList<Words> columns, IEnumerable<HtmlRow> rows, string? kind = null)
    {
        _html.Open("div", kind);
        _html.Table(columns.Select(Say), rows);
        _html.Close("div");
    }

    /// <summary>Empty lines for a hand.</summary>
    internal void ToWrite(Words title, int lines)
    {
        Section(title);
        for (var i = 0; i < lines; i++)
        {
            _html.Text("div", "", "line");
        }
    }

    private void Head(Paper paper, string agency)
    {
        _html.Open("header");
        _html.Text("p", agency, "agency");
        _html.Text("h1", Say(paper.Title));
        _html.Text("p", string.Join(" · ", paper.Under.Select(Say)));
        _html.Close("header");
    }

    private void Who(IReadOnlyList<PrintRole> roles) => _html.Facts(
        "who",
        [.. roles.Select(one => Say(one.Role))],
        new (Words Name, Func<PrintParty, string?> Of)[]
        {
            (("Name", "Nama"), p => p.Name),
            (("NIP", "NIP"), _ => null),
            (("Id in Kinerja", "Id di Kinerja"), p => $"{p.Id}"),
            (("Post", "Jabatan"), p => p.Post),
            (("Unit", "Unit kerja"), p => p.Unit),
        }.Select(row => (
            Say(row.Name),
            (IReadOnlyList<string?>)[.. roles.Select(one => one.Party is { } party ? row.Of(party) : "–")])));

    private void Signs(Paper paper)
    {
        _html.Open("section", "signs");
        foreach (var (role, party) in paper.Roles.Where(one => one.Signs && one.Party is not null))
        {
            _html.Open("div");
            _html.Text("p", Say(role));
            _html.Text("p", Say(("Date: …………………", "Tanggal: …………………")));
            _html.Text("p", "", "space");
            _html.Text("p", party!.Name ?? "………………………………");
            _html.Text("p", "NIP ……………………………");
            _html.Close("div");
        }

        _html.Close("section");
    }

    private void Foot(Paper paper, ZonedDateTime at, Uri address)
    {
        var names = string.Join(", ", paper.Figures.Select(one => Say(one.Label)));
        _html.Open("footer");
        _html.Link(address, QrMark.Of(address.AbsoluteUri), Say(("Check this paper", "Periksa lembar ini")));
        _html.Open("div", "small");
        Line((
            "Check it: scan the mark. The page that opens verifies the signature with published keys and shows what "
            + "was signed; what differs from this paper did not come from Kinerja.",
            "Cara memeriksa: pindai tanda ini. Halaman yang terbuka memeriksa tanda tangan elektronik dengan kunci "
            + "yang diumumkan dan menampilkan isi yang ditandatangani; yang berbeda dari lembar ini bukan berasal dari "
            + "Kinerja."));
        Line(($"Proven are: {names}. Words and names are not.",
            $"Yang dibuktikan: {names}. Kata-kata dan nama tidak."));
        Line((
            $"As it stood on {Say(PrintTexts.Of(at.Date))}, {Hour.Format(at)}; it may have been replaced since.",
            $"Sesuai keadaan {Say(PrintTexts.Of(at.Date))}, {Hour.Format(at).Replace(':', '.')}; "
            + "mungkin sudah digantikan."));
        _html.Text("p", $"{Say(("Rules", "Aturan"))}: {string.Join(" · ", paper.Versions)}");
        _html.Close("div");
        _html.Close("footer");
    }
}
