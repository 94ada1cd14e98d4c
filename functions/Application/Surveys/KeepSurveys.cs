using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Surveys;

/// <summary>A person's answers as handed over; unit, employment and time are the server's to say.</summary>
public sealed record SurveyResponseCommand(GovernmentLevel Level, IReadOnlyList<SurveyAnswer> Answers);

/// <summary>What a questionnaire came to, once its last day is over.</summary>
public sealed record SurveyResults(Survey Survey, int Responses, IReadOnlyList<QuestionResult> Questions);

/// <summary>
/// Questionnaires: written until they open, extended until they close, answered in between, counted afterwards.
/// </summary>
public sealed class KeepSurveys(AgencyDirectory register, ISurveys surveys, TimeProvider clock)
{
    public async Task<Result<Survey>> PutAsync(Actor actor, Survey asked, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await TodayAsync(agency, cancel) is not { } today)
        {
            return NotFound.Agency(agency);
        }

        var known = await surveys.FindAsync(agency, asked.Id, cancel);
        var mine = asked with { Actor = actor };
        return await WriteAsync(agency, known, SurveyRules.Put(mine, known?.Value, today), cancel);
    }

    public async Task<Result<Survey>> ExtendAsync(
        Actor actor, SurveyId id, LocalDate lastDay, string reason, CancellationToken cancel)
    {
        var agency = actor.Agency;
        var (today, known) = (await TodayAsync(agency, cancel), await surveys.FindAsync(agency, id, cancel));
        if (today is null || known is null)
        {
            return today is null ? NotFound.Agency(agency) : NotFound.Survey(id);
        }

        var extension = new SurveyExtension(known.Value.LastDay, lastDay, reason, clock.Now()) { Actor = actor };
        return await WriteAsync(agency, known, SurveyRules.Extend(known.Value, extension, today.Value), cancel);
    }

    public async Task<Result<SurveyResponse>> AnswerAsync(
        Actor actor,
        SurveyId id,
        EmployeeId employee,
        SurveyResponseCommand claim,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        var (today, known) = (await TodayAsync(agency, cancel), await surveys.FindAsync(agency, id, cancel));
        if (today is null || known is null)
        {
            return today is null ? NotFound.Agency(agency) : NotFound.Survey(id);
        }

        if (await register.FindEmployeeAsync(agency, employee, cancel) is not { } person)
        {
            return NotFound.Employee(employee);
        }

        var response = new SurveyResponse(
            person.Id, person.UnitId, person.Kind, claim.Level, claim.Answers, clock.Now())
        {
            Actor = actor with { Person = null },
        };
        var answered = SurveyRules.Answer(known.Value, person, response, today.Value);
        if (answered.TryGet(out var good, out _))
        {
            await surveys.PutResponseAsync(agency, id, good, cancel);
        }

        return answered;
    }

    public async Task<Result<SurveyResults>> ResultsAsync(AgencyId agency, SurveyId id, CancellationToken cancel)
    {
        var (today, known) = (await TodayAsync(agency, cancel), await surveys.FindAsync(agency, id, cancel));
        if (today is null || known is null)
        {
            return today is null ? NotFound.Agency(agency) : NotFound.Survey(id);
        }

        if (SurveyRules.WhyNoResults(known.Value, today.Value) is { } early)
        {
            return early;
        }

        var tally = new SurveyTally(known.Value);
        await foreach (var response in surveys.ListResponsesAsync(agency, id, cancel))
        {
            tally.Add(response);
        }

        return new SurveyResults(known.Value, tally.Responses, tally.Publish());
    }

    private async Task<Result<Survey>> WriteAsync(
        AgencyId agency,
        Tagged<Survey>? known,
        Result<Survey> decided,
        CancellationToken cancel)
    {
        if (!decided.TryGet(out var next, out var refusal))
        {
            return refusal;
        }

        return ReferenceEquals(next, known?.Value) || await surveys.PutAsync(agency, next, known?.Tag, cancel)
            ? next
            : Refusal.Stale("Somebody else changed this questionnaire meanwhile.");
    }

    /// <summary>By the agency's zone; null for an agency that is not registered.</summary>
    private async Task<LocalDate?> TodayAsync(AgencyId agency, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is { } found ? clock.Now().InZone(found.Zone).Date : null;
}
