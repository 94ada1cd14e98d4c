using System.Globalization;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

public readonly struct MatrixCellResponse(MatrixCell cell)
{
    public EmployeeId EmployeeId => cell.EmployeeId;
    public PlanRowId ResultId => cell.Result.Id;
    public ResultKind Kind => cell.Result.Kind;
    public string Words => cell.Result.Words;
    public WorkPlanState State => cell.State;
}

public sealed record MatrixColumnResponse(
    PlanRowId ResultId, ResultKind Kind, string Words, IReadOnlyList<MatrixCellResponse> Cells);

public readonly struct RolesMatrixResponse(RolesMatrix matrix)
{
    public EmployeeId LeaderId => matrix.LeaderId;
    public string Year => matrix.Year.ToString(CultureInfo.InvariantCulture);
    public IReadOnlyList<EmployeeId> People => matrix.People;
    public IReadOnlyList<MatrixColumnResponse> Columns => [.. matrix.Columns.Select(c => new MatrixColumnResponse(
        c.Result.Id, c.Result.Kind, c.Result.Words,
        [.. c.Cells.Select(one => new MatrixCellResponse(one))]))];
    public IReadOnlyList<MatrixCellResponse> Apart => [.. matrix.Apart.Select(one => new MatrixCellResponse(one))];

    public static RolesMatrixResponse Of(RolesMatrix matrix) => new(matrix);
}

public readonly struct MissingPlanListResponse(MissingPlans missing)
{
    public EmployeeId RaterId => missing.RaterId;
    public string Year => missing.Year.ToString(CultureInfo.InvariantCulture);
    public LocalDate AsOf => missing.AsOf;
    public IReadOnlyList<MissingPlan> People => missing.People;

    public static MissingPlanListResponse Of(MissingPlans missing) => new(missing);
}
