using System.Text.Json;
using Kinerja.Application.FlexibleWork;
using Kinerja.Application.Policies;
using Kinerja.Application.Tests.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Tests.FlexibleWork;

public sealed class FlexibleWorkTests
{
    /// <summary>Friday 6 February 2026; the clock stands on the Wednesday before.</summary>
    private static readonly LocalDate Friday = new(2026, 2, 6);

    private static readonly GeofenceId Home = GeofenceId.Parse("rumah").Value;

    private readonly World _world = new();

    [Fact]
    public async Task A_last_place_that_is_taken_between_look_and_write_is_not_given_twice()
    {
        await AdoptAsync();
        _world.FlexibleDays.BeforeWriting = () =>
        {
            _world.FlexibleDays.BeforeWriting = null;
            _world.FlexibleDays.Add(Some.AgencyId, Day("peg-head"));
        };

        var refusal = Refused.Is(RefusalCodes.NotEligible, await PlanAsync());
        Assert.StartsWith("unitShareReached:", Assert.Single(refusal.Faults).Detail, StringComparison.Ordinal);
        Assert.Single(_world.FlexibleDays.Rows);
    }

    [Fact]
    public async Task A_planned_day_moves_to_another_place_and_keeps_its_time()
    {
        await AdoptAsync();
        var other = GeofenceId.Parse("kafe").Value;
        PutFence(Some.Fence() with { Id = other, Kind = GeofenceKind.WfaArea });
        var planned = (await PlanAsync()).Value;
        _world.Clock.Advance(Duration.FromMinutes(5));
        var moved = await _world.PlanElsewhere.PutAsync(Some.Actor, Some.Person(), Friday, other, default);
        Assert.Equal(planned with { Place = other }, moved.Value);
    }

    [Fact]
    public async Task A_covered_day_has_no_finding_and_an_uncovered_one_tells_why()
    {
        await AdoptAsync();
        await PlanAsync();
        var found = await FindingsAsync(Worked(Friday), Worked(Friday.PlusDays(-2)));
        var finding = Assert.Single(found);
        Assert.Equal(Friday.PlusDays(-2), finding.Key);
        Assert.Equal(["notPlanned"], finding.Value.Reasons);
    }

    [Fact]
    public async Task Days_at_the_office_have_no_finding_and_those_elsewhere_without_a_policy_do()
    {
        var finding = Assert.Single(await FindingsAsync(Worked(Friday)));
        Assert.Contains("notAdopted", finding.Value.Reasons);
        await AdoptAsync();
        Assert.Empty(await FindingsAsync(Worked(Friday) with { Mode = WorkMode.Office }));
    }

    [Fact]
    public async Task A_start_as_a_reward_is_told_for_its_days_only()
    {
        await _world.GrantEntitlement.ExecuteAsync(
            Some.Actor, Some.Person(), Some.EntitlementCommand(EntitlementKind.FlexibleStart), default);
        var book = await _world.JudgeFlexibleDays.OfRangeAsync(
            Some.AgencyId, new YearMonth(2026, 2), HashRange.All, default);
        Assert.Equal([new LocalTime(8, 30)], book.StartsOf(Some.Person(), Friday));
        Assert.Empty(book.StartsOf(Some.Person(), new LocalDate(2026, 4, 1)));
        Assert.Empty(book.StartsOf(Some.Person("peg-head"), Friday));
    }

    [Fact]
    public void Every_reason_has_words_in_both_languages() => Assert.All(Enum.GetValues<FlexibleReason>(), reason =>
    {
        var text = FlexibleTexts.Of(reason);
        Assert.NotEqual(text.En, text.Id);
    });

    [Fact]
    public void A_policy_that_says_nothing_has_the_defaults_and_every_fault_is_told()
    {
        var read = Put("{}");
        Assert.Equal((1, 2, 12, 50, true, false), (
            read.Value.DaysPerWeek, read.Value.MostInARow, read.Value.NewStaffMonths, read.Value.LeastOfficePercent,
            read.Value.PlanRequired, read.Value.NeedsEntitlement));
        var bad = Put("""
            {"daysAllowed":["none"],"daysPerWeek":8,"officeShares":[{"from":"2026-02-02","to":"2026-02-02","leastPercent":101}],"waves":[{}]}
            """);
        Assert.Equal(
            [
                "/daysAllowed/0",
                "/daysPerWeek",
                "/officeShares/0/to",
                "/officeShares/0/leastPercent",
                "/officeShares/0/source",
                "/waves/0/from"
            ],
            bad.Refusal!.Faults.Select(f => f.Pointer));
    }

    private static Result<FlexibleWorkPolicy> Put(string json)
    {
        using var body = JsonDocument.Parse(json);
        return PolicyKinds.FlexibleWork.Read(body.RootElement, new LocalDate(2026, 1, 1), "v", ShippedFiles.Policies);
    }

    /// <summary>A unit of two, of whom one may be elsewhere; the person is a listed analyst with a home.</summary>
    private async Task AdoptAsync()
    {
        using var policy = JsonDocument.Parse("{}");
        var put = await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.FlexibleWork, new LocalDate(2026, 1, 1), null, policy.RootElement, default);
        Assert.Null(put.Refusal);
        _world.Workforce.Add(Some.AgencyId, Some.Post());
        _world.Add(
            Some.Employee() with { PostId = Some.PostId },
            Some.Employee("peg-head", null) with { PostId = Some.PostId });
        PutFence(Some.Fence() with { Id = Home, Kind = GeofenceKind.Home });
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
    }

    private void PutFence(Geofence fence)
    {
        _world.Geofences.Current[(Some.AgencyId, fence.Id)] = fence;
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
    }

    private Task<Result<FlexibleDay>> PlanAsync() =>
        _world.PlanElsewhere.PutAsync(Some.Actor, Some.Person(), Friday, Home, default);

    private async Task<IReadOnlyDictionary<LocalDate, FlexibleFinding>> FindingsAsync(params CheckIn[] checkIns)
    {
        var book = await _world.JudgeFlexibleDays.OfPersonAsync(
            Some.AgencyId, new YearMonth(2026, 2), Some.Person(), default);
        var person = (await _world.AgencyDirectory.FindTimelineAsync(Some.AgencyId, Some.Person(), default))!;
        return await book.FindAsync(person, checkIns, ShiftSwaps.Empty, default);
    }

    private static FlexibleDay Day(string person) =>
        new(Some.Person(person), Some.UnitId, Friday, Home, Some.Morning, "v");

    private static CheckIn Worked(LocalDate date)
    {
        var any = new Any(new Random(1)).CheckIn();
        return any with
        {
            Claim = any.Claim with { Kind = CheckInKind.In },
            WorkDate = date,
            Mode = WorkMode.Flexible,
            Verdict = FenceVerdict.Unknown with { FenceId = Home },
        };
    }
}
