using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.WorkPlans;

/// <summary>
/// Somebody without an agreed plan. <paramref name="DraftedVersion"/> is null when nobody wrote one; overdue is who has
/// none after <paramref name="DueOn"/>, a list for the leader and nothing else.
/// </summary>
public sealed record MissingPlan(
    EmployeeId EmployeeId, LocalDate From, LocalDate DueOn, int? DraftedVersion, bool Overdue)
{
    /// <summary>
    /// What is missing for a person in that year: a plan from 1 January, or from the first day in service if that is
    /// later; and every plan after a change of post that nobody agreed to yet. A person who starts after the year
    /// misses nothing.
    /// </summary>
    public static IEnumerable<MissingPlan> Of(
        Employee person, int year, IReadOnlyCollection<WorkPlan> latest, IReadOnlyCollection<WorkPlan> agreed,
        WorkPlanPolicy policy, LocalDate today)
    {
        if (person.StartedOn?.Year > year)
        {
            return [];
        }

        var open = latest.Where(p => agreed.All(a => a.From != p.From)).OrderBy(p => p.From)
            .Select(p => (p.From, Version: (int?)p.Version));
        var first = LocalDate.Max(new LocalDate(year, 1, 1), person.StartedOn ?? LocalDate.MinIsoValue);
        return (latest.Count == 0 ? [(first, null)] : open).Select(p => new MissingPlan(
            person.Id, p.From, policy.DueOn(p.From), p.Version, today > policy.DueOn(p.From)));
    }
}
