namespace Kinerja.Host.Tests.FollowUp;

/// <summary>
/// What must stand before a run so that something follows from it, and which operations need a run that was published.
/// </summary>
internal static class FollowUpSetup
{
    internal static readonly IReadOnlySet<string> AfterARun = new HashSet<string>
    {
        "PostRun", "PostNipResolution", "PostReopening", "PostWhatIf", "PutPayrollMonth", "PostProposals",
        "PostConsideration",
        "PostProposalDecision", "PostProposalOutcome",
        "PostGrantList", "PostGrantDecision", "PostTalentBox",
        "PostResultReceipt", "PostObjection", "PostObjectionStatement", "PostObjectionDecision",
        "PutRaterReason", "PostRulingAnswer", "PostRulingObjection", "PostRulingObjectionDecision",
    };

    /// <summary>Whom the agency's policy lets open a final result again.</summary>
    internal static async Task NameReopenerAsync(Api api, string agency, string official)
    {
        var answer = await api.PutAsync(
            $"/api/v1/agencies/{agency}/policies/objection/2026-04-01",
            $$$"""{"reopening":{"deciderIds":["{{{official}}}"]}}""");
        Assert.True(answer.Status is 200 or 201, $"{official}: {answer.Status} {answer.Json}");
    }

    /// <summary>Of so few people the best half is rewarded, by leave, which asks for no post.</summary>
    internal static async Task RewardHalfAsync(Api api, string agency)
    {
        foreach (var (kind, policy) in new[]
        {
            ("ranking", """{"topPercent":50,"minimumCohort":2}"""),
            ("follow-up", """{"grants":{"daysOff":2,"months":3}}"""),
        })
        {
            var answer = await api.PutAsync($"/api/v1/agencies/{agency}/policies/{kind}/2026-01-01", policy);
            Assert.True(answer.Status is 200 or 201, $"{kind}: {answer.Status} {answer.Json}");
        }
    }

    /// <summary>A result below expectation: butuh perbaikan, which raises an improvement.</summary>
    internal static async Task RateLowAsync(Api api, string agency, string person, string rater)
    {
        var answer = await api.PutAsync(
            $"/api/v1/agencies/{agency}/ratings/2026-Q1/{person}",
            $$"""{"raterId":"{{rater}}","result":"below","behaviour":"meets","skpScore":70,"behaviourScore":80,"reason":"Target belum tercapai."}""");
        Assert.True(answer.Status is 200 or 201, $"{person}: {answer.Status} {answer.Json}");
    }
}
