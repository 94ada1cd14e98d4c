using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>
/// A rater of record let somebody else act as rater (PP 30/2019 art. 1: the direct superior or a delegate), from a day
/// up to but not including another; <paramref name="GrantedById"/> answers for it. The rater keeps the right besides.
/// Version counts from 1 with every change.
/// </summary>
public sealed record Delegation(
    EmployeeId RaterId,
    EmployeeId DelegateId,
    LocalDate From,
    LocalDate To,
    EmployeeId GrantedById,
    string Reason,
    Instant WrittenAt,
    int Version)
{
    public Actor? Actor { get; init; }

    public bool HoldsOn(LocalDate date) => date >= From && date < To;
}

/// <summary>
/// Who acts as a person's rater on a day: whoever does may rate, rule, decide corrections and reviews, and approve.
/// </summary>
/// <param name="Person">As registered on that day.</param>
/// <param name="Acting">Delegations of the person's rater, without those that <see cref="DelegationRules.MayActFor"/>
/// forbids.</param>
/// <param name="Day">The day.</param>
public sealed record RatersOnDay(Employee Person, IReadOnlyList<Delegation> Acting, LocalDate Day)
{
    /// <summary>The rater of record first; nobody where there is none.</summary>
    public IReadOnlyList<EmployeeId> All =>
        [.. Acting.Select(d => d.DelegateId).Prepend(Person.RaterId ?? Person.Id).Distinct().Where(Include)];

    public bool Include(EmployeeId who) => DelegationRules.ActsAsRater(Person, who, Acting, Day);
}

/// <summary>Who may act as somebody's rater, and which delegations are sound.</summary>
public static class DelegationRules
{
    /// <summary>A delegation bridges an absence; whoever takes over for good becomes the rater of record.</summary>
    public const int MostDays = 366;

    /// <summary>
    /// The rater of record, or a delegate of his on that day. Nobody rates himself, also not as somebody's delegate.
    /// </summary>
    public static bool ActsAsRater(
        Employee person, EmployeeId who, IEnumerable<Delegation> delegations, LocalDate today) =>
        person.RaterId is { } rater && who != person.Id
        && (who == rater || delegations.Any(d => d.RaterId == rater && d.DelegateId == who && d.HoldsOn(today)));

    /// <summary>
    /// Nobody acts as rater over his own, since whoever that person rates would judge the one who judges him; and
    /// nobody who has left service.
    /// </summary>
    public static bool MayActFor(Employee person, Employee deputy) => deputy.Active && deputy.RaterId != person.Id;

    /// <summary>
    /// A span of a year at most, to somebody else than the rater, granted by somebody else than who is to act.
    /// </summary>
    public static Result<Delegation> Accept(Delegation asked)
    {
        if (asked.To <= asked.From || Period.DaysBetween(asked.From, asked.To) > MostDays)
        {
            return Refusal.Malformed("/to", $"A day after from is expected, at most {MostDays} days later.");
        }

        if (asked.DelegateId == asked.RaterId)
        {
            return Refusal.Malformed("/delegateId", "Somebody other than the rater is expected.");
        }

        return asked.GrantedById == asked.DelegateId
            ? Refusal.Malformed("/grantedById", "Nobody makes himself a delegate.")
            : asked;
    }
}
