using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;

namespace Kinerja.Application.Surveys;

/// <summary>A person's answers as handed over; unit, employment and time are the server's to say.</summary>
public sealed record SurveyResponseCommand(GovernmentLevel Level, IReadOnlyList<SurveyAnswer> Answers);

/// <summary>
/// A person answers an open questionnaire, of the own agency or of the nation; another answer replaces the first.
/// </summary>
public sealed class AnswerSurvey(
    AgencyDirectory register, ISurveys surveys, ISurveyResponses responses, TimeProvider clock)
{
    public Task<Result<SurveyResponse>> ExecuteAsync(
        Actor actor, SurveyId id, EmployeeId employee, SurveyResponseCommand claim, CancellationToken cancel) =>
        AnswerAsync(actor, new(actor.Agency, id, actor.Agency), employee, claim, cancel);

    public Task<Result<SurveyResponse>> ExecuteNationalAsync(
        Actor actor, SurveyId id, EmployeeId employee, SurveyResponseCommand claim, CancellationToken cancel) =>
        AnswerAsync(actor, new(DocumentOwner.Nation, id, actor.Agency), employee, claim, cancel);

    private async Task<Result<SurveyResponse>> AnswerAsync(
        Actor actor, AskedAgency asked, EmployeeId employee, SurveyResponseCommand claim, CancellationToken cancel)
    {
        if (await register.TodayAsync(asked.Agency, cancel) is not { } today)
        {
            return NotFound.Agency(asked.Agency);
        }

        if (await surveys.FindAsync(asked.Owner, asked.Survey, cancel) is not { Value: var known })
        {
            return NotFound.Survey(asked.Survey);
        }

        if (await register.FindEmployeeAsync(asked.Agency, employee, cancel) is not { } person)
        {
            return NotFound.Employee(employee);
        }

        var now = clock.Now();
        var response = new SurveyResponse(person.Id, person.UnitId, person.Kind, claim.Level, claim.Answers, now)
        {
            Actor = actor with { Person = null },
        };
        var day = asked.Owner.IsNation ? NationalClock.Within(today, now) : today;
        var answered = SurveyRules.Answer(known, asked.Agency, person, response, day);
        if (answered.TryGet(out var good, out _))
        {
            await responses.PutAsync(asked, good, cancel);
        }

        return answered;
    }
}
