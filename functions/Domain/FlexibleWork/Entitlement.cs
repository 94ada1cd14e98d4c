using NodaTime;

namespace Kinerja.Domain.FlexibleWork;

/// <summary>
/// What a reward allows (PP 30/2019 pilot, seed 001): a day at another place, a later start of the day, or days of
/// leave (libur).
/// </summary>
public enum EntitlementKind
{
    FlexiblePlace,
    FlexibleStart,
    DayOff,
}

/// <summary>
/// A reward that somebody granted: dated, revocable, never for good. It holds from <paramref name="From"/> up to but
/// not including <paramref name="To"/>. <paramref name="Start"/> is the person's own start of work (08:30) and belongs
/// to <see cref="EntitlementKind.FlexibleStart"/> only; <paramref name="DaysPerWeek"/> caps the days elsewhere and
/// belongs to <see cref="EntitlementKind.FlexiblePlace"/> only. <paramref name="Source"/> says where it came from, such
/// as "ranking 2026-Q1".
/// </summary>
public sealed record Entitlement(
    EmployeeId EmployeeId,
    EntitlementKind Kind,
    LocalDate From,
    LocalDate To,
    LocalTime? Start,
    int? DaysPerWeek,
    string Source,
    Instant GrantedAt)
{
    public Actor? Actor { get; init; }

    /// <summary>How many days of leave; given with <see cref="EntitlementKind.DayOff"/> and only then.</summary>
    public int? DaysOff { get; init; }

    /// <summary>The leave that uses them, by first day and reference.</summary>
    public IReadOnlyList<TakenDays> Taken { get; init; } = [];

    public int DaysTaken => Taken.Sum(one => one.Days);

    /// <summary>The official who granted it.</summary>
    public EmployeeId? DecidedBy { get; init; }

    /// <summary>Counts from 1 with every change, so that what is told of it has an order.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Null while nobody revoked it.</summary>
    public Revocation? Revoked { get; init; }

    public bool HoldsOn(LocalDate date) => date >= From && date < To && (Revoked is null || date < Revoked.From);

    /// <summary>
    /// Those of that kind that hold on the date. Each gives what it gives: a later one takes nothing from an earlier.
    /// </summary>
    public static IEnumerable<Entitlement> On(
        IEnumerable<Entitlement> granted, EntitlementKind kind, LocalDate date) =>
        granted.Where(e => e.Kind == kind && e.HoldsOn(date));

    public bool Equals(Entitlement? other) =>
        other is not null
        && (EmployeeId, Kind, From, To, Start, DaysPerWeek, DaysOff)
            == (other.EmployeeId, other.Kind, other.From, other.To, other.Start, other.DaysPerWeek, other.DaysOff)
        && (Source, GrantedAt, Actor, DecidedBy, Version, Revoked)
            == (other.Source, other.GrantedAt, other.Actor, other.DecidedBy, other.Version, other.Revoked)
        && Taken.SequenceEqual(other.Taken);

    public override int GetHashCode() => HashCode.Combine(EmployeeId, Kind, From, Version);
}

/// <summary>
/// From <paramref name="From"/> on the entitlement no longer holds; days before it stay as they were.
/// </summary>
public sealed record Revocation(LocalDate From, string Reason, Instant At)
{
    public Actor? Actor { get; init; }
}
