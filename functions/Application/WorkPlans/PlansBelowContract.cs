using System.Globalization;
using Kinerja.Application.Json;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

public sealed record MatrixCellAnswer(string EmployeeId, string ResultId, string Kind, string Words, string State)
{
    internal static MatrixCellAnswer Of(MatrixCell cell) => new(
        cell.EmployeeId.ToString(),
        cell.Result.Id.ToString(),
        JsonFormat.Name(cell.Result.Kind),
        cell.Result.Words,
        JsonFormat.Name(cell.State));
}

public sealed record MatrixColumnAnswer(string ResultId, string Kind, string Words, IReadOnlyList<MatrixCellAnswer> Cells);

public sealed record RolesMatrixAnswer(
    string LeaderId, string Year, IReadOnlyList<string> People, IReadOnlyList<MatrixColumnAnswer> Columns, IReadOnlyList<MatrixCellAnswer> Apart)
{
    public static RolesMatrixAnswer Of(RolesMatrix matrix) => new(
        matrix.LeaderId.ToString(),
        matrix.Year.ToString(CultureInfo.InvariantCulture),
        [.. matrix.People.Select(p => p.ToString())],
        [.. matrix.Columns.Select(c => new MatrixColumnAnswer(
            c.Result.Id.ToString(), JsonFormat.Name(c.Result.Kind), c.Result.Words, [.. c.Cells.Select(MatrixCellAnswer.Of)]))],
        [.. matrix.Apart.Select(MatrixCellAnswer.Of)]);
}

public sealed record MissingPlanAnswer(string EmployeeId, string From, string DueOn, int? DraftedVersion, bool Overdue);

public sealed record MissingPlanListAnswer(string RaterId, string Year, string AsOf, IReadOnlyList<MissingPlanAnswer> People)
{
    public static MissingPlanListAnswer Of(MissingPlans missing) => new(
        missing.RaterId.ToString(),
        missing.Year.ToString(CultureInfo.InvariantCulture),
        LocalDatePattern.Iso.Format(missing.AsOf),
        [.. missing.People.Select(p => new MissingPlanAnswer(
            p.EmployeeId.ToString(),
            LocalDatePattern.Iso.Format(p.From),
            LocalDatePattern.Iso.Format(p.DueOn),
            p.DraftedVersion,
            p.Overdue))]);
}
