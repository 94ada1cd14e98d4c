using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.FlexibleWork;

/// <summary>
/// A circular's share: from <paramref name="From"/> up to but not including <paramref name="To"/>, at least that many
/// percent of the people of these units (of every unit, when none is named) are at the office.
/// </summary>
public sealed record OfficeShare(
    LocalDate From, LocalDate To, int LeastPercent, IReadOnlyList<UnitId> Units, string Source)
{
    public bool HoldsFor(UnitId unit, LocalDate date) =>
        date >= From && date < To && (Units.Count == 0 || Units.Contains(unit));
}

/// <summary>
/// From that day on these units take part, or who holds these posts in them; without units, in any unit. A wave that
/// names neither is for everybody whom no other wave names.
/// </summary>
public sealed record RolloutWave(LocalDate From, IReadOnlyList<UnitId> Units)
{
    public IReadOnlyList<PostId> Posts { get; init; } = [];

    internal bool IsForOthers => Units.Count == 0 && Posts.Count == 0;

    internal bool Names(UnitId unit, PostId? post) =>
        !IsForOthers
        && (Units.Count == 0 || Units.Contains(unit))
        && (Posts.Count == 0 || (post is { } held && Posts.Contains(held)));
}

/// <summary>
/// An agency's rules of flexible work as they hold on some date (PermenPANRB 4/2025: each agency designs its own
/// pattern; it is optional and no right). The figures are policy, not law: the regulation leaves them to the agency.
/// </summary>
public sealed record FlexibleWorkPolicy(string Version)
{
    /// <summary>Days of the week on which anybody may work elsewhere.</summary>
    public required IReadOnlyList<IsoDayOfWeek> DaysAllowed { get; init; }

    /// <summary>Most days elsewhere of one person in a week from Monday to Sunday (seed 001: about one).</summary>
    public required int DaysPerWeek { get; init; }

    /// <summary>
    /// Most working days elsewhere in a row, days off between them passed over: nobody is away for good.
    /// </summary>
    public required int MostInARow { get; init; }

    /// <summary>Months after the first day in service during which a person is new.</summary>
    public required int NewStaffMonths { get; init; }

    /// <summary>
    /// Whether it is a reward, so that a person needs an entitlement (PP 30/2019 pilot: the best 20%).
    /// </summary>
    public required bool NeedsEntitlement { get; init; }

    /// <summary>Whether a day elsewhere must have been planned.</summary>
    public required bool PlanRequired { get; init; }

    /// <summary>
    /// Least percent of a unit's people at the office when no circular says otherwise (SE 1/2024: 50).
    /// </summary>
    public required int LeastOfficePercent { get; init; }

    public required IReadOnlyList<OfficeShare> OfficeShares { get; init; }

    /// <summary>Units of the trial; empty: all.</summary>
    public required IReadOnlyList<UnitId> PilotUnits { get; init; }

    /// <summary>Posts of the trial; empty: all.</summary>
    public required IReadOnlyList<PostId> PilotPosts { get; init; }

    /// <summary>Empty: everybody at once.</summary>
    public required IReadOnlyList<RolloutWave> Waves { get; init; }

    /// <summary>Kinds of work that the agency rules out beside the shipped ones.</summary>
    public required IReadOnlyList<string> DeniedCategories { get; init; }

    /// <summary>
    /// Kinds of work of the agency's own that posts may name beside the shipped ones; none is ruled out by it.
    /// </summary>
    public IReadOnlyList<string> OtherCategories { get; init; } = [];

    public required IReadOnlyList<PostId> DeniedPosts { get; init; }

    /// <summary>Whether the sectors of SE 1/2024 are ruled out too.</summary>
    public required bool DenyCircularSectors { get; init; }

    public bool IsInPilot(Employee employee) =>
        (PilotUnits.Count == 0 || PilotUnits.Contains(employee.UnitId))
        && (PilotPosts.Count == 0 || (employee.PostId is { } post && PilotPosts.Contains(post)));

    public bool HasBegunFor(UnitId unit, PostId? post, LocalDate date)
    {
        var named = Waves.Where(w => w.Names(unit, post)).ToList();
        var waves = named.Count > 0 ? named : [.. Waves.Where(w => w.IsForOthers)];
        return Waves.Count == 0 || waves.Exists(w => w.From <= date);
    }

    /// <summary>
    /// How many of a unit's people may work elsewhere on the date: rounded down, so that the share at the office is
    /// kept. Circulars go before the general share, and of several the strictest holds.
    /// </summary>
    public int MostElsewhere(UnitId unit, LocalDate date, int people)
    {
        var dated = OfficeShares.Where(s => s.HoldsFor(unit, date)).Select(s => s.LeastPercent);
        var least = dated.DefaultIfEmpty(LeastOfficePercent).Max();
        return people * (100 - least) / 100;
    }
}
