using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Surveys;

/// <summary>
/// A questionnaire that a person can answer today: the agency's own, or the national operator's. Of the answers it
/// tells only when they came; null: there are none.
/// </summary>
public sealed record OpenSurvey(Survey Survey, bool IsNational, Instant? AnsweredAt);

/// <summary>Questionnaires as an agency has written them, and as they are open to one of its people.</summary>
public sealed class ReadSurveys(
    AgencyDirectory register, ISurveys surveys, ISurveyResponses responses, TimeProvider clock)
{
    /// <summary>The agency's own, by id.</summary>
    public async Task<Result<ListPage<Survey>>> PageAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is null
            ? NotFound.Agency(agency)
            : (await surveys.ListAsync(agency, cancel).Select(known => known.Value).ToListAsync(cancel))
                .After(after, most, survey => survey.Id.ToString());

    /// <summary>All that are open to a person today, what ends first first.</summary>
    public async Task<Result<IReadOnlyList<OpenSurvey>>> OpenToAsync(
        AgencyId agency, EmployeeId employee, CancellationToken cancel)
    {
        if (await register.TodayAsync(agency, cancel) is not { } today
            || await register.FindEmployeeAsync(agency, employee, cancel) is not { } person)
        {
            return NotFound.Employee(employee);
        }

        var open = new List<OpenSurvey>();
        await AddAsync(agency, today);
        await AddAsync(DocumentOwner.Nation, NationalClock.Within(today, clock.Now()));
        return open.OrderBy(one => one.Survey.LastDay).ThenBy(one => one.Survey.Id.ToString(), StringComparer.Ordinal)
            .ToList();

        async Task AddAsync(DocumentOwner owner, LocalDate day)
        {
            await foreach (var (survey, _) in surveys.ListAsync(owner, cancel))
            {
                if (survey.IsOpenTo(agency, person, day))
                {
                    var asked = new AskedAgency(owner, survey.Id, agency);
                    open.Add(new(survey, owner.IsNation, await responses.FindTimeAsync(asked, employee, cancel)));
                }
            }
        }
    }
}
