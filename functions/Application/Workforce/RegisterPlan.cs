using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>What one entry of a list makes of what stood before it; the same where it changes nothing.</summary>
public sealed record RegisterStep<T>(T? Before, T After)
    where T : class;

/// <summary>A list as it would be written, in its order, and the date in the agency's zone.</summary>
public record RegisterPlan<T>(LocalDate Today, IReadOnlyList<RegisterStep<T>> Steps)
    where T : class;

/// <summary>A list of people as it would be written.</summary>
public sealed record PeoplePlan(LocalDate Today, IReadOnlyList<RegisterStep<Employment>> Steps)
    : RegisterPlan<Employment>(Today, Steps)
{
    /// <summary>Whose NIP is not known yet.</summary>
    public IReadOnlySet<EmployeeId> NewNips { get; init; } = new HashSet<EmployeeId>();

    /// <summary>
    /// What stood before the list; null where it was read without the tags that its next write must bring.
    /// </summary>
    public IReadOnlyDictionary<EmployeeId, Tagged<Employment>>? Held { get; init; }
}
