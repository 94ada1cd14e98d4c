namespace Kinerja.Domain.WorkPlans;

/// <summary>A cell's content: somebody's result that serves the column's.</summary>
public sealed record MatrixCell(EmployeeId EmployeeId, PlannedResult Result, WorkPlanState State);

/// <summary>One result of the leader, and what the people below plan for it; empty when nobody serves it yet.</summary>
public sealed record MatrixColumn(PlannedResult Result, IReadOnlyList<MatrixCell> Cells);

/// <summary>
/// Roles and results of those below a leader (matriks pembagian peran dan hasil, PermenPANRB 6/2022): a column for each
/// result of the leader, a row for each person, in the cells what each plans for it. Latest versions count, agreed or
/// not, since the matrix is the dialogue's table. Results that serve none of the columns are shown apart, nothing is
/// left out.
/// </summary>
public sealed record RolesMatrix(
    EmployeeId LeaderId,
    int Year,
    IReadOnlyList<EmployeeId> People,
    IReadOnlyList<MatrixColumn> Columns,
    IReadOnlyList<MatrixCell> Apart)
{
    /// <summary>
    /// A result that stands in several plans of the leader's year is one column, worded as in the last of them.
    /// </summary>
    public static RolesMatrix Of(
        EmployeeId leader, int year, IEnumerable<WorkPlan> leaders, IEnumerable<EmployeeId> people,
        IEnumerable<WorkPlan> plansBelow)
    {
        var columns = leaders.OrderBy(p => p.From).SelectMany(p => p.Content.Results)
            .GroupBy(r => r.Id).Select(same => same.Last()).OrderBy(r => r.Id).ToList();
        var cells = plansBelow.OrderBy(p => p.EmployeeId).ThenBy(p => p.From)
            .SelectMany(p => p.Content.Results.OrderBy(r => r.Id).Select(r => new MatrixCell(p.EmployeeId, r, p.State)))
            .ToList();
        var known = columns.Select(c => c.Id).ToHashSet();
        return new RolesMatrix(
            leader,
            year,
            [.. people.Order()],
            [.. columns.Select(c => new MatrixColumn(c, [.. cells.Where(cell => cell.Result.ServesId == c.Id)]))],
            [.. cells.Where(cell => cell.Result.ServesId is not { } serves || !known.Contains(serves))]);
    }
}
