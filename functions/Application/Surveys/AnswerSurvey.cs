using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;

namespace Kinerja.Application.Surveys;

/// <summary>A person's answers as handed over; unit, employment and time are the server's to say.</summary>
public sealed record SurveyResponseCommand(GovernmentLevel Level, IReadOnlyList<SurveyAnswer> Answers);

/// <summary>A person answers an open questionnaire; another answer replaces the first.</summary>
public sealed class AnswerSurvey(AgencyDirectory register, ISurveys surveys, TimeProvider clock)
{
    public async Task<Result<SurveyResponse>> ExecuteAsync(
        Actor actor,
        SurveyId id,
        EmployeeId employee,
        SurveyResponseCommand claim,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        var (today, known) = (await register.TodayAsync(agency, cancel), await surveys.FindAsync(agency, id, cancel));
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
}
