using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Surveys;

/// <summary>An agency's line: the number who answered, null where it may not be told, and the questions told.</summary>
public sealed record AgencyLine(Agency Agency, int? Responses, IReadOnlyList<QuestionResult> Questions);

/// <summary>All that was asked together, and a page of agencies.</summary>
public sealed record NationalSurveyResults(SurveyResults All, ListPage<AgencyLine> Agencies);

/// <summary>Questionnaires of the nation, and what they came to: read from what was counted by agency.</summary>
public sealed class ReadNationalSurveys(
    IAgencies agencies, AgencyDirectory register, ISurveys surveys, ISurveyResponses responses, ISurveyCounts counts,
    TimeProvider clock)
{
    /// <summary>By id.</summary>
    public async Task<ListPage<Survey>> PageAsync(string? after, int most, CancellationToken cancel) =>
        (await ListAsync(cancel)).After(after, most, survey => survey.Id.ToString());

    /// <summary>Those that ask this agency, by id.</summary>
    public async Task<Result<ListPage<Survey>>> PageOfAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is null
            ? NotFound.Agency(agency)
            : (await ListAsync(cancel)).Where(survey => survey.Asks(agency))
                .After(after, most, survey => survey.Id.ToString());

    /// <summary>Over all, and agency by agency. Nobody's words are read.</summary>
    public async Task<Result<NationalSurveyResults>> ResultsAsync(
        SurveyId id, string? after, int most, CancellationToken cancel)
    {
        if (!(await FindAsync(id, cancel)).TryGet(out var found, out var refusal))
        {
            return refusal;
        }

        var (survey, told, counted) = found;
        var page = (await agencies.ListAsync(cancel).Where(agency => counted.Contains(agency.Id)).ToListAsync(cancel))
            .After(after, most, agency => agency.Id.ToString());
        var lines = page.Items.Select(agency => LineOf(survey, told, agency)).ToList();
        return new NationalSurveyResults(
            new(survey, told.Responses, told.Questions(words: null)), new ListPage<AgencyLine>(lines, page.Next));
    }

    /// <summary>
    /// An agency's own line of the same results, with the words of its people: what the nation is not told of it, for
    /// its being small or for hiding another, is not told here either.
    /// </summary>
    public async Task<Result<SurveyResults>> ResultsOfAsync(AgencyId agency, SurveyId id, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        if (!(await FindAsync(id, cancel)).TryGet(out var found, out var refusal))
        {
            return refusal;
        }

        var (survey, told, counted) = found;
        if (!counted.Contains(agency))
        {
            return SurveyRules.NotAsked();
        }

        var group = agency.ToString();
        var words = survey.Questions.Any(q => q.Kind == QuestionKind.Text && told.Tells(q, group))
            ? await WordsAsync(new(DocumentOwner.Nation, id, agency), cancel)
            : null;
        return new SurveyResults(survey, told.ResponsesIn(group), told.QuestionsOf(group, words));
    }

    private static AgencyLine LineOf(Survey survey, SurveyDisclosure told, Agency agency)
    {
        var group = agency.Id.ToString();
        return new(
            agency, told.ResponsesOf(group),
            [.. told.QuestionsOf(group, words: null).Where(result => told.Tells(result.Question, group))]);
    }

    private async Task<Result<(Survey Survey, SurveyDisclosure Told, HashSet<AgencyId> Counted)>> FindAsync(
        SurveyId id, CancellationToken cancel)
    {
        if (await surveys.FindAsync(DocumentOwner.Nation, id, cancel) is not { Value: var survey })
        {
            return NotFound.Survey(id);
        }

        if (SurveyRules.WhyNoResults(survey, clock.Now().InZone(NationalClock.Zone).Date) is { } early)
        {
            return early;
        }

        var closing = survey.ClosingIn(NationalClock.Zone);
        if (!survey.IsCounted(closing))
        {
            return SurveyRules.NotCounted();
        }

        var all = await counts.ListAsync(DocumentOwner.Nation, id, cancel)
            .Where(count => count.IsDone && survey.IsCounted(count.Closing)).ToListAsync(cancel);
        var closings = all.GroupBy(count => count.Closing).OrderBy(group => group.Key)
            .Select(group => SurveyCounts.RollUp(group.Select(c => (c.Asked.Agency.ToString(), c.Counts)))).ToList();
        var told = new SurveyDisclosure(
            survey, closings is [.., var now] ? now : SurveyCounts.RollUp([]), closings.SkipLast(1));
        return told.WhyTooFew is { } few
            ? few
            : (survey, told, all.Where(c => c.Closing == closing).Select(c => c.Asked.Agency).ToHashSet());
    }

    private async Task<SurveyWords> WordsAsync(AskedAgency asked, CancellationToken cancel)
    {
        var words = new SurveyWords();
        await foreach (var (_, response) in responses.ListAsync(asked, null, cancel))
        {
            words.Add(response);
        }

        return words;
    }

    private async Task<List<Survey>> ListAsync(CancellationToken cancel) =>
        await surveys.ListAsync(DocumentOwner.Nation, cancel).Select(known => known.Value).ToListAsync(cancel);
}
