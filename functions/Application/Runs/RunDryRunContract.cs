using Kinerja.Application.Evaluation;
using Kinerja.Application.Json;
using Kinerja.Application.Policies;
using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
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

public readonly struct RankingFiguresResponse(AgencyRanking ranking)
{
    public string RankingPolicy => ranking.PolicyVersion;
    public int Assessed => ranking.Assessed;
    public int NotAssessed => ranking.NotAssessed.Count;
    public int Cap => ranking.Cap;
    public int InTopShare => ranking.InTopShare;
    public int TiedAtCap => ranking.TiedAtCap;
}

/// <summary>Before or after is left out where the person is not assessed.</summary>
public readonly struct WhatIfResponse(RunDryRun trial, int page, string? next)
{
    public AgencyId AgencyId => trial.Run.AgencyId;
    public AppraisalPeriod Period => trial.Run.Period;
    public int Revision => trial.Run.Revision;
    public int Changed => trial.Changes.Count;
    public int PredicateChanged => trial.Changes.Count(c => c.ChangesPredicate());
    public int PlaceChanged => trial.Changes.Count(c => c.ChangesPlace());
    public int TopShareChanged => trial.Changes.Count(c => c.ChangesTopShare());
    public RankingFiguresResponse Before => new(trial.Before);
    public RankingFiguresResponse After => new(trial.After);
    public IReadOnlyList<OutcomeChange> Changes => [.. trial.Changes.Skip(page * PageSize).Take(PageSize)];
    public string? Next => next;

    /// <summary>People on a page of changes.</summary>
    public const int PageSize = 200;

    public static bool HasPage(RunDryRun trial, int page) => page * PageSize < trial.Changes.Count;

    /// <param name="trial">What came out.</param>
    /// <param name="page">Counts from 0.</param>
    /// <param name="next">The next page's cursor.</param>
    public static WhatIfResponse Of(RunDryRun trial, int page, string? next) => new(trial, page, next);
}

public readonly struct RepeatedPageResponse(RepeatedPage page)
{
    public int Number => page.Number;
    public bool Equal => page.IsEqual;
    public string? StoredSha256 => page.StoredSha256;
    public string? RepeatedSha256 => page.RepeatedSha256;
}

/// <summary>
/// Of the ranking's pages number 0 is the manifest; left out are the pages of whom the ranking leaves out.
/// </summary>
public readonly struct RerunResponse(RepeatedRun repeated)
{
    public AgencyId AgencyId => repeated.Run.AgencyId;
    public AppraisalPeriod Period => repeated.Run.Period;
    public int Revision => repeated.Run.Revision;
    public bool Equal => repeated.IsEqual;
    public int ChangedEvaluations => repeated.ChangedEvaluations;
    public string EvaluationPolicy => repeated.Run.EvaluationPolicyVersion;
    public string RankingPolicy => repeated.Run.RankingPolicyVersion;
    public string StoredInputsSha256 => repeated.StoredInputs;
    public string RepeatedInputsSha256 => repeated.RepeatedInputs;
    public IReadOnlyList<RepeatedPageResponse> Pages =>
        [.. repeated.Pages.Select(one => new RepeatedPageResponse(one))];
    public IReadOnlyList<RepeatedPageResponse> LeftOut =>
        [.. repeated.LeftOut.Select(one => new RepeatedPageResponse(one))];

    public static RerunResponse Of(RepeatedRun repeated) => new(repeated);
}
