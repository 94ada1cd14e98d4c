using Kinerja.Application.Files.Sheets;

namespace Kinerja.Application.Files.Exports;

/// <summary>A row a person: the percentage of the allowance that follows from the predicate, or why none.</summary>
internal static class AllowanceColumns
{
    internal static readonly IReadOnlyList<SheetColumn<AllowanceLine>> All =
    [
        new("employeeId", "Employee", "Pegawai", l => l.Result.EmployeeId.ToString()),
        new("unitId", "Unit", "Unit kerja", l => l.Result.UnitId.ToString()),
        new("unitName", "Name of the unit", "Nama unit kerja", l => l.Result.UnitName),
        new("period", "Period", "Periode", l => l.Result.Run.Period.ToString()),
        new("revision", "Revision", "Revisi", l => l.Result.Run.Revision),
        new("runState", "State of the run", "Status evaluasi", l => ExportTexts.Of(l.Result.Run.State)),
        new("state", "State", "Status", l => l.State),
        new(
            "predicate", "Predicate", "Predikat",
            l => l.Factor.Predicate is { } predicate ? ExportTexts.Of(predicate) : default),
        new("appliesTo", "Applies to", "Berlaku untuk", l => l.Factor.AppliesTo.ToString()),
        new("percent", "Allowance, %", "Tunjangan, %", l => l.Factor.Percent),
        new("table", "Table", "Tabel tunjangan", l => l.Factor.TableVersion),
        new("basis", "Basis", "Dasar", l => l.Factor.Basis),
    ];
}
