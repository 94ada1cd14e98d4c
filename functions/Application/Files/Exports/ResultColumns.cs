using Kinerja.Application.Files.Sheets;
using Kinerja.Domain;

namespace Kinerja.Application.Files.Exports;

/// <summary>A row a person: what came out of the period, or why nothing did.</summary>
internal static class ResultColumns
{
    internal static readonly IReadOnlyList<SheetColumn<ResultLine>> All =
    [
        new("employeeId", "Employee", "Pegawai", l => l.EmployeeId.ToString()),
        new("unitId", "Unit", "Unit kerja", l => l.UnitId.ToString()),
        new("unitName", "Name of the unit", "Nama unit kerja", l => l.UnitName),
        new("period", "Period", "Periode", l => l.Run.Period.ToString()),
        new("revision", "Revision", "Revisi", l => l.Run.Revision),
        new("runState", "State of the run", "Status evaluasi", l => ExportTexts.Of(l.Run.State)),
        new("state", "State", "Status", l => l.State),
        new(
            "predicate", "Predicate", "Predikat",
            l => l.Assessment is { } a ? ExportTexts.Of(a.Predicate) : default),
        new("result", "Result of work", "Hasil kerja", l => l.Assessment is { } a ? ExportTexts.Of(a.Result) : default),
        new(
            "behaviour", "Behaviour", "Perilaku kerja",
            l => l.Assessment is { } a ? ExportTexts.Of(a.Behaviour) : default),
        new("score", "Score", "Nilai", l => Of(l.Assessment?.Score)),
        new("behaviourScore", "Score of behaviour", "Nilai perilaku", l => Of(l.Assessment?.BehaviourScore)),
        new("policy", "Policy", "Kebijakan", l => l.Evaluation?.PolicyVersion),
    ];

    internal static SheetCell Of(Score? score) => score?.Hundredths / 100m;
}
