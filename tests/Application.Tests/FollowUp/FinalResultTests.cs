using System.Text.Json;
using Kinerja.Application.Policies;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Application.Tests.FollowUp;

/// <summary>A policy that is dated into a final period changes nothing there, of whatever kind.</summary>
public sealed class FinalResultTests
{
    private const string Table =
        """{"basis":"Perwali","cycle":"quarter","percents":{"veryGood":100,"good":100,"needsImprovement":80,"poor":70,"veryPoor":60}}""";

    /// <summary>A mapping of an app's payload is left out: it makes no result.</summary>
    public static TheoryData<string, string> Kinds { get; } = new()
    {
        { "allowance", Table.Replace("70", "5", StringComparison.Ordinal) },
        {
            "follow-up",
            """
            {"creditPoints":{"coefficients":[{"level":"ahliMuda","perYear":1}]},
             "proposals":{"improvementFor":["good"],"sanctionFor":["good"]},
             "talent":{"predicateScores":{"veryGood":1,"good":1,"needsImprovement":1,"poor":1,"veryPoor":1}}}
            """
        },
        { "evaluation", """{"skpPercent":60,"predicateRule":"pp30"}""" },
        { "ranking", """{"topPercent":50}""" },
        { "distribution", """{"pattern":"pp-30-2019"}""" },
        { "objection", """{"toObject":{"days":90,"count":"calendar"}}""" },
        { "feedback", """{"leastGivers":9}""" },
        { "discipline", """{"minutesOfADay":60}""" },
        { "deduction", """{"shipped":"deduction-bgn-4-2025"}""" },
        { "work-plan", """{"lastDay":"02-28"}""" },
        { "ruling", """{"termDays":20}""" },
        { "check-in", """{"mostAgeDays":3}""" },
        { "flexible-work", """{"daysPerWeek":3}""" },
        { "calendar", """{"basis":"Perda","daysOff":[{"date":"2026-03-02","name":"Libur","kind":"publicHoliday"}]}""" },
        {
            "working-time",
            """{"everybody":{"scheme":"fixed","week":[{"days":["monday"],"start":"08:00","end":"16:30"}]}}"""
        },
    };

    [Fact]
    public void Every_kind_that_can_make_a_result_is_tried() => Assert.Equal(
        PolicyKinds.All.Select(k => k.Name).Except(["intake"]).Order(), Kinds.Select(k => (string)k[0]).Order());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_policy_dated_into_a_final_period_changes_nothing_there(string kind, string body)
    {
        var world = await RatedWorld.FinalAsync(w => w.Policies.AddAsync(
            Some.AgencyId, Fakes.CompleteDocument.Of(PolicyKinds.Allowance, Table), default).GetAwaiter().GetResult());
        world.Clock.MoveTo(Some.At("2026-04-25T01:00:00Z"));
        await world.RaiseProposals.ExecuteAsync(Some.Actor, RatedWorld.Period, default);
        var before = await StatedAsync(world);

        var stored = await world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.Find(kind).Value, new(2026, 1, 1), null, JsonDocument.Parse(body).RootElement,
            default);
        await world.RaiseProposals.ExecuteAsync(Some.Actor, RatedWorld.Period, default);

        Assert.Null(stored.Refusal);
        Assert.Equal(before, await StatedAsync(world));
    }

    /// <summary>Until then it does: the agency puts right what it wrote wrongly.</summary>
    [Fact]
    public async Task A_policy_that_is_written_before_the_result_is_final_counts()
    {
        var world = await RatedWorld.PublishedAsync();
        await world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.Allowance, new(2026, 1, 1), null, JsonDocument.Parse(Table).RootElement, default);
        world.Clock.MoveTo(Some.At("2026-04-22T17:00:00Z"));
        await world.Finalise.FinaliseDueAsync(default);
        world.Clock.MoveTo(Some.At("2026-04-25T01:00:00Z"));
        Assert.Contains("70 allowance-2026-01-01.1", await StatedAsync(world), StringComparison.Ordinal);
    }

    private static async Task<string> StatedAsync(World world)
    {
        var (agency, period) = (Some.AgencyId, RatedWorld.Period);
        var told = new List<string>();
        foreach (var person in new[] { "peg-a", "peg-h", "peg-i", "peg-j" }.Select(Some.Person))
        {
            var factor = (await world.ReadFollowUp.AllowanceAsync(agency, person, period, default)).Value.Factor;
            var credits = (await world.ReadFollowUp.CreditsAsync(
                agency, person, period, FunctionalLevel.AhliMuda, 3, default)).Value;
            var talent = (await world.ReadFollowUp.TalentAsync(
                agency, person, period, new TalentScores(50, 80, 80, 80, 80), default)).Value;
            told.Add(FormattableString.Invariant(
                $"{person} {factor.Percent} {factor.TableVersion} {credits.Points?.Points} {credits.PolicyVersion}"));
            told.Add($"{talent.Place} {talent.PolicyVersion}");
        }

        var again = (await world.Repeat.ExecuteAsync(agency, period, null, default)).Value;
        told.Add($"{again.IsEqual} {again.StoredInputs} {string.Join(' ', again.Pages.Concat(again.LeftOut))}");
        told.AddRange(
            world.Proposals.Rows.Values.Select(p => $"{p.Value.Id} {p.Value.State} {p.Value.Version}").Order());
        return string.Join('\n', told);
    }
}
