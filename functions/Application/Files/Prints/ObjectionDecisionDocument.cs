using Kinerja.Domain.Objections;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Files.Prints;

/// <summary>
/// The decision on an objection to a result (PP 30/2019 art. 59): what was said, what was decided, and why.
/// </summary>
internal static class ObjectionDecisionDocument
{
    internal static Paper Of(
        Objection objection, DateTimeZone zone, PrintParty? person, PrintParty? rater, PrintParty? decider)
    {
        var period = objection.Claim.Period;
        var ruling = objection.Ruling!;
        var decided = ruling.At.InZone(zone).Date;
        return new Paper(
            PrintKind.ObjectionDecision,
            $"{period}",
            ("Decision on an objection", "Keputusan atas keberatan"),
            [
                ("to the result of performance evaluation", "terhadap hasil evaluasi kinerja"),
                PrintTexts.Of(period),
            ],
            [
                new(("Employee", "Pegawai yang dinilai"), person) { Signs = false },
                new(("Rater", "Pejabat penilai kinerja"), rater) { Signs = false },
                new(("Decided by", "Pejabat yang memutus"), decider),
            ],
            [.. Figures(objection, ruling, decided)],
            ["PP 30/2019 art. 59", objection.PolicyVersion],
            page => Write(page, objection, ruling, zone));
    }

    private static IEnumerable<PrintFigure> Figures(Objection objection, Ruling ruling, LocalDate decided)
    {
        yield return new("decision", ("decision", "putusan"), JsonFormat.Name(objection.State));
        yield return new("decidedOn", ("its day", "harinya"), LocalDatePattern.Iso.Format(decided));
        yield return new("decidedById", ("by whom", "oleh siapa"), $"{ruling.By}");
        if (ruling.Revised is { } revised)
        {
            yield return new("result", ("result of work", "hasil kerja"), JsonFormat.Name(revised.Result));
            yield return new("behaviour", ("behaviour", "perilaku kerja"), JsonFormat.Name(revised.Behaviour));
            yield return new("skpScore", ("SKP score", "nilai SKP"), $"{revised.SkpScore}");
            yield return new("behaviourScore", ("behaviour score", "nilai perilaku"), $"{revised.BehaviourScore}");
        }
    }

    private static void Write(PrintPage page, Objection objection, Ruling ruling, DateTimeZone zone)
    {
        page.Section(("The objection", "Keberatan"));
        page.Facts(
            (("Filed on", "Diajukan pada"), On(page, objection.FiledAt, zone)),
            (("Against revision", "Terhadap revisi"), $"{objection.Revision}"),
            (("Id", "Nomor"), $"{objection.Claim.Id}"),
            (("Evidence", "Bukti"),
                objection.Claim.Evidence.Count == 0 ? null : string.Join("; ", objection.Claim.Evidence)));
        page.Said(objection.Claim.Reason);
        Side(page, ("What the employee said when heard", "Keterangan pegawai"), objection.OfPerson, zone);
        Side(page, ("What the rater said when heard", "Keterangan pejabat penilai"), objection.OfRater, zone);
        page.Section(("Decision", "Putusan"));
        page.Facts([
            (("Decision", "Putusan"), page.Say(PrintTexts.Of(objection.State))),
            (("Decided on", "Diputus pada"), On(page, ruling.At, zone)),
            .. Revised(page, ruling.Revised),
            (("In revision", "Berlaku dalam revisi"), objection.AppliedIn is { } revision ? $"{revision}" : null),
        ]);
        page.Section(("Why", "Pertimbangan"));
        page.Said(ruling.Reason);
        page.Line((
            "The decision is final (PP 30/2019 art. 59).", "Putusan ini bersifat final (PP 30/2019 pasal 59)."));
    }

    private static IEnumerable<(Words, string?)> Revised(PrintPage page, RevisedRating? revised) => revised is null
        ? []
        :
        [
            (("Result of work", "Hasil kerja"), page.Say(PrintTexts.Of(revised.Result))),
            (("Behaviour", "Perilaku kerja"), page.Say(PrintTexts.Of(revised.Behaviour))),
            (
                ("SKP and behaviour", "Nilai SKP dan perilaku"),
                page.Local($"{revised.SkpScore} · {revised.BehaviourScore}")),
            (("New idea", "Ide baru"), revised.NewIdea?.Words),
        ];

    private static void Side(PrintPage page, Words title, Statement? said, DateTimeZone zone)
    {
        if (said is null)
        {
            page.Section(title);
            page.Line(("Nothing was said within the time.", "Tidak ada keterangan dalam batas waktu."));
            return;
        }

        var (by, at) = (said.By, PrintTexts.Of(said.At.InZone(zone).Date));
        page.Section(($"{title.English}: {by}, {at.English}", $"{title.Indonesian}: {by}, {at.Indonesian}"));
        page.Said(said.Words);
    }

    private static string On(PrintPage page, Instant at, DateTimeZone zone) =>
        page.Say(PrintTexts.Of(at.InZone(zone).Date));
}
