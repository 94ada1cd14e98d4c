using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

/// <summary>A plan as a client hands it over; version, rater and time are the server's to say.</summary>
public sealed record WorkPlanCommand(EmployeeId By, string? Reason, PlanContent Content);

/// <summary>The version names what the rater has read.</summary>
public sealed record PlanAgreementCommand(EmployeeId By, int Version, string? Words);

/// <summary>A quarter's realisation as the person hands it over.</summary>
public sealed record RealisationCommand(Quarter Quarter, IReadOnlyList<RealisedResult> Results);

/// <summary>Versions of work plans. A plan is named by its person and first day.</summary>
public interface IWorkPlans
{
    /// <summary>The latest version, agreed or not, with the tag that the next write must bring.</summary>
    Task<Tagged<WorkPlan>?> FindAsync(AgencyId agency, EmployeeId employee, LocalDate from, CancellationToken cancel);

    Task<WorkPlan?> FindVersionAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, int version, CancellationToken cancel);

    /// <summary>Every version of one plan, oldest first.</summary>
    IAsyncEnumerable<WorkPlan> ListVersionsAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, CancellationToken cancel);

    /// <summary>The latest version of each plan of that year, by first day.</summary>
    IAsyncEnumerable<WorkPlan> ListAsync(AgencyId agency, EmployeeId employee, int year, CancellationToken cancel);

    /// <summary>The version of each plan of that year that was agreed last: what counts. By first day.</summary>
    IAsyncEnumerable<WorkPlan> ListAgreedAsync(
        AgencyId agency, EmployeeId employee, int year, CancellationToken cancel);

    /// <summary>
    /// Adds a version on top of the one with the tag (null: it is the first); false when somebody else wrote meanwhile.
    /// </summary>
    Task<bool> AddVersionAsync(AgencyId agency, WorkPlan plan, string? tag, CancellationToken cancel);

    /// <summary>Writes the latest version's agreement; false when somebody else wrote meanwhile.</summary>
    Task<bool> AgreeAsync(AgencyId agency, WorkPlan plan, string tag, CancellationToken cancel);
}

/// <summary>What was reached, by plan and quarter.</summary>
public interface IRealisations
{
    Task<Tagged<Realisation>?> FindAsync(
        AgencyId agency, EmployeeId employee, LocalDate planFrom, Quarter quarter, CancellationToken cancel);

    /// <summary>Those of all the person's plans of that year, by plan and quarter.</summary>
    IAsyncEnumerable<Realisation> ListAsync(AgencyId agency, EmployeeId employee, int year, CancellationToken cancel);

    /// <summary>
    /// Writes a new one (tag null) or the next version of a known one; false when somebody else wrote meanwhile.
    /// </summary>
    Task<bool> PutAsync(AgencyId agency, Realisation realisation, string? tag, CancellationToken cancel);
}
