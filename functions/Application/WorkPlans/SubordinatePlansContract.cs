using System.Globalization;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

public sealed record MatrixCellResponse(string EmployeeId, string ResultId, string Kind, string Words, string State)
{
    internal static MatrixCellResponse Of(MatrixCell cell) => new(
        cell.EmployeeId.ToString(),
        cell.Result.Id.ToString(),
        JsonFormat.Name(cell.Result.Kind),
        cell.Result.Words,
        JsonFormat.Name(cell.State));
}

public sealed record MatrixColumnResponse(
    string ResultId, string Kind, string Words, IReadOnlyList<MatrixCellResponse> Cells);

public sealed record RolesMatrixResponse(
    string LeaderId, string Year, IReadOnlyList<string> People, IReadOnlyList<MatrixColumnResponse> Columns,
    IReadOnlyList<MatrixCellResponse> Apart)
{
    public static RolesMatrixResponse Of(RolesMatrix matrix) => new(
        matrix.LeaderId.ToString(),
        matrix.Year.ToString(CultureInfo.InvariantCulture),
        [.. matrix.People.Select(p => p.ToString())],
        [.. matrix.Columns.Select(c => new MatrixColumnResponse(
            c.Result.Id.ToString(), JsonFormat.Name(c.Result.Kind), c.Result.Words,
            [.. c.Cells.Select(MatrixCellResponse.Of)]))],
        [.. matrix.Apart.Select(MatrixCellResponse.Of)]);
}

public sealed record MissingPlanResponse(
    string EmployeeId, string From, string DueOn, int? DraftedVersion, bool Overdue);

public sealed record MissingPlanListResponse(
    string RaterId, string Year, string AsOf, IReadOnlyList<MissingPlanResponse> People)
{
    public static MissingPlanListResponse Of(MissingPlans missing) => new(
        missing.RaterId.ToString(),
        missing.Year.ToString(CultureInfo.InvariantCulture),
        LocalDatePattern.Iso.Format(missing.AsOf),
        [.. missing.People.Select(p => new MissingPlanResponse(
            p.EmployeeId.ToString(),
            LocalDatePattern.Iso.Format(p.From),
            LocalDatePattern.Iso.Format(p.DueOn),
            p.DraftedVersion,
            p.Overdue))]);
}
