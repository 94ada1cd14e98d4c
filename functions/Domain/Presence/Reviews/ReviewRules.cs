using System.Globalization;
using System.Text.Json;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Presence.Reviews;

/// <summary>
/// When a review is opened, what it shows, and who decides it. A decision covers the check-ins that it saw: what is
/// seen afterwards opens the next review, and a sweep that sees nothing new changes nothing.
/// </summary>
public static class ReviewRules
{
    /// <param name="evidence">Of one person, signal and month; at least one.</param>
    /// <param name="known">The reviews there are of that person, signal and month.</param>
    /// <returns>The review to be written, or null when what stands says it all.</returns>
    public static Review? Open(
        AgencyId agency,
        Employee employee,
        YearMonth month,
        IReadOnlyCollection<Evidence> evidence,
        IReadOnlyCollection<Review> known,
        string policyVersion,
        Instant now)
    {
        var decided = known.Where(r => r.State != ReviewState.Open).SelectMany(r => r.Evidence)
            .SelectMany(e => e.Subjects).ToHashSet();
        var fresh = evidence.Where(e => !e.Subjects.All(decided.Contains))
            .OrderBy(e => e.Date).ThenBy(e => e.Subjects.First(), StringComparer.Ordinal).ToList();
        if (fresh.Count == 0)
        {
            return null;
        }

        var open = known.FirstOrDefault(r => r.State == ReviewState.Open);
        if (open is not null && open.RaterId == employee.RaterId && Same(open.Evidence, fresh))
        {
            return null;
        }

        return open is not null
            ? open with { Evidence = fresh, RaterId = employee.RaterId }
            : new Review(
                agency,
                IdOf(month, fresh[0].Signal, known.Count + 1, employee.Id),
                employee.Id,
                employee.RaterId,
                fresh[0].Signal,
                month,
                fresh,
                now,
                policyVersion,
                []);
    }

    /// <summary>
    /// By the person's rater of record or a delegate. The same decision again adds nothing to the trail.
    /// </summary>
    public static Result<Review> Decide(Review review, RatersOnDay raters, ReviewDecision decision)
    {
        if (!raters.Include(decision.DecidedBy))
        {
            return Refusal.NotTheRater(
                "/decidedById", "Only the person's rater of record or a delegate decides this review.");
        }

        return review.Trail is [.., var last] && last == decision with { At = last.At, Actor = last.Actor }
            ? review
            : review with { Trail = [.. review.Trail, decision] };
    }

    private static bool Same(IReadOnlyList<Evidence> one, IReadOnlyList<Evidence> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First.IsSameAs(pair.Second));

    private static ReviewId IdOf(YearMonth month, SignalKind signal, int number, EmployeeId employee) =>
        ReviewId.Parse(string.Create(
            CultureInfo.InvariantCulture,
            $"{month.Year:D4}{month.Month:D2}-{JsonNamingPolicy.CamelCase.ConvertName(signal.ToString())}-{number}-{employee}")).Value;
}
