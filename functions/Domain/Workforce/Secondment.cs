using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>
/// A person who stays registered at home and works for another agency (penugasan) from a day up to but not including
/// another; the home agency records it.
/// </summary>
public sealed record Secondment(
    AgencyId HomeId, EmployeeId EmployeeId, AgencyId ToAgencyId, LocalDate From, LocalDate To)
{
    public Actor? Actor { get; init; }

    public DaysAway Days => new(From, To);

    public bool HoldsOn(LocalDate date) => Days.HoldsOn(date);
}

/// <summary>From a day up to but not including another, another agency has the person at work.</summary>
public readonly record struct DaysAway(LocalDate From, LocalDate To)
{
    public bool HoldsOn(LocalDate date) => date >= From && date < To;
}

/// <summary>One agency's person with a NIP, and to which agencies that agency has seconded him or her today.</summary>
public sealed record NipHolder(AgencyId AgencyId, EmployeeId EmployeeId)
{
    public IReadOnlyList<AgencyId> SecondedTo { get; init; } = [];

    /// <summary>The first day on which the person still serves there though moved away; null: none.</summary>
    public LocalDate? ServesAfterMoveOn { get; init; }
}

/// <summary>Which secondments are sound, and when a NIP in several agencies is a finding.</summary>
public static class SecondmentRules
{
    /// <summary>Five years: a longer stay is a move. No rule says it.</summary>
    public const int MostDays = 5 * 366;

    public static Result<Secondment> Accept(Secondment asked)
    {
        if (asked.To <= asked.From || Period.DaysBetween(asked.From, asked.To) > MostDays)
        {
            return Refusal.Malformed("/to", $"A day after from is expected, at most {MostDays} days later.");
        }

        return asked.ToAgencyId == asked.HomeId
            ? Refusal.Malformed("/toAgencyId", "Another agency than the person's own is expected.")
            : asked;
    }

    /// <summary>
    /// Of those who serve today under one NIP, one is at home, and another's secondment explains each of the rest. More
    /// than one that nothing explains is a finding.
    /// </summary>
    public static bool IsFinding(IReadOnlyCollection<NipHolder> serving) =>
        serving.Count(one => !serving.Any(
            other => other.AgencyId != one.AgencyId && other.SecondedTo.Contains(one.AgencyId))) > 1;
}
