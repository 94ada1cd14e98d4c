using Kinerja.Application.Evaluation;
using Kinerja.Application.Json;
using Kinerja.Application.Policies;
using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Ranking;
using NodaTime;

namespace Kinerja.Application.Runs;

/// <summary>Policies to try on a past run: documents of the kinds evaluation and ranking, at least one.</summary>
public sealed record WhatIfRequest(EvaluationPolicyDocument? Evaluation, RankingPolicyDocument? Ranking)
{
    /// <summary>How the tried policies are named in the answer.</summary>
    private const string Name = "what-if";

    /// <summary>What a document leaves out is as shipped on the run's last day, not as the run had it.</summary>
    public Result<RunQuestion> Read(LocalDate lastDay, ShippedPolicies shipped)
    {
        var fields = new FieldReader();
        if (Evaluation is null && Ranking is null)
        {
            fields.Add("evaluation", "A document of kind evaluation or ranking is expected.");
        }

        var evaluation = Evaluation?.FilledFrom(
            shipped.BodiesOn(
                PolicyKinds.Evaluation.Name, lastDay, JsonFormat.Default.EvaluationPolicyDocument).Filling);
        var ranking = Ranking?.FilledFrom(
            shipped.BodiesOn(PolicyKinds.Ranking.Name, lastDay, JsonFormat.Default.RankingPolicyDocument).Filling);
        var tried = evaluation is null ? null : fields.Part(evaluation.Read(Name, "/evaluation"));
        var ranked = ranking is null ? null : fields.Part(ranking.Read(Name, "/ranking"));
        return fields.Finish(() => new RunQuestion(tried, ranked));
    }
}

public sealed record RankingFiguresResponse(
    string RankingPolicy, int Assessed, int NotAssessed, int Cap, int InTopShare, int TiedAtCap)
{
    internal static RankingFiguresResponse Of(AgencyRanking ranking) => new(
        ranking.PolicyVersion, ranking.Assessed, ranking.NotAssessed.Count, ranking.Cap, ranking.InTopShare,
        ranking.TiedAtCap);
}

public sealed record OutcomeLineResponse(string Predicate, decimal Score, int Place, string TopShare)
{
    internal static OutcomeLineResponse? Of(RankingLine? line) => line is { } given
        ? new(JsonFormat.Name(given.Predicate), given.Score.Hundredths / 100m, given.Place, JsonFormat.Name(given.Top))
        : null;
}

/// <summary>Before or after is left out where the person is not assessed.</summary>
public sealed record OutcomeChangeResponse(string EmployeeId, OutcomeLineResponse? Before, OutcomeLineResponse? After);

public sealed record WhatIfResponse(
    string AgencyId,
    string Period,
    int Revision,
    int Changed,
    int PredicateChanged,
    int PlaceChanged,
    int TopShareChanged,
    RankingFiguresResponse Before,
    RankingFiguresResponse After,
    IReadOnlyList<OutcomeChangeResponse> Changes,
    string? Next)
{
    /// <summary>People on a page of changes.</summary>
    public const int PageSize = 200;

    public static bool HasPage(RunDryRun trial, int page) => page * PageSize < trial.Changes.Count;

    /// <param name="trial">What came out.</param>
    /// <param name="page">Counts from 0.</param>
    /// <param name="next">The next page's cursor.</param>
    public static WhatIfResponse Of(RunDryRun trial, int page, string? next) => new(
        trial.Run.AgencyId.ToString(),
        trial.Run.Period.ToString(),
        trial.Run.Revision,
        trial.Changes.Count,
        trial.Changes.Count(c => c.Predicate),
        trial.Changes.Count(c => c.Place),
        trial.Changes.Count(c => c.Top),
        RankingFiguresResponse.Of(trial.Before),
        RankingFiguresResponse.Of(trial.After),
        [.. trial.Changes.Skip(page * PageSize).Take(PageSize).Select(c => new OutcomeChangeResponse(
            c.EmployeeId.ToString(), OutcomeLineResponse.Of(c.Before), OutcomeLineResponse.Of(c.After)))],
        next);
}

public sealed record RepeatedPageResponse(int Number, bool Equal, string? StoredSha256, string? RepeatedSha256)
{
    internal static RepeatedPageResponse Of(RepeatedPage page) =>
        new(page.Number, page.IsEqual, page.StoredSha256, page.RepeatedSha256);
}

/// <summary>
/// Of the ranking's pages number 0 is the manifest; left out are the pages of whom the ranking leaves out.
/// </summary>
public sealed record RerunResponse(
    string AgencyId,
    string Period,
    int Revision,
    bool Equal,
    string EvaluationPolicy,
    string RankingPolicy,
    string StoredInputsSha256,
    string RepeatedInputsSha256,
    IReadOnlyList<RepeatedPageResponse> Pages,
    IReadOnlyList<RepeatedPageResponse> LeftOut)
{
    public static RerunResponse Of(RepeatedRun repeated) => new(
        repeated.Run.AgencyId.ToString(),
        repeated.Run.Period.ToString(),
        repeated.Run.Revision,
        repeated.IsEqual,
        repeated.Run.EvaluationPolicyVersion,
        repeated.Run.RankingPolicyVersion,
        repeated.StoredInputs,
        repeated.RepeatedInputs,
        [.. repeated.Pages.Select(RepeatedPageResponse.Of)],
        [.. repeated.LeftOut.Select(RepeatedPageResponse.Of)]);
}
