using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>
/// A person's move from one agency to another (mutasi; agencies split or merged), recorded by the agency that receives
/// the person. It is the same person under two ids, which one NIP in both agencies shows.
/// </summary>
/// <param name="ToAgencyId">The agency that receives the person and records the move.</param>
/// <param name="EmployeeId">The person there.</param>
/// <param name="FromAgencyId">The agency that the person comes from.</param>
/// <param name="FromEmployeeId">The same person there.</param>
/// <param name="On">The first day in the receiving agency; the day before is the last in the other.</param>
public sealed record Move(
    AgencyId ToAgencyId, EmployeeId EmployeeId, AgencyId FromAgencyId, EmployeeId FromEmployeeId, LocalDate On)
{
    public Instant RecordedAt { get; init; }

    /// <summary>Counts from 1 with every change: recorded, withdrawn, recorded again.</summary>
    public int Version { get; init; } = 1;

    /// <summary>It was recorded by mistake, or the same move was recorded for another day.</summary>
    public bool Withdrawn { get; init; }

    public Actor? Actor { get; init; }

    public bool BringsTo(AgencyId agency, EmployeeId person) =>
        !Withdrawn && ToAgencyId == agency && EmployeeId == person;

    public bool TakesFrom(AgencyId agency, EmployeeId person) =>
        !Withdrawn && FromAgencyId == agency && FromEmployeeId == person;

    public bool HasSameEnds(Move other) =>
        (ToAgencyId, EmployeeId, FromAgencyId, FromEmployeeId)
        == (other.ToAgencyId, other.EmployeeId, other.FromAgencyId, other.FromEmployeeId);
}

/// <summary>A person's days in one agency, first and last included.</summary>
public sealed record ServiceStretch(AgencyId AgencyId, EmployeeId EmployeeId, LocalDate From, LocalDate To)
{
    /// <summary>For as long as anybody asks: whoever never moved.</summary>
    public static ServiceStretch Always(AgencyId agency, EmployeeId person) =>
        new(agency, person, LocalDate.MinIsoValue, LocalDate.MaxIsoValue);

    public bool Holds(LocalDate date) => date >= From && date <= To;

    public bool Meets(YearMonth month) =>
        month.OnDayOfMonth(1) <= To && month.ToDateInterval().End >= From;
}

/// <summary>Which moves can be, and what they say of where somebody served.</summary>
public static class MoveRules
{
    /// <summary>
    /// The move as it may be recorded, and an earlier record that it replaces. One stay in an agency has one arrival:
    /// the same move with another day corrects the day, and another origin without having left contradicts.
    /// </summary>
    /// <param name="asked">What the receiving agency records.</param>
    /// <param name="known">All moves of the person to and from that agency, withdrawn ones too.</param>
    public static Result<MoveToWrite> Accept(Move asked, IReadOnlyCollection<Move> known)
    {
        var left = known.Where(m => m.TakesFrom(asked.ToAgencyId, asked.EmployeeId)).Select(m => m.On).ToList();
        if (left.Contains(asked.On))
        {
            return Contradicts(asked, "On this day the person moved away from here. A stay has at least one day.");
        }

        var came = known.Where(m => m.BringsTo(asked.ToAgencyId, asked.EmployeeId)).ToList();
        var same = came.FirstOrDefault(m => m.On == asked.On)
            ?? came.FirstOrDefault(m => !left.Exists(day => IsBetween(day, m.On, asked.On)));
        return same is not null && !same.HasSameEnds(asked)
            ? Contradicts(asked, "The person has come from elsewhere already, and has not left since.")
            : new MoveToWrite(asked, same is not null && same.On != asked.On ? same : null);
    }

    /// <summary>The person's last arrival in that agency on or before the day; null when none is recorded.</summary>
    public static Move? ArrivalBy(
        IEnumerable<Move> moves, AgencyId agency, EmployeeId person, LocalDate date) =>
        moves.Where(m => m.BringsTo(agency, person) && m.On <= date).MaxBy(m => m.On);

    /// <summary>
    /// The day on which the person moved away from that agency and has not come back; null when that is not recorded.
    /// Of two agencies that claim the person the earlier day counts.
    /// </summary>
    public static LocalDate? LeftOn(IReadOnlyCollection<Move> moves, AgencyId agency, EmployeeId person)
    {
        var came = ArrivalBy(moves, agency, person, LocalDate.MaxIsoValue)?.On ?? LocalDate.MinIsoValue;
        return moves.Where(m => m.TakesFrom(agency, person) && m.On > came).Select(m => (LocalDate?)m.On).Min();
    }

    /// <summary>Whether the person had moved away by that day, and had not come back.</summary>
    public static bool IsGone(ServiceOf service, IReadOnlyCollection<Move> moves, LocalDate date)
    {
        var left = moves.Where(m => m.TakesFrom(service.AgencyId, service.Employment.Id) && m.On <= date)
            .Select(m => (LocalDate?)m.On).Max();
        var came = ArrivalBy(moves, service.AgencyId, service.Employment.Id, date)?.On;
        return left is not null && !(came >= left);
    }

    /// <summary>
    /// The first day since the earliest one on which the person still serves an agency that he or she moved away from,
    /// and no secondment says why; null when there is none.
    /// </summary>
    /// <param name="service">The person's service in that agency.</param>
    /// <param name="moves">The moves to and from it.</param>
    /// <param name="earliest">Days before it are past mending.</param>
    /// <param name="today">The last day that is looked at.</param>
    /// <param name="explained">Whether a secondment between the agencies holds on a day.</param>
    public static LocalDate? ServesAfterMove(
        ServiceOf service, IReadOnlyCollection<Move> moves, LocalDate earliest, LocalDate today,
        Func<LocalDate, bool> explained)
    {
        var days = Period.DaysBetween(earliest, today) + 1;
        return Enumerable.Range(0, Math.Max(0, days)).Select(i => (LocalDate?)earliest.PlusDays(i)).FirstOrDefault(
            day => IsGone(service, moves, day!.Value) && service.Employment.On(day.Value).Active
                && !explained(day.Value));
    }

    private static bool IsBetween(LocalDate day, LocalDate one, LocalDate other) =>
        day > LocalDate.Min(one, other) && day < LocalDate.Max(one, other);

    private static Refusal Contradicts(Move asked, Sentence why) => new(
        RefusalKind.Conflict, RefusalCodes.MoveContradicts, $"{asked.EmployeeId}: {why}")
    {
        Faults = [new("/on", why)],
    };
}

/// <summary>What is recorded, and the record of the same move that it takes the place of; null: none.</summary>
public sealed record MoveToWrite(Move Move, Move? Replaces);

/// <summary>A person's service in one agency.</summary>
public sealed record ServiceOf(AgencyId AgencyId, Employment Employment);
