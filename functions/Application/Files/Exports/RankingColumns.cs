using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Tables;
using Kinerja.Domain.Evaluation;

namespace Kinerja.Application.Files.Exports;

/// <summary>A row a person, in the ranking's own order.</summary>
internal static class RankingColumns
{
    internal static readonly IReadOnlyList<SheetColumn<RankingRow>> All =
    [
        new("place", "Place", "Peringkat", r => r.Line?.Place),
        new("employeeId", "Employee", "Pegawai", r => r.EmployeeId.ToString()),
        new("period", "Period", "Periode", r => r.Run.Period.ToString()),
        new("revision", "Revision", "Revisi", r => r.Run.Revision),
        new("runState", "State of the run", "Status evaluasi", r => ExportTexts.Of(r.Run.State)),
        new("state", "State", "Status", r => r.LeftOut?.NotAssessed is { } reason
            ? ExportTexts.Of(StoredValues.Enum<NotAssessedReason>(reason))
            : ExportTexts.Ranked),
        new(
            "predicate", "Predicate", "Predikat", r => r.Line is { } line ? ExportTexts.Of(line.Predicate) : default),
        new("score", "Score", "Nilai", r => ResultColumns.Of(r.Line?.Score)),
        new("behaviourScore", "Score of behaviour", "Nilai perilaku", r => ResultColumns.Of(r.Line?.BehaviourScore)),
        new("percentRank", "Percent rank", "Peringkat persen", r => (decimal?)r.Line?.PercentRank),
        new("unitPlace", "Place in the unit", "Peringkat dalam unit", r => r.Line?.UnitPlace),
        new("topShare", "Top share", "Bagian terbaik", r => r.Line is { } line ? ExportTexts.Of(line.Top) : default),
        new(
            "excludedFromReward", "Why excluded from the reward", "Sebab dikecualikan dari penghargaan",
            r => ExportTexts.OfExclusions(r.LeftOut?.ExcludedFromReward ?? [])),
        new("unitId", "Unit", "Unit kerja", r => r.Released.UnitId?.ToString()),
        new("postCategory", "Category of post", "Kategori jabatan", r => r.Released.Facts.PostCategory),
        new("postClass", "Class of post", "Kelas jabatan", r => r.Released.Facts.PostClass),
        new(
            "employmentKind", "Kind of employment", "Jenis kepegawaian",
            r => r.Released.Facts.Kind is { } kind ? ExportTexts.Of(kind) : default),
    ];
}
