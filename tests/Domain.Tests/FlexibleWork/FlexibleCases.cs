using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.FlexibleWork;

internal static class FlexibleCases
{
    internal static readonly PostId Post = PostId.Parse("analis-kebijakan").Value;

    private static readonly string?[] Categories = [null, "policy-analysis", "research", "firefighter", "health"];

    /// <summary>A rewarded analyst of a unit of ten, five of whom may work elsewhere; nothing is planned yet.</summary>
    internal static FlexibleCase Good(LocalDate date) => new(
        Some.Employee() with { PostId = Post, StartedOn = new LocalDate(2012, 1, 1) },
        Some.Unit(),
        new Post(Post, "Analis Kebijakan", "policy-analysis", true),
        date)
    {
        Policy = FlexibleWorkPolicy.Template with { Version = "flexible-work-2026-01-01.1", NeedsEntitlement = true },
        Entitlements = [new(
            Some.Person(), EntitlementKind.FlexiblePlace, new LocalDate(2026, 1, 1), new LocalDate(2026, 4, 1), null, 1,
            "ranking 2025-Q4", Some.Morning)],
        PeopleInUnit = 10,
        IsWorkingDay = Some.Calendar.IsWorkingDay,
    };

    /// <summary>Any mixture; about one in five is eligible.</summary>
    internal static FlexibleCase Any(Random random)
    {
        var date = new LocalDate(2026, 2, 2).PlusDays(random.Next(60));
        var good = Good(date);
        bool Rarely() => random.Next(12) == 0;
        return good with
        {
            Employee = good.Employee with
            {
                Active = !Rarely(),
                Discipline = Rarely() ? DisciplineStatus.Serving : DisciplineStatus.None,
                StartedOn = date.PlusDays(-random.Next(1500)),
            },
            Unit = good.Unit with { DirectService = Rarely() },
            Post = Rarely()
                ? null
                : good.Post! with { Category = Categories[random.Next(5)], FlexibleWork = !Rarely() },
            Policy = Rarely() ? null : Policy(random, date),
            Entitlements = Rarely() ? [] : good.Entitlements,
            Planned = [.. Enumerable.Range(0, random.Next(3)).Select(_ => date.PlusDays(random.Next(-9, 10)))],
            PeopleInUnit = random.Next(1, 30),
            OthersElsewhere = random.Next(4),
        };
    }

    private static FlexibleWorkPolicy Policy(Random random, LocalDate date) => FlexibleWorkPolicy.Template with
    {
        DaysAllowed = [.. Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None && random.Next(8) > 0)],
        DaysPerWeek = random.Next(1, 4),
        MostInARow = random.Next(1, 4),
        NewStaffMonths = random.Next(13),
        NeedsEntitlement = random.Next(2) == 0,
        LeastOfficePercent = random.Next(101),
        PilotUnits = random.Next(6) == 0 ? [UnitId.Parse("lain").Value] : [],
        Waves = random.Next(3) == 0 ? [new(date.PlusDays(random.Next(-30, 10)), [])] : [],
        DenyCircularSectors = random.Next(2) == 0,
    };
}
