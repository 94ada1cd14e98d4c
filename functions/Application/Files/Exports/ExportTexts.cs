using Kinerja.Application.Files.Prints;
using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Surveys;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Files.Exports;

/// <summary>
/// Names of the API's as cells, with what people call them. A spreadsheet says the words, JSON lines the name.
/// </summary>
internal static class ExportTexts
{
    internal static SheetCell Assessed { get; } = Cell("assessed", ("Assessed", "Dinilai"));

    internal static SheetCell NotInRun { get; } = Cell(
        "notInRun", ("Not in this evaluation", "Tidak ikut evaluasi ini"));

    internal static SheetCell Complete { get; } = Cell("complete", ("Complete", "Lengkap"));

    internal static SheetCell Ranked { get; } = Cell("ranked", ("Ranked", "Diperingkat"));

    internal static SheetCell Of(MonthState state) => Cell(state, state switch
    {
        MonthState.Complete => ("Complete", "Lengkap"),
        MonthState.OpenDays => ("Days are still open", "Ada hari terbuka"),
        MonthState.MonthNotOver => ("The month is not over", "Bulan belum berakhir"),
        MonthState.NotInService => ("Not in service", "Tidak bertugas"),
        MonthState.NoPolicy => ("No deduction scheme yet", "Belum ada aturan potongan"),
        MonthState.NotInPayroll => ("Closed without this person", "Ditutup tanpa pegawai ini"),
    });

    internal static SheetCell Of(NoFactorReason why) => Cell(why, why switch
    {
        NoFactorReason.NotAssessed => ("Not assessed", "Tidak dinilai"),
        NoFactorReason.OtherCycle => (
            "The allowance table is for other periods", "Tabel tunjangan untuk periode lain"),
        NoFactorReason.NoPolicy => ("No allowance table yet", "Belum ada tabel tunjangan"),
    });

    internal static SheetCell Of(EmploymentKind kind) => Cell(kind, kind switch
    {
        EmploymentKind.Pns => ("PNS", "PNS"),
        EmploymentKind.Pppk => ("PPPK", "PPPK"),
    });

    internal static SheetCell Of(QuestionKind kind) => Cell(kind, kind switch
    {
        QuestionKind.Scale => ("Five steps", "Lima tingkat"),
        QuestionKind.Choice => ("One choice", "Satu pilihan"),
        QuestionKind.Text => ("In words", "Kalimat bebas"),
    });

    internal static SheetCell Of(SurveyRowState state) => Cell(state, state switch
    {
        SurveyRowState.Counted => ("Counted", "Dihitung"),
        SurveyRowState.Words => ("One answer", "Satu jawaban"),
        SurveyRowState.TooFew => ("Too few to be shown", "Terlalu sedikit untuk ditampilkan"),
        SurveyRowState.GroupsLeftOut => ("Groups that are not shown", "Kelompok yang tidak ditampilkan"),
    });

    /// <summary>A group's name of the API's; a unit's id, which is none, stands as it is.</summary>
    internal static SheetCell OfGroup(string? group) => group switch
    {
        "central" => Cell(group, ("Central agency", "Instansi pusat")),
        "local" => Cell(group, ("Local agency", "Instansi daerah")),
        "pns" => Of(EmploymentKind.Pns),
        "pppk" => Of(EmploymentKind.Pppk),
        _ => group,
    };

    /// <summary>Why nobody gets the reward, by the names as they were published; empty: it is not so.</summary>
    internal static SheetCell OfExclusions(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return default;
        }

        var words = names.Select(name => WordsOf(StoredValues.Enum<RewardExclusions>(name))).ToList();
        return Cell(
            string.Join(' ', names),
            (string.Join(", ", words.Select(one => one.English)), string.Join(", ", words.Select(o => o.Indonesian))));
    }

    internal static SheetCell Of(NotAssessedReason reason) => Cell(reason, PrintTexts.Of(reason));

    internal static SheetCell Of(RunState state) => Cell(state, PrintTexts.Of(state));

    internal static SheetCell Of(Predicate predicate) => Cell(predicate, PrintTexts.Of(predicate));

    internal static SheetCell Of(ExpectationLevel level) => Cell(level, PrintTexts.Of(level));

    internal static SheetCell Of(TopShare share) => Cell(share, PrintTexts.Of(share));

    internal static SheetCell Of(DayStatus status) => Cell(status, PrintTexts.Of(status));

    private static Words WordsOf(RewardExclusions reason) => reason switch
    {
        RewardExclusions.None => ("nothing", "tidak ada"),
        RewardExclusions.DisciplineInProcess => (
            "a discipline case being examined", "perkara disiplin sedang diperiksa"),
        RewardExclusions.DisciplineServing => (
            "a punishment being served", "hukuman disiplin sedang dijalani"),
        RewardExclusions.NewStaff => ("new staff", "pegawai baru"),
        _ => throw new ArgumentException($"{reason} is more than one reason."),
    };

    private static SheetCell Cell<T>(T value, Words words)
        where T : struct, Enum => Cell(JsonFormat.Name(value), words);

    private static SheetCell Cell(string name, Words words) => new(name, null) { Said = words };
}
